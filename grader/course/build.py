"""Releases as files: notebooks/ and solutions/, written from source/ and executed.

`build` writes them below the repository's root and `stale` says which of the committed ones are no
longer what the source gives.
"""

import base64
import copy
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import ParamSpec, TypeVar

import nbclient
from nbclient.exceptions import CellControlSignal, DeadKernelError
from nbconvert.filters import strip_ansi
from nbformat import NotebookNode

from grader.course import checks, sources
from grader.course.checks import Files
from grader.course.versions import Repository, solution_version, student_version, where, with_given
from grader.errors import ReleaseError
from grader.notebooks import files, notebook
from grader.notebooks.regions import given_texts
from nlplab.checks.recorded import HIDDEN
from nlplab.messages import LANGUAGES, in_words

CELL_SECONDS = 900  # that a cell of a solution may take
LARGEST_IMAGE = 100_000  # bytes
P = ParamSpec("P")
T = TypeVar("T")


# --- files ---


def build(
    root: Path,
    only: Iterable[str] | None = None,
    repository: Repository | None = None,
    *,
    force: bool = False,
    say: Callable[[str], None] = lambda line: None,
) -> list[Path]:
    """Write notebooks/ and solutions/ of all assignments or those named; return what changed.

    A solution is executed only when its code has changed, or by `force`; where only texts have,
    it keeps its outputs. Raises ReleaseError.
    """
    changed = []
    wanted = [(lang, name) for name in sources.chosen(root, only) for lang in LANGUAGES]
    for lang, name in wanted:
        path = student_path(root, lang, name)
        text = files.dumps(student_release(root, lang, name, repository))
        if not path.is_file() or files.read_bytes(path) != text.encode("utf-8"):
            files.write_text(path, text)
            changed.append(path)
    for lang, name in wanted:
        path = solution_path(root, lang, name)
        if force or _solution_fault(root, lang, name):
            solution = _solution(root, lang, name)
            if force or _take_outputs(root, lang, name, solution):
                say(f"executing {path.relative_to(root)}")
                solution = _in(name, execute_solution, solution, root)
            files.write(path, solution)
            changed.append(path)
    return changed


def stale(root: Path, repository: Repository | None = None) -> list[str]:
    """What is committed but is not, or no longer, what the sources give: a line for each file."""
    found = []
    names = sources.assignments(root)
    for lang in LANGUAGES:
        for name in names:
            for path, fault in (
                (student_path(root, lang, name), _student_fault(root, lang, name, repository)),
                (solution_path(root, lang, name), _solution_fault(root, lang, name)),
            ):
                found += [f"{path.relative_to(root)}: {fault}"] if fault else []
        for folder in ("notebooks", "solutions"):
            for path in sorted((root / folder / lang).glob("*.ipynb")):
                if path.stem not in names:
                    found.append(f"{path.relative_to(root)}: has no source")
    return found


def student_path(root: Path, lang: str, name: str) -> Path:
    return root / "notebooks" / lang / f"{name}.ipynb"


def solution_path(root: Path, lang: str, name: str) -> Path:
    return root / "solutions" / lang / f"{name}.ipynb"


def source(root: Path, name: str) -> NotebookNode:
    """The source notebook of an assignment, its given cells filled; raises ReleaseError."""
    read = files.read(sources.source_path(root, name))
    if any(map(notebook.given, read.cells)):
        return _in(name, with_given, read, given_texts(sources.read_all(root)))
    return read


def student_release(
    root: Path, lang: str, name: str, repository: Repository | None = None
) -> NotebookNode:
    """The student's notebook of an assignment, given cells filled; raises ReleaseError."""
    return _in(name, student_version, source(root, name), lang, repository, assignment=name)


def _solution(root: Path, lang: str, name: str) -> NotebookNode:
    return _in(name, solution_version, source(root, name), lang)


def _student_fault(root: Path, lang: str, name: str, repository: Repository | None) -> str:
    """Why a committed student notebook is not current, empty when it is."""
    path = student_path(root, lang, name)
    if not path.is_file():
        return "missing"
    expected = files.dumps(student_release(root, lang, name, repository)).encode("utf-8")
    return "" if files.read_bytes(path) == expected else "differs from its source"


def _solution_fault(root: Path, lang: str, name: str) -> str:
    """Why a committed solution is not current, empty when it is."""
    solution = _solution(root, lang, name)
    if fault := _take_outputs(root, lang, name, solution):
        return fault
    committed = files.read_bytes(solution_path(root, lang, name))
    current = files.dumps(solution).encode("utf-8") == committed
    return "" if current else "texts differ from its source"


def _take_outputs(root: Path, lang: str, name: str, solution: NotebookNode) -> str:
    """Give a solution the outputs of the committed one; why it cannot have them, or nothing."""
    path = solution_path(root, lang, name)
    if not path.is_file():
        return "missing"
    before, now = ([*notebook.code_cells(nb)] for nb in (files.read(path), solution))
    if [cell.source for cell in before] != [cell.source for cell in now]:
        return "executed from other code"
    for old, new in zip(before, now, strict=True):
        new.outputs, new.execution_count = old.outputs, old.execution_count
    for check, cases in checks.tried(Files(root, name).cases).items():
        cards = [_printed(cell) for cell in now if f"checks.{check}(" in cell.source]
        if any(in_words(said, lang) not in card for said in cases.values() for card in cards):
            return f"shows other cases of {check} than there are"
    return ""


def _printed(cell: NotebookNode) -> str:
    """What a cell has shown, as text."""
    texts = (output.get("data", output) for output in cell.outputs)
    return "\n".join(text.get("text/plain", text.get("text", "")) for text in texts)


def _in(name: str, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Call `function`, with the assignment in the message of a ReleaseError."""
    try:
        return function(*args, **kwargs)
    except ReleaseError as error:
        raise ReleaseError(f"{name}: {error}") from error


# --- execution ---


def execute_solution(
    release: NotebookNode,
    root: Path,
    *,
    env: Mapping[str, str] | None = None,
) -> NotebookNode:
    """A copy of a solution, executed on the bundled corpus with `nlplab` of `root`.

    Raises ReleaseError, naming the cell, when a cell raises, takes too long or draws an image of
    100 kB or more, and when the kernel dies.
    """
    executed = copy.deepcopy(release)
    with tempfile.TemporaryDirectory() as folder:
        client = nbclient.NotebookClient(
            executed,
            timeout=CELL_SECONDS,
            kernel_name="python3",
            resources={"metadata": {"path": folder}},
            record_timing=False,
            coalesce_streams=True,
            store_widget_state=False,
            shutdown_kernel="immediate",
            extra_arguments=["--log-level=ERROR"],
        )
        running: list[NotebookNode] = []
        client.on_cell_execute = lambda cell, cell_index: running.append(cell)
        try:
            client.execute(env=_environment(root, env or {}))
        except (CellControlSignal, DeadKernelError) as error:
            raise ReleaseError(f"{where(running[-1])}: {strip_ansi(str(error))}") from error
    for cell in notebook.code_cells(executed):
        cell.metadata.pop("execution", None)
        check_images(cell)
    executed.metadata = copy.deepcopy(release.metadata)
    return executed


def rehearse(root: Path, name: str) -> NotebookNode:
    """The Korean solution as it runs with the data that this machine has; raises ReleaseError."""
    here = {key: os.environ[key] for key in ("NLPLAB_NSMC", "NLPLAB_OFFLINE") if key in os.environ}
    env = {"NLPLAB_OFFLINE": "0"} | here
    return _in(name, execute_solution, _solution(root, "ko", name), root, env=env)


def _environment(root: Path, env: Mapping[str, str]) -> dict[str, str]:
    """Only the bundled corpus, the root's own packages and hidden cases, one order of sets."""
    inherited = {key: value for key, value in os.environ.items() if key != "NLPLAB_NSMC"}
    root = Path(root).resolve()
    path = os.pathsep.join(filter(None, [str(root), inherited.get("PYTHONPATH")]))
    fixed = {"NLPLAB_OFFLINE": "1", "PYTHONPATH": path, "PYTHONHASHSEED": "0"}
    return inherited | fixed | {HIDDEN: str(root / "source")} | dict(env)


def check_images(cell: NotebookNode) -> None:
    """Raises ReleaseError when an output of the cell holds an image of 100 kB or more."""
    for data in (output.get("data", {}) for output in cell.outputs):
        for kind in (kind for kind in data if kind.startswith("image/")):
            content = data[kind]
            size = len(content) if kind == "image/svg+xml" else len(base64.b64decode(content))
            if size >= LARGEST_IMAGE:
                raise ReleaseError(
                    f"{where(cell)}: {kind} of {size:,} bytes, {LARGEST_IMAGE:,} or more"
                )
