"""A graded notebook as its student may see it: answers with their checks, and the rest of it.

Of a test cell only what the student was given is shown; outputs are made harmless.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup
from nbformat import NotebookNode

from grader.gradebook.record import is_missing, recorded
from grader.notebooks import notebook
from grader.notebooks.regions import without_hidden
from grader.outcome import WAITING, TestOutcome
from grader.pages import harmless
from grader.pages.html import Say

LONGEST_OUTPUT = 10_000  # characters of one output
MOST_OUTPUT = 400_000  # characters of outputs and texts in a page; what comes later is left out
GRADED = (notebook.is_solution, notebook.is_written, notebook.is_test)
NO_RESPONSE = "No response."  # what nbgrader comments where an answer was left as it was


@dataclass
class Check:
    """One test cell, and the part of it that the student was given; or a written answer."""

    name: str
    outcome: str
    score: float
    points: float
    message: str
    line: str
    code: Markup | None  # none for a written answer
    hidden: bool
    manual: bool

    @property
    def unscored(self) -> bool:
        """Whether a person has yet to give it its first points."""
        return self.outcome == WAITING and not self.score


@dataclass
class Exercise:
    """One answer and its checks; `title` is the heading that it stands under."""

    name: str
    title: str
    answer: Markup | None = None
    outputs: list[Markup] = field(default_factory=list)
    comment: Markup | None = None
    checks: list[Check] = field(default_factory=list)

    @property
    def score(self) -> float:
        return sum(check.score for check in self.checks)

    @property
    def points(self) -> float:
        return sum(check.points for check in self.checks)

    @property
    def unscored(self) -> bool:
        return any(check.unscored for check in self.checks)


class Shown:
    """A graded notebook on its way to a page.

    `tests` are its results by grade_id, those of written answers too, `manual` the tests that a
    person has scored.
    """

    def __init__(
        self, nb: NotebookNode, tests: Mapping[str, TestOutcome], manual: set[str], say: Say
    ) -> None:
        self.cells, self.tests, self.manual, self.say = nb.cells, tests, manual, say
        self.room = MOST_OUTPUT

    def exercises(self) -> list[Exercise]:
        """The exercises in the order of the notebook."""
        found: dict[str, Exercise] = {}
        title = ""
        for cell in self.cells:
            name = notebook.grade_id(cell) or ""
            if cell.cell_type == "markdown" and not notebook.is_written(cell):
                title = _heading(cell.source) or title
            if notebook.is_solution(cell) or notebook.is_written(cell):
                exercise = found.setdefault(name, Exercise(name, "" if is_missing(cell) else title))
                if not is_missing(cell):
                    code = cell.cell_type == "code"
                    show = self.marking(name) if code else harmless.markdown
                    exercise.answer = self.within(cell.source, show)
                    exercise.outputs = self.outputs(cell)
                exercise.comment = self.comment(cell)
                if notebook.is_written(cell):
                    exercise.checks.append(self.check(cell))
            elif notebook.is_test(cell):
                name = notebook.exercise_of(name)
                found.setdefault(name, Exercise(name, title)).checks.append(self.check(cell))
        return list(found.values())

    def rest(self) -> list[Markup]:
        """What else stands in the notebook: texts, other code, and what that put out."""
        shown: list[Markup] = []
        for cell in self.cells:
            if any(kind(cell) for kind in GRADED):
                continue
            if cell.cell_type == "code":
                shown += [self.within(cell.source, harmless.code), *self.outputs(cell)]
            else:
                shown.append(self.within(cell.source, harmless.markdown))
        return shown

    def marking(self, exercise: str) -> Callable[[str], Markup]:
        """Shows an answer with the line where it went wrong."""
        tests = (t for name, t in self.tests.items() if notebook.exercise_of(name) == exercise)
        line = next(filter(None, map(_line, tests)), "")
        return lambda source: harmless.code(source, line)

    def check(self, cell: NotebookNode) -> Check:
        marks = cell.metadata.nbgrader
        test = self.tests.get(marks.grade_id) or recorded(cell)
        outcome = test.outcome
        if outcome == "passed" and 0 < marks.score < marks.points:
            outcome = "partly"
        code, hidden = without_hidden(cell.source)
        message = harmless.without_paths((test.message or "").lstrip("✗✓… "))
        if outcome == WAITING:
            message = self.say("feedback.waiting_why")
        return Check(
            name=marks.grade_id,
            outcome=outcome,
            score=marks.score,
            points=marks.points,
            message=message,
            line="" if _line(test) in message else test.line,
            code=None if notebook.is_written(cell) else harmless.code(code),
            hidden=hidden,
            manual=marks.grade_id in self.manual,
        )

    def comment(self, cell: NotebookNode) -> Markup | None:
        comment = cell.metadata.nbgrader.get("comment")
        return harmless.markdown(comment) if comment and comment != NO_RESPONSE else None

    def outputs(self, cell: NotebookNode) -> list[Markup]:
        outputs = cell.get("outputs", [])
        if outputs and notebook.is_withheld(cell):
            return [Markup("<p class=quiet>{}</p>").format(self.say("feedback.withheld"))]
        return [self.output(output) for output in outputs]

    def output(self, output: NotebookNode) -> Markup:
        """What a cell put out, in the richest form that is harmless."""
        if output.output_type == "stream":
            return self.within(output.text, harmless.terminal)
        if output.output_type == "error":
            return self.within("\n".join(output.traceback) or output.ename, harmless.terminal)
        data = output.data
        for kind in ("image/png", "image/jpeg", "image/gif"):
            if kind in data:
                picture = harmless.image(kind, data[kind], self.say("feedback.picture"))
                if picture:
                    return picture
        for kind, show in (
            ("text/html", harmless.html),
            ("text/markdown", harmless.markdown),
            ("text/plain", harmless.terminal),
            ("text/latex", harmless.terminal),
        ):
            if kind in data:
                return self.within(data[kind], show)
        kinds = ", ".join(data)
        return Markup("<p class=quiet>{}</p>").format(self.say("feedback.not_shown", kind=kinds))

    def within(self, text: str, show: Callable[[str], Markup]) -> Markup:
        """`show(text)`, as long as the page has room; long prints are cut."""
        self.room -= len(text)
        if self.room < 0:
            return Markup("<p class=quiet>{}</p>").format(self.say("feedback.cut"))
        if show is harmless.terminal and len(text) > LONGEST_OUTPUT:
            text = f"{text[:LONGEST_OUTPUT]}\n… {self.say('feedback.cut')}"
        return show(text)


def _heading(text: str) -> str:
    """The last heading in a text, without its marks."""
    found = re.findall(r"^#{1,6}[ \t]+(.+)$", text[: harmless.LONGEST_MARKDOWN], re.MULTILINE)
    return re.sub(r"[*`_]", "", found[-1]).strip(" \t#")[:100] if found else ""


def _line(test: TestOutcome) -> str:
    """The student's line that a test points at; that of a TODO tells nobody anything."""
    return "" if test.outcome == "not_attempted" else test.line
