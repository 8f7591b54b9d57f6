"""Sections whose checks observe keep rules of their own, which lint reads and does not run."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from nbformat import NotebookNode

from grader.course import checks
from grader.lint import lint
from grader.notebooks import notebook
from tests.support import ROOT, notebooks, observing
from tests.support.observing import NAME


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course whose facts seem recorded: lint looks at what they are of, not at them."""
    root = observing.course(tmp_path)
    record(root)
    return root


def record(root: Path, **caught: list[str]) -> None:
    """Write files of recorded facts, made from what stands there, which catch these answers."""
    of, caught = checks.Files(root, NAME), {"cut-1": ["a"], "total-1": ["a"]} | caught
    made = checks.made_from(root, NAME, observing.lesson())
    empty = {"right": {}, "known": []}
    observing.write(root, of.recorded, checks.dumps(dict.fromkeys(caught, empty)))
    hidden = {test: {**empty, "caught": names} for test, names in caught.items()}
    observing.write(root, of.recorded_hidden, checks.dumps(hidden, made))


def found(root: Path, source: NotebookNode | None = None) -> list[tuple[str, str]]:
    """Pairs of grade_id or nothing and rule; `source` takes the notebook's place."""
    if source:
        notebooks.save(root, NAME, source)
    return [(each.cell.partition("(")[2].rstrip(")"), each.rule) for each in lint(root)]


def said(root: Path, rule: str) -> str:
    return "\n".join(finding.message for finding in lint(root) if finding.rule == rule)


def with_cell(name: str, code: str) -> NotebookNode:
    source = observing.lesson()
    notebook.cells_by_grade_id(source)[name].source = code
    return source


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text()
    assert old in text
    observing.write(root, path, text.replace(old, new))


def test_a_section_that_keeps_the_rules_has_no_findings(root):
    assert lint(root) == []


HIDDEN = "### BEGIN HIDDEN TESTS\n{}\n### END HIDDEN TESTS"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("total-1", "checks.total_1(total)"),
        ("total-1", HIDDEN.format("checks.total_1.hidden(total)")),
        ("total-1", "checks.total_1(total)\n" + HIDDEN.format("checks.total_1.hidden(cut)")),
        ("total-1", "checks.total_1(sum)\n" + HIDDEN.format("checks.cut_1.hidden(sum)")),
        ("total-1", "checks.total_1(1)\n" + HIDDEN.format("checks.total_1.hidden(1)")),
        (
            "total-1",
            "x = 1\nchecks.total_1(total)\n" + HIDDEN.format("checks.total_1.hidden(total)"),
        ),
        ("guess-1", "checks.guess_1(guess)\nprint(guess)"),
        ("guess-1", "checks.guess_1()"),
        ("guess-1", "checks.guess_1(guess)\n" + HIDDEN.format("checks.guess_1.hidden(guess)")),
        ("guess-1", 'assert guess == "b"'),
    ],
)
def test_a_check_cell_is_one_call_and_one_of_hidden_cases(root, name: str, code: str):
    assert (name, "check-cell") in found(root, with_cell(name, code))


def test_a_check_has_the_id_of_its_cell(root):
    wrong = observing.graded("cut-1", "total").source
    assert ("total-1", "check-id") in found(root, with_cell("total-1", wrong))


def test_so_has_its_object(root):
    change(root, "nlplab/checks/cut.py", '"total-1", a_list', '"total-2", a_list')
    assert said(root, "check-id") == "`total_1` in cut.py is of 'total-2': write 'total-1'"


def test_a_check_that_the_module_lacks_is_found(root):
    change(root, "nlplab/checks/cut.py", "guess_1 =", "guess_2 =")
    assert found(root)[-1] == ("guess-1", "check-id")


@pytest.mark.parametrize("path", ["nlplab/checks/cut.py", f"source/{NAME}.hidden.py"])
@pytest.mark.parametrize("line", ["import re", "from re import search", 'look(match="a.*")'])
def test_a_check_searches_no_text_by_a_pattern(root, path: str, line: str):
    observing.write(root, path, f"{(root / path).read_text()}\n{line}\n")
    assert ("", "check-pattern") in found(root)


# --- keys ---


def test_a_visible_case_says_in_both_languages_what_it_tries(root):
    path = root / "nlplab/checks/cut.py"
    path.write_text(path.read_text("utf-8").replace(" | 낱말 두 개", ""), "utf-8")
    assert ("", "check-words") in found(root)


def test_a_key_without_a_message_in_both_languages_is_found(root):
    change(root, f"nlplab/messages/{NAME}.toml", 'ko = "끝"\n', "")
    assert said(root, "check-key") == "cut.last of cut/wrong_last has no message in ko"


def test_a_message_of_an_exercise_that_no_wrong_answer_gets_is_found(root):
    (root / f"tests/answers/{NAME}/total/wrong_most.py").unlink()
    assert said(root, "check-key") == "no wrong answer of the bank has the key total.most"


# --- hidden cases ---


def test_a_check_without_hidden_cases_is_found(root):
    change(root, f"source/{NAME}.hidden.py", "(a_pair,)", "()")
    record(root)
    assert found(root) == [("total-1", "check-hidden")]


def test_hidden_cases_that_catch_no_wrong_answer_are_found(root):
    record(root, **{"total-1": []})
    assert found(root) == [("total-1", "check-hidden")]


# --- stale ---

CHANGES: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "solution": (
        lambda root: notebooks.save(
            root,
            NAME,
            with_cell("total", observing.TOTAL.replace("sum(numbers)", "sum([*numbers])")),
        ),
        ["total"],
    ),
    "answer": (
        lambda root: observing.answer(root, "cut/right_other", "As before.", "cut = str.split"),
        ["cut"],
    ),
    "answer gone": (
        lambda root: (root / f"tests/answers/{NAME}/cut/right_split.py").unlink(),
        ["cut"],
    ),
    "answer to what observes nothing": (
        lambda root: observing.answer(root, "guess/right_c", "Another.", 'guess = "c"'),
        [],
    ),
    "cases": (
        lambda root: change(root, "nlplab/checks/cut.py", "a b", "a c"),
        ["cut"],
    ),
    "hidden cases": (
        lambda root: change(root, f"source/{NAME}.hidden.py", "alpha", "beta"),
        ["cut"],
    ),
    "engine": (
        lambda root: observing.write(root, "nlplab/checks/facts.py", "MOST = 1"),
        ["cut", "total"],
    ),
}


@pytest.mark.parametrize("of", CHANGES)
def test_recorded_facts_are_stale_by_what_they_were_made_from(root, of: str):
    changed, stale = CHANGES[of]
    changed(root)
    assert [cell for cell, rule in found(root) if rule == "check-stale"] == stale


def test_stale_facts_name_the_command(root):
    observing.answer(root, "cut/right_other", "As before.", "cut = str.split")
    assert said(root, "check-stale") == f"stale: run grader record {NAME}"


@pytest.mark.parametrize("text", [None, "", "[]", '{"format": 99}', '{"format": 1, "checks": 3}'])
@pytest.mark.parametrize("hidden", [True, False])
def test_recorded_facts_that_are_missing_or_damaged_name_the_command(root, text, hidden):
    of = checks.Files(root, NAME)
    path = of.recorded_hidden if hidden else of.recorded
    path.unlink() if text is None else path.write_text(text)
    assert path.name in said(root, "check-stale")
    assert f"run grader record {NAME}" in said(root, "check-stale")


def test_a_test_that_nothing_is_recorded_of_is_stale(root):
    path = checks.Files(root, NAME).recorded
    content = json.loads(path.read_text())
    del content["checks"]["total-1"]
    path.write_text(json.dumps(content))
    assert found(root) == [("total", "check-stale")]


@pytest.mark.slow
def test_lint_needs_neither_torch_nor_a_kernel():
    code = (
        "import sys; from pathlib import Path; from grader.lint import lint; lint(Path('.'));"
        "print({'torch', 'jupyter_client', 'zmq'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (0, "set()\n")
