"""Whose a file is: names, ids and addresses of the roster found in what a file is called."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from grader.classroom.roster import Student
from grader.collect.lms import Label, plain
from grader.notebooks.characters import composed

_TOKEN = re.compile(r"\d+|[ㄱ-ㆎ가-힣]+|[^\W\d_ㄱ-ㆎ가-힣]+")
RUN = 6  # tokens that may make up one name or address
ALIKE = 0.6  # from here on a likeness is worth a guess


class Directory:
    """The students of a roster, ready to be found by any of their names."""

    def __init__(self, students: Iterable[Student]) -> None:
        self.students = {student.id: student for student in students}
        self._sure: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, set[str]] = defaultdict(set)
        for student in self.students.values():
            for key in (student.id, student.email, student.canvas_id, student.moodle_id):
                self._sure[_joined(key)].add(student.id)
            for key in (student.name, student.email.partition("@")[0]):
                for turned in _turned(_tokens(key)):
                    self._names[turned].add(student.id)
        for index in (self._sure, self._names):
            index.pop("", None)

    def of(self, file: str, label: Label | None, known_by: Iterable[str] = ()) -> set[str]:
        """Whom a file is from: one student, or several that it may be, or nobody.

        What an LMS wrote into the path counts alone, since students choose the rest, with what it
        says elsewhere (`known_by`) where that is not enough. Otherwise the names of folder and file
        say it, and where they do not, that of the archive.
        """
        if label:
            named = self._labelled(label)
            also = {student for text in known_by for student in self._whole(text)}
            return named if len(named) == 1 else (named & also or named or also)
        archive, *parts = file.split("/")
        return (parts and self._named(parts)) or self._named([archive])

    def guess(self, file: str, label: Label | None, hints: Iterable[str] = ()) -> str:
        """The student, or several with ` or `, whom a person may want to confirm; may be empty."""
        if candidates := self.of(file, label):
            return " or ".join(sorted(candidates))
        for hint in hints:
            if len(candidates := self._named([hint])) == 1:
                return candidates.pop()
        parts = [label.whose] if label else file.split("/")[1:] or [file]
        keys = [*self._sure.items(), *self._names.items()]
        best, who = 0.0, set[str]()
        for text in {_joined(plain(part)) for part in parts}:
            matcher = SequenceMatcher(None, b=text, autojunk=False)
            for key, ids in keys:
                if (likeness := _likeness(matcher, text, key)) > best:
                    best, who = likeness, ids
        return " or ".join(sorted(who))

    def _labelled(self, label: Label) -> set[str]:
        number = {
            s.id
            for s in self.students.values()
            if label.number
            and label.number == (s.canvas_id if label.system == "Canvas" else s.moodle_id)
        }
        if number and label.system == "Canvas":  # a number for life, while names change
            return number
        named = self._whole(label.whose) or self._named([label.whose])
        if label.system == "Canvas":
            return {name for name in named if not self.students[name].canvas_id}
        if number and named:
            return number & named or number | named
        return number or named

    def _whole(self, text: str) -> set[str]:
        turned = _turned(_tokens(text))
        return {
            s for key in turned for s in self._sure.get(key, set()) | self._names.get(key, set())
        }

    def _named(self, parts: list[str]) -> set[str]:
        sure: set[str] = set()
        names: set[str] = set()
        for part in parts:
            tokens = _tokens(plain(part))
            found = [run for run in _runs(tokens) if self._knows(tokens, *run)]
            for start, end in found:
                if any(a <= start and end <= b and (a, b) != (start, end) for a, b in found):
                    continue  # part of a longer name
                run = tokens[start:end]
                sure |= self._sure.get("".join(run), set())
                names |= {s for key in _turned(run) for s in self._names.get(key, set())}
        if len(sure) == 1 and names:
            return sure & names or sure | names
        return sure or names

    def _knows(self, tokens: list[str], start: int, end: int) -> bool:
        run = tokens[start:end]
        joined = "".join(run)
        if len(joined) < (4 if joined.isdigit() else 2) and len(run) < len(tokens):
            return False  # a number such as 01 is no student's unless it stands alone
        return joined in self._sure or any(key in self._names for key in _turned(run))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(composed(text, "NFKC").casefold())


def _joined(text: str) -> str:
    return "".join(_tokens(text))


def _turned(tokens: list[str]) -> set[str]:
    """The tokens written together, the family name first or last."""
    return {"".join(tokens[k:] + tokens[:k]) for k in range(len(tokens) or 1)}


def _runs(tokens: list[str]) -> Iterator[tuple[int, int]]:
    for start in range(len(tokens)):
        for end in range(start + 1, min(start + RUN, len(tokens)) + 1):
            yield start, end


def _likeness(matcher: SequenceMatcher[str], text: str, key: str) -> float:
    """How alike they are, 0 for too little; a name that stands in the text counts most."""
    if len(key) >= 2 and key in text and not key.isdigit():
        return 1 + len(key)
    matcher.set_seq1(key)
    enough = matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE
    return ratio if enough and (ratio := matcher.ratio()) >= ALIKE else 0.0
