"""Feedback through nbgrader: a page for each graded notebook, in its student's language.

It shows points, the message of each failed check, the student's own line, what was repaired,
lateness and comments. What nbgrader's page shows and a student must not see is left out: hidden
tests, expected values, paths of this machine. nbgrader's own commands and the formgrader write the
same page, since `nbgrader_config.py` names `FeedbackExporter`.
"""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from datetime import UTC
from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import GetGrades
from traitlets import default

from grader.classroom import results, zone
from grader.classroom.folder import Ref
from grader.classroom.submission import brief, writable
from grader.errors import GradebookError
from grader.gradebook import written
from grader.gradebook.book import log, registered, resources_of
from grader.gradebook.record import reason_of
from grader.gradebook.session import Book, folder_of, opened
from grader.notebooks import files, notebook
from grader.outcome import WAITING, Repair
from grader.pages import harmless
from grader.pages.html import Say, render, speaker
from grader.pages.view import Shown


def write(book: Book, ref: Ref) -> Path:
    """Write the feedback page of one submission below feedback/ and return its path.

    Raises NotRegisteredError, and GradebookError when no page can be made of the submission.
    """
    source = book.folder.graded(ref)
    if not source.is_file():
        raise GradebookError(f"{ref.student}: {ref.assignment} has not been graded")
    registered(book, ref.assignment)
    try:
        page = _exported(book, ref, source)
    except Exception as error:  # the notebook holds what a student made of it
        raise GradebookError(f"{ref.student}: {brief(error)}") from error
    path = book.folder.feedback(ref)
    files.write_text(path, writable(page))
    return path


def _exported(book: Book, ref: Ref, source: Path) -> str:
    """The page of a graded notebook, made as `nbgrader generate_feedback` makes it."""
    config = book.folder.config()
    config.GenerateFeedback.exporter_class = FeedbackExporter
    course = CourseDirectory(config=config, log=log)
    converter = GenerateFeedback(coursedir=course, config=config, log=log)
    exporter = converter.exporter_class(parent=converter, config=converter.config)
    exporter.register_preprocessor(book.step(GetGrades)(log=log), enabled=True)
    exporter.book = book
    resources = resources_of(book, ref.student, ref.assignment)
    return str(exporter.from_filename(str(source), resources=resources)[0])


class FeedbackExporter(Exporter):
    """Stands where nbgrader has the HTML exporter and its template."""

    output_mimetype = "text/html"
    book: Book | None = None  # one that is open already

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(  # type: ignore[override]  # gives a text, as the HTML exporter does
        self, nb: NotebookNode, resources: dict[str, Any] | None = None, **options: Any
    ) -> tuple[str, dict[str, Any]]:
        nb, resources = super().from_notebook_node(nb, resources, **options)
        names = resources["nbgrader"]
        folder = folder_of(CourseDirectory(parent=self))
        with nullcontext(self.book) if self.book else opened(folder) as book:
            return _page(book, nb, names), resources


def _page(book: Book, nb: NotebookNode, grades: dict[str, Any]) -> str:
    lang = notebook.language(nb)
    say = speaker(lang)
    ref = Ref(grades["student"], grades["assignment"])
    known = results.read(book.folder, ref)
    reason = "" if known.tests else known.reason.said(lang) if known.reason else reason_of(nb)
    answers = written.outcomes(book, ref.assignment).get(ref.student, {})
    shown = Shown(nb, {**known.tests, **answers}, _manual(book, ref), say)
    return render(
        "feedback.html.j2",
        lang,
        assignment=ref.assignment,
        student=ref.student,
        score=max(0, grades["score"]),
        points=grades["max_score"],
        penalty=grades["late_penalty"],
        waiting=sum(answer.outcome == WAITING for answer in answers.values()),
        exercises=[] if reason else shown.exercises(),
        rest=[] if reason else shown.rest(),
        reason=harmless.without_paths(reason),
        repairs=list(told(known.repairs, lang)),
        **_handed_in(book, ref, say),
    )


def told(repairs: Iterable[Repair], lang: str) -> Iterator[str]:
    """What was repaired, in words; a repair that the catalogue does not know goes by its key."""
    for repair in repairs:
        yield harmless.without_paths(repair.said(lang))


def _manual(book: Book, ref: Ref) -> set[str]:
    """The tests that have a score of a person's."""
    submitted = book.find_submission_notebook(ref.assignment, ref.assignment, ref.student)
    return {grade.name for grade in submitted.grades if grade.manual_score is not None}


def _handed_in(book: Book, ref: Ref, say: Say) -> dict[str, str]:
    """When it was handed in and how late that was, in words; empty where that is not known."""
    submission = book.find_submission(ref.assignment, ref.student)
    when, late = submission.timestamp, submission.total_seconds_late
    return {
        "handed_in": zone.read(book.folder).shown(when.replace(tzinfo=UTC)) if when else "",
        "late": duration(late, say) if late else "",
    }


def duration(seconds: float, say: Say) -> str:
    """A time in words: days and hours, or hours and minutes."""
    minutes = max(1, round(seconds / 60))
    hours, days = minutes // 60, minutes // (24 * 60)
    if days:
        return say("feedback.days", days=days, hours=hours % 24)
    return say("feedback.hours", hours=hours, minutes=minutes % 60)
