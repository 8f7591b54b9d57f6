"""What sets the inputs apart with which an answer goes wrong: one thing, or nothing is said."""

from typing import Any

import pytest
import torch

from nlplab.checks.case import Look
from nlplab.checks.contrast import contrast

ORDINARY = (torch.tensor([[2.0, 3.0], [4.0, 5.0]]), torch.tensor([[6.0, 7.0], [8.0, 9.0]]))


def seen(function: Any, *inputs: Any) -> list[Look]:
    """What is noted of a function that is called with each of these, in a case each."""
    looks = [Look(f"case_{number}") for number in range(len(inputs))]
    for look, given in zip(looks, inputs, strict=True):
        given = given if isinstance(given, tuple) else (given,)
        look.run(lambda of, *_, given=given: of.call(function, *given), ())
    return looks


def told(right: Any, wrong: Any, *inputs: Any) -> str | None:
    """The key for an answer that is `wrong`, where `right` is right."""
    facts = {name: what for look in seen(right, *inputs) for name, what in look.found.items()}
    return contrast(seen(wrong, *inputs), facts)


@pytest.mark.parametrize(
    ("wrong", "odd", "key"),
    [
        (lambda x: x.squeeze(), torch.ones(1, 2), "only.one"),
        (lambda x: x.clamp(max=50), torch.full((2, 2), 80.0), "only.large"),
        (
            lambda x: x.float().round(decimals=3),
            torch.full((2, 2), 1 / 3).double(),
            "only.precision",
        ),
        (lambda x: x if len(x) else None, torch.ones(0, 2), "only.empty"),
        (lambda x: x if x.dim() == 2 else x[0], torch.ones(2, 2, 2), "only.batch"),
        (lambda x: x if x.dim() == 2 else 2 * x, torch.ones(2), "only.no_batch"),
        (lambda x: x[:7], torch.ones(20, 2), "only.long"),
    ],
)
def test_what_the_wrong_inputs_alone_have_is_told(wrong, odd, key):
    assert told(lambda x: x, wrong, *ORDINARY, odd) == key


def test_texts_are_told_apart_by_their_capitals():
    texts = ["we saw it", "you saw that", "We SAW it"]
    assert told(str.split, lambda text: text.lower().split(), *texts) == "only.capitals"


def test_an_argument_that_may_be_left_out_is_told():
    def right(x: torch.Tensor, mask: Any = None) -> torch.Tensor:
        return x

    def blind(x: torch.Tensor, mask: Any = None) -> torch.Tensor:
        return x if mask is None else -x

    assert told(right, blind, *ORDINARY, (ORDINARY[0], True)) == "only.given"


def test_of_a_right_result_whose_gradient_is_wrong_that_is_told():
    def looks(function: Any) -> list[Look]:
        made = [*seen(function, *ORDINARY), Look("learns")]
        made[-1].run(lambda look: look.gradients(function, torch.ones(2, requires_grad=True)), ())
        return made

    right = {name: what for look in looks(lambda x: 3 * x) for name, what in look.found.items()}
    assert contrast(looks(lambda x: x + 2 * x.detach()), right) == "only.gradients"


def test_where_the_result_itself_cannot_be_had_nothing_is_said_of_gradients():
    def looks(function: Any) -> list[Look]:
        made = [*seen(function, *ORDINARY), Look("learns")]
        made[-1].run(lambda look: look.gradients(function, torch.ones(2, 2, 2)), ())
        return made

    def of_two_axes(x: torch.Tensor) -> torch.Tensor:
        rows, columns = x.shape
        return x * rows * columns

    def of_all(x: torch.Tensor) -> torch.Tensor:
        return x * x.shape[0] * x.shape[-1]

    right = {name: what for look in looks(of_all) for name, what in look.found.items()}
    assert contrast(looks(of_two_axes), right) == "only.batch"


def test_two_things_that_set_them_apart_say_nothing():
    assert told(lambda x: x, lambda x: x.squeeze(), *ORDINARY, torch.full((1, 2), 90.0)) is None


def test_what_goes_wrong_everywhere_or_was_hardly_tried_says_nothing():
    assert told(lambda x: x, lambda x: -x, *ORDINARY, torch.ones(1, 2)) is None
    assert told(lambda x: x, lambda x: x.squeeze(), ORDINARY[0], torch.ones(1, 2)) is None
