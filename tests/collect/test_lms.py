"""What Moodle and Canvas write into the names of files, and what Colab and others add to them."""

from datetime import datetime

import pytest

from grader.collect.lms import PATTERNS, Label, label, plain, system_of


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("Areum Kim_123_assignsubmission_file_", ("Moodle", "Areum Kim", "123")),
        ("김아름_123_assignsubmission_file_hw_1.ipynb", ("Moodle", "김아름", "123")),
        ("김_1_assignsubmission_onlinetext_", ("Moodle", "김", "1")),
        ("Participant_9_assignsubmission_file_", ("Moodle", "Participant", "9")),
        ("Default group_assignsubmission_file_", ("Moodle", "Default group")),
        ("kimareum_67_8901_hw.ipynb", ("Canvas", "kimareum", "67", 8901)),
        ("김아름_67_8901_hw-3.ipynb", ("Canvas", "김아름", "67", 8901)),
        ("kimareum_LATE_67_8901_hw_2_3.ipynb", ("Canvas", "kimareum", "67", 8901, True)),
        ("anon_x7Abc_8901_hw.ipynb", ("Canvas", "anon_x7Abc", "", 8901)),
        ("LATE_anon_x7Abc_8901_hw.ipynb", ("Canvas", "anon_x7Abc", "", 8901, True)),
        ("3반김아름_67_8901_hw.ipynb", ("Canvas", "3반김아름", "67", 8901)),
        ("20260001김아름_LATE_67_8901_hw.ipynb", ("Canvas", "20260001김아름", "67", 8901, True)),
        ("007bond_67_8901_hw.ipynb", ("Canvas", "007bond", "67", 8901)),
        ("kimareum_67_text.html", ("Canvas", "kimareum", "67")),
        ("kimareum_LATE_67_link.html", ("Canvas", "kimareum", "67", 0, True)),
        (
            "HW 1_areum_attempt_2026-03-02-17-55-12_hw.ipynb",
            ("Blackboard", "HW 1_areum", "", 0, False, datetime(2026, 3, 2, 17, 55, 12)),
        ),
        ("submission_987", ("Gradescope", "submission", "987")),
        ("Areum Kim - hw.ipynb", ("Google Classroom", "Areum Kim")),
        ("areum_20260001_01_tokenizer.ipynb", None),
        ("20260001_01_tokenizer.ipynb", None),
        ("HW_areum_attempt_2026-13-02-17-55-12_hw.ipynb", None),
        ("사본 - 김아름.ipynb", None),
        ("Untitled.ipynb", None),
    ],
)
def test_an_lms_is_known_by_its_manner(part: str, found: tuple | None) -> None:
    labels = {system: label(part, system) for system in PATTERNS}
    assert labels[system_of([part]) or "Moodle"] == (Label(*found) if found else None)


@pytest.mark.parametrize(
    ("parts", "system"),
    [
        (["kim_67_8901_a.ipynb", "lee_68_8902_Kim_1_assignsubmission_file_b.ipynb"], "Canvas"),
        (["lee_68_8902_Kim_1_assignsubmission_file_b.ipynb"], "Canvas"),
        (["김아름_1_assignsubmission_file_x_67_8901_a.ipynb"], "Moodle"),
        (["Kim - A_1_assignsubmission_file_", "Lee - B_2_assignsubmission_file_"], "Moodle"),
        (["HW_kim_attempt_2026-03-02-17-55-12.txt", "a.ipynb"], ""),
        (["Kim_1_assignsubmission_file_a.ipynb", "ann.ipynb", "bob.ipynb"], ""),
        ([], ""),
    ],
)
def test_an_archive_is_of_the_one_lms_that_named_most_of_it(parts: list[str], system: str) -> None:
    assert system_of(parts) == system


def test_blackboards_user_is_after_an_assignment_that_may_have_the_same_mark() -> None:
    found = label("01_tokenizer_kim_areum_attempt_2026-03-02-17-55-12_a.ipynb", "Blackboard")
    assert found
    assert found.names[:2] == ["areum", "kim_areum"]


@pytest.mark.parametrize(
    "name",
    [
        "hw.ipynb",
        "Copy of hw.ipynb",
        "Copy of Copy of hw.ipynb",
        "hw의 사본.ipynb",
        "hw의 사본의 사본 (2).ipynb",
        "사본 - hw.ipynb",
        "hw (1).ipynb",
        "hw - 복사본 (2).ipynb",
        "hw - Copy.ipynb",
        "hw copy 2.ipynb",
        "hw.ipynb의 사본",
        "hw.ipynb.txt",
        "hw.tar.gz",
    ],
)
def test_what_is_added_to_copies_is_no_part_of_a_name(name: str) -> None:
    assert plain(name) == "hw"
