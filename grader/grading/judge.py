"""Test cells, run here against stand-ins for what lives in a student's kernel."""

import ast
import contextlib
import io
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any, NoReturn

from nbformat import NotebookNode
from nbformat.v4 import new_output

from grader.classroom.submission import writable
from grader.errors import GraderFault, UnreadableAnswer
from grader.notebooks.names import free_names
from grader.outcome import OUTCOMES, TestOutcome
from grader.sandboxed import protocol
from nlplab.check import StudentError, outcome_of
from nlplab.checks.case import CaseFailed
from nlplab.checks.recorded import RecordedError
from nlplab.outcomes import Mistake, NotAttempted, Outcome
from nlplab.recipes import workshop

# What nlplab itself finds wrong inside a student's kernel.
CLAIMS = (
    *("shapes.argument", "shapes.result"),
    *("check.none", "check.no_gradient", "check.bad_answer", "check.parameter"),
)
LINE = 200  # characters of a student's line that are kept
NAME = 80  # of a function's name
TEXT = 2_000  # of what an exception says, or what is known of it
MESSAGE = 10_000  # of what a student is told
PRINTED = 200_000  # and of what a check shows
Verdict = tuple[TestOutcome, list[NotebookNode]]
# Sends a request to the kernel and gives its answer; see `grader.sandboxed.agent` and `Kernel.ask`.
Ask = Callable[[list[Any], protocol.Refer, protocol.Resolve], Any]


class JudgeFailed(BaseException):
    """Our own code failed between a check and the kernel: the check's fault or the grader's."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(f"{type(cause).__name__}: {cause}")


class StandIn:
    """An object of the student's, held by the kernel: it can be called and its attributes read.

    Raises TypeError for everything else, such as writing an attribute or changing it in place.
    """

    __slots__ = ("_agent", "_reference", "_type")

    def __init__(self, agent: "Agent", reference: int, type_name: str) -> None:
        object.__setattr__(self, "_agent", agent)
        object.__setattr__(self, "_reference", reference)
        object.__setattr__(self, "_type", type_name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._agent.ask("call", self, list(args), kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            return self._agent.ask("attribute", self, name)
        except StudentError as error:
            if error.kind == "AttributeError":
                raise AttributeError(name) from None
            raise

    def __repr__(self) -> str:
        return f"<{self._type} in the student's kernel>"


def _refuse(stand_in: StandIn, *_: Any) -> NoReturn:
    raise TypeError(
        f"{stand_in!r} can be called and its attributes read; a test cell must not change, "
        "iterate or compare it: ask for a value instead"
    )


for _name in [
    "setattr",
    "delattr",
    "setitem",
    "getitem",
    "delitem",
    "iter",
    "len",
    "contains",
    "bool",
    "eq",
    "ne",
    "lt",
    "le",
    "gt",
    "ge",
    "iadd",
    "isub",
    "imul",
    "itruediv",
    "ior",
    "iand",
    "add",
    "sub",
    "mul",
    "truediv",
    "matmul",
    "enter",
    "exit",
]:
    setattr(StandIn, f"__{_name}__", _refuse)


class Agent:
    """The judge's side of the line to a student's kernel."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def ask(self, operation: str, *body: Any) -> Any:
        """The value that the kernel answers, a stand-in where the object stays there.

        Raises what the student's code raised, as StudentError or an Outcome; NameError for a
        name that is missing; JudgeFailed when this goes wrong on our side.
        """
        try:
            reply = self._ask([operation, *body], self._refer, self._resolve)
        except UnreadableAnswer as error:
            raise Mistake("check.bad_answer", reason=str(error)) from None
        except Exception as error:
            raise JudgeFailed(error) from error
        match reply:
            case ["value", value]:
                return value
            case ["missing", str(name)]:
                raise NameError(f"name {name[:TEXT]!r} is not defined")
            case ["unreadable", str(reason)]:
                raise Mistake("check.bad_answer", reason=reason[:TEXT])
            case ["outcome", str(kind), str(key), dict(values), str(line), list(facts)]:
                outcome = _claimed(kind, key, values)
                outcome.line, outcome.facts = line[:LINE], _short(facts)
                raise outcome
            case ["error", str(kind), str(text), str(line), list(facts), str(base)]:
                said = text[:TEXT], line[:LINE], _short(facts), base[:NAME]
                raise StudentError(kind[:NAME], *said)
        raise Mistake("check.bad_answer", reason="no answer of the agent's")

    def make(self, recipe: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Carry a recipe of `nlplab.recipes` out in the kernel."""
        return self.ask("make", recipe, list(args), kwargs)

    def _refer(self, value: Any) -> dict[str, Any]:
        if isinstance(value, StandIn) and value._agent is self:
            return {"reference": [value._reference, value._type]}
        raise TypeError(f"a test cell cannot hand a {type(value).__name__} to student code")

    def _resolve(self, body: Any) -> StandIn:
        reference, type_name = body
        return StandIn(self, int(reference), str(type_name)[:100])


def judge(
    grade_id: str,
    source: str,
    ask: Ask,
    given: Mapping[str, Any] = {},
    elsewhere: Collection[str] = (),
) -> Verdict:
    """Run one test cell against the kernel that answers `ask`.

    `given` are names that the test cell has from here, and not from the student; `elsewhere` are
    those that the notebook defines in cells that are not run for a grade.

    Returns its outcome and its outputs: what it printed, and an error where it failed or its last
    value where it has one (partial credit, as nbgrader reads it). Raises what `ask` raises when
    there is no answer, which must be no Exception, so that no test cell takes it for the student's,
    and GraderFault for what goes wrong beside the test cell.
    """
    agent, cell = Agent(ask), _compiled(source)
    printed = io.StringIO()
    token = workshop.set(agent.make)
    try:
        with contextlib.redirect_stdout(printed):
            value = cell.run(agent, given)
            shown = None if value is None else repr(value)[:TEXT]
    except (Exception, JudgeFailed) as error:
        return failed(grade_id, _blamed(grade_id, error, elsewhere))
    finally:
        workshop.reset(token)
    outputs = [new_output("stream", name="stdout", text=printed.getvalue()[:PRINTED])]
    if shown is not None:
        outputs.append(new_output("execute_result", data={"text/plain": shown}))
    return TestOutcome(grade_id, "passed"), outputs


def _blamed(grade_id: str, error: Exception | JudgeFailed, elsewhere: Collection[str]) -> Outcome:
    """What a test cell raised, as the student's; raises GraderFault where it is not."""
    if isinstance(error, JudgeFailed):
        raise GraderFault(f"{grade_id}: {error}") from error
    if isinstance(error, CaseFailed | RecordedError):
        raise GraderFault(f"{grade_id}: {type(error).__name__}: {error}") from error
    if MemoryError in (type(error), type(error.__context__)):  # of this process
        raise GraderFault(f"{grade_id}: MemoryError") from error
    outcome = outcome_of(error)
    match [outcome.key, *outcome.facts]:
        case ["check.crashed", "name", str(name)] if name in elsewhere:
            return Mistake("check.defined_elsewhere", name=name)
    return outcome


def failed(grade_id: str, outcome: Outcome) -> Verdict:
    """A test cell that ended with `outcome`, and the error output that nbgrader scores with 0."""
    name = type(outcome).__name__
    message, line = writable(outcome.message[:MESSAGE]), writable(outcome.line[:LINE])
    said = str(outcome)[:MESSAGE]
    error = new_output("error", ename=name, evalue=said, traceback=[outcome.message[:MESSAGE]])
    return TestOutcome(grade_id, OUTCOMES[name], outcome.key, message, line), [error]


@dataclass(frozen=True)
class _Cell:
    """A test cell: the names that it asks for, and its code, a last expression by itself."""

    asked: list[str]
    body: CodeType
    last: CodeType | None

    def run(self, agent: Agent, given: Mapping[str, Any]) -> Any:
        """Execute it; the value of its last line, if that is an expression."""
        agent.ask("forget")  # models that earlier test cells had made take much of its memory
        names: dict[str, Any] = {"__name__": "__test_cell__", **given}
        for name in (name for name in self.asked if name not in given):
            with contextlib.suppress(NameError):
                names[name] = agent.ask("get", name)
        exec(self.body, names)
        return eval(self.last, names) if self.last else None


@lru_cache(maxsize=1024)
def _compiled(source: str) -> _Cell:
    tree = ast.parse(source)
    value = None
    if tree.body and isinstance(last := tree.body[-1], ast.Expr):
        tree.body.pop()
        value = compile(ast.Expression(last.value), "<test cell>", "eval")
    body = compile(tree, "<test cell>", "exec")
    return _Cell(sorted(free_names(source)), body, value)


def _short(facts: list[Any]) -> list[Any]:
    """What is known of an exception, unless it is more than an honest kernel tells."""
    return facts if len(repr(facts)) <= TEXT + NAME else []


def _claimed(kind: str, key: str, values: dict[str, Any]) -> Outcome:
    """An outcome that the student's kernel reports, as by a FIXME or a broken signature."""
    if kind == "NotAttempted":
        return NotAttempted(name=str(values.get("name", ""))[:NAME])
    if key in CLAIMS:
        with contextlib.suppress(KeyError, TypeError, IndexError):
            return Mistake(key, **{name: str(value)[:TEXT] for name, value in values.items()})
    return Mistake("check.bad_answer", reason="an outcome of no known kind")
