"""What checks make of one answer: the facts in which it departs, and whose mistakes fit."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from grader.course import bank, checks
from grader.errors import CourseError
from grader.grading.observing import PARTS, kernels, observe, section
from grader.notebooks import files
from nlplab.checks.facts import Facts, departures
from nlplab.checks.match import differs, fits


def explain(root: Path, path: Path) -> Iterator[str]:
    """Lines for a person on an answer in a file below `tests/answers/SECTION/EXERCISE/`.

    Raises CourseError and FileError.
    """
    name, exercise = _place(root, path)
    of = section(root, name)
    if not of.tests(exercise):
        raise CourseError(f"{path}: {name} has no exercise {exercise} whose checks observe")
    recorded = [
        checks.read(file)["checks"] for file in (of.files.recorded, of.files.recorded_hidden)
    ]
    code = files.read_bytes(path).decode("utf-8")
    with kernels(of) as launcher:
        seen = observe(of, launcher, {exercise: code}, [exercise])
    for test in of.tests(exercise):
        if test in seen.ended:
            yield f"{test}: {seen.ended[test].key}: {seen.ended[test].message}"
        for part, entries in zip(PARTS, recorded, strict=True):
            if test not in entries:
                raise CourseError(f"nothing is recorded of {test}: run grader record {name}")
            if (found := seen.facts.get((test, part))) is not None:
                yield f"{test}, {part} cases:"
                yield from _departures(found, entries[test])


def _place(root: Path, path: Path) -> tuple[str, str]:
    """The section and the exercise that a file answers; raises CourseError and FileError."""
    folder = files.existing(root) / bank.FOLDER
    where = files.existing(path)
    parts = where.relative_to(folder).parts if where.is_relative_to(folder) else ()
    if len(parts) < 3:
        raise CourseError(f"{path}: expected a file below {bank.FOLDER}/SECTION/EXERCISE/")
    return parts[0], parts[1]


def _departures(found: Facts, entry: Mapping[str, Any]) -> Iterator[str]:
    """Each fact that departs, then the bank's files that fit, those with most departures first."""
    wrong = differs(found, entry["right"])
    if not wrong:
        yield "  right"
        return
    for fact in wrong:
        expected = _short(entry["right"].get(fact, "nothing"))
        yield f"  {fact} is {_short(found.get(fact, 'nothing'))}, right is {expected}"
    departed = departures(found, entry["right"])
    fitting = [each for each in entry["known"] if fits(each["departs"], departed)]
    for each in sorted(fitting, key=lambda each: -len(each["departs"])):
        count = len(each["departs"])
        yield f"  fits in {count} facts: {each['key']}: {', '.join(each['files'])}"
    if not fitting:
        yield "  no file of the bank fits"


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 80 else text[:79] + "…"
