"""Small source notebooks for tests: each builder gives one cell, or the two of a text."""

from pathlib import Path

from nbformat import NotebookNode, v4

from grader.course import build, sources
from grader.notebooks import files, notebook

FIXME = "from nlplab import FIXME"
SETUP = """
from nlplab.colab import setup

REPOSITORY = ""
NEEDS = "0"
setup(lang="ko")
""".strip()


def source(*cells: NotebookNode | list[NotebookNode]) -> NotebookNode:
    """A source notebook of the cells, with ids that stand for their places."""
    flat = [c for cell in cells for c in (cell if isinstance(cell, list) else [cell])]
    for index, cell in enumerate(flat):
        cell.id = f"c{index}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return v4.new_notebook(cells=flat, metadata=metadata)


def text(korean: str, english: str) -> list[NotebookNode]:
    """A Korean text and its English twin."""
    twin = {"lang": "en", "ko_hash": notebook.ko_hash(korean)}
    return [
        v4.new_markdown_cell(korean, metadata={"lang": "ko"}),
        v4.new_markdown_cell(english, metadata=twin),
    ]


def header(points: int = 2, number: str = "1.1") -> list[NotebookNode]:
    """The header lines of an exercise."""
    korean = f"### 자르기\n\n**연습 {number}** · 10분 · 난이도 3/5 · {points}점"
    english = f"### Cut\n\n**Exercise {number}** · 10 min · difficulty 3/5 · {points} points"
    return text(korean, english)


def code(text: str, **metadata) -> NotebookNode:
    return v4.new_code_cell(text.strip("\n"), metadata=metadata)


def setup(*imports: str) -> NotebookNode:
    """The first code cell, with these lines on top."""
    return code("\n".join([*imports, SETUP]))


def solution(grade_id: str, text: str) -> NotebookNode:
    return code(text, nbgrader=_nbgrader(grade_id, solution=True))


def graded(grade_id: str, text: str, points: int = 2) -> NotebookNode:
    """A test cell, locked as nbgrader wants it."""
    return code(text, nbgrader=_nbgrader(grade_id, grade=True, locked=True, points=points))


PROMPT = (
    "### 이 수를 설명하기\n\n**연습 1.2** · 5분 · 난이도 2/5 · {}점\n\n왜 그런지 쓰세요.",
    "### Defend this number\n\n**Exercise 1.2** · 5 min · difficulty 2/5 · {} points\n\nSay why.",
)
MODEL = ("낱말을 공백에서 자르기 때문이다.", "Because words are cut at white space.")
RUBRIC = (
    "- 까닭 1점\n- 숫자 0.5점\n- 예 0.5점",
    "- a reason that says why: 1 point\n- a number: 0.5\n- an example: 0.5",
)


def written(grade_id: str = "defend", points: int = 2) -> list[NotebookNode]:
    """A written answer with its header, its model answer and its rubric."""
    answers, rubrics = text(*MODEL), text(*RUBRIC)
    marks = _nbgrader(grade_id, grade=True, solution=True, points=points)
    for cell in answers:
        cell.metadata["nbgrader"] = dict(marks)
    for cell in rubrics:
        cell.metadata["tags"] = [notebook.RUBRIC]
    return [*text(*(each.format(points) for each in PROMPT)), *answers, *rubrics]


def read_only(grade_id: str, text: str) -> NotebookNode:
    """A locked cell that need not run for a grade."""
    return code(text, nbgrader=_nbgrader(grade_id, locked=True), tags=[notebook.SKIP])


def save(root: Path, name: str, source: NotebookNode) -> Path:
    """Write a source notebook to where the project keeps it, valid or not."""
    path = sources.source_path(root, name)
    files.write_text(path, v4.writes(source) + "\n")
    return path


def course(folder: Path, name: str) -> Path:
    """A course of one small section, released in both languages; gives its folder."""
    save(folder, name, lesson())
    for lang in ("ko", "en"):
        released = build.student_release(folder, lang, name)
        files.write_text(build.student_path(folder, lang, name), v4.writes(released))
    return folder


def _nbgrader(grade_id: str, **given) -> dict:
    kinds = {"grade": False, "solution": False, "locked": False, "task": False}
    return kinds | {"schema_version": 3, "grade_id": grade_id} | given


CUT = '''
def cut(text: str) -> list[str]:
    """The words of a text."""
    ### BEGIN SOLUTION
    #~ words = FIXME
    #~ return words
    words = text.strip().split()
    return words
    ### END SOLUTION
'''

CUT_TEST = """
from nlplab import check

check.equal(cut("a b"), ["a", "b"])
### BEGIN HIDDEN TESTS
check.equal(cut("  alpha beta gamma "), ["alpha", "beta", "gamma"])
### END HIDDEN TESTS
"""


def lesson(*more: NotebookNode | list[NotebookNode]) -> NotebookNode:
    """A source notebook that has one exercise and no fault, with `more` cells below it."""
    exercise = [*header(), solution("cut", CUT), graded("cut-1", CUT_TEST)]
    return source(text("# 자르기", "# Cutting"), setup(FIXME), exercise, *more)
