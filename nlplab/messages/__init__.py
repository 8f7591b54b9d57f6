"""The catalogue: everything that code says to a student, in Korean and English.

`common.toml` holds what every section uses, `NN_section.toml` the mistakes of one section.
A key such as `wordpiece.shortest_match` is a table with one text a language.

A student's kernel has one language, which its first cell sets by `use`. What speaks to several
readers names the language, `say(key, lang=lang)`, or speaks it for a while, `with spoken(lang)`.
"""

import string
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

LANGUAGES = ("ko", "en")
# Of the running notebook. No ContextVar as well: a kernel may run each cell in its own context.
_language = "ko"
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


def use(lang: str) -> None:
    """Speak `lang` from now on, everywhere in this process: for a student's kernel alone.

    Raises ValueError for a language the course does not have.
    """
    global _language
    _language = _checked(lang)


@contextmanager
def spoken(lang: str) -> Iterator[None]:
    """Speak `lang` in the body, and not in other threads, which speak their own.

    Raises ValueError for a language the course does not have.
    """
    token = _spoken.set(_checked(lang))
    try:
        yield
    finally:
        _spoken.reset(token)


def say(key: str, /, lang: str | None = None, **values: object) -> str:
    """The text of `key` with `values` filled in, in `lang` or the language that is spoken here.

    Where that has no such text, it comes in English. Raises KeyError for a key that the catalogue
    does not have, ValueError for a language the course does not have.
    """
    lang = language() if lang is None else _checked(lang)
    texts = catalogue()[key]
    return texts.get(lang, texts["en"]).format(**values)


def in_words(docstring: str, lang: str) -> str:
    """What a docstring says in `lang`: in English, then behind a bar in Korean if it has both."""
    english, _, korean = docstring.partition("|")
    return (korean if lang == "ko" and korean else english).strip()


def language() -> str:
    """The language that is spoken here."""
    return _spoken.get() or _language


def has(key: str) -> bool:
    """Whether the catalogue has a text under `key`."""
    return key in catalogue()


def places(key: str) -> frozenset[str]:
    """The names of the values that the text of `key` has to be given. Raises KeyError as `say`."""
    parts = string.Formatter().parse(catalogue()[key]["en"])
    return frozenset(name for _, name, _, _ in parts if name)


def _checked(lang: str) -> str:
    if lang not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {lang!r}")
    return lang


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every message: `{"wordpiece.shortest_match": {"ko": …, "en": …}, …}`."""
    found: dict[str, dict[str, str]] = {}
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            found |= read(file.read_text(encoding="utf-8"))
    return found


def read(text: str) -> dict[str, dict[str, str]]:
    """The messages of one file of the catalogue, by key."""
    return {
        f"{group}.{name}": texts
        for group, entries in tomllib.loads(text).items()
        for name, texts in entries.items()
    }
