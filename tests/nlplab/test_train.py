"""The training loop: what it puts into a batch, when it ends, and what it leaves behind."""

import random

import pytest
import torch
from torch import nn

from nlplab import train
from nlplab.train import Example

WORDS = 6


class Copier(nn.Module):
    """Says for each source token which token comes out; sources and targets are equally long."""

    def __init__(self) -> None:
        super().__init__()
        self.table = nn.Embedding(WORDS, WORDS)

    def forward(self, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        return self.table(source[..., 1 : target.shape[-1] + 1])


def loss(model: nn.Module, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    logits = model(source, target[:, :-1])
    return nn.functional.cross_entropy(logits.flatten(0, 1), target[:, 1:].flatten())


def translate(model: nn.Module, source: list[int]) -> list[int]:
    ids = torch.tensor(source)
    return [2, *model(ids, ids[:-1]).argmax(-1).tolist()]


def examples(count: int = 40, seed: int = 0) -> list[Example]:
    """Sentences of 2 to 4 words whose translation is each word's neighbour."""
    draw = random.Random(seed)
    sources = [[2, *draw.choices((3, 4), k=draw.randint(2, 4))] for _ in range(count)]
    return [Example(s, [2, *(word + 1 for word in s[1:])], len(s) - 3) for s in sources]


def fitted(**settings) -> tuple[nn.Module, object]:
    torch.manual_seed(0)
    model = Copier()
    given = {"epochs": 6, "learning_rate": 0.2, "batch_size": 8} | settings
    return model, train.fit(model, loss, examples(), examples(10, seed=1), translate, **given)


def test_a_batch_holds_sources_of_one_length_and_every_example_once():
    given = examples()
    seen = []
    for sources, targets in train.batches(given, 8, random.Random(0)):
        assert len(sources) == len(targets) <= 8
        seen += zip(sources.tolist(), targets.tolist(), strict=True)
    assert sorted(seen) == sorted((e.source, e.target) for e in given)


def test_targets_of_other_lengths_are_filled_up_with_padding():
    pairs = [Example([2, 3], [2, 5, 4, 3], 0), Example([2, 4], [2, 3], 0)]
    [(_, targets)] = train.batches(pairs, 8, random.Random(0))
    assert sorted(targets.tolist()) == [[2, 3, 0, 0], [2, 5, 4, 3]]


def test_it_learns_and_tells_how_each_epoch_went():
    model, history = fitted()
    assert list(history.columns) == ["loss", "held_out_loss", "exact_match"]
    assert history["exact_match"].iloc[-1] == 1.0
    assert translate(model, [2, 4, 3]) == [2, 5, 4]


def test_the_same_seed_trains_the_same_model():
    assert fitted(seed=5)[1].equals(fitted(seed=5)[1])
    assert not fitted(seed=5)[1].equals(fitted(seed=6)[1])


def test_it_ends_early_when_the_held_out_loss_falls_no_further_and_keeps_the_best_weights():
    model, history = fitted(epochs=40, learning_rate=30.0, patience=2)
    assert len(history) < 40
    kept = loss(model, *next(train.batches(examples(10, seed=1), 100, random.Random(0))))
    assert history["held_out_loss"].idxmin() == len(history) - 3
    assert torch.isfinite(kept)


def test_a_large_gradient_is_clipped():
    steps = []

    def steep(model: nn.Module, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        steps.append(model.table.weight.detach().clone())
        return 1e6 * loss(model, source, target)

    model = Copier()
    train.fit(model, steep, examples(8), examples(4), translate, epochs=1, batch_size=4)
    assert model.table.weight.grad.norm() <= train.CLIP * 1.001


def test_stopping_by_hand_keeps_what_was_learnt_and_the_notebook_goes_on(capsys):
    calls = []

    def impatient(model: nn.Module, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        calls.append(1)
        if len(calls) == 20:
            raise KeyboardInterrupt
        return loss(model, source, target)

    torch.manual_seed(0)
    model = Copier()
    settings = {"epochs": 9, "learning_rate": 0.2, "batch_size": 8}
    history = train.fit(model, impatient, examples(), examples(10, 1), translate, **settings)
    assert 1 <= len(history) < 9
    assert str(len(history)) in capsys.readouterr().out
    assert model.training


@pytest.mark.parametrize(("training", "held_out"), [([], examples(3)), (examples(3), [])])
def test_nothing_to_train_or_to_measure_on_is_refused(training, held_out):
    with pytest.raises(ValueError, match=f"{len(training)}.*{len(held_out)}"):
        train.fit(Copier(), loss, training, held_out, translate)


def test_token_accuracy_counts_each_stage_and_no_padding():
    model = Copier()
    model.table.weight.data = 9.0 * torch.eye(WORDS).roll(1, dims=1)  # always the neighbour
    right = Example([2, 3, 4], [2, 4, 5], 0)
    half = Example([2, 3, 4], [2, 4, 1], 1)
    shorter = Example([2, 3, 4], [2, 4], 1)
    assert train.token_accuracy(model, [right, half, shorter]) == {0: 1.0, 1: pytest.approx(2 / 3)}
    with pytest.raises(ValueError, match="0"):
        train.token_accuracy(model, [])
