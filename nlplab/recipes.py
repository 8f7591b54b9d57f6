"""Things a test cell needs to have beside the student's code: models, files, tokenizers, gradients.

A recipe is called the same way everywhere. In a student's notebook it makes its object right there.
While a judge runs the test cell in another process, the recipe is carried out in the student's
kernel and the test cell gets a stand-in.
"""

import contextlib
import copy
import functools
import importlib
import inspect
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ParamSpec, TypeVar

from nlplab.checks import traces
from nlplab.checks.facts import kind_of
from nlplab.checks.plain import plain
from nlplab.checks.reductions import REDUCTIONS

Arguments = ParamSpec("Arguments")
Made = TypeVar("Made")
Workshop = Callable[[str, tuple[Any, ...], dict[str, Any]], Any]

workshop: ContextVar[Workshop | None] = ContextVar("workshop", default=None)
RECIPES: dict[str, Callable[..., Any]] = {}


def recipe(function: Callable[Arguments, Made]) -> Callable[Arguments, Made]:
    """Carry `function` out in the current workshop, or here when there is none."""

    @functools.wraps(function)
    def make(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Made:
        elsewhere = workshop.get()
        if elsewhere is None:
            return _here(function, *args, **kwargs)
        made: Made = elsewhere(function.__name__, args, kwargs)
        return made

    RECIPES[function.__name__] = make
    return make


def _here(
    function: Callable[Arguments, Made], *args: Arguments.args, **kwargs: Arguments.kwargs
) -> Made:
    """`function(*args, **kwargs)`; what student code raises to end more than itself is an error."""
    try:
        return function(*args, **kwargs)
    except (Exception, KeyboardInterrupt):
        raise
    except BaseException as error:
        from nlplab.check import StudentError

        raise StudentError.of(error) from None


@recipe
def build(target: Any, *args: Any, weights: Mapping[str, Any] | None = None, **kwargs: Any) -> Any:
    """`target(*args, **kwargs)`, with `weights` loaded into it.

    `target` is a class of the student's or a dotted name such as `"torch.nn.Embedding"`;
    `weights` maps parameter names to tensors and must name every parameter. Raises Mistake where
    the object has others, or of another shape.

    >>> build("torch.nn.Embedding", 5, 3, weights={"weight": torch.zeros(5, 3)})
    """
    if isinstance(target, str):
        module, _, name = target.rpartition(".")
        target = getattr(importlib.import_module(module), name)
    made = target(*args, **kwargs)
    if weights is not None:
        _require_parameters(made, {name: list(value.shape) for name, value in weights.items()})
        made.load_state_dict(dict(weights))
    return made


def _require_parameters(made: Any, expected: Mapping[str, list[int]]) -> None:
    from nlplab.outcomes import Mistake

    own = {name: list(value.shape) for name, value in made.state_dict().items()}
    for name in [*expected, *own]:
        if own.get(name) != expected.get(name):
            shapes = {"expected": expected.get(name, "–"), "actual": own.get(name, "–")}
            error = Mistake("check.parameter", name=name, **shapes)
            error.facts = ["parameter", name, own.get(name)]
            raise error


@recipe
def scripted(values: Sequence[Any]) -> Any:
    """A module whose calls return `values` in order and are recorded in `.calls`.

    It stands for an encoder or a decoder: `.calls` lists `(args, kwargs)` of each call, and float
    tensors come with a gradient, as those of a module in training. One call more than there are
    values raises IndexError.
    """
    import torch
    from torch import nn

    def weigh(value: Any, weight: Any) -> Any:
        if isinstance(value, list | tuple):
            return type(value)(weigh(item, weight) for item in value)
        return value * weight if torch.is_tensor(value) and value.is_floating_point() else value

    class Scripted(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
            self.weight = nn.Parameter(torch.ones(()))

        def forward(self, *args: Any, **kwargs: Any) -> Any:
            if len(self.calls) == len(values):
                error = IndexError(f"called {len(values) + 1} times, expected {len(values)}")
                error.facts = ["calls", len(values) + 1]  # type: ignore[attr-defined]  # as above
                raise error
            self.calls.append((args, kwargs))
            return weigh(values[len(self.calls) - 1], self.weight)

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
def gradients(function: Any, *args: Any, of: Any = None) -> dict[str, Any]:
    """The gradient of the sum of `function(*args)` for each parameter of `of`, None where none.

    Without `of`, for each float tensor among `args`, by its place ("0", "1", …), or in a tuple
    among them ("1.0", "1.1", …). Raises Mistake where a float tensor in the result has no gradient
    at all.
    """
    from nlplab.outcomes import Mistake

    if of is None:
        named: dict[str, Any] = {}
        args = tuple(traces.leaf(value, str(place), named) for place, value in enumerate(args))
    else:
        named = dict(of.named_parameters())
        of.zero_grad(set_to_none=True)
    results = traces.floats(function(*args))
    if not results or not all(value.requires_grad for value in results):
        raise Mistake("check.no_gradient")
    sum(value.sum() for value in results).backward()
    found: dict[str, Any] = plain({name: value.grad for name, value in named.items()})
    return found


@recipe
def observed(
    function: Any,
    args: Sequence[Any],
    kwargs: Mapping[str, Any],
    through: str = "",
    banned: Sequence[str] = (),
) -> tuple[Any, list[Any], list[str]]:
    """`function(*args, **kwargs)`, the arguments as the call left them, and what it used.

    All is made plain, the result after the reduction named by `through`. `banned` are parts of
    the names of torch's functions, and dotted names of methods, whose calls are noted however the
    student names them.

    Raises as `plain` does. An exception that the function raises is given, as `facts`, the last
    operation of torch and the shapes of what that was handed, or the kind of what lacks an
    attribute: it says where a mistake shows, in no language.
    """
    handed = [item if kind_of(item) == "object" else copy.deepcopy(item) for item in args]
    used: list[str] = []
    with contextlib.ExitStack() as stack:
        for method in (name for name in banned if "." in name):
            stack.enter_context(traces.noting(method, used))
        watch = traces.watch([name for name in banned if "." not in name], used)
        try:
            with watch or contextlib.nullcontext():
                result = function(*handed, **kwargs)
            result = plain(REDUCTIONS[through](result) if through else result)
        except Exception as error:
            with contextlib.suppress(Exception):  # an exception may be of the student's own making
                told = isinstance(error, NameError) or bool(getattr(error, "facts", ()))
                if watch is not None and not told:  # for `StudentError.of`
                    error.facts = traces.lacking(error) or watch.last  # type: ignore[attr-defined]
            raise
    left = [traces.left(before, after) for before, after in zip(args, handed, strict=True)]
    return result, left, sorted({*used})


@recipe
def elsewhere(function: Any) -> Any:
    """`function`, called while the notebook's `device` is another than that of any tensor."""

    @functools.wraps(function)
    def called(*args: Any, **kwargs: Any) -> Any:
        with traces.named(function, "device", "meta"):
            return function(*args, **kwargs)

    return called


@recipe
def heard(script: Any) -> Any:
    """What a module that `scripted` made was called with, call by call; raises as `plain` does."""
    return plain([[*args, *kwargs.values()] for args, kwargs in script.calls])


@recipe
def pretrained(kind: str, name: str) -> Any:
    """A new copy of `nlplab.checkpoints.small(kind, name)`: a small model or tokenizer.

    >>> pretrained("AutoModelForMaskedLM", "bert-base-cased")
    """
    from nlplab.checkpoints import small

    return copy.deepcopy(small(kind, name))


@recipe
def counted(owner: Any, method: str = "forward") -> Any:
    """Counts the calls of `owner.method` from now on; its `.calls` says how many there were."""
    counter = SimpleNamespace(calls=0)
    original = getattr(owner, method)

    @functools.wraps(original)
    def counting(*args: Any, **kwargs: Any) -> Any:
        counter.calls += 1
        return original(*args, **kwargs)

    setattr(owner, method, counting)
    return counter


@recipe
def watched(owner: Any, method: str, usual: Mapping[str, Sequence[str]]) -> Any:
    """Notes what `owner.method` is handed from now on that is not `usual`, in `.odd`, as one text.

    `usual` maps arguments, the only ones that are looked at, to the kinds that they may be of (see
    `facts.kind_of`), for tensors with the number of axes, as `"Tensor 2"`; none means no argument.
    """
    watcher = SimpleNamespace(odd="")
    original = getattr(owner, method)
    names = [*inspect.signature(original).parameters]
    found: set[str] = set()

    @functools.wraps(original)
    def watching(*args: Any, **kwargs: Any) -> Any:
        given = {**dict(zip(names, args, strict=False)), **kwargs}
        for name in usual.keys() & given.keys():
            kind = kind_of(given[name])
            kind = f"Tensor {given[name].ndim}" if kind == "Tensor" else kind
            if kind not in ("None", *usual[name]):
                found.add(f"{name}: {kind}")
        watcher.odd = ", ".join(sorted(found))
        return original(*args, **kwargs)

    setattr(owner, method, watching)
    return watcher


@recipe
def is_a(value: Any, kind: str) -> bool:
    """Whether `value` is of the class with this dotted name; raises NotAttempted for a FIXME."""
    from nlplab.outcomes import NotAttempted, is_blank

    if is_blank(value):
        raise NotAttempted
    module, _, name = kind.rpartition(".")
    return isinstance(value, getattr(importlib.import_module(module), name))
