"""What the models of the course reached, kept from one section to the next.

    results.save("RNN", scores)
    results.load("RNN", "LSTM")

The file lies beside the notebook. Where it has no row of a model, figures that come with nlplab
stand in, and the column `origin` says so. Those that come with it were measured with several seeds
(`python -m tools.generations` does it again): the first stands in, `spread` shows what all reached.
"""

import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from nlplab.messages import say

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from pandas import DataFrame

FILE = Path("results.csv")
SCORES = ["exact_match", "token_accuracy"]
COSTS = ["sentences", "parameters", "seconds"]
COLUMNS = ["model", "stage", *SCORES, *COSTS]
SHIPPED = ["seed", *COLUMNS]


class ResultsFileError(ValueError):
    """The results file is not one; the message says what to do."""


def save(model: str, scores: "DataFrame", path: Path = FILE) -> None:
    """Keep the scores of `model`, a row a stage: `exact_match`, `token_accuracy` and what it cost.

    What was kept of this model before is replaced, other models stay. Raises KeyError when a
    column is missing, ResultsFileError when `path` holds something else.
    """
    import pandas

    rows = scores[SCORES + COSTS].rename_axis("stage").reset_index().assign(model=model)[COLUMNS]
    if path.exists():
        kept = _read(path, COLUMNS)
        rows = pandas.concat([kept[kept["model"] != model], rows])
    part = path.with_suffix(".part")
    rows.to_csv(part, index=False, float_format="%.4f")
    os.replace(part, path)


def load(*models: str, path: Path = FILE) -> "DataFrame":
    """The scores of `models`, in this order: a row for each stage of each.

    Columns are `model`, `stage`, `exact_match`, `token_accuracy`, the cost of the training
    (`sentences` seen, `parameters`, `seconds`) and `origin`. Raises ResultsFileError when `path`
    holds something else, ValueError for a model that has no scores.
    """
    import pandas

    shipped = _shipped()
    first = shipped[shipped["seed"] == shipped["seed"].min()]
    known = first[COLUMNS].assign(origin=say("results.shipped"))
    if path.exists():
        own = _read(path, COLUMNS).assign(origin=say("results.own"))
        known = pandas.concat([known[~known["model"].isin(own["model"])], own])
    return _rows(known, models)


def spread(*models: str, column: str = "exact_match") -> "DataFrame":
    """From the lowest to the highest `column` that the seeds of the shipped figures reached.

    A row for each model, a column for each stage, each cell a text. Raises ValueError for a model
    that has no scores.
    """
    found = _rows(_shipped(), models).groupby(["model", "stage"], sort=False)[column]
    texts = found.agg(lambda values: f"{values.min():.2f}–{values.max():.2f}")
    return texts.unstack().loc[list(models)]


def _rows(known: "DataFrame", models: tuple[str, ...]) -> "DataFrame":
    import pandas

    if unknown := [model for model in models if model not in set(known["model"])]:
        found = ", ".join(known["model"].unique())
        raise ValueError(say("results.unknown", unknown=", ".join(unknown), known=found))
    return pandas.concat([known[known["model"] == model] for model in models], ignore_index=True)


def _shipped() -> "DataFrame":
    return _read(files("nlplab") / "results.csv", SHIPPED)


def _read(path: "Path | Traversable", columns: list[str]) -> "DataFrame":
    import pandas

    try:
        with path.open(encoding="utf-8") as file:
            frame = pandas.read_csv(file)
    except (ValueError, OSError) as error:
        raise ResultsFileError(say("results.unreadable", path=path, error=error)) from error
    if list(frame.columns) != columns:
        found = ", ".join(map(str, frame.columns))
        wanted = ", ".join(columns)
        raise ResultsFileError(say("results.columns", path=path, expected=wanted, actual=found))
    return frame
