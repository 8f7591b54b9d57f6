"""One training loop for every small model: any `transformers` model that returns its own loss.

What has been trained so far lies in one file, written whole or not at all, so that a training that
is stopped goes on where it was. On a CPU the result is the same, bit for bit, as without the stop.
"""

import os
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import torch
from torch.optim import AdamW
from torch.optim.lr_scheduler import OneCycleLR
from tqdm import tqdm
from transformers import PreTrainedModel

from pretraining.batches import Batch

CLIP = 1.0  # the largest norm of the gradient that a step may follow


@dataclass(frozen=True)
class Plan:
    """How long to train and how fast."""

    steps: int
    learning_rate: float
    seed: int = 0
    save_every: int = 200  # steps


def train(model: PreTrainedModel, batches: Iterable[Batch], plan: Plan, state: Path) -> float:
    """Train `model` in place for `plan.steps` batches; return the seconds that it took.

    `batches` are the same, in the same order, each time. `state` is the file that a stopped
    training goes on from. Raises ValueError when that file belongs to another plan.
    """
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model.to(device).train()
    torch.manual_seed(plan.seed)
    optimizer = AdamW(model.parameters(), weight_decay=0.01)
    schedule = OneCycleLR(optimizer, plan.learning_rate, plan.steps, pct_start=0.1)
    done, spent = _resume(state, plan, model, optimizer, schedule)

    left = islice(batches, done, plan.steps) if done < plan.steps else ()
    start, recent = time.monotonic() - spent, []
    with tqdm(total=plan.steps, initial=done, desc=state.stem, mininterval=2) as bar:
        for step, batch in enumerate(left, start=done + 1):
            loss = model(**{name: values.to(device) for name, values in batch.items()}).loss
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
            optimizer.step()
            schedule.step()

            recent = [*recent[-49:], loss.item()]
            bar.set_postfix_str(f"loss {sum(recent) / len(recent):.3f}", refresh=False)
            bar.update()
            if step % plan.save_every == 0 or step == plan.steps:
                _save(state, plan, step, time.monotonic() - start, model, optimizer, schedule)
    model.to("cpu").eval()
    return time.monotonic() - start


def _save(state: Path, plan: Plan, step: int, seconds: float, *parts) -> None:
    kept = {
        "plan": asdict(plan),
        "step": step,
        "seconds": seconds,
        "random": torch.get_rng_state(),
        "parts": [part.state_dict() for part in parts],
    }
    state.parent.mkdir(parents=True, exist_ok=True)
    part = state.with_suffix(".part")
    torch.save(kept, part)
    os.replace(part, state)


def _resume(state: Path, plan: Plan, *parts) -> tuple[int, float]:
    """Steps done and seconds spent before."""
    if not state.exists():
        return 0, 0.0
    kept = torch.load(state, weights_only=True)
    if kept["plan"] != asdict(plan):
        raise ValueError(f"{state} is of another plan, {kept['plan']}: delete it to start anew")
    for part, values in zip(parts, kept["parts"], strict=True):
        part.load_state_dict(values)
    torch.set_rng_state(kept["random"])
    return kept["step"], kept["seconds"]
