"""Alike answers: who has the same but for names, spaces and comments, the most telling first."""

import random
import time

import pytest

from grader.notebooks.forms import form
from grader.pages.alike import Answer, Pair, pairs

LONG = """def smooth(values, width):
    # a running mean
    total, found = 0.0, []
    for place, value in enumerate(values):
        total += value
        if place >= width:
            total -= values[place - width]
        found.append(total / min(place + 1, width))
    return found"""
RENAMED = (
    LONG.replace("total", "sum_").replace("found", "out").replace("# a running mean", "# 이동 평균")
)
REWRITTEN = "def smooth(values, width):\n  " + "\n  ".join(
    line.strip() if not line.startswith("     ") else line[2:] for line in LONG.split("\n")[1:]
)
SOLUTION = """def smooth(values, width):
    return [sum(values[max(0, n - width):n + 1]) / min(n + 1, width) for n in range(len(values))]"""
STUB = "def smooth(values, width):\n    raise NotImplementedError"
SIZES = {"smooth": form(STUB).size}


def own(number: int) -> str:
    """An answer that nobody else has."""
    return (
        f"def smooth(values, width):\n    return [v + {number} for v in values][width:] or [1, 2]"
    )


def found(
    texts: dict[str, str], others: int = 20, usual: tuple[str, ...] = (), right: bool = True
) -> list[Pair]:
    """The pairs in a class of these students and of others who have answers of their own."""
    everybody = texts | {f"z{number}": own(number) for number in range(others)}
    answers = {who: {"smooth": Answer(text, right=right)} for who, text in everybody.items()}
    return pairs(answers, {"smooth": {form(text) for text in (STUB, *usual)}}, SIZES)


@pytest.mark.parametrize("copied", [LONG, RENAMED, REWRITTEN, LONG.replace("# a running mean", "")])
def test_an_answer_under_other_names_is_found(copied: str) -> None:
    [pair] = found({"ann": LONG, "bob": copied})
    assert pair.students == ("ann", "bob")
    assert [each.exercise for each in pair.alike] == ["smooth"]
    assert pair.alike[0].texts == (LONG, copied)


@pytest.mark.parametrize(
    "other",
    [LONG.replace("place >= width", "place > width"), LONG.replace("0.0", "0"), own(99), SOLUTION],
)
def test_an_answer_that_differs_is_not(other: str) -> None:
    assert found({"ann": LONG, "bob": other}) == []


def test_what_the_release_the_solution_or_the_bank_has_says_nothing() -> None:
    same = {"ann": STUB, "bob": STUB}
    assert found(same) == []
    for usual in (SOLUTION, RENAMED):
        assert found({"ann": usual, "bob": usual}, usual=(usual,)) == []


def test_what_many_of_the_class_have_says_nothing() -> None:
    names = [f"a{number}" for number in range(20)]
    assert len(found(dict.fromkeys(names[:4], LONG))) == 6
    assert found(dict.fromkeys(names[:6], LONG)) == []
    assert found(dict.fromkeys(names[:3], LONG), others=5) == []
    assert len(found(dict.fromkeys(names[:5], LONG), others=200)) == 10


@pytest.mark.parametrize("others", [0, 1, 3])
def test_two_are_found_in_the_smallest_class(others: int) -> None:
    assert len(found({"ann": LONG, "bob": RENAMED}, others)) == 1


def test_what_is_short_says_nothing() -> None:
    short = "def smooth(values, width):\n    return values"
    assert found({"ann": short, "bob": short}) == []


def test_rare_long_and_wrong_answers_come_first() -> None:
    two = {"ann": LONG, "bob": RENAMED}
    three = {f"c{number}": own(77) for number in range(3)}
    first, *rest = found(two | three, others=60)
    assert first.students == ("ann", "bob")
    assert len(rest) == 3
    [right], [wrong] = found(two), found(two, right=False)
    assert wrong.weight > right.weight


def test_several_exercises_of_two_students_are_one_pair() -> None:
    both = {"smooth": Answer(LONG), "rough": Answer(LONG.replace("smooth", "rough"))}
    [pair] = pairs({"ann": both, "bob": both, "eve": {"rough": Answer("x = 1")}}, {}, {})
    assert {each.exercise for each in pair.alike} == {"smooth", "rough"}
    assert pair.weight == pytest.approx(sum(each.weight for each in pair.alike))


def test_the_same_broken_answer_and_the_same_text_are_found() -> None:
    broken = LONG.replace("return found", "return (found")
    [pair] = found({"ann": broken, "bob": broken.replace("found", "f")})
    assert pair.students == ("ann", "bob")
    text = "Weil der Zustand am Ende alles tragen muss, geht der Anfang des Satzes verloren."
    answers = {who: {"why": Answer(text, "markdown")} for who in ("ann", "bob")}
    assert len(pairs(answers, {}, {})) == 1


@pytest.mark.parametrize("text", ["(" * 9_000, "-" * 9_000 + "1", "a" + ".b" * 4_000, "\0"])
def test_hostile_answers_stop_nobody(text: str) -> None:
    names = [pair.students for pair in found({"ann": LONG, "bob": LONG, "eve": text, "mal": text})]
    assert ("ann", "bob") in names


@pytest.mark.slow
def test_300_students_take_less_than_20_seconds() -> None:
    draw = random.Random(3)
    texts = [LONG.replace("0.0", f"{number}.5") for number in range(3_000)]
    names = [f"exercise_{number}" for number in range(14)]
    answers = {
        f"s{number}": {name: Answer(draw.choice(texts) + f"  # {number}") for name in names}
        for number in range(300)
    }
    start = time.process_time()
    assert pairs(answers, {}, {})
    assert time.process_time() - start < 15
