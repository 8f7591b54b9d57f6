"""The answer bank: whole answers to single exercises, right ones and wrong ones with their key.

`tests/answers/<assignment>/<exercise>/right_*.py` and `wrong_*.py`; the docstring of a wrong
answer ends in the key of the message that the student must get, as `[wordpiece.joined]`.

A file may hold variants of one answer: `# ORDER: i, g, f, o | g, i, f, o` below its docstring makes
an answer of each, with that text where the code says ORDER.
"""

import ast
import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from nbformat import NotebookNode

from grader.errors import CourseError
from grader.notebooks import notebook

FOLDER = Path("tests", "answers")


@dataclass(frozen=True)
class Answer:
    """One answer to one solution cell; `key` is None where the answer is right.

    `telling` are the aspects of what is observed by which a mistake is known, all if none is named;
    `also` are keys that are as true of it, where a part of its check cannot tell more.
    """

    exercise: str
    name: str
    note: str
    key: str | None
    code: str
    telling: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def answers(root: Path, assignment: str) -> list[Answer]:
    """Every answer of an assignment's bank, sorted by exercise and name.

    Raises CourseError for a file without a docstring and for a wrong answer without a key.
    """
    folder = root / FOLDER / assignment
    return [each for path in sorted(folder.glob("*/*.py")) for each in _variants(_read(path), path)]


def compose(release: NotebookNode, chosen: Mapping[str, str]) -> NotebookNode:
    """A copy of a student's release with the code of `chosen` in the cells of these exercises.

    Raises KeyError for an exercise that the release does not have.
    """
    submission = copy.deepcopy(release)
    cells = notebook.cells_by_grade_id(submission)
    for exercise, code in chosen.items():
        cells[exercise].source = code
    return submission


def _variants(answer: Answer, path: Path) -> list[Answer]:
    """The answers that a file holds, numbered where there are several; raises CourseError."""
    line, _, code = answer.code.partition("\n")
    found = re.fullmatch(r"# ([A-Z]+): (.+)", line)
    if not found:
        return [answer]
    place = re.compile(rf"\b{found[1]}\b")
    if not place.search(code):
        raise CourseError(f"{path}: its code does not say {found[1]}, of which it lists variants")
    codes = [text.join(place.split(code)).strip("\n") for text in found[2].split(" | ")]
    return [
        replace(answer, name=f"{answer.name}.{number}", code=code)
        for number, code in enumerate(codes, 1)
    ]


def _read(path: Path) -> Answer:
    text = path.read_text(encoding="utf-8")
    note = ast.get_docstring(ast.parse(text))
    if not note:
        raise CourseError(f"{path}: the first line must be a docstring that says what this is")
    kind, _, _ = path.stem.partition("_")
    found = re.search(r"\[([\w.]+)((?:, [\w.]+)*)(?:: ([\w, ]+))?\]$", note)
    if kind not in ("right", "wrong") or (kind == "wrong") != bool(found):
        raise CourseError(
            f"{path}: name it right_*.py, or wrong_*.py with [key] ending its docstring"
        )
    code = text.split("\n", 1)[1].strip("\n")
    if not found:
        return Answer(path.parent.name, path.stem, note, None, code)
    also, telling = (tuple(re.findall(r"[\w.]+", names or "")) for names in found.group(2, 3))
    return Answer(path.parent.name, path.stem, note, found[1], code, telling, also)
