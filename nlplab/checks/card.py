"""What a check shows: a line for every case, and of the first that fails what came and was right.

The same is said as text, in a terminal and under nbval, and as HTML in a notebook.
"""

import html
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from nlplab.checks.tabled import Tabled
from nlplab.messages import say

RIGHT, WRONG = "✓", "✗"


@dataclass(frozen=True)
class Detail:
    """Of a case that failed: what is told of it, the call, what came and was expected, a line."""

    message: str
    call: str = ""
    came: Tabled | None = None
    expected: Tabled | None = None
    line: str = ""


@dataclass(frozen=True)
class Part:
    """One case: whether it holds, and what it tried, in words."""

    holds: bool
    tried: str
    detail: Detail | None = None


@dataclass(frozen=True)
class Card:
    """What a check says of an answer: its first line, and its parts."""

    head: str
    parts: Sequence[Part] = ()

    def text(self) -> str:
        lines = [self.head]
        for part in self.parts:
            lines.append(f"  {RIGHT if part.holds else WRONG} {part.tried}")
            if part.detail:
                lines += [f"      {line}" for line in _text(part.detail)]
        return "\n".join(lines)

    def html(self) -> str:
        parts = "".join(_part(part) for part in self.parts)
        return f'<div style="{_CARD}"><div><b>{_safe(self.head)}</b></div>{parts}</div>'

    def show(self) -> None:
        """Show it in the notebook that runs, or print it where none does."""
        ipython = sys.modules.get("IPython")
        if ipython is None or ipython.get_ipython() is None:
            print(self.text())
            return
        ipython.display.display({"text/plain": self.text(), "text/html": self.html()}, raw=True)


# --- as text ---


def _text(detail: Detail) -> list[str]:
    lines = detail.message.split("\n")
    if detail.call:
        lines.append(f"{say('card.call')}: {detail.call}")
    tables = [(say("card.came"), detail.came), (say("card.expected"), detail.expected)]
    found = [(name, tabled) for name, tabled in tables if tabled]
    width = max((len(cell) + 1 for _, of in found for row in of.rows for cell, _ in row), default=0)
    for name, of in found:
        lines.append(f"{name}: {of.head}")
        lines += ["  " + " ".join(_marked(*cell).rjust(width) for cell in row) for row in of.rows]
    if any(mark for _, of in found for row in of.rows for _, mark in row):
        lines.append(say("card.marked"))
    if detail.line:
        lines.append(f"{say('card.line')}: {detail.line}")
    return lines


def _marked(cell: str, differs: bool) -> str:
    return f"{cell}*" if differs else cell


# --- as HTML: every theme's own colours, and marks that are not of colour alone ---

_CARD = "border-left: 3px solid currentColor; padding: 2px 0 2px 10px; line-height: 1.5"
_MONO = "font-family: monospace; font-size: 0.95em"
_CELL = "padding: 0 8px; text-align: right; border: none; background: none"
_APART = "; font-weight: bold; text-decoration: underline"
_NAME = "padding: 2px 10px 2px 0; text-align: left; vertical-align: top; border: none"
_NAME += "; background: none; white-space: nowrap"
_VALUE = "padding: 2px 0; text-align: left; border: none; background: none"


def _part(part: Part) -> str:
    mark = RIGHT if part.holds else WRONG
    line = f"<div>{mark} {_safe(part.tried)}</div>"
    return line + (_detail(part.detail) if part.detail else "")


def _detail(detail: Detail) -> str:
    message = "<br>".join(map(_safe, detail.message.split("\n")))
    rows = []
    if detail.call:
        rows.append((say("card.call"), _code(detail.call)))
    for name, of in ((say("card.came"), detail.came), (say("card.expected"), detail.expected)):
        if of:
            rows.append((name, _code(of.head) + _grid(of)))
    if detail.line:
        rows.append((say("card.line"), _code(detail.line)))
    marked = any(m for of in (detail.came, detail.expected) if of for r in of.rows for _, m in r)
    below = f"<div><small>{_safe(say('card.marked'))}</small></div>" if marked else ""
    cells = "".join(
        f'<tr style="background: none"><td style="{_NAME}">{_safe(name)}</td>'
        f'<td style="{_VALUE}">{value}</td></tr>'
        for name, value in rows
    )
    table = f'<table style="border: none; margin: 0">{cells}</table>' if rows else ""
    return f'<div style="margin-left: 1.4em"><div>{message}</div>{table}{below}</div>'


def _grid(of: Tabled) -> str:
    rows = "".join(
        '<tr style="background: none">'
        + "".join(
            f'<td style="{_CELL}{_APART if mark else ""}">{_safe(_marked(cell, mark))}</td>'
            for cell, mark in row
        )
        + "</tr>"
        for row in of.rows
    )
    return f'<table style="{_MONO}; border: none; margin: 0">{rows}</table>' if rows else ""


def _code(text: str) -> str:
    return f'<span style="{_MONO}">{_safe(text)}</span>'


_safe: Callable[[Any], str] = html.escape
