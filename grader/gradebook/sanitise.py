"""What is done to a repaired submission before it runs: nbgrader's preprocessors.

Nothing of a student's is executed here and nothing is written.
"""

from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbconvert.writers import FilesWriter
from nbformat import NotebookNode
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import SQLAlchemyError

from grader.classroom.folder import class_config
from grader.classroom.submission import brief
from grader.errors import SubmissionError
from grader.gradebook.book import log, opened, resources_of
from grader.notebooks import files


class MetadataError(SubmissionError):
    """Cells that nbgrader refuses."""


def sanitise(class_dir: Path | str, student: str, assignment: str, reading: bytes) -> bytes:
    """A repaired notebook as nbgrader would run it: the course's own test cells, hidden tests too.

    Nothing is written. Raises MetadataError and NotRegisteredError.
    """
    with opened(class_dir, assignment):
        converter = Converter(class_dir, student, assignment)
    try:
        return converter.sanitise(files.parse(reading)).encode("utf-8")
    except SQLAlchemyError:
        raise  # the gradebook's trouble, not the student's
    except Exception as error:  # nbgrader's preprocessors break in many ways
        raise MetadataError(brief(error)) from error


class Converter(Autograde):
    """nbgrader's Autograde for one submission that runs elsewhere.

    The working directory stays as it is, and what goes wrong is raised instead of logged.
    """

    def __init__(self, class_dir: Path | str, student: str, assignment: str) -> None:
        config = class_config(class_dir)
        course = CourseDirectory(config=config, log=log)
        super().__init__(coursedir=course, config=config, log=log)
        self.whose = (class_dir, student, assignment)
        self.graded_folder = self._format_dest(assignment, student)
        self.writer = FilesWriter(parent=self)
        self.exporter = NotebookExporter(parent=self, config=self.config)
        self.exporter.optimistic_validation = True  # once, and not after each preprocessor

    def init_single_notebook_resources(self, notebook_filename: str) -> dict[str, Any]:
        return resources_of(*self.whose)

    def sanitise(self, submission: NotebookNode) -> str:
        self._init_preprocessors()
        return self.exporter.from_notebook_node(submission, resources_of(*self.whose))[0]
