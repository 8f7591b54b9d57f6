"""One story: who is in it is drawn from `cast.toml`, and told by the rules of `tales.txt`."""

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeVar

from nlplab.data.grammar import Grammar

Draw = Callable[[], float]
Item = TypeVar("Item")

PRONOUNS = {"he": ("him", "his"), "she": ("her", "her"), "it": ("it", "its")}
PLOTS = ("found", "found", "found", "lost", "wish", "trouble")


class Figure(NamedTuple):
    """Somebody or something in a story, with the words that `tales.txt` uses for it."""

    adjective: str
    noun: str
    he: str = "it"
    name: str = ""

    @property
    def a(self) -> str:
        return f"a {self.adjective} {self.noun}"

    @property
    def A(self) -> str:  # noqa: N802
        return f"A {self.adjective} {self.noun}"

    @property
    def the(self) -> str:
        return f"the {self.noun}"

    @property
    def The(self) -> str:  # noqa: N802
        return f"The {self.noun}"

    @property
    def He(self) -> str:  # noqa: N802
        return self.he.capitalize()

    @property
    def him(self) -> str:
        return PRONOUNS[self.he][0]

    @property
    def his(self) -> str:
        return PRONOUNS[self.he][1]

    @property
    def His(self) -> str:  # noqa: N802
        return self.his.capitalize()


class Place(NamedTuple):
    inside: str
    adjective: str
    noun: str

    @property
    def inside_a(self) -> str:
        return f"{self.inside} a {self.adjective} {self.noun}"


def draw_story(draw: Draw) -> str:
    """A story of about ten sentences; `draw` gives numbers in [0, 1)."""
    cast = _cast()
    plot, kind = _pick(PLOTS, draw), _pick(list(cast["places"]), draw)
    where, thing = cast["places"][kind], _pick(list(cast["things"]), draw)
    ways = [way for way in cast["things"][thing]["ways"] if kind in cast["only"].get(way, [kind])]
    own = _pick(list(cast["belongings"]), draw)
    tag = {
        "found": _pick(ways, draw),
        "lost": own,
        "wish": _pick(cast["plots"]["wishes"], draw),
        "trouble": _pick(cast["plots"]["troubles"], draw),
    }[plot]
    told = _tales().sentence("story", (plot, tag, thing, kind), draw)
    return _articles(
        told.format(
            hero=_hero(draw),
            helper=Figure(*_pick(where["people"], draw)),
            thing=Figure(_pick(cast["things"][thing]["adjectives"], draw), thing),
            own=Figure(_pick(cast["belongings"][own], draw), own),
            place=Place(
                where["inside"], _pick(where["adjectives"], draw), _pick(where["nouns"], draw)
            ),
            spot=_pick(where["spots"], draw),
        )
    )


def _hero(draw: Draw) -> Figure:
    heroes, names = _cast()["heroes"], _cast()["names"]
    adjective = _pick(heroes["adjectives"], draw)
    noun = _pick([name for name in heroes if name != "adjectives"], draw)
    he = {"girls": "she", "boys": "he"}.get(group := _pick(heroes[noun], draw))
    he = he or _pick(("she", "he"), draw)
    return Figure(adjective, noun, he, _pick(names.get(group) or names[f"{he}_beasts"], draw))


@cache
def _cast() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "cast.toml").read_text(encoding="utf-8"))


@cache
def _tales() -> Grammar:
    return Grammar((files(__package__) / "tales.txt").read_text(encoding="utf-8"))


def _articles(text: str) -> str:
    """The text with `an` before a vowel: an old key, an umbrella."""
    return re.sub(r"\b([Aa]) (?=[aeiou])", r"\1n ", text)


def _pick(items: Sequence[Item], draw: Draw) -> Item:
    return items[int(draw() * len(items))]
