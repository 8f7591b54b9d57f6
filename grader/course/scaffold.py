"""A new exercise with all that belongs to one: a small one that works, to be written over.

Its cells in both languages, its cases, a right and a wrong answer and the message of its mistake.
"""

import keyword
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from grader.course import bank, checks, sources
from grader.course.checks import Files
from grader.errors import CourseError
from grader.notebooks import files, notebook

KO = """### 해 보기: {name}

**연습 {number}** · 5분 · 난이도 2/5 · 2점

`{name}`을(를) 완성하세요. 수의 목록을 받아, 수마다 두 배를 한 새 목록을 돌려줍니다."""
EN = """### Your turn: {name}

**Exercise {number}** · 5 min · difficulty 2/5 · 2 points

Complete `{name}`: it takes a list of numbers and returns a new list, with each of them doubled."""
SOLUTION = """def {name}(numbers: list[int]) -> list[int]:
    ### BEGIN SOLUTION
    doubled = [number * 2 for number in numbers]
    return doubled
    #~ doubled = FIXME
    #~ return doubled
    ### END SOLUTION"""
TEST = """checks.{name}_1({name})
### BEGIN HIDDEN TESTS
checks.{name}_1.hidden({name})
### END HIDDEN TESTS"""
CASES = '''

# --- {name}: a list of numbers to a list of numbers ---


def {name}_of_three(look: Look, {name}: Any) -> None:
    """Three numbers. | 수 세 개."""
    look.call({name}, [3, 1, 4])


{name}_1 = check(SECTION, "{name}-1", {name}_of_three)
'''
HIDDEN = '''# --- {name} ---


def {name}_of_one(look, {name}):
    """One number, below zero."""
    look.call({name}, [-7])


def {name}_of_none(look, {name}):
    """No number."""
    look.call({name}, [])


'''
RIGHT = '''"""A loop instead of a comprehension."""
def {name}(numbers):
    doubled = []
    for number in numbers:
        doubled.append(number + number)
    return doubled
'''
WRONG = '''"""From the task text alone: repeats the list, not its numbers. [{name}.list_repeated]"""
def {name}(numbers):
    return numbers * 2
'''
MESSAGE = """
[{name}.list_repeated]
ko = "✗ 목록이 두 번 이어 붙었습니다. 목록이 아니라 그 안의 수를 두 배로 해야 합니다."
en = "✗ The list itself was repeated. It is the numbers in it that are to be doubled."
"""


def exercise(root: Path, section: str, name: str) -> list[Path]:
    """Add an exercise to a section, behind its last one; returns the files written.

    Raises CourseError where the name is none or is taken, or where the section does not observe,
    and writes nothing then.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or keyword.iskeyword(name):
        raise CourseError(f"{name!r} names no function: write it as snake_case, like cut_words")
    [section] = sources.chosen(root, [section])
    checks.chosen(root, [section])
    path, of = sources.source_path(root, section), Files(root, section)
    answers = root / bank.FOLDER / section / name
    source = files.read(path)
    taken = notebook.cells_by_grade_id(source)
    if name in taken or answers.exists():
        raise CourseError(f"{section} has {name} already: choose another name")
    texts = {
        of.cases: _text(of.cases) + CASES.format(name=name),
        of.hidden: _with_case(_text(of.hidden), name, of.hidden),
        answers / "right_loop.py": RIGHT.format(name=name),
        answers / "wrong_list_repeated.py": WRONG.format(name=name),
        (messages := root / "nlplab" / "messages" / f"{section}.toml"): (
            _text(messages) + MESSAGE.format(name=name)
        ),
    }
    tomllib.loads(texts[messages])
    _add(source, name)
    files.write(path, source)
    for written, text in texts.items():
        written.parent.mkdir(parents=True, exist_ok=True)
        files.write_text(written, text)
    return [path, *texts]


def _text(path: Path) -> str:
    return files.read_bytes(path).decode("utf-8")


def _with_case(text: str, name: str, path: Path) -> str:
    """A module of hidden cases with those of a new exercise; raises CourseError."""
    before, found, after = text.partition("CASES = {")
    end = after.rfind("}")
    if not found or end < 0:
        raise CourseError(f"{path}: write its cases as `CASES = {{…}}`, at its end")
    entry = f'    "{name}-1": ({name}_of_one, {name}_of_none),\n'
    inner = after[:end].rstrip()
    comma = "" if not inner or inner.endswith(",") else ","
    return f"{before}{HIDDEN.format(name=name)}{found}{inner}{comma}\n{entry}{after[end:]}"


def _add(source: NotebookNode, name: str) -> None:
    """The cells of a new exercise, behind the last test cell there is."""
    number = _number(source)
    korean = new_markdown_cell(
        KO.format(name=name, number=number), id=f"{name}-ko", metadata={"lang": "ko"}
    )
    hashed = {"lang": "en", "ko_hash": notebook.ko_hash(korean.source)}
    english = new_markdown_cell(
        EN.format(name=name, number=number), id=f"{name}-en", metadata=hashed
    )
    solution = _graded(SOLUTION, name, {"grade": False, "solution": True, "locked": False})
    marks = {"grade": True, "solution": False, "locked": True, "points": 2}
    test = _graded(TEST, name, marks, "-1")
    test.metadata["tags"] = ["nbval-check-output"]
    at = 1 + max((i for i, c in enumerate(source.cells) if notebook.is_test(c)), default=-1)
    source.cells[at:at] = [korean, english, solution, test]


def _graded(text: str, name: str, marks: Mapping[str, object], end: str = "") -> NotebookNode:
    grade_id = f"{name}{end}"
    given = {**marks, "grade_id": grade_id, "schema_version": 3, "task": False}
    metadata = {"nbgrader": dict(sorted(given.items()))}
    cell: NotebookNode = new_code_cell(text.format(name=name), id=grade_id, metadata=metadata)
    return cell


def _number(source: NotebookNode) -> str:
    """The number of the next exercise, as `2.13`."""
    texts = "\n".join(cell.source for cell in source.cells if cell.cell_type == "markdown")
    found = [tuple(map(int, pair)) for pair in re.findall(r"\*\*연습 (\d+)\.(\d+)\*\*", texts)]
    section, last = max(found, default=(1, 0))
    return f"{section}.{last + 1}"
