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
        ("first", (1, 2), 1),
        ("second", (1, 2), 2),
        ("dtypes", (torch.zeros(1), [1]), ["torch.float32", "None"]),
    ],
)
def test_what_counts_is_kept(name, result, kept):
    found = REDUCTIONS[name](result)
    assert found.equal(kept) if torch.is_tensor(kept) else found == kept


@pytest.mark.parametrize("name", REDUCTIONS)
@pytest.mark.parametrize("result", [None, 5, 2.5], ids=repr)
def test_what_it_is_not_for_is_left_alone(name, result):
    assert REDUCTIONS[name](result) is result
