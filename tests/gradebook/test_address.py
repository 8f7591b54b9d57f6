"""Which gradebook a class has: its own file, unless the settings beside it name a server's."""

from pathlib import Path
from urllib.parse import quote

import pytest
from nbgrader.coursedir import CourseDirectory

from grader.classroom.folder import CONFIG, ClassFolder
from grader.errors import ClassError, GradebookError
from grader.gradebook import glance
from grader.gradebook.address import db_url, on_server, shown
from grader.gradebook.session import folder_of, opened
from tests.support.classes import ODD_NAMES

SERVER = "postgresql+psycopg://kim:secret@127.0.0.1:1/nlp"
FILE = "sqlite:////elsewhere/gradebook.db"


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return ClassFolder(tmp_path / "class")


def settings(folder: ClassFolder, **course: str) -> ClassFolder:
    """Write settings of nbgrader's `CourseDirectory` beside a class."""
    lines = [f"c.CourseDirectory.{name} = {value!r}" for name, value in course.items()]
    (folder.path.parent / CONFIG).write_text("\n".join(["c = get_config()", *lines]))
    return folder


@pytest.mark.parametrize("name", ["class", *ODD_NAMES])
def test_it_is_a_file_in_the_folder_whatever_that_is_called(tmp_path: Path, name: str) -> None:
    folder = settings(ClassFolder(tmp_path / name), db_url=FILE)
    assert db_url(folder) == f"sqlite:///{quote(str(folder.gradebook), safe=' +/')}"
    assert shown(folder) == str(folder.gradebook)


@pytest.mark.parametrize(
    "whose",
    [
        {"root": "class"},
        {"submitted_directory": "class/submitted"},
        {"root": ".", "submitted_directory": "class/submitted"},
    ],
)
def test_it_is_on_a_server_where_the_settings_say_so_of_this_class(
    folder: ClassFolder, whose: dict[str, str]
) -> None:
    settings(folder, db_url=SERVER, **whose)
    assert db_url(folder) == SERVER
    assert not on_server(ClassFolder(folder.path.with_name("other")))


def test_settings_that_do_not_say_whose_server_it_is_are_refused(folder: ClassFolder) -> None:
    settings(folder, db_url=SERVER)
    with pytest.raises(ClassError, match=rf"add c\.CourseDirectory\.root = '{folder.path}'"):
        db_url(folder)


def test_a_class_with_a_file_and_a_server_is_refused(folder: ClassFolder) -> None:
    settings(folder, db_url=SERVER, root=str(folder.path))
    folder.path.mkdir()
    folder.gradebook.touch()
    with pytest.raises(ClassError, match="two gradebooks"):
        db_url(folder)


def test_nobody_is_told_a_password(folder: ClassFolder) -> None:
    settings(folder, db_url=SERVER, root="class")
    assert shown(folder) == "postgresql+psycopg://127.0.0.1:1/nlp"
    with pytest.raises(GradebookError, match=r"127\.0\.0\.1:1/nlp cannot be used") as raised:
        glance.exists(folder)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("mysql://h/nlp", "in mysql: expected SQLite or PostgreSQL"),
        ("postgresql+pg8000://h/nlp", r"needs a driver, pg8000: pip install 'psycopg\[binary\]'"),
    ],
)
def test_a_server_that_cannot_be_asked_is_told(
    folder: ClassFolder, address: str, told: str
) -> None:
    settings(folder, db_url=address, root="class")
    with pytest.raises(GradebookError, match=told), opened(folder, create=True):
        pass


def test_the_folder_of_a_class_is_that_of_nbgraders_settings(folder: ClassFolder) -> None:
    assert folder_of(CourseDirectory(config=folder.config())) == folder
