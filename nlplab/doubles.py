"""Stand-ins for an encoder, a decoder and attention, which keep the promises of `nlplab.seq2seq`.

A check of a whole model uses them, so that it does not depend on the student's own parts. The state
of a `Fading` one is half the state before plus the row of a table for the token. With `cell=True`
it is a pair `(h, c)`, as that of an LSTM, and `h` takes something of `c` at every step.

Students have this file: it is written in functions that no exercise of the course asks for.
"""

from typing import Any

import torch
from torch import Tensor, nn

State = Tensor | tuple[Tensor, Tensor]


class FadingEncoder(nn.Module):
    """Ids `[*batch, src]` to states `[*batch, src, hidden]` and the last state(s).

    Each of these is `[1, *batch, hidden]`.
    """

    def __init__(self, vocab_size: int, hidden_size: int, cell: bool = False) -> None:
        super().__init__()
        self.rows = nn.Parameter(torch.zeros(vocab_size, hidden_size))
        self.cell = cell

    def forward(self, ids: Tensor) -> tuple[Tensor, State]:
        zero = self.rows.new_zeros(1, *ids.shape[:-1], self.rows.shape[1])
        return _fade(self.rows, ids, (zero, zero) if self.cell else zero)


class Around(nn.Module):
    """A module that asks another whatever it is asked, and has no parameters itself."""

    def __init__(self, other: nn.Module) -> None:
        super().__init__()
        self.asked = [other]  # in a list, or it would be a part of this one

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        return self.asked[0](*args, **kwargs)


class _Decoder(nn.Module):
    """Takes states `[1, *batch, hidden]`; raises RuntimeError for one of another shape or kind."""

    def __init__(self, vocab_size: int, hidden_size: int, cell: bool = False) -> None:
        super().__init__()
        self.rows = nn.Parameter(torch.zeros(vocab_size, hidden_size))
        self.scores = nn.Parameter(torch.zeros(vocab_size, hidden_size))
        self.cell = cell

    def _states(self, ids: Tensor, state: State) -> tuple[Tensor, State]:
        pair = isinstance(state, tuple) and len(state) == 2
        if pair != self.cell:
            expected = "a pair of states" if self.cell else "one state"
            raise RuntimeError(f"expected {expected}, got {type(state).__name__}")
        shape = torch.Size([1, *ids.shape[:-1], self.rows.shape[1]])
        for part in state if isinstance(state, tuple) else (state,):
            if part.shape != shape:
                raise RuntimeError(f"expected a state {list(shape)}, got {list(part.shape)}")
        return _fade(self.rows, ids, state)


class FadingDecoder(_Decoder):
    """Ids `[*batch, tgt]` and the state(s) `[1, *batch, hidden]` to logits and the new state(s).

    Raises RuntimeError for a state of another shape or kind.
    """

    def forward(self, ids: Tensor, state: State) -> tuple[Tensor, State]:
        read, kept = self._states(ids, state)
        return _scored(read, self.scores), kept


class LookingDecoder(_Decoder):
    """A decoder `(ids, (h, c), memory, mask)` to logits, the new state and weights.

    The logits are those of each state plus those of the mean of `memory` `[*batch, src, hidden]`
    where `mask` `[*batch, src]` is True. Raises RuntimeError for a mask of other than booleans.
    """

    def __init__(self, vocab_size: int, hidden_size: int) -> None:
        super().__init__(vocab_size, hidden_size, cell=True)
        self.look = nn.Parameter(torch.zeros(vocab_size, hidden_size))

    def forward(
        self, ids: Tensor, state: State, memory: Tensor, mask: Tensor
    ) -> tuple[Tensor, State, Tensor]:
        read, kept = self._states(ids, state)
        seen = _scored(_mean(memory, mask), self.look)
        return _scored(read, self.scores) + seen, kept, _alike(mask, ids.shape[-1])


class MeanAttention(nn.Module):
    """Attention with the same weight `[*batch, tgt, src]` for every place that `mask` leaves.

    The weights of a step add up to `share`. Raises RuntimeError for a mask of other than booleans,
    and for states of another batch than the memory's.
    """

    def __init__(self, hidden_size: int) -> None:
        super().__init__()
        self.share = nn.Parameter(torch.ones(()))
        self.own = nn.Parameter(torch.zeros(hidden_size, hidden_size))
        self.look = nn.Parameter(torch.zeros(hidden_size, hidden_size))

    def forward(self, states: Tensor, memory: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        if states.shape[:-2] != memory.shape[:-2]:
            batches = f"{list(memory.shape[:-2])}, got {list(states.shape[:-2])}"
            raise RuntimeError(f"expected states of a batch {batches}")
        seen = self.share * _scored(_mean(memory, mask), self.look)
        return _scored(states, self.own) + seen, self.share * _alike(mask, states.shape[-2])


def _scored(vectors: Tensor, table: Tensor) -> Tensor:
    """Of each vector how well it fits each row of a table: the nearer, the better."""
    return -(vectors.unsqueeze(-2) - table).square().sum(-1)


def _alike(mask: Tensor, steps: int) -> Tensor:
    """Equal weights `[*batch, steps, src]` of the places where `mask` `[*batch, src]` is True."""
    shares = torch.nn.functional.normalize(mask.double(), p=1, dim=-1).float()
    return torch.einsum("...s,t->...ts", shares, shares.new_ones(steps))


def _mean(memory: Tensor, mask: Tensor) -> Tensor:
    """The mean row of a memory `[*batch, src, hidden]` where `mask` is True, `[*batch, 1, hidden]`.

    Raises RuntimeError for a mask of other than booleans or of another length.
    """
    if mask.dtype is not torch.bool:
        raise RuntimeError(f"expected a mask of booleans, got {mask.dtype}")
    if memory.shape[-2] != mask.shape[-1]:
        raise RuntimeError(f"expected {mask.shape[-1]} rows of memory, got {memory.shape[-2]}")
    kept = memory.where(mask.unsqueeze(-1), 0)
    return (kept.sum(-2) / mask.sum(-1, keepdim=True)).unsqueeze(-2)


def _fade(rows: Tensor, ids: Tensor, state: State) -> tuple[Tensor, State]:
    """States `[*batch, token, hidden]` of ids `[*batch, token]` and the state before them."""
    h, c = (part[0] for part in state) if isinstance(state, tuple) else (state[0], None)
    states = []
    for vector in nn.functional.embedding(ids, rows).unbind(-2):
        h = h / 2 + vector
        if c is not None:
            h, c = h - c, c / 2 + vector
        states.append(h)
    last = h.unsqueeze(0)
    return torch.stack(states, dim=-2), last if c is None else (last, c.unsqueeze(0))
