"""The stand-ins that tests of whole models use."""

import pytest
import torch

from nlplab.check import weighted
from nlplab.doubles import FadingDecoder, FadingEncoder, LookingDecoder, MeanAttention


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


def test_a_pair_of_states_goes_on_token_by_token_as_all_at_once():
    decoder = weighted(FadingDecoder(6, 2, cell=True))
    state = torch.ones(1, 2), torch.full((1, 2), 2.0)
    logits, last = decoder(torch.tensor([2, 5, 1]), state)
    for place, number in enumerate([2, 5, 1]):
        row, state = decoder(torch.tensor([number]), state)
        assert torch.allclose(row[0], logits[place])
    assert all(torch.allclose(*parts) for parts in zip(last, state, strict=True))


def test_both_states_count_and_not_for_the_same():
    decoder = weighted(FadingDecoder(6, 2, cell=True))
    ids, one, two = torch.tensor([2]), torch.ones(1, 2), torch.full((1, 2), 2.0)
    first, second = decoder(ids, (one, two))[0], decoder(ids, (two, one))[0]
    assert not torch.allclose(first, second)


@pytest.mark.parametrize(("cell", "state"), [(True, torch.ones(1, 2)), (False, (1, 2))])
def test_one_state_for_two_and_two_for_one_are_refused(cell, state):
    with pytest.raises(RuntimeError, match=r"expected (a pair of states|one state), got"):
        FadingDecoder(6, 2, cell=cell)(torch.tensor([1]), state)


def test_equal_weights_go_to_the_places_that_the_mask_leaves():
    mask = torch.tensor([True, False, True])
    _, weights = MeanAttention(2)(torch.ones(4, 2), torch.ones(3, 2), mask)
    assert torch.equal(weights, torch.tensor([[0.5, 0.0, 0.5]]).expand(4, 3))


def test_a_looking_decoder_sees_the_memory_that_is_not_masked():
    decoder = weighted(LookingDecoder(6, 2))
    ids, state = torch.tensor([2, 3]), (torch.ones(1, 2), torch.ones(1, 2))
    memory, mask = torch.tensor([[1.0, 2.0], [3.0, 4.0]]), torch.tensor([True, False])
    logits, _, weights = decoder(ids, state, memory, mask)
    other, _, _ = decoder(ids, state, memory * torch.tensor([[1.0], [9.0]]), mask)
    assert (logits.shape, weights.shape) == ((2, 6), (2, 2))
    assert torch.equal(logits, other)
    assert not torch.allclose(logits, decoder(ids, state, memory + 1, mask)[0])
