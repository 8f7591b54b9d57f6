"""What came from a student, made harmless to look at: no script, no remote request, no path.

Everything here returns markup that was escaped or reduced to a list of allowed tags. What is too
long to be reduced quickly is shown as plain text.
"""

import os
import re
import site
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

import mistune
import nh3
from markupsafe import Markup
from nbconvert.filters.ansi import ansi2html
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

LONGEST_CODE = 50_000  # characters of a cell that are coloured
LONGEST_HTML = 200_000  # characters of HTML that are read as such
LONGEST_MARKDOWN = 20_000
MOST_TAGS = 5_000  # reading nested tags takes time by the square of their number

_COLOURS = "xcode", "github-dark"  # of all of Pygments' own, these contrast most with our pages
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_IMAGE = re.compile(r"data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/]+=*")
_INLINE = r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=\s]*"
_PATH = re.compile(
    rf"({_INLINE})|(?:file:/+|(?<![\w/.…])|(?<=[\d\[]m))/(?:[^\s/'\"<>:|*?()\[\],;]+/)+(?=[^\s/])"
)
_WINDOWS_PATH = re.compile(r"\b[A-Za-z]:\\(?:[^\s\\'\"<>:|*?]+\\)+")
_markdown = mistune.create_markdown(escape=False, plugins=["table", "strikethrough", "math"])


@lru_cache(maxsize=256)  # most of a notebook is the same for everybody
def code(source: str, line: str = "") -> Markup:
    """Python, coloured; the line that reads `line` is marked where there is exactly one."""
    if len(source) > LONGEST_CODE:
        return plain(source)
    lines = [each.strip() for each in source.splitlines()]
    marked = [lines.index(line) + 1] if line and lines.count(line) == 1 else []
    formatter = HtmlFormatter(cssclass="code", hl_lines=marked)
    return Markup(highlight(source, PythonLexer(stripnl=False), formatter))


def code_style() -> str:
    """The CSS of what `code` returns, on a light screen or paper and on a dark screen."""
    light, dark = (HtmlFormatter(style=each).get_style_defs(".code") for each in _COLOURS)
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


def plain(text: str) -> Markup:
    return Markup("<pre>{}</pre>").format(text)


def terminal(text: str) -> Markup:
    """What was printed: ANSI colours become classes, paths of this machine go."""
    shown = nh3.clean(ansi2html(without_paths(text)), tags={"span"}, attributes={"span": {"class"}})
    return Markup("<pre>{}</pre>").format(Markup(shown))


def html(text: str) -> Markup:
    """HTML without anything that acts, loads or looks like the page around it."""
    if len(text) > LONGEST_HTML or text.count("<") > MOST_TAGS:
        return plain(without_paths(text[:LONGEST_HTML]))
    return Markup(
        nh3.clean(
            without_paths(text),
            attributes=_ATTRIBUTES,
            attribute_filter=_allowed,
            url_schemes={"http", "https", "mailto", "data"},
            link_rel="noopener noreferrer nofollow",
            strip_comments=True,
        )
    )


def markdown(text: str) -> Markup:
    """Markdown as HTML, as harmless as `html`; formulas stay as they were typed."""
    if len(text) > LONGEST_MARKDOWN:
        return plain(text)
    try:
        return html(str(_markdown(text)))
    except RecursionError:
        return plain(text)


def image(kind: str, data: str, alternative: str) -> Markup | None:
    """A picture within the page; None when it is no PNG, JPEG or GIF."""
    source = f"data:{kind};base64,{''.join(data.split())}"
    if not _IMAGE.fullmatch(source):
        return None
    return Markup('<img src="{}" alt="{}">').format(source, alternative)


def without_paths(text: str) -> str:
    """`text` with `…/` for the folders of every absolute path, so that only file names stay."""
    for folder in _folders():
        text = text.replace(f"{folder}{os.sep}", "…/").replace(folder, "…")
    return _WINDOWS_PATH.sub("…/", _PATH.sub(lambda found: found[1] or "…/", text))


def _folders() -> list[str]:
    """Folders of this machine whose names may hold what the expression for paths does not take."""
    here = {
        sys.prefix,
        sys.base_prefix,
        str(Path.home()),
        str(Path.cwd()),
        str(Path(__file__).resolve().parents[2]),
        tempfile.gettempdir(),
        *site.getsitepackages(),
    }
    return sorted((name for name in here if len(Path(name).parts) > 2), key=len, reverse=True)


def _allowed(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute if it may stay: pictures are within the page, links lead away."""
    if tag == "img" and name == "src":
        return value if _IMAGE.fullmatch(value) else None
    if name == "href" and not value.lower().startswith(("http://", "https://", "mailto:")):
        return None
    return value
