"""Cells that come or go after submissions were recorded: the gradebook follows, grades stay.

nbgrader's own SaveCells refuses that.
"""

import json
from collections.abc import Sequence

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import (
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SolutionCell,
    SourceCell,
    TaskCell,
)

from grader.notebooks import notebook

KINDS = {GradeCell: utils.is_grade, SolutionCell: utils.is_solution, TaskCell: utils.is_task}
ENTRIES = {GradeCell: [Grade], SolutionCell: [Comment], TaskCell: [Grade, Comment]}
MOST_NAMED = 5


def entered_at_gone(known: Notebook, cells: Sequence[NotebookNode]) -> str:
    """The scores and comments that people entered at cells that are not among these, in words."""
    found = []
    for cell in _gone(known, cells):
        for grade in cell.grades or ():
            if grade.manual_score is not None or grade.extra_credit:
                found.append(f"a score for {grade.student.id} at {cell.name}")
        for comment in cell.comments or ():
            if comment.manual_comment:
                found.append(f"a comment for {comment.student.id} at {cell.name}")
    more = [f"{len(found) - MOST_NAMED} more"] if len(found) > MOST_NAMED else []
    return ", ".join(found[:MOST_NAMED] + more)


def amend(
    book: Gradebook, known: Notebook, release: NotebookNode, cells: Sequence[NotebookNode]
) -> None:
    """Let a notebook in the gradebook have these cells of a release, in their order.

    What is new has an empty grade or comment in every submission; what is gone has none any more.
    """
    db = book.db
    for gone in _gone(known, cells):
        for entry in [*(gone.grades or ()), *(gone.comments or ())]:
            db.delete(entry)
        db.delete(gone)
    for source in known.source_cells:
        db.delete(source)
    db.flush()
    db.expire(known)

    there = {(type(cell), cell.name) for cell in _cells(known)}
    for cell in cells:
        name, marks = notebook.grade_id(cell), cell.metadata.nbgrader
        for kind, entries in ENTRIES.items():
            if KINDS[kind](cell) and (kind, name) not in there:
                graded = {"max_score": float(marks.points), "cell_type": cell.cell_type}
                new = kind(name=name, notebook_id=known.id, **(graded if Grade in entries else {}))
                db.add(new)
                db.flush()
                for of in known.submissions:
                    db.add_all(entry(cell_id=new.id, notebook_id=of.id) for entry in entries)
        text = {"source": cell.source, "checksum": marks.checksum, "locked": utils.is_locked(cell)}
        db.add(SourceCell(name=name, notebook_id=known.id, cell_type=cell.cell_type, **text))
    known.kernelspec = json.dumps(release.metadata.get("kernelspec", {}))
    db.commit()
    db.expire_all()  # a book that is held open would keep what it had read of the notebook


def _gone(known: Notebook, cells: Sequence[NotebookNode]) -> list[BaseCell]:
    there = {(kind, notebook.grade_id(c)) for kind, of in KINDS.items() for c in cells if of(c)}
    return [cell for cell in _cells(known) if (type(cell), cell.name) not in there]


def _cells(known: Notebook) -> list[BaseCell]:
    return [*known.grade_cells, *known.solution_cells, *known.task_cells]
