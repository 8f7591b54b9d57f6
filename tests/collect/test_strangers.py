"""Whoever is not on the roster takes nobody's place, however much of a name they share."""

import pytest

from grader.collect import collect
from tests.collect.test_collect import (
    MOODLE,
    TOKENIZER,
    answered,
    decide,
    submission,
    with_roster,
    zipped,
)
from tests.collect.test_collect import released as released

ROSTER = """id,name,email,canvas_id,moodle_id
20260001,Minsu Kim,kim@school.example,3101,
park,Jihun Park,jhpark@school.example,3103,20260003
li-na,Li Na,lina@school.example,3104,20260004
20260002,이다솜,dasom@school.example,,
"""
KIM, OTHER_KIM = (MOODLE.format("Minsu Kim", number, "hw.ipynb") for number in (601, 602))


@pytest.fixture
def folder(tmp_path):
    return with_roster(tmp_path / "class", ROSTER)


def collected(root, folder, tmp_path, released, names, archive="all.zip"):
    """Who each file went to, and what is asked: the note of a file and its guess."""
    members = {name: answered(released[TOKENIZER], name) for name in names}
    found = collect(root, folder, [zipped(tmp_path / archive, members)])
    who = {f.file.partition("/")[2]: f.student for f in found.files}
    return who, {line.whose: (line.why, line.guess) for line in found.unmatched}


# --- part of a name ---


@pytest.mark.parametrize(
    ("stranger", "guess"),
    [
        (MOODLE.format("Soyeon Kim", 601, "hw.ipynb"), "20260001"),
        (MOODLE.format("Jihoon Park", 601, "hw.ipynb"), "park"),
        (MOODLE.format("Park Soyeon 2", 601, "hw.ipynb"), "park"),
        (MOODLE.format("Study group Park", 20260003, "hw.ipynb"), "park"),
        (MOODLE.format("Team-Park", 601, "hw.ipynb"), "park"),
        (MOODLE.format("Group Li Na and friends", 20260004, "hw.ipynb"), "li-na"),
        (MOODLE.format("Jean-Li Na", 601, "hw.ipynb"), "li-na"),
        ("Soyeon Park - hw.ipynb", "park"),
        ("Park Jihoon - hw_park.ipynb", "park"),
        ("soyeon_park.ipynb", "park"),
        ("park_jihoon/hw.ipynb", "park"),
        ("homework/dasom choi 1.ipynb", "20260002"),
    ],
)
def test_an_id_or_mailbox_in_a_strangers_name_is_a_guess_alone(
    root, folder, tmp_path, released, stranger, guess
):
    who, asked = collected(root, folder, tmp_path, released, [stranger])
    assert [*who.values()] == [""]
    assert [*asked.values()] == [("nobody on the roster fits", guess)]


@pytest.mark.parametrize(
    ("name", "student"),
    [
        ("park_hw1.ipynb", "park"),
        ("01_tokenizer_park_v2_final.ipynb", "park"),
        ("과제1_dasom.ipynb", "20260002"),
        ("week 1/park/Untitled.ipynb", "park"),
        ("jihun park park.ipynb", "park"),
        (MOODLE.format("park", 601, "hw.ipynb"), "park"),
        (MOODLE.format("Li Na (li-na)", 601, "hw.ipynb"), "li-na"),
        (MOODLE.format("이다솜 2", 601, "hw.ipynb"), "20260002"),
        (MOODLE.format("Team 1-Jihun Park", 601, "hw.ipynb"), "park"),
        (MOODLE.format("2조-이다솜", 601, "hw.ipynb"), "20260002"),
    ],
)
def test_an_id_or_mailbox_counts_where_the_rest_is_nobodys_name(
    root, folder, tmp_path, released, name, student
):
    who, _ = collected(root, folder, tmp_path, released, [name])
    assert [*who.values()] == [student]


def test_a_strangers_file_leaves_the_students_own_where_it_is(root, folder, tmp_path, released):
    stranger = MOODLE.format("Soyeon Kim", 602, "hw.ipynb")
    who, _ = collected(root, folder, tmp_path, released, [KIM, stranger])
    assert who == {KIM: "20260001", stranger: ""}
    assert submission(folder, "20260001") == answered(released[TOKENIZER], KIM)


# --- all of a name ---


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        ([KIM, OTHER_KIM], "601 and 602"),
        ([KIM, MOODLE.format("Kim Minsu", 77, "")[:-1] + "_onlinetext.html"], "601 and 77"),
        (["이다솜_41_8001_a.ipynb", "이다솜_42_8002_a.ipynb"], "41 and 42"),
    ],
)
def test_two_of_one_name_of_whom_the_roster_has_one_are_for_a_person(
    root, folder, tmp_path, released, names, numbers
):
    who, asked = collected(root, folder, tmp_path, released, names)
    assert {*who.values()} == {""}
    assert asked
    for why, guess in asked.values():
        assert f"has this name for {numbers}" in why
        assert guess in ("20260001", "20260002")


def test_who_of_two_of_one_name_is_the_student_a_person_says(root, folder, tmp_path, released):
    collected(root, folder, tmp_path, released, [KIM, OTHER_KIM])
    decide(folder, "Moodle: Minsu Kim 601", "-")
    decide(folder, "Moodle: Minsu Kim 602", "20260001")
    who, asked = collected(root, folder, tmp_path, released, [KIM, OTHER_KIM])
    assert who == {KIM: "", OTHER_KIM: "20260001"}
    assert not asked


@pytest.mark.parametrize(
    "known", ["moodle_id\n20260001,Minsu Kim,602", "email\n20260001,Minsu Kim,kim@school.example"]
)
def test_a_number_or_the_worksheet_says_who_of_two_of_one_name_is_the_student(
    root, folder, tmp_path, released, known
):
    folder.roster.write_text(f"id,name,{known}\n")
    sheet = tmp_path / "grades.csv"
    header = "Identifier,Full name,Email address,Last modified (submission)"
    row = 'Participant 602,Minsu Kim,kim@school.example,"1 March 2026, 9:05 PM"'
    sheet.write_text(f"{header}\n{row}\n")
    members = {name: answered(released[TOKENIZER], name) for name in (KIM, OTHER_KIM)}
    found = collect(root, folder, [zipped(tmp_path / "all.zip", members), sheet])
    assert {f.file.partition("/")[2]: f.student for f in found.files} == {
        KIM: "",
        OTHER_KIM: "20260001",
    }
