"""From nothing to a folder that `from_pretrained` loads."""

import os
import shutil
from pathlib import Path
from types import ModuleType

import torch

from pretraining.batches import batches
from pretraining.loop import train

Facts = dict[str, float]


def build(recipe: ModuleType, folder: Path, state: Path) -> Facts:
    """Make the model of `recipe` in `folder`, going on from `state`; return what the card says."""
    texts = recipe.corpus()
    tokenizer = recipe.tokenizer(texts)
    torch.manual_seed(recipe.PLAN.seed)
    model = recipe.model(tokenizer)
    rows = recipe.rows(texts, tokenizer)
    prepared = batches(rows, recipe.collator(tokenizer, model), recipe.BATCH, recipe.PLAN.seed)
    seconds = train(model, prepared, recipe.PLAN, state)
    _save(model, tokenizer, folder)
    return {
        "texts": len(texts),
        "tokens": len(tokenizer),
        "parameters": model.num_parameters(),
        "steps": recipe.PLAN.steps,
        "batch": recipe.BATCH,
        "minutes": round(seconds / 60, 1),
    }


def _save(model, tokenizer, folder: Path) -> None:
    """Write both into `folder`, which afterwards is whole or as it was."""
    part = folder.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    model.save_pretrained(part)
    tokenizer.save_pretrained(part)
    for file in part.iterdir():
        file.chmod(0o644)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    os.replace(part, folder)
