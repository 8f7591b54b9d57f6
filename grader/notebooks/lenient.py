"""JSON that something happened to, read for what it still says: an iterative, linear reader.

Only what leaves one reading is passed over: comments, stray and missing commas, characters that
JSON has escaped, words of Python for its own, a marker of a merge, and an end that is missing.
"""

import json
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

DEEPEST = 100
LONGEST_NUMBER = 1_000  # digits; Python makes no int of many more
MOST_TOKENS = 1_000_000
# What there was to pass over, as messages are called.
CHARACTERS, SYNTAX, CUT = "file_characters", "file_syntax", "file_cut"
CONFLICT = "file_conflict"

_SPACE = re.compile(r"[\s\x00\ufeff]*+")
_BETWEEN = r"={7}(?=\s|\Z)"  # which git writes between two sides
_COMMENT = re.compile(rf"(?://|#|{_BETWEEN})[^\n]*+|/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r'"([^"\\]*+(?:\\.[^"\\]*+)*+)("|\\?\Z)', re.DOTALL)
# What stands behind a string on its line, and what may.
_BEHIND = re.compile(rf"[^\S\n]*+(?:[,:\]}}\n\x00\ufeff]|{_BETWEEN}|\Z)")
_COMMENTED = re.compile(r"[^\S\n]*+(?:#|/[/*])")
_WORD = re.compile(r"[-+\w.]++")
_WORDS = {"true": True, "false": False, "null": None, "True": True, "False": False, "None": None}
_UNREAD = "outputs"  # of a cell: no grade comes of them
_TEXTS = {"source", "input", "cells"}  # what nobody may lose
_NAMES = {"NaN", "Infinity", "-Infinity"}
_ESCAPE = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|)')
_HALF_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{0,3}\Z")
_RAW = re.compile(r"[\x00-\x1f]")
_DECODER = json.JSONDecoder(strict=False)
_START, _VALUE, _COMMA, _KEY, _COLON = range(5)  # what stands before, in the innermost container


@dataclass
class Read:
    """The value, where it ended, and what was passed over.

    `open` are the containers, outermost first, that a missing end left open; of these the innermost
    may hold a text that is not whole (`torn`). `doubled`: an object has two texts or lists of cells
    under one name.
    """

    value: Any
    end: int
    mended: set[str]
    open: list[Any] = field(default_factory=list)
    torn: bool = False
    doubled: bool = False


def read(text: str, start: int = 0, *, last: bool = True) -> Read:
    """The first value in `text` from `start`; raises JSONDecodeError where it has no reading.

    Of two texts under one name the last counts, as in JSON, or else the first.
    """
    return _Reader(text, start, last).read()


class _Reader:
    def __init__(self, text: str, start: int, last: bool) -> None:
        self.text, self.at, self.last = text, start, last
        self.mended: set[str] = set()
        self.stack: list[Any] = []
        self.before = [_START]
        self.keys: list[str] = []  # that wait for their values
        self.root: Any = None
        self.torn = self.doubled = False
        self.line = (0, 0)  # its end, and the quote that ends its last string

    def read(self) -> Read:
        for _ in range(MOST_TOKENS):
            self._skip()
            if self.at == len(self.text):
                return self._cut()
            self._step(self.text[self.at])
            if not self.stack and self.before[0] == _VALUE:
                return Read(self.root, self.at, self.mended, doubled=self.doubled)
        raise self._error(f"more than {MOST_TOKENS:,} values in damaged JSON")

    def _skip(self) -> None:
        """Go on to what says something."""
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at
        while comment := _COMMENT.match(self.text, self.at):
            self.mended.add(CONFLICT if comment[0].startswith("=") else SYNTAX)
            space = _SPACE.match(self.text, comment.end())
            self.at = space.end() if space else comment.end()

    def _step(self, mark: str) -> None:
        if mark == '"':
            self._take(self._string())
        elif mark in "{[":
            self.at += 1
            self._open({} if mark == "{" else [])
        elif mark in "}]":
            self._close(dict if mark == "}" else list)
        elif mark in ",:":
            self._separate(mark)
        else:
            self._take(self._word())

    def _string(self) -> str:
        """A string; what is left of one whose end is missing."""
        found = _STRING.match(self.text, self.at)
        assert found is not None  # it ends at the end of the text, if nowhere before
        goes_on = found[2] == '"' and not _BEHIND.match(self.text, found.end())
        if goes_on and (line := self._with_a_quote(found.end())) is not None:
            return line
        self.at = found.end()
        raw = found[1]
        if found[2] != '"':
            self.torn = True
            raw = _HALF_ESCAPE.sub("", raw)
        if _RAW.search(raw):
            self.mended.add(CHARACTERS)
        try:
            return str(_DECODER.decode(f'"{raw}"'))
        except ValueError:  # a backslash that escapes nothing is one
            self.mended.add(CHARACTERS)
            whole = _ESCAPE.sub(lambda m: m[0] if m[1] else r"\\", raw)
            return str(_DECODER.decode(f'"{whole}"'))

    def _with_a_quote(self, end: int) -> str | None:
        """The rest of a line as one string, in which nobody escaped the quote before `end`.

        Only in an output, where no answer depends on it: elsewhere the same may be two strings
        without their comma, or one and a comment.
        """
        listed = bool(self.stack) and isinstance(self.stack[-1], list)
        start, last = self.at + 1, self._last_quote()
        if self._in_outputs():
            if last < end or not (listed or self.before[-1] == _COLON):
                return None
            self.at = last + 1
            self.mended.add(CHARACTERS)
            return self.text[start:last]
        if listed and (last >= end or not _COMMENTED.match(self.text, end)):
            raise self._error("a quote within a string, or no comma behind it")
        return None

    def _last_quote(self) -> int:
        """The quote at the end of this line, or with a comma alone behind it; -1 for none."""
        if self.at >= self.line[0]:
            end = self.text.find("\n", self.at)
            end = len(self.text) if end < 0 else end
            line = self.text[self.at : end].rstrip().removesuffix(",").rstrip()
            closed = line.endswith('"') and not line.endswith('\\"')
            self.line = end, self.at + len(line) - 1 if closed else -1
        return self.line[1]

    def _in_outputs(self) -> bool:
        places = pairwise(self.stack)
        return any(isinstance(at, dict) and at.get(_UNREAD) is below for at, below in places)

    def _word(self) -> Any:
        found = _WORD.match(self.text, self.at)
        word = found[0] if found else self.text[self.at]
        if self.at + len(word) == len(self.text):
            self.at = len(self.text)  # the rest of it may be missing
            self.torn = True
            return None
        self.at += len(word)
        if word in _WORDS:
            self.mended |= {SYNTAX} if word[0].isupper() else set()
            return _WORDS[word]
        if not (word in _NAMES or word[:1] in "-0123456789"):
            raise self._error(f"unexpected {word[:20]!r}")
        return float(word) if len(word) > LONGEST_NUMBER else json.loads(word)

    def _take(self, value: Any) -> None:
        """Put a value, or a key, where it belongs."""
        if not self.stack:
            self.root, self.before[0] = value, _VALUE
            return
        inner, before = self.stack[-1], self.before[-1]
        if before == _VALUE:  # a comma is missing
            self.mended.add(SYNTAX)
        if isinstance(inner, list):
            if not (self.torn and value is None):
                inner.append(value)
            self.before[-1] = _VALUE
        elif before == _COLON:
            if not (self.torn and value is None):
                self._name(inner, self.keys[-1], value)
            self.keys.pop()
            self.before[-1] = _VALUE
        elif before != _KEY and isinstance(value, str):
            self.keys.append(value)
            self.before[-1] = _KEY
        elif not self.torn:
            raise self._error("a value without its name")

    def _name(self, inner: dict[str, Any], name: str, value: Any) -> None:
        again = name in inner and name in _TEXTS
        self.doubled |= again
        if self.last or not again:
            inner[name] = value

    def _open(self, container: Any) -> None:
        if len(self.stack) == DEEPEST:
            raise self._error("nested too deeply")
        if self.stack:
            self._take(container)
        else:
            self.root = container
        self.stack.append(container)
        self.before.append(_START)

    def _close(self, kind: type) -> None:
        if not self.stack or not isinstance(self.stack[-1], kind):
            raise self._error("a bracket that closes another")
        if self.before[-1] in (_KEY, _COLON):
            raise self._error("a name without its value")
        if self.before[-1] == _COMMA:
            self.mended.add(SYNTAX)
        self.at += 1
        self.stack.pop()
        self.before.pop()
        if not self.stack:
            self.before[0] = _VALUE

    def _separate(self, mark: str) -> None:
        before = self.before[-1]
        if not self.stack or (before == _KEY) != (mark == ":") or before == _COLON:
            raise self._error(f"unexpected {mark!r}")
        if mark == "," and before != _VALUE:
            self.mended.add(SYNTAX)
        self.before[-1] = _COLON if mark == ":" else _COMMA
        self.at += 1

    def _cut(self) -> Read:
        if not self.stack:
            raise self._error("nothing there")
        self.mended.add(CUT)
        return Read(self.root, self.at, self.mended, self.stack, self.torn, self.doubled)

    def _error(self, what: str) -> json.JSONDecodeError:
        return json.JSONDecodeError(what, self.text, self.at)
