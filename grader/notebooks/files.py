"""Notebooks and other files, read whole and written whole."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from grader.errors import FileError, NotebookError


def read(path: Path) -> NotebookNode:
    """The notebook in a file, as it is: no cell id is invented and nothing is repaired.

    Raises NotebookError when the file is no notebook of format 4, FileError when it cannot be read.
    """
    return parse(read_bytes(path))


def parse(data: bytes) -> NotebookNode:
    """The notebook in the bytes of a file; raises NotebookError as `read` does."""
    try:
        content = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise NotebookError(f"not a notebook: {error}") from error
    return from_json(content)


def from_json(content: Any) -> NotebookNode:
    """The notebook in what a file's JSON holds; raises NotebookError as `read` does."""
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise NotebookError("not a notebook")
    if content.get("nbformat") != 4:
        raise NotebookError("not a notebook of format 4")
    try:
        notebook: NotebookNode = nbformat.v4.to_notebook_json(content)
    except Exception as error:  # nbformat raises whatever a list or None in a wrong place gives
        raise NotebookError(f"not a notebook: {error}") from error
    return notebook


def dumps(notebook: NotebookNode) -> str:
    """The text of a notebook file, the same for equal notebooks; raises ValidationError.

    nbformat's own `validate` and `writes` would give a cell without an id a random one.
    """
    for error in nbformat.validator.iter_validate(notebook):
        raise error
    return str(nbformat.v4.writes(notebook)).rstrip("\n") + "\n"


def read_bytes(path: Path) -> bytes:
    """What is in a file; raises FileError."""
    with naming(path):
        return path.read_bytes()


def write(path: Path, notebook: NotebookNode) -> None:
    """Write a notebook so that a reader sees the old file or the new one, never half of one.

    Raises FileError, as do the others that write.
    """
    write_text(path, dumps(notebook))


def write_text(path: Path, text: str) -> None:
    """Write a text file atomically, making its folder."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file atomically, making its folder; its permissions are those of an ordinary file."""
    with staged(path, data):
        pass


@contextmanager
def staged(path: Path, data: bytes) -> Iterator[None]:
    """Write a file beside `path`, which takes its place once the body has ended well."""
    with _beside(path) as new:
        with naming(path):
            new.write_bytes(data)
            new.chmod(0o644)
        yield
        with naming(path):
            os.replace(new, path)


@contextmanager
def replaced(path: Path, data: bytes | None) -> Iterator[None]:
    """Let a file hold `data`, or with None be gone; when the body fails, it is as it was before.

    What it was lies ready beside it meanwhile, so that no full disk is in the way back.
    """
    with _copy(path) as before:
        try:
            if data is None:
                path.unlink(missing_ok=True)
            else:
                write_bytes(path, data)
            yield
        except BaseException:
            if before is None:
                path.unlink(missing_ok=True)
            else:
                os.replace(before, path)
            raise


@contextmanager
def _copy(path: Path) -> Iterator[Path | None]:
    """A copy of a file beside it, None where there is no file."""
    if not path.is_file():
        yield None
        return
    with _beside(path) as copy:
        with naming(path):
            shutil.copy2(path, copy)
        yield copy


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """An empty file beside `path`, gone at the end unless it was moved away."""
    make_folder(path.parent)
    with naming(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder, with those above it, where it is not there yet; raises FileError."""
    with naming(path):
        path.mkdir(parents=True, exist_ok=True)


def existing(path: Path) -> Path:
    """The file or folder that a path leads to, through all links; raises FileError for none."""
    with naming(path):
        return Path(os.path.realpath(path, strict=True))


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Raise a FileError about this path for whatever the system refuses in here."""
    try:
        yield
    except OSError as error:
        raise FileError(f"{path}: {error.strerror or error}") from error


def sha256(data: bytes) -> str:
    """The hex digest by which a file is known to be the same, such as a solution's source."""
    return hashlib.sha256(data).hexdigest()
