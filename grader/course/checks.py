"""The checks of a section that observes, as files: its cases, and what was recorded of them.

A section observes where `nlplab/checks/` has a module of its name. What was recorded of hidden
cases also says what each exercise's part of it was made from.
"""

import ast
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from grader.course import bank, reach, sources
from grader.errors import CourseError
from grader.notebooks import files, notebook
from grader.notebooks.regions import solution_text, without_hidden
from nlplab.checks import recorded

# What carries cases out and says what is observed, below `nlplab/`.
ENGINE = (
    "checks/plain.py",
    "checks/facts.py",
    "checks/reductions.py",
    "checks/traces.py",
    "checks/edges.py",
    "checks/case.py",
    "checks/match.py",
    "checks/check.py",
    "recipes.py",
    "shapes.py",
    "check.py",
)


def module_of(name: str) -> str:
    """The module of a section's checks: `nlplab.checks.rnn` for `02_rnn`."""
    return f"nlplab.checks.{name.partition('_')[2]}"


@dataclass(frozen=True)
class Files:
    """Where a section's checks stand."""

    root: Path
    name: str

    @property
    def cases(self) -> Path:
        """The module of visible cases."""
        return self.root.joinpath(*module_of(self.name).split(".")).with_suffix(".py")

    @property
    def hidden(self) -> Path:
        """The module of hidden cases."""
        return self.root / "source" / f"{self.name}.hidden.py"

    @property
    def recorded(self) -> Path:
        """What was recorded of visible cases."""
        return self.root / "nlplab" / "checks" / "recorded" / f"{self.name}.json"

    @property
    def recorded_hidden(self) -> Path:
        """What was recorded of hidden cases, and what all of it was made from."""
        return self.hidden.with_suffix(".json")


def of_sections(root: Path, names: Iterable[str]) -> set[Path]:
    """The files of `nlplab` that hold the checks of these sections and of no others."""
    found = [Files(root, name) for name in names]
    return {path for of in found for path in (of.cases, of.recorded)}


def observing(root: Path) -> list[str]:
    """The sections whose checks observe, first section first."""
    return [name for name in sources.assignments(root) if Files(root, name).cases.is_file()]


def chosen(root: Path, names: Sequence[str] | None) -> list[str]:
    """The sections named, all whose checks observe when there are none.

    Raises NoSuchAssignmentError, and CourseError for a section whose checks do not observe.
    """
    if not names:
        return observing(root)
    for name in (wanted := sources.chosen(root, names)):
        if not (cases := Files(root, name).cases).is_file():
            raise CourseError(
                f"{name}: nothing to record, its checks do not observe: "
                f"there is no {cases.relative_to(root)}"
            )
    return wanted


def observed(source: NotebookNode) -> list[notebook.Exercise]:
    """The exercises whose checks observe: those with hidden cases."""
    return [
        exercise
        for exercise in notebook.exercises(source)
        if any(without_hidden(test.source)[1] for test in exercise.tests)
    ]


def tried(cases: Path) -> dict[str, dict[str, str]]:
    """What the visible cases of each check try, as their docstrings have it, by check and case.

    Raises CourseError for a module that is not Python.
    """
    try:
        tree = ast.parse(_text(cases))
    except SyntaxError as error:
        raise CourseError(f"{cases} is not Python: its cases are to stand there") from error
    docs = {n.name: ast.get_docstring(n) or "" for n in tree.body if isinstance(n, ast.FunctionDef)}
    found = {}
    for node in tree.body:
        match node:
            case ast.Assign(
                [ast.Name(check)], ast.Call(ast.Name("check"), [_section, _test, *handed])
            ):
                names = [case.id for case in handed if isinstance(case, ast.Name)]
                found[check] = {name: docs.get(name, "") for name in names}
    return found


def made_from(root: Path, name: str, source: NotebookNode) -> dict[str, str]:
    """A hash for each exercise of all that its recorded facts depend on; raises MarkerError.

    That is its solution and its answers in the bank, its cases with what these reach of the
    section's modules, and what carries these out. A file that is not there counts as none.
    """
    of = Files(root, name)
    modules = [_text(path) for path in (of.hidden, of.cases, root / "nlplab" / "doubles.py")]
    engine = [root / "nlplab" / path for path in ENGINE]
    found = {}
    for exercise in observed(source):
        answers = sorted((root / bank.FOLDER / name / exercise.grade_id).glob("*.py"))
        read = {
            path.relative_to(root).as_posix(): files.sha256(files.read_bytes(path))
            for path in [*engine, *answers]
            if path.is_file()
        }
        worth = [points(test) for test in exercise.tests]
        try:
            cases = _reach([str(notebook.grade_id(test)) for test in exercise.tests], *modules)
        except SyntaxError:
            cases = modules  # whoever carries the cases out says what is wrong with them
        made = [solution_text(exercise.solution.source), worth, cases, read]
        text = json.dumps(made, sort_keys=True)
        found[exercise.grade_id] = files.sha256(text.encode("utf-8"))
    return found


def _reach(tests: Sequence[str], hidden: str, *others: str) -> list[str]:
    """What these tests reach of the hidden cases, and then of what stands in other modules."""
    handed = reach.entries(hidden, "CASES")
    found = [handed[test] for test in tests if test in handed]
    found += reach.reached(hidden, reach.words(found))
    shown = {test.replace("-", "_") for test in tests}  # what the module of cases calls them
    for code in others:
        found += reach.reached(code, shown | reach.words(found))
    return found


def _text(path: Path) -> str:
    return files.read_bytes(path).decode("utf-8") if path.is_file() else ""


def stale(root: Path, name: str, source: NotebookNode) -> list[str]:
    """The exercises whose recorded facts were made from something else than stands there now.

    Raises CourseError where nothing is recorded, or what is cannot be read.
    """
    of = Files(root, name)
    shown, hidden = read(of.recorded), read(of.recorded_hidden)
    before, now = hidden.get("made_from", {}), made_from(root, name, source)
    lacking = {
        exercise.grade_id
        for exercise in observed(source)
        for test in exercise.tests
        if without_hidden(test.source)[1]
        if not {notebook.grade_id(test)} <= shown["checks"].keys() & hidden["checks"].keys()
    }
    return [key for key, what in now.items() if before.get(key) != what or key in lacking]


def read(path: Path) -> dict[str, Any]:
    """What a file of recorded facts holds; raises CourseError, with the command that writes it."""
    name = path.name.partition(".")[0]
    if not path.is_file():
        raise CourseError(f"{path} is missing: run grader record {name}")
    text = files.read_bytes(path).decode("utf-8", errors="replace")
    try:
        recorded.read(text, str(path))
    except recorded.RecordedError as error:
        raise CourseError(f"{error} {name}") from error
    found: dict[str, Any] = json.loads(text)
    if not isinstance(found.get("made_from", {}), dict):
        raise CourseError(f"{path} cannot be used (made_from): run grader record {name}")
    return found


def points(test: NotebookNode) -> float:
    """The points of a test cell, which its check shows."""
    found: float = test.metadata.nbgrader.get("points", 0)
    return found


def dumps(checks: Mapping[str, Any], of: Mapping[str, str] | None = None) -> str:
    """The text of a file of recorded facts, a line for each of them; `of` is what they are of."""
    lines = []
    for test, what in checks.items():
        known = ",\n   ".join(json.dumps(each, ensure_ascii=False) for each in what["known"])
        rest = {key: value for key, value in what.items() if key != "known"}
        head = json.dumps(rest, ensure_ascii=False)[:-1]
        lines.append(f'  {json.dumps(test)}: {head}, "known": [\n   {known}]}}')
    made = f'"made_from": {json.dumps(of, indent=1)}, ' if of is not None else ""
    body = ",\n".join(lines)
    return f'{{"format": {recorded.FORMAT}, {made}"checks": {{\n{body}\n}}}}\n'
