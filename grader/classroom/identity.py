"""By what a student is known: id, name, address and numbers, and where a text or a table has them.

A name may be written family name first or last, in one or several words, composed or decomposed,
and escaped as JSON, HTML and addresses do. What is short or a word of Python counts in the columns
of a table alone: nobody is meant by each 7 or `max` of a notebook.
"""

import builtins
import html
import json
import keyword
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from urllib.parse import quote, unquote

from grader.classroom.roster import Student
from grader.notebooks.characters import composed

_SHORTEST = 5  # digits of a number that is looked for in a text, letters of a mailbox
_LONG = 1_000  # characters of a text that is read line by line
_PYTHON = {*keyword.kwlist, *keyword.softkwlist, *dir(builtins)}
_BETWEEN = r"(?:[\s_.,+-]|%20|\\u0020)*"
_COLUMN = re.compile(
    r"(?:\b|_)id\b|\b(?:identifier|number|login|user|student)\b|번호|학번|아이디", re.IGNORECASE
)
_WORD = re.compile("[a-z0-9]+")
_APART = re.compile(r"(?<=[^\x00-\x7f])[\s_.,+-]+(?=[^\x00-\x7f])")
_EDGE = "[A-Za-z0-9]"


class Identity:
    """One student, to be found."""

    def __init__(self, student: Student) -> None:
        self.student = student

    @cached_property
    def keys(self) -> frozenset[str]:
        """What is this student's alone, each as `plain` gives it."""
        own = self.student
        found = (own.id, own.email, own.canvas_id, own.moodle_id)
        return frozenset(plain(each) for each in found if each)

    @cached_property
    def pattern(self) -> str:
        """A regular expression for all of it in a text; it may be empty."""
        return _either([*self._of_keys(), *self._of_names()])

    @cached_property
    def _all(self) -> re.Pattern[str]:
        return re.compile(self.pattern or "(?!)", re.IGNORECASE)

    @cached_property
    def _sure(self) -> re.Pattern[str]:
        return re.compile(_either(self._of_keys()) or "(?!)", re.IGNORECASE)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Of these at least one is among the `tokens` of any text that `pattern` finds it in."""
        own = self.student
        mailbox = own.email.partition("@")[0]
        texts = [own.id, own.email, own.canvas_id, own.moodle_id, mailbox]
        for parts in _ways(own.name):
            texts += ["".join(parts[:count]) for count in range(1, len(parts) + 1)]
        return frozenset(token for text in texts for token in tokens(text)[:1])

    @property
    def unsaid(self) -> list[str]:
        """What is too short, or too common a word, to be looked for in a text."""
        own = self.student
        found = (own.id, own.canvas_id, own.moodle_id)
        return [each for each in found if each and not _is_telling(each)]

    def in_text(self, text: str) -> bool:
        """Whether a text has something of it, be it a name that another has too."""
        lines = text.splitlines() if len(text) > _LONG else [text]
        return any(self._all.search(line) for line in lines if self.anchors & {*tokens(line)})

    def in_row(self, row: Mapping[str, str]) -> bool:
        """Whether a row of a table has something that is this student's alone."""
        for column, value in row.items():
            own = plain(value)
            if own in self.keys and (_is_telling(own) or _COLUMN.search(column)):
                return True
            number = re.sub(r"^\D+ ", "", own)  # Moodle's `Participant 40006`
            if "identifier" in column.casefold() and number in self.keys:
                return True
        return any(self._sure.search(value) for value in row.values())

    def is_called(self, text: str) -> bool:
        """Whether a text is one of the student's keys, or the name."""
        return plain(text) in self.keys | {plain(self.student.name)}

    def _of_keys(self) -> Iterator[str]:
        own = self.student
        for text in (own.id, own.email, own.canvas_id, own.moodle_id):
            if text and _is_telling(text):
                yield from _literal(text)

    def _of_names(self) -> Iterator[str]:
        mailbox = self.student.email.partition("@")[0]
        if len(mailbox) >= _SHORTEST and _is_telling(mailbox):
            yield from _literal(mailbox)
        for parts in _ways(self.student.name):
            yield from _bounded(_BETWEEN.join(f"(?:{'|'.join(_forms(part))})" for part in parts))


def plain(text: str) -> str:
    """A text as it is compared: stripped, NFC, without capitals."""
    return composed(text).strip().lstrip("'").casefold()


def tokens(text: str) -> list[str]:
    """The words of a text as far as they are ASCII, and each two letters of others, in order.

    Escapes of JSON and of addresses are read, and what separates two letters that are not ASCII is
    not seen.
    """
    if "\\u" in text:
        text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    text = unquote(text) if "%" in text else text
    if text.isascii():
        return _WORD.findall(text.casefold())
    joined = _APART.sub("", composed(text).casefold())
    found: list[str] = []
    for run in re.findall(r"[a-z0-9]+|[^\W\x00-\x7f]+", joined):
        pairs = [run[place : place + 2] for place in range(max(1, len(run) - 1))]
        found += [run] if run.isascii() else pairs
    return found


def _is_telling(text: str) -> bool:
    """Whether nothing else is meant where a text has it."""
    enough = len(text) >= _SHORTEST if text.isdigit() else len(text) > 1
    return enough and text not in _PYTHON


def _ways(name: str) -> Iterator[list[str]]:
    """The words of a name, in the orders in which they are written."""
    words = re.split(r"[\s,]+", composed(name).strip(" ,"))
    if len(words) > 1:
        yield words
        yield [*words[-1:], *words[:-1]]
        yield [*words[1:], *words[:1]]
    elif len(name) > 1 and _is_telling(name):
        yield words
        if re.fullmatch("[가-힣]{3,5}", name):
            for family in (1, 2):
                yield [name[:family], name[family:]]
                yield [name[family:], name[:family]]


def _either(patterns: Iterable[str]) -> str:
    return "|".join(sorted({*patterns}, key=lambda each: (-len(each), each)))


def _literal(text: str) -> Iterator[str]:
    for form in _forms(text):
        yield from _bounded(form)


def _forms(text: str) -> list[str]:
    """A text as files write it, each as a regular expression."""
    forms = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    written = {
        form
        for each in forms
        for form in (each, json.dumps(each)[1:-1], html.escape(each), quote(each))
    }
    return sorted(map(re.escape, written), key=lambda form: (-len(form), form))


def _bounded(pattern: str) -> Iterator[str]:
    """It, where no letter or digit of ours goes on before or behind: s1 is not in s10."""
    yield rf"(?<!{_EDGE})(?:{pattern})(?!{_EDGE})"
