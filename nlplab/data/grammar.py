"""A small grammar for text: rules in, sentences out.

A rule has a name, a colon and alternatives, on the same line or on indented ones:

    greeting: 안녕 | 2* «who»«이/가» 왔다
    who:
      친구 | 형

` | ` separates alternatives, a new line does too; `2* ` makes one twice as likely; `ε` is nothing
(and keeps a space beside it). `«who»` is another rule, `«이/가»` a pair for `nlplab.data.josa`.
A line that begins with `#` is a comment.

A rule may have variants for a tag, `end@good`. Expanding carries tags along: the first tag that
has a variant decides, the plain rule stands for all others. `«stem@bad»` puts a tag in front for
that part only.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple

from nlplab.data.josa import resolve

_SLOT = re.compile(r"«([^«»/]+)»")
_RULE = re.compile(r"([^\s:|]+):(?:\s+(.*))?")
_WEIGHT = re.compile(r"(\d+)\* ")


class Alternative(NamedTuple):
    weight: int
    text: str


class Grammar:
    """Rules read from `text` in the notation above.

    Raises ValueError for a line that is no rule, and for a slot that no rule fills.
    """

    def __init__(self, text: str) -> None:
        self.rules: dict[str, list[str]] = {}
        for name, alternative in _read(text):
            self.rules.setdefault(name, []).extend([alternative.text] * alternative.weight)
        known = {name.partition("@")[0] for name in self.rules}
        texts = chain.from_iterable(self.rules.values())
        slots = {slot.partition("@")[0] for text in texts for slot in _SLOT.findall(text)}
        if unknown := sorted(slots - known):
            raise ValueError(f"no rule for {', '.join(unknown)}")

    def sentence(self, name: str, tags: Sequence[str], draw: Callable[[], float]) -> str:
        """One text for rule `name`; `draw` gives numbers in [0, 1), one for each choice made.

        Raises KeyError when `name` has variants only and none for `tags`.
        """
        return " ".join(resolve(self._expand(name, tuple(tags), draw)).split())

    def _expand(self, name: str, tags: tuple[str, ...], draw: Callable[[], float]) -> str:
        name, _, tag = name.partition("@")
        tags = (tag, *tags) if tag else tags
        variants = (f"{name}@{tag}" for tag in tags)
        rule = self.rules[next((key for key in variants if key in self.rules), name)]
        text = rule[int(draw() * len(rule))]
        return _SLOT.sub(partial(self._fill, tags, draw), text)

    def _fill(self, tags: tuple[str, ...], draw: Callable[[], float], slot: re.Match[str]) -> str:
        return self._expand(slot[1], tags, draw)


def _read(text: str) -> Iterator[tuple[str, Alternative]]:
    name = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        body = line
        if not line[0].isspace():
            rule = _RULE.fullmatch(line)
            if rule is None:
                raise ValueError(f"line {number} is neither a rule nor part of one: {line}")
            name, body = rule[1], rule[2] or ""
        if name is None:
            raise ValueError(f"line {number} stands before the first rule: {line}")
        for part in re.split(r"\s\|\s", body.strip()) if body.strip() else ():
            alternative, weight = part.strip(), 1
            if more := _WEIGHT.match(alternative):
                alternative, weight = alternative[more.end() :], int(more[1])
            yield name, Alternative(weight, alternative.replace("ε", ""))
