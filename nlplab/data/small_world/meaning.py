"""What a sentence of the small world says, before it is said in any language.

A sentence is one to three clauses of one tense, joined by links. Who may do what, with which thing
and where, is read from `lexicon.toml`.
"""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import NamedTuple, TypeVar

Draw = Callable[[], float]
Item = TypeVar("Item")

# Which links may join so many clauses, in the order of the Korean sentence. `while` and `after`
# make a clause part of the next one.
LINKS: dict[int, tuple[tuple[str, ...], ...]] = {
    1: ((),),
    2: (("and",), ("but",), ("while",), ("after",)),
    3: (
        ("and", "but"),
        ("while", "and"),
        ("while", "but"),
        ("after", "and"),
        ("after", "but"),
        ("and", "while"),
        ("and", "after"),
        ("but", "while"),
        ("but", "after"),
    ),
}
SUBORDINATE = ("while", "after")
TENSES = ("past", "present", "future")


class Word(NamedTuple):
    korean: str
    english: str


class Who(NamedTuple):
    korean: str
    english: str
    agreement: str  # "s" or "plain"
    roles: tuple[str, ...]
    group: str  # the Korean name of those among whom this one is


class Place(NamedTuple):
    korean: str
    at: str
    to: str


class Time(NamedTuple):
    korean: str
    english: str
    tense: str


class Verb(NamedTuple):
    stem: str
    past: str
    base: str
    english_past: str


@dataclass(frozen=True)
class Scene:
    """A verb and what fits it; see the lexicon for what the names mean."""

    verb: Verb
    things: tuple[Word, ...]
    places: tuple[Place, ...]
    means: tuple[Word, ...]
    times: tuple[Time, ...]
    tenses: tuple[str, ...]
    who: frozenset[str]
    together: bool
    brief: bool
    motion: bool

    def admits(self, who: Who) -> bool:
        return not self.who or not self.who.isdisjoint(who.roles)


@dataclass(frozen=True)
class Clause:
    """Who does what, where, when, with whom, how; `elided` where the clause before says who."""

    scene: Scene
    tense: str
    who: Who
    thing: Word | None = None
    place: Place | None = None
    company: Word | None = None
    means: Word | None = None
    time: Time | None = None
    negated: bool = False
    elided: bool = False


@dataclass(frozen=True)
class Sentence:
    """Clauses in the order of the Korean sentence; `links[i]` stands between clause i and i + 1."""

    clauses: tuple[Clause, ...]
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    who: tuple[Who, ...]
    company: tuple[Word, ...]
    scenes: tuple[Scene, ...]


@cache
def lexicon() -> Lexicon:
    """The words of `lexicon.toml`, and which go together."""
    table = tomllib.loads((files(__package__) / "lexicon.toml").read_text(encoding="utf-8"))
    verbs = {name: Verb(*parts) for name, parts in table["verbs"].items()}
    things = {korean: Word(korean, english) for korean, english in table["things"].items()}
    means = {korean: Word(korean, english) for korean, english in table["means"].items()}
    places = {row[0]: Place(*row) for row in table["places"]}
    times = {row[0]: Time(*row) for row in table["times"]}
    return Lexicon(
        who=tuple(
            Who(korean, english, agreement, tuple(roles), table["among"].get(korean, korean))
            for korean, english, agreement, roles in table["who"]
        ),
        company=tuple(Word(*row) for row in table["company"]),
        scenes=tuple(
            Scene(
                verb=verbs[scene["verb"]],
                things=tuple(things[name] for name in scene.get("things", ())),
                places=tuple(places[name] for name in scene["places"]),
                means=tuple(means[name] for name in scene.get("means", ())),
                times=tuple(times[name] for name in table["when"][scene.get("when", "any")]),
                tenses=tuple(scene.get("tenses", TENSES)),
                who=frozenset(scene.get("who", ())),
                together=scene.get("together", False),
                brief=scene.get("brief", False),
                motion=scene.get("motion", False),
            )
            for scene in table["scenes"]
        ),
    )


def draw_sentence(clauses: int, draw: Draw) -> Sentence:
    """A sentence of 1 to 3 clauses; `draw` gives numbers in [0, 1).

    Each clause is about another person and another verb, except that in `A and B` and `A but B`
    one person may do both.
    """
    links = _pick(LINKS[clauses], draw)
    tense = _pick(TENSES, draw)
    by_one = links in (("and",), ("but",)) and draw() < 0.4
    told: tuple[Clause, ...] = ()
    for before, after in zip(("", *links), (*links, ""), strict=True):
        who = told[0].who if by_one and told else _another(told, draw)
        told += (_draw_clause(told, who, tense, before, after, draw),)
    return Sentence(_as_one(told, links[0]) if by_one else told, links)


def _another(told: tuple[Clause, ...], draw: Draw) -> Who:
    """Someone of whom `told` says nothing yet, nor of the group: where I am, we are not."""
    groups = {clause.who.group for clause in told}
    while (who := _pick(lexicon().who, draw)).group in groups:
        pass
    return who


def _draw_clause(
    told: tuple[Clause, ...], who: Who, tense: str, before: str, after: str, draw: Draw
) -> Clause:
    """The clause about `who` that follows `told`, between the links `before` and `after`."""
    verbs = [clause.scene.verb for clause in told]
    at_once = "while" in (before, after)
    joined = at_once or "after" in (before, after)
    while not _fits(scene := _pick(lexicon().scenes, draw), who, tense, at_once, verbs):
        pass
    times = [time for time in scene.times if time.tense == tense]
    company = lexicon().company if scene.together and "one" in who.roles else ()
    time = _maybe(0.4 if not before and after not in SUBORDINATE else 0.0, times, draw)
    # "Not every day" would leave open how often, and `but` needs a contrast.
    habitual, contrasted = time and tense == "present", before == "but" and told[-1].negated
    negatable = not (joined or habitual or contrasted or "and" in (before, after))
    return Clause(
        scene=scene,
        tense=tense,
        who=who,
        thing=_maybe(1.0, scene.things, draw),
        place=_maybe(1.0 if scene.motion else 0.5, scene.places, draw),
        company=_maybe(0.0 if joined else 0.3, company, draw),
        means=_maybe(0.0 if joined else 0.4, scene.means, draw),
        time=time,
        negated=draw() < (0.2 if negatable else 0.0),
    )


def _fits(scene: Scene, who: Who, tense: str, at_once: bool, verbs: Sequence[Verb]) -> bool:
    return (
        scene.admits(who)
        and tense in scene.tenses
        and scene.verb not in verbs
        and not (scene.brief and at_once)
    )


def _as_one(told: tuple[Clause, ...], link: str) -> tuple[Clause, Clause]:
    """Both clauses, of one person; what `but` joins is negated on one side."""
    first, second = told
    return first, replace(second, elided=True, negated=link == "but" and not first.negated)


def _pick(items: Sequence[Item], draw: Draw) -> Item:
    return items[int(draw() * len(items))]


def _maybe(chance: float, items: Sequence[Item], draw: Draw) -> Item | None:
    return _pick(items, draw) if draw() < chance and items else None
