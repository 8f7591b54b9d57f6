"""What Moodle and Canvas write into the names of files, and what Colab and others add to them."""

import pytest

from grader.collect.lms import Label, label, plain


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("a.zip/Areum Kim_123_assignsubmission_file_/hw.ipynb", ("Moodle", "Areum Kim", "123")),
        ("a.zip/Areum Kim_123_assignsubmission_file/x/hw.ipynb", ("Moodle", "Areum Kim", "123")),
        ("a.zip/김아름_123_assignsubmission_file_hw_1.ipynb", ("Moodle", "김아름", "123")),
        ("a/b/김_1_assignsubmission_onlinetext_/onlinetext.html", ("Moodle", "김", "1")),
        ("a.zip/Participant_9_assignsubmission_file_/h.ipynb", ("Moodle", "Participant", "9")),
        ("a.zip/Default group_assignsubmission_file_/h.ipynb", ("Moodle", "Default group")),
        ("c.zip/kimareum_67_8901_hw.ipynb", ("Canvas", "kimareum", "67", 8901)),
        ("c.zip/김아름_67_8901_hw-3.ipynb", ("Canvas", "김아름", "67", 8901)),
        ("c.zip/kimareum_LATE_67_8901_hw_2_3.ipynb", ("Canvas", "kimareum", "67", 8901, True)),
        ("c.zip/kimareum_67_8901_hw.zip/hw.ipynb", ("Canvas", "kimareum", "67", 8901)),
        ("c.zip/anon_x7Abc_8901_hw.ipynb", ("Canvas", "anon_x7Abc", "", 8901)),
        ("c.zip/LATE_anon_x7Abc_8901_hw.ipynb", ("Canvas", "anon_x7Abc", "", 8901, True)),
        ("submissions_2026_1234_x.zip/hw.ipynb", None),
        ("mail/areum_20260001_01_tokenizer.ipynb", None),
        ("mail/20260001_01_tokenizer.ipynb", None),
        ("mail/Untitled.ipynb", None),
    ],
)
def test_an_lms_is_known_by_its_manner(file: str, found: tuple | None) -> None:
    assert label(file) == (Label(*found) if found else None)


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
