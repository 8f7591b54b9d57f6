"""What a check shows of an answer, as text and as HTML."""

import re
import sys
from types import SimpleNamespace

import pytest
import torch

from nlplab.checks import recorded
from nlplab.checks.card import Card, Detail, Part
from nlplab.checks.check import check
from nlplab.checks.facts import facts
from nlplab.checks.match import Expected, Known
from nlplab.checks.tabled import Tabled
from nlplab.messages import spoken
from nlplab.outcomes import Outcome


def three(look, double):
    """Three numbers. | 수 세 개."""
    look.call(double, torch.tensor([1.0, 2.0, 3.0]), 2)


def none_at_all(look, double):
    """No number. | 수가 하나도 없음."""
    look.call(double, torch.zeros(0), 2)


RIGHT = {
    **facts("three/1:result", torch.tensor([2.0, 4.0, 6.0])),
    **facts("none_at_all/1:result", torch.zeros(0)),
}
KNOWN = Known("rnn_step.no_tanh", {"three/1:result:value": [1.0, 4.0, 6.0]})
DOUBLE = check("01_small", "double-1", three, none_at_all)


@pytest.fixture(autouse=True)
def section(monkeypatch):
    expected = {"double-1": Expected(RIGHT, (KNOWN,), 2)}
    monkeypatch.setattr(recorded, "shown", {"01_small": expected}.__getitem__)


def said(capsys, answer, lang="en"):
    with spoken(lang):
        try:
            DOUBLE(answer)
        except Outcome as outcome:
            return capsys.readouterr().out, outcome
    return capsys.readouterr().out, None


def test_a_right_answer_has_a_line_for_every_case_in_the_readers_language(capsys):
    english, _ = said(capsys, lambda values, factor: factor * values)
    korean, _ = said(capsys, lambda values, factor: factor * values, "ko")
    assert english == "✓ Passed (double-1, 2 pt)\n  ✓ Three numbers.\n  ✓ No number.\n"
    assert korean == "✓ 통과했습니다 (double-1, 2점)\n  ✓ 수 세 개.\n  ✓ 수가 하나도 없음.\n"


def test_a_wrong_one_shows_the_call_what_came_and_what_was_expected(capsys):
    def double(values, factor):
        return torch.cat([values[:1], factor * values[1:]])

    shown, outcome = said(capsys, double)
    assert outcome.key == "rnn_step.no_tanh"
    assert outcome.message.removeprefix("✗ ") in shown
    assert "call: double(values [3], factor=2)" in shown
    assert re.search(r"came: Tensor \[3\] float\n +1\* +4 +6\n", shown)
    assert re.search(r"expected: Tensor \[3\] float\n +2\* +4 +6\n", shown)
    assert "✗ Three numbers." in shown
    assert "✓ No number." in shown


def test_a_case_that_raises_shows_the_students_call_and_line(capsys):
    shown, outcome = said(capsys, lambda values, factor: values[7])
    assert outcome.key == "check.crashed"
    assert "IndexError" in shown
    assert "?" not in shown.partition("IndexError")[2].partition("\n")[0]


def test_the_error_that_is_left_behind_says_no_more_than_its_key_once_a_card_was_shown(capsys):
    _, outcome = said(capsys, lambda values, factor: values)
    assert outcome._render_traceback_() == ["✗ check.value"]
    assert str(outcome).startswith("check.value: ")


def test_in_a_notebook_text_and_html_say_the_same(monkeypatch, capsys):
    shown = []
    ipython = SimpleNamespace(
        get_ipython=lambda: 1, display=SimpleNamespace(display=lambda of, raw: shown.append(of))
    )
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    said(capsys, lambda values, factor: values + 1)
    [bundle] = shown
    words = re.sub(r"<[^>]+>", " ", bundle["text/html"])
    for word in re.findall(r"[\w.]+", bundle["text/plain"]):
        assert word in words


def test_what_comes_from_a_student_is_text_in_html():
    hostile = "<img src=x onerror=alert(1)>"
    table = Tabled(hostile, [[(hostile, True)]])
    detail = Detail(hostile, hostile, table, table, hostile)
    html = Card(hostile, [Part(False, hostile, detail)]).html()
    assert "<img" not in html
    assert html.count("&lt;img") == 9
