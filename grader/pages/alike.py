"""Answers of two students that are the same but for names, spaces and comments: to be looked at.

That two answers are alike is no proof of anything: a short exercise has few right answers. So what
the release, the solution, the answer bank's right answers or many of the class have says nothing,
and what few others have, is long, or is wrong says most.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import log2
from pathlib import Path

from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.submission import read
from grader.course import bank, sources
from grader.errors import FileError, MarkerError, SubmissionError
from grader.gradebook.book import registered
from grader.gradebook.session import Book
from grader.notebooks import files, notebook
from grader.notebooks.forms import Form, form
from grader.notebooks.regions import solution_text

SMALLEST = 8  # nodes that an answer has beyond what was handed out
SOLID = 40  # and with how many it says half of what it can
MANY, SHARE = 5, 0.05  # more than so many students and such a share of them make a form usual,
FEW = 0.25  # in a small class, more than this share, though never two
WRONG = 2  # how much more a mistake says that two have alike


@dataclass(frozen=True)
class Answer:
    """What a student wrote in one exercise, and whether it has all points."""

    text: str
    kind: str = "code"
    right: bool = False


@dataclass(frozen=True)
class Alike:
    """An exercise that two answered alike, how many students did, and what each wrote."""

    exercise: str
    students: int
    texts: tuple[str, str]
    weight: float
    kind: str = "code"


@dataclass(frozen=True)
class Pair:
    """Two students with answers that are alike, the most telling first."""

    students: tuple[str, str]
    alike: tuple[Alike, ...]

    @property
    def weight(self) -> float:
        return sum(each.weight for each in self.alike)


def pairs(
    answers: Mapping[str, Mapping[str, Answer]],
    usual: Mapping[str, Collection[Form]],
    released: Mapping[str, int],
) -> list[Pair]:
    """The pairs of a class, the most telling first.

    `answers` are by student and exercise, `usual` are forms that say nothing, and `released` is the
    size of what was handed out, both by exercise.
    """
    texts = {(a.kind, a.text) for each in answers.values() for a in each.values()}
    forms = {(kind, text): form(text, kind) for kind, text in texts}
    found: dict[tuple[str, str], list[Alike]] = defaultdict(list)
    for exercise in sorted({name for each in answers.values() for name in each}):
        given = {who: answers[who][exercise] for who in sorted(answers) if exercise in answers[who]}
        having: dict[Form, list[str]] = defaultdict(list)
        for who, answer in given.items():
            if its := forms[answer.kind, answer.text]:
                having[its].append(who)
        for its in having.keys() - {*usual.get(exercise, ())}:
            weight = _weight(len(having[its]), len(given), its.size - released.get(exercise, 0))
            for pair in combinations(having[its], 2) if weight else ():
                one, other = (given[who] for who in pair)
                telling = weight if one.right or other.right else WRONG * weight
                alike = Alike(exercise, len(having[its]), (one.text, other.text), telling, one.kind)
                found[pair].append(alike)
    ranked = [
        Pair(who, tuple(sorted(alike, key=lambda each: -each.weight)))
        for who, alike in found.items()
    ]
    return sorted(ranked, key=lambda pair: (-pair.weight, pair.students))


def _weight(having: int, students: int, own: int) -> float:
    """How telling it is that so many of the students have a form with so many nodes of their own.

    The information in it, log2 of their share, times how much of it was theirs to write.
    """
    most = max(2, min(FEW * students, max(MANY, SHARE * students)))
    if own < SMALLEST or having > most:
        return 0.0
    return log2((students + 1) / having) * own / (own + SOLID)


def of_class(
    book: Book, assignment: str, right: Mapping[str, Collection[str]], root: Path | None
) -> list[Pair]:
    """The pairs among the graded notebooks of an assignment.

    `right` are the exercises with all points, by student. With `root`, the course, what its
    solution and its answer bank have is known as usual.
    """
    cells = registered(book, assignment).source_cells
    handed_out = {cell.name: form(cell.source, cell.cell_type) for cell in cells}
    names = [cell.name for cell in registered(book, assignment).solution_cells]
    usual = {name: {its} for name in names if (its := handed_out[name])}
    for name, text in _known(root, assignment) if root else ():
        if its := form(text):
            usual.setdefault(name, set()).add(its)
    answers = {
        student: _answers(book.folder, Ref(student, assignment), names, done)
        for student, done in right.items()
    }
    sizes = {name: its.size for name in names if (its := handed_out[name])}
    return pairs(answers, usual, sizes)


def _answers(
    folder: ClassFolder, ref: Ref, names: Collection[str], right: Collection[str]
) -> dict[str, Answer]:
    """What a student's graded notebook has in the cells of these names."""
    try:
        [graded, *_] = read(files.read_bytes(folder.graded(ref)))
    except (FileError, SubmissionError):
        return {}
    return {
        # Of an answer in words nobody knows that it is wrong.
        piece.name: Answer(piece.source, piece.kind, piece.kind != "code" or piece.name in right)
        for piece in graded.pieces
        if piece.name in names and not notebook.is_blank(piece.source)
    }


def _known(root: Path, assignment: str) -> Iterable[tuple[str, str]]:
    """The solution and the right answers of the bank, with their exercise; none of another's."""
    path = sources.source_path(root, assignment)
    if not path.is_file():
        return
    for exercise in notebook.exercises(files.read(path)):
        try:
            yield exercise.grade_id, solution_text(exercise.solution.source)
        except MarkerError:
            continue
    for answer in bank.answers(root, assignment):
        if answer.key is None:
            yield answer.exercise, answer.code
