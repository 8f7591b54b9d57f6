"""Trains each generation of model with several seeds, as its notebook does; writes their scores.

    python -m tools.generations [--seeds 0 1 2] [--only 02_rnn]
    python -m tools.generations --rates 0.002 0.004 0.008

Every code cell of the solution runs, up to the one that saves the scores; only the line `seed = 0`
becomes another seed. The result is `nlplab/results.csv`, the figures that come with the course.
Seconds are of processor time, so they mean the same on a busy machine.

With `--rates` nothing is written: it prints the validation loss that each learning rate reaches,
by which the one of the notebook is chosen.
"""

import argparse
import contextlib
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas
from nbformat import NotebookNode

from grader.course.sources import source_path
from grader.notebooks import files, notebook
from grader.notebooks.regions import solution_text
from nlplab import results

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "nlplab" / "results.csv"
SECTIONS = ("02_rnn", "03_lstm", "04_attention", "07_transformer")
TRAINS, SAVES = "train-run", "scores"  # the cells
SEED, RATE = re.compile(r"^seed = 0$", re.MULTILINE), re.compile(r"learning_rate=[\d.]+")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.generations", description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument("--rates", type=float, nargs="+", default=[])
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=SECTIONS)
    arguments = parser.parse_args()
    for section in arguments.only:
        for rate in arguments.rates:
            history = run(section, RATE, f"learning_rate={rate}", TRAINS)["history"]
            print(section, rate, history["validation_loss"].min(), flush=True)
        for seed in () if arguments.rates else arguments.seeds:
            names = run(section, SEED, f"seed = {seed}", SAVES)
            keep(names["saved"].assign(seed=seed)[results.SHIPPED])


def run(section: str, line: re.Pattern[str], instead: str, last: str) -> dict[str, Any]:
    """The names of a notebook after its cell `last`, and as `saved` what results it has saved.

    The cell that trains has `instead` in the place of what `line` finds. Raises ValueError when it
    finds nothing or more than one place.
    """
    found = texts(section, last)
    found[TRAINS], count = line.subn(instead, found[TRAINS])
    if count != 1:
        raise ValueError(f"{section}, {TRAINS}: {line.pattern} once, found {count}")
    return execute(section, found.values())


def texts(
    section: str, last: str, left: Callable[[NotebookNode], bool] = notebook.is_test
) -> dict[str, str]:
    """The code of a solution up to the cell `last`, by cell id, without cells that are `left`."""
    found: dict[str, str] = {}
    for cell in notebook.code_cells(files.read(source_path(ROOT, section))):
        if not left(cell):
            found[cell.id] = solution_text(cell.source)
        if cell.id == last:
            break
    return found


def execute(section: str, codes: Iterable[str]) -> dict[str, Any]:
    """The names that `codes` leave behind, and as `saved` what results they have saved."""
    names: dict[str, Any] = {"__name__": "__main__"}
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        for code in codes:
            exec(compile(code, section, "exec", dont_inherit=True), names)
        if results.FILE.exists():
            names["saved"] = pandas.read_csv(results.FILE)
    return names


def keep(rows: pandas.DataFrame) -> None:
    """Put `rows` in the place of those of the same model and seed; models stay in their order."""
    print(rows.to_string(index=False), flush=True)
    kept = pandas.read_csv(SHIPPED)
    key = ["model", "seed"]
    others = kept[~kept.set_index(key).index.isin(rows.set_index(key).index)]
    order = [*dict.fromkeys([*kept["model"], *rows["model"]])]
    everything = pandas.concat([others, rows])
    everything["model"] = pandas.Categorical(everything["model"], order)
    everything.sort_values(["model", "seed", "stage"]).to_csv(
        SHIPPED, index=False, float_format="%.4g"
    )


if __name__ == "__main__":
    main()
