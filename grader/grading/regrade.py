"""What regrading would change, seen before it is written: results are tried in a draft."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from nbformat import NotebookNode

from grader.classroom import results
from grader.classroom.folder import CONFIG, ClassFolder, Ref
from grader.gradebook import book as gradebook
from grader.gradebook import copies, scores
from grader.gradebook.session import Book, opened
from grader.notebooks import files, notebook
from grader.outcome import TestOutcome


@dataclass(frozen=True)
class Change:
    """Other points for what was handed in before: score and maximum, and the tests that differ."""

    ref: Ref
    before: tuple[float, float]
    after: tuple[float, float]
    tests: tuple[str, ...]


Accept = Callable[[Sequence[Change]], bool]


@contextmanager
def draft(folder: ClassFolder) -> Iterator[Book]:
    """A copy of a class's gradebook in a folder of its own, which goes away at the end.

    It has the class's submissions and configuration, for all that writes into one.
    """
    with TemporaryDirectory(prefix="draft-") as parent:
        copy = ClassFolder(Path(parent, "class"))
        copy.path.mkdir()
        copy.step("submitted").symlink_to(folder.step("submitted").resolve())
        config = folder.path.resolve().parent / CONFIG
        if config.is_file():
            Path(parent, CONFIG).symlink_to(config)
        copies.copy(folder, copy)
        with opened(copy) as book:
            yield book


def added(book: Book, assignment: str, version: NotebookNode) -> frozenset[str]:
    """What is graded in this version and was not when submissions were first graded."""
    named = notebook.cells_by_grade_id(version).items()
    tests = {n for n, cell in named if notebook.is_test(cell) or notebook.is_written(cell)}
    earlier = set(_all_added(book.folder).get(assignment, []))
    return frozenset(earlier | tests - gradebook.cells(book, assignment))


def keep_added(folder: ClassFolder, assignment: str, tests: Iterable[str]) -> None:
    """Remember, once a version is accepted, which tests earlier hand-outs do not have."""
    kept = _all_added(folder) | {assignment: sorted(tests)}
    files.write_text(folder.added, json.dumps(kept, indent=1) + "\n")


def _all_added(folder: ClassFolder) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    if folder.added.is_file():
        found = json.loads(folder.added.read_text(encoding="utf-8"))
    return found


def change(book: Book, tried: Book, ref: Ref, tests: Sequence[TestOutcome]) -> Change | None:
    """How a student's points in the draft `tried` differ from those recorded, if they do.

    `tests` are the new outcomes.
    """
    before, after = scores.total(book, ref), scores.total(tried, ref)
    if before is None or after is None or before == after:
        return None
    known = results.read(book.folder, ref).tests
    return Change(ref, before, after, tuple(_differing(known, tests)))


def left_behind(
    book: Book, tried: Book, assignment: str, handed_in: Iterable[Ref]
) -> Iterator[Change]:
    """The changes of students who are recorded, but whose submission is no longer there."""
    there = {*handed_in}
    for row in scores.points(book, assignment):
        ref = Ref(row.student, assignment)
        if ref not in there and (found := change(book, tried, ref, ())):
            yield Change(ref, found.before, found.after, ("not regraded",))


def _differing(known: Mapping[str, TestOutcome], tests: Sequence[TestOutcome]) -> Iterator[str]:
    now = {test.grade_id: test.outcome for test in tests}
    before = {name: test.outcome for name, test in known.items()}
    for name in [*now, *(before.keys() - now.keys())]:
        if before.get(name) != now.get(name):
            told = f"{before.get(name, 'new')} → {now.get(name, 'removed')}".replace("_", " ")
            yield f"{name}: {told}"
