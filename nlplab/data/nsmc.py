"""NSMC, 200,000 Korean film reviews with labels, or the next best thing that is there."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nlplab.data.original import RATINGS, Original, UnavailableError, cached, download
from nlplab.data.reviews import reviews
from nlplab.messages import say

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = ["id", "document", "label"]


class DataFileError(Exception):
    """Base of what can be wrong with the file that NLPLAB_NSMC names."""

    def __init__(self, key: str, path: Path, **values: Any) -> None:
        self.path = path
        super().__init__(say(key, path=path, **values))

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


class MissingDataFileError(DataFileError, FileNotFoundError):
    """There is no file at that path."""


class ForeignDataFileError(DataFileError, ValueError):
    """There is a file, and it is empty or not in the layout of `ratings.txt`."""


def nsmc(
    *, original: Original = RATINGS, folder: Path | None = None, patience: float = 6.0
) -> DataFrame:
    """Film reviews with columns `id`, `document` and `label` (1 = liked, 0 = not), none empty.

    The first of these that is there, and one printed line says which:

    1. the file that the environment variable NLPLAB_NSMC names;
    2. the original, cached or downloaded, checked each time; skipped when NLPLAB_OFFLINE is 1;
    3. the bundled corpus.

    `original`, `folder` (of the cache) and `patience` (seconds without a byte until a download is
    given up) are there for tests. Raises MissingDataFileError or ForeignDataFileError for what
    NLPLAB_NSMC names.

        frame = nsmc()
        frame["document"].str.len().describe()
    """
    if named := os.environ.get("NLPLAB_NSMC"):
        frame, empty = _named(Path(named).expanduser())
        print(say("data.named", path=named, rows=len(frame), empty=empty))
        return frame
    try:
        key, path = _original(original, folder, patience)
    except UnavailableError as error:
        frame = _bundled()
        reason = say(error.reason, **error.values)
        print(say("data.bundled", rows=len(frame), empty=0, reason=reason))
        return frame
    frame, empty = _read(path)
    print(say(key, path=path, rows=len(frame), empty=empty))
    return frame


def _named(path: Path) -> tuple[DataFrame, int]:
    if not path.exists():
        raise MissingDataFileError("data.missing", path)
    if not path.is_file():
        raise ForeignDataFileError("data.no_file", path)
    if not path.stat().st_size:
        raise ForeignDataFileError("data.empty", path)
    try:
        return _read(path)
    except ValueError as error:
        raise ForeignDataFileError("data.foreign", path, found=str(error).strip()[:120]) from error


def _original(original: Original, folder: Path | None, patience: float) -> tuple[str, Path]:
    if os.environ.get("NLPLAB_OFFLINE") == "1":
        raise UnavailableError("data.offline")
    if folder is None:
        from pooch import os_cache

        folder = Path(os_cache("nlplab"))
    try:
        path = cached(original, folder)
    except OSError as error:
        raise UnavailableError("data.unwritable", folder=folder, error=error) from error
    if path:
        return "data.cached", path
    return "data.downloaded", download(original, folder, patience)


def _bundled() -> DataFrame:
    from pandas import DataFrame

    frame = DataFrame(reviews(), columns=COLUMNS[1:])
    frame.insert(0, "id", range(1, len(frame) + 1))
    return frame


def _read(path: Path) -> tuple[DataFrame, int]:
    """The rows with a document, and the number of those without. ValueError for another layout."""
    import pandas as pd

    header = list(pd.read_csv(path, sep="\t", quoting=csv.QUOTE_NONE, nrows=0).columns)
    if header != COLUMNS:
        raise ValueError(f"first line {' '.join(header)[:80]!r}")
    frame = pd.read_csv(
        path,
        sep="\t",
        quoting=csv.QUOTE_NONE,
        keep_default_na=False,
        dtype={"id": "int64", "document": "str", "label": "int64"},
    )
    if strange := sorted(set(frame["label"]) - {0, 1}):
        raise ValueError(f"label {strange[0]}")
    if frame.empty:
        raise ValueError("no rows")
    full = frame["document"].str.strip() != ""
    return frame[full].reset_index(drop=True), int((~full).sum())
