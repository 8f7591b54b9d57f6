"""The version that counts of a notebook, of those that came and those before, into `submitted/`."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from grader.classroom.folder import ClassFolder, Ref
from grader.collect import choice, trace
from grader.collect.answers import Answers, whole
from grader.collect.choice import Lines, Version
from grader.collect.trace import LMS_TIMES, PACKED, Found
from grader.notebooks import files

BY_HAND = "one put there by hand, now in collected/"


def settle_all(
    root: Path, folder: ClassFolder, versions: Iterable[Version], log: list[Found]
) -> Iterator[Found]:
    """Settle every notebook of every student; gives each version with its outcome."""
    answers = Answers(root)

    def of(found: Found) -> tuple[str, str]:
        return found.student, found.assignment

    for whose, came in groupby(sorted(versions, key=lambda v: of(v.found)), lambda v: of(v.found)):
        known = [line for line in log if of(line) == whose and line.sha256]
        placed = [line for line in known if line.outcome != "waiting"]
        yield from _Desk(folder, Ref(*whose), placed, answers).settle([*came])


class _Desk:
    """Where the versions of one notebook of one student are compared.

    `known` are the lines of the log about it, and the versions are kept in collected/.
    """

    def __init__(self, folder: ClassFolder, ref: Ref, known: list[Found], answers: Answers) -> None:
        self.folder, self.ref, self.known, self.answers = folder, ref, known, answers
        self.current = self.latest = _current(folder, ref, known)
        self.whys: dict[str, str] = {}  # by hash, why a version counts
        self.waiting: dict[str, str] = {}  # by hash, why a person has to decide

    def settle(self, versions: list[Version]) -> Iterator[Found]:
        """Place the one that counts where grading takes it from."""
        keys = {line.key for line in self.known} if self.current else set()
        for container in dict.fromkeys(version.container for version in versions):
            came = [version for version in versions if version.container == container]
            if new := [version for version in came if version.found.key not in keys]:
                self._compare(new)
        latest = self.latest
        if latest and (not self.current or latest.sha256 != self.current.sha256):
            _place(self.folder, self.ref, latest)
        else:
            self._stamp([version.found for version in versions], keys)
        yield from (self._told(version.found, keys) for version in versions)

    def _compare(self, new: list[Version]) -> None:
        """What was packed at once: one of it at most takes the place of the latest so far."""
        chosen, why = choice.choose(new, self._lines)
        if chosen is None and self._decided_before(new):
            return
        if chosen is None:
            told = "several that differ: fill in the student for the one that counts"
            self.waiting |= {version.found.sha256: told for version in new}
            return
        found = chosen.found
        latest = self.latest
        if latest and latest.sha256 != found.sha256:
            if not chosen.decided and not self._later(found, latest):
                return
            if not chosen.decided and (doubt := self._doubt(found, latest)):
                self.waiting[found.sha256] = (
                    f"would take the place of {latest.file}, which {doubt}: "
                    "fill in the student if it is to count instead"
                )
                return
        self.latest = found
        self.whys[found.sha256] = why

    def _decided_before(self, new: list[Version]) -> bool:
        """Whether the same files came before, and one of them counts."""
        known, came = ({line.sha256 for line in lines} for lines in (self.known, _found(new)))
        return self.current is not None and came <= known and self.current.sha256 in came

    def _doubt(self, found: Found, latest: Found) -> str:
        """What of the latest so far speaks against another in its place."""
        if _other_origin(found, latest):
            return "came another way"
        cut = not whole(self._data(found)) and whole(self._data(latest))
        return "is whole" if cut else ""

    def _lines(self, version: Version) -> Lines:
        return self.answers.of(self.ref.assignment, self._data(version.found))

    def _data(self, found: Found) -> bytes:
        """The file of a version: what was put there by hand is kept once it is replaced."""
        kept = self.folder.version(self.ref, found.sha256)
        return files.read_bytes(kept if kept.is_file() else self.folder.notebook(self.ref))

    def _later(self, each: Found, latest: Found) -> bool:
        """Whether a version is to take the place of the latest so far.

        The time of a download counts against other downloads alone, in which an LMS shows what it
        has then; against a mail the same notebook is as old as when it was first seen.
        """
        if each.time_from not in PACKED or latest.time_from not in PACKED:
            each, latest = self._first_seen(each), self._first_seen(latest)
        tie = self.latest is not self.current  # two of now: the one below counts, as in an archive
        return each.newer(latest) or (tie and each.time == latest.time and not latest.newer(each))

    def _first_seen(self, version: Found) -> Found:
        if version.time_from not in PACKED:
            return version
        same = [line.time for line in self.known if line.sha256 == version.sha256 and line.time]
        return replace(version, time=min([*same, version.time or datetime.now(UTC)]))

    def _stamp(self, versions: list[Found], keys: set[tuple[object, ...]]) -> None:
        """Say when what is there was handed in, where only now somebody tells, or tells better."""
        stamp, current = self.folder.timestamp(self.ref), self.current
        there = stamp.read_text("utf-8") if stamp.is_file() else ""
        ours = {line.handed_in for line in self.known}
        for each in versions:
            if not current or each.sha256 != current.sha256 or not each.handed_in:
                continue
            if (not there and each.key not in keys) or (
                there in ours and each.time_from in LMS_TIMES and each.handed_in != there
            ):
                _write_stamp(self.folder, self.ref, each)

    def _told(self, each: Found, keys: set[tuple[object, ...]]) -> Found:
        """A version with its outcome, and with what a person should know of it."""
        latest, current = self.latest, self.current
        if each.key in keys or (current and current.sha256 == each.sha256):
            outcome, why = "unchanged", ""
        elif latest and each.sha256 == latest.sha256 and each.key != latest.key:
            outcome, why = "unchanged", f"the same bytes as {latest.file}"
        elif latest and each.sha256 == latest.sha256:
            outcome, why = "placed", f"replaces {current.file}" if current else ""
        elif each.sha256 in self.waiting:
            outcome, why = "waiting", self.waiting[each.sha256]
        else:
            outcome, why = "superseded", f"by {latest.file}" if latest else ""
        notes = each.note, why, self.whys.get(each.sha256, "") if outcome == "placed" else ""
        return replace(each, outcome=outcome, note="; ".join(filter(None, notes)))


def _found(versions: list[Version]) -> list[Found]:
    return [version.found for version in versions]


def _other_origin(each: Found, latest: Found) -> bool:
    """Whether the one is known by an LMS's label, and the other by another or by a mere name."""
    unknown = not latest.system and latest.time_from in ("download", "worksheet")  # of older logs
    return latest.file != BY_HAND and not unknown and each.system != latest.system


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
    return Found(BY_HAND, "", time=time, time_from="file", sha256=sha256)


def _place(folder: ClassFolder, ref: Ref, latest: Found) -> None:
    path = folder.notebook(ref)
    if path.is_file():
        trace.keep(folder, ref, files.read_bytes(path))
    _write_stamp(folder, ref, latest)
    files.write_bytes(path, files.read_bytes(folder.version(ref, latest.sha256)))


def _write_stamp(folder: ClassFolder, ref: Ref, latest: Found) -> None:
    """Say when it was handed in, where that is known, in nbgrader's way."""
    stamp = folder.timestamp(ref)
    if latest.handed_in:
        files.write_text(stamp, latest.handed_in)
    else:
        stamp.unlink(missing_ok=True)
