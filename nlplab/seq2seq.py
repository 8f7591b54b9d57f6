"""What every encoder and decoder of the course promises, from the RNN of 02 to attention in 04.

Shapes are those of one sentence, `[src]`, or of a batch, `[batch, src]`: `*batch` stands for
either. What an encoder hands to a decoder is its `state`: a tensor `[layers, *batch, hidden]`, or
for an LSTM a pair of them.
"""

from abc import ABC, abstractmethod
from typing import Any

from torch import Tensor, nn

from nlplab.messages import say


class _Reader(nn.Module, ABC):
    """Looks ids up in `self.embedding`, and refuses those that it does not have."""

    embedding: nn.Embedding

    def __init__(self, hidden_size: int) -> None:
        super().__init__()
        self.hidden_size = hidden_size
        self.register_forward_pre_hook(_require_known_ids, with_kwargs=True)


class Encoder(_Reader):
    """Reads a sentence of ids `[*batch, src]`.

    forward returns the hidden state at every token, `[*batch, src, hidden]`, and the last state.
    """

    @abstractmethod
    def forward(self, ids: Tensor) -> tuple[Tensor, Any]: ...


class Decoder(_Reader):
    """Writes a sentence from a state.

    forward takes ids `[*batch, tgt]` and the state before them; it returns the logits of the token
    after each, `[*batch, tgt, vocab]`, and the state after them.
    """

    @abstractmethod
    def forward(self, ids: Tensor, state: Any) -> tuple[Tensor, Any]: ...


class Seq2Seq(nn.Module, ABC):
    """An encoder and a decoder that go on from one another; raises ValueError where they cannot.

    forward takes sources `[*batch, src]` and target inputs `[*batch, tgt]` and returns logits
    `[*batch, tgt, vocab]`.
    """

    def __init__(self, encoder: nn.Module, decoder: nn.Module) -> None:
        super().__init__()
        sizes = [getattr(part, "hidden_size", None) for part in (encoder, decoder)]
        if None not in sizes and sizes[0] != sizes[1]:
            raise ValueError(say("seq2seq.sizes", encoder=sizes[0], decoder=sizes[1]))
        self.encoder = encoder
        self.decoder = decoder

    @abstractmethod
    def forward(self, source: Tensor, target: Tensor) -> Tensor: ...


def _require_known_ids(reader: _Reader, arguments: tuple[Any, ...], named: dict[str, Any]) -> None:
    ids, size = arguments[0] if arguments else named.get("ids"), reader.embedding.num_embeddings
    if not isinstance(ids, Tensor) or not ids.numel():
        return
    smallest, largest = int(ids.min()), int(ids.max())
    if smallest < 0 or largest >= size:
        wrong = largest if largest >= size else smallest
        raise IndexError(say("seq2seq.unknown_id", id=wrong, last=size - 1))
