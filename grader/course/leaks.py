"""What a student must not see: lines of solutions, hidden tests and rubrics in a release."""

from collections.abc import Iterable, Iterator

from nbformat import NotebookNode

from grader.notebooks import notebook
from grader.notebooks.regions import split

SHORTEST_SECRET = 20  # characters without spaces: below it lines are alike by chance


def leaks(released: NotebookNode, sources: Iterable[NotebookNode]) -> list[str]:
    """Lines of solutions and hidden tests that a student's release gives away, each with its cell.

    `sources` are those of the release's own section and all later ones. A line counts when it has
    20 characters or more without spaces, is no import and does not stand in the cell's stub.
    """
    known = sorted({secret for source in sources for secret in _secrets(source)})
    return [
        f"cell {cell.id}: {line}"
        for cell in released.cells
        for line in _giving_away(_lines(cell), known)
    ]


def leaked_lines(lines: Iterable[str], sources: Iterable[NotebookNode]) -> list[str]:
    """Those of `lines`, of whatever text, that give a solution or hidden test of `sources` away."""
    known = sorted({secret for source in sources for secret in _secrets(source)})
    return list(_giving_away(lines, known))


def _giving_away(lines: Iterable[str], secrets: list[str]) -> Iterator[str]:
    marked = ("BEGIN SOLUTION", "END SOLUTION", "HIDDEN TESTS", "#~ ")
    for line in (" ".join(line.split()) for line in lines):
        if any(part in line for part in (*secrets, *marked)):
            yield line


def _secrets(source: NotebookNode) -> Iterator[str]:
    for cell in source.cells:
        shown: set[str] = set()
        hidden: list[str] = []
        if notebook.is_solution(cell):
            for part in split(cell.source):
                shown |= {part} if isinstance(part, str) else set(part.student_lines())
                hidden += [] if isinstance(part, str) else part.solution
        elif notebook.is_written(cell) or notebook.is_rubric(cell):
            hidden = cell.source.split("\n")
        elif notebook.is_test(cell):
            inside = False
            for line in cell.source.split("\n"):
                inside = "BEGIN HIDDEN" in line or (inside and "END HIDDEN" not in line)
                hidden.append(line) if inside else shown.add(line)
        known = {" ".join(line.split()) for line in shown}
        for line in (" ".join(line.split()) for line in hidden):
            trivial = line.startswith(("import ", "from ", "###")) or line in known
            if not trivial and len(line.replace(" ", "")) >= SHORTEST_SECRET:
                yield line


def _lines(cell: NotebookNode) -> list[str]:
    outputs = [str(output) for output in cell.get("outputs", [])]
    return [*cell.source.split("\n"), *outputs]
