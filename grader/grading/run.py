"""A whole class: graded anywhere, one grading at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from grader.classroom import faults, roster
from grader.classroom.folder import ClassFolder
from grader.classroom.lock import alone, scratch
from grader.course import sources
from grader.course.checks import Files, module_of
from grader.errors import CourseError, RosterError
from grader.grading.entry import Entry
from grader.grading.options import Options
from grader.grading.unchanged import Extensions, Unchanged
from grader.notebooks import files, notebook
from grader.notebooks.names import modules

if TYPE_CHECKING:
    from grader.grading.regrade import Accept
    from grader.grading.worker import Setting


def grade_class(
    root: Path,
    folder: ClassFolder,
    assignments: list[str],
    options: Options,
    accept: "Accept" = lambda _: True,
) -> Iterator[Entry]:
    """Grade what is new or changed below submitted/ and enter it into the gradebook.

    Yields an entry for each submission, in the order of `ClassFolder.submissions`. One that cannot
    be read gets zeros with the reason and does not stop the rest; nor does a fault of ours, which
    leaves the grade as it was. Who is in `roster.csv` has the extensions that stand there.

    Where not the submission but the assignment, a limit or the grader has changed, the points may
    too: those submissions are held, as is all of an assignment whose tests have changed. In the
    end `accept` is shown whose points would differ, and they are written, or else left as they are.

    Raises BusyError when the class is being graded already, RosterError, NoSuchReadingError,
    EngineLost, CourseError for a cell that is no Python, and AssignmentChangedError when going on
    would lose something, or leave students with other tests.
    """
    extensions = _extensions(root, folder)
    with alone(folder):
        faults.clear_gone(folder)
        refs = folder.submissions(assignments, options.students)
        unchanged = Unchanged(root, folder, options, extensions)
        entries = {ref: unchanged.entry(ref) for ref in refs}
        if all(entries.values()):
            yield from filter(None, entries.values())
            return
        todo = sorted({ref.assignment for ref, entry in entries.items() if entry is None})
        from grader.grading import cluster

        with scratch(folder), cluster.engine(options, _setting(root, todo, options)) as running:
            from grader.grading import writer

            yield from writer.mark(root, folder, refs, extensions, options, running, accept)


def _extensions(root: Path, folder: ClassFolder) -> Extensions:
    """The extensions of each student in the roster, where the class has one."""
    students = roster.read(folder) if folder.roster.is_file() else []
    known = sources.assignments(root)
    if unknown := sorted({name for s in students for name in s.extensions} - {*known}):
        raise RosterError(
            f"{folder.roster}: an extension for {', '.join(unknown)}, of which there is "
            f"no source; there is {', '.join(known)}"
        )
    return {student.id: student.extensions for student in students}


def _setting(root: Path, assignments: list[str], options: Options) -> "Setting":
    """What the submissions of these assignments have in common."""
    from grader.grading.worker import Setting

    cells, tests = set[str](), set[str]()
    for name in assignments:
        source = files.read(sources.source_path(root, name))
        skip = notebook.skipped(source)
        for cell in notebook.code_cells(source):
            if notebook.grade_id(cell) in skip:
                continue
            try:
                loads = {*modules([cell.source])}
            except SyntaxError as error:
                where = notebook.grade_id(cell) or cell.get("id", "a cell")
                raise CourseError(f"{name}: {where} is no Python: {error}") from error
            cells |= loads
            tests |= loads if notebook.is_test(cell) else set()
        if (of := Files(root, name)).cases.is_file():
            codes = (files.read_bytes(path).decode("utf-8") for path in (of.cases, of.hidden))
            tests |= {module_of(name), *modules(codes)}
    return Setting(options.limits, options.sealed, (*sorted(cells),), (*sorted(tests),))
