"""Notebooks as files and as exercises: read, write, find cells by grade_id.

A cell is an ordinary nbformat node; what it is for stands in its nbgrader metadata.
"""

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from nlplab.messages import LANGUAGES

SKIP = "skip-grading"
REPORT = "report"
MISSING = "missing-"  # how the ids of cells begin that were not handed in
REPOSITORY_LINE = 'REPOSITORY = ""'  # what a release changes in a source's first code cell
SETUP_LINE = 'setup(lang="ko")'
_SETUP = re.compile(r"""^\s*setup\(\s*lang\s*=\s*["'](\w+)["']""", re.MULTILINE)


class NoSuchAssignmentError(ValueError):
    """An assignment that has no source; the message says which there are."""


@dataclass(frozen=True)
class Exercise:
    """One solution cell and the test cells that grade it, in the order of the notebook."""

    grade_id: str
    solution: NotebookNode
    tests: tuple[NotebookNode, ...]

    @property
    def points(self) -> float:
        return sum(test.metadata.nbgrader.get("points", 0) for test in self.tests)


def read(path: Path | str) -> NotebookNode:
    """The notebook in a file, as it is: no cell id is invented and nothing is repaired.

    Raises ValueError when the file is no notebook of format 4.
    """
    return parse(Path(path).read_bytes())


def parse(data: bytes) -> NotebookNode:
    """The notebook in the bytes of a file; raises ValueError like `read`."""
    try:
        content = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not a notebook: {error}") from error
    return from_json(content)


def from_json(content: Any) -> NotebookNode:
    """The notebook in what a file's JSON holds; raises ValueError like `read`."""
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise ValueError("not a notebook")
    if content.get("nbformat") != 4:
        raise ValueError("not a notebook of format 4")
    try:
        return nbformat.v4.to_notebook_json(content)
    except Exception as error:  # nbformat raises whatever a list or None in a wrong place gives
        raise ValueError(f"not a notebook: {error}") from error


def dumps(notebook: NotebookNode) -> str:
    """The text of a notebook file, the same for equal notebooks; raises ValidationError.

    nbformat's own `validate` and `writes` would give a cell without an id a random one.
    """
    for error in nbformat.validator.iter_validate(notebook):
        raise error
    return nbformat.v4.writes(notebook).rstrip("\n") + "\n"


def write(path: Path | str, notebook: NotebookNode) -> None:
    """Write a notebook so that a reader sees the old file or the new one, never half of one."""
    write_text(Path(path), dumps(notebook))


def write_text(path: Path, text: str) -> None:
    """Write a text file atomically, making its folder."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file atomically, making its folder; its permissions are those of an ordinary file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def sha256(data: bytes) -> str:
    """The hex digest by which a file is known to be the same, such as a solution's source."""
    return hashlib.sha256(data).hexdigest()


def ko_hash(text: str) -> str:
    """What an English twin records of the Korean text that it was written against."""
    return sha256(text.encode("utf-8"))[:12]


# --- where sources are ---


def source_path(root: Path, assignment: str) -> Path:
    """`source/01_tokenizer/01_tokenizer.ipynb` for `01_tokenizer`."""
    return root / "source" / assignment / f"{assignment}.ipynb"


def assignments(root: Path) -> list[str]:
    """The names of all assignments that have a source notebook, first section first."""
    found = (path.parent.name for path in root.glob("source/*/*.ipynb"))
    return sorted({name for name in found if source_path(root, name).is_file()})


def chosen(root: Path, only: Iterable[str] | None = None) -> list[str]:
    """The assignments named, first section first, all of them when `only` is None.

    Raises NoSuchAssignmentError.
    """
    known = assignments(root)
    wanted = set(known if only is None else only)
    if unknown := sorted(wanted - set(known)):
        names = ", ".join(unknown)
        raise NoSuchAssignmentError(f"no source for {names}; there is {', '.join(known)}")
    return [name for name in known if name in wanted]


def sources(root: Path) -> dict[str, NotebookNode]:
    """Every source notebook by its assignment, first section first; raises ValueError."""
    return {name: read(source_path(root, name)) for name in assignments(root)}


# --- cells ---


def grade_id(cell: NotebookNode) -> str | None:
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def is_solution(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def is_test(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("grade"))


def label(cell: NotebookNode) -> str:
    """How a person finds a cell: its id, with its grade_id where that is another."""
    name, own = grade_id(cell), cell.get("id", "?")
    return f"{own} ({name})" if name and name != own else own


def tags(cell: NotebookNode) -> list[str]:
    return cell.metadata.get("tags", [])


def code_cells(notebook: NotebookNode) -> Iterator[NotebookNode]:
    return (cell for cell in notebook.cells if cell.cell_type == "code")


def cells_by_grade_id(notebook: NotebookNode) -> dict[str, NotebookNode]:
    """Every cell that has a grade_id; of duplicates the first."""
    found: dict[str, NotebookNode] = {}
    for cell in notebook.cells:
        if (name := grade_id(cell)) is not None:
            found.setdefault(name, cell)
    return found


def skipped(notebook: NotebookNode) -> set[str]:
    """The grade_ids of read-only cells that need not run for a grade, known from the source."""
    return {
        name
        for cell in notebook.cells
        if SKIP in tags(cell) and (name := grade_id(cell)) is not None
    }


def reported(notebook: NotebookNode) -> list[str]:
    """What the cells with the tag `report` put out as text: what a run of the notebook measured."""
    outputs = (o for cell in code_cells(notebook) if REPORT in tags(cell) for o in cell.outputs)
    texts = (o.get("text") or o.get("data", {}).get("text/plain", "") for o in outputs)
    return [text.rstrip() for text in texts]


def exercise_of(test: str) -> str:
    """The exercise that a test cell grades: `wordpiece` for `wordpiece-1`."""
    return test.rpartition("-")[0]


def exercises(notebook: NotebookNode) -> list[Exercise]:
    """The exercises in order; a test cell belongs to the solution whose grade_id it begins with."""
    named = cells_by_grade_id(notebook)
    tests = {name: cell for name, cell in named.items() if is_test(cell) and not is_solution(cell)}
    return [
        Exercise(name, cell, tuple(t for key, t in tests.items() if exercise_of(key) == name))
        for name, cell in named.items()
        if is_solution(cell)
    ]


def language(notebook: NotebookNode) -> str:
    """The language that a release sets in its first cell, `setup(lang="en")`, else Korean."""
    said = (language_in(cell.source) for cell in code_cells(notebook))
    lang = next(filter(None, said), "ko")
    return lang if lang in LANGUAGES else "ko"


def language_in(code: str) -> str | None:
    """The language that code sets, if it does."""
    match = _SETUP.search(code)
    return match[1] if match else None
