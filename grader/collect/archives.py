"""Files as an LMS, a mail or a student packs them: each as bytes, or refused with the reason.

Nothing is unpacked onto the disk, no link is followed, and no name or size in an archive is
trusted. One archive inside another is opened, a third level is not.
"""

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO

from grader.collect.entries import (
    BEYOND,
    MB,
    UNPACKED,
    ArchiveError,
    Entry,
    folder,
    in_tar,
    on_disk,
)
from grader.collect.zips import in_zip
from grader.notebooks.characters import composed
from grader.notebooks.files import existing

LARGEST = 20 * MB  # of a notebook
LARGEST_ARCHIVE = 100 * MB  # of an archive in an archive
FILES = 50_000
LONGEST_NAME = 1_000  # characters of a path in an archive: no system takes more for long
LONGEST_SHOWN = 60  # of a longer one

_ARCHIVE = re.compile(r"\.(zip|tar|tar\.gz|tgz)$", re.I)
_PACKED = re.compile(r"\.(7z|rar|alz|egg|gz|bz2|xz|zst)$", re.I)
_NOTEBOOK = re.compile(r"\.ipynb$", re.I)
_MAYBE = re.compile(r"(\.json|\.txt|(^|/)[^./]+|\.ipynb[^/]*)$", re.I)  # as browsers name it
_CHECKPOINT = re.compile(r"(^|/)\.ipynb_checkpoints/[^/]+\.ipynb$", re.I)
_LITTER = re.compile(
    r"(^|/)(__MACOSX|\.ipynb_checkpoints|__pycache__|\.git|\.DS_Store|\._[^/]*|Thumbs\.db"
    r"|desktop\.ini|Icon\r)(/|$)",
    re.I,
)


@dataclass(frozen=True)
class Member:
    """One file: its path, from the name of the archive or folder on, and what became of it.

    `kind` is "notebook" for what is named or looks like one, with its `data`; "checkpoint" for what
    Jupyter keeps of one; "other" for a file of another kind, "litter" for what systems leave
    behind, "refused" with the `reason`. `when` is the time of the file or of its entry in the
    outermost archive, `inner` that in an archive in it; without a zone, it is of its packer's
    clock, and None where there is none.
    """

    file: str
    kind: str
    when: datetime | None = None
    data: bytes = b""
    reason: str = ""
    inner: datetime | None = None


def read(path: Path) -> Iterator[Member]:
    """All files in a folder, a zip or a tar, or the one file that `path` is.

    Those of a folder come by name, those of an archive in its order. Raises FileError. An archive
    that cannot be read on is one refused member.
    """
    path = existing(path)
    if path.is_dir():
        yield from _members(composed(path.name), folder(path))
    else:
        where = "" if is_archive(path.name) else composed(path.parent.name)
        yield from _member(where, on_disk(path, path.name))


def names(path: Path) -> list[str]:
    """The paths of all files in a folder or an archive, without a look inside of any.

    What cannot be read of it is told by `read`.
    """
    found = []
    with suppress(Exception), _entries(existing(path)) as entries:
        for number, entry in enumerate(entries):
            if number == FILES:
                break
            first, _, _ = entry.name.partition("/")
            found += [] if _LITTER.search(first) else [entry.name[:LONGEST_NAME]]
    return found


def content(path: Path, name: str) -> bytes:
    """One small file of a folder or an archive; nothing where it cannot be read."""
    with suppress(Exception), _entries(existing(path)) as entries:
        for entry in entries:
            if entry.name == name and not entry.fault:
                with entry.open() as stream:
                    return _bytes(stream, LARGEST)
    return b""


@contextmanager
def _entries(path: Path) -> Iterator[Iterable[Entry]]:
    if path.is_dir():
        yield folder(path)
    elif is_archive(path.name):
        with path.open("rb") as stream:
            yield in_zip(stream) if path.name.lower().endswith(".zip") else in_tar(stream)
    else:
        yield [on_disk(path, path.name)]


def is_archive(name: str) -> bool:
    """Whether a file is named as an archive that `read` opens."""
    return bool(_ARCHIVE.search(name))


def _members(
    where: str, entries: Iterable[Entry], depth: int = 0, when: datetime | None = None
) -> Iterator[Member]:
    """What the entries of a folder or an archive are; a nested one's have the time `when`."""
    total = 0
    try:
        for number, entry in enumerate(entries):
            if number == FILES or total > UNPACKED:
                raise ArchiveError(BEYOND)
            for member in _member(where, entry, depth, when):
                total += len(member.data)
                yield member
    except Exception as error:  # zipfile and tarfile raise anything at a hostile archive
        yield _refused(where, when, f"cannot be read as an archive: {error}")


def _member(
    where: str, entry: Entry, depth: int = 0, when: datetime | None = None
) -> Iterator[Member]:
    name = entry.name
    when, inner = (when, entry.when) if depth > 1 else (entry.when, None)
    if len(name) > LONGEST_NAME:
        start = f"{where}/{name[:LONGEST_SHOWN]}…"
        yield _refused(start, when, f"its name has more than {LONGEST_NAME:,} characters")
        return
    file = f"{where}/{name}" if where else name
    if _CHECKPOINT.search(name) and not entry.fault and "__MACOSX" not in name:
        yield replace(_notebook(file, entry, when), kind="checkpoint", inner=inner)
    elif _LITTER.search(name):
        yield Member(file, "litter", when)
    elif fault := _bad_name(name) or entry.fault:
        yield _refused(file, when, fault)
    elif is_archive(name):
        yield from _nested(file, entry, depth, when)
    elif _PACKED.search(name):
        yield _refused(file, when, "an archive of another kind: unpack it, collect the folder")
    elif _NOTEBOOK.search(name) or _MAYBE.search(name):
        yield replace(_notebook(file, entry, when), inner=inner)
    else:
        yield Member(file, "other", when)


def _nested(file: str, entry: Entry, depth: int, when: datetime | None) -> Iterator[Member]:
    if depth == 2:
        yield _refused(file, when, "an archive in an archive in an archive")
        return
    try:
        with entry.open() as packed:
            stream = io.BytesIO(_bytes(packed, LARGEST_ARCHIVE)) if depth else packed
            kind = in_zip if file.lower().endswith(".zip") else in_tar
            some = False
            for member in _members(file, kind(stream), depth + 1, when if depth else None):
                some = some or member.kind != "litter"
                yield member
        if not some:
            yield _refused(file, when, "an archive with nothing in it to grade")
    except Exception as error:
        yield _refused(file, when, f"cannot be read as an archive: {error}")


def _notebook(file: str, entry: Entry, when: datetime | None) -> Member:
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


def _bytes(stream: IO[bytes], most: int) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise ArchiveError(f"larger than {most // MB} MB")
    return data


def _refused(file: str, when: datetime | None, reason: str) -> Member:
    return Member(file, "refused", when, reason=" ".join(reason.split())[:200])


def _bad_name(name: str) -> str:
    if name.startswith("/") or re.match(r"[A-Za-z]:/", name) or ".." in name.split("/"):
        return "its path leads out of the archive"
    odd = not name or any(unicodedata.category(mark) == "Cc" for mark in name)
    return "its name has control characters" if odd else ""
