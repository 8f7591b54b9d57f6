"""What READMEs and the site's texts tell to do can be done; `make docs` holds links among pages."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from grader.cli.app import app
from tests.support import ROOT

READMES = [ROOT / "README.md", ROOT / "README.ko.md"]
DOCS = ROOT / "docs"
TEXTS = {
    path: path.read_text("utf-8")
    for path in [*READMES, ROOT / "CONTRIBUTING.md", *DOCS.glob("*.md"), *DOCS.glob("ko/*.md")]
}
TYPED = re.compile(r"^(?:\s*\$ |    )(?:\.venv/bin/)?grader (.+)$", re.MULTILINE)
NAMED = re.compile(r"`(?:\.venv/bin/)?grader ([a-z][^`\n]*)`")
MAKE = re.compile(r"(?:\$ |`)make ([a-z-]+)")
LINK = re.compile(r"(!?)\[([^]]*)\]\(([^)#\s]+)")

GRADER = typer.main.get_command(app)
COMMANDS = sorted({line for text in TEXTS.values() for line in TYPED.findall(text)})
MENTIONED = sorted({line for text in TEXTS.values() for line in NAMED.findall(text)})


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_in_a_block_is_one_that_grader_takes(line):
    for words in line.split("&& grader"):
        context = typer.Context(GRADER, info_name="grader")
        group, arguments = GRADER, shlex.split(words, comments=True)
        while hasattr(group, "resolve_command"):
            called, group, arguments = group.resolve_command(context, arguments)
        group.make_context(called, arguments, parent=context)


@pytest.mark.parametrize("line", MENTIONED)
def test_a_command_in_a_sentence_has_these_options(line):
    context = typer.Context(GRADER, info_name="grader")
    called, *words = line.split()
    command = GRADER.get_command(context, called)
    assert command, f"no such command: {called}"
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    assert {word for word in words if word.startswith("--")} <= known


def test_what_make_is_told_to_do_is_a_target():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {target for text in TEXTS.values() for target in MAKE.findall(text)} <= targets


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_a_link_to_a_file_leads_to_one_and_a_picture_says_what_it_shows(path):
    for picture, text, target in LINK.findall(TEXTS[path]):
        if "://" not in target:
            assert (path.parent / target).exists(), target
        assert text or not picture, target


@pytest.mark.parametrize("path", sorted(DOCS.glob("ko/*.md")), ids=name)
def test_a_korean_page_has_an_english_twin_of_the_same_name(path):
    assert (DOCS / path.name).is_file()


@pytest.mark.parametrize(("folder", "lang"), [("course", "en"), ("ko/course", "ko")])
def test_the_notebooks_of_the_site_are_those_that_students_get(folder, lang):
    assert (DOCS / folder).resolve() == ROOT / "notebooks" / lang


@pytest.mark.parametrize("readme", READMES, ids=name)
def test_a_readme_is_two_screens(readme):
    assert len(TEXTS[readme].splitlines()) <= 80
