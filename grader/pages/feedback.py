"""Feedback through nbgrader: a page for each graded notebook, in its student's language.

It shows points, the message of each failed check, the student's own line, what was repaired,
lateness and comments. What nbgrader's page shows and a student must not see is left out: hidden
tests, expected values, paths of this machine. nbgrader's own commands and the formgrader write the
same page, since `nbgrader_config.py` names `FeedbackExporter`.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC
from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import GetGrades
from sqlalchemy.engine import make_url
from traitlets import default

from grader.classroom import results
from grader.classroom.folder import ClassFolder, Ref, check_names, class_config
from grader.classroom.submission import brief, writable
from grader.errors import GradebookError
from grader.gradebook.book import log, opened, resources_of
from grader.gradebook.record import reason_of
from grader.notebooks import files, notebook
from grader.outcome import Repair
from grader.pages import harmless
from grader.pages.html import Say, render, speaker
from grader.pages.view import Shown


def graded(
    class_dir: Path, assignments: list[str], students: frozenset[str] = frozenset()
) -> list[tuple[str, str]]:
    """What can have feedback, sorted: `(student, assignment)`; no `students` means everybody."""
    found = [
        (path.parent.parent.name, name)
        for name in assignments
        for path in (class_dir / "autograded").glob(f"*/{name}/{name}.ipynb")
    ]
    return sorted(pair for pair in found if not students or pair[0] in students)


def write(class_dir: Path | str, student: str, assignment: str) -> Path:
    """Write the feedback page of one submission below feedback/ and return its path.

    Raises NotRegisteredError, and GradebookError when no page can be made of the submission.
    """
    check_names(student, assignment)
    source = Path(class_dir, "autograded", student, assignment, f"{assignment}.ipynb")
    if not source.is_file():
        raise GradebookError(f"{student}: {assignment} has not been graded")
    with opened(class_dir, assignment):
        exporter = _exporter(class_dir)
    try:
        page, _ = exporter.from_filename(
            str(source), resources=resources_of(class_dir, student, assignment)
        )
    except Exception as error:  # the notebook holds what a student made of it
        raise GradebookError(f"{student}: {brief(error)}") from error
    path = Path(class_dir, "feedback", student, assignment, f"{assignment}.html")
    files.write_text(path, writable(page))
    return path


def _exporter(class_dir: Path | str) -> Exporter:
    """The exporter of nbgrader's feedback converter, as `nbgrader generate_feedback` has it."""
    config = class_config(class_dir)
    config.GenerateFeedback.exporter_class = FeedbackExporter
    course = CourseDirectory(config=config, log=log)
    converter = GenerateFeedback(coursedir=course, config=config, log=log)
    exporter = converter.exporter_class(parent=converter, config=converter.config)
    exporter.register_preprocessor(GetGrades(log=log), enabled=True)
    return exporter


class FeedbackExporter(Exporter):
    """Stands where nbgrader has the HTML exporter and its template."""

    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[str, dict[str, Any]]:
        nb, resources = super().from_notebook_node(nb, resources, **options)
        return _page(nb, resources["nbgrader"]), resources


def _page(nb: NotebookNode, grades: dict[str, Any]) -> str:
    lang = notebook.language(nb)
    say = speaker(lang)
    student, assignment = grades["student"], grades["assignment"]
    class_dir = Path(make_url(grades["db_url"]).database).parent
    known = results.read(ClassFolder(class_dir), Ref(student, assignment))
    reason = "" if known.tests else reason_of(nb)
    shown = Shown(nb, known.tests, _manual(grades), say)
    return render(
        "feedback.html.j2",
        lang,
        assignment=assignment,
        student=student,
        score=max(0, grades["score"]),
        points=grades["max_score"],
        penalty=grades["late_penalty"],
        exercises=[] if reason else shown.exercises(),
        rest=[] if reason else shown.rest(),
        reason=harmless.without_paths(reason),
        repairs=list(told(known.repairs, say)),
        **_handed_in(grades, say),
    )


def told(repairs: Iterable[Repair], say: Say) -> Iterator[str]:
    """What was repaired, in words; a repair that the catalogue does not know goes by its key."""
    for repair in repairs:
        try:
            yield harmless.without_paths(say(repair.key, **repair.values))
        except (KeyError, IndexError):
            yield repair.key


def _manual(grades: dict[str, Any]) -> set[str]:
    """The tests that have a score of a person's."""
    with Gradebook(grades["db_url"]) as gradebook:
        book = gradebook.find_submission_notebook(
            grades["notebook"], grades["assignment"], grades["student"]
        )
        return {grade.name for grade in book.grades if grade.manual_score is not None}


def _handed_in(grades: dict[str, Any], say: Say) -> dict[str, str]:
    """When it was handed in and how late that was, in words; empty where that is not known."""
    with Gradebook(grades["db_url"]) as gradebook:
        submission = gradebook.find_submission(grades["assignment"], grades["student"])
        when, late = submission.timestamp, submission.total_seconds_late
    local = when.replace(tzinfo=UTC).astimezone() if when else None
    return {
        "handed_in": f"{local:%Y-%m-%d %H:%M %Z}" if local else "",
        "late": duration(late, say) if late else "",
    }


def duration(seconds: float, say: Say) -> str:
    """A time in words: days and hours, or hours and minutes."""
    minutes = max(1, round(seconds / 60))
    hours, days = minutes // 60, minutes // (24 * 60)
    if days:
        return say("feedback.days", days=days, hours=hours % 24)
    return say("feedback.hours", hours=hours, minutes=minutes % 60)
