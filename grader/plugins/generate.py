"""nbgrader's Generate: its gradebook and its release are those of `grader`.

    nbgrader generate_assignment 01_tokenizer

`Registered` and `StudentVersion` stand where nbgrader has a dozen preprocessors of its own.
"""

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor, SaveCells
from traitlets import Enum

from grader.course import build
from grader.course.versions import gradebook_version
from grader.gradebook import book as gradebook
from grader.gradebook.session import folder_of, opened
from nlplab.messages import LANGUAGES


class Registered(SaveCells):
    """Enters the assignment into the gradebook, as grading does; `--no-db` leaves it out.

    Where submissions are recorded under an earlier version, the gradebook stays as it is: grading
    shows whose points change before it takes the new one.
    """

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        root, name = _place(resources)
        version = gradebook_version(build.source(root, name))
        with opened(folder_of(CourseDirectory(parent=self)), create=True) as book:
            if gradebook.mended(book, name, version):
                self.log.warning(
                    "%s has changed since submissions of it were graded. The gradebook keeps the "
                    "earlier version until all are graded again: grader grade --assignment %s",
                    *(name, name),
                )
            else:
                with book.transaction():
                    gradebook.register(book, name, version)
        return nb, resources


class StudentVersion(NbGraderPreprocessor):
    """Makes of a source what students get: the same as `grader release` writes."""

    lang = Enum(LANGUAGES, LANGUAGES[0], help="The language of what Generate writes.").tag(
        config=True
    )

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        root, name = _place(resources)
        return build.student_release(root, self.lang, name), resources


def _place(resources: dict[str, Any]) -> tuple[Path, str]:
    """The folder of the course, in which `source/NAME/NAME.ipynb` is, and the name."""
    return Path(resources["metadata"]["path"]).parents[1], resources["nbgrader"]["assignment"]
