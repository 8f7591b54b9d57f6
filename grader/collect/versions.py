"""The latest of several versions of a notebook, into `class/submitted/`."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from grader.classroom.folder import ClassFolder, Ref
from grader.collect import trace
from grader.collect.trace import Found
from grader.notebooks import files


def settle(
    folder: ClassFolder, ref: Ref, versions: list[Found], known: list[Found]
) -> Iterator[Found]:
    """Put the latest version of one notebook of one student where grading takes it from.

    `versions` came now, in this order, and are kept in collected/ (`trace.keep`); `known` are the
    lines of the log about this notebook of this student. Yields the versions with their outcome.
    """
    current = latest = _current(folder, ref, known)
    keys = {line.key for line in known} if current else set()
    new = [version for version in versions if version.key not in keys]
    for each in new:
        if latest is None or _later(each, latest, known, tie=latest is not current):
            latest = each
    if latest and (not current or latest.sha256 != current.sha256):
        _place(folder, ref, latest)
    elif not folder.timestamp(ref).is_file():
        for each in new:
            if current and each.handed_in and each.sha256 == current.sha256:
                _stamp(folder, ref, each)
    for each in versions:
        if each.key in keys or (current and current.sha256 == each.sha256):
            outcome, why = "unchanged", ""
        elif latest and each.sha256 == latest.sha256:
            outcome, why = "placed", f"replaces {current.file}" if current else ""
        else:
            outcome, why = "superseded", f"by {latest.file}" if latest else ""
        yield replace(each, outcome=outcome, note="; ".join(filter(None, (each.note, why))))


def _later(each: Found, latest: Found, known: list[Found], *, tie: bool) -> bool:
    """Whether a version is to take the place of the latest so far.

    Two of one time come in the order of their archive, in which Moodle has the later one below. The
    time of a download counts against other downloads alone, in which an LMS shows what it has then;
    against a mail the same notebook is as old as when it was first seen.
    """
    if not each.time_from == latest.time_from == "download":
        each, latest = _first_seen(each, known), _first_seen(latest, known)
    return each.newer(latest) or (tie and each.time == latest.time and not latest.newer(each))


def _first_seen(version: Found, known: list[Found]) -> Found:
    if version.time_from != "download":
        return version
    same = [line.time for line in known if line.sha256 == version.sha256 and line.time]
    return replace(version, time=min([*same, version.time or datetime.now(UTC)]))


def _current(folder: ClassFolder, ref: Ref, known: list[Found]) -> Found | None:
    """What is in submitted/ now; its time is the one it was collected with, if it was."""
    path = folder.notebook(ref)
    if not path.is_file():
        return None
    sha256 = files.sha256(files.read_bytes(path))
    same = [line for line in known if line.sha256 == sha256]
    if same:
        return same[-1]
    time = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    with suppress(OSError, ValueError):
        text = folder.timestamp(ref).read_text("utf-8").strip().removesuffix(" UTC")
        time = datetime.fromisoformat(text).replace(tzinfo=UTC)
    return Found(
        "one put there by hand, now in collected/", "", time=time, time_from="file", sha256=sha256
    )


def _place(folder: ClassFolder, ref: Ref, latest: Found) -> None:
    path = folder.notebook(ref)
    if path.is_file():
        trace.keep(folder, ref, files.read_bytes(path))
    _stamp(folder, ref, latest)
    files.write_bytes(path, files.read_bytes(folder.version(ref, latest.sha256)))


def _stamp(folder: ClassFolder, ref: Ref, latest: Found) -> None:
    """Say when it was handed in, where that is known, in nbgrader's way."""
    stamp = folder.timestamp(ref)
    if latest.handed_in:
        files.write_text(stamp, latest.handed_in)
    else:
        stamp.unlink(missing_ok=True)
