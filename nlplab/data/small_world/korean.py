"""A sentence of the small world in Korean.

A clause is who (은/는, or 이/가 where it belongs to the next clause), time, place (에서), company
(과/와), means (으로/로), thing (을/를) and verb; the goal of a motion (에) stands before the verb.
"""

from functools import cache

from nlplab.data import josa
from nlplab.data.small_world.meaning import SUBORDINATE, Clause, Sentence

attach = cache(josa.attach)  # words are few, sentences many


def korean(sentence: Sentence) -> str:
    """The sentence in written style: `나는 학교에 간다.`"""
    links = (*sentence.links, "")
    clauses = zip(sentence.clauses, links, strict=True)
    return " ".join(_clause(clause, link) for clause, link in clauses) + "."


def _clause(clause: Clause, link: str) -> str:
    place = clause.place and clause.place.korean
    motion = clause.scene.motion
    parts = (
        None if clause.elided else _who(clause.who.korean, link),
        clause.time and clause.time.korean,
        f"{place}에서" if place and not motion else None,
        clause.company and attach(clause.company.korean, "과/와"),
        clause.means and attach(clause.means.korean, "으로/로"),
        f"{place}에" if place and motion else None,
        clause.thing and attach(clause.thing.korean, "을/를"),
        _verb(clause, link),
    )
    return " ".join(filter(None, parts))


def _who(who: str, link: str) -> str:
    if link not in SUBORDINATE:
        return attach(who, "은/는")
    return "내가" if who == "나" else attach(who, "이/가")


def _verb(clause: Clause, link: str) -> str:
    stem, past = clause.scene.verb.stem, clause.scene.verb.past
    if clause.negated:
        stem, past = f"{stem}지 않", f"{stem}지 않았"
    if link == "while":
        return f"{_ongoing(stem)} 동안"
    if link == "after":
        return f"{attach(stem, '은/ㄴ')} 후에"

    future = f"{attach(stem, '을/ㄹ')} 것이"
    ending = {"and": "고", "but": "지만", "": "다"}[link]
    if clause.tense == "present" and not link:
        return attach(stem, "는다/ㄴ다")
    return {"past": past, "present": stem, "future": future}[clause.tense] + ending


def _ongoing(stem: str) -> str:
    # ㄹ, the eighth final, is lost before ㄴ: 만들 + 는 is 만드는.
    bare = stem[:-1] + chr(ord(stem[-1]) - 8) if josa.final(stem) == "ㄹ" else stem
    return f"{bare}는"
