"""A report speaks one language, in why files were refused and how notebooks can be read too."""

import json
import re
from pathlib import Path

import pytest

from grader.classroom import faults
from grader.classroom.folder import ClassFolder
from grader.classroom.submission import handed_in, read
from grader.errors import SubmissionError
from grader.gradebook.session import opened
from grader.grading.groups import Groups
from grader.grading.job import Refused
from grader.grading.options import Options
from grader.grading.unchanged import Unchanged
from grader.grading.writer import Settled, _Writer
from grader.outcome import Message
from grader.pages import feedback, report
from grader.pages.attention import attention
from nlplab.messages import catalogue
from tests.support.classes import (
    ALL,
    ANN,
    NAME,
    graded_as,
    hand_in,
    new_class,
    refused,
)

HANGUL = re.compile("[가-힣]")
FILES = {
    "cut short": (json.dumps({"cells": []})[:9].encode(), "중간에 잘렸습니다", "cut short"),
    "no Unicode": (b"PK\x03\x04\xff\xfe", "유니코드", "no Unicode"),
    "nested": (b"[" * 100_000, "너무 깊이", "nested too deep"),
    "no notebook": (b"[1, 2]", "노트북이 아닙니다", "not a notebook"),
    "of format 5": (b'{"cells": [], "nbformat": 5}', "형식 5", "format 5"),
    "no cells": (b'{"cells": [], "nbformat": 4}', "셀이 없습니다", "without a notebook's cells"),
}
WAYS = [name for name in catalogue() if name.startswith(("reading.", "submission.", "fault."))]


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return new_class(tmp_path)


def listed(folder: ClassFolder, lang: str, title: str) -> str:
    """What a list of the report says."""
    with opened(folder) as book:
        found = report.submissions(book, NAME)
    [wanted] = [e for e in attention(folder, NAME, found, lang) if e.title == title]
    return " ".join(f"{student} {why}" for student, why in wanted.students)


def refuse(folder: ClassFolder, content: bytes) -> None:
    """Grade a file of ann's that cannot be read, as the writer of a class does it."""
    hand_in(folder, "ann", content)
    with pytest.raises(SubmissionError) as raised:
        read(handed_in(folder, ANN))
    reason = Message(raised.value.key, raised.value.values)
    with opened(folder) as book:
        writer = _Writer(
            book, book, {}, Unchanged(folder.path, folder, Options(), {}), Groups(folder, [])
        )
        writer._write(Settled(ANN, Refused(ANN, reason)))


@pytest.mark.parametrize(("content", "korean", "english"), FILES.values(), ids=FILES)
def test_why_a_file_was_refused_is_told_in_the_language_of_the_report(
    folder: ClassFolder, content: bytes, korean: str, english: str
) -> None:
    refuse(folder, content)
    for lang, said, other in (("ko", korean, english), ("en", english, korean)):
        shown = listed(folder, lang, "ungraded")
        assert said in shown
        assert other not in shown
    assert not HANGUL.search(listed(folder, "en", "ungraded"))


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_whole_page_has_no_sentence_in_another_language(folder: ClassFolder, lang: str) -> None:
    refuse(folder, b"[1, 2]")
    with opened(folder) as book:
        page = report.write(book, NAME, lang).read_text(encoding="utf-8")
    text = re.sub("<(style|script).*?</|<[^>]+>", " ", page, flags=re.DOTALL)
    if lang == "en":
        assert not HANGUL.search(text)
    else:
        assert not re.search(r"\b[a-z]{3,} [a-z]{2,} [a-z]{2,}\b", text)


def test_the_page_of_a_student_tells_it_in_the_students_language(folder: ClassFolder) -> None:
    refuse(folder, b"[1, 2]")
    with opened(folder) as book:
        page = feedback.write(book, ANN).read_text(encoding="utf-8")
    assert "노트북이 아닙니다" in page
    assert "not a notebook" not in page
    assert "노트북이 아닙니다" in folder.graded(ANN).read_text(encoding="utf-8")


def test_a_reason_of_an_older_class_is_shown_as_it_was_kept(folder: ClassFolder) -> None:
    refused(folder, "ann", "cut short")
    assert "cut short" in listed(folder, "ko", "ungraded")


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_readings_are_told_in_the_language_of_the_report(folder: ClassFolder, lang: str) -> None:
    values = {"exercise": "half", "line": "return x / 2", "number": "1", "count": "2"}
    parts = [{"key": key, "values": values} for key in catalogue() if key.startswith("reading.")]
    review = [{"description": parts, "points": 3}, {"description": parts[:1], "points": 2}]
    graded_as(folder, ALL, review=review)
    shown = listed(folder, lang, "review")
    for part in parts:
        assert Message(part["key"], values).said(lang) in shown
    assert bool(HANGUL.search(shown)) == (lang == "ko")


@pytest.mark.parametrize(
    "cause", ["OSError: disk", "LauncherDied: gone", "ValueError: x", faults.UNKNOWN]
)
def test_a_fault_is_told_by_its_kind_in_the_language_of_the_report(
    folder: ClassFolder, cause: str
) -> None:
    graded_as(folder, ALL)
    faults.note(folder, ANN, cause)
    korean, english = (listed(folder, lang, "failed") for lang in ("ko", "en"))
    assert HANGUL.search(korean)
    assert not HANGUL.search(english)
    assert faults.UNKNOWN not in korean


@pytest.mark.parametrize("key", WAYS)
def test_every_reason_and_reading_has_both_languages(key: str) -> None:
    texts = catalogue()[key]
    assert HANGUL.search(texts["ko"])
    assert not HANGUL.search(texts["en"])
