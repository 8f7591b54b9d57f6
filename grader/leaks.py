"""What a student must not see: lines of solutions and hidden tests in a release."""

from collections.abc import Iterable, Iterator

from nbformat import NotebookNode

from grader import notebook
from grader.regions import split

SHORTEST_SECRET = 20  # characters without spaces: below it lines are alike by chance


def leaks(released: NotebookNode, sources: Iterable[NotebookNode]) -> list[str]:
    """Lines of solutions and hidden tests that a student's release gives away, each with its cell.

    `sources` are those of the release's own section and all later ones. A line counts when it has
    20 characters or more without spaces, is no import and does not stand in the cell's stub.
    """
    lines = [(cell, " ".join(line.split())) for cell in released.cells for line in _lines(cell)]
    found = []
    for secret in sorted({secret for source in sources for secret in _secrets(source)}):
        found += [f"cell {cell.id}: {line}" for cell, line in lines if secret in line]
    marked = ("BEGIN SOLUTION", "END SOLUTION", "HIDDEN TESTS", "#~ ")
    found += [f"cell {cell.id}: {line}" for cell, line in lines if any(m in line for m in marked)]
    return found


def _secrets(source: NotebookNode) -> Iterator[str]:
    for cell in notebook.code_cells(source):
        shown: set[str] = set()
        hidden: list[str] = []
        if notebook.is_solution(cell):
            for part in split(cell.source):
                shown |= {part} if isinstance(part, str) else set(part.student_lines())
                hidden += [] if isinstance(part, str) else part.solution
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
