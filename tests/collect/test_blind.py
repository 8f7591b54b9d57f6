"""With blind marking a participant's number says nothing of a student, not even for a guess."""

import pytest

from grader.collect import collect
from tests.collect.test_collect import MOODLE, TOKENIZER, answered, with_roster, zipped
from tests.collect.test_collect import released as released

ROSTER = """id,name,email,moodle_id
kim-areum,김아름,areum@school.example,20260001
lee-dasom,이다솜,dasom@school.example,20260002
li-na,Li Na,lina@school.example,Participant 7001
"""


@pytest.fixture
def folder(tmp_path):
    return with_roster(tmp_path / "class", ROSTER)


@pytest.mark.parametrize(
    ("word", "numbers"),
    [
        ("Participant", [20260001]),
        ("참가자", [20260002]),
        ("Participante", [20260001]),
        ("Teilnehmerin", [20260001]),
        ("Team A-Participant", [20260001]),
        ("2조-참여자", [20260002]),
        ("Osallistuja", [20260001, 20260002]),  # a language that is not listed
        ("Thành viên", [20260001, 9]),
        ("in", [20260001, 20260002]),
    ],
)
def test_a_participants_number_is_not_offered_as_an_id_number(
    root, folder, tmp_path, released, word, numbers
):
    members = {
        MOODLE.format(word, number, "hw.ipynb"): answered(released[TOKENIZER], str(number))
        for number in numbers
    }
    found = collect(root, folder, [zipped(tmp_path / "all.zip", members)])
    assert {f.outcome for f in found.files} == {"unmatched"}
    assert [line.guess for line in found.unmatched] == [""] * len(numbers)


@pytest.mark.parametrize("word", ["Participant", "Team A-Participant", "참가자", "Participante"])
def test_a_participant_that_the_roster_names_is_that_student(
    root, folder, tmp_path, released, word
):
    members = {MOODLE.format(word, 7001, "hw.ipynb"): released[TOKENIZER]}
    [found] = collect(root, folder, [zipped(tmp_path / "all.zip", members)]).files
    assert (found.outcome, found.student) == ("placed", "li-na")
