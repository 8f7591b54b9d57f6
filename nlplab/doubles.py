"""Stand-ins for an encoder, a decoder and attention, which keep the promises of `nlplab.seq2seq`.

A test of a whole model uses them, so that it does not depend on the student's own parts. The state
of a `Fading` one is half the state before plus the embedding of the token. With `cell=True` it is
a pair `(h, c)`, as that of an LSTM, and `h` takes something of `c` at every step.
"""

import torch
from torch import Tensor, nn

State = Tensor | tuple[Tensor, Tensor]


class FadingEncoder(nn.Module):
    """Ids `[*batch, src]` to states `[*batch, src, hidden]` and the last state(s).

    Each of these is `[1, *batch, hidden]`.
    """

    def __init__(self, vocab_size: int, hidden_size: int, cell: bool = False) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, hidden_size)
        self.cell = cell

    def forward(self, ids: Tensor) -> tuple[Tensor, State]:
        vectors = self.embedding(ids)
        zero = torch.zeros_like(vectors[..., 0, :]).unsqueeze(0)
        return _fade(vectors, (zero, zero) if self.cell else zero)


class _Decoder(nn.Module):
    """Takes states `[1, *batch, hidden]`; raises RuntimeError for one of another shape or kind."""

    def __init__(self, vocab_size: int, hidden_size: int, cell: bool = False) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, hidden_size)
        self.output = nn.Linear(hidden_size, vocab_size)
        self.cell = cell

    def _states(self, ids: Tensor, state: State) -> tuple[Tensor, State]:
        pair = isinstance(state, tuple) and len(state) == 2
        if pair != self.cell:
            expected = "a pair of states" if self.cell else "one state"
            raise RuntimeError(f"expected {expected}, got {type(state).__name__}")
        shape = torch.Size([1, *ids.shape[:-1], self.output.in_features])
        for part in state if isinstance(state, tuple) else (state,):
            if part.shape != shape:
                raise RuntimeError(f"expected a state {list(shape)}, got {list(part.shape)}")
        return _fade(self.embedding(ids), state)


class FadingDecoder(_Decoder):
    """Ids `[*batch, tgt]` and the state(s) `[1, *batch, hidden]` to logits and the new state(s).

    Raises RuntimeError for a state of another shape or kind.
    """

    def forward(self, ids: Tensor, state: State) -> tuple[Tensor, State]:
        states, state = self._states(ids, state)
        return self.output(states), state


class LookingDecoder(_Decoder):
    """A decoder `(ids, (h, c), memory, mask)` to logits, the new state and weights.

    The logits are those of each state plus those of the mean of `memory` `[*batch, src, hidden]`
    where `mask` `[*batch, src]` is True. Raises RuntimeError for a mask of other than booleans.
    """

    def __init__(self, vocab_size: int, hidden_size: int) -> None:
        super().__init__(vocab_size, hidden_size, cell=True)
        self.look = nn.Linear(hidden_size, vocab_size, bias=False)

    def forward(
        self, ids: Tensor, state: State, memory: Tensor, mask: Tensor
    ) -> tuple[Tensor, State, Tensor]:
        states, after = self._states(ids, state)
        shares = _shares(mask)
        logits = self.output(states) + self.look(_mean(memory, shares))
        return logits, after, shares.expand(*states.shape[:-1], -1)


class MeanAttention(nn.Module):
    """Attention with the same weight `[*batch, tgt, src]` for every place that `mask` leaves.

    The weights of a step add up to `share`. Raises RuntimeError for a mask of other than booleans.
    """

    def __init__(self, hidden_size: int) -> None:
        super().__init__()
        self.share = nn.Parameter(torch.ones(()))
        self.own = nn.Linear(hidden_size, hidden_size)
        self.look = nn.Linear(hidden_size, hidden_size, bias=False)

    def forward(self, states: Tensor, memory: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        shares = self.share * _shares(mask)
        mixed = self.own(states) + self.look(_mean(memory, shares))
        return mixed, shares.expand(*states.shape[:-1], -1)


def _shares(mask: Tensor) -> Tensor:
    """Equal shares `[*batch, 1, src]` of the places where `mask` `[*batch, src]` is True."""
    if mask.dtype is not torch.bool:
        raise RuntimeError(f"expected a mask of booleans, got {mask.dtype}")
    return (mask / mask.sum(-1, keepdim=True)).unsqueeze(-2)


def _mean(memory: Tensor, shares: Tensor) -> Tensor:
    """The rows of a memory `[*batch, src, hidden]` in these shares, `[*batch, 1, hidden]`.

    Raises RuntimeError where there is not a share for each.
    """
    if memory.shape[-2] != shares.shape[-1]:
        raise RuntimeError(f"expected {shares.shape[-1]} rows of memory, got {memory.shape[-2]}")
    return (shares.transpose(-2, -1) * memory).sum(-2, keepdim=True)


def _fade(vectors: Tensor, state: State) -> tuple[Tensor, State]:
    """States `[*batch, token, hidden]` from vectors of that shape and the state before them."""
    h, c = (part[0] for part in state) if isinstance(state, tuple) else (state[0], None)
    states = []
    for vector in vectors.unbind(-2):
        h = h / 2 + vector
        if c is not None:
            h, c = h - c, c / 2 + vector
        states.append(h)
    last = h.unsqueeze(0)
    return torch.stack(states, dim=-2), last if c is None else (last, c.unsqueeze(0))
