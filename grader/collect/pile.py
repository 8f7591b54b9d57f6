"""All that came, on its way over the desk: what was packed together, and what is set aside."""

import re
from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from grader.collect import archives
from grader.collect.archives import Member
from grader.collect.desk import Desk
from grader.collect.origins import origin
from grader.collect.trace import Found

_BESIDE = re.compile(r"(/__MACOSX)?/\._(?=[^/]+\.ipynb$)", re.I)  # a Mac's, beside hw.ipynb
_ALONE = "only what a system leaves beside files, as a Mac ._hw.ipynb: ask for the file itself"


class Pile:
    """What is in all that came, as it goes over the desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.litter = 0
        self.times: dict[str, list[datetime | None]] = defaultdict(list)
        self._aside: list[tuple[str, bool, Found]] = []
        self._left: list[tuple[str, bool, Found]] = []  # litter with nothing beside it

    def take(self, path: Path) -> None:
        """Look at all that is in a folder, an archive or a file."""
        where = origin(path, self.desk.directory.is_named)
        others: set[str] = set()
        litter: dict[str, Member] = {}  # by label, else by the file that it was left beside
        for member in archives.read(path):
            container = where.container(member.file)
            label = where.label(member.file)
            if member.kind == "litter" and (label or _BESIDE.search(member.file)):
                litter.setdefault(str(label or _BESIDE.sub("/", member.file)), member)
            else:
                others |= {str(label), member.file}
            if member.kind in ("litter", "checkpoint"):
                self.litter += 1
            else:
                when = member.when and self.desk.zone.utc(member.when)
                self.times[container].append(when)
            for found in self.desk.take(member, where):
                self._aside.append((container, label is not None, found))
        for name, member in litter.items():
            if name not in others:
                alone = replace(member, kind="other", reason=_ALONE)
                container, label = where.container(member.file), where.label(member.file)
                for found in self.desk.take(alone, where):
                    self._left.append((container, label is not None, found))

    def aside(self, only: str | None) -> list[Found]:
        """What goes nowhere, with the assignment that all else of its archive is.

        Of a student who handed in no notebook, it is all there is to be told of.
        """
        names: dict[str, set[str]] = defaultdict(set)
        for version in self.desk.versions:
            names[version.container].add(version.found.assignment)
        with_one = {version.found.student for version in self.desk.versions}
        before = {path.parent.name for path in self.desk.folder.step("submitted").glob("*/*")}
        told = with_one | before | {found.student for _, _, found in self._aside}
        told |= {version.found.student for version in self.desk.checkpoints} | {""}
        left = [each for each in self._left if each[1] or each[2].student not in told]
        lines = []
        for container, labelled, found in [*self._aside, *left]:
            of_it = {only} if only else names[container]
            if len(of_it) == 1 and not found.assignment and found.outcome in ("other", "refused"):
                found = replace(found, assignment=str(next(iter(of_it))))
            lacking = labelled or (found.student and found.student not in before)
            if found.outcome == "other" and lacking and found.student not in with_one:
                found = replace(found, outcome="no notebook", note=found.note or _what(found.file))
            lines.append(found)
        return lines


def _what(file: str) -> str:
    """What came instead of a notebook."""
    name = file.rpartition("/")[2].casefold()
    if name.endswith("link.html"):
        return "a link, and no notebook with it: ask for the file"
    if name.endswith(("text.html", "onlinetext.html")):
        return "text typed into the LMS, and no notebook with it"
    return "a file of another kind, and no notebook with it"
