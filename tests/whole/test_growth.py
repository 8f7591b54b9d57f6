"""Whatever text comes in, what is done about it takes time by its length, not by the square."""

import io
import json
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from grader.classroom import spreadsheet
from grader.classroom.submission import brief, read, writable
from grader.cli.app import _seen
from grader.collect import archives, lms
from grader.collect.recognise import NotOursError, Recogniser
from grader.errors import SubmissionError
from grader.notebooks.characters import composed
from grader.notebooks.notebook import language_in
from grader.pages import harmless
from grader.repair import repair, texts
from tests.support.classes import released

pytestmark = pytest.mark.slow

SMALL, LARGE = 10_000, 100_000
SLACK = 3
LEAST = 0.005  # seconds: below, a clock says little
RELEASED = released()

# Texts of about so many letters, each bad for some way of searching.
TEXTS: dict[str, Callable[[int], str]] = {
    "letters": lambda n: "a" * n,
    "blank lines": lambda n: "\n" * n,
    "spaces": lambda n: "a" + " " * n + "b",
    "lines of spaces": lambda n: (" " * 99 + "\n") * (n // 100),
    "combining marks": lambda n: "# a" + "\u0301\u0323" * (n // 2),
    "heaps of marks": lambda n: ("a" + "\u0301\u0323" * 500) * (n // 1000),
    "Hangul taken apart": lambda n: "\u1112\u1161\u11ab" * (n // 3),
    "letters that become many": lambda n: "\ufdfa" * n,
    "an annotation": lambda n: "x:" + " " * n,
    "names": lambda n: "a, " * (n // 3),
    "names and nothing": lambda n: "(" + "a," * (n // 2) + " ",
    "a setup that does not end": lambda n: "setup(" + "\n" * n,
    "setups": lambda n: "setup(\n" * (n // 7),
    "brackets": lambda n: "[" * n,
    "quotes": lambda n: '"\\' * (n // 2),
    "escaped quotes": lambda n: '"cell_type"' + '\\"' * (n // 2),
    "digits": lambda n: "1" * n,
    "marks of a copy": lambda n: "(1)" * (n // 3),
    "copies": lambda n: "copy " * (n // 5),
    "an LMS's words": lambda n: "_1_assignsubmission_a" * (n // 21) + "\n",
    "numbers between": lambda n: "a" + "_111" * (n // 4),
    "comments": lambda n: "# @" * (n // 3),
    "magics": lambda n: "%%" * (n // 2),
    "decorators": lambda n: "@a\n" * (n // 3),
    "folders": lambda n: "/-" * (n // 2),
    "halves of letters": lambda n: "\ud800" * n,
    "escapes of a terminal": lambda n: "\x1b[1m" * (n // 4),
    "markup": lambda n: "[/x]" * (n // 4),
    "tags": lambda n: "<b>" * (n // 3),
}


def handed(source: str) -> bytes:
    return json.dumps(new_notebook(cells=[new_code_cell(source), *RELEASED.cells[1:]])).encode()


def repaired(source: str) -> None:
    repair(handed(source), {"ko": RELEASED})


def as_an_answer(source: str) -> None:
    """The text at the end of an answer, in a notebook that was split and merged."""
    nb = new_notebook(cells=[new_code_cell(c.source) for c in RELEASED.cells])
    nb.cells[1].source += f"\n    {source}"
    nb.cells.insert(3, new_code_cell(f"    {source}"))
    repair(json.dumps(nb).encode(), {"ko": RELEASED})


def recognised(text: str) -> None:
    with suppress(NotOursError):
        Recogniser({}).recognise(text.encode("utf-8", "replace"))


def collected(name: str) -> None:
    """A file of that name in an archive, which is looked through to its end."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name.encode("utf-8", "replace").decode()[:20_000], b"")
    entries = archives.in_zip(io.BytesIO(packed.getvalue()))
    for member in archives._members("a.zip", entries):
        for system in lms.PATTERNS:
            lms.label(member.file, system)
        lms.plain(member.file)


def table(text: str) -> None:
    spreadsheet.harmless(text)
    spreadsheet._text(text.encode("utf-8", "replace"))


WORK: dict[str, Callable[[str], Any]] = {
    "composed": composed,
    "composed for a comparison": lambda text: composed(text, "NFKC"),
    "a cell as a key": texts.key.__wrapped__,
    "a cell as it is": texts.exact,
    "what it binds": texts.bound.__wrapped__,
    "what it would be if it were typed": texts.legible,
    "whether it was taken apart": lambda text: texts.decomposed([text], ["가"]),
    "its language": language_in,
    "a notebook read": lambda text: read(handed(text)),
    "a notebook repaired": repaired,
    "an answer repaired": as_an_answer,
    "a notebook recognised": recognised,
    "a damaged one recognised": lambda text: recognised('{"cell_type": "' + text),
    "a name in an archive": collected,
    "a table": table,
    "an error in brief": brief,
    "what a terminal shows": _seen,
    "code on a page": harmless.code.__wrapped__,
    "what was printed on a page": lambda text: harmless.terminal(writable(text)[:20_000]),
    "HTML on a page": lambda text: harmless.html(writable(text)),
    "a text on a page": lambda text: harmless.markdown(writable(text)),
}


def seconds(work: Callable[[str], Any], text: str) -> float:
    start = time.process_time()
    with suppress(SubmissionError, RecursionError):
        work(text)
    return time.process_time() - start


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("work", WORK)
def test_ten_times_the_text_takes_ten_times_as_long_at_most(work: str, text: str) -> None:
    small, large = (
        min(seconds(WORK[work], TEXTS[text](letters)) for _ in range(2))
        for letters in (SMALL, LARGE)
    )
    assert large < 10 * SLACK * max(small, LEAST)


ANSWERS = [cell.source for cell in RELEASED.cells if "def " in cell.source]
# Notebooks of so many cells, each bad for some way of putting cells together.
CELLS: dict[str, Callable[[int], list[str]]] = {
    "ends of answers": lambda n: [f"    x{i} = {i}" for i in range(n)],
    "answers": lambda n: [f"{ANSWERS[i % 2]}\n# {i}" for i in range(n)],
    "answers to one exercise": lambda n: [f"{ANSWERS[0]}\n# {i}" for i in range(n)],
    "answers and their ends": lambda n: [
        f"    y{i} = ({i}" if i % 2 else f"{ANSWERS[i // 2 % 2]}\n    # {i}(" for i in range(n)
    ],
    "copies": lambda n: [ANSWERS[0]] * n,
    "nothing": lambda n: [""] * n,
    "code that does not end": lambda n: [f"x{i} = (" for i in range(n)],
    "code much like an answer": lambda n: [
        ANSWERS[i % 2].replace("def ", "def z") for i in range(n)
    ],
}


def of_cells(sources: list[str]) -> float:
    cells = [new_code_cell(source) for source in sources] + RELEASED.cells
    content = json.dumps(new_notebook(cells=cells)).encode()
    start = time.process_time()
    with suppress(SubmissionError):
        repair(content, {"ko": RELEASED})
    return time.process_time() - start


@pytest.mark.parametrize("cells", CELLS)
def test_ten_times_the_cells_take_ten_times_as_long_at_most(cells: str) -> None:
    of_cells(CELLS[cells](10))
    small, large = of_cells(CELLS[cells](180)), of_cells(CELLS[cells](1800))
    assert large < 10 * SLACK * max(small, 8 * LEAST)
