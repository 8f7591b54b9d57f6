"""Weights of a pretrained model, for a model of one's own that gives its parameters other names."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from nlplab.messages import say

if TYPE_CHECKING:
    from torch import Tensor, nn


def renamed(
    theirs: Any, own: "nn.Module", name_of: Callable[[str], str], kind: str
) -> "dict[str, Tensor]":
    """What `own.load_state_dict` takes for `own` to have the weights of `theirs`.

    `name_of` gives, for each parameter of `own`, its name in `theirs`, a model of transformers of
    the architecture `kind`.

    >>> own.load_state_dict(renamed(marian, own, marian_name, "marian"))

    Raises ValueError where `theirs` is of another architecture, lacks a name, or has another shape
    under it: which, what was expected, and what came.
    """
    if theirs.config.model_type != kind:
        actual = theirs.config.model_type
        raise ValueError(say("weights.kind", expected=kind, actual=actual))
    there, found = theirs.state_dict(), {}
    for name, weight in own.state_dict().items():
        other = name_of(name)
        if other not in there:
            raise ValueError(say("weights.missing", name=name, other=other))
        if there[other].shape != weight.shape:
            expected, actual = tuple(weight.shape), tuple(there[other].shape)
            said = say("weights.shape", name=name, other=other, expected=expected, actual=actual)
            raise ValueError(said)
        found[name] = there[other]
    return found
