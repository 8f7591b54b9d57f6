"""What encoders and decoders promise, and what they refuse with a clear error."""

import pytest
import torch
from torch import nn

from nlplab import messages, seq2seq


@pytest.fixture(autouse=True)
def english():
    messages.use("en")
    yield
    messages.use("ko")


class Bag(seq2seq.Encoder):
    def __init__(self, vocab_size: int = 5, hidden_size: int = 3) -> None:
        super().__init__(hidden_size)
        self.embedding = nn.Embedding(vocab_size, hidden_size)

    def forward(self, ids):
        states = self.embedding(ids)
        return states, states[..., -1:, :]


class Joined(seq2seq.Seq2Seq):
    def forward(self, source, target):
        return self.decoder(target, self.encoder(source)[1])[0]


def test_a_class_without_forward_makes_no_model():
    class Half(seq2seq.Encoder):
        pass

    with pytest.raises(TypeError, match="forward"):
        Half(3)


@pytest.mark.parametrize("ids", [[1, 5], [7], [-1, 2]])
def test_an_id_outside_the_vocabulary_is_named_with_the_last_one(ids):
    wrong = next(number for number in ids if not 0 <= number < 5)
    with pytest.raises(IndexError, match=rf"{wrong}.*\b4\b"):
        Bag()(torch.tensor(ids))
    with pytest.raises(IndexError, match=rf"{wrong}.*\b4\b"):
        Bag()(ids=torch.tensor([ids]))


@pytest.mark.parametrize("ids", [torch.tensor([4]), torch.zeros(0, dtype=torch.long)])
def test_one_token_and_none_are_read(ids):
    assert Bag()(ids)[0].shape == (len(ids), 3)


def test_sizes_that_differ_are_both_named():
    with pytest.raises(ValueError, match=r"8.*3"):
        Joined(Bag(hidden_size=8), Bag(hidden_size=3))


def test_encoder_and_decoder_are_parts_of_the_model():
    model = Joined(Bag(), Bag())
    assert {name.partition(".")[0] for name, _ in model.named_parameters()} == {
        "encoder",
        "decoder",
    }
