"""What the models of the course reached, kept from one section to the next.

    results.save("RNN", scores)
    results.load("RNN", "LSTM")

The file lies beside the notebook. Where it has no row of a model, figures that come with nlplab
stand in, and the column `origin` says so.
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
COLUMNS = ["model", "stage", *SCORES]


class ResultsFileError(ValueError):
    """The results file is not one; the message says what to do."""


def save(model: str, scores: "DataFrame", path: Path = FILE) -> None:
    """Keep the scores of `model`: a row a stage, columns `exact_match` and `token_accuracy`.

    What was kept of this model before is replaced, other models stay. Raises KeyError when a
    column is missing, ResultsFileError when `path` holds something else.
    """
    import pandas

    rows = scores[SCORES].rename_axis("stage").reset_index().assign(model=model)[COLUMNS]
    if path.exists():
        kept = _read(path)
        rows = pandas.concat([kept[kept["model"] != model], rows])
    part = path.with_suffix(".part")
    rows.to_csv(part, index=False, float_format="%.4f")
    os.replace(part, path)


def load(*models: str, path: Path = FILE) -> "DataFrame":
    """The scores of `models`, in this order: a row for each stage of each.

    Columns are `model`, `stage`, `exact_match`, `token_accuracy` and `origin`. Raises
    ResultsFileError when `path` holds something else, ValueError for a model that has no scores.
    """
    import pandas

    known = _read(files("nlplab") / "results.csv").assign(origin=say("results.shipped"))
    if path.exists():
        own = _read(path).assign(origin=say("results.own"))
        known = pandas.concat([known[~known["model"].isin(own["model"])], own])
    if unknown := [model for model in models if model not in set(known["model"])]:
        found = ", ".join(known["model"].unique())
        raise ValueError(say("results.unknown", unknown=", ".join(unknown), known=found))
    rows = [known[known["model"] == model] for model in models]
    return pandas.concat(rows, ignore_index=True)


def _read(path: "Path | Traversable") -> "DataFrame":
    import pandas

    try:
        with path.open(encoding="utf-8") as file:
            frame = pandas.read_csv(file)
    except (ValueError, OSError) as error:
        raise ResultsFileError(say("results.unreadable", path=path, error=error)) from error
    if list(frame.columns) != COLUMNS:
        found = f"columns {', '.join(map(str, frame.columns))}"
        raise ResultsFileError(say("results.unreadable", path=path, error=found))
    return frame
