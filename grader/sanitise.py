"""What is done to a submission before it runs: read, and put right by nbgrader's preprocessors.

Nothing of a student's is executed here and nothing is written.
"""

import json
import re
import textwrap
from itertools import count
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.writers import FilesWriter
from nbformat import NotebookNode
from nbgrader import preprocessors as stock
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import SQLAlchemyError

from grader import notebook
from grader.classdir import class_config, is_plain, submitted
from grader.gradebook import RecordError, log, opened, resources_of

LARGEST_SUBMISSION = 100_000_000  # bytes


class SubmissionError(RecordError):
    """A submission that cannot be graded as it is; the base of those below."""


class NotHandedInError(SubmissionError):
    """There is no notebook of the assignment's name, or it is no ordinary file."""


class NotJSONError(SubmissionError):
    """The file is not JSON text: cut short, binary, or something else renamed."""


class NotANotebookError(SubmissionError):
    """The file is JSON, but not a notebook of format 4."""


class MetadataError(SubmissionError):
    """The cells' nbgrader metadata are of another version, incomplete or tampered with."""


def sanitise(class_dir: Path | str, student: str, assignment: str) -> bytes:
    """The submitted notebook as nbgrader would run it: no outputs, the course's own test cells.

    Nothing is written. Raises a SubmissionError that says what is wrong with the submission, and
    NotRegisteredError.
    """
    path = _found(submitted(class_dir, student, assignment), assignment)
    with opened(class_dir, assignment):
        converter = Converter(class_dir, student, assignment)
    submission = _read(path)
    try:
        return converter.sanitise(submission).encode("utf-8")
    except SQLAlchemyError:
        raise  # the gradebook's trouble, not the student's
    except Exception as error:  # hostile metadata break nbgrader's preprocessors in many ways
        raise MetadataError(f"{path.name}: {brief(error)}") from error


def _found(folder: Path, assignment: str) -> Path:
    """The notebook of the assignment's name, else the only one there: students may rename it."""
    named, there = folder / f"{assignment}.ipynb", sorted(folder.glob("*.ipynb"))
    return there[0] if len(there) == 1 else named


def _read(path: Path) -> NotebookNode:
    if path.is_symlink():
        raise NotHandedInError(f"{path.name} is a link, not a notebook")
    if not is_plain(path):
        raise NotHandedInError(f"no notebook {path.name}")
    if path.stat().st_size > LARGEST_SUBMISSION:
        raise NotANotebookError(f"{path.name} is larger than {LARGEST_SUBMISSION // 10**6} MB")
    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotJSONError(
            f"{path.name} is damaged or cut short (not JSON: {brief(error)}): ask for it again"
        ) from error
    cells = content.get("cells") if isinstance(content, dict) else None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise NotANotebookError(f"{path.name} is JSON without a notebook's cells")
    ids: set[str] = set()
    for index, cell in enumerate(cells):
        if cell.get("cell_type") == "code":  # thrown away, so let no broken output cost a grade
            cell.update(outputs=[], execution_count=None)
        name = cell.get("id")
        if not isinstance(name, str) or not re.fullmatch(r"[\w-]{1,64}", name, re.A) or name in ids:
            cell["id"] = next(new for n in count(index) if (new := f"cell-{n}") not in ids)
        ids.add(cell["id"])
    try:
        content["nbformat_minor"] = 5
        submission = notebook.from_json(content)
        nbformat.validate(submission, relax_add_props=True)
        nbformat.writes(submission).encode("utf-8")  # half a surrogate pair cannot be written
    except Exception as error:  # nbformat's validation raises many kinds
        raise NotANotebookError(f"{path.name} is no valid notebook: {brief(error)}") from error
    return submission


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
        self.sanitize_preprocessors = [
            stock.ClearOutput,
            stock.DeduplicateIds,
            stock.OverwriteKernelspec,
            stock.OverwriteCells,
            Unmark,
            stock.CheckCellMetadata,
        ]
        self.writer = FilesWriter(parent=self)
        self.exporter = NotebookExporter(parent=self, config=self.config)
        self.exporter.optimistic_validation = True  # once, and not after each preprocessor

    def init_single_notebook_resources(self, notebook_filename: str) -> dict[str, Any]:
        return resources_of(*self.whose)

    def sanitise(self, submission: NotebookNode) -> str:
        self._init_preprocessors()
        return self.exporter.from_notebook_node(submission, resources_of(*self.whose))[0]


class Unmark(stock.NbGraderPreprocessor):
    """Makes an ordinary cell of one that has lost its grade_id.

    nbgrader takes the id from a repeated cell and from one of another assignment, and then
    refuses the whole notebook for what is left of their metadata.
    """

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        if "grade_id" not in cell.metadata.get("nbgrader", {}):
            cell.metadata.pop("nbgrader", None)
        return cell, resources


def brief(error: BaseException) -> str:
    """The first line of an error, short enough for a table."""
    text = str(error).strip().split("\n")[0] or type(error).__name__
    return textwrap.shorten(writable(text), 200, placeholder=" …")


def writable(text: str) -> str:
    """`text` without half surrogate pairs, which no file and no database takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
