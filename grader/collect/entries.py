"""Folders, zips and tars as lists of files that are yet to be read.

Names are as their writers meant them; a time without a zone is one of whoever packed it. What is
no ordinary file has its fault.
"""

import gzip
import io
import os
import re
import stat
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO

from grader.notebooks.characters import composed

MB = 10**6
UNPACKED = 4000 * MB  # of all that is read out of one archive
RATIO = 200  # a notebook full of zeros packs to a hundredth; deflate can do a thousandth
_HEADERS = MB  # bytes of what a tar says of one file
_NUMBER = re.compile(rb"[0-9]{100}")
_AT_ONCE = 200 * MB  # that a tar's reader may ask for
BEYOND = "beyond the limits, the rest of it was not read"
CUT = "it is cut short: download it again, or ask for it again"


class ArchiveError(Exception):
    """An archive that is beyond the limits."""


@dataclass(frozen=True)
class Entry:
    """A file before it is read; `fault` says why it must not be."""

    name: str
    when: datetime | None
    fault: str
    open: Callable[[], IO[bytes]]


# --- folders ---


def folder(root: Path) -> Iterator[Entry]:
    """All files below a folder by name; links are not followed."""
    errors: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=errors.append):
        folders.sort()
        linked = [name for name in folders if Path(folder, name).is_symlink()]
        if not folders and not names and Path(folder) != root:
            yield empty(Path(folder).relative_to(root).as_posix())
        for name in sorted(names + linked):
            path = Path(folder, name)
            yield on_disk(path, path.relative_to(root).as_posix())
    for error in errors:
        name = Path(error.filename).relative_to(root).as_posix()
        yield Entry(name, None, f"cannot be opened: {error.strerror}", io.BytesIO)


def empty(name: str) -> Entry:
    """A folder with nothing in it, which is told."""
    return Entry(name, None, "an empty folder: nothing in it to grade", io.BytesIO)


def on_disk(path: Path, name: str) -> Entry:
    """One file, under a name of one's choice; a backslash in it is part of the name."""
    found = path.lstat()
    when = datetime.fromtimestamp(found.st_mtime, UTC)
    fault = kind_fault(found.st_mode)
    return Entry(meant(os.fsencode(name)), when, fault, lambda: path.open("rb"))


def kind_fault(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "a link, not a file"
    return "" if stat.S_ISREG(mode) or not stat.S_IFMT(mode) else "a device or a pipe, not a file"


def meant(name: bytes) -> str:
    """A name as its writer meant it: UTF-8, or CP949 as Windows in Korea has it."""
    for encoding in ("utf-8", "cp949"):
        try:
            return composed(name.decode(encoding))
        except UnicodeDecodeError:
            continue
    return composed(name.decode("cp437"))


def packed(name: str) -> str:
    """A name in an archive, with `/` between folders: Windows may have written backslashes."""
    return name.replace("\\", "/").removeprefix("./")


def in_tar(stream: IO[bytes]) -> Iterator[Entry]:
    """The files of a tar, gzipped or not, in its order; raises ArchiveError and as tarfile."""
    try:
        yield from _in_tar(stream)
    except EOFError as error:  # of gzip
        raise ArchiveError(CUT) from error


def _in_tar(stream: IO[bytes]) -> Iterator[Entry]:
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    zipped = stream.read(2) == b"\x1f\x8b"
    stream.seek(0)
    plain: IO[bytes] | gzip.GzipFile = gzip.GzipFile(fileobj=stream) if zipped else stream
    most = min(UNPACKED, max(50 * MB, RATIO * size)) if zipped else size
    bounded = _Bounded(plain, most)
    with tarfile.open(fileobj=bounded, mode="r:", tarinfo=_Header) as archive:
        for info in archive:
            if not info.isdir():
                name = packed(meant(info.name.encode("utf-8", "surrogateescape")))
                when, fault = _tar_time(info), _tar_fault(info)
                yield Entry(name, when, fault, partial(_tar_file, archive, info))
        plain.seek(archive.offset)
        if plain.read(tarfile.BLOCKSIZE) != tarfile.NUL * tarfile.BLOCKSIZE:  # tarfile is silent
            raise ArchiveError(CUT)


def _tar_file(archive: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    stream = archive.extractfile(info)
    assert stream is not None  # `_tar_fault` lets ordinary files through alone
    return stream


def _tar_fault(info: tarfile.TarInfo) -> str:
    if info.islnk() or info.issym():
        return "a link, not a file"
    return "" if info.isreg() and not info.issparse() else "a device or a pipe, not a file"


def _tar_time(info: tarfile.TarInfo) -> datetime | None:
    try:
        return datetime.fromtimestamp(info.mtime, UTC) if info.mtime > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


class _Header(tarfile.TarInfo):
    """A header of a tar. Python looks for numbers in it, slowly where these are long."""

    def _proc_pax(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        archive.fileobj.reading_header = True  # type: ignore[attr-defined]
        return super()._proc_pax(archive)  # type: ignore[misc, no-any-return]


class _Bounded(io.BufferedIOBase):
    """A stream that ends with an error where a tar's headers ask for too much of it."""

    reading_header = False

    def __init__(self, stream: IO[bytes] | gzip.GzipFile, most: int) -> None:
        self._stream, self._most = stream, most

    def tell(self) -> int:
        return self._stream.tell()

    def read(self, size: int | None = -1) -> bytes:
        if size is None or not 0 <= size <= _AT_ONCE:
            raise ArchiveError(BEYOND)
        data = self._stream.read(size)
        if self.reading_header and (len(data) > _HEADERS or _NUMBER.search(data)):
            raise ArchiveError("a header of it is made to be slow to read")
        self.reading_header = False
        return data

    def seek(self, position: int, whence: int = io.SEEK_SET) -> int:
        if position > self._most:
            raise ArchiveError(BEYOND)
        return self._stream.seek(position, whence)
