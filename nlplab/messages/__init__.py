"""The catalogue: everything that code says to a student, in Korean and English.

`common.toml` holds what every section uses, `NN_section.toml` the mistakes of one section.
A key such as `wordpiece.shortest_match` is a table with one text a language.
"""

import tomllib
from functools import cache
from importlib.resources import files

LANGUAGES = ("ko", "en")
_language = "ko"


def use(language: str) -> None:
    """Speak `language` from now on.

    Raises ValueError for a language the course does not have.
    """
    global _language
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {', '.join(LANGUAGES)}, not {language!r}")
    _language = language


def say(key: str, **values: object) -> str:
    """The text of `key` in the reader's language, else in English, with `values` filled in.

    Raises KeyError for a key that the catalogue does not have.
    """
    texts = catalogue()[key]
    return texts.get(_language, texts["en"]).format(**values)


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every message: `{"wordpiece.shortest_match": {"ko": …, "en": …}, …}`."""
    tables = (
        tomllib.loads(file.read_text(encoding="utf-8"))
        for file in sorted(files(__name__).iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    )
    return {
        f"{group}.{name}": texts
        for table in tables
        for group, entries in table.items()
        for name, texts in entries.items()
    }
