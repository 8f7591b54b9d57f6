"""Rules for texts: both languages stand there, and agree on what an exercise is worth."""

import re
from collections.abc import Iterator

from nbformat import NotebookNode

from grader.lint.page import Fault, Page, Rule, lang_of
from grader.notebooks import notebook
from nlplab.messages import LANGUAGES

_HEADER = {
    "ko": {
        "number": r"\*\*연습 (\d+\.\d+)\*\*",
        "minutes": r"· (\d+)분(?:$| ·)",
        "difficulty": r"· 난이도 ([1-5])/5(?:$| ·)",
        "points": r"· (\d+)점(?:$| ·)",
    },
    "en": {
        "number": r"\*\*Exercise (\d+\.\d+)\*\*",
        "minutes": r"· (\d+) min(?:$| ·)",
        "difficulty": r"· difficulty ([1-5])/5(?:$| ·)",
        "points": r"· (\d+) points?(?:$| ·)",
    },
}


def _twin_missing(page: Page) -> Iterator[Fault]:
    cells = page.source.cells
    for index, cell in enumerate(cells):
        lang = lang_of(cell)
        if cell.cell_type == "markdown" and lang not in LANGUAGES:
            yield cell, 'set metadata.lang to "ko" or "en"'
        if lang == "ko" and (index + 1 == len(cells) or lang_of(cells[index + 1]) != "en"):
            yield cell, "write its English twin directly below"
        if lang == "en" and (index == 0 or lang_of(cells[index - 1]) != "ko"):
            yield cell, "write the Korean text directly above"


def _twin_stale(page: Page) -> Iterator[Fault]:
    for korean, english in _twins(page.source):
        current = notebook.ko_hash(korean.source)
        if english.metadata.get("ko_hash") != current:
            yield english, f'compare with the Korean text above, then set ko_hash to "{current}"'


def _twin_nbgrader(page: Page) -> Iterator[Fault]:
    for cell in page.source.cells:
        if lang_of(cell) and "nbgrader" in cell.metadata and not notebook.is_written(cell):
            yield cell, "remove the nbgrader metadata: only one twin reaches a student"
    for korean, english in _twins(page.source):
        written = notebook.is_written(korean) or notebook.is_written(english)
        if written and korean.metadata.get("nbgrader") != english.metadata.get("nbgrader"):
            yield english, "give both languages of a written answer the same nbgrader metadata"
        if notebook.is_rubric(korean) != notebook.is_rubric(english):
            yield english, f"tag both languages of a rubric {notebook.RUBRIC!r}"


def _twins(source: NotebookNode) -> Iterator[tuple[NotebookNode, NotebookNode]]:
    for one, two in zip(source.cells, source.cells[1:], strict=False):
        if lang_of(one) == "ko" and lang_of(two) == "en":
            yield one, two


def _missing_minutes(page: Page) -> Iterator[Fault]:
    for cell, _ in _answers(page):
        headers = _headers(page.source, cell)
        for lang in LANGUAGES:
            for key in ("number", "minutes", "difficulty"):
                if not headers[lang].get(key):
                    yield cell, f"its {lang} header line lacks the {key}"
                elif lang == "en" and headers["ko"].get(key) not in (None, headers["en"][key]):
                    yield cell, f"the {key} differs between its two header lines"


def _missing_points(page: Page) -> Iterator[Fault]:
    for cell, worth in _answers(page):
        headers = _headers(page.source, cell)
        for lang in LANGUAGES:
            points = headers[lang].get("points")
            if points is None:
                yield cell, f"its {lang} header line lacks the points"
            elif int(points) != worth:
                yield cell, f"its {lang} header says {points} points, and it is worth {worth:g}"


def _answers(page: Page) -> Iterator[tuple[NotebookNode, float]]:
    """The cell of every exercise and written answer, and what it is worth."""
    for exercise in notebook.exercises(page.source):
        yield exercise.solution, exercise.points
    for cell in notebook.written(page.source).values():
        yield cell, cell.metadata.nbgrader.get("points", 0)


def _bold_unseen(page: Page) -> Iterator[Fault]:
    """Bold that ends in punctuation right before a letter is shown as asterisks (CommonMark)."""
    for cell in page.source.cells:
        for line in cell.source.split("\n") if cell.cell_type == "markdown" else []:
            parts = line.split("**")
            for bold, after in zip(parts[1::2], parts[2::2], strict=False):
                if re.search(r"[^\w\s]$", bold) and re.match(r"\w", after):
                    yield cell, f"end the bold of `**{bold}**{after[:3]}` in a letter: it shows **"


def _headers(source: NotebookNode, solution: NotebookNode) -> dict[str, dict[str, str]]:
    """The fields of the nearest header line above a solution, in each language."""
    headers: dict[str, dict[str, str]] = {"ko": {}, "en": {}}
    for cell in source.cells:
        if cell is solution:
            break
        if notebook.is_solution(cell) or notebook.is_written(cell):
            headers = {"ko": {}, "en": {}}
        patterns = _HEADER.get(lang_of(cell), {"number": "(?!)"})
        for line in map(str.strip, cell.source.split("\n")):
            if re.match(patterns["number"], line):
                found = {key: re.search(pattern, line) for key, pattern in patterns.items()}
                headers[lang_of(cell)] = {key: match[1] for key, match in found.items() if match}
    return headers


RULES: dict[str, Rule] = {
    "twin-missing": _twin_missing,
    "twin-stale": _twin_stale,
    "twin-nbgrader": _twin_nbgrader,
    "missing-minutes": _missing_minutes,
    "missing-points": _missing_points,
    "bold-unseen": _bold_unseen,
}
