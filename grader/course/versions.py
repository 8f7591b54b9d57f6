"""From a source notebook to its versions: the student's, the gradebook's and the solution.

Each is a pure function of the source; `grader.course.build` writes them.
"""

import copy
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests, ComputeChecksums, LockCells

from grader.errors import MarkerError, ReleaseError, SettingError
from grader.notebooks import notebook, regions
from grader.notebooks.notebook import NEEDS_LINE, REPOSITORY_LINE, SETUP_LINE
from grader.notebooks.regions import given_text
from nlplab import __version__
from nlplab.messages import LANGUAGES, say

T = TypeVar("T")

_BADGE = "https://colab.research.google.com/assets/colab-badge.svg"
_TITLES = {"ko": "Colab에서 열기", "en": "Open in Colab"}


@dataclass(frozen=True)
class Repository:
    """The student repository on GitHub; raises SettingError when a name is none of GitHub's."""

    owner_name: str
    branch: str = "main"

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[\w.-]+/[\w.-]+", self.owner_name, re.ASCII):
            raise SettingError(f"a repository is OWNER/NAME, not {self.owner_name!r}")
        if not re.fullmatch(r"[\w./-]+", self.branch, re.ASCII):
            raise SettingError(f"not a branch name: {self.branch!r}")

    @property
    def archive(self) -> str:
        return f"https://github.com/{self.owner_name}/archive/refs/heads/{self.branch}.zip"

    def badge(self, lang: str, assignment: str) -> str:
        """One line of markdown that opens the released notebook in Colab."""
        where = f"{self.owner_name}/blob/{self.branch}/notebooks/{lang}/{assignment}.ipynb"
        link = f"https://colab.research.google.com/github/{where}"
        return f"[![{_TITLES[lang]}]({_BADGE})]({link})"


def with_given(source: NotebookNode, texts: Mapping[str, str]) -> NotebookNode:
    """A copy in which a given cell has the texts of those it names; raises ReleaseError."""
    filled = copy.deepcopy(source)
    for cell in filter(notebook.given, filled.cells):
        try:
            cell.source = given_text(notebook.given(cell), texts)
        except KeyError as error:
            said = f"{where(cell)}: given {error} is no cell of a section"
            raise ReleaseError(said) from error
    return filled


def student_version(
    source: NotebookNode, lang: str, repository: Repository | None = None, *, assignment: str = ""
) -> NotebookNode:
    """What a student opens: one language, stubs, no hidden tests, nbgrader's checksums.

    `assignment` is needed with a repository, for the address behind the badge.
    """
    release = gradebook_version(source, lang, repository, assignment=assignment)
    _each_cell(release, ClearHiddenTests().preprocess_cell)
    for cell in filter(notebook.is_test, release.cells):
        cell.source = cell.source.rstrip()
    return _each_cell(release, ComputeChecksums().preprocess_cell)


def gradebook_version(
    source: NotebookNode,
    lang: str = "ko",
    repository: Repository | None = None,
    *,
    assignment: str = "",
) -> NotebookNode:
    """What nbgrader's SaveCells stores: a student's notebook that still has its hidden tests.

    Its first cell names this version of nlplab as the one that it needs.
    """
    release = _translated(source, lang)
    _replace_line(release, NEEDS_LINE, f'NEEDS = "{__version__}"')
    release.cells = [cell for cell in release.cells if not notebook.is_rubric(cell)]
    for cell in filter(notebook.is_written, release.cells):
        cell.source = say("written.placeholder", lang=lang)
    for cell in notebook.code_cells(release):
        if notebook.is_solution(cell):
            cell.source = _named(cell, regions.stub_text)
        elif any(isinstance(part, regions.Region) for part in _named(cell, regions.split)):
            raise ReleaseError(f"{where(cell)}: a solution region outside a solution cell")
    for cell in release.cells:
        _drop_source_metadata(cell)
    if repository:
        _point_at(release, repository, lang, assignment)
    locking = LockCells(lock_readonly_cells=False)  # students may play with what is not graded
    _each_cell(release, locking.preprocess_cell)
    return _each_cell(release, ComputeChecksums().preprocess_cell)


def solution_version(source: NotebookNode, lang: str) -> NotebookNode:
    """The solved notebook, not yet executed: no markers, all tests as plain code, all tags.

    Written answers are model answers, each with its rubric below it.
    """
    release = _translated(source, lang)
    for cell in notebook.code_cells(release):
        cell.source = _named(cell, regions.solution_text)
    return release


def _translated(source: NotebookNode, lang: str) -> NotebookNode:
    """A copy of one language without outputs, with the language in its first code cell."""
    if lang not in LANGUAGES:
        raise ReleaseError(f"language {lang!r} is none of {', '.join(LANGUAGES)}")
    release = copy.deepcopy(source)
    for cell in release.cells:
        if cell.cell_type == "markdown" and cell.metadata.get("lang") not in LANGUAGES:
            raise ReleaseError(f"{where(cell)}: a text without a language")
    release.cells = [
        c for c in release.cells if c.cell_type != "markdown" or c.metadata.lang == lang
    ]
    for cell in notebook.code_cells(release):
        cell.outputs, cell.execution_count = [], None
    kept = {
        key: source.metadata[key]
        for key in ("kernelspec", "language_info")
        if key in source.metadata
    }
    kept.get("language_info", {}).pop("version", None)
    release.metadata = NotebookNode(copy.deepcopy(kept))
    _replace_line(release, SETUP_LINE, f'setup(lang="{lang}")')
    return release


def _replace_line(release: NotebookNode, old: str, new: str) -> None:
    first = next(notebook.code_cells(release), None)
    if first is None or old not in first.source.split("\n"):
        raise ReleaseError(f"the first code cell has no line `{old}`")
    first.source = "\n".join(new if line == old else line for line in first.source.split("\n"))


def _point_at(release: NotebookNode, repository: Repository, lang: str, assignment: str) -> None:
    if not assignment:
        raise SettingError("a release for a repository needs the assignment's name")
    _replace_line(release, REPOSITORY_LINE, f'REPOSITORY = "{repository.archive}"')
    text = next(cell for cell in release.cells if cell.cell_type == "markdown")
    text.source = f"{repository.badge(lang, assignment)}\n\n{text.source}"


def _drop_source_metadata(cell: NotebookNode) -> None:
    for key in ("ko_hash", "given", "execution"):
        cell.metadata.pop(key, None)
    private = (notebook.SKIP, notebook.REPORT)
    tags = [t for t in cell.metadata.pop("tags", []) if t not in private and "nbval" not in t]
    if tags:
        cell.metadata.tags = tags


def _named(cell: NotebookNode, function: Callable[[str], T]) -> T:
    """`function` of a cell's source, with the cell in the message of what it raises."""
    try:
        return function(cell.source)
    except MarkerError as error:
        raise ReleaseError(f"{where(cell)}: {error}") from error


def _each_cell(
    release: NotebookNode, preprocess: Callable[[NotebookNode, dict[str, Any], int], object]
) -> NotebookNode:
    for index, cell in enumerate(release.cells):
        try:
            preprocess(cell, {}, index)
        except (RuntimeError, KeyError) as error:
            raise ReleaseError(f"{where(cell)}: {error}") from error
    return release


def where(cell: NotebookNode) -> str:
    """The cell, as messages about it begin."""
    return f"cell {notebook.label(cell)}"
