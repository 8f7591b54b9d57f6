"""A check of an nlplab that is older than the notebook says so, and nothing of the answer."""

import sys

import pytest

import nlplab
from nlplab.checks import rnn as checks
from nlplab.messages import spoken
from nlplab.outcomes import NotAttempted, NotRun

SENTENCE = {"ko": "첫 번째 셀을 다시 실행", "en": "Run the first cell again"}


def needs(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    """The first cell of the notebook that runs here has said this."""
    monkeypatch.setattr(sys.modules["__main__"], "NEEDS", version, raising=False)


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("check", [checks.rnn_step_1, checks.predict_order_1])
def test_it_says_in_the_readers_language_what_to_do(check, lang, monkeypatch):
    needs(monkeypatch, "10.0.0")
    with spoken(lang), pytest.raises(NotRun) as told:
        check(nlplab.FIXME)
    assert told.value.key == "setup.older"
    assert SENTENCE[lang] in told.value.message
    assert nlplab.__version__ in told.value.message
    assert "10.0.0" in told.value.message


@pytest.mark.parametrize("version", ["0.1.0", nlplab.__version__])
def test_one_that_is_new_enough_tries_the_answer(version, monkeypatch):
    needs(monkeypatch, version)
    with pytest.raises(NotAttempted):
        checks.predict_order_1(nlplab.FIXME)
