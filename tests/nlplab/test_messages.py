"""The catalogue of messages."""

import re
import string
import threading

import pytest

from nlplab import messages
from nlplab.outcomes import Mistake
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
    with pytest.raises(ValueError, match="ko, en"):
        messages.say("plot.count", lang="fr")
    with pytest.raises(ValueError, match="ko, en"), messages.spoken("fr"):
        pass


def test_a_language_that_is_named_goes_before_the_one_that_is_spoken():
    with messages.spoken("ko"):
        assert "reviews" in messages.say("plot.count", lang="en")


def test_a_language_is_spoken_in_its_body_alone_even_when_that_fails():
    with messages.spoken("en"):
        assert "reviews" in messages.say("plot.count")
    with pytest.raises(KeyError), messages.spoken("en"):
        messages.say("no.such_key")
    assert "reviews" not in messages.say("plot.count")


def test_each_thread_speaks_its_own_language():
    both = threading.Barrier(2)
    said = {}

    def reader(lang):
        with messages.spoken(lang):
            both.wait(timeout=30)
            said[lang] = str(Mistake("check.none"))
            both.wait(timeout=30)

    threads = [threading.Thread(target=reader, args=(lang,)) for lang in messages.LANGUAGES]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    texts = messages.catalogue()["check.none"]
    assert said == {lang: f"check.none: {texts[lang]}" for lang in messages.LANGUAGES}


def test_a_value_of_a_mistake_does_not_set_its_language():
    with pytest.raises(TypeError, match="lang"):
        Mistake("check.none", lang="en")


def test_a_key_is_known_before_it_is_said():
    assert messages.has("check.none")
    assert not messages.has("check.no_such_key")


def test_the_places_of_a_message_are_what_it_has_to_be_given():
    assert messages.places("shapes.result") == {"function", "expected", "actual"}
    assert messages.places("check.none") == set()


@pytest.mark.parametrize("key", sorted(messages.catalogue()))
def test_both_languages_of_a_message_have_the_same_places_to_fill(key):
    texts = messages.catalogue()[key]
    assert set(texts) == set(messages.LANGUAGES)
    assert places(texts["ko"]) == places(texts["en"])


def test_every_message_is_used_and_every_key_that_is_used_exists():
    places = ("nlplab/**/*.py", "grader/**/*.py", "grader/pages/templates/*.j2")
    places += ("nlplab/checks/recorded/*.json", "source/*.hidden.json")
    sources = [path for place in places for path in ROOT.glob(place)]
    code = "\n".join(path.read_text("utf-8") for path in [*sources, *ROOT.glob("source/*/*.ipynb")])
    words = set(re.findall(r"[\w.]+", code))
    words |= {f"withheld.{word.partition('.')[2]}" for word in words}
    unused = [
        key for key in messages.catalogue() if key not in words and key.split(".")[1] not in words
    ]
    assert unused == []


def test_the_grader_neither_reads_the_catalogue_nor_sets_the_language_of_a_kernel():
    code = {path: path.read_text("utf-8") for path in ROOT.glob("grader/**/*.py")}
    reads = re.compile(r"\bcatalogue\(|messages\.use\(|messages import .*\b(catalogue|use)\b")
    assert [str(path) for path, text in code.items() if reads.search(text)] == []


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
