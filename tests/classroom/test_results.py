"""What a grading said is kept as data and read back as what it was; damage is not guessed at."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.classroom import results
from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.results import Kept
from grader.limits import Limits
from grader.notebooks import files
from grader.outcome import Choice, Graded, Message, Repair, TestOutcome
from tests.support.classes import NAME, ODD_NAMES

ANN = Ref("ann", NAME)
TESTS = (
    TestOutcome("half-1", "wrong", "check.value", "값이 다릅니다.", "return x // 2"),
    TestOutcome("double-1", "passed"),
)
GRADED = Graded(
    b"",
    TESTS,
    {"kernel": 0.25, "total": 1.5},
    (Repair("repair.test_edited", {"cells": "half-1", "count": "1"}),),
    (
        Choice((Message("reading.answer", {"exercise": "half", "line": "x / 2"}),), 3),
        Choice((Message("reading.as_repaired"),), 2.5),
    ),
)


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    folder = ClassFolder(tmp_path)
    results.keep(folder, ANN, "key", GRADED, "decided", "hash")
    return folder


def changed(folder: ClassFolder, **values: Any) -> None:
    kept = json.loads(folder.result(ANN).read_text("utf-8"))
    folder.result(ANN).write_text(json.dumps(kept | values), "utf-8")


def test_what_is_kept_is_read_again(folder: ClassFolder) -> None:
    tests = {test.grade_id: test for test in TESTS}
    known = results.read(folder, ANN)
    assert known == Kept(
        "key", "hash", "decided", tests, GRADED.seconds, GRADED.repairs, GRADED.review
    )
    assert [*known.tests] == ["half-1", "double-1"]
    assert results.decided(folder, ANN) == "decided"


def test_a_result_counts_under_its_own_key_alone(folder: ClassFolder) -> None:
    assert results.kept(folder, ANN, "key") == GRADED
    assert results.kept(folder, ANN, "another") is None


def test_a_result_is_of_what_was_handed_in_then(folder: ClassFolder) -> None:
    assert results.is_of(folder, ANN, "hash")
    assert not results.is_of(folder, ANN, "another")
    changed(folder, submitted="")
    assert results.is_of(folder, ANN, "another")  # nobody knows of what it is


# --- what a result is kept under ---


BOTH = {"01_cut", "02_count"}
FILES = {
    "nlplab/checks/cut.py": {"01_cut"},
    "nlplab/checks/recorded/01_cut.json": {"01_cut"},
    "nlplab/messages/01_cut.toml": {"01_cut"},
    "nlplab/checks/count.py": {"02_count"},
    "nlplab/checks/recorded/02_count.json": {"02_count"},
    "nlplab/messages/02_count.toml": {"02_count"},
    "nlplab/checks/case.py": BOTH,
    "nlplab/messages/common.toml": BOTH,
    "nlplab/recipes.py": BOTH,
    "grader/grading/judge.py": BOTH,
    "nlplab/checkpoints/words/tokenizer.json": BOTH,
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The files of a project with two sections, which here stands for this one."""
    for name in (*FILES, *(f"source/{name}/{name}.ipynb" for name in BOTH)):
        files.write_text(tmp_path / name, "before")
    monkeypatch.setattr(results, "ROOT", tmp_path)
    yield tmp_path
    results.environment.cache_clear()


def keys(exam: str = "exam") -> dict[str, str]:
    """What results of each section are kept under, as a process that starts now has it."""
    results.environment.cache_clear()
    return {name: results.key(b"task", exam, Limits(), "", name) for name in BOTH}


@pytest.mark.parametrize("name", FILES)
def test_a_result_is_keyed_by_its_own_sections_checks_and_what_all_share(
    name: str, project: Path
) -> None:
    before = keys()
    files.write_text(project / name, "after")
    after = keys()
    assert {name for name in BOTH if after[name] != before[name]} == FILES[name]


def test_a_result_is_keyed_by_what_its_tests_need(project: Path) -> None:
    assert keys() == keys()
    assert set(keys().values()).isdisjoint(keys("another").values())


def test_what_is_forgotten_is_empty(folder: ClassFolder) -> None:
    results.forget(folder, ANN)
    results.forget(folder, ANN)
    assert results.read(folder, ANN) == Kept()
    assert results.kept(folder, ANN, "key") is None
    assert not results.is_of(folder, ANN, "")


def test_a_reading_of_an_earlier_version_is_shown_as_it_was(folder: ClassFolder) -> None:
    changed(folder, review=[{"description": "the first answer", "points": 3}])
    [choice] = results.read(folder, ANN).review
    assert [choice.said(lang) for lang in ("ko", "en")] == ["the first answer"] * 2


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"key": ', b"\xff", b"[" * 100_000])
def test_a_file_that_is_damaged_counts_as_none(folder: ClassFolder, content: bytes) -> None:
    folder.result(ANN).write_bytes(content)
    assert results.read(folder, ANN) == Kept()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("tests", {"half-1": "passed"}),
        ("tests", [{"grade_id": "half-1", "outcome": "passed"}]),
        ("tests", [{"grade_id": 1, "outcome": "x", "key": None, "message": None, "line": ""}]),
        ("repairs", ["?"]),
        ("repairs", [{"key": "repair.format"}]),
        ("repairs", [{"key": 1, "values": {}}]),
        ("review", [{"description": [], "points": "3"}]),
        ("reason", {"key": "submission.missing"}),
        ("seconds", {"total": "long"}),
        ("seconds", [1.5]),
    ],
)
def test_what_is_not_well_formed_in_it_makes_it_count_as_none(
    folder: ClassFolder, name: str, value: Any
) -> None:
    changed(folder, **{name: value})
    assert results.read(folder, ANN) == Kept()
    assert results.kept(folder, ANN, "key") is None


@pytest.mark.parametrize("name", ODD_NAMES)
def test_folders_of_any_name_keep_results(tmp_path: Path, name: str) -> None:
    folder, ref = ClassFolder(tmp_path / name), Ref(name, NAME)
    results.keep(folder, ref, "key", GRADED)
    assert results.kept(folder, ref, "key") == GRADED


def test_what_is_installed_is_the_same_before_and_after_nbgrader_is_imported():
    code = (
        "from grader.classroom.results import environment\nbefore = environment('01_cut')\n"
        "environment.cache_clear()\nimport grader.classroom.results as results\n"
        "results._installed.cache_clear()\nimport nbgrader.utils\n"
        "print(before == environment('01_cut'))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "True\n"
