"""Rules for sections whose checks observe: cells, modules of cases, bank, messages and recorded.

Modules are read and not imported, and nothing is run.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from grader.course import bank
from grader.course import checks as course
from grader.course.checks import Files
from grader.errors import CourseError
from grader.lint.page import Page, imported, parsed
from grader.notebooks import notebook
from nlplab.messages import LANGUAGES, read

Found = Iterator[tuple[str, NotebookNode | None, str]]  # rule, cell, what to do
BEGIN, END = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"


def faults(root: Path, page: Page) -> Found:
    """Every fault of a section whose checks observe; raises CourseError for a broken bank."""
    of = Files(root, page.name)
    made, with_cases = _made(of.cases), _with_cases(of.hidden)
    for test in filter(notebook.is_test, page.source.cells):
        yield from _cell(of, test, made, with_cases)
    for path in (of.cases, of.hidden):
        yield from _patterns(root, path)
    yield from _words(of.cases)
    yield from _messages(root, page)
    yield from _recorded(root, page)


def _cell(
    of: Files, cell: NotebookNode, made: dict[str, tuple[str, str]], with_cases: set[str]
) -> Found:
    """A check cell is one call, with one of hidden cases below it, and its check is of its id."""
    lines = cell.source.strip().split("\n")
    name, objects = _call(lines[0])
    kind, test = made.get(name, ("", ""))
    call = f"checks.{name}({', '.join(objects)})"
    hidden = [BEGIN, f"checks.{name}.hidden({', '.join(objects)})", END]
    if not objects or lines != [call, *(hidden if kind != "Choice" else [])]:
        below = "" if kind == "Choice" else " and, as hidden test, `checks.NAME.hidden(OBJECTS)`"
        yield "check-cell", cell, f"make it one line, `checks.NAME(OBJECTS)`{below}, nothing else"
    own = notebook.grade_id(cell) or ""
    if name and name != own.replace("-", "_"):
        yield "check-id", cell, f"call `checks.{own.replace('-', '_')}`: a check has its cell's id"
    elif name and not kind:
        yield "check-id", cell, f"{of.cases.name} has no `{name} = check(…)` or `= Choice(…)`"
    elif name and test != own:
        yield "check-id", cell, f"`{name}` in {of.cases.name} is of {test!r}: write {own!r}"
    if kind == "check" and own not in with_cases:
        yield "check-hidden", cell, f"write hidden cases of {own!r} into CASES of {of.hidden.name}"


def _call(line: str) -> tuple[str, list[str]]:
    """The check that a line calls and the names it hands over; nothing where it is another line."""
    match parsed(line, plain=True):
        case ast.Module(
            body=[
                ast.Expr(
                    ast.Call(ast.Attribute(ast.Name("checks"), str(name)), list(args), keywords=[])
                )
            ]
        ):
            return name, [ast.unparse(each) for each in args if isinstance(each, ast.Name)]
    return "", []


def _made(cases: Path) -> dict[str, tuple[str, str]]:
    """What a module of cases makes, by name: `check` or `Choice`, and the test it is of."""
    found = {}
    for node in _tree(cases).body:
        match node:
            case ast.Assign([ast.Name(name)], ast.Call(ast.Name("check"), [_, first, *_])):
                found[name] = "check", _text(first)
            case ast.Assign([ast.Name(name)], ast.Call(ast.Name("Choice"), [first, *_])):
                found[name] = "Choice", _text(first)
    return found


def _with_cases(hidden: Path) -> set[str]:
    """The tests that a module of hidden cases has any of, in its `CASES`."""
    found = set()
    for node in _tree(hidden).body:
        match node:
            case ast.Assign([ast.Name("CASES")], ast.Dict(keys, values)):
                some = (ast.Tuple, ast.List)
                pairs = zip(keys, values, strict=True)
                found |= {_text(k) for k, v in pairs if k and isinstance(v, some) and v.elts}
    return found


def _text(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""


def _tree(path: Path) -> ast.Module:
    """The tree of a module; raises CourseError for one that is none."""
    tree = parsed(path.read_text(encoding="utf-8"), plain=True) if path.is_file() else None
    if tree is None:
        raise CourseError(f"{path} is missing or is not Python: its cases are to stand there")
    return tree


def _patterns(root: Path, path: Path) -> Found:
    tree = _tree(path)
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    if imported(tree) & {"re", "regex"} or any(k.arg == "match" for c in calls for k in c.keywords):
        name = path.relative_to(root).as_posix()
        yield "check-pattern", None, f"{name}: compare facts: a check searches no text by a pattern"


def _words(cases: Path) -> Found:
    """What a visible case tries is said in both languages, since its check shows it."""
    for tried in course.tried(cases).values():
        for case, said in tried.items():
            if not all(part.strip() for part in said.partition("|")):
                lacking = f'{cases.name}: say what {case} tries: """In English. | 한국어로."""'
                yield "check-words", None, lacking


def _messages(root: Path, page: Page) -> Found:
    """Every key of the bank has a message, and every message of an exercise a wrong answer."""
    tables = {
        path.stem: read(path.read_text(encoding="utf-8"))
        for path in sorted((root / "nlplab" / "messages").glob("*.toml"))
    }
    texts = {key: said for table in tables.values() for key, said in table.items()}
    cells = {each.grade_id: each.solution for each in notebook.exercises(page.source)}
    known: set[str] = set()
    for answer in bank.answers(root, page.name):
        for key in filter(None, (answer.key, *answer.also)):
            if lacking := [lang for lang in LANGUAGES if not texts.get(key, {}).get(lang)]:
                said = f"{key} of {answer.exercise}/{answer.name} has no message in "
                yield "check-key", cells.get(answer.exercise), said + " and ".join(lacking)
            known.add(key)
    for key in sorted(tables.get(page.name, {}).keys() - known):
        if (exercise := key.partition(".")[0]) in cells:
            yield "check-key", cells[exercise], f"no wrong answer of the bank has the key {key}"


def _recorded(root: Path, page: Page) -> Found:
    """Recorded facts are current, and every check has hidden cases that alone take its points.

    That they do was recorded with them: a wrong answer that departs in hidden cases loses the
    points of the check whatever its visible cases show.
    """
    command = f"run grader record {page.name}"
    try:
        stale = course.stale(root, page.name, page.source)
        shown: dict[str, Any] = course.read(Files(root, page.name).recorded)["checks"]
        recorded: dict[str, Any] = course.read(Files(root, page.name).recorded_hidden)["checks"]
    except CourseError as error:
        yield "check-stale", None, str(error)
        return
    for exercise in course.observed(page.source):
        if exercise.grade_id in stale:
            yield "check-stale", exercise.solution, f"stale: {command}"
            continue
        for test in exercise.tests:
            caught = recorded.get(notebook.grade_id(test) or "", {"caught": ["none is recorded"]})
            if not caught.get("caught"):
                said = (
                    "its hidden cases catch no wrong answer of the bank: write a case or an answer"
                )
                yield "check-hidden", test, said
            name = notebook.grade_id(test) or ""
            right = {**shown.get(name, {}).get("right", {}), **caught.get("right", {})}
            if right and all(map(_is_report, right)):
                said = "no point rests on what the student's kernel reports alone: call something"
                yield "check-report", test, said


def _is_report(fact: str) -> bool:
    """Whether a fact is what the student's interpreter says of itself: a class, a count, a mode."""
    said = fact.rpartition("/")[2]
    return " as " in said or said.partition(":")[2].startswith("calls of ") or "training" in said
