"""A written answer finds its place again, whatever became of its cell."""

import json

import pytest

from grader.course import bank, build
from grader.notebooks import notebook
from grader.repair import Repaired, repair
from nlplab.messages import say
from tests.support import notebooks

NAME = "01_cut"
ANSWER = "공백에서 자르기 때문이다.\n\ndef cut(text) 같은 줄이 있어도 글이다."
CODE = "def cut(text):\n    return text.split()"


@pytest.fixture(scope="module")
def releases(tmp_path_factory) -> dict[str, notebook.NotebookNode]:
    root = tmp_path_factory.mktemp("course")
    lesson = notebooks.lesson(notebooks.written(), notebooks.text("끝입니다.", "This is the end."))
    notebooks.save(root, NAME, lesson)
    return {lang: build.student_release(root, lang, NAME) for lang in ("ko", "en")}


@pytest.fixture
def answered(releases) -> dict:
    nb = bank.compose(releases["ko"], {"cut": CODE, "defend": ANSWER})
    return json.loads(json.dumps(nb))


def cell(nb: dict) -> dict:
    found = [c for c in nb["cells"] if "defend" in json.dumps(c["metadata"])]
    return found[0]


def repaired(nb: dict, releases: dict) -> tuple[str, set[str]]:
    """What stands at the answer then, and what was told."""
    done: Repaired = repair(json.dumps(nb).encode(), releases)
    assert len(done.readings) == 1
    there = cell(json.loads(done.readings[0].notebook))
    assert there["cell_type"] == "markdown"
    return there["source"], {each.key.removeprefix("repair.") for each in done.repairs}


def own(text: str, kind: str = "markdown") -> dict:
    empty = {"outputs": [], "execution_count": None} if kind == "code" else {}
    return {"cell_type": kind, "id": f"own-{kind}", "metadata": {}, "source": text} | empty


def as_code(cell: dict) -> None:
    cell.update({"cell_type": "code", "outputs": [], "execution_count": None})


def test_an_answer_that_is_whole_stays_as_it_is(answered, releases):
    assert repaired(answered, releases) == (ANSWER, set())


def test_it_is_found_without_its_metadata(answered, releases):
    cell(answered)["metadata"] = {}
    assert repaired(answered, releases) == (ANSWER, {"labels_lost"})


@pytest.mark.parametrize("kind", ["markdown", "code", "raw"])
def test_it_is_found_by_where_it_stands_without_metadata_and_id(answered, releases, kind):
    place = answered["cells"].index(cell(answered))
    answered["cells"][place] = own("공백에서 자르기 때문이다.", kind)
    assert repaired(answered, releases)[0] == "공백에서 자르기 때문이다."


def test_it_is_a_text_again_where_it_was_made_code(answered, releases):
    as_code(cell(answered))
    assert repaired(answered, releases) == (ANSWER, {"retyped"})


def test_it_is_moved_back(answered, releases):
    moved = cell(answered)
    answered["cells"].remove(moved)
    answered["cells"].insert(1, moved)
    assert repaired(answered, releases) == (ANSWER, {"moved"})


def test_an_untouched_copy_beside_it_is_left_out(answered, releases):
    copied = cell(answered) | {"id": "copy", "source": say("written.placeholder", lang="ko")}
    answered["cells"].append(json.loads(json.dumps(copied)))
    assert repaired(answered, releases)[0] == ANSWER


def test_of_two_answers_the_other_stays_to_be_read(answered, releases):
    copied = cell(answered) | {"id": "copy", "source": "다른 답."}
    answered["cells"].append(json.loads(json.dumps(copied)))
    done = repair(json.dumps(answered).encode(), releases)
    assert [each.key for each in done.repairs] == ["repair.two_answers"]
    for reading in done.readings:
        texts = [c["source"] for c in json.loads(reading.notebook)["cells"]]
        assert {ANSWER, "다른 답."} <= set(texts)


@pytest.mark.parametrize("below", [0, 1])
def test_a_text_of_ones_own_beside_an_untouched_answer_is_the_answer(answered, releases, below):
    cell(answered)["source"] = say("written.placeholder", lang="en")
    place = answered["cells"].index(cell(answered))
    answered["cells"].insert(place + below, own("내 답이다."))
    assert repaired(answered, releases) == ("내 답이다.", set())


def test_code_of_ones_own_beside_an_untouched_answer_is_none(answered, releases):
    blank = say("written.placeholder", lang="ko")
    cell(answered)["source"] = blank
    place = answered["cells"].index(cell(answered))
    answered["cells"].insert(place + 1, own("print(cut('a b'))", "code"))
    assert repaired(answered, releases)[0] == blank


def test_one_that_was_deleted_is_as_it_was_released(answered, releases):
    answered["cells"].remove(cell(answered))
    blank = say("written.placeholder", lang="ko")
    assert repaired(answered, releases) == (blank, {"answer_missing"})


def test_points_that_were_raised_are_told(answered, releases):
    cell(answered)["metadata"]["nbgrader"]["points"] = 20
    assert repaired(answered, releases)[1] == {"test_points"}
