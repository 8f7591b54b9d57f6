"""A check as notebooks call it: passed, wrong by a key, not attempted, or the course's fault."""

import json

import pytest

from nlplab import FIXME
from nlplab.checks import recorded
from nlplab.checks.case import CaseFailed
from nlplab.checks.check import Choice, check, handing
from nlplab.checks.match import Expected, Known
from nlplab.checks.recorded import HIDDEN, Hidden, RecordedError
from nlplab.outcomes import Crashed, Mistake, NotAttempted
from nlplab.recipes import RECIPES, workshop

SHOWN = {"small": {"small/1:result:kind": "int", "small/1:result:value": 4}}
KNOWN = Known("double.same", {"small/1:result:value": 2})
CASES = "def large(look, double):\n    look.call(double, 300)\n\nCASES = {'double-1': [large]}"
RECORDED = json.dumps(
    {
        "format": recorded.FORMAT,
        "checks": {
            "double-1": {
                "right": {"large/1:result:kind": "int", "large/1:result:value": 600},
                "known": [{"key": "double.same", "departs": {"large/1:result:value": 300}}],
            }
        },
    }
)


def small(look, double):
    look.call(double, 2)


def broken(look, double):
    look.call(double, 2)
    raise RuntimeError("of the case")


DOUBLE = check("01_small", "double-1", small)


@pytest.fixture(autouse=True)
def section(monkeypatch):
    expected = {"double-1": Expected(SHOWN["small"], (KNOWN,))}
    monkeypatch.setattr(recorded, "shown", {"01_small": expected}.__getitem__)
    monkeypatch.setattr("nlplab.outcomes.say", lambda key, *_, **__: key)


@pytest.fixture
def handed():
    with handing(Hidden(CASES, RECORDED)):
        yield


def test_a_right_answer_passes_with_one_line(capsys, handed):
    DOUBLE(lambda x: 2 * x)
    DOUBLE.hidden(lambda x: x + x)
    assert capsys.readouterr().out.count("double-1") == 1


def test_a_known_mistake_is_told_by_its_key():
    with pytest.raises(Mistake, match=r"double\.same"):
        DOUBLE(lambda x: x)


def test_an_unknown_mistake_is_told_where_it_departs():
    with pytest.raises(Mistake, match=r"check\.value"):
        DOUBLE(lambda x: x - 1)
    with pytest.raises(Mistake, match=r"check\.none"):
        DOUBLE(lambda x: None)


def test_an_exception_is_told_with_the_students_line():
    with pytest.raises(Crashed):
        DOUBLE(lambda x: x / 0)


def test_what_only_the_example_makes_right_fails_the_hidden_cases(handed):
    DOUBLE(lambda x: 4)
    with pytest.raises(Mistake, match=r"check\.value"):
        DOUBLE.hidden(lambda x: 4)
    with pytest.raises(Mistake, match=r"double\.same"):
        DOUBLE.hidden(lambda x: x)


def test_where_a_judge_asks_no_card_is_made_of_what_failed(capsys):
    token = workshop.set(lambda name, args, kwargs: RECIPES[name].__wrapped__(*args, **kwargs))
    try:
        with pytest.raises(Mistake):
            DOUBLE(lambda x: x)
    finally:
        workshop.reset(token)
    assert capsys.readouterr().out == ""


def test_a_blank_is_not_attempted():
    for function in (lambda x: FIXME, FIXME):
        with pytest.raises(NotAttempted):
            DOUBLE(function)


def test_hidden_cases_come_from_the_folder_that_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv(HIDDEN, str(tmp_path))
    (tmp_path / "01_small.hidden.py").write_text(CASES)
    with pytest.raises(RecordedError, match="grader record"):
        DOUBLE.hidden(lambda x: 2 * x)
    (tmp_path / "01_small.hidden.json").write_text(RECORDED)
    DOUBLE.hidden(lambda x: 2 * x)


def test_where_no_folder_is_named_hidden_cases_are_the_courses_fault(monkeypatch):
    monkeypatch.delenv(HIDDEN, raising=False)
    with pytest.raises(RecordedError, match=HIDDEN):
        DOUBLE.hidden(lambda x: 2 * x)


DAMAGED = {
    "no JSON": RECORDED[:40],
    "of another format": RECORDED.replace(f'"format": {recorded.FORMAT}', '"format": 99'),
    "without checks": "{}",
    "another kind of value": "[]",
    "nested without end": "[" * 100_000,
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_what_was_recorded_and_cannot_be_used_is_the_courses_fault_and_says_what_to_do(text):
    with (
        handing(Hidden(CASES, text)),
        pytest.raises(RecordedError, match=r"01_small\.hidden\.json.*grader record"),
    ):
        DOUBLE.hidden(lambda x: 2 * x)


def test_what_was_never_recorded_is_the_courses_fault_and_says_what_to_do(monkeypatch):
    monkeypatch.undo()
    with pytest.raises(RecordedError, match=r"01_small\.json is missing: run grader record"):
        DOUBLE(lambda x: 2 * x)


def test_a_case_that_raises_by_itself_is_the_courses_fault():
    with pytest.raises(CaseFailed, match="broken: RuntimeError"):
        check("01_small", "double-1", broken)(lambda x: 2 * x)


def test_a_choice_is_one_of_its_letters_and_tells_nothing_of_which():
    choice = Choice("predict-1", "abc")
    for letter in ("a", "B", " c "):
        choice(letter)
    with pytest.raises(Mistake, match=r"check\.not_a_choice"):
        choice("d")
    with pytest.raises(NotAttempted):
        choice(FIXME)
