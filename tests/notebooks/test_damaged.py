"""A file that is no JSON any more is read for what it still says, or there is no single reading."""

import json
import quopri
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from grader.notebooks import conflicts, damaged, lenient
from grader.notebooks.damaged import documents

NB = {
    "cells": [{"cell_type": "code", "source": "a = 'é'"}, {"cell_type": "code", "source": "b"}],
    "metadata": {},
    "nbformat": 4,
}
TEXT = json.dumps(NB, indent=1, ensure_ascii=False)


def sources(data: bytes | str) -> list[list[str]]:
    found = documents(data.encode("utf-8") if isinstance(data, str) else data)
    return [[cell.get("source") for cell in each.content["cells"]] for each in found]


def mended(data: bytes | str) -> set[str]:
    found = documents(data.encode("utf-8") if isinstance(data, str) else data)
    return {name for each in found for name in each.mended}


WHOLE = [["a = 'é'", "b"]]


def test_a_whole_file_is_read_as_it_is() -> None:
    assert (sources(TEXT), mended(TEXT)) == (WHOLE, set())


@pytest.mark.parametrize(
    "behind", ["\0" * 512, "}\n]}", TEXT[-40:], "\n<!-- sent by mail -->", '{"cells": ', " {} ]"]
)
def test_what_is_behind_the_notebook_is_left_out(behind: str) -> None:
    assert (sources(TEXT + behind), mended(TEXT + behind)) == (WHOLE, {damaged.OUTSIDE})


@pytest.mark.parametrize("before", ["nb = ", "Subject: homework\n\n", "```json\n"])
def test_what_is_before_the_notebook_is_left_out(before: str) -> None:
    assert (sources(before + TEXT), mended(before + TEXT)) == (WHOLE, {damaged.OUTSIDE})


@pytest.mark.parametrize("count", [1, 2, 3, 4, 512])
def test_nuls_before_the_notebook_are_left_out(count: int) -> None:
    data = bytes(count) + TEXT.encode()
    assert (sources(data), mended(data)) == (WHOLE, {damaged.OUTSIDE})


@pytest.mark.parametrize("first", ["cells", "metadata", "nbformat"])
@pytest.mark.parametrize("space", ["", "\n ", "\ufeff"])
def test_a_first_brace_that_is_missing_is_put_back(first: str, space: str) -> None:
    text = json.dumps({first: NB[first]} | NB, indent=1, ensure_ascii=False)
    text = space + text.removeprefix("{\n ")
    assert (sources(text), mended(text)) == (WHOLE, {damaged.START})


def test_without_the_brace_of_a_cell_there_is_no_notebook() -> None:
    text = TEXT[TEXT.index('"cell_type"') :]
    [found] = documents(f'{text}, "cells"'.encode())
    assert "cells" not in found.content


@pytest.mark.parametrize(
    "around",
    [
        lambda nb: [nb],
        lambda nb: {"name": "a.ipynb", "content": nb, "type": "notebook"},
        lambda nb: json.dumps(nb),
        lambda nb: [{"content": json.dumps(nb)}],
    ],
)
def test_a_notebook_within_something_else_is_taken_out(around: Callable[[object], object]) -> None:
    text = json.dumps(around(NB))
    assert (sources(text), mended(text)) == (WHOLE, {damaged.WRAPPED})


@pytest.mark.parametrize(
    "content", [[NB, NB], {"content": [NB, NB]}, [[[[NB]]]], {"a": NB}, [], "a", {"content": 1}]
)
def test_what_holds_no_single_notebook_stays_as_it_is(content: object) -> None:
    [found] = documents(json.dumps(content).encode())
    assert (found.content, found.mended) == (content, set())


def test_two_notebooks_in_one_file_are_two_readings() -> None:
    other = TEXT.replace('"b"', '"c"')
    assert sources(f"{TEXT}\n{other}") == [*WHOLE, ["a = 'é'", "c"]]


@pytest.mark.parametrize("damage", [(",", ",,"), ("{", "{ // one\n"), ("]", ",]"), ("\n", "#\n")])
def test_comments_and_commas_are_passed_over(damage: tuple[str, str]) -> None:
    damaged_text = TEXT.replace(*damage)
    assert (sources(damaged_text), mended(damaged_text)) == (WHOLE, {lenient.SYNTAX})


def test_a_missing_comma_is_put_back() -> None:
    assert sources(TEXT.replace(",\n", "\n")) == WHOLE


@pytest.mark.parametrize("raw", ["\x1b[0m", "\t", "\0", "\r\n", "C:\\Users\\q"])
def test_a_string_may_hold_any_character(raw: str) -> None:
    text = TEXT.replace('"metadata": {}', f'"metadata": {{"output": "{raw}"}}')
    assert (sources(text), mended(text)) == (WHOLE, {lenient.CHARACTERS})
    assert documents(text.encode())[0].content["metadata"] == {"output": raw}


def test_a_number_of_any_length_is_no_damage() -> None:
    text = TEXT.replace('"metadata": {}', f'"metadata": {{"n": {"9" * 5_000}}}')
    assert (sources(text), mended(text)) == (WHOLE, set())


@pytest.mark.parametrize("left", ["4\n}", '"nbformat"', "{},", '"metadata": {}'])
def test_a_missing_end_costs_what_was_there_alone(left: str) -> None:
    text = TEXT[: TEXT.rindex(left)]
    assert (sources(text), mended(text)) == (WHOLE, {lenient.CUT})


def test_an_answer_that_the_end_of_the_file_cut_may_be_meant_or_not() -> None:
    text = TEXT[: TEXT.index(" = 'é'")]
    assert sources(text) == [["a"], []]


def test_a_cell_whose_text_is_missing_is_none() -> None:
    assert sources(TEXT[: TEXT.index('"source": "b"')]) == [["a = 'é'"]]


@pytest.mark.parametrize("encoding", ["cp949", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_an_encoding_is_told_by_what_fits(encoding: str) -> None:
    korean = TEXT.replace("é", "토큰 크기")
    assert sources(korean.encode(encoding)) == [["a = '토큰 크기'", "b"]]
    assert mended(korean.encode(encoding)) == {damaged.ENCODING}


def test_lines_of_two_encodings_are_each_read_in_theirs() -> None:
    lines = TEXT.replace("é", "한글").split("\n")
    other = ' "note": "토큰 크기 \N{EM DASH}",'.encode()
    data = b"\n".join([lines[0].encode(), other, *(line.encode("cp949") for line in lines[1:])])
    assert sources(data) == [["a = '한글'", "b"]]
    assert documents(data)[0].content["note"] == "토큰 크기 \N{EM DASH}"


@pytest.mark.parametrize("cut", [1, 2])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("start", ["토큰", "크기"])
def test_an_old_tail_that_begins_within_a_character_is_no_other_encoding(
    cut: int, encoding: str, start: str
) -> None:
    text = TEXT.replace("é", "토큰 크기")
    tail = text[text.index(start) :].encode()[cut:]
    data = text.encode(encoding) + b"\n" + tail
    assert (sources(data), mended(data)) == ([["a = '토큰 크기'", "b"]], {damaged.OUTSIDE})


def test_a_notebook_behind_another_may_be_in_another_encoding() -> None:
    first, second = TEXT.replace("é", "토큰"), TEXT.replace("é", "크기 한글")
    data = f"{first}\n".encode() + second.encode("cp949")
    assert sources(data) == [["a = '토큰'", "b"], ["a = '크기 한글'", "b"]]


def test_a_character_that_the_end_cut_in_two_is_no_other_encoding() -> None:
    data = TEXT.replace('"b"', '"한글"').encode("utf-8")
    cut = data[: data.index("글".encode()) + 1]
    assert (sources(cut)[0], mended(cut)) == (["a = 'é'", "한"], {lenient.CUT})


COUNT = '"count": {},\n'


@pytest.mark.parametrize(
    "conflict",
    [
        "<<<<<<< HEAD\n{one}=======\n{two}>>>>>>> theirs\n",
        "<<<<<<< HEAD\n{one}||||||| 1f2e\n{one}=======\n{two}>>>>>>> theirs\n",
        "<<<<<<< Updated upstream\r\n{one}=======\r\n{two}>>>>>>> Stashed changes\r\n",
        "{two}>>>>>>> theirs\n",
    ],
)
def test_sides_of_a_merge_that_differ_in_nothing_read_alike(conflict: str) -> None:
    both = conflict.format(one=COUNT.format(1), two=COUNT.format(2))
    text = TEXT.replace('   "source"', f'{both}   "source"')
    assert all(side == WHOLE[0] for side in sources(text))
    assert mended(text) == {damaged.CONFLICT}


def test_sides_of_a_merge_with_other_answers_are_two_readings() -> None:
    line = '   "source": "b"\n'
    other = f"<<<<<<< HEAD\n{line}=======\n{line.replace('b', 'c')}>>>>>>> main\n"
    assert sources(TEXT.replace(line, other)) == [["a = 'é'", "b"], ["a = 'é'", "c"]]


def test_two_texts_of_a_cell_that_a_merge_left_are_two_readings() -> None:
    line = '   "source": "b"\n'
    both = TEXT.replace(line, f"{line}=======\n{line.replace('b', 'c')}>>>>>>> main\n")
    assert {tuple(each) for each in sources(both)} == {("a = 'é'", "b"), ("a = 'é'", "c")}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", ['"count": 1,', '"source": "b",'])
def test_a_middle_that_somebody_forgot_is_passed_over(name: str, end: str) -> None:
    both = f"{name}{end}======={end}{name}{end}"
    text = TEXT.replace('   "source": "b"', f'{both}   "x": 1')
    text = text if "source" in name else TEXT.replace('   "source": "b"', f'{both}   "source": "b"')
    assert all(side == WHOLE[0] for side in sources(text))
    assert mended(text) == {damaged.CONFLICT}


def test_two_texts_with_the_middle_between_them_are_two_readings() -> None:
    line = '   "source": "b"\n'
    both = TEXT.replace(line, f"{line}=======\n{line.replace('b', 'c')}")
    assert {tuple(each) for each in sources(both)} == {("a = 'é'", "b"), ("a = 'é'", "c")}


def test_a_line_of_equals_signs_within_a_string_is_of_the_string() -> None:
    text = TEXT.replace('"b"', '"Title\n=======\ntext"')
    assert sources(text) == [["a = 'é'", "Title\n=======\ntext"]]
    assert mended(text) == {lenient.CHARACTERS}


OUTPUT = '   "outputs": [\n    {"name": "stdout",\n     "text": [\n{}\n     ]\n    }\n   ],\n'


@pytest.mark.parametrize(
    "lines",
    [
        '"a "b" c\\n"',
        '"{"a": "b", "c": 1}\\n",\n"""',
        '"x = "",\\n"',
        '"1 "2" 3"',
        '"<a href="#b">"',
    ],
)
def test_a_quote_that_nobody_escaped_in_an_output_costs_nothing(lines: str) -> None:
    text = TEXT.replace('   "source"', OUTPUT.replace("{}", lines) + '   "source"')
    assert (sources(text), mended(text)) == (WHOLE, {lenient.CHARACTERS})


@pytest.mark.parametrize(
    "line", ['print("1")', 'f("a")', '"a" "b', '"a"[0], "b"', 'c = "#fff"', 'u = "//a" ']
)
def test_a_quote_that_nobody_escaped_in_an_answer_is_not_guessed(line: str) -> None:
    text = TEXT.replace('"b"', f'[\n"{line}"\n]')
    with pytest.raises(ValueError, match=r"line \d+ column"):
        documents(text.encode())


@pytest.mark.parametrize("mark", ["> ", ">", "> > ", ">> "])
def test_what_a_mail_puts_before_lines_is_taken_away(mark: str) -> None:
    text = "\n".join(f"{mark}{line}" if line else "" for line in f"{TEXT}\n".split("\n"))
    assert (sources(text), mended(text)) == (WHOLE, {damaged.MAIL})


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_quoted_printable_is_read_by_its_codes(encoding: str, end: bytes) -> None:
    text = TEXT.replace("é", "한글 = " * 20)
    data = quopri.encodestring(text.encode(encoding)).replace(b"\n", end)
    assert sources(data) == [["a = '" + "한글 = " * 20 + "'", "b"]]
    assert damaged.MAIL in mended(data)


def test_a_code_of_hexadecimal_digits_makes_no_mail() -> None:
    text = TEXT.replace('"b"', '"b=10\nc==20=\n"')
    assert (sources(text), mended(text)) == (
        [["a = 'é'", "b=10\nc==20=\n"]],
        {lenient.CHARACTERS},
    )


def test_of_two_sides_one_that_can_be_read_is_enough() -> None:
    line = '   "source": "b"\n'
    other = f"<<<<<<< HEAD\n{line}=======\n   source = b\n>>>>>>> main\n"
    assert sources(TEXT.replace(line, other)) == WHOLE


@pytest.mark.parametrize(
    "text",
    [
        '{"cells": [}',
        '{"cells": [{"source" "a"}]}',
        '{"cells": "a": 1}',
        "{'cells': []}",
        '{"cells":' * 200,
        '"cells" and more',
        "<html>{ margin: 0 } cells",
    ],
)
def test_what_has_no_single_reading_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"line \d+ column"):
        documents(text.encode())


def test_a_heading_that_is_underlined_is_no_conflict() -> None:
    assert not conflicts.marked("Title\n=======\ntext")
    assert not conflicts.whole("<<<<<<< HEAD\na\n>>>>>>> main")


HOSTILE = ["[", '"\\', "/*", "/* */", "# \n", ",", "1 ", '"a" ', '"\\u', "<<<<<<< a\n", "=======\n"]
HOSTILE += ['"a" "b"', '"a "b"\n', "> ", "\n> ", "=3D=\n"]
HOSTILE += [">>>>>>> a\n", "<<<<<<< a\n=======\n", '{"cells": []}', "\0", "\xb0", "[1, 2],", "-"]


@pytest.mark.parametrize("begun", ['{"cells": [', '{"cells": [{"outputs": ['])
@pytest.mark.parametrize("part", HOSTILE)
def test_reading_takes_time_in_proportion_to_the_file(part: str, begun: str) -> None:
    def seconds(size: int) -> float:
        data = (begun + part * (size // len(part))).encode("latin-1")
        return min(_timed(data) for _ in range(3))

    assert seconds(100_000) < 40 * seconds(10_000) + 0.05


def _timed(data: bytes) -> float:
    begun = time.process_time()
    with suppress(ValueError):
        documents(data)
    return time.process_time() - begun
