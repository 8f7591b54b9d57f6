"""Comparing an answer with what was expected: type, then shape, then value."""

import math

import numpy as np
import pandas as pd
import pytest
import torch

from nlplab import FIXME, NotAttempted
from nlplab.compare import difference

SAME = {
    "numbers": (3, 3),
    "close floats": (0.1 + 0.2, 0.3),
    "NaN where NaN is expected": (math.nan, math.nan),
    "a NumPy number": (np.int64(3), 3),
    "lists": ([1, [2, "a"]], [1, [2, "a"]]),
    "an iterator for a list": (iter([1, 2]), [1, 2]),
    "dicts in another order": ({"a": 1, "b": 2.0}, {"b": 2.0, "a": 1}),
    "tensors of another width": (torch.ones(2, 3).double(), torch.ones(2, 3)),
    "a parameter for a tensor": (torch.nn.Parameter(torch.ones(2)), torch.ones(2)),
    "arrays": (np.arange(4).reshape(2, 2), np.arange(4).reshape(2, 2)),
    "frames of another dtype": (
        pd.DataFrame({"a": ["x"]}),
        pd.DataFrame({"a": ["x"]}, dtype="object"),
    ),
    "series": (pd.Series([1, 2]), pd.Series([1, 2])),
    "sets": ({1, 2}, {2, 1}),
}
DIFFERENT = {
    "None": (None, [1], "check.none"),
    "a list for a tuple": ([1], (1,), "check.type"),
    "an int for a float": (1, 1.0, "check.type"),
    "text for a number": ("1", 1, "check.type"),
    "one item too few": ([1], [1, 2], "check.length"),
    "other keys": ({"a": 1}, {"b": 1}, "check.keys"),
    "another shape": (torch.ones(2, 3), torch.ones(3, 2), "check.shape"),
    "integers for floats": (torch.ones(2).long(), torch.ones(2), "check.dtype"),
    "numbers for truths": (torch.ones(2).long(), torch.ones(2).bool(), "check.dtype"),
    "a NaN in a tensor": (torch.tensor([1.0, math.nan]), torch.ones(2), "check.nan"),
    "another value in a tensor": (torch.tensor([1.0, 2.0]), torch.ones(2), "check.value"),
    "other columns": (pd.DataFrame({"a": [1]}), pd.DataFrame({"b": [1]}), "check.columns"),
    "columns in another order": (
        pd.DataFrame({"b": [1], "a": [2]}),
        pd.DataFrame({"a": [2], "b": [1]}),
        "check.columns",
    ),
    "a row too many": (pd.DataFrame({"a": [1, 2]}), pd.DataFrame({"a": [1]}), "check.rows"),
    "a frame for a dict": (pd.DataFrame({"a": [1]}), {"a": [1]}, "check.type"),
}


@pytest.mark.parametrize(("actual", "expected"), SAME.values(), ids=SAME)
def test_nothing_is_said_of_equal_values(actual, expected):
    assert difference(actual, expected) is None


@pytest.mark.parametrize(("actual", "expected", "key"), DIFFERENT.values(), ids=DIFFERENT)
def test_the_first_difference_has_a_key(actual, expected, key):
    assert difference(actual, expected).key == key


def test_a_difference_inside_says_where_it_is():
    found = difference({"a": [1, (2, 3)]}, {"a": [1, (2, 4)]})
    assert found.values["where"].strip() == "['a'][1][1]"
    assert (found.values["actual"], found.values["expected"]) == ("3", "4")


def test_an_endless_iterator_ends():
    assert difference(iter(int, 1), [0]).key == "check.length"


def test_a_fixme_inside_a_result_is_not_attempted():
    with pytest.raises(NotAttempted):
        difference([1, FIXME], [1, 2])


def test_a_tolerance_can_be_given():
    assert difference(1.01, 1.0, tolerance=0.1) is None
    assert difference(1.01, 1.0).key == "check.value"
