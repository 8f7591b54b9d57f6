"""One training loop for every model of the course that turns one sequence of ids into another.

    history = train.fit(model, loss, training, validation, translate, learning_rate=0.003)

A model is called with sources `[batch, src]` and target inputs `[batch, tgt]`, both of ids, and
returns logits `[batch, tgt, vocab]`.
"""

import random
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from copy import deepcopy
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from nlplab.colab import seed as seed_everything
from nlplab.messages import say

if TYPE_CHECKING:
    import pandas
    from torch import Tensor, device, nn
    from torch.optim import Optimizer
    from torch.optim.lr_scheduler import LRScheduler
    from tqdm import tqdm

PAD = 0
CLIP = 1.0  # the largest norm of the gradient that a step may follow
HISTORY = ["loss", "validation_loss", "exact_match", "sentences", "seconds"]
BETAS = (0.9, 0.98)  # of Adam; a shorter memory of squares than its own 0.999 suits short trainings

Loss = Callable[["nn.Module", "Tensor", "Tensor"], "Tensor"]
Translate = Callable[["nn.Module", list[int]], list[int]]


class Example(NamedTuple):
    """The ids of a sentence and of its translation, and the stage of the pair."""

    source: list[int]
    target: list[int]
    stage: int


def batches(
    examples: Sequence[Example], size: int, draw: random.Random, device: "device | str" = "cpu"
) -> Iterator[tuple["Tensor", "Tensor"]]:
    """Sources `[batch, src]` and targets `[batch, tgt]`, every example once, in random order.

    The sources of a batch have one length, so none needs padding; targets are filled up with PAD.
    """
    import torch

    same_length: defaultdict[int, list[Example]] = defaultdict(list)
    for example in draw.sample(examples, len(examples)):
        same_length[len(example.source)].append(example)
    groups = [
        group[start : start + size]
        for group in same_length.values()
        for start in range(0, len(group), size)
    ]
    draw.shuffle(groups)
    for group in groups:
        sources = torch.tensor([example.source for example in group], device=device)
        targets = [torch.tensor(example.target, device=device) for example in group]
        yield sources, torch.nn.utils.rnn.pad_sequence(targets, True, PAD)


def fit(
    model: "nn.Module",
    loss: Loss,
    training: Sequence[Example],
    validation: Sequence[Example],
    translate: Translate,
    *,
    learning_rate: float,
    epochs: int = 4,
    batch_size: int = 64,
    patience: int = 3,
    seed: int = 0,
) -> "pandas.DataFrame":
    """Train `model` in place, on the device that it is on, and return how it went, a row an epoch.

    `loss(model, sources, targets)` is what becomes smaller. After each epoch the loss and the
    exact match of `translate(model, source)` are taken on `validation` and shown with the progress
    bar. When the validation loss has not become smaller for `patience` epochs, training ends; the
    model keeps the weights of its best epoch. Stopping the cell by hand (KeyboardInterrupt) ends
    it in the same way.

    Columns of the result: `loss`, `validation_loss`, `exact_match`, and how many `sentences` and
    `seconds` of processor time it took until then. Raises ValueError when there are no examples to
    train on, or none to validate with.
    """
    import pandas

    if not training or not validation:
        raise ValueError(say("train.empty", training=len(training), measured=len(validation)))
    seed_everything(seed)
    measure = partial(_measure, model, loss, validation, translate)
    rows = _epochs(model, loss, training, measure, epochs, batch_size, learning_rate, seed)
    with _one_thread(), closing(rows):
        history = _keep_best(model, rows, patience)
    return pandas.DataFrame(history, columns=HISTORY)


def cost(model: "nn.Module", history: "pandas.DataFrame") -> dict[str, float]:
    """What a training took, for the table of results: `sentences` seen, `parameters`, `seconds`."""
    parameters = sum(parameter.numel() for parameter in model.parameters())
    sentences, seconds = (history[column].max() for column in ("sentences", "seconds"))
    return {"sentences": sentences, "parameters": parameters, "seconds": seconds}


def token_accuracy(model: "nn.Module", examples: Sequence[Example]) -> dict[int, float]:
    """For each stage the share of target tokens that `model` finds, given the right ones before.

    Raises ValueError when there are no examples.
    """
    import torch

    if not examples:
        raise ValueError(say("train.empty", training=0, measured=0))
    device = next(model.parameters()).device
    counts = []  # for each example how many tokens are found, and how many there are
    with _evaluating(model):
        for source, target, _ in examples:
            read = [torch.tensor(ids, device=device) for ids in (source, target)]
            after = model(*read).argmax(-1).tolist()  # of each token; the last has none to be found
            found = sum(map(int.__eq__, after, target[1:]))
            counts.append([found, len(target) - 1])
    stages = torch.tensor([example.stage for example in examples])
    sums = torch.zeros(max(stages) + 1, 2).index_add(0, stages, torch.tensor(counts).float())
    return {stage: (found / of).item() for stage, (found, of) in enumerate(sums) if of}


def _keep_best(
    model: "nn.Module", rows: Iterator[dict[str, float]], patience: int
) -> list[dict[str, float]]:
    """The rows of the epochs until training ends, with the weights of the best one in `model`."""
    history: list[dict[str, float]] = []
    best, best_epoch, weights = float("inf"), 0, None
    try:
        for epoch, row in enumerate(rows):
            history.append(row)
            if row["validation_loss"] < best:
                best, best_epoch = row["validation_loss"], epoch
                weights = deepcopy(model.state_dict())
            elif epoch - best_epoch >= patience:
                break
    except KeyboardInterrupt:
        print(say("train.stopped", epochs=len(history)))
    if weights is not None:
        model.load_state_dict(weights)
    return history


def _epochs(
    model: "nn.Module",
    loss: Loss,
    training: Sequence[Example],
    measure: Callable[[], dict[str, float]],
    epochs: int,
    batch_size: int,
    learning_rate: float,
    seed: int,
) -> Generator[dict[str, float], None, None]:
    """Train for an epoch at a time; each gives its mean loss and what `measure` then finds."""
    import torch
    from tqdm import tqdm

    draw, device = random.Random(seed), next(model.parameters()).device
    steps = epochs * sum(1 for _ in batches(training, batch_size, random.Random(seed)))
    optimizer = torch.optim.Adam(model.parameters(), betas=BETAS, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, learning_rate, steps)
    begun = time.process_time()
    with tqdm(total=steps) as bar:
        for epoch in range(epochs):
            prepared = batches(training, batch_size, draw, device)
            row = {"loss": _epoch(model, loss, prepared, optimizer, schedule, bar), **measure()}
            bar.set_postfix({name: f"{value:.2f}" for name, value in row.items()})
            seen, seconds = (epoch + 1) * len(training), time.process_time() - begun
            yield {**row, "sentences": seen, "seconds": seconds}


def _epoch(
    model: "nn.Module",
    loss: Loss,
    prepared: Iterator[tuple["Tensor", "Tensor"]],
    optimizer: "Optimizer",
    schedule: "LRScheduler",
    bar: "tqdm[Any]",
) -> float:
    """The mean loss over the batches, each of which moves the weights by one step."""
    import torch
    from torch.nn.utils import clip_grad_norm_

    model.train()
    trained = [parameter for parameter in model.parameters() if parameter.requires_grad]
    values: list[float] = []
    for sources, targets in prepared:
        value = loss(model, sources, targets)
        gradients = torch.autograd.grad(value, trained, allow_unused=True)
        for parameter, gradient in zip(trained, gradients, strict=True):
            parameter.grad = gradient
        clip_grad_norm_(trained, CLIP)
        optimizer.step()
        schedule.step()
        values.append(value.item())
        bar.update()
        bar.set_description(f"loss {sum(values[-20:]) / len(values[-20:]):.2f}", refresh=False)
    return sum(values) / len(values)


def _measure(
    model: "nn.Module", loss: Loss, validation: Sequence[Example], translate: Translate
) -> dict[str, float]:
    device = next(model.parameters()).device
    with _evaluating(model):
        prepared = batches(validation, 256, random.Random(0), device)
        values = [(len(sources), loss(model, sources, targets)) for sources, targets in prepared]
        right = sum(translate(model, source) == target for source, target, _ in validation)
    mean = sum(count * value.item() for count, value in values) / len(validation)
    return {"validation_loss": mean, "exact_match": right / len(validation)}


@contextmanager
def _one_thread() -> Iterator[None]:
    # The matrices of the course are too small to gain from a second thread, and threads that wait
    # for each other on a busy machine take many times as long.
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@contextmanager
def _evaluating(model: "nn.Module") -> Iterator[None]:
    import torch

    model.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        model.train()
