"""A whole class on a Dask cluster: graded anywhere, one grading at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from grader.classroom.folder import ClassFolder
from grader.classroom.lock import alone, scratch
from grader.course import sources
from grader.grading.cluster import Options, engine
from grader.notebooks import files, notebook
from grader.notebooks.names import modules

if TYPE_CHECKING:
    from grader.grading.job import Entry
    from grader.grading.regrade import Accept


def submissions(
    class_dir: Path, assignments: list[str], students: frozenset[str] = frozenset()
) -> list[tuple[str, str]]:
    """Who handed in what, sorted: `(student, assignment)` of these assignments.

    `students` narrows it down to these; empty, it is everybody.
    """
    folders = sorted((class_dir / "submitted").glob("*/*"))
    found = [(folder.parent.name, folder.name) for folder in folders if folder.is_dir()]
    return [
        (student, name)
        for student, name in found
        if name in assignments and (not students or student in students)
    ]


def unknown(class_dir: Path, assignments: list[str]) -> list[str]:
    """Folders below `submitted/` that are none of these assignments."""
    found = sorted((class_dir / "submitted").glob("*/*"))
    return [str(path) for path in found if path.is_dir() and path.name not in assignments]


def grade_class(
    root: Path,
    class_dir: Path,
    assignments: list[str],
    options: Options,
    accept: "Accept" = lambda _: True,
) -> "Iterator[Entry]":
    """Grade what is new or changed below `class_dir/submitted` and enter it into the gradebook.

    Yields an entry for each submission, in the order of `submissions`. One that cannot be read or
    graded gets zeros with the reason and does not stop the rest. Who is in `roster.csv` has the
    extensions that stand there.

    Where not the submission but the assignment, a limit or the grader has changed, the points may
    too: those submissions are held, as is all of an assignment whose tests have changed. In the
    end `accept` is shown whose points would differ, and they are written, or else left as they are.

    Raises BusyError when the class is being graded already, RosterError, NoSuchReadingError, and
    AssignmentChangedError when going on would lose something, or leave students with other tests.
    """
    read = [files.read(sources.source_path(root, name)) for name in assignments]
    cells = [cell for source in read for cell in notebook.code_cells(source)]
    imports = modules(cell.source for cell in cells)
    folder = ClassFolder(class_dir)
    with alone(folder), scratch(folder), engine(options, imports) as running:
        from grader.grading import writer  # nbgrader takes its time, while the engine gets ready

        handed_in = submissions(class_dir, assignments, options.students)
        yield from writer.mark(root, class_dir, assignments, handed_in, options, running, accept)
