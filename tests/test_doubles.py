"""The stand-ins that tests of whole models use."""

import pytest
import torch

from nlplab.check import weighted
from nlplab.doubles import FadingDecoder, FadingEncoder


def test_the_last_state_is_that_of_the_last_token_alone_and_in_a_batch():
    encoder = weighted(FadingEncoder(5, 3))
    states, last = encoder(torch.tensor([1, 4, 2]))
    assert (states.shape, last.shape) == ((3, 3), (1, 3))
    assert torch.equal(states[-1], last[0])
    batched, batched_last = encoder(torch.tensor([[1, 4, 2], [0, 0, 3]]))
    assert torch.equal(batched[0], states)
    assert torch.equal(batched_last[:, 0], last)


def test_the_order_of_the_tokens_counts():
    encoder = weighted(FadingEncoder(5, 3))
    assert not torch.allclose(encoder(torch.tensor([1, 2]))[1], encoder(torch.tensor([2, 1]))[1])


def test_token_by_token_comes_to_the_same_as_all_at_once():
    decoder = weighted(FadingDecoder(6, 2))
    ids, state = torch.tensor([2, 5, 1]), torch.ones(1, 2)
    logits, last = decoder(ids, state)
    for place in range(3):
        row, state = decoder(ids[place : place + 1], state)
        assert torch.allclose(row[0], logits[place])
    assert torch.allclose(state, last)


def test_a_state_of_another_shape_is_refused_with_both_shapes():
    with pytest.raises(RuntimeError, match=r"\[1, 2\].*\[3, 2\]"):
        FadingDecoder(6, 2)(torch.tensor([1]), torch.zeros(3, 2))
