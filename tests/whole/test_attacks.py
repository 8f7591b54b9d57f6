"""Hostile submissions: none gains a point, learns anything or touches a neighbour.

Each notebook in `tests/attacks/` says in its first line what it tries, and prints LEARNED where it
gets through. Each is graded in the sandbox, followed by an honest submission.
"""

import json
import os
import socket
from contextlib import closing
from pathlib import Path

import nbformat
import pytest

from grader.classroom.folder import ClassFolder, Ref
from grader.course import bank, build
from grader.errors import SandboxError
from grader.grading import run
from grader.kernel import sandbox
from grader.limits import Limits
from tests.support import ROOT, notebooks
from tests.support.classes import points

pytestmark = pytest.mark.slow

NAME = "01_attacked"
ATTACKS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "tests" / "attacks").glob("*.ipynb"))
}
LIMITS = Limits(cell=6, submission=20, memory=1024, processes=48, disk=64, output=1)
SECRET = "of the course"

CUT = """
def cut(text):
    ### BEGIN SOLUTION
    return text.split()
    ### END SOLUTION
"""
DOUBLE = """
def double(x):
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION
"""
DOUBLE_TEST = """
import torch
from nlplab import check

with check.exercise("double-1"):
    check.equal(double(torch.tensor([1.0, 2.0])), torch.tensor([2.0, 4.0]))
### BEGIN HIDDEN TESTS
with check.exercise("double-1"):
    check.equal(double(torch.tensor([3.0, 5.0, 7.0])), torch.tensor([6.0, 10.0, 14.0]))
### END HIDDEN TESTS
"""


def course(root: Path) -> nbformat.NotebookNode:
    """Writes a course of one assignment, the one that is attacked; gives its release."""
    cells = [notebooks.solution("cut", CUT), notebooks.graded("cut-1", notebooks.CUT_TEST)]
    cells += [notebooks.solution("double", DOUBLE), notebooks.graded("double-1", DOUBLE_TEST)]
    headers = [*notebooks.header(), *notebooks.header(number="1.2")]
    source = notebooks.source(
        notebooks.text("# 공격", "# Attacked"),
        notebooks.setup(notebooks.FIXME),
        [*headers[:2], *cells[:2], *headers[2:], *cells[2:]],
    )
    notebooks.save(root, NAME, source)
    return build.student_release(root, "ko", NAME)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> ClassFolder:
    """The class after grading: the attackers, and behind each a student with the right answers."""
    try:
        sandbox.check()
    except SandboxError as error:
        pytest.skip(str(error))
    root = tmp_path_factory.mktemp("course")
    folder = ClassFolder(root / "class")
    released = course(root)
    answers = {"cut": CUT, "double": DOUBLE}
    honest = json.dumps(bank.compose(released, answers))
    for attack, text in ATTACKS.items():
        for student, content in ((attack, text), (f"{attack}-next", honest)):
            path = folder.notebook(Ref(student, NAME))
            path.parent.mkdir(parents=True)
            path.write_text(content, encoding="utf-8")
    os.environ["GRADERS_SECRET"] = SECRET
    options = run.Options(LIMITS, workers=2)
    with open_doors():
        list(run.grade_class(root, folder, [NAME], options))
    del os.environ["GRADERS_SECRET"]
    return folder


def open_doors() -> closing:
    """Sockets of this machine that a kernel must not reach."""
    doors = [socket.create_server(("127.0.0.1", 47113)), socket.socket(socket.AF_UNIX)]
    doors[1].bind("\0graders-door")
    doors[1].listen()

    class Doors:
        def close(self) -> None:
            for door in doors:
                door.close()

    return closing(Doors())


@pytest.fixture(scope="module")
def scores(folder: ClassFolder) -> dict[str, float]:
    return {row.student: row.score for row in points(folder, NAME)}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_gains_no_point(scores, attack):
    assert scores[attack] == 0


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_learns_nothing(folder, attack):
    path = folder.graded(Ref(attack, NAME))
    outputs = [cell.get("outputs") for cell in nbformat.read(path, as_version=4).cells]
    assert "LEARNED" not in json.dumps(outputs)
    assert SECRET not in json.dumps(outputs)


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_next_student_is_graded_as_if_alone(scores, attack):
    assert scores[f"{attack}-next"] == 4


def test_nothing_is_left_of_them(folder):
    names = [path.read_text().strip() for path in Path("/proc").glob("[0-9]*/comm")]
    assert "left-behind" not in names
    assert not list(Path("/tmp").glob("left*"))


def test_every_attack_says_in_a_line_what_it_tries():
    firsts = [nbformat.reads(text, as_version=4).cells[0] for text in ATTACKS.values()]
    assert all(cell.cell_type == "markdown" and "\n" not in cell.source for cell in firsts)
