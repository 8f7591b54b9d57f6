"""What was graded when, and with which checks: a log of the class to which lines are only added.

`grade` adds a line for each submission that it records or cannot grade; `forget` alone takes lines
away, those of a student who is forgotten. With it a question about a grade can be answered later.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from grader.classroom.folder import ClassFolder, Ref
from grader.notebooks.marks import visible

LONGEST_LINE = 1_000_000  # characters: what is longer was not written here


@dataclass(frozen=True)
class Step:
    """One grading of a submission.

    `file` begins the hash of what was handed in, under which `collected/` keeps it, `checks` is a
    hash of the tests with all that they depend on, `points` are those in the gradebook afterwards
    and their maximum. `tests` has the outcome of each, with the key of what was told. `said` is all
    of it in a line, and `seconds` how long each part took.
    """

    time: str
    said: str
    file: str = ""
    handed_in: str = ""
    checks: str = ""
    decided: str = ""
    points: tuple[float, float] | None = None
    tests: Mapping[str, str] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)


def add(folder: ClassFolder, ref: Ref, step: Step) -> None:
    """Add a line, below one that somebody's end may have left half-written."""
    whose = {"student": ref.student, "assignment": ref.assignment}
    line = _legible(json.dumps(whose | asdict(step), ensure_ascii=False)).encode("utf-8")
    with folder.log.open("ab+") as file:
        if file.tell():
            file.seek(-1, 2)
            line = line if file.read(1) == b"\n" else b"\n" + line
        file.write(line + b"\n")


def _legible(line: str) -> str:
    """JSON with what a terminal might obey, or nobody would see, as JSON escapes it."""
    whole = line.encode("utf-8", "replace").decode("utf-8")
    return "".join(mark if visible(mark) == mark else json.dumps(mark)[1:-1] for mark in whole)


def of(folder: ClassFolder, ref: Ref) -> list[Step]:
    """Every grading of a submission, the first one first; damaged lines are passed over."""
    return [step for whose, step in _lines(folder) if whose == (ref.student, ref.assignment)]


def changes(steps: Sequence[Step]) -> list[list[str]]:
    """What each step has changed since the one before, in words.

    All that its tests said, where no earlier one had any; why it has none, where it has none.
    """
    found: list[list[str]] = []
    before: Step | None = None
    for step in steps:
        if before is None or not step.tests:
            found.append([step.said])
        else:
            found.append(list(_changed(before, step)) or ["nothing changed"])
        before = step if step.tests else before
    return found


def _changed(before: Step, after: Step) -> Iterator[str]:
    for what, name in (
        ("another file", "file"),
        ("another time of handing in", "handed_in"),
        ("other checks", "checks"),
        ("another reading", "decided"),
    ):
        if getattr(before, name) and getattr(before, name) != getattr(after, name):
            yield what
    for name in [*after.tests, *(before.tests.keys() - after.tests.keys())]:
        was, now = before.tests.get(name, "nothing"), after.tests.get(name, "nothing")
        if was != now:
            yield f"{name}: {was} → {now}"


def _lines(folder: ClassFolder) -> Iterator[tuple[tuple[str, str], Step]]:
    if not folder.log.is_file():
        return
    with folder.log.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            try:
                found = json.loads(line[:LONGEST_LINE])
                yield (found["student"], found["assignment"]), _step(found)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                continue


def _step(found: Mapping[str, Any]) -> Step:
    """A line as a step; one of an earlier version says less."""
    points = found.get("points")
    return Step(
        time=str(found["time"]),
        said=str(found["said"]),
        file=str(found.get("file", "")),
        handed_in=str(found.get("handed_in", "")),
        checks=str(found.get("checks", "")),
        decided=str(found.get("decided", "")),
        points=(float(points[0]), float(points[1])) if points else None,
        tests={name: str(told) for name, told in found.get("tests", {}).items()},
        seconds=found.get("seconds", {}),
    )
