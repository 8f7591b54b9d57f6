"""Trains the Transformer of 07 with one part left out at a time; writes what each reached.

    python -m tools.ablations [--seeds 0] [--only "no positions" ...]

What is left out, and how long is trained, says the notebook: its own `ablate` is called with each
name in its `OMISSIONS`. The scores go into `nlplab/results.csv`, the figures that come with the
course, beside those of `tools.generations`.
"""

import argparse

from nbformat import NotebookNode

from grader.notebooks import notebook
from nlplab import results
from tools import generations

SECTION, LAST = "07_transformer", "ablate"
DATA = ("tokenizers", "examples")  # the cells that run and are needed


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.ablations", description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0])
    parser.add_argument("--only", nargs="+")
    arguments = parser.parse_args()
    names = generations.execute(SECTION, generations.texts(SECTION, LAST, _left).values())
    for omission in arguments.only or names["OMISSIONS"]:
        for seed in arguments.seeds:
            scores = names["ablate"](omission, seed).rename_axis("stage").reset_index()
            rows = scores.assign(model=omission, seed=seed)
            generations.keep(rows[results.SHIPPED])


def _left(cell: NotebookNode) -> bool:
    runs = notebook.SKIP in notebook.tags(cell)
    return notebook.is_test(cell) or (runs and cell.id not in DATA)


if __name__ == "__main__":
    main()
