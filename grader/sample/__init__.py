"""A class of 24, composed from the answer bank: what an instructor may expect to be sent.

Who is in it stands in `students`; `damage` and `cheats` are what happened to notebooks on the way,
`inbox` packs them as an LMS and Drive do, `tables` writes who is who.
"""

from collections.abc import Iterator
from pathlib import Path

from grader.classroom.folder import ClassFolder
from grader.course import bank, build, sources
from grader.errors import ClassError
from grader.notebooks import notebook
from grader.notebooks.files import read, write_bytes
from grader.sample import inbox, tables
from grader.sample.answers import Bank, Chosen, in_words
from grader.sample.damage import as_colab_saves
from grader.sample.inbox import Sent
from grader.sample.students import CLASS, Student

__all__ = ["CLASS", "Bank", "Student", "as_colab_saves", "handed_in", "write_class"]


def write_class(root: Path, folder: ClassFolder, assignments: list[str]) -> list[Student]:
    """Write what the sample class sent into a class folder; returns who is in it.

    That is `inbox/` with archives and tables, `roster.csv`, the time zone, and the gradebook that
    Canvas exported; the same bytes each time. Raises ClassError when something of a class is there
    already.
    """
    for path in (folder.inbox, folder.canvas_grades, folder.roster, folder.step("submitted")):
        if path.exists():
            raise ClassError(f"{path} is there already; name another folder")
    sent = [each for number, name in enumerate(assignments) for each in _sent(root, number, name)]
    maxima = {name: _maximum(root, name) for name in assignments}
    files = {folder.inbox / name: data for name, data in inbox.archives(sent).items()}
    for name in assignments:
        of_it = [each for each in sent if each.assignment == name]
        worksheet = folder.inbox / inbox.worksheet_name(name)
        files[worksheet] = tables.worksheet(of_it, maxima[name])
    files[folder.roster] = tables.roster()
    files[folder.canvas_grades] = tables.canvas_grades(maxima)
    files[folder.inbox / "grades-of-last-term.csv"] = tables.canvas_grades(maxima)
    files[folder.zone] = b"Asia/Seoul\n"
    for path, data in files.items():
        write_bytes(path, data)
    return list(CLASS)


def handed_in(root: Path, student: Student, assignment: str, chosen: Chosen) -> bytes:
    """The file that a student sends with these answers, damage and dishonesty included."""
    released = read(build.student_path(root, student.lang, assignment))
    words = in_words(root, assignment, student.lang, student.writes)
    composed = bank.compose(released, {**chosen, **words})
    return student.save(student.change(composed) if student.change else composed)


def _sent(root: Path, week: int, assignment: str) -> Iterator[Sent]:
    """What comes in of one assignment: from everyone of the first, of others from two in five."""
    answers = Bank(root, assignment)
    for number, student in enumerate(CLASS):
        if week and (number + week) % 5 > 1:
            continue
        if student.first:
            data = handed_in(root, student, assignment, student.first(answers))
            yield Sent(student, assignment, week, data, superseded=True)
        data = handed_in(root, student, assignment, student.choose(answers))
        yield Sent(student, assignment, week, data)


def _maximum(root: Path, assignment: str) -> float:
    return notebook.worth(read(sources.source_path(root, assignment)))
