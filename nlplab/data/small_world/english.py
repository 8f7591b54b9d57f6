"""A sentence of the small world in English.

After who and verb everything stands in the mirror image of the Korean order: thing, company, place,
time; or goal, means, company, time. A subordinate clause follows the one that it belongs to.
"""

from nlplab.data.small_world.meaning import SUBORDINATE, Clause, Sentence


def english(sentence: Sentence) -> str:
    """The sentence with a capital and a full stop: `I go to school.`"""
    text = _joined(sentence.clauses, sentence.links)
    return text[0].upper() + text[1:] + "."


def _joined(clauses: tuple[Clause, ...], links: tuple[str, ...]) -> str:
    first, *others = clauses
    if not links:
        return _told(first)
    link, *rest = links
    if link in SUBORDINATE:
        inner = f"{_told(others[0])} {link} {_told(first, subordinate=True)}"
        return inner + (f", {rest[0]} {_told(others[1])}" if rest else "")
    if others[0].elided:
        return f"{_told(first)} {link} {_predicate(others[0])}"
    return f"{_told(first)}, {link} {_joined(tuple(others), tuple(rest))}"


def _told(clause: Clause, subordinate: bool = False) -> str:
    return f"{clause.who.english} {_predicate(clause, subordinate)}"


def _predicate(clause: Clause, subordinate: bool = False) -> str:
    place, motion = clause.place, clause.scene.motion
    parts = (
        _verb(clause, subordinate),
        clause.thing and clause.thing.english,
        place.to if place and motion else None,
        clause.means and f"by {clause.means.english}",
        clause.company and f"with {clause.company.english}",
        place.at if place and not motion else None,
        clause.time and clause.time.english,
    )
    return " ".join(filter(None, parts))


def _verb(clause: Clause, subordinate: bool) -> str:
    verb, third_person = clause.scene.verb, clause.who.agreement == "s"
    # In a subordinate clause the present stands for the future: after Minsu goes home.
    tense = "present" if subordinate and clause.tense == "future" else clause.tense
    if tense == "future":
        return f"will not {verb.base}" if clause.negated else f"will {verb.base}"
    if clause.negated:
        does = "did" if tense == "past" else "does" if third_person else "do"
        return f"{does} not {verb.base}"
    if tense == "past":
        return verb.english_past
    return _third_person(verb.base) if third_person else verb.base


def _third_person(base: str) -> str:
    """The base with -s on its first word: waits for, goes, studies."""
    verb, *rest = base.split()
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        verb += "es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        verb = f"{verb[:-1]}ies"
    else:
        verb += "s"
    return " ".join([verb, *rest])
