"""How LMSs name the files of an archive of submissions, and what others add to names.

`PATTERNS` is the one table of it; a new LMS is a line there (docs/collecting.md). Each pattern is
of the first part below what was collected, which the LMS writes. Where it says so:

Moodle: mod/assign/classes/downloader.php, `Areum Kim_12345_assignsubmission_file_/hw.ipynb`, or
without folders `Areum Kim_12345_assignsubmission_file_hw.ipynb`. The number is the participant's,
which an assignment gives; with blind marking the name is the word for a participant, in a group
submission it is the group's. Canvas: lib/content_zipper.rb, `kimareum_LATE_67_8901_hw-1.ipynb`:
the sortable name without spaces in small letters, the mark, the user's number and the file's,
which rises with each upload; text and links have no file's. Blackboard: *Assignment File Download*,
`HW 1_areum_attempt_2026-03-02-17-55-12_hw.ipynb`. Gradescope: *Export Submissions*, a folder for
each submission, and who it is from in `submission_metadata.yml`. Google Classroom: a folder in
Drive with `Areum Kim - hw.ipynb`, which students may rename. Moodle and Canvas pack with the time
of the download, not with that of the upload.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

PATTERNS = {
    "Moodle": (r"(?P<whose>.*?)(_(?P<number>\d+))?_assignsubmission_[a-z]+(_.*)?",),
    "Canvas": (
        r"((?P<late>LATE)_)?(?P<whose>anon_[^\W_]+)_(?P<upload>[1-9]\d{2,})_.+",
        r"(?P<whose>\w+?)(_(?P<late>LATE))?_(?P<number>\d+)_"
        r"((?P<upload>[1-9]\d{2,})_.+|(text|link)\.html)",
    ),
    "Blackboard": (r"(?P<whose>.+)_attempt_(?P<when>\d{4}(-\d\d){5})(_.*|\.txt)?",),
    "Gradescope": (r"(?P<whose>submission)_(?P<number>\d+)",),
    "Google Classroom": (r"(?!(사본|복사본) - )(?P<whose>.+?) - .+",),
}
NUMBERED = ("Moodle", "Canvas")  # these have one number for each student
RENAMED = ("Google Classroom",)  # students may name these files as they like
LONGEST = 500  # characters of a name that an LMS may have written
BLIND = (  # Moodle's word for a participant, without what it takes out of names of files
    *("participant", "참가자", "참여자", "participante", "partecipante", "teilnehmerin"),
    *("teilnehmer", "deelnemer", "deltager", "deltagare", "uczestnik", "участник", "参加者"),
    *("参与者", "参与人", "參與者"),
)

_PATTERNS = {system: [re.compile(one) for one in patterns] for system, patterns in PATTERNS.items()}
_ENDING = re.compile(r"\.(ipynb|json|txt|zip|tar|gz|tgz)$", re.I)
_COPIES = re.compile(
    r"^(copy of|사본 ?-|복사본 ?-?)\s*"
    r"|\s*(의 ?사본|- ?복사본|복사본|- copy|\bcopy)(\s*\d+)?$"
    r"|\s*\(\d+\)$",
    re.I,
)


@dataclass(frozen=True)
class Label:
    """What an LMS says of a file: whose it is, with its number for them, and a mark for late.

    `upload` is a number that rises with each upload; 0 where there is none. `when` is the time of
    handing in, on the LMS's clock. `title` is what stands in front of all users of an archive.
    """

    system: str
    whose: str
    number: str = ""
    upload: int = 0
    late: bool = False
    when: datetime | None = None
    title: str = ""

    def __str__(self) -> str:
        return f"{self.system}: {self.whose} {self.number}".rstrip()

    @property
    def blind(self) -> bool:
        """Whether it names a participant by number alone, a group in front or not."""
        return self.system == "Moodle" and self.whose.casefold().rpartition("-")[2] in BLIND

    @property
    def names(self) -> list[str]:
        """Who it may mean, the shortest first: Blackboard's assignment and user may have `_`."""
        if self.system != "Blackboard":
            return [self.whose]
        parts = self.whose.split("_")
        least = len(parts) - len(self.title.split("_")) if self.title else 1
        return ["_".join(parts[-count:]) for count in range(least, min(len(parts), least + 3) + 1)]

    @property
    def after_group(self) -> list[str]:
        """What may follow the name of a group: Moodle puts `Team 1-` before a member's name.

        A single word before the `-` may be part of a name, as in `Jean-Luc`.
        """
        pieces = self.whose.split("-") if self.system == "Moodle" else []
        groups = ["-".join(pieces[:count]) for count in range(1, len(pieces))]
        return [
            self.whose[len(group) + 1 :] for group in groups if re.search(r"[\d\s]", group.strip())
        ]


def label(part: str, system: str) -> Label | None:
    """What a name says in the manner of an LMS; None for one of another manner."""
    for pattern in _PATTERNS[system] if len(part) <= LONGEST else ():
        if found := pattern.fullmatch(part):
            has = {name: value or "" for name, value in found.groupdict().items()}
            if (when := _time(has.get("when", ""))) is None and has.get("when"):
                continue
            if system in RENAMED and not any(map(str.isalpha, has["whose"])):
                continue
            upload = int(has.get("upload") or 0)
            late = bool(has.get("late"))
            return Label(system, has["whose"], has.get("number", ""), upload, late, when)
    return None


def title(labels: Iterable[Label]) -> str:
    """What Blackboard put in front of users: the assignment, if there are two users or more."""
    whose = sorted({found.whose for found in labels if found.system == "Blackboard"})
    if len(whose) < 2:
        return ""
    first, last = (each.split("_")[:-1] for each in (whose[0], whose[-1]))
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "_".join(piece for piece, _ in same)


def alike(part: str) -> str:
    """The LMS, of those whose word counts, that could have named a file like this; or none."""
    return next((s for s in PATTERNS if s not in RENAMED and label(part, s)), "")


def system_of(parts: Iterable[str]) -> str:
    """The one LMS that named more than half of these; empty where none did.

    Of two that may have, it is the one whose names end first: what follows is the student's.
    """
    names = {*parts}
    scores = []
    for system in PATTERNS:
        labels = [found for part in names if (found := label(part, system))]
        if 2 * len(labels) > len(names):
            length = sum(len(found.whose) for found in labels)
            scores.append((system not in RENAMED, len(labels), -length, system))
    return max(scores)[-1] if scores else ""


def plain(name: str) -> str:
    """A name without its ending and without what Colab, Drive and browsers add to copies.

    >>> plain("Copy of 01_tokenizer (1).ipynb"), plain("김아름의 사본.ipynb")
    ('01_tokenizer', '김아름')
    """
    before = ""
    while name != before:
        before, name = name, _COPIES.sub("", _ENDING.sub("", name)).strip()
    return name


def _time(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d-%H-%M-%S") if text else None
    except ValueError:
        return None
