"""Pretrained models for sections 05 to 07: the public ones, or small twins that ship with nlplab.

    model = AutoModelForMaskedLM.from_pretrained(checkpoint("bert-base-cased"))

A twin has the class and the tokenizer of the public model and was trained from scratch by
`pretraining` on text of the project's own making; its README.md says how and what it can do.
"""

import os
from functools import cache
from pathlib import Path
from typing import Any

from nlplab.checkpoints import hub
from nlplab.data.original import UnavailableError
from nlplab.messages import say

TWINS = {
    name: Path(__file__).parent / name.rpartition("/")[2]
    for name in ("Helsinki-NLP/opus-mt-ko-en", "bert-base-cased", "gpt2")
}
KINDS = ("AutoModelForSeq2SeqLM", "AutoModelForMaskedLM", "AutoModelForCausalLM")  # of the TWINS


class CheckpointError(Exception):
    """A model that cannot be had; the message says why, and which can."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def checkpoint(name: str, *, patience: float = 5.0) -> str:
    """What `from_pretrained` takes for the model that the Hugging Face hub calls `name`.

    The first of these that is there, and one printed line says which:

    1. the name itself, when the hub answers within `patience` seconds and all files come whole,
       never pausing for a minute (twelve times `patience`);
    2. the folder with the files, when they came whole some time before;
    3. the folder of the small twin; at once when the environment variable NLPLAB_OFFLINE is 1.

    Raises CheckpointError when none of them is there.
    """
    try:
        key, source, values = _public(name, patience)
    except UnavailableError as error:
        reason = say(error.reason, **error.values)
        if name not in TWINS:
            there = ", ".join(TWINS)
            message = say("checkpoint.missing", name=name, reason=reason, there=there)
            raise CheckpointError(message) from None
        key, source, values = "checkpoint.twin", str(TWINS[name]), {"reason": reason}
    print(say(key, name=name, **values))
    return source


@cache
def small(kind: str, name: str) -> Any:
    """The small model or tokenizer `name`, loaded by the class `kind` of transformers.

    The same object every time, to be copied. It generates without beams.
    """
    import transformers
    from transformers.utils import logging

    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        loaded = getattr(transformers, kind).from_pretrained(TWINS[name])
    finally:
        if shown:
            logging.enable_progress_bar()
    if hasattr(loaded, "generation_config"):
        loaded.generation_config.max_length = None  # else generate warns of every max_new_tokens
        loaded.generation_config.num_beams = 1
    return loaded


def load() -> None:
    """Have all that `small` gives loaded, so that none takes time when it is needed."""
    for name, kind in zip(TWINS, KINDS, strict=True):
        small(kind, name)
        small("AutoTokenizer", name)


def _public(name: str, patience: float) -> tuple[str, str, dict[str, str]]:
    """The message that tells where the public model is, where it is, and what fills the message."""
    if os.environ.get("NLPLAB_OFFLINE") == "1":
        raise UnavailableError("data.offline")
    hub.require_name(name)
    if hub.drop_damaged(name):
        print(say("checkpoint.damaged", name=name))
    try:
        hub.download(name, patience)
    except UnavailableError as error:
        if folder := hub.cached(name):
            return "checkpoint.cached", str(folder), {"reason": say(error.reason, **error.values)}
        raise
    return "checkpoint.hub", name, {}
