"""How Moodle and Canvas name the files of an archive of submissions, and what others add to names.

Moodle: mod/assign/classes/downloader.php, `Areum Kim_12345_assignsubmission_file_/hw.ipynb`, or
without folders `Areum Kim_12345_assignsubmission_file_hw.ipynb`. The number is the participant's,
which an assignment gives; with blind marking the name is the word for a participant, in a group
submission it is the group's. Canvas: lib/content_zipper.rb, `kimareum_LATE_67_8901_hw-1.ipynb`:
the sortable name without spaces in small letters, the mark, the user's number and the file's,
which rises with each upload. Both pack with the time of the download, not with that of the upload.
"""

import re
from dataclasses import dataclass

_MOODLE = re.compile(r"(?P<whose>.*?)(_(?P<number>\d+))?_assignsubmission_[a-z]+(_.*)?")
_CANVAS = re.compile(
    r"(?P<whose>[^\W\d]\w*?)(_(?P<late>LATE))?_(?P<number>\d+)_(?P<file>[1-9]\d{2,})_.+"
)
_ANONYMOUS = re.compile(r"((?P<late>LATE)_)?(?P<whose>anon_[^\W_]+)_(?P<file>[1-9]\d{2,})_.+")
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

    `upload` is a number that rises with each upload; 0 where there is none.
    """

    system: str
    whose: str
    number: str = ""
    upload: int = 0
    late: bool = False

    def __str__(self) -> str:
        return f"{self.system}: {self.whose} {self.number}".rstrip()


def label(file: str) -> Label | None:
    """What the path of a file says, in the manner of the one LMS or the other."""
    parts = file.split("/")
    for part in parts:
        if found := _MOODLE.fullmatch(part):
            return Label("Moodle", found["whose"], found["number"] or "")
    for part in parts[1:] or parts:  # not the name of the archive
        if found := _ANONYMOUS.fullmatch(part) or _CANVAS.fullmatch(part):
            number = found.groupdict().get("number", "")
            return Label("Canvas", found["whose"], number, int(found["file"]), bool(found["late"]))
    return None


def plain(name: str) -> str:
    """A name without its ending and without what Colab, Drive and browsers add to copies.

    >>> plain("Copy of 01_tokenizer (1).ipynb"), plain("김아름의 사본.ipynb")
    ('01_tokenizer', '김아름')
    """
    before = ""
    while name != before:
        before, name = name, _COPIES.sub("", _ENDING.sub("", name)).strip()
    return name
