"""HTML pages of one file: they open offline, load nothing, and run no script but our own."""

import base64
import hashlib
from collections.abc import Callable
from functools import cache, partial
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from grader.errors import SettingError
from grader.pages import fonts, harmless
from nlplab.messages import LANGUAGES, say

Say = Callable[..., str]


def render(template: str, lang: str, script: str = "", **values: Any) -> str:
    """A page from `grader/pages/templates`, in one language of the course.

    `script` is the only one that a browser runs; it and the style are allowed by their hash.
    Raises SettingError as `speaker` does.
    """
    page = {
        "lang": lang,
        "policy": partial(_policy, script=script),
        "styled": _styled,
        "script": Markup(script),
        "say": speaker(lang),
    }
    return _environment().get_template(template).render(page | values)


def speaker(lang: str) -> Say:
    """Says what the catalogue has under a key in one language, `say(key, **values)`.

    Raises SettingError for a language that the course does not have.
    """
    if lang not in LANGUAGES:
        raise SettingError(f"language must be one of {', '.join(LANGUAGES)}, not {lang!r}")
    return partial(say, lang=lang)


def _styled(main: str) -> Markup:
    """The style of a page on which this stands, with the letters that it needs."""
    return Markup(fonts.face(main) + harmless.code_style() + read("page.css"))


def _policy(style: str, script: str) -> str:
    allowed = f"script-src '{_hash(script)}'; " if script else ""
    return (
        "default-src 'none'; img-src data:; font-src data:; "
        f"style-src '{_hash(style)}'; {allowed}base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def read(name: str) -> str:
    """The text of a file in `grader/pages/templates`."""
    return resources.files("grader.pages").joinpath("templates", name).read_text("utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("grader.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["points"] = lambda value: f"{round(value, 2):g}"
    return environment
