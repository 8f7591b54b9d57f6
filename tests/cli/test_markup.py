"""Nothing that a student wrote is taken for markup by what a terminal shows."""

import json

import pytest

from grader.classroom.submission import read
from grader.cli import app
from grader.errors import NotANotebookError

MARKUP = ["[/x]", "[bold]", "[link=file:///etc/passwd]x[/link]", "[/]", "[[/x]]", ":smile: [red]"]


@pytest.mark.parametrize("text", MARKUP)
def test_a_table_shows_it_as_it_is(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    app.show_table(text, ["what"], [[text]])
    assert capsys.readouterr().out.count(text) == 2


@pytest.mark.parametrize("text", MARKUP)
def test_so_does_a_sentence(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    app.say(text, "red")
    assert capsys.readouterr().out.strip() == text


@pytest.mark.parametrize(
    "format_", [*MARKUP, {}, [], [4], "5", "four", 4.5, 10**30, -1, "x" * 10**6]
)
def test_a_format_that_is_none_is_told_in_brief(format_: object) -> None:
    content = {"nbformat": format_, "cells": [{"cell_type": "code", "source": ""}]}
    with pytest.raises(NotANotebookError, match="a notebook of format") as refused:
        read(json.dumps(content).encode())
    assert len(str(refused.value)) < 300
