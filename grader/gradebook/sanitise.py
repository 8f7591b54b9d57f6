"""What is done to a repaired submission before it runs: nbgrader's preprocessors.

Nothing of a student's is executed here and nothing is written.
"""

from typing import Any

from nbconvert.exporters import NotebookExporter
from nbconvert.preprocessors import Preprocessor
from nbconvert.writers.files import FilesWriter
from nbformat import NotebookNode
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory

from grader.classroom.folder import Ref
from grader.gradebook.book import log, registered, resources_of
from grader.gradebook.session import Book
from grader.notebooks import files


def sanitise(book: Book, ref: Ref, reading: bytes) -> bytes:
    """A repaired notebook as nbgrader would run it: the course's own test cells, hidden tests too.

    Nothing is written. Raises NotRegisteredError.
    """
    registered(book, ref.assignment)
    return Converter(book, ref).sanitise(files.parse(reading)).encode("utf-8")


class Converter(Autograde):
    """nbgrader's Autograde for one submission that runs elsewhere, on a gradebook that is open.

    The working directory stays as it is, and what goes wrong is raised instead of logged.
    """

    sanitize_preprocessors: list[type[Preprocessor]]

    def __init__(self, book: Book, ref: Ref) -> None:
        config = book.folder.config()
        super().__init__(coursedir=CourseDirectory(config=config, log=log), config=config, log=log)
        self.book, self.ref = book, ref
        self.writer = FilesWriter(parent=self)
        self.exporter = NotebookExporter(parent=self, config=self.config)
        self.exporter.optimistic_validation = True  # once, and not after each preprocessor
        self.sanitize_preprocessors = [book.step(step) for step in self.sanitize_preprocessors]

    def init_single_notebook_resources(self, notebook_filename: str) -> dict[str, Any]:
        return self.resources()

    def resources(self) -> dict[str, Any]:
        return resources_of(self.book, self.ref.student, self.ref.assignment)

    def sanitise(self, submission: NotebookNode) -> str:
        self._init_preprocessors()
        return str(self.exporter.from_notebook_node(submission, self.resources())[0])
