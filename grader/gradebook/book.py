"""What the gradebook of a class is told of an assignment: its cells and its points."""

import copy
import json
import logging
from typing import Any

from nbformat import NotebookNode
from nbgrader import preprocessors as stock
from nbgrader import utils
from nbgrader.api import MissingEntry, Notebook

from grader.classroom.folder import check_name
from grader.errors import AssignmentChangedError, NotRegisteredError
from grader.gradebook import migrate
from grader.gradebook.session import Book, source_cells
from grader.notebooks import notebook

log = logging.getLogger(f"{__name__}.nbgrader")
log.addHandler(logging.NullHandler())  # nbgrader's own messages: kept off the terminal
log.setLevel(logging.WARNING)


def register(book: Book, assignment: str, version: NotebookNode) -> None:
    """Enter an assignment, its cells and points.

    `version` is the student's release with its hidden tests still in it. Registering the same
    again changes nothing; a due date set meanwhile stays. When submissions are recorded, cells may
    come, and go as long as nobody has entered a score or a comment there: else raises
    AssignmentChangedError.
    """
    release = _prepared(book, assignment, version)
    book.update_or_create_assignment(assignment)
    known = _known(book, assignment)
    if known and _holds(known, release):
        return
    if known and known.submissions:
        if entered := migrate.entered_at_gone(known, _marked(release)):
            raise AssignmentChangedError(
                f"{assignment} has lost cells at which somebody entered {entered}. Give them "
                "back their grade_id in source/, or clear that in the formgrader; then grade again"
            )
        migrate.amend(book, known, release, _marked(release))
    save = book.step(stock.SaveCells)(log=log)
    save(release, resources_of(book, "", assignment))


def mended(book: Book, assignment: str, version: NotebookNode) -> bool:
    """Whether submissions are recorded under another version of the assignment than this one."""
    known = _known(book, assignment)
    if known is None or not known.submissions:
        return False
    return not _holds(known, _prepared(book, assignment, version))


def registered(book: Book, assignment: str) -> Notebook:
    """The notebook of an assignment in the gradebook; raises NotRegisteredError."""
    known = _known(book, assignment)
    if known is None:
        raise NotRegisteredError(f"the gradebook of {book.folder} has no {assignment}")
    return known


def cells(book: Book, assignment: str) -> set[str]:
    """The names of an assignment's answers, tests and locked cells; raises NotRegisteredError."""
    return {cell.name for cell in registered(book, assignment).source_cells}


def resources_of(book: Book, student: str, assignment: str) -> dict[str, Any]:
    """What nbgrader's preprocessors ask for: whose notebook it is and where its grades go."""
    names = {"student": student, "assignment": assignment, "notebook": assignment}
    return {
        "unique_key": assignment,
        "output_files_dir": f"{assignment}_files",
        "nbgrader": names | {"db_url": book.url},
    }


def _prepared(book: Book, assignment: str, version: NotebookNode) -> NotebookNode:
    """A version of an assignment with nbgrader's checksums."""
    check_name(assignment)
    release = copy.deepcopy(version)
    for step in (stock.CheckCellMetadata, stock.ComputeChecksums):
        release, _ = book.step(step)(log=log)(release, resources_of(book, "", assignment))
    return release


def _known(book: Book, assignment: str) -> Notebook | None:
    try:
        return book.find_notebook(assignment, assignment)
    except MissingEntry:
        return None


def _holds(known: Notebook, release: NotebookNode) -> bool:
    """Whether the gradebook has these cells, with their points, in this order."""
    wanted = [(notebook.grade_id(c), c.metadata.nbgrader.checksum) for c in _marked(release)]
    there = [(cell.name, cell.checksum) for cell in source_cells(known)]
    kernel = release.metadata.get("kernelspec", {})
    return there == wanted and json.loads(known.kernelspec) == kernel


def _marked(nb: NotebookNode) -> list[NotebookNode]:
    kinds = (utils.is_grade, utils.is_solution, utils.is_locked, utils.is_task)
    return [cell for cell in nb.cells if any(kind(cell) for kind in kinds)]
