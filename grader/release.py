"""From a source notebook to its releases: the student's, the gradebook's and the solution.

The versions are pure functions of the source. `build` writes them below the repository's root and
`stale` says which of the committed ones are no longer what the source gives.
"""

import base64
import copy
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import nbclient
from nbclient.exceptions import CellControlSignal, DeadKernelError
from nbconvert.filters import strip_ansi
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests, ComputeChecksums, LockCells

from grader import notebook

REPOSITORY_LINE = 'REPOSITORY = ""'
SETUP_LINE = 'setup(lang="ko")'
LARGEST_IMAGE = 100_000  # bytes
_BADGE = "https://colab.research.google.com/assets/colab-badge.svg"
_TITLES = {"ko": "Colab에서 열기", "en": "Open in Colab"}


class ReleaseError(Exception):
    """A source that cannot be released or a solution that does not run; names the cell."""


@dataclass(frozen=True)
class Repository:
    """The student repository on GitHub; raises ValueError when a name is none of GitHub's."""

    owner_name: str
    branch: str = "main"

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[\w.-]+/[\w.-]+", self.owner_name, re.ASCII):
            raise ValueError(f"a repository is OWNER/NAME, not {self.owner_name!r}")
        if not re.fullmatch(r"[\w./-]+", self.branch, re.ASCII):
            raise ValueError(f"not a branch name: {self.branch!r}")

    @property
    def archive(self) -> str:
        return f"https://github.com/{self.owner_name}/archive/refs/heads/{self.branch}.zip"

    def badge(self, lang: str, assignment: str) -> str:
        """One line of markdown that opens the released notebook in Colab."""
        where = f"{self.owner_name}/blob/{self.branch}/notebooks/{lang}/{assignment}.ipynb"
        link = f"https://colab.research.google.com/github/{where}"
        return f"[![{_TITLES[lang]}]({_BADGE})]({link})"


# --- given cells ---


def solutions(root: Path) -> dict[str, str]:
    """The text of every solution cell, by `assignment/grade_id`, as given cells name them."""
    return {
        f"{name}/{exercise.grade_id}": notebook.solution_text(exercise.solution.source)
        for name in notebook.assignments(root)
        for exercise in notebook.exercises(notebook.read(notebook.source_path(root, name)))
    }


def with_given(source: NotebookNode, texts: Mapping[str, str]) -> NotebookNode:
    """A copy in which every given cell has its solution's text; raises ReleaseError."""
    filled = copy.deepcopy(source)
    for cell in filled.cells:
        if (name := cell.metadata.get("given")) is not None:
            if name not in texts:
                raise ReleaseError(f"cell {cell.id}: given {name!r} is no solution of a section")
            cell.source = texts[name]
    return filled


# --- versions ---


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
    """What nbgrader's SaveCells stores: a student's notebook that still has its hidden tests."""
    release = _translated(source, lang)
    for cell in release.cells:
        if notebook.is_solution(cell):
            cell.source = _named(cell, notebook.stub_text)
        elif any(not isinstance(part, str) for part in _named(cell, notebook.split)):
            raise ReleaseError(f"{_where(cell)}: a solution region outside a solution cell")
        _drop_source_metadata(cell)
    if repository:
        _point_at(release, repository, lang, assignment)
    locking = LockCells(lock_readonly_cells=False)  # students may play with what is not graded
    _each_cell(release, locking.preprocess_cell)
    return _each_cell(release, ComputeChecksums().preprocess_cell)


def solution_version(source: NotebookNode, lang: str) -> NotebookNode:
    """The solved notebook, not yet executed: no markers, all tests as plain code, all tags."""
    release = _translated(source, lang)
    for cell in notebook.code_cells(release):
        cell.source = _named(cell, notebook.solution_text)
    return release


def _translated(source: NotebookNode, lang: str) -> NotebookNode:
    """A copy of one language without outputs, with the language in its first code cell."""
    if lang not in notebook.LANGUAGES:
        raise ReleaseError(f"language {lang!r} is none of {', '.join(notebook.LANGUAGES)}")
    release = copy.deepcopy(source)
    for cell in release.cells:
        if cell.cell_type == "markdown" and cell.metadata.get("lang") not in notebook.LANGUAGES:
            raise ReleaseError(f"{_where(cell)}: a text without a language")
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
        raise ValueError("a release for a repository needs the assignment's name")
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


def _named(cell: NotebookNode, function: Callable):
    """`function` of a code cell's source, with the cell in the message of what it raises."""
    if cell.cell_type != "code":
        return cell.source
    try:
        return function(cell.source)
    except ValueError as error:
        raise ReleaseError(f"{_where(cell)}: {error}") from error


def _each_cell(release: NotebookNode, preprocess: Callable) -> NotebookNode:
    for index, cell in enumerate(release.cells):
        try:
            preprocess(cell, {}, index)
        except (RuntimeError, KeyError) as error:
            raise ReleaseError(f"{_where(cell)}: {error}") from error
    return release


def _where(cell: NotebookNode) -> str:
    own, name = cell.get("id"), notebook.grade_id(cell)
    return f"cell {own} ({name})" if name and name != own else f"cell {own}"


# --- execution ---


def execute_solution(
    release: NotebookNode,
    root: Path,
    *,
    source_hash: str = "",
    env: Mapping[str, str] | None = None,
    timeout: int = 600,
) -> NotebookNode:
    """A copy of a solution, executed on the bundled corpus with `nlplab` of `root`.

    `timeout` is in seconds a cell. Raises ReleaseError, naming the cell, when a cell raises, takes
    too long or draws an image of 100 kB or more, and when the kernel dies.
    """
    executed = copy.deepcopy(release)
    with tempfile.TemporaryDirectory() as folder:
        client = nbclient.NotebookClient(
            executed,
            timeout=timeout,
            kernel_name="python3",
            resources={"metadata": {"path": folder}},
            record_timing=False,
            coalesce_streams=True,
            store_widget_state=False,
            extra_arguments=["--log-level=ERROR"],
        )
        running: list[NotebookNode] = []
        client.on_cell_execute = lambda cell, cell_index: running.append(cell)
        try:
            client.execute(env=_environment(root, env or {}))
        except (CellControlSignal, DeadKernelError) as error:
            raise ReleaseError(f"{_where(running[-1])}: {strip_ansi(str(error))}") from error
    for cell in notebook.code_cells(executed):
        cell.metadata.pop("execution", None)
        for output in cell.outputs:
            _check_images(cell, output.get("data", {}))
    executed.metadata = copy.deepcopy(release.metadata)
    executed.metadata.nlplab = NotebookNode(source_hash=source_hash)
    return executed


def rehearse(root: Path, name: str, lang: str = "ko") -> NotebookNode:
    """A solution as it runs with the data that this machine has; raises ReleaseError."""
    here = {key: os.environ[key] for key in ("NLPLAB_NSMC", "NLPLAB_OFFLINE") if key in os.environ}
    solution = _in(name, solution_version, _source(root, name), lang)
    return _in(name, execute_solution, solution, root, env={"NLPLAB_OFFLINE": "0"} | here)


def _environment(root: Path, env: Mapping[str, str]) -> dict[str, str]:
    """Only the bundled corpus, the root's own packages, and the same order of sets each time."""
    inherited = {key: value for key, value in os.environ.items() if key != "NLPLAB_NSMC"}
    path = os.pathsep.join(filter(None, [str(Path(root).resolve()), inherited.get("PYTHONPATH")]))
    fixed = {"NLPLAB_OFFLINE": "1", "PYTHONPATH": path, "PYTHONHASHSEED": "0"}
    return inherited | fixed | dict(env)


def _check_images(cell: NotebookNode, data: Mapping[str, str]) -> None:
    for kind in (kind for kind in data if kind.startswith("image/")):
        content = data[kind]
        size = len(content) if kind == "image/svg+xml" else len(base64.b64decode(content))
        if size >= LARGEST_IMAGE:
            raise ReleaseError(
                f"{_where(cell)}: {kind} of {size:,} bytes, {LARGEST_IMAGE:,} or more"
            )


# --- files ---


def build(
    root: Path,
    langs: Iterable[str] = notebook.LANGUAGES,
    only: Iterable[str] | None = None,
    repository: Repository | None = None,
    *,
    force: bool = False,
    say: Callable[[str], None] = lambda line: None,
) -> list[Path]:
    """Write notebooks/ and solutions/ of all assignments or those named; return what changed.

    A solution that is current is not executed again unless `force`. Raises ReleaseError.
    """
    root, langs, changed = Path(root), tuple(langs), []
    for name in chosen(root, only):
        for lang in langs:
            path, text = student_path(root, lang, name), _student_file(root, lang, name, repository)
            if not path.is_file() or path.read_text("utf-8") != text:
                notebook.write_text(path, text)
                changed.append(path)
    for name in chosen(root, only):
        for lang in langs:
            if force or _solution_fault(root, lang, name):
                say(f"executing {solution_path(root, lang, name).relative_to(root)}")
                changed.append(_execute(root, lang, name))
    return changed


def chosen(root: Path, only: Iterable[str] | None = None) -> list[str]:
    """The assignments named, in the order of sections, all of them when `only` is None."""
    known = notebook.assignments(root)
    wanted = set(known if only is None else only)
    if unknown := sorted(wanted - set(known)):
        raise ReleaseError(f"no source for {', '.join(unknown)}; there is {', '.join(known)}")
    return [name for name in known if name in wanted]


def stale(root: Path, repository: Repository | None = None) -> list[str]:
    """What is committed but is not, or no longer, what the sources give: a line for each file."""
    root, found = Path(root), []
    names = notebook.assignments(root)
    for lang in notebook.LANGUAGES:
        for name in names:
            path = student_path(root, lang, name)
            if not path.is_file():
                found.append(f"{path.relative_to(root)}: missing")
            elif path.read_bytes() != _student_file(root, lang, name, repository).encode("utf-8"):
                found.append(f"{path.relative_to(root)}: differs from its source")
            if fault := _solution_fault(root, lang, name):
                found.append(f"{solution_path(root, lang, name).relative_to(root)}: {fault}")
        for folder in ("notebooks", "solutions"):
            for path in sorted((root / folder / lang).glob("*.ipynb")):
                if path.stem not in names:
                    found.append(f"{path.relative_to(root)}: has no source")
    return found


def student_path(root: Path, lang: str, name: str) -> Path:
    return Path(root) / "notebooks" / lang / f"{name}.ipynb"


def solution_path(root: Path, lang: str, name: str) -> Path:
    return Path(root) / "solutions" / lang / f"{name}.ipynb"


def student_release(
    root: Path, lang: str, name: str, repository: Repository | None = None
) -> NotebookNode:
    """The student's notebook of an assignment, given cells filled; raises ReleaseError."""
    return _in(name, student_version, _source(root, name), lang, repository, assignment=name)


def _student_file(root: Path, lang: str, name: str, repository: Repository | None) -> str:
    return notebook.dumps(student_release(root, lang, name, repository))


def _source(root: Path, name: str) -> NotebookNode:
    source = notebook.read(notebook.source_path(root, name))
    if any("given" in cell.metadata for cell in source.cells):
        return _in(name, with_given, source, solutions(root))
    return source


def _source_hash(root: Path, name: str) -> str:
    return notebook.sha256(notebook.source_path(root, name).read_bytes())


def _solution_fault(root: Path, lang: str, name: str) -> str:
    """Why a committed solution is not current, empty when it is."""
    path = solution_path(root, lang, name)
    if not path.is_file():
        return "missing"
    committed = notebook.read(path)
    if committed.metadata.get("nlplab", {}).get("source_hash") != _source_hash(root, name):
        return "executed from another source"
    expected = _in(name, solution_version, _source(root, name), lang)
    if [cell.source for cell in committed.cells] != [cell.source for cell in expected.cells]:
        return "cells differ from its source"
    return ""


def _execute(root: Path, lang: str, name: str) -> Path:
    release = _in(name, solution_version, _source(root, name), lang)
    digest = _source_hash(root, name)
    executed = _in(name, execute_solution, release, root, source_hash=digest)
    path = solution_path(root, lang, name)
    notebook.write(path, executed)
    return path


def _in(name: str, function: Callable, *args, **kwargs):
    """Call `function`, with the assignment in the message of a ReleaseError."""
    try:
        return function(*args, **kwargs)
    except ReleaseError as error:
        raise ReleaseError(f"{name}: {error}") from error
