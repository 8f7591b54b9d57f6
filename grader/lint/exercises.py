"""Rules for what is graded: who grades what, stubs that keep their word, cells given later."""

import io
import itertools
import re
import textwrap
import tokenize
from collections.abc import Iterator

from nbformat import NotebookNode

from grader.errors import MarkerError
from grader.lint.page import Fault, Page, Rule, lang_of
from grader.notebooks import notebook
from grader.notebooks.notebook import fold, is_folded
from grader.notebooks.regions import Region, given_text, split, stub_text

RUBRIC_LINES = 3


def _grade_id(page: Page) -> Iterator[Fault]:
    seen: set[str] = set()
    exercises = notebook.exercises(page.source)
    names = {exercise.grade_id for exercise in exercises}
    for cell in page.source.cells:
        if "nbgrader" not in cell.metadata:
            continue
        name = notebook.grade_id(cell) or ""
        needed = {"schema_version", "grade", "solution", "locked", "task", "grade_id"}
        if missing := sorted(needed - set(cell.metadata.nbgrader)):
            yield cell, f"add to its nbgrader metadata: {', '.join(missing)}"
        if name in seen and not _is_twin(cell):
            yield cell, f"grade_id {name!r} is taken: choose another"
        seen.add(name)
        if notebook.is_test(cell) and not re.search(r"-\d+$", name):
            yield cell, "name it after its exercise: grade_id, dash, number"
        elif notebook.is_test(cell) and notebook.exercise_of(name) not in names:
            yield cell, f"no solution cell has the grade_id {notebook.exercise_of(name)!r}"
        if notebook.is_test(cell) and not cell.metadata.nbgrader.get("points", 0) > 0:
            yield cell, "give it points"
    for exercise in exercises:
        if not exercise.tests:
            yield exercise.solution, f"write a test cell {exercise.grade_id}-1"


def _is_twin(cell: NotebookNode) -> bool:
    """Whether it is the English of a written answer, which has the name of the Korean one."""
    return notebook.is_written(cell) and lang_of(cell) == "en"


def _written(page: Page) -> Iterator[Fault]:
    """A written answer is a text in both languages, worth points, with a rubric of three lines."""
    for cell, following in itertools.zip_longest(page.source.cells, page.source.cells[2:]):
        if not notebook.is_written(cell):
            continue
        if cell.cell_type != "markdown":
            yield cell, "make it a text: code is graded by test cells"
        if not re.fullmatch(r"\w+", notebook.grade_id(cell) or ""):
            yield cell, "name it with letters, digits and _: what follows a dash is a test's number"
        if not cell.metadata.nbgrader.get("points", 0) > 0:
            yield cell, "give it points"
        if following is None or not notebook.is_rubric(following):
            yield cell, f"write its rubric below both languages, texts tagged {notebook.RUBRIC!r}"
        elif len(re.findall(r"^- ", following.source, re.MULTILINE)) != RUBRIC_LINES:
            yield following, f"write {RUBRIC_LINES} lines that begin with a dash, each for points"


def _skip_grading(page: Page) -> Iterator[Fault]:
    for cell in page.source.cells:
        locked = cell.metadata.get("nbgrader", {}).get("locked")
        if notebook.SKIP in notebook.tags(cell):
            if not notebook.grade_id(cell) or not locked:
                yield cell, "add nbgrader metadata with a grade_id and locked: true"
            if notebook.is_test(cell) or notebook.is_solution(cell):
                yield cell, f"remove the tag {notebook.SKIP}: this cell is graded"


def _given(page: Page) -> Iterator[Fault]:
    given = [cell for cell in page.source.cells if notebook.given(cell)]
    for cell in given:
        names = notebook.given(cell)
        wrong = [n for n in names if n not in page.texts or n.partition("/")[0] >= page.name]
        for name in wrong:
            yield cell, f"given {name!r} is no cell of an earlier section"
        if not wrong and (cell.source != given_text(names, page.texts) or not is_folded(cell)):
            yield cell, "differs from what it gives, or is not folded: run lint with --fix"
    for cell in given[1:]:
        yield cell, f"give all in one cell: move its names to {notebook.label(given[0])}"


def fill_given(page: Page) -> bool:
    """Set a given cell to the texts of those it names, folded; whether that changed anything."""
    changed = False
    for cell in filter(notebook.given, page.source.cells):
        names = notebook.given(cell)
        if set(names) <= page.texts.keys():
            text = given_text(names, page.texts)
            changed |= cell.source != text or not is_folded(cell)
            cell.source = text
            fold(cell)
    return changed


def _stub_stale(page: Page) -> Iterator[Fault]:
    for cell in notebook.code_cells(page.source):
        try:
            parts = split(cell.source)
            regions = [part for part in parts if isinstance(part, Region)]
            if notebook.is_solution(cell):
                stub_text(cell.source)
            elif regions:
                yield cell, "make it a solution cell: it has a solution region"
        except MarkerError as error:
            yield cell, str(error)
            continue
        for region in regions:
            solution = _token_lines("\n".join(region.solution))
            for line in region.stub:
                if not _matches(line, solution):
                    yield cell, f"no line of its solution is like the stub's `{line.strip()}`"


def _matches(stub: str, solution: list[str]) -> bool:
    """Whether a stub line is a solution line with blanks, `FIXME` or `...`, that stand for code."""
    text = _tokens(stub)
    if text in ("", "pass", "raise NotImplementedError", "raise NotImplementedError ( )"):
        return True
    words = (".+" if word in ("FIXME", "...") else re.escape(word) for word in text.split(" "))
    pattern = re.compile(" ".join(words))
    return any(pattern.fullmatch(line) for line in solution)


def _token_lines(code: str) -> list[str]:
    """Statements and physical lines of code as tokens with one space between, comments left out."""
    whole = [_tokens(line) for line in code.split("\n")]
    statement: list[str] = []
    skipped = (tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT)
    try:
        for token in tokenize.generate_tokens(io.StringIO(textwrap.dedent(code)).readline):
            if token.type == tokenize.NEWLINE:
                whole.append(_joined(statement))
                statement = []
            elif token.type not in skipped:
                statement.append(token.string)
    except (tokenize.TokenError, IndentationError):
        pass
    return list(filter(None, dict.fromkeys(whole)))


def _tokens(line: str) -> str:
    """One physical line, which may be the middle of a statement."""
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(line.strip()).readline):
            if token.type not in (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE):
                found.append(token.string)
    except (tokenize.TokenError, IndentationError):
        pass
    return _joined(found)


def _joined(tokens: list[str]) -> str:
    text = " ".join(re.sub(r"\s+", " ", token) for token in tokens if token.strip())
    return re.sub(r" ,(?= [)\]}])", "", text)


RULES: dict[str, Rule] = {
    "grade-id": _grade_id,
    "written": _written,
    "skip-grading": _skip_grading,
    "stub-stale": _stub_stale,
    "given": _given,
}
