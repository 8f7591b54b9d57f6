"""What the last grading of each submission said, kept beside the gradebook: data, as JSON.

A submission whose key is the same as then need not be graded again.
"""

import hashlib
import json
import sys
from dataclasses import asdict, replace
from functools import cache
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from grader.limits import Limits
from grader.notebooks.files import write_text
from grader.outcome import Choice, Graded, Repair, TestOutcome

PACKAGES = ("grader", "nlplab")


def key(task: bytes, skip: frozenset[str], limits: Limits, lateness: str) -> str:
    """A hash of all that a grade depends on: submission, assignment, limits and environment.

    `task` holds the submission's cells and the assignment's tests.
    """
    parts = [task, repr((sorted(skip), limits, lateness)).encode(), _environment()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def kept(class_dir: Path, student: str, assignment: str, wanted: str) -> Graded | None:
    """The result that was kept under the key `wanted`, without its notebook."""
    try:
        found = json.loads(_path(class_dir, student, assignment).read_text(encoding="utf-8"))
        if found["key"] != wanted:
            return None
        tests = tuple(TestOutcome(**test) for test in found["tests"])
        repairs = tuple(Repair(**repair) for repair in found["repairs"])
        review = tuple(Choice(**choice) for choice in found["review"])
        return Graded(b"", tests, found["seconds"], repairs, review)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(
    class_dir: Path,
    student: str,
    assignment: str,
    name: str,
    graded: Graded,
    decided: str = "",
    submitted: str = "",
) -> None:
    """Keep a result that has been recorded, under the key `name`, and what a person decided.

    `submitted` is the hash of what the student contributed to it.
    """
    content = asdict(replace(graded, notebook=b""))
    del content["notebook"]
    of = {"key": name, "submitted": submitted, "decided": decided}
    text = json.dumps(of | content, ensure_ascii=False, indent=1)
    write_text(_path(class_dir, student, assignment), text + "\n")


def read(class_dir: Path | str, student: str, assignment: str) -> dict[str, Any]:
    """All that was kept of the last grading, whatever its key: `tests` by grade_id, and the rest.

    `seconds`, `repairs` and `review` are there too, empty where nothing was kept.
    """
    try:
        text = _path(Path(class_dir), student, assignment).read_text(encoding="utf-8")
        found = json.loads(text)
        tests = [TestOutcome(**test) for test in found["tests"]]
    except (OSError, ValueError, KeyError, TypeError):
        found, tests = {}, []
    empty = {"seconds": {}, "repairs": [], "review": []}
    return empty | found | {"tests": {test.grade_id: test for test in tests}}


def decided(class_dir: Path, student: str, assignment: str) -> str:
    """What a person decided of the submission that was last graded; empty if nothing."""
    return str(read(class_dir, student, assignment).get("decided", ""))


def is_of(class_dir: Path, student: str, assignment: str, submitted: str) -> bool:
    """Whether a result was kept of what a student handed in that has this hash, or of one unknown.

    Then nothing but the course can have changed since.
    """
    found = read(class_dir, student, assignment)
    return "key" in found and found.get("submitted", submitted) == submitted


def forget(class_dir: Path, student: str, assignment: str) -> None:
    """Forget a result, since what it stands for is about to change."""
    _path(class_dir, student, assignment).unlink(missing_ok=True)


def _path(class_dir: Path, student: str, assignment: str) -> Path:
    return class_dir / "results" / student / f"{assignment}.json"


@cache
def _environment() -> bytes:
    """A hash of the interpreter, the installed packages and this project's own code."""
    digest = hashlib.sha256(sys.version.encode())
    for name in sorted({f"{d.name}=={d.version}" for d in distributions()}):
        digest.update(name.encode())
    root = Path(__file__).resolve().parents[2]
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.suffix in (".py", ".toml", ".txt"):
                digest.update(path.read_bytes())
    return digest.digest()
