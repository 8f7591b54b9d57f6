"""What regrading would change, seen before it is written: results are tried in a draft."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from nbformat import NotebookNode

from grader.classroom import results
from grader.classroom.folder import ClassFolder, Ref
from grader.gradebook import book as gradebook
from grader.gradebook.session import Transaction, economy
from grader.notebooks import files, notebook
from grader.outcome import TestOutcome

CONFIG = "nbgrader_config.py"
ADDED = "added.json"


@dataclass(frozen=True)
class Change:
    """Other points for what was handed in before: score and maximum, and the tests that differ."""

    student: str
    assignment: str
    before: tuple[float, float]
    after: tuple[float, float]
    tests: tuple[str, ...]


Accept = Callable[[Sequence[Change]], bool]


@dataclass(frozen=True)
class Draft:
    """A class folder with a copy of the gradebook, for all that writes into one."""

    class_dir: Path
    transaction: Transaction


@contextmanager
def draft(class_dir: Path) -> Iterator[Draft]:
    """A draft of a class, with its submissions and its configuration; it goes away at the end."""
    with TemporaryDirectory(prefix="draft-") as parent:
        folder = Path(parent, "class")
        folder.mkdir()
        (folder / "submitted").symlink_to((class_dir / "submitted").resolve())
        config = class_dir.resolve().parent / CONFIG
        if config.is_file():
            Path(parent, CONFIG).symlink_to(config)
        with (
            closing(sqlite3.connect(class_dir / "gradebook.db")) as ours,
            closing(sqlite3.connect(folder / "gradebook.db")) as theirs,
        ):
            ours.backup(theirs)
        with economy(folder) as transaction:
            yield Draft(folder, transaction)


def added(class_dir: Path, assignment: str, version: NotebookNode) -> frozenset[str]:
    """The tests of this version that came after submissions were graded under an earlier one."""
    tests = {n for n, cell in notebook.cells_by_grade_id(version).items() if notebook.is_test(cell)}
    earlier = set(_all_added(class_dir).get(assignment, []))
    return frozenset(earlier | tests - gradebook.cells(class_dir, assignment))


def keep_added(class_dir: Path, assignment: str, tests: Iterable[str]) -> None:
    """Remember, once a version is accepted, which tests earlier hand-outs do not have."""
    kept = _all_added(class_dir) | {assignment: sorted(tests)}
    files.write_text(class_dir / ADDED, json.dumps(kept, indent=1) + "\n")


def _all_added(class_dir: Path) -> dict[str, list[str]]:
    path = class_dir / ADDED
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def change(
    class_dir: Path, tried: Draft, student: str, assignment: str, tests: Sequence[TestOutcome]
) -> Change | None:
    """How a student's points in the draft differ from those that are recorded, if they do.

    `tests` are the new outcomes.
    """
    before = gradebook.total(class_dir, student, assignment)
    after = gradebook.total(tried.class_dir, student, assignment)
    if before is None or after is None or before == after:
        return None
    known = results.read(ClassFolder(class_dir), Ref(student, assignment)).tests
    return Change(student, assignment, before, after, tuple(_differing(known, tests)))


def left_behind(
    class_dir: Path, tried: Draft, assignment: str, handed_in: Sequence[str]
) -> Iterator[Change]:
    """The changes of students who are recorded, but whose submission is no longer there."""
    for row in gradebook.points(class_dir, assignment):
        if row.student not in handed_in:
            found = change(class_dir, tried, row.student, assignment, ())
            if found:
                yield Change(row.student, assignment, found.before, found.after, ("not regraded",))


def _differing(known: Mapping[str, TestOutcome], tests: Sequence[TestOutcome]) -> Iterator[str]:
    now = {test.grade_id: test.outcome for test in tests}
    before = {name: test.outcome for name, test in known.items()}
    for name in [*now, *(before.keys() - now.keys())]:
        if before.get(name) != now.get(name):
            told = f"{before.get(name, 'new')} → {now.get(name, 'removed')}".replace("_", " ")
            yield f"{name}: {told}"
