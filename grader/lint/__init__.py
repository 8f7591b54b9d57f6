"""What can be wrong with a source notebook, found before a student finds it.

A rule is a function from a `Page`, one source notebook and what it needs of the others, to pairs of
a cell (None for the notebook as a whole) and what to do. Its name is the key in `RULES`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from grader.course import checks as course
from grader.course import sources
from grader.lint import cells, checks, exercises, leak, ruff, tests, texts
from grader.lint.page import Page
from grader.notebooks import files, notebook
from grader.notebooks.regions import given_texts

RULES = cells.RULES | texts.RULES | exercises.RULES | tests.RULES


@dataclass(frozen=True)
class Finding:
    """One fault: the file below the root, the cell's id and grade_id, the rule, what to do."""

    file: str
    cell: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.cell or 'notebook'}: {self.rule}: {self.message}"


def lint(root: Path) -> list[Finding]:
    """Every fault in the source notebooks below `root`, in the order of files and cells.

    Raises CourseError: when a source is no notebook at all, or the bank has a file of no kind.
    """
    pages = _pages(root)
    faults = [
        (page, rule, cell, message)
        for page in pages
        for rule, check in RULES.items()
        for cell, message in check(page)
    ]
    faults += [(page, "duplicate-helper", cell, said) for page, cell, said in cells.helpers(pages)]
    faults += [(page, "setup", cell, said) for page, cell, said in cells.first_cells(pages)]
    faults += _of_checks(root, pages)
    faults += [(page, "ruff", cell, message) for page, cell, message in ruff.faults(pages)]
    order = {id(cell): i for page in pages for i, cell in enumerate(page.source.cells)}
    faults.sort(key=lambda fault: (fault[0].name, order.get(id(fault[2]), -1)))
    return [_finding(root, *fault) for fault in faults]


def fix(root: Path) -> list[Path]:
    """Fill every given cell with the texts of those it names; return the notebooks that changed."""
    changed = []
    for page in _pages(root):
        if exercises.fill_given(page):
            files.write(path := sources.source_path(root, page.name), page.source)
            changed.append(path)
    return changed


def _pages(root: Path) -> list[Page]:
    read = sources.read_all(root)
    given = given_texts(read)
    observing = course.observing(root)
    return [Page(name, source, given, name in observing) for name, source in read.items()]


def _of_checks(
    root: Path, pages: list[Page]
) -> Iterator[tuple[Page, str, NotebookNode | None, str]]:
    """The faults of sections whose checks observe."""
    shipped = leak.shipped(root, pages) if any(page.observes for page in pages) else []
    for index, page in enumerate(pages):
        if page.observes:
            for rule, cell, message in checks.faults(root, page):
                yield page, rule, cell, message
            for cell, message in leak.leaks(page, pages[:index], shipped):
                yield page, "leak", cell, message


def _finding(root: Path, page: Page, rule: str, cell: NotebookNode | None, message: str) -> Finding:
    file = sources.source_path(root, page.name).relative_to(root).as_posix()
    return Finding(file, notebook.label(cell) if cell else "", rule, message)
