"""Zips as lists of files that are yet to be read, each with its name as it was meant.

A name may be in any encoding whatever its flag says: one that cannot be read by its flag is read as
if there were none, and costs no other file.
"""

import io
import struct
import zipfile
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from typing import IO, Any

from grader.collect.entries import (
    BEYOND,
    CUT,
    MB,
    RATIO,
    ArchiveError,
    Entry,
    empty,
    kind_fault,
    meant,
    packed,
)
from grader.collect.mojibake import legible
from grader.notebooks.characters import composed

LARGEST_DIRECTORY = 100 * MB
_UTF8 = 0x800  # the flag of a name in UTF-8
_UNIX_TIME, _UNICODE_PATH = 0x5455, 0x7075  # extra fields
_FILE, _DIRECTORY, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def in_zip(stream: IO[bytes]) -> Iterator[Entry]:
    """The files of a zip in its order; raises whatever zipfile does at a damaged one."""
    with _opened(stream) as archive:
        infos = archive.infolist()
        above = {folder for info in infos for folder in _folders(packed(info.filename))}
        for info in infos:
            name = packed(_name(info))
            if not info.is_dir():
                yield Entry(name, _time(info), _fault(info), partial(archive.open, info))
            elif packed(info.filename).rstrip("/") not in above:
                yield empty(name.rstrip("/"))


def _opened(stream: IO[bytes]) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(stream)
    except UnicodeDecodeError:
        return zipfile.ZipFile(io.BufferedReader(_Unflagged(stream)))
    except zipfile.BadZipFile as error:
        if _begins_with_a_file(stream):
            raise ArchiveError(CUT) from error
        raise
    first = min((info.header_offset for info in archive.infolist()), default=0)
    if first and _begins_with_a_file(stream):  # the directory is that of a zip in it
        raise ArchiveError(CUT)
    return archive


def _begins_with_a_file(stream: IO[bytes]) -> bool:
    stream.seek(0)
    return stream.read(len(_FILE)) == _FILE


def _folders(name: str) -> Iterator[str]:
    parts = name[:1000].rstrip("/").split("/")[:20]  # deep enough for what a person packs
    return ("/".join(parts[:count]) for count in range(1, len(parts)))


def _name(info: zipfile.ZipInfo) -> str:
    """The name as Unicode where its packer wrote that beside it, else by its flag or its bytes."""
    flagged = info.flag_bits & _UTF8
    try:
        raw = info.orig_filename.encode("utf-8" if flagged else "cp437")
    except UnicodeEncodeError:
        return composed(legible(info.filename))
    beside = _extra(info, _UNICODE_PATH)
    if beside[:5] == struct.pack("<BI", 1, zlib.crc32(raw)):
        try:
            return composed(beside[5:].decode("utf-8"))
        except UnicodeDecodeError:
            pass
    return composed(legible(info.filename)) if flagged else meant(raw)


def _fault(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 1:
        return "encrypted: ask for it without a password"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "packed in an unusual way: unpack it, collect the folder"
    if info.file_size > MB and info.file_size > RATIO * info.compress_size:
        return f"unpacks to more than {RATIO} times its size"
    return kind_fault(info.external_attr >> 16)


def _time(info: zipfile.ZipInfo) -> datetime | None:
    """The time in UTC, from the extra field of Unix where there is one, else by the packer's clock.

    The first of January 1980 stands for none.
    """
    field = _extra(info, _UNIX_TIME)
    if len(field) >= 5 and field[0] & 1:
        return datetime.fromtimestamp(struct.unpack("<I", field[1:5])[0], UTC)
    try:
        local = datetime(*info.date_time)
    except ValueError:
        return None
    return local if local.year > 1980 else None


def _extra(info: zipfile.ZipInfo, wanted: int) -> bytes:
    """What an extra field holds; nothing where there is none."""
    at = 0
    while len(info.extra) >= at + 4:
        kind, size = struct.unpack_from("<HH", info.extra, at)
        at += 4
        if kind == wanted:
            return info.extra[at : at + size]
        at += size
    return b""


class _Unflagged(io.RawIOBase):
    """A zip in which no name says that it is UTF-8 and is not: zipfile refuses all for one."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._patches = _flags(stream)
        self._places = sorted(self._patches)
        stream.seek(0)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, position: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(position, whence)

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        at = self._stream.tell()
        data = self._stream.read(len(view))
        view[: len(data)] = data
        first, last = (bisect_left(self._places, place) for place in (at, at + len(data)))
        for place in self._places[first:last]:
            view[place - at] = self._patches[place]
        return len(data)


def _flags(stream: IO[bytes]) -> dict[int, int]:
    """Where names say falsely that they are UTF-8, and what stands there when they do not.

    That is the second byte of the flags, in the directory and before the file itself.
    """
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - 2**16 - 22))
    tail = stream.read()
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + 20:
        raise ArchiveError("its directory is damaged")
    length, offset = struct.unpack("<II", tail[end + 12 : end + 20])
    start = size - len(tail) + end - length
    if length > LARGEST_DIRECTORY or start < 0:
        raise ArchiveError(BEYOND)
    stream.seek(start)
    directory = stream.read(length)
    found: dict[int, int] = {}
    at = 0
    while directory[at : at + 4] == _DIRECTORY and len(directory) >= at + 46:
        sizes = struct.unpack("<HHH", directory[at + 28 : at + 34])
        [file] = struct.unpack("<I", directory[at + 42 : at + 46])
        try:
            directory[at + 46 : at + 46 + sizes[0]].decode("utf-8")
        except UnicodeDecodeError:
            unflagged = directory[at + 9] & ~(_UTF8 >> 8)
            found |= {start + at + 9: unflagged, start - offset + file + 7: unflagged}
        at += 46 + sum(sizes)
    return found
