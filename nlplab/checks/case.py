"""Cases: short programs that hand inputs to a student's objects and look at what these do."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from nlplab import recipes
from nlplab.check import StudentError, not_attempted
from nlplab.checks.calls import Call
from nlplab.checks.facts import Facts, facts, same
from nlplab.checks.match import CHANGED
from nlplab.checks.plain import plain
from nlplab.outcomes import Mistake, NotAttempted, Outcome

Case = Callable[..., None]  # takes a Look and the student's objects


class CaseFailed(RuntimeError):
    """A case raises by itself: a fault of the course, never a mistake of the student's."""


class _Over(Exception):
    """The student's code raised, which was noted: the case ends here."""


@dataclass
class Look:
    """Notes what a student's objects do in one case, and calls them in a way that can be noted."""

    place: str
    found: Facts = field(default_factory=dict)
    raised: Outcome | StudentError | None = None
    _scripts: list[Any] = field(default_factory=list)
    _counters: dict[str, Any] = field(default_factory=dict)
    _watchers: dict[str, Any] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    _calls: int = 0

    def call(
        self,
        function: Any,
        *args: Any,
        through: str = "",
        banned: Sequence[str] = (),
        **kwargs: Any,
    ) -> Any:
        """`function(*args, **kwargs)`: its result is noted, and which arguments it changed.

        `through` names a reduction of the result; calls of what is `banned` are noted, see
        `recipes.observed`.
        """
        at = self._next(function, args, kwargs)
        seen = self._tried(recipes.observed, function, list(args), kwargs, through, list(banned))
        if not (isinstance(seen, tuple | list) and [*map(type, seen[1:])] == [list, list]):
            self._raised(Mistake("check.bad_answer", reason="no answer of a call"))
            raise _Over
        result, left, used = seen
        self._note(f"{at}:result", result)
        for number, (before, after) in enumerate(zip(args, left, strict=False)):
            if after is not None and not _alike(before, after):
                self.found[f"{at}:{CHANGED}{number + 1}"] = True
        if named := [name for name in banned if name in used]:
            self.found[f"{at}:used"] = named
        return result

    def refuses(self, function: Any, *args: Any, **kwargs: Any) -> None:
        """Note as which built-in exception `function(*args, **kwargs)` is refused, if it is."""
        at = self._next(function, args, kwargs)
        refused = None
        try:
            recipes.observed(function, list(args), kwargs)
        except Mistake as error:
            refused = error.key
        except Exception as error:
            if blank := not_attempted(error):
                raise blank from None
            refused = StudentError.of(error).base
        self.found[f"{at}:refused"] = refused

    def elsewhere(self, function: Any) -> Any:
        """The function, for which the notebook's `device` is another than that of any tensor."""
        return self._tried(recipes.elsewhere, function)

    def get(self, owner: Any, name: str) -> Any:
        """An attribute of an object of the student's; the case ends where there is none."""
        return self._tried(getattr, owner, name)

    def note(self, name: str, value: Any) -> None:
        """Note a value that the case has found out by itself."""
        self._note(f"{self.place}/{name}", value)

    def counted(self, owner: Any, method: str = "forward") -> None:
        """Note in the end how often `owner.method` was called from now on."""
        self._counters[method] = self._tried(recipes.counted, owner, method)

    def handed(self, owner: Any, method: str = "forward", **usual: Sequence[str]) -> None:
        """Note in the end what `owner.method` was handed that is not usual (see `recipes.watched`).

        Nothing is noted where all of it is, and where `method` is not called.
        """
        self._watchers[method] = self._tried(recipes.watched, owner, method, usual)

    def build(self, target: Any, *args: Any, weights: Mapping[str, Any] | None = None) -> Any:
        """An object of a class of the student's, with these weights (see `recipes.build`)."""
        self.calls.append(Call(0, target, args, {}))
        return self._tried(recipes.build, target, *args, weights=weights)

    def scripted(self, replies: Sequence[Any]) -> Any:
        """A module that gives `replies`; in the end it is noted with what it was called."""
        script = recipes.scripted(replies)
        self._scripts.append(script)
        return script

    def gradients(self, function: Any, *args: Any, of: Any = None) -> None:
        """Note the gradients of the sum of a result (see `recipes.gradients`)."""
        at = self._next(function, args, {})
        found = self._tried(recipes.gradients, function, *args, of=of)
        self._note(f"{at}:gradients", found)

    def run(self, case: Case, objects: Sequence[Any]) -> None:
        """Carry a case out. Raises NotAttempted, and CaseFailed when the case itself fails."""
        try:
            case(self, *objects)
        except _Over:
            pass
        except NotAttempted:
            raise
        except Exception as error:
            raise CaseFailed(f"{self.place}: {type(error).__name__}: {error}") from error
        for number, script in enumerate(self._scripts, 1):
            with suppress(_Over):
                calls = self._tried(recipes.heard, script)
                self._note(f"{self.place}:calls of script {number}", calls)
        for method, counter in self._counters.items():
            with suppress(_Over):
                self.found[f"{self.place}:calls of {method}"] = self._tried(
                    getattr, counter, "calls"
                )

        for method, watcher in self._watchers.items():
            with suppress(_Over):
                odd = self._tried(getattr, watcher, "odd")
                if isinstance(odd, str) and odd:
                    self.found[f"{self.place}/{method}:handed"] = odd

    def _next(self, function: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
        """Where this call is noted."""
        self._calls += 1
        self.calls.append(Call(self._calls, function, args, kwargs))
        return f"{self.place}/{self._calls}"

    def _note(self, place: str, value: Any) -> None:
        self.found.update(facts(place, value))

    def _tried(self, recipe: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What a recipe gives; what the student's code raises in it is noted and ends the case."""
        try:
            return recipe(*args, **kwargs)
        except Mistake as error:
            self._raised(error)
        except Exception as error:
            if blank := not_attempted(error):
                raise blank from None
            self._raised(StudentError.of(error))
        raise _Over

    def _raised(self, error: Mistake | StudentError) -> None:
        self.raised = error
        self.found[f"{self.place}:raised"] = (
            error.kind if isinstance(error, StudentError) else error.key
        )
        if error.facts:
            self.found[f"{self.place}:where"] = [*error.facts]


def _alike(before: Any, after: Any) -> bool:
    one, other = facts("", plain(before)), facts("", after)
    return one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
