"""Files as an LMS, a mail or a student packs them: each as bytes, or refused with the reason.

Nothing is unpacked onto the disk, no link is followed, and no name or size in an archive is
trusted. One archive inside another is opened, a third level is not.
"""

import gzip
import io
import os
import re
import stat
import struct
import tarfile
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

MB = 10**6
LARGEST = 20 * MB  # of a notebook
LARGEST_ARCHIVE = 100 * MB  # of an archive in an archive
UNPACKED = 4000 * MB  # of all that is read out of one archive
FILES = 50_000
RATIO = 200  # a notebook full of zeros packs to a hundredth; deflate can do a thousandth

_ARCHIVE = re.compile(r"\.(zip|tar|tar\.gz|tgz)$", re.I)
_PACKED = re.compile(r"\.(7z|rar|alz|egg|gz|bz2|xz|zst)$", re.I)
_NOTEBOOK = re.compile(r"\.ipynb$", re.I)
_MAYBE = re.compile(r"(\.json|\.txt|(^|/)[^./]+)$", re.I)  # what browsers make of .ipynb
_LITTER = re.compile(
    r"(^|/)(__MACOSX|\.ipynb_checkpoints|__pycache__|\.git|\.DS_Store|\._[^/]*|Thumbs\.db"
    r"|desktop\.ini)(/|$)",
    re.I,
)


class ArchiveError(Exception):
    """An archive that is beyond the limits."""


@dataclass(frozen=True)
class Member:
    """One file: its path, from the name of the archive or folder on, and what became of it.

    `kind` is "notebook" for what is named or looks like one, with its `data`; "other" for a file of
    another kind, "litter" for what systems leave behind, "refused" with the `reason`. `when` is the
    time of the file or of its entry in the outermost archive, in UTC; None where there is none.
    """

    file: str
    kind: str
    when: datetime | None = None
    data: bytes = b""
    reason: str = ""


@dataclass(frozen=True)
class _Entry:
    """A file before it is read; `fault` says why it must not be."""

    name: str
    when: datetime | None
    fault: str
    open: Callable[[], BinaryIO]


def read(path: Path) -> Iterator[Member]:
    """All files in a folder, a zip or a tar, or the one file that `path` is.

    Those of a folder come by name, those of an archive in its order. Raises FileNotFoundError. An
    archive that cannot be read on is one refused member.
    """
    path = path.resolve(strict=True)
    if path.is_dir():
        yield from _members(_tidy(path.name), _folder(path))
    else:
        where = "" if is_archive(path.name) else _tidy(path.parent.name)
        yield from _member(where, _on_disk(path, path.name))


def is_archive(name: str) -> bool:
    """Whether a file is named as an archive that `read` opens."""
    return bool(_ARCHIVE.search(name))


def _members(
    where: str, entries: Iterable[_Entry], depth: int = 0, when: datetime | None = None
) -> Iterator[Member]:
    """What the entries of a folder or an archive are; a nested one's have the time `when`."""
    total = 0
    try:
        for number, entry in enumerate(entries):
            if number == FILES or total > UNPACKED:
                raise ArchiveError("beyond the limits, the rest of it was not read")
            for member in _member(where, entry, depth, when):
                total += len(member.data)
                yield member
    except Exception as error:  # zipfile and tarfile raise anything at a hostile archive
        yield _refused(where, when, f"cannot be read as an archive: {error}")


def _member(
    where: str, entry: _Entry, depth: int = 0, when: datetime | None = None
) -> Iterator[Member]:
    name, when = entry.name, when or entry.when
    file = f"{where}/{name}" if where else name
    if fault := _bad_name(name) or entry.fault:
        yield _refused(file, when, fault)
    elif _LITTER.search(name):
        yield Member(file, "litter", when)
    elif is_archive(name):
        yield from _nested(file, entry, depth, when)
    elif _PACKED.search(name):
        yield _refused(file, when, "an archive of another kind: unpack it, collect the folder")
    elif _NOTEBOOK.search(name) or _MAYBE.search(name):
        yield _notebook(file, entry, when)
    else:
        yield Member(file, "other", when)


def _nested(file: str, entry: _Entry, depth: int, when: datetime | None) -> Iterator[Member]:
    if depth == 2:
        yield _refused(file, when, "an archive in an archive in an archive")
        return
    try:
        with entry.open() as packed:
            stream = io.BytesIO(_bytes(packed, LARGEST_ARCHIVE)) if depth else packed
            kind = _zip if file.lower().endswith(".zip") else _tar
            yield from _members(file, kind(stream), depth + 1, when if depth else None)
    except Exception as error:
        yield _refused(file, when, f"cannot be read as an archive: {error}")


def _notebook(file: str, entry: _Entry, when: datetime | None) -> Member:
    named = _NOTEBOOK.search(entry.name)
    try:
        with entry.open() as stream:
            data = _bytes(stream, LARGEST)
    except Exception as error:
        reason = f"cannot be read: {error}"
        return _refused(file, when, reason) if named else Member(file, "other", when)
    if named or b'"cell_type"' in data:
        return Member(file, "notebook", when, data)
    return Member(file, "other", when)


def _bytes(stream: BinaryIO, most: int) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise ArchiveError(f"larger than {most // MB} MB")
    return data


def _refused(file: str, when: datetime | None, reason: str) -> Member:
    return Member(file, "refused", when, reason=" ".join(reason.split())[:200])


def _bad_name(name: str) -> str:
    if name.startswith("/") or re.match(r"[A-Za-z]:/", name) or ".." in name.split("/"):
        return "its path leads out of the archive"
    return "" if name.isprintable() and name else "its name has control characters"


# --- folders ---


def _folder(root: Path) -> Iterator[_Entry]:
    for folder, folders, names in os.walk(root):
        folders.sort()
        linked = [name for name in folders if Path(folder, name).is_symlink()]
        for name in sorted(names + linked):
            path = Path(folder, name)
            yield _on_disk(path, path.relative_to(root).as_posix())


def _on_disk(path: Path, name: str) -> _Entry:
    found = path.lstat()
    when = datetime.fromtimestamp(found.st_mtime, UTC)
    return _Entry(
        _text(os.fsencode(name)), when, _kind_fault(found.st_mode), partial(path.open, "rb")
    )


def _kind_fault(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "a link, not a file"
    return "" if stat.S_ISREG(mode) or not stat.S_IFMT(mode) else "a device or a pipe, not a file"


def _text(name: bytes) -> str:
    """A name as its writer meant it: UTF-8, or CP949 as Windows in Korea has it."""
    for encoding in ("utf-8", "cp949"):
        try:
            return _tidy(name.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _tidy(name.decode("cp437"))


def _tidy(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/").removeprefix("./"))


# --- zip ---


def _zip(stream: BinaryIO) -> Iterator[_Entry]:
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                yield _Entry(
                    _zip_name(info), _zip_time(info), _zip_fault(info), partial(archive.open, info)
                )


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Names without the UTF-8 flag are read by zipfile as if DOS had written them."""
    if not info.flag_bits & 0x800:
        try:
            return _text(info.orig_filename.encode("cp437"))
        except UnicodeEncodeError:
            pass  # it had a Unicode name in an extra field
    return _tidy(info.filename)


def _zip_fault(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 1:
        return "encrypted: ask for it without a password"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "packed in an unusual way: unpack it, collect the folder"
    if info.file_size > MB and info.file_size > RATIO * info.compress_size:
        return f"unpacks to more than {RATIO} times its size"
    return _kind_fault(info.external_attr >> 16)


def _zip_time(info: zipfile.ZipInfo) -> datetime | None:
    """The time in UTC, from the extra field of Unix where there is one, else by this clock."""
    extra = info.extra
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        if kind == 0x5455 and size >= 5 and len(extra) >= 9 and extra[4] & 1:
            return datetime.fromtimestamp(struct.unpack("<I", extra[5:9])[0], UTC)
        extra = extra[4 + size :]
    try:
        local = datetime(*info.date_time)
    except ValueError:
        return None
    return local.astimezone(UTC) if local.year > 1980 else None


# --- tar ---


def _tar(stream: BinaryIO) -> Iterator[_Entry]:
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    zipped = stream.read(2) == b"\x1f\x8b"
    stream.seek(0)
    plain = gzip.GzipFile(fileobj=stream) if zipped else stream
    most = min(UNPACKED, max(50 * MB, RATIO * size)) if zipped else size
    with tarfile.open(fileobj=_Bounded(plain, most), mode="r:") as archive:
        for info in archive:
            if not info.isdir():
                name = _text(info.name.encode("utf-8", "surrogateescape"))
                yield _Entry(
                    name, _tar_time(info), _tar_fault(info), partial(_tar_file, archive, info)
                )


def _tar_file(archive: tarfile.TarFile, info: tarfile.TarInfo) -> BinaryIO:
    return archive.extractfile(info)  # type: ignore[return-value]


def _tar_fault(info: tarfile.TarInfo) -> str:
    if info.islnk() or info.issym():
        return "a link, not a file"
    return "" if info.isreg() and not info.issparse() else "a device or a pipe, not a file"


def _tar_time(info: tarfile.TarInfo) -> datetime | None:
    try:
        return datetime.fromtimestamp(info.mtime, UTC) if info.mtime > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


class _Bounded:
    """A stream that ends with an error where a tar's headers ask for too much of it."""

    def __init__(self, stream: BinaryIO, most: int) -> None:
        self._stream, self._most = stream, most
        self.tell = stream.tell

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= LARGEST_ARCHIVE + tarfile.RECORDSIZE:
            raise ArchiveError("beyond the limits, the rest of it was not read")
        return self._stream.read(size)

    def seek(self, position: int, whence: int = io.SEEK_SET) -> int:
        if position > self._most:
            raise ArchiveError("beyond the limits, the rest of it was not read")
        return self._stream.seek(position, whence)
