"""Things a test cell needs to have beside the student's code: models, files, tokenizers, gradients.

A recipe is called the same way everywhere. In a student's notebook it makes its object right there.
While a judge runs the test cell in another process, the recipe is carried out in the student's
kernel and the test cell gets a stand-in.
"""

import copy
import functools
import importlib
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TypeVar

Recipe = TypeVar("Recipe", bound=Callable[..., Any])
Workshop = Callable[[str, tuple[Any, ...], dict[str, Any]], Any]

workshop: ContextVar[Workshop | None] = ContextVar("workshop", default=None)
RECIPES: dict[str, Callable[..., Any]] = {}


def recipe(function: Recipe) -> Recipe:
    """Carry `function` out in the current workshop, or here when there is none."""

    @functools.wraps(function)
    def make(*args: Any, **kwargs: Any) -> Any:
        elsewhere = workshop.get()
        if elsewhere is None:
            return function(*args, **kwargs)
        return elsewhere(function.__name__, args, kwargs)

    RECIPES[function.__name__] = make
    return make  # type: ignore[return-value]


@recipe
def build(target: Any, *args: Any, weights: Mapping[str, Any] | None = None, **kwargs: Any) -> Any:
    """`target(*args, **kwargs)`, with `weights` loaded into it.

    `target` is a class of the student's or a dotted name such as `"torch.nn.Embedding"`;
    `weights` maps parameter names to tensors and must name every parameter.

    >>> build("torch.nn.Embedding", 5, 3, weights={"weight": torch.zeros(5, 3)})
    """
    if isinstance(target, str):
        module, _, name = target.rpartition(".")
        target = getattr(importlib.import_module(module), name)
    made = target(*args, **kwargs)
    if weights is not None:
        made.load_state_dict(dict(weights))
    return made


@recipe
def scripted(values: Sequence[Any]) -> Any:
    """A module whose calls return `values` in order and are recorded in `.calls`.

    It stands for an encoder or a decoder: `.calls` lists `(args, kwargs)` of each call. One call
    more than there are values raises IndexError.
    """
    from torch import nn

    class Scripted(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

        def forward(self, *args: Any, **kwargs: Any) -> Any:
            if len(self.calls) == len(values):
                raise IndexError(f"called {len(values) + 1} times, expected {len(values)}")
            self.calls.append((args, kwargs))
            return values[len(self.calls) - 1]

    return Scripted()


@recipe
def tokenizer(vocabulary: Sequence[str]) -> Any:
    """A `BertWordPieceTokenizer` of the course's settings whose ids are places in `vocabulary`.

    Like one that was just trained, it adds no special tokens to a sentence.
    """
    from tokenizers import BertWordPieceTokenizer
    from tokenizers.processors import TemplateProcessing

    ids = {token: number for number, token in enumerate(vocabulary)}
    made = BertWordPieceTokenizer(vocab=ids, lowercase=False, strip_accents=False)
    made.post_processor = TemplateProcessing(single="$A")
    return made


@recipe
def file(text: str, name: str = "text.txt") -> str:
    """The path of a new UTF-8 file that holds `text`."""
    path = Path(tempfile.mkdtemp(prefix="check-")) / Path(name).name
    path.write_text(text, encoding="utf-8")
    return str(path)


@recipe
def gradients(function: Any, *args: Any, of: Any) -> dict[str, Any]:
    """The gradient of the sum of `function(*args)` for each parameter of `of`, None where none.

    Raises Mistake where the result has no gradient at all.
    """
    from nlplab.outcomes import Mistake

    result = function(*args)
    tensors = [item for item in _leaves(result) if item.requires_grad]
    if not tensors:
        raise Mistake("check.no_gradient")
    of.zero_grad(set_to_none=True)
    sum(item.sum() for item in tensors).backward()
    return {name: parameter.grad for name, parameter in of.named_parameters()}


@recipe
def called(function: Any, *args: Any) -> tuple[Any, list[Any]]:
    """`function(*args)` and the arguments as the call left them."""
    handed = [copy.deepcopy(item) for item in args]
    return function(*handed), handed


@recipe
def is_a(value: Any, kind: str) -> bool:
    """Whether `value` is an instance of the class with the dotted name `kind`."""
    module, _, name = kind.rpartition(".")
    return isinstance(value, getattr(importlib.import_module(module), name))


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, list | tuple):
        return [leaf for item in value for leaf in _leaves(item)]
    return [value] if hasattr(value, "requires_grad") and value.is_floating_point() else []
