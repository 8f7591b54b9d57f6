"""The source notebooks of a course: where they are, and which there are."""

from collections.abc import Iterable
from pathlib import Path

from nbformat import NotebookNode

from grader.errors import NoSuchAssignmentError
from grader.notebooks.files import read


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


def read_all(root: Path) -> dict[str, NotebookNode]:
    """Every source notebook by its assignment, first section first; raises NotebookError."""
    return {name: read(source_path(root, name)) for name in assignments(root)}
