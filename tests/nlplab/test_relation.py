"""The kind of change that is told where no mistake is known, and where nothing is told."""

import pytest

from nlplab.checks.places import where
from nlplab.checks.relation import of_shapes, of_values
from nlplab.messages import spoken

SHAPES = {
    "axes_swapped": ([5, 3], [3, 5]),
    "axis_missing": ([5], [3, 5]),
    "axis_extra": ([1, 3, 5], [3, 5]),
    "one_more": ([4, 5], [3, 5]),
    "one_less": ([3, 4], [3, 5]),
    None: ([7, 9], [3, 5]),
}
VALUES = {
    "nan": ([1.0, "nan"], [1.0, 2.0]),
    "zeros": ([0.0, 0.0, 0.0], [1.0, 2.0, 3.0]),
    "nothing": ([], [1, 2]),
    "sign": ([-1.0, 2.0, -3.0], [1.0, -2.0, 3.0]),
    "inverted": ([True, False], [False, True]),
    "one_off": ([2, 3, 8], [1, 2, 7]),
    "backwards": ([3, 2, 9], [9, 2, 3]),
    "order": ([2.0, 1.0, 3.0], [1.0, 2.0, 3.0]),
    "scaled": ([2.0, 4.0, 6.0], [1.0, 2.0, 3.0]),
    "shifted": ([1.5, 2.5, 7.5], [1.0, 2.0, 7.0]),
    "end_missing": ([2, 5], [2, 5, 3]),
    "start_missing": ([5, 3], [2, 5, 3]),
    "some_missing": ([2, 3], [2, 5, 3]),
    "end_added": ([2, 5, 3, 0], [2, 5, 3]),
    "some_added": ([1, 2, 5, 3], [2, 5, 3]),
    "spaces": ("I ' m", "I'm"),
    "case": ("we go", "We go"),
    None: ([0.3, 7.0, 1.0], [1.0, 2.0, 3.0]),
}


def kind(name: str | None) -> str | None:
    return name and f"kind.{name}"


@pytest.mark.parametrize(("name", "of"), SHAPES.items(), ids=map(str, SHAPES))
def test_a_change_of_shape_is_told_by_its_kind(name, of):
    assert of_shapes(*of) == kind(name)


@pytest.mark.parametrize(("name", "of"), VALUES.items(), ids=map(str, VALUES))
def test_a_change_of_values_is_told_by_its_kind(name, of):
    assert of_values(*of) == kind(name)


def test_one_number_and_two_equal_ones_have_no_order_and_no_factor():
    assert of_values([0.5], [0.25]) is None
    assert of_values([4.0, 4.0], [2.0, 2.0]) is None


def test_of_one_yes_or_no_it_says_nothing_that_the_answer_does_not():
    assert of_values(False, True) is None
    assert of_values([True], [False]) is None


WHERE = {
    "a/1:result:value": "",
    "a/2:result.1:shape": "item 2 of 3",
    "a/1:result.1.0:shape": "item 2 of 3, item 1 in it",
    "a/1:result['id']:value": "'id'",
    "a/1:result[1]:value": "1",
    "a/hidden_size:value": "hidden_size",
    "a/as many as positions:value": "",
    "a/1:gradients['rnn.weight']:value": "the gradient of rnn.weight",
    "a/1:gradients['0']:kind": "the gradient of argument 1",
    "a:calls of script 1:length": "how often the model that was handed over is called",
    "a:calls of script 1.2:length": "in call 3 of the model that was handed over",
    "a:calls of script 1.2.0:value": "argument 1 in call 3 of the model that was handed over",
}


@pytest.mark.parametrize(("name", "words"), WHERE.items(), ids=WHERE)
def test_a_place_is_said_in_words_and_without_a_bare_index(name, words):
    right = {"a/2:result:length": 3, "a/1:result:length": 3}
    with spoken("en"):
        assert where(name, right).removeprefix(" — ") == words
