"""A class that was graded without kernels: an answer's text says what it earns."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.grading import cluster, job
from tests.support import notebooks
from tests.support.planting import NAME, RIGHT, WRONG, InProcess, by_answer, grade, hand_in


@pytest.fixture(scope="module")
def in_process() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cluster, "engine", InProcess().engine)
        patch.setattr(job, "work", by_answer)
        yield


@pytest.fixture(scope="module")
def graded(in_process: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose class of two was graded: ann is right, bob is wrong."""
    root = notebooks.course(tmp_path_factory.mktemp("course"), NAME)
    hand_in(root, "ann", RIGHT)
    hand_in(root, "bob", WRONG)
    grade(root)
    return root


@pytest.fixture
def root(graded: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return shutil.copytree(graded, tmp_path / "course")
