"""Notebooks as exercises: cells by grade_id, their kinds, and the language.

A cell is an ordinary nbformat node; what it is for stands in its nbgrader metadata.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nbformat import NotebookNode

from grader.notebooks.characters import composed
from grader.notebooks.files import sha256
from nlplab.messages import LANGUAGES, say

SKIP = "skip-grading"
REPORT = "report"
RUBRIC = "rubric"  # the tag of texts for whoever grades a written answer
MISSING = "missing-"  # how the ids of cells begin that were not handed in
REPOSITORY_LINE = 'REPOSITORY = ""'  # what a release changes in a source's first code cell
NEEDS_LINE = 'NEEDS = "0"'
SETUP_LINE = 'setup(lang="ko")'
_SETUP = re.compile(r"""^[ \t]*+setup\(\s*+lang\s*+=\s*+["'](\w++)["']""", re.MULTILINE)


@dataclass(frozen=True)
class Exercise:
    """One solution cell and the test cells that grade it, in the order of the notebook."""

    grade_id: str
    solution: NotebookNode
    tests: tuple[NotebookNode, ...]

    @property
    def points(self) -> float:
        points: float = sum(test.metadata.nbgrader.get("points", 0) for test in self.tests)
        return points


def ko_hash(text: str) -> str:
    """What an English twin records of the Korean text that it was written against."""
    return sha256(text.encode("utf-8"))[:12]


def grade_id(cell: NotebookNode) -> str | None:
    name: str | None = cell.metadata.get("nbgrader", {}).get("grade_id")
    return name


def is_solution(cell: NotebookNode) -> bool:
    """Whether it is an answer that test cells grade."""
    marks = cell.metadata.get("nbgrader", {})
    return bool(marks.get("solution")) and not marks.get("grade")


def is_test(cell: NotebookNode) -> bool:
    marks = cell.metadata.get("nbgrader", {})
    return bool(marks.get("grade")) and not marks.get("solution")


def is_written(cell: NotebookNode) -> bool:
    """Whether it is an answer in words, which a person grades."""
    marks = cell.metadata.get("nbgrader", {})
    return bool(marks.get("grade")) and bool(marks.get("solution"))


def is_rubric(cell: NotebookNode) -> bool:
    """Whether it tells whoever grades a written answer what its points are for."""
    return RUBRIC in tags(cell)


def is_blank(text: str) -> bool:
    """Whether nobody wrote anything into a written answer, in whatever language it was released."""
    words = composed(text).split()
    released = (say("written.placeholder", lang=lang) for lang in LANGUAGES)
    return not words or any(words == text.split() for text in released)


def label(cell: NotebookNode) -> str:
    """How a person finds a cell: its id, with its grade_id where that is another."""
    name, own = grade_id(cell), cell.get("id", "?")
    return f"{own} ({name})" if name and name != own else own


def tags(cell: NotebookNode) -> list[str]:
    found: list[str] = cell.metadata.get("tags", [])
    return found


def code_cells(notebook: NotebookNode) -> Iterator[NotebookNode]:
    return (cell for cell in notebook.cells if cell.cell_type == "code")


def cells_by_grade_id(notebook: NotebookNode) -> dict[str, NotebookNode]:
    """Every cell that has a grade_id; of duplicates the first."""
    found: dict[str, NotebookNode] = {}
    for cell in notebook.cells:
        if (name := grade_id(cell)) is not None:
            found.setdefault(name, cell)
    return found


def given(cell: NotebookNode) -> list[str]:
    """The cells of earlier sections whose solutions this one gives, by `assignment/cell id`."""
    names: list[str] = cell.metadata.get("given", [])
    return names


def fold(cell: NotebookNode) -> None:
    """Have JupyterLab and Colab show a cell folded."""
    cell.metadata["cellView"] = "form"
    cell.metadata.setdefault("jupyter", {})["source_hidden"] = True


def is_folded(cell: NotebookNode) -> bool:
    """Whether JupyterLab and Colab show a cell folded."""
    hidden = cell.metadata.get("jupyter", {}).get("source_hidden")
    return cell.metadata.get("cellView") == "form" and hidden is True


def withhold(cell: NotebookNode) -> None:
    """Note that its student must not see what a cell put out: it may tell of hidden cases."""
    cell.metadata["withheld"] = True


def is_withheld(cell: NotebookNode) -> bool:
    """Whether `withhold` has noted that."""
    return cell.metadata.get("withheld") is True


def skipped(notebook: NotebookNode) -> set[str]:
    """The grade_ids of read-only cells that need not run for a grade, known from the source."""
    return {
        name
        for cell in notebook.cells
        if SKIP in tags(cell) and (name := grade_id(cell)) is not None
    }


def reported(notebook: NotebookNode) -> list[str]:
    """What the cells with the tag `report` put out as text: what a run of the notebook measured."""
    outputs = (o for cell in code_cells(notebook) if REPORT in tags(cell) for o in cell.outputs)
    texts = (o.get("text") or o.get("data", {}).get("text/plain", "") for o in outputs)
    return [text.rstrip() for text in texts]


def exercise_of(test: str) -> str:
    """The exercise that a test cell grades: `wordpiece` for `wordpiece-1`; itself for an answer."""
    return test.rpartition("-")[0] or test


def exercises(notebook: NotebookNode) -> list[Exercise]:
    """The exercises in order; a test cell belongs to the solution whose grade_id it begins with."""
    named = cells_by_grade_id(notebook)
    tests = {name: cell for name, cell in named.items() if is_test(cell)}
    return [
        Exercise(name, cell, tuple(t for key, t in tests.items() if exercise_of(key) == name))
        for name, cell in named.items()
        if is_solution(cell)
    ]


def written(notebook: NotebookNode) -> dict[str, NotebookNode]:
    """The written answers by grade_id, in order; of the two languages of a source the first."""
    return {name: c for name, c in cells_by_grade_id(notebook).items() if is_written(c)}


def rubrics(source: NotebookNode, lang: str) -> dict[str, str]:
    """The rubrics of a source's written answers, which stand below them, by grade_id."""
    found: dict[str, str] = {}
    name = ""
    for cell in source.cells:
        name = (grade_id(cell) or "") if is_written(cell) else name
        if is_rubric(cell) and cell.metadata.get("lang") == lang:
            found.setdefault(name, cell.source)
    return found


def worth(notebook: NotebookNode) -> float:
    """The points of all its tests and written answers."""
    graded = (c for c in cells_by_grade_id(notebook).values() if is_test(c) or is_written(c))
    points: float = sum(cell.metadata.nbgrader.get("points", 0) for cell in graded)
    return points


def python(notebook: NotebookNode) -> str:
    """The version of Python that a notebook says it ran on, as 3.13; 0 where it does not."""
    said = notebook.metadata.get("language_info", {}).get("version")
    found = re.match(r"\d{1,4}\.\d{1,4}", said) if isinstance(said, str) else None
    return found[0] if found else "0"


def language(notebook: NotebookNode) -> str:
    """The language that a release sets in its first cell, `setup(lang="en")`, else Korean."""
    said = (language_in(cell.source) for cell in code_cells(notebook))
    lang = next(filter(None, said), "ko")
    return lang if lang in LANGUAGES else "ko"


def language_in(code: str) -> str | None:
    """The language that code sets, if it does."""
    match = _SETUP.search(code)
    return match[1] if match else None
