"""What was collected, one thing at a time: which LMS packed it, and which names in it count.

A label is read in the first part below what was collected, and nowhere else: what is further down,
a student has named. So one thing is of one LMS, or of none.
"""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from grader.collect import archives, gradescope, lms
from grader.collect.gradescope import Submitted
from grader.collect.lms import Label

_EXPORT = re.compile(r"assignment_\d+_export")


@dataclass(frozen=True)
class Origin:
    """A folder, an archive or a file that was collected.

    `system` is the LMS that packed it, if any did, `top` the one folder that all of it is in where
    that is the LMS's or the packer's. `submitted` is what Gradescope says of each submission.
    `labels` is what the LMS wrote about any of its files, `title` what they have in front.
    """

    path: Path
    system: str = ""
    top: str = ""
    submitted: dict[str, Submitted] | None = None
    labels: frozenset[Label] = frozenset()
    title: str = ""

    def label(self, file: str) -> Label | None:
        """What the LMS wrote about a file, whose path begins with the name of the origin."""
        below = self._below(file)
        found = lms.label(below[0], self.system) if self.system and below else None
        return replace(found, title=self.title) if found and self.title else found

    def names(self, file: str) -> list[list[str]]:
        """The names that may say whose a file is, the surer first.

        None in a student's own archive does, and none that only looks like an LMS's.
        """
        archive, parts = file.split("/")[0], self._below(file)
        inner = [n for n, part in enumerate(parts) if archives.is_archive(part)]
        parts = [part for part in parts[: inner[0] + 1 if inner else None] if not lms.alike(part)]
        return [[archive], parts] if archives.is_archive(archive) else [parts, [archive]]

    def doubted(self, file: str) -> str:
        """The LMS in whose manner a file is named, though it did not pack what was collected."""
        if self.label(file):
            return ""
        return next((s for part in self._below(file) if (s := lms.alike(part))), "")

    def container(self, file: str) -> str:
        """What was packed at once: the outermost archive that a file is in, or the folder."""
        parts = file.split("/")
        for count, part in enumerate(parts[:-1], 1):
            if archives.is_archive(part):
                return "/".join(parts[:count])
        return parts[0]

    def _below(self, file: str) -> list[str]:
        parts = file.split("/")[1:]
        return parts[1:] if self.top and parts[:1] == [self.top] else parts


def laid_out(path: Path, is_known: Callable[[str], bool]) -> list[Path]:
    """What is in a folder into which downloads were put, each by itself; else the path.

    That are archives and tables alone, and none is named as a student, whose own it would be.
    """
    inside: list[Path] = []
    with suppress(OSError):  # which is told when it is read
        there = path.iterdir() if path.is_dir() else ()
        inside = sorted(each for each in there if not each.name.startswith("."))
    packed = [each for each in inside if archives.is_archive(each.name)]
    plain = all(each.is_file() and not each.is_symlink() for each in inside)
    tables = all(each in packed or each.suffix.lower() == ".csv" for each in inside)
    if packed and plain and tables and not any(is_known(each.name) for each in packed):
        return inside
    return [path]


def origin(path: Path, is_known: Callable[[str], bool]) -> Origin:
    """What a path leads to; `is_known` says whether a name is that of a student."""
    names = archives.names(path)
    firsts = {name.split("/")[0] for name in names} - {gradescope.FILE}
    if is_known(path.name) and archives.is_archive(path.name):
        return Origin(path)  # a student's own: no LMS wrote what is in it
    if system := lms.system_of(firsts):
        return _packed(path, system, "", firsts)
    if len(firsts) == 1 and not is_known(top := firsts.pop()):
        below = {rest for name in names if (rest := name.partition("/")[2].split("/")[0])}
        system = lms.system_of(below - {gradescope.FILE})
        if system and (len(below) > 1 or _EXPORT.fullmatch(top)):
            return _packed(path, system, top, below)
    return Origin(path)


def _packed(path: Path, system: str, top: str, parts: Iterable[str]) -> Origin:
    """What an LMS packed, below `top`."""
    submitted = None
    if system == "Gradescope":
        file = f"{top}/{gradescope.FILE}" if top else gradescope.FILE
        submitted = gradescope.read(archives.content(path, file))
    labels = frozenset(found for part in parts if (found := lms.label(part, system)))
    return Origin(path, system, top, submitted, labels, lms.title(labels))
