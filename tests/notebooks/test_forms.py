"""The form of an answer: the same for another name, space or comment, and for nothing else."""

import time

import pytest

from grader.notebooks.forms import LONGEST, form

ANSWER = '''
def attend(queries, keys, mask=None):
    """Weights."""
    scores = queries @ keys.mT  # the dot product
    if mask is not None:
        scores = scores.masked_fill(mask, -torch.inf)
    return [scores[i].softmax(-1) for i in range(len(scores))]
'''
SAME = {
    "other names": ANSWER.replace("scores", "s")
    .replace("queries", "q")
    .replace("[i]", "[k]")
    # of the loop too
    .replace("for i", "for k"),
    "no comments": ANSWER.replace("  # the dot product", "").replace('    """Weights."""\n', ""),
    "other spaces": ANSWER.replace("    ", "  ").replace(
        "queries @ keys.mT", "(queries@keys . mT)"
    ),
    "more lines": ANSWER.replace("queries @ keys.mT", "(\n  queries\n  @ keys.mT\n)"),
    "annotations": ANSWER.replace("mask=None", "mask: 'Mask' = None"),
    "a comment in its own line": ANSWER.replace("    if", "    # 마스크\n\n    if"),
}
OTHER = {
    "arguments swapped": ANSWER.replace("queries @ keys.mT", "keys @ queries.mT"),
    "another number": ANSWER.replace("softmax(-1)", "softmax(0)"),
    "another function": ANSWER.replace("softmax", "sigmoid"),
    "another operator": ANSWER.replace("is not None", "is None"),
    "a statement more": ANSWER.replace("    return", "    scores = scores / 2\n    return"),
    "another keyword": ANSWER.replace("softmax(-1)", "softmax(dim=-1)"),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_names_spaces_and_comments_make_no_other_form(text: str) -> None:
    assert text != ANSWER
    assert form(text) == form(ANSWER)


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_all_else_makes_another_form(text: str) -> None:
    assert text != ANSWER
    assert form(text) != form(ANSWER)


def test_what_an_import_brings_counts_and_not_how_it_is_called() -> None:
    first, second, third = (
        form(f"import {module} as {name}\nx = {name}.sqrt(2)")
        for module, name in (("math", "m"), ("math", "rechne"), ("cmath", "m"))
    )
    assert first == second != third


def test_attributes_that_an_answer_sets_are_names_as_well() -> None:
    def module(name: str) -> str:
        return f"class A:\n def __init__(self): self.{name} = 1\n def get(self): return self.{name}"

    assert form(module("hidden")) == form(module("h"))
    assert form(module("hidden")) != form(module("hidden").replace("return self.hidden", "pass"))


@pytest.mark.parametrize("broken", ["def f(x:\n  return x +", "!pip install {name}", "x = = y"])
def test_code_that_is_no_python_has_a_form_too(broken: str) -> None:
    assert form(broken) == form(broken.replace("x", "z") + "  # mine")
    assert form(broken) != form(broken + "\ny = 1")


def test_a_text_has_the_form_of_its_words() -> None:
    assert form("Weil  er\nzu lang ist", "markdown") == form("weil er zu lang ist ", "markdown")
    assert form("짧다", "markdown") != form("길다", "markdown")


def test_nothing_and_what_is_too_long_have_no_form() -> None:
    assert form("") is form(" \n\t") is form("#" * (LONGEST + 1)) is None


HOSTILE = {
    "minus": "-" * LONGEST,
    "brackets": "(" * LONGEST,
    "closed brackets": "f(" * 39 + "1 2" + ")" * 39,
    "attributes": "a" + ".a" * 4_900,
    "lambdas": "lambda a: a + " * 700 + "a",
    "comparisons": "1 < " * 2_000 + "1",
    "a number": "x = 0x" + "f" * 9_000,
    "half a surrogate pair": "x = '\ud800'",
    "nul": "a\0b",
    "an escape": "x = '\\d'",
    "no end": '"""' + "a" * 9_000,
    "braces": "{" * 300,
}


@pytest.mark.parametrize("code", HOSTILE.values(), ids=HOSTILE)
def test_no_code_takes_long_or_ends_the_process(code: str) -> None:
    start = time.monotonic()
    form(code)
    assert time.monotonic() - start < 3
