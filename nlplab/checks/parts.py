"""The parts of a card: what each case tried, and of the first that fails what was wrong."""

from collections.abc import Sequence

from nlplab.checks.card import Detail, Part
from nlplab.checks.case import Case, Look
from nlplab.checks.facts import Facts
from nlplab.checks.match import differs, first
from nlplab.checks.places import Place
from nlplab.checks.tabled import tabled
from nlplab.messages import in_words, language
from nlplab.outcomes import Crashed, Outcome


def parts(
    cases: Sequence[Case], looks: Sequence[Look], right: Facts, outcome: Outcome | None
) -> list[Part]:
    """A part for each case; the first that fails carries what `outcome` says."""
    made: list[Part] = []
    for case, look in zip(cases, looks, strict=True):
        own = {name: what for name, what in right.items() if Place.read(name).case == look.place}
        holds = not differs(look.found, own)
        first_wrong = not holds and all(part.holds for part in made)
        detail = _detail(look, own, outcome) if outcome and first_wrong else None
        made.append(Part(holds, in_words(case.__doc__ or "", language()), detail))
    return made


def _detail(look: Look, right: Facts, outcome: Outcome) -> Detail:
    message = outcome.message.removeprefix("✗ ")
    line = "" if isinstance(outcome, Crashed) else outcome.line
    name = first(look.found, right).name
    place, at = Place.read(name), name.rpartition(":")[0]
    call = next((c for c in look.calls if place.number and c.number == place.number), None)
    if look.raised is not None and f"{look.place}:raised" not in right:
        call = look.calls[-1] if look.calls else None
        return Detail(message, call.spoken() if call else "", line=line)
    spoken = call.spoken() if call else ""
    if place.of.partition(".")[0].partition("[")[0] not in ("result", "gradients"):
        return Detail(message, spoken, line=line)
    came, expected = tabled(look.found, at, right), tabled(right, at, look.found)
    return Detail(message, spoken, came, expected, line)
