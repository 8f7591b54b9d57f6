"""Other names for the students of a class: for each student one and the same everywhere."""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from grader.classroom.identity import Identity, plain, tokens
from grader.classroom.roster import Student
from grader.errors import ClassError

_NOBODY = "example.invalid"  # a domain that there never is, RFC 2606


class Pseudonyms:
    """Who is called what; drawn anew each time, so that no order tells who somebody is."""

    def __init__(self, students: Iterable[Student], draw: random.Random | None = None) -> None:
        shuffled = sorted(students, key=lambda student: student.id)
        (draw or random.SystemRandom()).shuffle(shuffled)
        self._identities = [Identity(student) for student in shuffled]
        self.students = _others(self._identities)
        self._ids = {plain(student.id): self.students[student.id].id for student in shuffled}
        self._anchored: dict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(self._identities):
            for anchor in each.anchors if each.pattern else ():
                self._anchored[anchor].append(number)
        self._pattern = cache(self._pattern_of)
        self._line = lru_cache(maxsize=100_000)(self._renamed)

    @property
    def unsaid(self) -> list[str]:
        """What is left in texts, since it is too short or too common a word to mean anybody."""
        return sorted({text for each in self._identities for text in each.unsaid})

    def id(self, student: str) -> str:
        """What an id becomes where nothing but one can stand."""
        return self._ids.get(plain(student)) or self.text(student)

    def text(self, text: str) -> str:
        """A text with other names. Most lines of a class are the same: each is read once."""
        return "".join(self._line(line) for line in text.splitlines(keepends=True))

    def value(self, value: Any) -> Any:
        """What a JSON file holds, with other names in all its texts; raises RecursionError."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(each) for each in value]
        if isinstance(value, Mapping):
            return {self.text(key): self.value(each) for key, each in value.items()}
        return value

    def in_text(self, text: str) -> bool:
        """Whether a text still has one of the names."""
        return any(self._line(line) != line for line in text.splitlines(keepends=True))

    def _renamed(self, line: str) -> str:
        meant = {who for token in tokens(line) for who in self._anchored.get(token, ())}
        return self._pattern(frozenset(meant)).sub(self._instead, line) if meant else line

    def _pattern_of(self, meant: frozenset[int]) -> re.Pattern[str]:
        """A pattern for the names of these students, a group for each, longer ones first."""
        parts = ((number, self._identities[number].pattern) for number in meant)
        longest = sorted(parts, key=lambda part: (-len(part[1]), part[0]))
        either = "|".join(f"(?P<s{number}>{pattern})" for number, pattern in longest)
        return re.compile(either, re.IGNORECASE)

    def _instead(self, found: re.Match[str]) -> str:
        student = self.students[self._identities[int(str(found.lastgroup)[1:])].student.id]
        if "@" in found[0]:
            return student.email
        if found[0].isdigit():
            return student.moodle_id or student.canvas_id or student.id
        return student.id


def _others(identities: Sequence[Identity]) -> dict[str, Student]:
    """Everybody under another name, which nobody has already."""
    for word in ("student", "person", "somebody", "pseudonym", "x-student"):
        made = {
            each.student.id: _other(each.student, word, number)
            for number, each in enumerate(identities, 1)
        }
        texts = "\n".join(str(student) for student in made.values())
        if not any(each.in_text(texts) or each.student.id in texts for each in identities):
            return made
    raise ClassError("the ids of this class leave no other names: nothing was written")


def _other(student: Student, word: str, number: int) -> Student:
    """The student under another name, numbers included; extensions stay."""
    name = f"{word}-{number:03}"
    return replace(
        student,
        id=name,
        name=f"{'학생' if re.search('[가-힣]', student.name) else word} {number:03}",
        email=f"{name}@{_NOBODY}" if student.email else "",
        canvas_id=str(900_000 + number) if student.canvas_id else "",
        moodle_id=str(800_000 + number) if student.moodle_id else "",
    )
