"""What test cells need beside a submission, and how it is told from another."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.course import checks
from grader.errors import FileError
from grader.grading.exam import Exam, exam
from grader.notebooks import files
from tests.support import ROOT
from tests.support.notebooks import lesson, read_only

NAME = "02_rnn"  # a section whose checks stand in nlplab


@pytest.fixture
def root(tmp_path: Path) -> Path:
    of = checks.Files(tmp_path, NAME)
    for path in (of.hidden, of.recorded_hidden):
        files.write_text(path, "before")
    return tmp_path


def asked(root: Path) -> Exam:
    return exam(root, NAME, lesson(read_only("device", "print(2)")))


def test_a_section_of_checks_has_its_module_and_hidden_cases(root: Path) -> None:
    found = asked(root)
    assert (found.checks, found.skip) == (checks.module_of(NAME), {"device"})
    assert found.given()["checks"].SECTION == NAME
    assert found.hidden
    assert (found.hidden.cases, found.hidden.recorded) == ("before", "before")


def test_a_section_that_has_its_tests_in_its_cells_needs_neither(root: Path) -> None:
    found = exam(root, "01_cut", lesson())
    assert (found.checks, found.hidden, found.given()) == ("", None, {})


@pytest.mark.parametrize("kind", ["py", "json"])
def test_hidden_cases_and_what_was_recorded_of_them_count(kind: str, root: Path) -> None:
    before = asked(root).text
    files.write_text(root / f"source/{NAME}.hidden.{kind}", "after")
    assert asked(root).text != before


@pytest.mark.parametrize("kind", ["py", "json"])
def test_hidden_cases_that_are_missing_are_named(kind: str, root: Path) -> None:
    (root / f"source/{NAME}.hidden.{kind}").unlink()
    with pytest.raises(FileError, match=rf"{NAME}\.hidden\.{kind}"):
        asked(root)


@pytest.mark.slow
def test_it_says_the_same_in_every_process() -> None:
    code = "from grader.grading.exam import Exam; print(Exam(frozenset('abcdefgh')).text)"
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=environment | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert said == {(Exam(frozenset("abcdefgh")).text + "\n").encode()}
