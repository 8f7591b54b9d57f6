"""Faults of ours in the report: who has no grade of the latest version, and why."""

import shutil
from pathlib import Path

import pytest

from grader.classroom import faults
from grader.gradebook.session import opened
from grader.grading import cluster, job
from grader.pages import report
from tests.support import notebooks
from tests.support.planting import (
    NAME,
    RIGHT,
    InProcess,
    by_answer,
    class_of,
    grade,
    hand_in,
    planted,
    ref,
)

HOSTILE = RuntimeError("no such key: <script>window.ran = 1</script>")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose class was graded, but for ann and dan: nothing of dan's is recorded."""
    root = notebooks.course(tmp_path_factory.mktemp("course"), NAME)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cluster, "engine", InProcess().engine)
        patch.setattr(job, "work", by_answer)
        hand_in(root, "ann", RIGHT)
        hand_in(root, "bob", RIGHT)
        grade(root)
        hand_in(root, "dan", RIGHT)
        with planted(job, "work", HOSTILE):
            grade(root, force=True)
    return root


def page(root: Path, lang: str = "en") -> str:
    with opened(class_of(root)) as book:
        return report.write(book, NAME, lang).read_text(encoding="utf-8")


def test_the_report_lists_everybody_whose_grading_failed_with_the_cause(root: Path) -> None:
    [_, listed] = page(root).split("through no fault of theirs")
    rows = listed[: listed.index("</section>")]
    assert all(student in rows for student in ("ann", "dan"))
    assert "bob" not in rows
    assert rows.count("RuntimeError: no such key") == 2


def test_a_cause_is_escaped(root: Path) -> None:
    text = page(root)
    assert "&lt;script&gt;window.ran" in text
    assert "<script>window.ran" not in text


def test_a_cause_gives_away_no_path_of_this_machine(root: Path, tmp_path: Path) -> None:
    root = shutil.copytree(root, tmp_path / "course")
    faults.note(class_of(root), ref("ann"), "OSError: /home/kim/class/gradebook.db is read-only")
    assert "gradebook.db is read-only" in page(root)
    assert "/home/kim" not in page(root)


def test_the_report_says_nothing_of_faults_where_there_are_none(root: Path, tmp_path: Path) -> None:
    root = shutil.copytree(root, tmp_path / "course")
    for student in ("ann", "dan"):
        faults.clear(class_of(root), ref(student))
    assert "through no fault of theirs" not in page(root)
