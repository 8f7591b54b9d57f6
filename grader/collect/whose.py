"""Whose a file is: names, ids and addresses of the roster found in what a file is called."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from unicodedata import combining, normalize

from grader.classroom.roster import Student
from grader.collect import mojibake
from grader.collect.archives import is_archive
from grader.collect.lms import BLIND, Label, plain
from grader.notebooks.characters import composed

_TOKEN = re.compile(r"\d+|[ㄱ-ㆎ가-힣]+|[^\W\d_ㄱ-ㆎ가-힣]+")
LONGEST, MOST = 1_000, 100  # characters and tokens of a text that are looked at
RUN = 6  # tokens that may make up one name or address
ALIKE = 0.6  # from here on a likeness is worth a guess
USUAL = (  # words of file names that are nobody's
    "hw homework assignment lab task project week nlp notebook colab untitled final draft ver "
    "version submission submit submitted solution solutions answer answers edited",
    "과제 숙제 실습 주차 제출 제출용 제출본 최종 최종본 수정 수정본 답안 정답 풀이 노트북",
)


class Directory:
    """The students of a roster, ready to be found by any of their names.

    An id or mailbox of one word, such as `park`, is no name by itself: a stranger may have it in
    theirs. It counts beside numbers and `usual` words of file names alone.
    """

    def __init__(self, students: Iterable[Student], usual: Iterable[str] = ()) -> None:
        self.students = {student.id: student for student in students}
        self._usual = {token for text in (*USUAL, *usual) for token in _tokens(text)}
        self._sure: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, set[str]] = defaultdict(set)
        self._accounts: dict[str, set[str]] = defaultdict(set)
        full = set[str]()
        for student in self.students.values():
            for key in (student.id, student.email, student.canvas_id, student.moodle_id):
                self._sure[_joined(key)].add(student.id)
            for key in (student.name, _mailbox(student)):
                for turned in _turned(_tokens(key)):
                    self._names[turned].add(student.id)
            for key in (student.id, _mailbox(student)):
                self._accounts[_folded(key)].add(student.id)
            full |= _turned(_tokens(student.name))
        for index in (self._sure, self._names, self._accounts):
            index.pop("", None)
        words = {key for key in self._accounts if key.isalpha() and _tokens(key) == [key]}
        self._words = words - full

    def labelled(self, label: Label, known_by: Iterable[str] = ()) -> set[str]:
        """Whom a file is from that an LMS named: one student, or several it may be, or nobody.

        A name that fits nobody outweighs a number that fits somebody: it may be a group's. Where it
        fits several, the number tells them apart, or what the LMS says elsewhere (`known_by`).
        """
        also = self.known(known_by)
        if label.blind:
            return also or {s for word in BLIND for s in self._whole(f"{word} {label.number}")}
        if label.system == "Blackboard":
            return self._user(label)
        named = self._by_name(label.whose)
        named = named or next(filter(None, map(self._full, label.after_group)), set())
        number = self._numbered(label)
        if label.system == "Canvas":
            fits = {student for student in number if self._is_of(student, label.whose)}
            named = {s for s in named if s in number or not self.students[s].canvas_id}
            return fits or (named and named | number)
        if len(named) == 1 and not also:
            return named
        return named & (also or number) or named | also

    def surely(self, label: Label, known_by: Iterable[str] = ()) -> set[str]:
        """Whom a label is of by more than a name: by its number, or what the LMS says elsewhere."""
        return self.known(known_by) | self._numbered(label)

    def known(self, texts: Iterable[str]) -> set[str]:
        """Who has one of these addresses, numbers or names: by the first that anybody has."""
        return next(filter(None, map(self._whole, texts)), set())

    def named(self, names: list[list[str]]) -> set[str]:
        """Whom names are of that anybody may have chosen: the first that say anything count.

        An archive that is somebody's by its name, with files that name somebody else, is of either.
        """
        found = [who for parts in names if (who := self._named(parts))]
        if len(found) == 2 and is_archive(names[0][0]):
            return found[0] & found[1] or found[0] | found[1]
        return found[0] if found else set()

    def is_named(self, text: str) -> bool:
        """Whether a text has the name of a student, or is a student's number."""
        text = plain(text)
        words = _wordy(text) or text
        return bool(self._whole(text) or self._named([words], loosely=True))

    def guess(self, texts: list[str], label: Label | None, hints: Iterable[str] = ()) -> str:
        """The student, or several with ` or `, whom a person may want to confirm; may be empty."""
        if label and (numbered := self._numbered(label)):
            return " or ".join(sorted(numbered))
        for hint in hints:
            if len(candidates := self._named([hint], loosely=True)) == 1:
                return candidates.pop()
        parts = [*label.names] if label else texts
        for read in (other for part in parts for other in mojibake.readings(part)):
            if candidates := self._named([read], loosely=True):
                return " or ".join(sorted(candidates))
        keys = [*self._sure.items(), *self._names.items()]
        best, who = 0.0, set[str]()
        for text in {_joined(plain(part)) for part in parts}:
            matcher = SequenceMatcher(None, b=text, autojunk=False)
            for key, ids in keys:
                if (likeness := _likeness(matcher, text, key)) > best:
                    best, who = likeness, ids
        return " or ".join(sorted(who))

    def _user(self, label: Label) -> set[str]:
        """Whose user name may be in a label of Blackboard's: one as it stands goes first.

        Where nothing tells it from the assignment, it may be any that has usual words in front.
        """
        fits: set[str] = set()
        for name in label.names:
            front = "" if label.title else label.whose.removesuffix(name).partition("_")[2]
            tokens = _tokens(front)
            if all(self._is_usual(tokens, place) for place in range(len(tokens))):
                fits |= self._accounts.get(_folded(name)) or self._whole(name)
        return fits

    def _numbered(self, label: Label) -> set[str]:
        """Who has the number that the LMS gave."""
        students = self.students.values() if label.number else ()
        if label.system == "Canvas":
            return {s.id for s in students if s.canvas_id == label.number}
        return {s.id for s in students if s.moodle_id == label.number and label.system == "Moodle"}

    def _is_of(self, student: str, text: str) -> bool:
        """Whether a text is the name, id or account of a student, or one word of the name.

        In front there may be a number, or a class such as 3반, and behind the name an initial that
        the roster lacks; accents may be missing. With any more it may be a group's.
        """
        one, whole = self.students[student], _joined(_unaccented(text))
        words = _tokens(_unaccented(one.name))
        names = _turned(words)
        accounts = (_joined(_unaccented(key)) for key in (one.id, _mailbox(one)))
        known = {*names, *words, *accounts} - {""}
        name = re.sub(r"^\d+반?", "", whole)
        initial = len(words) > 1 and re.search(r"[a-z]$", name) and name[:-1] in names
        return bool(initial) or not known.isdisjoint((whole, name))

    def _by_name(self, text: str) -> set[str]:
        """Who has this name: all of it, or with an id beside it, or numbers that are nobody's."""
        return self._whole(text) or self._in_two(_tokens(text)) or self._full(text)

    def _full(self, text: str) -> set[str]:
        """Who has the full name that is all of the words of a text."""
        words = _wordy(text)
        return set() if words in self._words else self._whole(words)

    def _in_two(self, tokens: list[str]) -> set[str]:
        """Who is known by both parts of a text, such as a name with an id behind it."""
        parts = [((0, end), (end, len(tokens))) for end in range(1, min(len(tokens), 2 * RUN))]
        known = [pair for pair in parts if all(self._knows(tokens, *run) for run in pair)]
        return {s for one, two in known for s in self._of(tokens, *one) & self._of(tokens, *two)}

    def _whole(self, text: str) -> set[str]:
        tokens = _tokens(text)
        return self._of(tokens, 0, len(tokens))

    def _of(self, tokens: list[str], start: int, end: int) -> set[str]:
        return {
            student
            for key in _turned(tokens[start:end])
            for student in self._sure.get(key, set()) | self._names.get(key, set())
        }

    def _named(self, parts: list[str], *, loosely: bool = False) -> set[str]:
        """Whose names, ids or numbers are in these texts; `loosely` among any other words."""
        sure: set[str] = set()
        names: set[str] = set()
        for part in parts:
            tokens = _tokens(plain(part))
            found = [run for run in _runs(tokens) if self._knows(tokens, *run)]
            known = {place for run in found for place in range(*run)}
            others = (place for place in range(len(tokens)) if place not in known)
            strange = not loosely and not all(self._is_usual(tokens, place) for place in others)
            for start, end in found:
                if any(a <= start and end <= b and (a, b) != (start, end) for a, b in found):
                    continue  # part of a longer name
                run = tokens[start:end]
                if strange and run[0] in self._words and len(run) == 1:
                    continue  # part of a stranger's name
                sure |= self._sure.get("".join(run), set())
                names |= {s for key in _turned(run) for s in self._names.get(key, set())}
        if len(sure) == 1 and names:
            return sure & names or sure | names
        return sure or names

    def _is_usual(self, tokens: list[str], place: int) -> bool:
        """Whether a token is part of no name: a number, `v2`, or a usual word of file names."""
        numbered = re.match(r"v?\d", "".join(tokens[place : place + 2]))
        return bool(numbered) or tokens[place] in self._usual

    def _knows(self, tokens: list[str], start: int, end: int) -> bool:
        run = tokens[start:end]
        joined = "".join(run)
        if len(joined) < (4 if joined.isdigit() else 2) and len(run) < len(tokens):
            return False  # a number such as 01 is no student's unless it stands alone
        if joined.isdigit() and start and tokens[start - 1] in BLIND:
            return False  # a participant's, which no roster has
        return joined in self._sure or any(key in self._names for key in _turned(run))


def agree(name: str, other: str) -> bool:
    """Whether two texts name one person, the family name first or last, or with more beside it."""
    same = _turned(_tokens(name)) & _turned(_tokens(other))
    return bool(same) or bool(_joined(name) and _joined(name) in _joined(other))


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(_folded(text[:LONGEST]))[:MOST]


def _wordy(text: str) -> str:
    """A text without its numbers."""
    return " ".join(token for token in _tokens(text) if not token.isdigit())


def _mailbox(student: Student) -> str:
    return student.email.partition("@")[0]


def _unaccented(text: str) -> str:
    """A text without its accents, which not every LMS keeps."""
    return "".join(mark for mark in normalize("NFKD", text) if not combining(mark))


def _folded(text: str) -> str:
    return composed(text, "NFKC").casefold()


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
