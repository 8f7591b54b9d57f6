"""Makes the pictures of the READMEs and the site: a card below a check, and the report of a class.

    python -m tools.pictures [--class build/demo]

The card is what a check shows of an answer of the bank; the report is that of the class, which
`make demo` leaves behind. Both are opened in Chromium, in Korean and in English.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from playwright.sync_api import Browser

from tests.support.browser import opened_browser

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SECTION, EXERCISE, ANSWER = "01_tokenizer", "one_hot_product", "wrong_one_shared_row"
CHECK, WIDTH, HEIGHT = f"{EXERCISE}-1", 760, 660
PLAIN = "body { padding: 8px } .jp-InputPrompt, .jp-OutputPrompt { display: none }"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--class", dest="class_folder", type=Path, default=ROOT / "build" / "demo")
    class_folder = parser.parse_args().class_folder
    PICTURES.mkdir(exist_ok=True)
    os.environ["NLPLAB_OFFLINE"] = "1"
    with tempfile.TemporaryDirectory() as made, opened_browser() as browser:
        if browser is None:
            sys.exit("no Chromium is here: make setup installs it where it may")
        for lang in ("ko", "en"):
            page = Path(made) / f"card.{lang}.html"
            page.write_text(card(lang), "utf-8")
            shoot(
                browser, page, PICTURES / page.with_suffix(".png").name, ".jp-CodeCell:last-child"
            )
            shoot(browser, report(class_folder, lang), PICTURES / f"report.{lang}.png", None)


def card(lang: str) -> str:
    """The page of a notebook that ends in a check, which shows what is wrong with the answer."""
    notebook = nbformat.read(ROOT / "notebooks" / lang / f"{SECTION}.ipynb", as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    named = {cell.metadata.nbgrader.grade_id: cell for cell in code if "nbgrader" in cell.metadata}
    answer = ROOT / "tests" / "answers" / SECTION / EXERCISE / f"{ANSWER}.py"
    named[EXERCISE].source = answer.read_text("utf-8")
    notebook.cells = [*code[:2], named[EXERCISE], named[CHECK]]
    NotebookClient(notebook, allow_errors=True).execute()
    page, _ = HTMLExporter().from_notebook_node(notebook)
    return page.replace("</head>", f"<style>{PLAIN}</style></head>")


def report(class_folder: Path, lang: str) -> Path:
    """The report of the class in a language."""
    words = ["report", "--class", class_folder, "--only", SECTION, "--lang", lang]
    subprocess.run([sys.executable, "-m", "grader", *map(str, words)], cwd=ROOT, check=True)
    return class_folder / "reports" / f"{SECTION}.html"


def shoot(browser: Browser, page: Path, into: Path, part: str | None) -> None:
    """Picture the part of a page that a selector names, or else its beginning."""
    window = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    window.goto(page.resolve().as_uri())
    (window.locator(part) if part else window).screenshot(path=into)
    window.close()


if __name__ == "__main__":
    main()
