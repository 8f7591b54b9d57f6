"""No part of a solution stands in what students get, whatever it calls its values."""

from pathlib import Path

import pytest
from nbformat import NotebookNode

from grader.lint import leak, lint
from tests.support import notebooks, observing

SOLUTION = """
import torch
from torch import nn

def scores(query, keys, scale):
    ### BEGIN SOLUTION
    #~ return FIXME
    products = torch.einsum("d,nd->n", 2 * query, keys)
    return nn.functional.softmax(products / scale, dim=-1)
    ### END SOLUTION
"""
PART = 'torch.einsum("d,nd->n", 2 * q, k)'


@pytest.fixture
def leaks(tmp_path: Path):
    """Lints a section that observes; gives what the rule says of its exercise `scores`."""

    def run(*cells: NotebookNode | list[NotebookNode], solution: str = SOLUTION) -> list[str]:
        exercise = notebooks.solution("scores", solution)
        source = notebooks.source(notebooks.setup(notebooks.FIXME), exercise, *cells)
        notebooks.save(tmp_path, "02_cut", source)
        for name in ("nlplab/checks/cut.py", "source/02_cut.hidden.py"):
            if not (tmp_path / name).exists():
                observing.write(tmp_path, name, "")
        return [each.message for each in lint(tmp_path) if each.rule == "leak"]

    return run


def test_what_stands_nowhere_else_is_no_leak(leaks):
    assert leaks(notebooks.code("print(scores)")) == []


@pytest.mark.parametrize(
    "code",
    [
        f"import torch\n\nq, k = 1, 2\nother = {PART}",
        f"import torch\n\nprint([{PART} for q, k in []])",
        f"import torch as t\n\nq, k = 1, 2\nother = {PART.replace('torch', 't')}",
        "from torch import einsum\n\nq, k = 1, 2\nother = einsum('d,nd->n', 2 * q, k)",
        "from torch.nn.functional import softmax\n\nsoftmax(a / b, dim=-1)",
    ],
)
def test_a_part_is_found_whatever_its_names_are(leaks, code: str):
    (found,) = leaks(notebooks.code(code))
    assert found.endswith("stands in 02_cut, cell c2: students get that")


@pytest.mark.parametrize(
    "code",
    [
        'torch.einsum("d,nd->d", 2 * q, k)',  # another constant
        'torch.tensordot("d,nd->n", 2 * q, k)',  # another attribute
        "nn.functional.softmax(a * b, dim=-1)",  # another operator
        "nn.functional.softmax(a / b, axis=-1)",  # another keyword
        "a / b",  # too small
    ],
)
def test_what_differs_in_more_than_names_is_no_leak(leaks, code: str):
    assert leaks(notebooks.code(f"import torch\nfrom torch import nn\n\n{code}")) == []


def test_only_the_largest_part_is_told(leaks):
    cell = notebooks.code(f"import torch\n\ndef f(q, k):\n    p = {PART}\n    return p")
    (found,) = leaks(cell)
    assert found.startswith("`products = torch.einsum('d,nd->n', 2 * query, keys)` stands in")


@pytest.mark.parametrize(
    "text",
    [
        f"Look:\n\n```python\nimport torch\nx = {PART}\n```",
        f"Look:\n\n```\nThis is no Python:\nx = {PART}\n```",
        f"This is `{PART}`.",
        f"<details>This is <code>{PART}</code>.</details>",
    ],
)
def test_code_in_a_text_is_looked_at(leaks, text: str):
    assert len(leaks(notebooks.text("이것", text))) == 1


def test_what_the_stub_or_the_given_lines_show_is_no_leak(leaks):
    shown = SOLUTION.replace("#~ return FIXME", f"#~ products = {PART}\n    #~ return FIXME")
    code = f"import torch\n\nq, k = 1, 2\nother = {PART}"
    assert leaks(notebooks.code(code), solution=shown) == []


def test_earlier_sections_are_looked_at_and_later_ones_are_not(leaks, tmp_path):
    cell = notebooks.code(f"import torch\n\nq, k = 1, 2\nother = {PART}")
    notebooks.save(tmp_path, "03_later", notebooks.source(notebooks.setup(), cell))
    assert leaks() == []
    notebooks.save(tmp_path, "01_first", notebooks.source(notebooks.setup(), cell))
    (found,) = leaks()
    assert "stands in 01_first, cell c1" in found


def test_stubs_and_visible_tests_are_looked_at_and_hidden_tests_are_not(leaks):
    hidden = f"### BEGIN HIDDEN TESTS\nimport torch\n{PART}\n### END HIDDEN TESTS"
    assert leaks(notebooks.graded("scores-1", hidden)) == []
    assert len(leaks(notebooks.graded("scores-1", f"import torch\n{PART}"))) == 1
    stub = f"### BEGIN SOLUTION\n#~ import torch\n#~ x = {PART}\nx = 1\n### END SOLUTION"
    assert len(leaks(notebooks.solution("next", stub))) == 1


def test_tests_of_a_section_that_does_not_observe_are_not_looked_at_yet(leaks, tmp_path):
    old = notebooks.graded("x-1", f"import torch\n{PART}")
    notebooks.save(tmp_path, "01_first", notebooks.source(notebooks.setup(), old))
    assert leaks() == []


def test_the_shipped_package_is_looked_at_with_its_messages(leaks, tmp_path):
    path = observing.write(tmp_path, "nlplab/extra.py", f"import torch\n\nx = {PART}\n")
    assert [found.partition(" stands ")[2] for found in leaks()] == [
        "in nlplab/extra.py: students get that"
    ]
    path.unlink()
    observing.write(tmp_path, "nlplab/messages/02_cut.toml", f"[a.b]\nko = '`{PART}`'\nen = ''")
    assert len(leaks()) == 1


SMALL = """
def pick(words):
    ### BEGIN SOLUTION
    #~ return FIXME
    return words[::-1]
    ### END SOLUTION
"""


def test_what_a_region_returns_counts_in_checks_at_any_size(leaks, tmp_path):
    assert leaks(notebooks.code("print([1][::-1])"), solution=SMALL) == []
    observing.write(tmp_path, "nlplab/checks/cut.py", "x = [y for y in ['a'] if y[::-1]]")
    (found,) = leaks(solution=SMALL)
    assert found.startswith("`words[::-1]` stands in nlplab/checks/cut.py")


def test_a_value_that_is_nothing_but_names_gives_nothing_away(leaks, tmp_path):
    observing.write(tmp_path, "nlplab/checks/cut.py", "x, y = 1, 2\nz = x, y\nv, w = [], [*z]")
    for value in ("words, words", "[]", "[*words]"):
        assert leaks(solution=SMALL.replace("words[::-1]", value)) == []


def test_an_exception_is_listed_with_its_reason_and_goes_when_it_is_not_needed(leaks, monkeypatch):
    part = "torch.einsum('d,nd->n', 2 * query, keys)"
    listed = leak.Excepted("02_cut", "scores", part, "a reason")
    monkeypatch.setattr(leak, "EXCEPTIONS", (listed,))
    assert leaks(notebooks.code(f"import torch\n\nq, k = 1, 2\nprint({PART})")) == []
    (found,) = leaks()
    assert found == f"`{part}` stands nowhere else: drop it from EXCEPTIONS of the rule"


@pytest.mark.parametrize("excepted", leak.EXCEPTIONS, ids=lambda each: each.exercise)
def test_every_exception_says_why(excepted):
    assert len(excepted.reason.split()) >= 4
