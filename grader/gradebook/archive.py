"""A class as one archive: a consistent copy, looked through whole before it takes a class's place.

It is a tar, packed with gzip: the files of the class below `class/`, and `manifest.json`, which has
the hash of each.
"""

import io
import json
import os
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from grader.classroom.folder import ClassFolder
from grader.classroom.lock import alone
from grader.errors import ClassError, FileError
from grader.gradebook import copies, glance
from grader.gradebook.address import on_server, shown
from grader.notebooks import files
from nlplab import __version__

FORMAT = 1
_FOLDER, _MANIFEST = "class", "manifest.json"
_BOOK = ("-journal", "-wal", "-shm")  # what SQLite keeps beside a gradebook that is being written


@dataclass(frozen=True)
class Contents:
    """What is in an archive of a class: when it was made, by which version, and how many files."""

    made: str
    version: str
    files: int


def backup(folder: ClassFolder, file: Path) -> Contents:
    """Write a class into one file, which must not be there yet; a gradebook on a server as a file.

    Nobody grades meanwhile. Links are left out, and so are temporary files. Raises ClassError,
    BusyError, GradebookError and FileError; then there is no file.
    """
    if not folder.path.is_dir() or not any(_inside(folder)):
        raise ClassError(f"no class in {folder}: name it with --class")
    if file.exists():
        raise ClassError(f"{file} is there already: name another file, nothing was written")
    if file.resolve().is_relative_to(folder.path.resolve()):
        raise ClassError(f"{file} is in the class itself: name a file elsewhere")
    with alone(folder), _beside(file.resolve()) as place:
        new = place / "new"
        with files.naming(file), tarfile.open(new, "w:gz") as archive:
            made = _pack(folder, archive, place)
        with files.naming(file):
            os.replace(new, file)
    return made


def _pack(folder: ClassFolder, archive: tarfile.TarFile, place: Path) -> Contents:
    hashes: dict[str, str] = {}
    sources = {path.relative_to(folder.path).as_posix(): path for path in _inside(folder)}
    if glance.exists(folder):
        copy = ClassFolder(place)
        copies.copy(folder, copy)
        sources[copy.gradebook.name] = copy.gradebook
    for name, path in sources.items():
        data = files.read_bytes(path)
        hashes[name] = files.sha256(data)
        _add(archive, f"{_FOLDER}/{name}", data, path.stat().st_mtime)
    made = datetime.now().astimezone().isoformat(timespec="seconds")
    told = {"format": FORMAT, "made": made, "version": __version__, "files": hashes}
    _add(archive, _MANIFEST, json.dumps(told, indent=1).encode(), datetime.now().timestamp())
    return Contents(made, __version__, len(hashes))


def restore(file: Path, folder: ClassFolder) -> tuple[Contents, Path | None]:
    """Put the class in an archive into a folder; where what was there has been put aside, if so.

    The archive is unpacked beside the folder and looked through first. Raises ClassError when it is
    damaged or none, or the gradebook of the class is on a server, and FileError when it cannot be
    read; then nothing has changed.
    """
    if on_server(folder):
        raise ClassError(
            f"the gradebook of {folder} is {shown(folder)}, which restore leaves alone: put it "
            "back with psql from what pg_dump wrote, or restore the class into another folder"
        )
    target, file = folder.path.resolve(), files.existing(file)
    with _beside(target) as place:
        made = _unpacked(file, place / "new")
        if is_empty(folder):
            if target.exists():
                shutil.rmtree(target)
            os.replace(place / "new", target)
            return made, None
        with alone(folder):
            aside = _free(target)
            os.replace(target, aside)
            try:
                os.replace(place / "new", target)
            except BaseException:
                os.replace(aside, target)
                raise
    return made, aside


def is_empty(folder: ClassFolder) -> bool:
    """Whether there is nothing of a class in its folder."""
    return not folder.path.exists() or not any(_inside(folder))


def _unpacked(file: Path, target: Path) -> Contents:
    """Unpack an archive, and hold each file against the hash that it should have."""
    damaged = f"{file} is no whole archive of a class, as grader backup writes it"
    found: dict[str, str] = {}
    told: dict[str, object] = {}
    try:
        with files.naming(file), tarfile.open(file, "r:gz") as archive:
            for member in archive:
                data = io.BytesIO() if (read := archive.extractfile(member)) is None else read
                if member.name == _MANIFEST:
                    told = dict(json.loads(data.read()))
                    continue
                path = PurePosixPath(member.name)
                if not member.isreg() or path.parts[:1] != (_FOLDER,) or ".." in path.parts:
                    raise ClassError(f"{damaged}: it has {member.name}; nothing was changed")
                name = PurePosixPath(*path.parts[1:]).as_posix()
                found[name] = _unpack(data.read(), target / name, member.mtime)
    except (tarfile.TarError, EOFError, zlib.error, ValueError, TypeError, FileError) as error:
        raise ClassError(f"{damaged}: {error}; nothing was changed") from error
    if told and told.get("format") != FORMAT:
        what = f"{file} has format {told.get('format')!r}, and this grader reads {FORMAT}"
        raise ClassError(f"{what}: restore it with a newer one; nothing was changed")
    if not found or told.get("files") != found:
        what = "files differ from its manifest" if told else "it has no manifest"
        raise ClassError(f"{damaged}: {what}; nothing was changed")
    if (target / ClassFolder(target).gradebook.name).exists():
        copies.check(ClassFolder(target).gradebook)
    return Contents(str(told["made"]), str(told["version"]), len(found))


def _unpack(data: bytes, path: Path, time: float) -> str:
    files.write_bytes(path, data)
    os.utime(path, (time, time))
    return files.sha256(data)


def _inside(folder: ClassFolder) -> Iterator[Path]:
    """The files of a class, without links and what is there for a while only."""
    for path in sorted(folder.path.rglob("*")):
        passing = path == folder.lock or folder.scratch in path.parents
        beside = path.name in {folder.gradebook.name + each for each in _BOOK}
        if path.is_file() and not path.is_symlink() and not passing and not beside:
            yield path


def _add(archive: tarfile.TarFile, name: str, data: bytes, time: float) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mtime = len(data), time
    archive.addfile(entry, io.BytesIO(data))


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A folder beside a path, on the same disk, which goes away at the end."""
    files.make_folder(path.parent)
    with files.naming(path.parent):
        place = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _free(path: Path) -> Path:
    """A name beside a folder that nothing has yet."""
    when = f"{datetime.now():%Y%m%d-%H%M%S}"
    names = (
        path.with_name(f"{path.name}.before-{when}{more}") for more in ("", *map(str, range(99)))
    )
    return next(name for name in names if not name.exists())
