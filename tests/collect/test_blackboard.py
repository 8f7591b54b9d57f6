"""Whose a file of Blackboard's is: the assignment and the user name may both have a `_`."""

import pytest

from grader.collect import collect
from tests.collect.test_collect import TOKENIZER, answered, with_roster, zipped
from tests.collect.test_collect import released as released

ROSTER = """id,name,email
kim-areum,김아름,areum@school.example
areum,Areum Choi,areumchoi@school.example
kim_areum,Areum Kim,kim_areum@school.example
park,Minsu Park,minsu@school.example
m_park,Mina Park,m_park@school.example
final_park,Fina Park,fp@school.example
dasom,이다솜,dasom@school.example
"""


@pytest.fixture
def folder(tmp_path):
    return with_roster(tmp_path / "class", ROSTER)


def asked(root, folder, tmp_path, released, users):
    """Who each user was taken for, and whom a person is asked about."""
    members = {
        f"{user}_attempt_2026-03-02-17-{n}-12_hw.ipynb": answered(released[TOKENIZER], user)
        for n, user in enumerate(users, 10)
    }
    found = collect(root, folder, [zipped(tmp_path / "gradebook.zip", members)])
    who = {f.file.partition("/")[2].partition("_attempt")[0]: f.student for f in found.files}
    return who, {line.whose.partition(": ")[2]: line.guess for line in found.unmatched}


@pytest.mark.parametrize("title", ["HW 1", "01_tokenizer", "Project_Alpha_of_2026"])
def test_a_user_is_all_that_follows_what_every_name_of_the_archive_begins_with(
    root, folder, tmp_path, released, title
):
    users = ("kim_areum", "m_park", "dasom", "park")
    who, open_lines = asked(root, folder, tmp_path, released, [f"{title}_{u}" for u in users])
    assert who == {f"{title}_{user}": user for user in users}
    assert not open_lines


@pytest.mark.parametrize("others", [(), ("dasom",), ("dasom", "park")])
@pytest.mark.parametrize("stranger", ["j_park", "Team park", "park_2", "kim_j_park"])
def test_a_user_who_is_not_on_the_roster_is_not_whom_the_last_part_is_of(
    root, folder, tmp_path, released, stranger, others
):
    users = [f"HW 1_{user}" for user in (stranger, *others)]
    who, open_lines = asked(root, folder, tmp_path, released, users)
    assert who == {f"HW 1_{stranger}": "", **{f"HW 1_{user}": user for user in others}}
    assert [*open_lines] == [f"HW 1_{stranger}"]


@pytest.mark.parametrize(
    ("user", "student"),
    [
        ("01_tokenizer_dasom", "dasom"),
        ("HW 1_kim_areum", "kim_areum"),
        ("HW_1_M_Park", "m_park"),
        ("Lab 2_park", "park"),
    ],
)
def test_one_user_alone_is_known_where_usual_words_are_in_front(
    root, folder, tmp_path, released, user, student
):
    who, _ = asked(root, folder, tmp_path, released, [user])
    assert who == {user: student}


@pytest.mark.parametrize(
    ("user", "guess"),
    [("HW 1_areum", "areum or kim-areum"), ("HW 1_final_park", "final_park or park")],
)
def test_a_user_name_that_may_be_two_students_is_for_a_person(
    root, folder, tmp_path, released, user, guess
):
    who, open_lines = asked(root, folder, tmp_path, released, [user])
    assert (who[user], open_lines[user]) == ("", guess)
