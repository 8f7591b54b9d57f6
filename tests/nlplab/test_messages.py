"""The catalogue of messages."""

import re
import string

import pytest

from nlplab import messages
from tests.support import ROOT


@pytest.fixture(autouse=True)
def korean():
    messages.use("ko")
    yield
    messages.use("ko")


def test_it_speaks_the_language_that_was_set():
    messages.use("en")
    assert "reviews" in messages.say("plot.count")


def test_a_message_without_the_readers_language_comes_in_english(monkeypatch):
    monkeypatch.setattr(messages, "catalogue", lambda: {"a.b": {"en": "only {n}"}})
    assert messages.say("a.b", n=3) == "only 3"


def test_an_unknown_language_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match="ko, en"):
        messages.use("fr")


@pytest.mark.parametrize("key", sorted(messages.catalogue()))
def test_both_languages_of_a_message_have_the_same_places_to_fill(key):
    texts = messages.catalogue()[key]
    assert set(texts) == set(messages.LANGUAGES)
    assert places(texts["ko"]) == places(texts["en"])


def test_every_message_is_used_and_every_key_that_is_used_exists():
    places = ("nlplab/**/*.py", "grader/**/*.py", "grader/pages/templates/*.j2")
    sources = [path for place in places for path in ROOT.glob(place)]
    code = "\n".join(path.read_text("utf-8") for path in [*sources, *ROOT.glob("source/*/*.ipynb")])
    words = set(re.findall(r"[\w.]+", code))
    unused = [
        key for key in messages.catalogue() if key not in words and key.split(".")[1] not in words
    ]
    assert unused == []


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
