"""The answer bank as files, and the class that is composed from it."""

from pathlib import Path

import pytest

from grader import bank, notebook, sample

ROOT = Path(__file__).resolve().parent.parent
NAMES = notebook.assignments(ROOT)


def answer_file(root: Path, name: str, text: str) -> Path:
    path = root / bank.FOLDER / "01_x" / "cut" / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_wrong_answer_carries_its_key(tmp_path):
    answer_file(tmp_path, "wrong_last", '"""Cuts the end off. [cut.last]"""\n\nx = 1\n')
    [answer] = bank.answers(tmp_path, "01_x")
    assert (answer.exercise, answer.key, answer.code) == ("cut", "cut.last", "x = 1")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("wrong_last", '"""No key."""\nx = 1\n'),
        ("right_other", '"""Right, and yet with a key. [cut.last]"""\nx = 1\n'),
        ("right_other", "x = 1\n"),
        ("maybe", '"""Neither."""\nx = 1\n'),
    ],
)
def test_an_answer_that_does_not_say_what_it_is_is_refused_with_its_path(tmp_path, name, text):
    path = answer_file(tmp_path, name, text)
    with pytest.raises(ValueError, match=path.name):
        bank.answers(tmp_path, "01_x")


@pytest.mark.parametrize("name", NAMES)
def test_a_third_of_the_wrong_answers_come_from_the_task_text_alone(name):
    wrong = [answer for answer in bank.answers(ROOT, name) if answer.key]
    blind = [answer for answer in wrong if answer.note.startswith("From the task text alone")]
    assert len(blind) >= len(wrong) / 3


def test_the_sample_class_leaves_a_class_that_is_there_alone(tmp_path):
    (tmp_path / "submitted" / "someone").mkdir(parents=True)
    with pytest.raises(FileExistsError, match="submitted"):
        sample.write_class(ROOT, tmp_path, NAMES)


def test_the_sample_class_has_twelve_students_who_hand_in_every_section(tmp_path):
    students = sample.write_class(ROOT, tmp_path, NAMES)
    written = {path.relative_to(tmp_path).parts[1:3] for path in tmp_path.rglob("*.ipynb")}
    assert written == {(student.name, name) for student in students for name in NAMES}
    assert len(students) == 12


def test_colab_saves_an_older_format_without_cell_ids_and_with_metadata_of_its_own(tmp_path):
    sample.write_class(ROOT, tmp_path, NAMES[:1])
    path = next((tmp_path / "submitted" / "shin-onyu").rglob("*.ipynb"))
    saved = notebook.read(path)
    assert saved.nbformat_minor == 0
    assert "colab" in saved.metadata
    assert not any("id" in cell for cell in saved.cells)
