"""A group's one file goes to none of its members, however much its name is like theirs."""

import pytest

from grader.collect import collect
from tests.collect.test_collect import MOODLE, TOKENIZER, decide, with_roster, zipped
from tests.collect.test_collect import released as released

ROSTER = """id,name,email,canvas_id,moodle_id
20260001,Minsu Kim,kim@school.example,3101,
20260002,Hana Lee,hana@school.example,3102,9002
li-na,Lí Na,lina@school.example,3104,
20260005,김아름,areum@school.example,3105,
"""


@pytest.fixture
def folder(tmp_path):
    return with_roster(tmp_path / "class", ROSTER)


@pytest.mark.parametrize(
    ("group", "guess"),
    [
        ("finalists_3104_80001_hw.ipynb", "li-na"),
        ("alina_3104_80001_hw.ipynb", "li-na"),
        ("hanasquad_3102_80001_hw.ipynb", "20260002"),
        ("leehanaandfriends_LATE_3102_80001_hw.ipynb", "20260002"),
        ("team20260001_3101_80001_hw.ipynb", "20260001"),
        ("3조김아름_3105_80001_hw.ipynb", "20260005"),
        ("김아름팀_3105_80001_hw.ipynb", "20260005"),
        (MOODLE.format("Team Hana", 603, "hw.ipynb"), "20260002"),
        (MOODLE.format("Hana Lee and Minsu Kim", 9002, "hw.ipynb"), "20260002"),
        (MOODLE.format("김아름 팀", 603, "hw.ipynb"), "20260005"),
    ],
)
def test_a_group_that_has_a_members_name_in_its_own_waits_with_the_guess(
    root, folder, tmp_path, released, group, guess
):
    archive = zipped(tmp_path / "all.zip", {group: released[TOKENIZER]})
    collected = collect(root, folder, [archive])
    assert [f.outcome for f in collected.files] == ["unmatched"]
    assert [line.guess for line in collected.unmatched] == [guess]

    decide(folder, "", "li-na;20260001")
    assert [f.student for f in collect(root, folder, [archive]).of("placed")] == [
        "20260001",
        "li-na",
    ]


@pytest.mark.parametrize(
    ("label", "student"),
    [
        ("kimminsu_3101_80001_hw.ipynb", "20260001"),
        ("kim_3101_80001_hw.ipynb", "20260001"),
        ("2kimminsuj_LATE_3101_80001_hw.ipynb", "20260001"),
        ("nali_3104_80001_hw.ipynb", "li-na"),
        ("20260002_3102_80001_hw.ipynb", "20260002"),
        ("3반김아름_3105_80001_hw.ipynb", "20260005"),
    ],
)
def test_the_whole_name_beside_the_number_is_the_students(
    root, folder, tmp_path, released, label, student
):
    archive = zipped(tmp_path / "c.zip", {label: released[TOKENIZER]})
    [found] = collect(root, folder, [archive]).files
    assert found.student == student
