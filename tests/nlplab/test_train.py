"""The training loop: what it puts into a batch, when it ends, and what it leaves behind."""

import random

import pytest
import torch
from tokenizers import BertWordPieceTokenizer
from torch import nn

from nlplab import data, train
from nlplab.data import small_world
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
    assert list(history.columns) == train.HISTORY
    assert history["sentences"].tolist() == [40, 80, 120, 160, 200, 240]
    assert history["seconds"].is_monotonic_increasing
    assert history["exact_match"].iloc[-1] == 1.0
    assert translate(model, [2, 4, 3]) == [2, 5, 4]


def test_the_same_seed_trains_the_same_model():
    first, again, other = (fitted(seed=seed)[1].drop(columns="seconds") for seed in (5, 5, 6))
    assert first.equals(again)
    assert not first.equals(other)


class Reader(nn.Module):
    """Tells each target token from the one before it and the mean of the source."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.table = nn.Embedding(words, 8)
        self.output = nn.Linear(8, words)

    def forward(self, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        return self.output(self.table(source).mean(-2, keepdim=True) + self.table(target))


def table(path: str, sentences: list[str]) -> tuple[object, dict[int, float]]:
    """What a run reaches, from the training of its tokenizer on, all but how long it took."""
    tokenizer = BertWordPieceTokenizer(lowercase=False)
    tokenizer.train([path], min_frequency=2, show_progress=False)
    fixed = data.fixed_vocabulary(tokenizer, sentences)
    given = [Example(ids, ids, 0) for ids in (fixed.encode(text).ids for text in sentences)]
    torch.manual_seed(0)
    model = Reader(fixed.get_vocab_size())
    how = {"learning_rate": 0.01, "batch_size": 8}
    history = train.fit(model, loss, given[20:], given[:20], lambda _, source: source, **how)
    return history.drop(columns="seconds"), train.token_accuracy(model, given[:20])


def test_two_runs_from_the_tokenizer_on_give_the_same_table(tmp_path):
    sentences = list(small_world.pairs("train", 40)["korean"])
    path = str(data.write_lines(sentences, tmp_path / "sentences.txt"))
    (first, accuracy), (again, as_before) = table(path, sentences), table(path, sentences)
    assert first.equals(again)
    assert accuracy == as_before


def test_the_cost_of_a_training_is_what_it_saw_what_it_weighs_and_how_long_it_took():
    model, history = fitted()
    cost = train.cost(model, history)
    assert cost == {"sentences": 240, "parameters": WORDS**2, "seconds": history["seconds"].max()}


def test_it_ends_early_when_the_validation_loss_falls_no_further_and_keeps_the_best_weights():
    model, history = fitted(epochs=40, learning_rate=30.0, patience=2)
    assert len(history) < 40
    kept = loss(model, *next(train.batches(examples(10, seed=1), 100, random.Random(0))))
    assert history["validation_loss"].idxmin() == len(history) - 3
    assert torch.isfinite(kept)


def test_a_large_gradient_is_clipped():
    steps = []

    def steep(model: nn.Module, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        steps.append(model.table.weight.detach().clone())
        return 1e6 * loss(model, source, target)

    model = Copier()
    given = {"learning_rate": 0.003, "epochs": 1, "batch_size": 4}
    train.fit(model, steep, examples(8), examples(4), translate, **given)
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


@pytest.mark.parametrize(("training", "validation"), [([], examples(3)), (examples(3), [])])
def test_nothing_to_train_or_to_validate_with_is_refused(training, validation):
    with pytest.raises(ValueError, match=f"{len(training)}.*{len(validation)}"):
        train.fit(Copier(), loss, training, validation, translate, learning_rate=0.003)


def test_token_accuracy_counts_each_stage_and_no_padding():
    model = Copier()
    model.table.weight.data = 9.0 * torch.eye(WORDS).roll(1, dims=1)  # always the neighbour
    right = Example([2, 3, 4], [2, 4, 5], 0)
    half = Example([2, 3, 4], [2, 4, 1], 1)
    shorter = Example([2, 3, 4], [2, 4], 1)
    assert train.token_accuracy(model, [right, half, shorter]) == {0: 1.0, 1: pytest.approx(2 / 3)}
    with pytest.raises(ValueError, match="0"):
        train.token_accuracy(model, [])
