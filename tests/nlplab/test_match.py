"""From facts to a message: which known mistake an answer makes, or where it departs first."""

import pytest

from nlplab.checks.match import Expected, Known, differs, first, mistake
from nlplab.messages import say

RIGHT = {"a:kind": "Tensor", "a:shape": [3], "a:value": [1.0, 2.0, 3.0], "b:value": 7}


def known(*mistakes):
    return Expected(RIGHT, tuple(Known(key, departs) for key, departs in mistakes))


REVERSED = ("step.reversed", {"a:value": [3.0, 2.0, 1.0]})
BOTH = ("step.both", {"a:value": [3.0, 2.0, 1.0], "b:value": 8})


def test_an_answer_that_shows_what_is_right_differs_in_nothing():
    assert differs(dict(RIGHT), RIGHT) == {}
    assert differs(RIGHT | {"b:value": 7.000001}, RIGHT) == {}


def test_what_is_lacking_or_added_differs():
    lacking = {name: what for name, what in RIGHT.items() if name != "b:value"}
    assert differs(lacking, RIGHT) == {"b:value": None}
    assert differs(RIGHT | {"c:kind": "int"}, RIGHT) == {"c:kind": "int"}


def test_a_mistake_fits_where_all_its_departures_are_there():
    assert mistake(RIGHT | {"a:value": [3.0, 2.0, 1.0]}, known(REVERSED, BOTH)) == "step.reversed"


def test_a_mistake_fits_though_the_answer_departs_in_more():
    found = RIGHT | {"a:value": [3.0, 2.0, 1.0], "b:value": 9}
    assert mistake(found, known(REVERSED, BOTH)) == "step.reversed"


def test_the_fit_with_most_departures_wins():
    found = RIGHT | {"a:value": [3.0, 2.0, 1.0], "b:value": 8}
    assert mistake(found, known(REVERSED, BOTH)) == "step.both"


def test_two_keys_that_fit_as_well_are_no_mistake_in_particular():
    other = ("step.other", REVERSED[1])
    assert mistake(RIGHT | REVERSED[1], known(REVERSED, other)) is None
    assert mistake(RIGHT | REVERSED[1], known(REVERSED, REVERSED)) == "step.reversed"


def test_of_two_that_explain_as_much_what_was_banned_went_wrong():
    banned = ("step.banned", {"b:used": ["rand"]})
    by_chance = ("step.other", {"b:value": 8})
    found = RIGHT | {"b:value": 8, "b:used": ["rand"]}
    assert mistake(found, known(by_chance, banned)) == "step.banned"


def test_what_departs_otherwise_or_not_at_all_fits_no_mistake():
    assert mistake(RIGHT | {"a:value": [9.0, 9.0, 9.0]}, known(REVERSED, BOTH)) is None
    assert mistake(dict(RIGHT), known(REVERSED, ("step.nothing", {}))) is None


DEPARTURES = {
    "the kind": ({"a:kind": "list"}, "check.type"),
    "nothing at all": ({"a:kind": "None"}, "check.none"),
    "the shape": ({"a:shape": [1, 3]}, "check.shape"),
    "the shape before the value": ({"a:value": [0.0], "a:shape": [1]}, "check.shape"),
    "the value": ({"b:value": 8}, "check.value"),
    "an argument that was changed": ({"a:changed argument 2": True}, "check.argument_changed"),
}


@pytest.mark.parametrize(("departs", "key"), DEPARTURES.values(), ids=DEPARTURES)
def test_a_general_message_says_where_an_answer_departs_first(departs, key):
    assert first(RIGHT | departs, RIGHT).key == key


def test_a_general_message_says_the_kind_of_change():
    departure = first(RIGHT | {"a:value": [3.0, 1.0, 2.0]}, RIGHT)
    assert departure.values["kind"] == say("kind.order")
    assert first(RIGHT | {"a:value": [0.5, 0.1, 7.0]}, RIGHT).values["kind"] == ""
