"""What is observed of a value: plain data, alike for what is alike, bounded for what is not."""

import itertools
import json

import numpy as np
import pandas as pd
import pytest
import torch

from nlplab import FIXME
from nlplab.checks.facts import departures, facts, outline, same
from nlplab.checks.plain import plain
from nlplab.outcomes import Mistake, NotAttempted


def observed(value):
    return facts("it", plain(value))


VALUES = {
    "a number": (3, {"it:kind": "int", "it:value": 3}),
    "a text": ("가", {"it:kind": "str", "it:value": "가"}),
    "nothing": (None, {"it:kind": "None"}),
    "infinity": (float("inf"), {"it:kind": "float", "it:value": "inf"}),
    "a tensor": (
        torch.tensor([[1.5], [2.0]]),
        {
            "it:kind": "Tensor",
            "it:shape": [2, 1],
            "it:dtype": "float",
            "it:value": [1.5, 2.0],
        },
    ),
    "a list of numbers": (
        [1, 2],
        {"it:kind": "list", "it:length": 2, "it:items": ["int"], "it:value": [1, 2]},
    ),
    "a set": ({"b", "a"}, {"it:kind": "set", "it:value": ["'a'", "'b'"]}),
    "an object": (object(), {"it:kind": "object"}),
}


@pytest.mark.parametrize(("value", "found"), VALUES.values(), ids=VALUES)
def test_a_value_is_observed_as_data(value, found):
    assert observed(value) == found
    assert json.loads(json.dumps(found)) == found


ALIKE = {
    "a parameter and a tensor": (torch.nn.Parameter(torch.ones(2)), torch.ones(2)),
    "half and whole precision": (torch.ones(2, dtype=torch.float16), torch.ones(2)),
    "a NumPy number and a plain one": (np.float64(0.5), 0.5),
    "one-number tensors and numbers": ([torch.tensor(1), torch.tensor([2])], [1, 2]),
    "a frame with another index": (
        pd.DataFrame({"a": [1, 2]}, index=[7, 9]),
        pd.DataFrame({"a": [1, 2]}),
    ),
    "texts of either dtype": (pd.Series(["a"], dtype="string"), pd.Series(["a"], dtype=object)),
    "dicts in another order": ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
}


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE)
def test_values_that_say_the_same_have_the_same_values(one, other):
    def values(value):
        return {n: what for n, what in observed(value).items() if n.endswith((":value", ":rows"))}

    assert values(one)
    assert values(one) == values(other)


DIFFERENT = {
    "a list and a tuple": ([1], (1,)),
    "a tensor and its list": (torch.tensor([1]), [1]),
    "shapes of the same numbers": (torch.ones(2, 3), torch.ones(3, 2)),
    "a bool and a number": (True, 1),
    "a text and bytes": ("a", b"a"),
    "lists beyond what is looked at": ([0] * 3000, [0] * 3001),
    "frames whose columns are called the same": (
        pd.DataFrame([[1, 2]], columns=["a", "a"]),
        pd.DataFrame([[2, 2]], columns=["a", "a"]),
    ),
}


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_values_that_differ_have_other_facts(one, other):
    assert departures(observed(one), observed(other))


def test_numbers_are_recorded_in_six_digits_and_equal_within_a_tolerance():
    assert observed(1 / 3)["it:value"] == 0.333333
    assert same(0.333333, 1 / 3)
    assert same(-250000.4, -250000.0)
    assert same(0.337901, 0.337915)  # one probability, as two processors have it
    assert not same(0.3334, 1 / 3)
    assert not same(True, 1)
    assert not same("nan", 0.0)


def test_whole_numbers_are_equal_or_not():
    assert not same(16_777_219, 16_777_220)
    assert not same([1_000_000, 2], [1_000_001, 2])
    assert same(16_777_219, 16_777_219.0)


def test_an_int_will_do_for_a_float_and_a_float_not_for_an_int():
    assert departures({"it:kind": "int"}, {"it:kind": "float"}) == {}
    assert departures({"it:items": ["float", "int"]}, {"it:items": ["float"]}) == {}
    assert departures({"it:kind": "float"}, {"it:kind": "int"}) == {"it:kind": "float"}


def test_of_what_has_no_end_the_first_items_are_observed():
    found = observed(itertools.count())
    assert (found["it:kind"], found["it:length"]) == ("iterator", 2000)


def test_a_class_that_extends_a_list_cannot_hide_its_items():
    class Hiding(list):
        def __iter__(self):
            raise RuntimeError

        def __len__(self):
            return 7

    assert observed(Hiding([1, 2]))["it:value"] == [1, 2]


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


LARGE = {
    "items": [0] * 200_000,
    "items of lists": [[0] * 1000] * 200,
    "letters": "a" * 2_000_000,
    "numbers": torch.ones(1).expand(20_000_000),
    "bits": 1 << 20_000,
    "nesting": nested(100),
    "strange dtypes": torch.ones(2, dtype=torch.complex64),
}


@pytest.mark.parametrize("value", LARGE.values(), ids=LARGE)
def test_what_is_too_large_to_be_looked_at_is_a_mistake(value):
    with pytest.raises(Mistake, match=r"check\.bad_answer"):
        plain(value)


@pytest.mark.parametrize("around", [lambda x: x, lambda x: [1, (x,)], lambda x: {"a": x}])
def test_a_blank_anywhere_is_not_attempted(around):
    with pytest.raises(NotAttempted):
        plain(around(FIXME))


def test_an_outline_says_kinds_and_shapes_and_no_value():
    found = dict(outline((torch.zeros(2, 5), [1])))
    assert found == {
        ":kind": "tuple",
        ":length": 2,
        ":items": ["Tensor", "list"],
        ".0:kind": "Tensor",
        ".0:shape": [2, 5],
        ".0:dtype": "float",
        ".1:kind": "list",
        ".1:length": 1,
        ".1:items": ["int"],
    }
