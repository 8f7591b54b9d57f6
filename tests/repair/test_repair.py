"""A damaged notebook becomes one that grades, and says what was put right."""

import json
import random

import pytest

from grader.course import bank, build
from grader.errors import NotThisAssignmentError, SubmissionError, TooManyReadingsError
from grader.kernel.client import Kernel
from grader.kernel.launcher import ForkServer
from grader.limits import Limits
from grader.notebooks import files, notebook
from grader.outcome import described
from grader.repair import Repaired, repair
from tests.support import damage, notebooks

NAME = "01_cut"
JOIN = '''
def join(words: list[str]) -> str:
    """The words as a text."""
    ### BEGIN SOLUTION
    return " ".join(words)
    ### END SOLUTION
'''
JOIN_TEST = 'from nlplab import check\n\ncheck.equal(join(["a", "b"]), "a b")'
ANSWERS = {
    "cut": 'def cut(text: str) -> list[str]:\n    """낱말."""\n    return text.split()',
    "join": 'def join(words):\n    return " ".join(words)',
}
HEAD = 'def cut(text: str) -> list[str]:\n    """The words of a text."""\n'
STUB = f"{HEAD}    words = FIXME\n    return words"
OTHER = 'def cut(text: str) -> list[str]:\n    """낱말."""\n    return list(text)'


@pytest.fixture(scope="module")
def releases(tmp_path_factory) -> dict[str, notebook.NotebookNode]:
    root = tmp_path_factory.mktemp("course")
    join = [
        *notebooks.header(number="1.2"),
        notebooks.solution("join", JOIN),
        notebooks.graded("join-1", JOIN_TEST),
    ]
    lesson = notebooks.lesson(
        notebooks.code("greeting = 'hello, hello, hello'"),
        join,
        notebooks.read_only("plot", "print(cut(greeting), 'as a picture')"),
        notebooks.text("끝까지 왔습니다.", "This is the end."),
    )
    notebooks.save(root, NAME, lesson)
    return {lang: build.student_release(root, lang, NAME) for lang in ("ko", "en")}


@pytest.fixture
def answered(releases) -> damage.Notebook:
    return json.loads(json.dumps(bank.compose(releases["ko"], ANSWERS)))


@pytest.fixture
def mend(releases):
    def of(nb: damage.Notebook | bytes) -> Repaired:
        return repair(nb if isinstance(nb, bytes) else json.dumps(nb).encode(), releases)

    return of


@pytest.fixture
def harm(releases, answered):
    """The answered notebook after these damages to the first exercise."""
    where = damage.Where("cut", releases["ko"], releases["en"], OTHER)

    def by(*names: str) -> bytes:
        return damage.damaged(answered, where, *names)

    return by


def cells(repaired: Repaired, reading: int = 0) -> list[damage.Cell]:
    return json.loads(repaired.readings[reading].notebook)["cells"]


def sources(repaired: Repaired, reading: int = 0) -> dict[str, str]:
    found = cells(repaired, reading)
    return {c["metadata"].get("nbgrader", {}).get("grade_id", c["id"]): c["source"] for c in found}


def keys(repaired: Repaired) -> set[str]:
    return {each.key.removeprefix("repair.") for each in repaired.repairs}


# --- what is whole stays as it is ---


def test_a_whole_notebook_stays_as_it_is(mend, answered):
    repaired = mend(answered)
    assert json.loads(repaired.readings[0].notebook) == answered
    assert (len(repaired.readings), repaired.repairs) == (1, ())


def test_code_of_the_students_own_stays_where_it_stood(mend, answered):
    helper = {"cell_type": "code", "id": "mine", "metadata": {}, "source": "def helper(): ..."}
    trial = helper | {"id": "trial", "source": "def cut(text): return 'an experiment'"}
    here = damage.at(answered, "cut")
    answered["cells"].insert(here, helper)
    answered["cells"].append(trial)
    repaired = mend(answered)
    written = [cell["source"] for cell in cells(repaired)]
    assert written == [cell["source"] for cell in answered["cells"]]
    assert (len(repaired.readings), repaired.repairs) == (1, ())


def test_a_note_keeps_its_picture(mend, answered):
    bundle = {"a.png": {"image/png": "iVBORw0KGgo="}}
    note = {"cell_type": "markdown", "id": "n", "metadata": {}, "source": "![](attachment:a.png)"}
    answered["cells"].insert(3, note | {"attachments": bundle})
    assert cells(mend(answered))[3]["attachments"] == bundle


# --- one test for each damage: the answers are there, and what was done is told ---

TOLD = {
    "no_break_spaces": {"characters"},
    "zero_width_spaces": {"characters"},
    "curly_quotes": {"characters"},
    "test_edited_to_pass": {"test_edited"},
    "test_extended": {"test_edited"},
    "tests_emptied": {"test_edited"},
    "tests_turned_into_text": {"test_edited"},
    "tests_flipped_to_solutions": {"test_marks"},
    "answer_flipped_to_a_test": {"test_marks"},
    "points_changed": {"test_points"},
    "points_removed": {"test_points"},
    "marks_of_a_wrong_kind": {"test_points", "test_marks"},
    "schema_version_of_the_past": {"test_schema"},
    "schema_version_forged": {"test_schema"},
    "tagged_to_be_skipped": {"test_tags"},
    "labels_exchanged_among_tests": {"moved", "test_edited"},
    "copied": {"copies"},
    "copied_before_it_was_answered": {"copies"},
    "untouched_copy_below": {"copies"},
    "everything_copied": {"copies"},
    "copied_with_another_answer": {"two_answers"},
    "split_in_the_middle": {"split"},
    "split_below_its_first_line": {"split"},
    "split_above_its_last_line": {"split"},
    "merged_with_its_test": {"merged"},
    "merged_with_its_tests_without_a_label": {"merged"},
    "merged_with_the_text_above": {"merged"},
    "merged_with_another_answer": {"merged"},
    "answer_moved_to_the_end": {"moved"},
    "answer_moved_to_the_front": {"moved"},
    "tests_moved_to_the_front": {"moved"},
    "answers_exchanged": {"moved"},
    "everything_reversed": {"moved"},
    "answer_deleted": {"answer_missing"},
    "tests_deleted": {"test_missing"},
    "all_tests_deleted": {"test_missing"},
    "given_code_deleted": {"given_missing"},
    "answer_turned_into_text": {"retyped"},
    "answer_turned_into_a_raw_cell_without_a_label": {"labels_lost", "retyped"},
    "grade_ids_lost": {"labels_lost"},
    "metadata_of_the_exercise_lost": {"labels_lost"},
    "every_other_cells_metadata_lost": {"labels_lost"},
    "all_metadata_lost": {"labels_lost"},
    "all_metadata_and_ids_lost": {"labels_lost"},
    "format_3": {"format"},
    "saved_as_utf_16": {"file_encoding"},
    "old_tail_behind_the_json": {"file_outside"},
    "nuls_behind_the_json": {"file_outside"},
    "conflict_around_counts": {"file_conflict"},
    "conflict_around_the_same_answers": {"file_conflict"},
    "conflict_with_another_answer": {"file_conflict"},
    "control_characters_in_an_output": {"file_characters"},
    "line_ends_not_escaped": {"file_characters"},
    "saved_as_cp949": {"file_encoding"},
    "last_lines_missing": {"file_cut"},
    "comments_and_stray_commas": {"file_syntax"},
    "lines_without_their_ends": {"file_line_ends"},
    "nothing_among_the_cells": {"file_nulls"},
    "format_as_text": {"file_format"},
    "quotes_not_escaped_in_an_output": {"file_characters"},
    "middle_of_a_conflict_left": {"file_conflict"},
    "cited_in_a_mail": {"file_mail"},
    "saved_as_quoted_printable": {"file_mail"},
    "nuls_before_the_json": {"file_outside"},
    "first_line_missing": {"file_start"},
    "in_a_list": {"file_wrapped"},
    "as_the_server_answers": {"file_wrapped"},
    "json_within_a_string": {"file_wrapped"},
}


CUT = ANSWERS["cut"]
# Where the answer is not as it was written, since this is no harm to it.
WRITTEN = {
    "pip_in_the_answer": f"!pip install -q tokenizers\n{CUT}",
    "form_comments": f"#@title Cell 3\n{CUT}",
    "output_captured": f"%%capture\n{CUT}",
    "spaces_at_line_ends": CUT.replace("\n", "  \n") + "  ",
    "answer_deleted": STUB,
}


@pytest.mark.parametrize("name", damage.ALL)
def test_after_this_damage_the_answers_are_in_their_places_and_it_is_told(mend, harm, name):
    repaired = mend(harm(name))
    found = sources(repaired)
    assert keys(repaired) == TOLD.get(name, set())
    assert found["cut"] == WRITTEN.get(name, CUT)
    places = ["cut", "cut-1", "join", "join-1"]
    assert [place for place in found if place in places] == places


def test_a_deleted_answer_is_not_attempted(mend, harm):
    repaired = mend(harm("answer_deleted"))
    assert "words = FIXME" in sources(repaired)["cut"]
    assert "missing-cut" in [cell["id"] for cell in cells(repaired)]


def test_tests_behind_the_end_of_a_cut_file_were_not_taken_away(mend, harm):
    data = harm("last_lines_missing")
    repaired = mend(data[: data.rindex(b"join-1")])
    assert [each.key for each in repaired.repairs if each.tampering] == []
    assert "file_cut" in keys(repaired)


def test_tampering_is_told_apart_from_mishaps(mend, harm):
    changed = mend(harm("points_changed", "answer_moved_to_the_end")).repairs
    assert {each.key: each.tampering for each in changed} == {
        "repair.test_points": True,
        "repair.moved": False,
    }


def test_a_test_of_an_earlier_release_was_not_edited_by_its_student(releases, mend, answered):
    newer = json.loads(json.dumps(releases))
    for release in newer.values():
        test = next(c for c in release["cells"] if damage.marks(c).get("grade_id") == "cut-1")
        test["source"] += "\ncheck.equal(cut(''), [])"
        damage.marks(test)["points"] = 5
    newer = {lang: files.from_json(nb) for lang, nb in newer.items()}
    repaired = repair(json.dumps(answered).encode(), newer)
    assert repaired.repairs == ()
    assert "cut('')" in sources(repaired)["cut-1"]


# --- where there is a choice ---


def test_of_two_different_answers_none_is_chosen(mend, harm):
    repaired = mend(harm("copied_with_another_answer"))
    assert [sources(repaired, n)["cut"] for n in (0, 1)] == [ANSWERS["cut"], OTHER]
    assert "return list(text)" in described(repaired.readings[1].description, "en")
    run = [[c["source"] for c in cells(repaired, n) if c["cell_type"] == "code"] for n in (0, 1)]
    assert OTHER not in run[0]
    assert ANSWERS["cut"] not in run[1]


def test_an_answer_beside_the_untouched_cell_is_the_answer(mend, answered):
    here = damage.at(answered, "cut")
    own = {"cell_type": "code", "id": "mine", "metadata": {}, "source": OTHER}
    answered["cells"][here]["source"] = "def cut(text):\n    raise NotImplementedError"
    stub = damage.copy.deepcopy(answered)
    answered["cells"].append(own)
    assert sources(mend(stub))["cut"] != OTHER


def test_an_answer_above_what_was_released_in_one_cell_is_read_with_it_and_without(
    mend, answered, releases
):
    stub = notebook.cells_by_grade_id(releases["ko"])["cut"].source
    answered["cells"][damage.at(answered, "cut")]["source"] += f"\n\n\n{stub}"
    repaired = mend(answered)
    found = [sources(repaired, n)["cut"] for n in range(len(repaired.readings))]
    assert found == [f"{ANSWERS['cut']}\n\n\n{stub}", ANSWERS["cut"]]


@pytest.mark.parametrize(
    ("above", "kinds"), [("from re import split", ["raw", "code"]), ("Take care.", ["raw"])]
)
def test_python_in_a_raw_cell_above_an_answer_may_be_its_beginning(mend, answered, above, kinds):
    here = damage.at(answered, "cut")
    raw = {"cell_type": "raw", "id": "mine", "metadata": {}, "source": above}
    answered["cells"].insert(here, raw)
    readings = [cells(mend(answered), n) for n in range(len(mend(answered).readings))]
    found = [c["cell_type"] for nb in readings for c in nb if c["source"] == above]
    assert found == kinds


def test_answers_that_differ_in_their_indentation_alone_are_different(mend, answered):
    here = damage.at(answered, "cut")
    loop = "def cut(text):\n    for word in text:\n        last = word\n        return last"
    answered["cells"][here]["source"] = loop
    outside = loop.replace("        return", "    return")
    answered["cells"].append(damage.other_copy(answered["cells"][here], outside))
    assert len(mend(answered).readings) == 2


def test_an_answer_moved_above_another_that_uses_it_is_read_in_both_orders(mend, answered):
    join = answered["cells"].pop(damage.at(answered, "join"))
    here = damage.at(answered, "cut")
    answered["cells"].insert(here, join)
    assert len(mend(answered).readings) == 1
    answered["cells"][here + 1]["source"] = "def cut(text):\n    return join(text).split()"
    repaired = mend(answered)
    orders = [[n for n in sources(repaired, r) if n in ("cut", "join")] for r in (0, 1)]
    assert orders == [["cut", "join"], ["join", "cut"]]


def test_more_answers_than_anybody_reads_are_refused(mend, answered):
    here = damage.at(answered, "cut")
    for number in range(7):
        other = f"def cut(text):\n    return [{number}]"
        answered["cells"].append(damage.other_copy(answered["cells"][here], other))
    with pytest.raises(TooManyReadingsError, match="read in 8 ways"):
        mend(answered)


def test_an_end_without_a_beginning_is_read_in_two_ways(mend, answered):
    here = damage.at(answered, "cut")
    whole = answered["cells"][here]["source"]
    answered["cells"][here]["source"] = whole.rpartition("\n")[0]
    end = {"cell_type": "code", "id": "e", "metadata": {}, "source": whole.rpartition("\n")[2]}
    answered["cells"].insert(0, end)
    repaired = mend(answered)
    assert len(repaired.readings) == 2
    assert sources(repaired, 1)["cut"] == whole


# --- what must not be made better or worse ---


@pytest.mark.parametrize(
    "source",
    [
        "text = 'a\u00a0b\u200b'\ndef cut(text):\n    return text.split('\u00a0')",
        "def cut(text):\n    return text.strip(“‘)",
        "def cut(text)\n    return text",
        "def cut(text):\n    return '\u1112\u1161\u11ab'",
    ],
)
def test_an_answer_whose_characters_may_be_meant_stays_as_it_is(mend, answered, source):
    answered["cells"][damage.at(answered, "cut")]["source"] = source
    assert sources(mend(answered))["cut"] == source


def test_what_a_student_adds_to_a_test_does_not_run(mend, harm):
    repaired = mend(harm("test_extended"))
    assert not any("all is well" in cell["source"] for cell in cells(repaired))


def test_no_edited_copy_of_a_course_cell_runs(mend, answered):
    plot = next(c for c in answered["cells"] if damage.marks(c).get("grade_id") == "plot")
    answered["cells"].append(damage.other_copy(plot, plot["source"] + "\nwhile True: pass"))
    assert not any("while True" in cell["source"] for cell in cells(mend(answered)))


@pytest.fixture(scope="module")
def student():
    with ForkServer(sealed=False) as launcher, launcher.kernel(Limits(cell=20)) as kernel:
        yield kernel


@pytest.mark.parametrize(
    "line",
    ["%%capture", "!pip --version", "%pip --version", "!false", "#@title Answer", "%%time"],
)
def test_what_colab_has_beside_python_leaves_the_names_of_a_cell(student: Kernel, line):
    name = f"found_{abs(hash(line))}"
    student.run(f"{line}\ndef {name}():\n    return 1")
    assert [o.data["text/plain"] for o in student.run(f"{name}()")] == ["1"]


# --- what cannot be repaired ---


def test_a_notebook_of_something_else_is_refused(mend):
    cell = {"cell_type": "code", "metadata": {}, "source": "print('a diary')"}
    with pytest.raises(NotThisAssignmentError, match="none of the cells"):
        mend(json.dumps({"cells": [cell], "nbformat": 4, "nbformat_minor": 5}).encode())


def test_whatever_is_in_the_file_gives_a_notebook_or_a_reason(mend, answered):
    draw = random.Random(7)
    odd = [None, 7, [], {}, "", "\ud800", "(" * 5_000, "-" * 50_000, [1], {"a": 1}, "x\x00y"]
    for _ in range(300):
        nb = json.loads(json.dumps(answered))
        for _ in range(draw.randint(1, 8)):
            spot = nb
            while True:
                keys = list(spot) if isinstance(spot, dict) else range(len(spot))
                if not keys:
                    break
                at = draw.choice(list(keys))
                if isinstance(spot[at], dict | list) and spot[at] and draw.random() < 0.9:
                    spot = spot[at]
                    continue
                spot[at] = json.loads(json.dumps(draw.choice(odd)))
                break
        try:
            repaired = mend(nb)
        except SubmissionError:
            continue
        for reading in repaired.readings:
            files.dumps(files.parse(reading.notebook))


@pytest.mark.slow
def test_a_huge_notebook_is_repaired_in_seconds(mend, answered):
    for number in range(1_500):
        source = "\n".join(f"value_{number} = {n} + something" for n in range(200))
        cell = {"cell_type": "code", "metadata": {}, "source": source, "id": f"x{number}"}
        answered["cells"].append(cell)
    for cell in answered["cells"]:
        cell["metadata"] = {}
    assert sources(mend(answered))["cut"] == ANSWERS["cut"]
