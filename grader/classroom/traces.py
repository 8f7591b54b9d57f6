"""Where the files of a class have something of one student, and how it is taken out of each.

Folders and pages go, tables and the log lose lines, archives lose entries. Each step is whole by
itself and can be done again, so that what was interrupted is ended by doing all of it again.
"""

import csv
import html
import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from grader.classroom.folder import ClassFolder
from grader.classroom.identity import Identity, plain
from grader.errors import FileError
from grader.notebooks import files

LARGEST = 50_000_000  # bytes of a file that is looked through for names
_GROUP = ";"


@dataclass(frozen=True)
class Trace:
    """Something of a student's: where it is, what, and how it goes."""

    path: Path
    what: str
    remove: Callable[[], object]


def find(folder: ClassFolder, who: Identity, others: Sequence[Identity]) -> Iterator[Trace]:
    """All traces in the files of a class, the roster last: by it the others are known.

    `others` are the rest of the class, for rows that could be of two.
    """
    for path in _named(folder, who, others):
        yield Trace(path, "folder" if path.is_dir() else "file", partial(_drop, path))
    theirs = _files_of(folder, who, others)
    exports = folder.export("x").parent
    for path in sorted([*folder.inbox.rglob("*.zip"), *exports.rglob("*.zip")]):
        if names := _entries(path, theirs, who, others):
            what = f"{len(names)} entries of the archive"
            yield Trace(path, what, partial(_without_entries, path, names))
    for path in sorted(folder.report("x").parent.glob("*.html")):
        text = _text(path)
        if who.in_text(text) or f">{html.escape(who.student.id)}<" in text:
            yield Trace(path, "page, which grader report writes again", partial(_drop, path))
    if count := _without_lines(folder.log, who, write=False):
        yield Trace(folder.log, f"{count} lines", partial(_without_lines, folder.log, who))
    for path in _tables(folder):
        if count := _without_rows(path, who, others, write=False):
            yield Trace(path, f"{count} rows", partial(_without_rows, path, who, others))


def mentions(folder: ClassFolder, who: Identity) -> list[Path]:
    """The files of a class that name a student, in their path or in what can be read of them."""
    found = [path for path in sorted(folder.path.rglob("*")) if path.is_file()]
    inside = ((path, path.relative_to(folder.path).as_posix()) for path in found)
    return [path for path, name in inside if who.in_text(name) or who.in_text(_text(path))]


def _named(folder: ClassFolder, who: Identity, others: Sequence[Identity]) -> list[Path]:
    """What is called by the id, in folders that have one for each student; in inbox, by a name."""
    wanted = plain(who.student.id)
    found = [path for path in sorted(folder.path.glob("*/*")) if plain(path.name) == wanted]
    sent = (path for path in sorted(folder.inbox.rglob("*")) if path not in found)
    return [*found, *(path for path in sent if _is_of({"file": path.name}, who, others))]


def _drop(path: Path) -> None:
    with files.naming(path):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _tables(folder: ClassFolder) -> list[Path]:
    """The tables of the class itself, what was exported and what came; the roster last."""
    places = (folder.export("x").parent, folder.inbox)
    found = {*folder.path.glob("*.csv"), *(path for each in places for path in each.rglob("*.csv"))}
    last = [path for path in (folder.collected, folder.roster) if path in found]
    return [*sorted(found - {*last}), *last]


def _without_rows(
    path: Path, who: Identity, others: Sequence[Identity], *, write: bool = True
) -> int:
    """Take the student's rows out of a table; the rest stays as it was written. How many."""
    data = files.read_bytes(path)
    encoding = "utf-8" if _is_utf8(data) else "cp949"
    lines = list(io.StringIO(data.decode(encoding, "surrogateescape"), newline=""))
    header = lines[0].lstrip("\ufeff") if lines else ""
    reader = csv.reader(lines, delimiter=max(",;\t", key=header.count))
    kept, count, start = [], 0, 0
    columns: list[str] = []
    for values in reader:
        raw, start = "".join(lines[start : reader.line_num]), reader.line_num
        columns = columns or [name.lstrip("\ufeff") for name in values]
        row = dict(zip(columns, values, strict=False))
        if values and start > 1 and _is_of(row, who, others):
            count += 1
            raw = _of_the_rest(row, who)
        kept.append(raw)
    if write and count:
        files.write_bytes(path, "".join(kept).encode(encoding, "surrogateescape"))
    return count


def _is_of(row: Mapping[str, str], who: Identity, others: Sequence[Identity]) -> bool:
    """Whether a row is the student's: by a key, or by a name where it can be nobody else's.

    Of our own tables the column that has ids alone says it.
    """
    if own := row.get("student") or row.get("id"):
        return any(plain(each) in who.keys for each in own.split(_GROUP))
    if who.in_row(row):
        return True
    text = "\n".join(row.values())
    if not who.in_text(text):
        return False
    return not any(other.in_row(row) or other.in_text(text) for other in others)


def _of_the_rest(row: Mapping[str, str], who: Identity) -> str:
    """What stays of a row: that of a group, without the student; of one's own, nothing."""
    group = [each.strip() for each in row.get("student", "").split(_GROUP)]
    rest = [each for each in group if each and plain(each) not in who.keys]
    if len(group) < 2 or not rest:
        return ""
    text = io.StringIO(newline="")
    csv.writer(text).writerow((dict(row) | {"student": _GROUP.join(rest)}).values())
    return text.getvalue()


def _without_lines(log: Path, who: Identity, *, write: bool = True) -> int:
    """Take the student's lines out of the log of gradings. How many."""
    lines = files.read_bytes(log).split(b"\n") if log.is_file() else []
    kept = [line for line in lines if not _is_logged(line, who)]
    if write and len(kept) < len(lines):
        files.write_bytes(log, b"\n".join(kept))
    return len(lines) - len(kept)


def _is_logged(line: bytes, who: Identity) -> bool:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return who.in_text(line.decode("utf-8", "replace"))
    return isinstance(found, dict) and plain(str(found.get("student"))) in who.keys


def _files_of(folder: ClassFolder, who: Identity, others: Sequence[Identity]) -> dict[str, bool]:
    """What was collected, by its place in an inbox, and whether it is this student's alone."""
    if not folder.collected.is_file():
        return {}
    text = files.read_bytes(folder.collected).decode("utf-8-sig", "replace")
    rows = csv.DictReader(io.StringIO(text, newline=""), restval="")
    return {row["file"]: _is_of(row, who, others) and not _of_the_rest(row, who) for row in rows}


def _entries(
    path: Path, theirs: Mapping[str, bool], who: Identity, others: Sequence[Identity]
) -> list[str]:
    """The entries of an archive in the inbox that are the student's: as collected, or by name."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
        return []

    def is_theirs(name: str) -> bool:
        place = f"{path.name}/{name}"
        inner = [of for file, of in theirs.items() if file == place or file.startswith(f"{place}/")]
        return all(inner) if inner else _is_of({"file": name}, who, others)

    return [name for name in names if is_theirs(name)]


def _without_entries(path: Path, names: Sequence[str]) -> None:
    """Write an archive anew without these entries, before the old one goes."""
    gone = {*names}
    new = path.with_name(f".{path.name}.new")
    try:
        with files.naming(path), zipfile.ZipFile(path) as old, zipfile.ZipFile(new, "w") as kept:
            kept.comment = old.comment
            for entry in old.infolist():
                if entry.filename not in gone:
                    with old.open(entry) as source, kept.open(entry, "w") as target:
                        shutil.copyfileobj(source, target)
        new.replace(path)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise FileError(f"{path}: {error}: take the student's entries out by hand") from error
    finally:
        new.unlink(missing_ok=True)


def _text(path: Path) -> str:
    try:
        return path.read_bytes()[:LARGEST].decode("utf-8", "replace")
    except OSError:
        return ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
