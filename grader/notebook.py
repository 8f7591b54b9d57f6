"""Notebooks as files and as exercises: read, write, find cells by grade_id.

A cell is an ordinary nbformat node; what it is for stands in its nbgrader metadata. Code of a
solution cell and of a test cell is read here with `symtable`, since both the lint and the judge
need to know which names a test cell takes from the student.
"""

import builtins
import hashlib
import os
import re
import symtable
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode

LANGUAGES = ("ko", "en")
SKIP = "skip-grading"
REPORT = "report"
_BEGIN, _END, _STUB = "### BEGIN SOLUTION", "### END SOLUTION", "#~"
_HIDDEN = ("### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS")
_SETUP = re.compile(r"""^\s*setup\(\s*lang\s*=\s*["'](\w+)["']""", re.MULTILINE)
_IPYTHON = {"display", "get_ipython", "In", "Out"}


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
        notebook = nbformat.reader.reads(data.decode("utf-8"))
    except Exception as error:  # nbformat raises its own classes and whatever a list or None gives
        raise ValueError(f"not a notebook: {error}") from error
    if notebook.get("nbformat") != 4 or not isinstance(notebook.get("cells"), list):
        raise ValueError("not a notebook of format 4")
    return notebook


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
    """The hex digest that a solution carries as the hash of its source."""
    return hashlib.sha256(data).hexdigest()


def ko_hash(text: str) -> str:
    """What an English twin records of the Korean text that it was written against."""
    return sha256(text.encode("utf-8"))[:12]


# --- where sources are ---


def source_path(root: Path, assignment: str) -> Path:
    """`source/01_tokenizer/01_tokenizer.ipynb` for `01_tokenizer`."""
    return Path(root) / "source" / assignment / f"{assignment}.ipynb"


def assignments(root: Path) -> list[str]:
    """The names of all assignments that have a source notebook, first section first."""
    found = (path.parent.name for path in Path(root).glob("source/*/*.ipynb"))
    return sorted({name for name in found if source_path(root, name).is_file()})


# --- cells ---


def grade_id(cell: NotebookNode) -> str | None:
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def is_solution(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def is_test(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("grade"))


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


def language(notebook: NotebookNode, default: str = "ko") -> str:
    """The language a release sets in its first cell, `setup(lang="ko")`, else `default`."""
    for cell in code_cells(notebook):
        if match := _SETUP.search(cell.source):
            return match[1] if match[1] in LANGUAGES else default
    return default


# --- the text of a cell ---


@dataclass
class Region:
    """What stands between the solution markers: the solution and what the student gets instead."""

    indent: str
    solution: list[str] = field(default_factory=list)
    stub: list[str] = field(default_factory=list)

    def student_lines(self) -> list[str]:
        todo = ["# TODO", "raise NotImplementedError"]
        return self.stub or [self.indent + line for line in todo]


def split(code: str) -> list[str | Region]:
    """A cell as plain lines and solution regions, in order; raises ValueError on wrong markers."""
    parts: list[str | Region] = []
    region: Region | None = None
    for line in code.split("\n"):
        text = line.strip()
        indent = line[: len(line) - len(line.lstrip())]
        if text == _BEGIN:
            if region:
                raise ValueError("a solution region begins inside another one")
            parts.append(region := Region(indent))
        elif text == _END:
            if not region:
                raise ValueError("a solution region ends that did not begin")
            region = None
        elif text == _STUB or text.startswith(_STUB + " "):
            if not region:
                raise ValueError(f"a `{_STUB}` line stands outside a solution region")
            region.stub.append((indent + text[len(_STUB) + 1 :]).rstrip())
        elif "BEGIN SOLUTION" in text or "END SOLUTION" in text:
            raise ValueError(f"a solution marker is written `{_BEGIN}` or `{_END}`, not `{text}`")
        elif region:
            region.solution.append(line)
        else:
            parts.append(line)
    if region:
        raise ValueError("a solution region does not end")
    return parts


def stub_text(code: str) -> str:
    """A solution cell as the student gets it.

    Raises ValueError when the markers are wrong, when there is no region (the whole cell would
    be given away) or when the stub is not valid Python.
    """
    parts = split(code)
    if not any(isinstance(part, Region) for part in parts):
        raise ValueError("a solution cell has no solution region")
    stub = "\n".join(_lines(parts, Region.student_lines))
    try:
        compile(stub, "<stub>", "exec", dont_inherit=True)
    except SyntaxError as error:
        raise ValueError(f"the stub is not valid Python: {error}") from error
    return stub


def solution_text(code: str) -> str:
    """A cell as the solution shows it: without markers, `#~` lines and hidden test markers."""
    lines = _lines(split(code), lambda region: region.solution)
    return "\n".join(line for line in lines if line.strip() not in _HIDDEN)


def _lines(parts: list[str | Region], of: Callable[[Region], list[str]]) -> list[str]:
    return [line for part in parts for line in (of(part) if isinstance(part, Region) else [part])]


# --- names in code ---


def bound_names(code: str) -> set[str]:
    """Names that a cell binds at its top level, imports left out; raises SyntaxError."""
    table = symtable.symtable(code, "<cell>", "exec")
    return {s.get_name() for s in table.get_symbols() if s.is_local() and not s.is_imported()}


def free_names(code: str) -> set[str]:
    """Names that a cell uses and neither binds nor imports, builtins left out; raises SyntaxError.

    In a test cell these are the student's:

    >>> free_names("from nlplab import check\\ncheck.equal(cut('abc'), ['a', 'b'])")
    {'cut'}
    """
    top = symtable.symtable(code, "<cell>", "exec")
    bound = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_local()}
    used = {s.get_name() for table in _tables(top) for s in table.get_symbols() if _is_global(s)}
    return used - bound - set(dir(builtins)) - _IPYTHON


def _is_global(symbol: symtable.Symbol) -> bool:
    return symbol.is_referenced() and symbol.is_global()


def _tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for child in table.get_children():
        yield from _tables(child)
