"""A small course whose checks observe: two exercises, with cases, a bank and messages."""

from pathlib import Path

from nbformat import NotebookNode

from tests.support import notebooks

NAME = "01_cut"
MODULE = "cut"  # which is none of the real course
IMPORT = f"from nlplab.checks import {MODULE} as checks"

CASES = '''
"""Cases of a small section."""

from typing import Any

from nlplab.checks.case import Look
from nlplab.checks.check import Choice, check

SECTION = "01_cut"


def a_text(look, cut):
    """Two words. | 낱말 두 개."""
    look.call(cut, "a b")


def a_list(look, total):
    """Three numbers. | 수 세 개."""
    look.call(total, [1, 2, 5])


cut_1 = check("01_cut", "cut-1", a_text)
total_1 = check("01_cut", "total-1", a_list)
guess_1 = Choice("guess-1", "abc")
'''

HIDDEN = '''
"""Hidden cases of it."""


def another_text(look, cut):
    """Three words, and spaces around them."""
    look.call(cut, "  alpha beta gamma ")


def a_pair(look, total):
    """Two numbers."""
    look.call(total, [7, 4])


CASES = {"cut-1": (another_text,), "total-1": (a_pair,)}
'''

TOTAL = '''
def total(numbers: list[int]) -> int:
    """The sum of numbers."""
    ### BEGIN SOLUTION
    #~ return FIXME
    return sum(numbers)
    ### END SOLUTION
'''

GUESS = """
### BEGIN SOLUTION
#~ guess = FIXME
guess = "b"
### END SOLUTION
"""

ANSWERS = {
    "cut/right_split": ("Nothing stripped.", "def cut(text):\n    return text.split()"),
    "cut/wrong_last": (
        "The end is lost. [cut.last]",
        "def cut(text):\n    return text.split()[:-1]",
    ),
    "total/right_loop": (
        "A loop.",
        "def total(numbers):\n    found = 0\n    for n in numbers: found += n\n    return found",
    ),
    "total/wrong_most": (
        "The largest. [total.most]",
        "def total(numbers):\n    return max(numbers)",
    ),
    "guess/right_other": ("Any letter.", 'guess = "a"'),
}

MESSAGES = """
[cut.last]
ko = "끝"
en = "end"

[total.most]
ko = "최대"
en = "most"

[elsewhere.other]
ko = "다른"
en = "other"
"""


def graded(name: str, objects: str) -> NotebookNode:
    """A check cell with its hidden tests."""
    check = f"checks.{name.replace('-', '_')}"
    hidden = f"### BEGIN HIDDEN TESTS\n{check}.hidden({objects})\n### END HIDDEN TESTS"
    return notebooks.graded(name, f"{check}({objects})\n{hidden}")


def lesson() -> NotebookNode:
    """The section's source notebook, which keeps every rule."""
    return notebooks.source(
        notebooks.setup(notebooks.FIXME),
        notebooks.code(IMPORT),
        notebooks.header(2, "1.1"),
        notebooks.solution("cut", notebooks.CUT),
        graded("cut-1", "cut"),
        notebooks.header(2, "1.2"),
        notebooks.solution("total", TOTAL),
        graded("total-1", "total"),
        notebooks.header(2, "1.3"),
        notebooks.solution("guess", GUESS),
        notebooks.graded("guess-1", "checks.guess_1(guess)"),
    )


def write(root: Path, path: str, text: str) -> Path:
    """A text file of the course."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.lstrip("\n"), encoding="utf-8")
    return file


def answer(root: Path, name: str, note: str, code: str) -> Path:
    """An answer in the bank, by `exercise/name`."""
    return write(root, f"tests/answers/{NAME}/{name}.py", f'"""{note}"""\n\n{code}\n')


def course(root: Path) -> Path:
    """The course as files, of which nothing is recorded yet."""
    notebooks.save(root, NAME, lesson())
    write(root, "nlplab/checks/cut.py", CASES)
    write(root, f"source/{NAME}.hidden.py", HIDDEN)
    write(root, f"nlplab/messages/{NAME}.toml", MESSAGES)
    for name, (note, code) in ANSWERS.items():
        answer(root, name, note, code)
    return root
