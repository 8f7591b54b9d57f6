"""The folder of a class: where everything of it is, and what can have a name there."""

from pathlib import Path

import pytest

from grader.classroom.folder import ClassFolder, Ref
from grader.errors import ClassError
from tests.support.classes import NAME, ODD_NAMES, hand_in

OTHER = "02_other"
OF_ONE = ("submitted", "notebook", "timestamp", "graded", "feedback", "result", "fault")


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return ClassFolder(tmp_path)


def made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return path


@pytest.mark.parametrize("name", ODD_NAMES)
def test_what_is_one_students_lies_in_the_class_in_a_folder_of_their_name(name: str) -> None:
    folder, ref = ClassFolder(Path("/srv", name)), Ref(name, NAME)
    paths = [getattr(folder, of_one)(ref) for of_one in OF_ONE] + [folder.version(ref, "0a" * 32)]
    assert all(path.parts[:3] == ("/", "srv", name) for path in paths)
    assert all(path.parts[4] == name for path in paths)
    assert len({*paths}) == len(paths)


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "../../etc", "/", "a\0b"])
def test_a_name_that_would_lead_elsewhere_is_none(name: str) -> None:
    for names in ((name, NAME), ("ann", name)):
        with pytest.raises(ClassError, match="not the name of a folder"):
            Ref(*names)


def test_submissions_are_the_folders_of_these_assignments_sorted(folder: ClassFolder) -> None:
    for student in ("bob", "ann"):
        hand_in(folder, student, "")
        folder.submitted(Ref(student, OTHER)).mkdir()
        folder.submitted(Ref(student, "notes")).mkdir()
    made(folder.step("submitted") / "ann" / "03_file")
    everything = folder.submissions([OTHER, NAME, "03_file"])
    assert everything == [Ref(s, a) for s in ("ann", "bob") for a in (NAME, OTHER)]
    assert folder.submissions([NAME], frozenset({"bob", "eve"})) == [Ref("bob", NAME)]
    assert [path.name for path in folder.unknown([NAME, OTHER])] == ["notes", "notes"]


def test_pages_can_be_made_of_graded_notebooks_alone(folder: ClassFolder) -> None:
    for ref in (Ref("bob", NAME), Ref("ann", OTHER), Ref("ann", NAME)):
        made(folder.graded(ref))
    folder.graded(Ref("eve", NAME)).parent.mkdir(parents=True)
    assert folder.with_pages([NAME, OTHER]) == [
        Ref("ann", NAME),
        Ref("ann", OTHER),
        Ref("bob", NAME),
    ]
    assert folder.with_pages([NAME], frozenset({"bob"})) == [Ref("bob", NAME)]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_folders_of_any_name_are_found(tmp_path: Path, name: str) -> None:
    folder, ref = ClassFolder(tmp_path / name), Ref(name, name)
    folder.submitted(ref).mkdir(parents=True)
    made(folder.graded(ref))
    made(folder.fault(ref))
    found = (folder.submissions([name]), folder.with_pages([name]), folder.faulty())
    assert found == ([ref], [ref], [ref])


def test_a_class_without_anything_in_it_has_nothing(folder: ClassFolder) -> None:
    assert folder.submissions([NAME]) == folder.with_pages([NAME]) == folder.faulty() == []


def test_settings_beside_the_class_count_and_its_folders_stay_its_own(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text(
        "c = get_config()\n"
        "c.Grader.memory = 8192\n"
        "c.CourseDirectory.submitted_directory = 'elsewhere'\n"
    )
    config = ClassFolder(tmp_path / "a?b#c%20d").config()
    assert config.Grader.memory == 8192
    assert config.CourseDirectory.submitted_directory == "submitted"
    assert config.CourseDirectory.root == str(tmp_path / "a?b#c%20d")
