"""A class on one machine: notebooks go out and come back through nbgrader's exchange folder."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from grader.classroom.folder import CONFIG
from grader.notebooks import files
from tests.support import ROOT, notebooks, planting
from tests.support.ordinary import as_ordinary_user
from tests.support.planting import NAME

pytestmark = pytest.mark.slow

SETTINGS = """
c = get_config()
c.CourseDirectory.course_id = "nlp"
c.Exchange.root = "{exchange}"
"""


@dataclass
class Account:
    """Somebody on this machine, and the folder in which they work; `user` is a number."""

    user: int
    home: Path
    settings: Path

    @property
    def name(self) -> str:
        return pwd.getpwuid(self.user).pw_name

    def does(self, *command: str) -> str:
        """Give a command of nbgrader's, and what it says."""
        program = str(Path(sys.executable).with_name("nbgrader"))
        whole = as_ordinary_user(program, *command, user=self.user) or [program, *command]
        own = {"HOME": str(self.home), "JUPYTER_CONFIG_PATH": str(self.settings)}
        own |= {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            whole,
            cwd=self.home,
            env=os.environ | own,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert done.returncode == 0, done.stdout
        return done.stdout


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody may enter, as pytest's own are not."""
    with TemporaryDirectory(prefix="exchange-") as folder:
        path = Path(folder)
        path.chmod(0o755)
        yield path


@pytest.fixture
def accounts(shared: Path) -> tuple[Account, Account]:
    """A teacher with a course that nobody else may read, and a student: two where root tests."""
    exchange, settings = shared / "exchange", shared / "settings"
    exchange.mkdir()
    exchange.chmod(0o777)
    files.write_text(settings / CONFIG, SETTINGS.format(exchange=exchange))
    found = []
    for name in ("games", "news"):
        home = shared / name
        home.mkdir()
        two = as_ordinary_user("true") is not None
        found.append(Account(pwd.getpwnam(name).pw_uid if two else os.getuid(), home, settings))
    teacher, student = found
    notebooks.save(teacher.home, NAME, notebooks.lesson())
    shutil.copy(ROOT / CONFIG, teacher.home)
    for account in found:
        for path in (account.home, *account.home.rglob("*")):
            os.chown(path, account.user, -1)
        account.home.chmod(0o700)
    return teacher, student


def answer(path: Path) -> None:
    """Write the right answer into a notebook, which stays its owner's."""
    nb = files.read(path)
    for cell in nb.cells:
        if "def cut" in cell.source:
            cell.source = planting.RIGHT
    path.write_text(files.dumps(nb), "utf-8")


def test_a_notebook_goes_out_comes_back_and_its_page_reaches_its_student_alone(
    accounts: tuple[Account, Account],
) -> None:
    teacher, student = accounts
    teacher.does("generate_assignment", NAME)
    teacher.does("release_assignment", NAME)
    assert NAME in student.does("list")
    student.does("fetch_assignment", NAME)
    fetched = student.home / NAME / f"{NAME}.ipynb"
    released = teacher.home / "class" / "release" / NAME / f"{NAME}.ipynb"
    assert fetched.read_bytes() == released.read_bytes()

    answer(fetched)
    student.does("submit", NAME)
    teacher.does("collect", NAME)
    said = teacher.does("autograde", NAME)
    assert f"{student.name} " in said
    assert "1 passed" in said

    teacher.does("generate_feedback", NAME)
    teacher.does("release_feedback", NAME)
    student.does("fetch_feedback", NAME)
    [page] = (student.home / NAME / "feedback").rglob("*.html")
    assert (
        page.read_bytes()
        == (teacher.home / "class" / "feedback" / student.name / NAME / f"{NAME}.html").read_bytes()
    )
