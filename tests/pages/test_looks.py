"""A page looks right where it was not made: without a Korean font, on a dark screen, on paper."""

import base64
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import matplotlib
import matplotlib.pyplot as plt
import pytest
from fontTools.ttLib import TTFont
from nbformat import NotebookNode
from nbformat.v4 import new_output
from playwright.sync_api import Browser, Page

from grader.classroom.folder import ClassFolder
from grader.gradebook.session import opened
from grader.outcome import TestOutcome
from grader.pages import feedback, fonts, report
from tests.support.browser import PHONE, opened_browser, visit
from tests.support.classes import ALL, ANN, NAME, RIGHT, assignment, graded_as, new_class

SYLLABLES = "".join(map(chr, range(ord("가"), ord("힣") + 1)))


def letters(page: str) -> set[str]:
    """What the font within a page has."""
    [data] = re.findall(r"data:font/woff;base64,([^)]*)", page)
    return set(map(chr, TTFont(io.BytesIO(base64.b64decode(data))).getBestCmap()))


# --- what is cut from the font ---


def test_the_font_has_the_hangul_of_the_page_and_nothing_else() -> None:
    assert letters(fonts.face("<p>가나다, abc ㅋㅋ 뷁</p>")) == set("가나다ㅋ뷁")


def test_a_page_without_hangul_has_no_font() -> None:
    assert fonts.face("<p>Tokens — 12 ✗</p>") == ""


def test_letters_that_are_typed_in_parts_are_there_whole() -> None:
    assert letters(fonts.face("\u1112\u1161\u11ab")) == {"한"}


def test_a_page_with_every_syllable_there_is_has_a_font_of_100_kb_at_most() -> None:
    often = "한글" * 2
    rule = fonts.face(SYLLABLES + often)
    assert len(rule) <= 100_000
    assert letters(rule) > set(often)


def test_the_font_is_cut_once_for_pages_of_the_same_letters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cuts = []
    monkeypatch.setattr(fonts, "_cut", lambda *asked: cuts.append(asked) or b"")
    assert fonts.face("꽃밭에 꽃") == fonts.face("에 밭꽃")
    assert len(cuts) == 1


# --- in a browser ---


def odd() -> NotebookNode:
    """A right answer that prints colours and a table, and has Korean in code."""
    nb = assignment(RIGHT)
    colours = "".join(f"\x1b[3{n}m색 \x1b[9{n}m짙게 " for n in range(1, 7))
    table = "<table><tr><th>열</th><td>값</td></tr></table>"
    nb.cells[1].source += '\nlong = f"{1 + 2:>4}"  # ' + "긴 줄 " * 60
    nb.cells[1].outputs = [
        new_output("stream", name="stdout", text=colours),
        new_output("display_data", data={"text/html": table}),
    ]
    return nb


@pytest.fixture(scope="module", params=["feedback", "report"])
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: ClassFolder = new_class(tmp_path_factory.mktemp("course"))
    wrong = TestOutcome("double-1", "wrong", "a.b", "✗ 두 배가 아닙니다.", "return x + x")
    graded_as(folder, ALL | {"double-1": wrong, "half-1": "crashed"}, odd())
    with opened(folder) as book:
        page = feedback.write(book, ANN)
        return page if request.param == "feedback" else report.write(book, NAME)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser that finds no font but DejaVu, which has no Hangul."""
    folder = tmp_path_factory.mktemp("fonts")
    for font in (Path(matplotlib.get_data_path()) / "fonts" / "ttf").glob("DejaVu*.ttf"):
        shutil.copy(font, folder)
    file = folder / "fonts.conf"
    file.write_text(f"<fontconfig><dir>{folder}</dir></fontconfig>")
    with opened_browser(FONTCONFIG_FILE=str(file)) as opened:
        if opened is None:
            pytest.skip("no Chromium")
        yield opened


CUT = "OTS derived font"  # as Chromium calls one without a name


def used(page: Page, selector: str) -> dict[str, bool]:
    """The fonts in which something is shown, and whether each came with the page."""
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"]: font["isCustomFont"] for font in fonts}


def test_hangul_is_shown_where_the_machine_has_no_font_for_it(browser: Browser, path: Path) -> None:
    with visit(browser, path) as seen:
        assert used(seen.page, "h1") == {"DejaVu Sans": False, CUT: True}
        assert (seen.requests, seen.complaints) == ([], [])


def test_hangul_in_code_is_shown_there_too_and_the_rest_as_code_is(
    browser: Browser, path: Path
) -> None:
    with visit(browser, path) as seen:
        seen.page.evaluate("document.body.innerHTML = '<code>print(값)</code>'")
        assert used(seen.page, "code") == {"DejaVu Sans Mono": False, CUT: True}


CONTRASTS = """() => {
  const numbers = text => text.match(/[\\d.]+/g).map(Number);
  const light = text => numbers(text).slice(0, 3).map(each => each / 255)
    .map(each => each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    .reduce((sum, each, place) => sum + each * [0.2126, 0.7152, 0.0722][place], 0);
  const behind = element => {
    for (; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor;
      if (numbers(colour)[3] !== 0) return colour;
    }
  };
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = {};
  while (texts.nextNode()) {
    const text = texts.currentNode.textContent.trim(), element = texts.currentNode.parentElement;
    const [dark, bright] = [getComputedStyle(element).color, behind(element)]
      .map(light).sort((a, b) => a - b);
    if (text) found[text] = (bright + 0.05) / (dark + 0.05);
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_what_is_behind_it(
    browser: Browser, path: Path, scheme: str
) -> None:
    with visit(browser, path) as seen:
        seen.page.emulate_media(color_scheme=scheme)
        contrasts = seen.page.evaluate(CONTRASTS)
    assert len(contrasts) > 20
    assert {text: at for text, at in contrasts.items() if at < 4.5} == {}  # as WCAG asks, AA


def test_a_page_is_dark_where_the_reader_asks_for_that(browser: Browser, path: Path) -> None:
    with visit(browser, path) as seen:
        seen.page.emulate_media(color_scheme="dark")
        assert background(seen.page) == "rgb(17, 22, 27)"


THEMES = {"light": ((255, 255, 255), (31, 41, 51)), "dark": ((26, 32, 39), (227, 232, 237))}


@pytest.mark.parametrize(("scheme", "theme"), THEMES.items(), ids=THEMES)
def test_a_chart_has_the_colours_of_the_page(
    browser: Browser, tmp_path: Path, scheme: str, theme: tuple[tuple[int, ...], ...]
) -> None:
    folder = new_class(tmp_path)
    graded_as(folder, ALL)
    with opened(folder) as book:
        path = report.write(book, NAME)
    with visit(browser, path) as seen:
        seen.page.emulate_media(color_scheme=scheme)
        picture = plt.imread(io.BytesIO(seen.page.locator("figure img").first.screenshot()))
    colours = {tuple(round(255 * part) for part in dot[:3]) for row in picture for dot in row}
    assert colours >= set(theme)


def test_paper_stays_white_and_nothing_is_cut_off_at_its_edge(browser: Browser, path: Path) -> None:
    with visit(browser, path, PHONE) as seen:
        seen.page.emulate_media(media="print", color_scheme="dark")
        assert background(seen.page) == "rgba(0, 0, 0, 0)"
        cut = "[...document.querySelectorAll('.code, .output')]"
        assert not seen.page.evaluate(f"{cut}.some(each => each.scrollWidth > each.clientWidth)")
        assert seen.page.pdf().startswith(b"%PDF")


def background(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")
