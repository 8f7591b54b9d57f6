"""What was recorded of checks, as data: read from the course, or from what a judge was handed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from nlplab.checks.match import Expected, Known

HIDDEN = "NLPLAB_HIDDEN"  # names the folder of hidden cases where nbgrader's kernels grade
FORMAT = 1  # of the files; others are refused


class RecordedError(RuntimeError):
    """What was recorded is missing, damaged or of another format: a fault of the course."""


@dataclass(frozen=True)
class Hidden:
    """The hidden cases of a section, as the text of its module, and what was recorded of them."""

    cases: str
    recorded: str


def read(text: str, source: str) -> dict[str, Expected]:
    """What a file of recorded facts says of each check; raises RecordedError."""
    try:
        found = json.loads(text)
        if found["format"] != FORMAT:
            raise ValueError(f"format {found['format']}, not {FORMAT}")
        return {test: _expected(what) for test, what in found["checks"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RecordedError(
            f"{source} cannot be used ({type(error).__name__}: {error}): run grader record"
        ) from error


@cache
def shown(section: str) -> Mapping[str, Expected]:
    """What was recorded of the visible cases of a section; raises RecordedError."""
    path = files("nlplab.checks").joinpath("recorded", f"{section}.json")
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise RecordedError(f"{path.name} is missing: run grader record") from error
    return read(text, path.name)


def _expected(what: Mapping[str, Any]) -> Expected:
    known = tuple(Known(str(each["key"]), dict(each["departs"])) for each in what["known"])
    return Expected(dict(what["right"]), known, float(what.get("points", 0)))
