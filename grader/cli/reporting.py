"""Commands of a class once it is graded: points for an LMS, pages for students and instructors."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from tqdm import tqdm

from grader.classroom.folder import ClassFolder, Ref
from grader.cli.app import CLASS, Assignment, Class, Only, Student, app, conclude, root, say
from grader.errors import ClassError, GradebookError, SettingError

if TYPE_CHECKING:
    from grader.export import Exported
    from grader.pages.returned import Packed

Form = Annotated[
    Literal["canvas", "moodle", "tests", "canvas-feedback", "moodle-feedback"],
    typer.Argument(help="Points or pages of feedback for an LMS, or every test of every student."),
]
Into = Annotated[
    Path | None, typer.Option(help="What Canvas or Moodle exported: a copy of it with the points.")
]
WORKSHEET = (
    "Rather fill in the grading worksheet of the assignment, --into FILE: an import into the "
    "assignment's column of the gradebook locks its grades in the assignment."
)
Out = Annotated[Path | None, typer.Option(help="The file to write. Default: below CLASS/exports.")]


@app.command()
def export(
    form: Form,
    into: Into = None,
    only: Only = None,
    class_folder: Class = CLASS,
    out: Out = None,
) -> None:
    """Write points or feedback as a file that the LMS takes back, and list what to look at.

    **canvas** needs `--into` the gradebook that Canvas exported. **moodle** fills in the grading
    worksheet of one assignment, `--into` it: this is the way to take. Without one it writes a table
    to import. **moodle-feedback** and **canvas-feedback** pack the pages of `grader feedback`.
    **tests** is a table of every test, for statistics.
    """
    what = {"tests": "tests", "canvas": "grades", "moodle": "grades"}.get(form, "pages")
    if form == "moodle" and not into:
        say(WORKSHEET)
    for each in _exported(form, into, only, class_folder, out):
        for note in each.notes:
            say(f"look at {note}")
        say(f"{each.count} {what} in {each.path}")


@app.command()
def feedback(class_folder: Class = CLASS, only: Assignment = None, student: Student = None) -> None:
    """Write a page for each graded notebook into `feedback/`, in its student's language."""
    from grader.gradebook.session import opened
    from grader.pages import feedback as pages

    faults = []
    wanted = _graded(class_folder, only, frozenset(student or ()))
    with opened(class_folder) as book:
        for ref in tqdm(wanted, desc="writing", unit="page"):
            try:
                pages.write(book, ref)
            except GradebookError as error:  # no reason to leave the others without theirs
                faults.append(f"no page: {error}")
    where = class_folder.step("feedback") / "STUDENT" / "ASSIGNMENT" / "ASSIGNMENT.html"
    conclude(faults, f"{len(wanted)} pages: {where}")


@app.command()
def report(
    class_folder: Class = CLASS,
    only: Assignment = None,
    lang: Annotated[str, typer.Option(help="Its language: ko or en.")] = "ko",
) -> None:
    """Write `reports/ASSIGNMENT.html`: points, mistakes, how questions did, and whom to look at.

    Answers of two students that are the same but for names, spaces and comments are shown side by
    side, the most telling first: as something to look at, never as a verdict.

    Run **feedback** first to have students' names link to their pages.
    """
    from grader.gradebook.session import opened
    from grader.pages import report as pages

    with opened(class_folder) as book:
        for name in sorted({ref.assignment for ref in _graded(class_folder, only)}):
            say(f"wrote {pages.write(book, name, lang, root())}")


def _exported(
    form: str,
    into: Path | None,
    only: list[str] | None,
    class_folder: ClassFolder,
    out: Path | None,
) -> list["Exported"] | list["Packed"]:
    from grader import export as exporting
    from grader.pages import returned

    if form == "canvas":
        if not into:
            raise SettingError(
                "canvas needs --into FILE: in Canvas, Grades, Export, Export entire gradebook"
            )
        return [exporting.canvas(class_folder, into, only, out)]
    if form == "moodle":
        numbers = partial(returned.participants, class_folder)
        return exporting.moodle(class_folder, into, only, out, numbers)
    if into:
        raise SettingError(f"{form} takes no --into: it is a file of its own")
    if form != "tests":
        return _packed(form, only, class_folder, out)
    return [exporting.tests(class_folder, only, out)]


def _packed(
    form: str, only: list[str] | None, class_folder: ClassFolder, out: Path | None
) -> list["Packed"]:
    from grader.pages import returned

    names = only or class_folder.graded_assignments()
    if not names:
        raise ClassError(f"nothing is graded in {class_folder}: run grader grade first")
    if out and len(names) != 1:
        raise SettingError(f"a zip has one assignment: --only {' or '.join(names)}")
    return [returned.pack(class_folder, form, name, out) for name in names]


def _graded(
    class_folder: ClassFolder, only: list[str] | None, students: frozenset[str] = frozenset()
) -> list[Ref]:
    """Who has what that pages can be made of; raises ClassError when nobody has anything."""
    from grader.course import sources

    wanted = class_folder.with_pages(sources.chosen(root(), only), students)
    if not wanted:
        raise ClassError(
            f"nothing graded below {class_folder.step('autograded')}: run grader grade first"
        )
    return wanted
