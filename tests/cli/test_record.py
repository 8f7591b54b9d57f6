"""`grader record`: what checks observe is recorded where it changed, or it says what is wrong."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import nlplab.checks
from grader.cli.app import app
from tests.support import notebooks, observing
from tests.support.observing import NAME

pytestmark = pytest.mark.slow

BOTH = [f"{NAME}: {exercise}: " for exercise in ("cut", "total")]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of which all is recorded."""
    root = observing.course(tmp_path_factory.mktemp("course"))
    with pytest.MonkeyPatch.context() as patch:
        enter(root, patch)
        ran = run("record")
        assert ran.exit_code == 0, ran.output
    return root


@pytest.fixture
def root(recorded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which is the working directory."""
    root = tmp_path / "course"
    shutil.copytree(recorded, root, ignore=shutil.ignore_patterns("__pycache__"))
    enter(root, monkeypatch)
    return root


def enter(root: Path, patch: pytest.MonkeyPatch) -> None:
    """Work in a course, with its checks and not those of another."""
    patch.chdir(root)
    patch.setattr(nlplab.checks, "__path__", [*nlplab.checks.__path__, f"{root}/nlplab/checks"])
    patch.setitem(sys.modules, "nlplab.checks.cut", nlplab.checks)  # so that it is gone afterwards
    del sys.modules["nlplab.checks.cut"]


def run(*words: object) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, [*map(str, words)])


def kept(root: Path) -> dict:
    return json.loads((root / "source" / f"{NAME}.hidden.json").read_text())


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_right_and_wrong_are_recorded_with_what_they_were_made_from(root):
    shown = json.loads((root / "nlplab" / "checks" / "recorded" / f"{NAME}.json").read_text())
    assert shown["checks"]["total-1"]["right"]["a_list/1:result:value"] == 8
    assert shown["checks"]["total-1"]["known"] == [
        {"key": "total.most", "departs": {"a_list/1:result:value": 5}, "files": ["wrong_most"]}
    ]
    assert "made_from" not in shown
    assert [*kept(root)["made_from"]] == ["cut", "total"]


def test_hidden_cases_say_which_wrong_answers_they_catch_alone(root):
    assert {test: what["caught"] for test, what in kept(root)["checks"].items()} == {
        "cut-1": ["wrong_last"],
        "total-1": ["wrong_most"],
    }


def test_what_is_current_is_not_recorded_again(root):
    before = kept(root)
    ran = run("record")
    assert (ran.exit_code, ran.output) == (0, "all that is recorded is current\n")
    assert kept(root) == before


def test_a_new_answer_has_its_exercise_alone_recorded(root):
    before = kept(root)
    observing.answer(root, "total/wrong_least", "The least. [total.most]", "total = min")
    assert run("record", "--check").output.startswith(f"{NAME}: total: changed")
    ran = run("record")
    assert (ran.exit_code, f"{NAME}: recording total\n" in ran.output) == (0, True)
    after = kept(root)
    assert after["checks"]["total-1"]["caught"] == ["wrong_least", "wrong_most"]
    assert after["checks"]["cut-1"] == before["checks"]["cut-1"]
    assert after["made_from"]["cut"] == before["made_from"]["cut"]
    assert run("record", "--check").exit_code == 0


def test_force_records_what_is_current_and_the_same_comes_of_it(root):
    before = kept(root)
    ran = run("record", NAME, "--force")
    assert (ran.exit_code, f"{NAME}: recording cut, total\n" in ran.output) == (0, True)
    assert kept(root) == before


CHANGES: dict[str, Callable[[Path], object]] = {
    "engine": lambda root: observing.write(root, "nlplab/recipes.py", "# new"),
    "missing": lambda root: (root / f"source/{NAME}.hidden.json").unlink(),
    "damaged": lambda root: observing.write(root, f"nlplab/checks/recorded/{NAME}.json", "{"),
}


@pytest.mark.parametrize("of", CHANGES)
def test_what_all_exercises_are_made_from_makes_all_stale(root, of):
    CHANGES[of](root)
    ran = run("record", "--check")
    assert ran.exit_code == 1
    assert [line[: len(BOTH[i])] for i, line in enumerate(ran.output.splitlines())] == BOTH
    assert ran.output.count(f"run grader record {NAME}") == 2


def test_damaged_data_is_recorded_anew(root):
    before = kept(root)
    observing.write(root, f"source/{NAME}.hidden.json", '{"format": 1}')
    assert run("record").exit_code == 0
    assert kept(root) == before


def test_check_writes_nothing(root):
    (root / f"source/{NAME}.hidden.json").unlink()
    run("record", "--check")
    assert not (root / f"source/{NAME}.hidden.json").exists()


# --- what has to be mended first ---


def refused(root: Path) -> str:
    """What `record` says where it writes nothing and ends with exit status 1."""
    before = (root / f"source/{NAME}.hidden.json").read_bytes()
    ran = run("record")
    assert ran.exit_code == 1
    assert (root / f"source/{NAME}.hidden.json").read_bytes() == before
    return " ".join(ran.output.split("\n"))


def test_a_section_without_a_module_of_checks_is_refused(root):
    notebooks.save(root, "02_paste", notebooks.lesson())
    ran = run("record", "02_paste")
    assert ran.exit_code == 1
    assert "02_paste: nothing to record, its checks do not observe" in ran.output
    assert "no nlplab/checks/paste.py" in ran.output


def test_an_answer_that_does_not_define_its_name_is_named(root):
    observing.answer(root, "total/wrong_name", "Another name. [total.most]", "sums = max")
    assert f"total-1: {NAME}/total/wrong_name.py [total.most] does not define" in refused(root)


def test_a_case_that_raises_by_itself_is_the_courses_fault(root):
    change(root / "nlplab/checks/cut.py", 'look.call(cut, "a b")', "look.call(cut, [] + 1)")
    said = refused(root)
    assert "which is the course's fault and no answer's: a_text: TypeError" in said
    assert f"cut.py or {NAME}.hidden.py" in said


def test_a_case_in_which_the_solution_raises_is_refused(root):
    change(root / "nlplab/checks/cut.py", "[1, 2, 5]", '"1"')
    assert "total-1 (shown): the solution itself raises: a_list:raised" in refused(root)


def test_cases_that_are_no_python_are_refused_with_their_file(root):
    observing.write(root, f"source/{NAME}.hidden.py", "CASES = {")
    assert f"{NAME}.hidden.py cannot be used: SyntaxError" in refused(root)


def test_a_check_without_hidden_cases_is_refused(root):
    change(root / f"source/{NAME}.hidden.py", ', "total-1": (a_pair,)', "")
    assert "write hidden cases of total-1 into CASES" in refused(root)


def test_a_faulty_record_stops_the_release(root):
    observing.answer(root, "total/right_most", "Not right at all.", "total = max")
    ran = run("release")
    assert ran.exit_code == 1
    assert "total/right_most.py [right] is a right answer and differs from" in ran.output
    assert not (root / "notebooks").exists()


# --- explain ---


def test_explain_says_which_facts_depart_and_whose_mistakes_fit(root):
    path = observing.answer(root, "total/new/mine", "No key yet.", "total = max")
    ran = run("record", "--explain", path)
    assert (ran.exit_code, ran.output.splitlines()) == (
        0,
        [
            "total-1, shown cases:",
            "  a_list/1:result:value is 5, right is 8",
            "  fits in 1 facts: total.most: wrong_most",
            "total-1, hidden cases:",
            "  a_pair/1:result:value is 7, right is 11",
            "  no file of the bank fits",
        ],
    )


def test_explain_wants_a_file_of_the_bank(root):
    ran = run("record", "--explain", observing.write(root, "mine.py", "total = max"))
    assert ran.exit_code == 1
    assert "expected a file below tests/answers/SECTION/EXERCISE/" in ran.output


def test_explain_of_what_is_not_recorded_names_the_command(root):
    (root / f"source/{NAME}.hidden.json").unlink()
    ran = run("record", "--explain", root / f"tests/answers/{NAME}/total/wrong_most.py")
    assert (ran.exit_code, f"is missing: run grader record {NAME}" in ran.output) == (1, True)


# --- new exercise ---


def test_a_new_exercise_can_be_recorded_and_keeps_the_rules_as_it_stands(root):
    before = run("lint").output
    assert run("new", "exercise", NAME, "double_all").exit_code == 0
    ran = run("record")
    assert ran.exit_code == 0, ran.output
    assert "double_all-1" in kept(root)["checks"]
    assert run("lint").output == before
