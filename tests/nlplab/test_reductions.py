"""A reduction keeps what counts of a result, and leaves alone what it is not for."""

from types import SimpleNamespace

import pytest
import torch

from nlplab.checks.reductions import REDUCTIONS


@pytest.mark.parametrize(
    ("name", "result", "kept"),
    [
        ("tokens", SimpleNamespace(tokens=["a"], ids=[7]), ["a"]),
        ("unspaced", ["a b", ("c ",)], ["ab", ["c"]]),
        ("sizes", [[1, 2], (3,)], [2, 1]),
        ("sizes", torch.zeros(2, 3), [3, 3]),
        ("sums", torch.ones(2, 3).bool(), torch.tensor([3, 3])),
        (
            "digits",
            {"a": 1 / 3, "b": 0.3333333, "c": 1},
            {"a": "0.333333333", "b": "0.3333333", "c": 1},
        ),
        ("powers", torch.tensor([1e-9, 10.0]), torch.tensor([-9.0, 1.0])),
        ("first", (1, 2), 1),
        ("second", (1, 2), 2),
        ("dtypes", (torch.zeros(1), [1]), ["torch.float32", "None"]),
    ],
)
def test_what_counts_is_kept(name, result, kept):
    found = REDUCTIONS[name](result)
    assert found.equal(kept) if torch.is_tensor(kept) else found == kept


@pytest.mark.parametrize("name", REDUCTIONS)
@pytest.mark.parametrize("result", [None, 5, True], ids=repr)
def test_what_it_is_not_for_is_left_alone(name, result):
    assert REDUCTIONS[name](result) is result
