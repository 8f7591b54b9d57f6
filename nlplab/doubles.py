"""Stand-ins for an encoder and a decoder, which keep the promises of `nlplab.seq2seq`.

A test of a whole model uses them, so that it does not depend on the student's own encoder and
decoder. Their state is half the state before plus the embedding of the token.
"""

import torch
from torch import Tensor, nn


class FadingEncoder(nn.Module):
    """Ids `[*batch, src]` to states `[*batch, src, hidden]` and the last, `[1, *batch, hidden]`."""

    def __init__(self, vocab_size: int, hidden_size: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, hidden_size)

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor]:
        vectors = self.embedding(ids)
        states = _fade(vectors, torch.zeros_like(vectors[..., 0, :]))
        return states, states[..., -1, :].unsqueeze(0)


class FadingDecoder(nn.Module):
    """Ids `[*batch, tgt]` and a state `[1, *batch, hidden]` to logits and the new state.

    Raises RuntimeError for a state of another shape.
    """

    def __init__(self, vocab_size: int, hidden_size: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, hidden_size)
        self.output = nn.Linear(hidden_size, vocab_size)

    def forward(self, ids: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:
        expected = torch.Size([1, *ids.shape[:-1], self.output.in_features])
        if state.shape != expected:
            raise RuntimeError(f"expected a state {list(expected)}, got {list(state.shape)}")
        states = _fade(self.embedding(ids), state[0])
        return self.output(states), states[..., -1, :].unsqueeze(0)


def _fade(vectors: Tensor, state: Tensor) -> Tensor:
    """States `[*batch, token, hidden]` from vectors of that shape and the state before them."""
    states = []
    for vector in vectors.unbind(-2):
        state = state / 2 + vector
        states.append(state)
    return torch.stack(states, dim=-2)
