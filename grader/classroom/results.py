"""What the last grading of each submission said, kept beside the gradebook: data, as JSON.

A submission whose key is the same as then need not be graded again.
"""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from grader.classroom.folder import ClassFolder, Ref
from grader.course import checks, sources
from grader.limits import Limits
from grader.notebooks.files import staged, write_bytes
from grader.outcome import Choice, Graded, Message, Repair, TestOutcome

ROOT = Path(__file__).resolve().parents[2]  # of the project whose code grades
PACKAGES = ("grader", "nlplab")


def key(task: bytes, exam: str, limits: Limits, lateness: str, assignment: str) -> str:
    """A hash of all that a grade depends on: submission, assignment, limits and environment.

    `task` holds the submission's cells and the assignment's tests, `exam` what these need.
    """
    parts = [task, repr((exam, limits, lateness)).encode(), environment(assignment)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def checks_id(tests: str, assignment: str) -> str:
    """A short name of an assignment's tests and of all that they depend on: `tests` is their text.

    It differs where a grade could differ for no other reason than these.
    """
    return hashlib.sha256(tests.encode("utf-8") + environment(assignment)).hexdigest()[:12]


@dataclass(frozen=True)
class Kept:
    """What the last grading of a submission said; all of it is empty where nothing was kept.

    `key` is that of `results.key`, `inputs` a hash of all the files that went into it, where they
    are known, `submitted` the hash of what the student contributed, where it is known, `decided`
    what a person decided. `tests` are by grade_id, in the order of the notebook.
    """

    key: str = ""
    submitted: str = ""
    decided: str = ""
    tests: Mapping[str, TestOutcome] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)  # of each step, and "total"
    repairs: tuple[Repair, ...] = ()
    review: tuple[Choice, ...] = ()
    reason: Message | None = None  # why it could not be graded: then there are no tests
    inputs: str = ""


def read(folder: ClassFolder, ref: Ref) -> Kept:
    """All that was kept of the last grading, whatever its key; of a damaged file nothing."""
    try:
        found = json.loads(folder.result(ref).read_text(encoding="utf-8"))
        tests = [_test(each) for each in found["tests"] or ()]
        return Kept(
            key=str(found["key"]),
            inputs=str(found.get("inputs", "")),  # unknown in files of earlier versions
            submitted=str(found.get("submitted", "")),
            decided=str(found.get("decided", "")),
            tests={test.grade_id: test for test in tests},
            seconds={step: float(seconds) for step, seconds in found["seconds"].items()},
            repairs=tuple(_repair(each) for each in found["repairs"]),
            review=tuple(_choice(each) for each in found["review"]),
            reason=_message(found["reason"]) if found.get("reason") else None,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Kept()


def kept(folder: ClassFolder, ref: Ref, wanted: str) -> Graded | None:
    """The result that was kept under the key `wanted`, without its notebook."""
    found = read(folder, ref)
    if found.key != wanted:
        return None
    tests = tuple(found.tests.values())
    return Graded(b"", tests, dict(found.seconds), found.repairs, found.review)


def keep(
    folder: ClassFolder,
    ref: Ref,
    name: str,
    graded: Graded,
    decided: str = "",
    submitted: str = "",
) -> None:
    """Keep a result that has been recorded, under the key `name`, and what a person decided.

    `submitted` is the hash of what the student contributed to it.
    """
    with keeping(folder, ref, name, graded, decided, submitted):
        pass


@contextmanager
def keeping(
    folder: ClassFolder,
    ref: Ref,
    name: str,
    graded: Graded,
    decided: str,
    submitted: str,
    inputs: str = "",
) -> Iterator[None]:
    """Keep a result as `keep` does once the body, which records it, has ended well.

    All but its last name is on the disk before. No earlier: a result that is kept counts as
    recorded, also when a grading is killed.
    """
    content = asdict(replace(graded, notebook=b""))
    del content["notebook"]
    of = {"key": name, "inputs": inputs, "submitted": submitted, "decided": decided}
    with staged(folder.result(ref), _written(of | content)):
        yield


@contextmanager
def refusing(folder: ClassFolder, ref: Ref, reason: Message, inputs: str = "") -> Iterator[None]:
    """Keep why a submission could not be graded, as `keeping` keeps a result: under no key."""
    nothing = asdict(Kept(inputs=inputs, reason=reason))
    with staged(folder.result(ref), _written(nothing)):
        yield


def _written(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def decided(folder: ClassFolder, ref: Ref) -> str:
    """What a person decided of the submission that was last graded; empty if nothing."""
    return read(folder, ref).decided


def renew(folder: ClassFolder, ref: Ref, inputs: str) -> None:
    """Keep that other files gave the same result. Raises FileError."""
    content = json.loads(folder.result(ref).read_text(encoding="utf-8")) | {"inputs": inputs}
    write_bytes(folder.result(ref), _written(content))


def is_of(folder: ClassFolder, ref: Ref, submitted: str) -> bool:
    """Whether a result was kept of what a student handed in that has this hash, or of one unknown.

    Then nothing but the course can have changed since.
    """
    found = read(folder, ref)
    return found.key != "" and found.submitted in ("", submitted)


def forget(folder: ClassFolder, ref: Ref) -> None:
    """Forget a result, since what it stands for is about to change."""
    folder.result(ref).unlink(missing_ok=True)


def _test(given: Any) -> TestOutcome:
    match given:
        case {
            "grade_id": str(grade_id),
            "outcome": str(outcome),
            "key": str() | None as key,
            "message": str() | None as message,
            "line": str(line),
        }:
            return TestOutcome(grade_id, outcome, key, message, line)
    raise ValueError(f"not a test's outcome: {given!r}")


def _repair(given: Any) -> Repair:
    match given:
        case {"key": str(key), "values": dict(values)}:
            return Repair(key, {name: str(value) for name, value in values.items()})
    raise ValueError(f"not a repair: {given!r}")


def _message(given: Any) -> Message:
    repair = _repair(given)
    return Message(repair.key, repair.values)


def _choice(given: Any) -> Choice:
    match given:
        case {"description": list(parts), "points": int() | float() as points}:
            return Choice(tuple(_message(part) for part in parts), points)
        case {"description": str(text), "points": int() | float() as points}:
            return Choice((Message(text),), points)  # of an earlier version, in English
    raise ValueError(f"not a way to read a submission: {given!r}")


@cache
def environment(assignment: str) -> bytes:
    """A hash of the interpreter, the packages and this project's own code, other sections' not.

    A result depends on the checks and the messages of its own section alone.
    """
    digest = hashlib.sha256(sys.version.encode())
    digest.update(_installed())
    others = set(sources.assignments(ROOT)) - {assignment}
    foreign = checks.of_sections(ROOT, others)
    foreign |= {ROOT / "nlplab" / "messages" / f"{name}.toml" for name in others}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*")):
            if path.suffix in (".py", ".toml", ".txt", ".json") and path not in foreign:
                digest.update(path.read_bytes())
    return digest.digest()


@cache
def _installed() -> bytes:
    """The packages and their versions, as the folders are called that tell of them."""
    # What setuptools brings comes onto the path when it is imported, and belongs to its version.
    places = [Path(place) for place in sys.path if Path(place).name != "_vendor"]
    told = {path.name for place in places for path in place.glob("*.dist-info")}
    return repr(sorted(told)).encode()
