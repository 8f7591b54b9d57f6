"""`make demo`: in the reader's language, step by step, and on from where it was stopped."""

import io
import tomllib
from pathlib import Path

import pytest
from rich.console import Console

from tests.support import ROOT
from tools.demo import Demo, language, show

OPEN = [{"path": "build/demo/a.html", "ko": "보고서", "en": "a report"}]


def step(run: str, **more: str) -> dict[str, str]:
    return {"run": run, "ko": "단계", "en": "a step"} | more


def demo(folder: Path, *steps: dict[str, str], lang: str = "en") -> Demo:
    return Demo(list(steps), OPEN, folder, lang)


def shown(demo: Demo) -> tuple[int, str]:
    """How it ended and what was shown."""
    console = Console(file=io.StringIO(), width=80)
    status = show(demo, console)
    return status, console.file.getvalue()


def note(word: str) -> dict[str, str]:
    """A step that adds a word to a file."""
    return step(f"echo {word} >> said")


def said(folder: Path) -> list[str]:
    return (folder / "said").read_text().split()


def test_steps_are_done_in_order_and_numbered(tmp_path: Path) -> None:
    status, text = shown(demo(tmp_path, note("one"), note("two")))
    assert (status, said(tmp_path)) == (0, ["one", "two"])
    assert text.index("✓ 1/2  a step") < text.index("✓ 2/2  a step")


def test_it_ends_in_what_to_open_and_why(tmp_path: Path) -> None:
    _, text = shown(demo(tmp_path, note("one")))
    assert text.partition("Now open:")[2].split("\n")[1:3] == [
        "  build/demo/a.html",
        "      a report",
    ]


@pytest.mark.parametrize(("lang", "words"), [("ko", "단계 보고서"), ("en", "step report")])
def test_it_speaks_one_language(tmp_path: Path, lang: str, words: str) -> None:
    _, text = shown(demo(tmp_path, note("one"), lang=lang))
    assert all(word in text for word in words.split())
    assert ("단계" in text) == (lang == "ko")


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "", "LC_MESSAGES": "ko_KR"}, "ko"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_that_of_the_environment(environment: dict[str, str], lang: str) -> None:
    assert language(environment) == lang


def test_what_failed_is_shown_and_done_again_and_nothing_before_it(tmp_path: Path) -> None:
    steps = note("one"), step("echo broken; test -e mended"), note("three")
    status, text = shown(demo(tmp_path, *steps))
    assert (status, said(tmp_path)) == (1, ["one"])
    assert "broken" in text
    assert "build/demo.log" in text
    (tmp_path / "mended").touch()
    status, text = shown(demo(tmp_path, *steps))
    assert (status, said(tmp_path)) == (0, ["one", "three"])
    assert "rm -r build/demo*" in text


def test_a_step_that_was_stopped_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = note("one"), note("two")

    def stop(demo: Demo, command: str) -> tuple[int, list[str]]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("tools.demo._run", stop)
        status, text = shown(demo(tmp_path, *steps))
    assert status == 130
    assert "goes on from this step" in text
    assert shown(demo(tmp_path, *steps))[0] == 0
    assert said(tmp_path) == ["one", "two"]


def test_the_log_can_be_read_while_a_step_goes_on(tmp_path: Path) -> None:
    shown(demo(tmp_path, step("echo begun; cp build/demo.log so-far")))
    assert (tmp_path / "so-far").read_text().splitlines()[-1] == "begun"


def test_a_step_that_has_changed_is_done_again_with_all_behind_it(tmp_path: Path) -> None:
    shown(demo(tmp_path, note("one"), note("two"), note("three")))
    shown(demo(tmp_path, note("one"), note("2"), note("three")))
    assert said(tmp_path) == ["one", "two", "three", "2", "three"]


def test_it_goes_on_where_a_step_leaves_something_to_a_person(tmp_path: Path) -> None:
    waiting = step("false", waits_ko="남음", waits_en="some waits")
    status, text = shown(demo(tmp_path, waiting, note("two")))
    assert (status, said(tmp_path)) == (0, ["two"])
    assert "some waits" in text


def test_of_several_commands_in_a_step_none_may_fail(tmp_path: Path) -> None:
    assert shown(demo(tmp_path, step("false\ntrue")))[0] == 1


def test_the_steps_of_the_project_are_told_in_both_languages() -> None:
    data = tomllib.loads((ROOT / "tools" / "demo.toml").read_text("utf-8"))
    for entry in [*data["steps"], *data["open"]]:
        assert entry["ko"]
        assert entry["en"]
