"""Faults of ours are kept by submission, until it is graded."""

from pathlib import Path

import pytest

from grader.classroom import faults
from grader.classroom.folder import ClassFolder, Ref
from tests.support.classes import NAME, ODD_NAMES

ANN, BOB = Ref("ann", NAME), Ref("bob", NAME)


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return ClassFolder(tmp_path)


def test_a_class_starts_without_faults(folder: ClassFolder) -> None:
    assert faults.read(folder) == {}


def test_a_fault_is_kept_with_its_latest_cause_until_it_is_cleared(folder: ClassFolder) -> None:
    faults.note(folder, BOB, "the worker died")
    faults.note(folder, ANN, "the disk is full")
    faults.note(folder, ANN, "KeyError: 'π' in judge.py\nline 7")
    assert faults.read(folder) == {
        ANN: "KeyError: 'π' in judge.py\nline 7",
        BOB: "the worker died",
    }
    faults.clear(folder, ANN)
    faults.clear(folder, ANN)
    assert faults.read(folder) == {BOB: "the worker died"}


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b'{"cause": 7}', b"[" * 100_000])
def test_a_damaged_file_is_a_fault_of_an_unknown_cause(folder: ClassFolder, content: bytes) -> None:
    faults.note(folder, ANN, "the worker died")
    folder.fault(ANN).write_bytes(content)
    assert faults.read(folder) == {ANN: faults.UNKNOWN}


def test_half_a_character_in_a_cause_stops_nothing(folder: ClassFolder) -> None:
    faults.note(folder, ANN, "no file 'caf\udce9'")
    assert [*faults.read(folder)] == [ANN]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_folders_of_any_name_keep_faults(tmp_path: Path, name: str) -> None:
    folder, ref = ClassFolder(tmp_path / name), Ref(name, NAME)
    faults.note(folder, ref, "the worker died")
    assert faults.read(folder) == {ref: "the worker died"}
