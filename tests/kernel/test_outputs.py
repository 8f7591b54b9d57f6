"""What cells put out is kept within one budget for a cell and one for a submission."""

from typing import Any

import pytest

from grader.kernel.outputs import EACH, LINE, LINES, MOST, VALUE, Flood, Outputs
from grader.limits import MIB


def printed(text: str, name: str = "stdout") -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}


def shown(**data: str) -> dict[str, Any]:
    return {"output_type": "display_data", "data": data}


def take(output: dict[str, Any], times: int) -> None:
    outputs = Outputs(1)
    for _ in range(times):
        outputs.take(output)


EMPTY = {
    "nothing printed": printed(""),
    "nothing shown": shown(),
    "an output cleared": {"output_type": "clear"},
    "a kind that there is not": {"output_type": "?"},
    "no output at all": {},
}


@pytest.mark.parametrize("empty", EMPTY.values(), ids=EMPTY)
def test_an_empty_output_costs_room_too(empty: dict[str, Any]) -> None:
    with pytest.raises(Flood):
        take(empty, times=MIB // EACH + 1)


def test_what_is_printed_in_pieces_is_one_output() -> None:
    outputs = Outputs(1)
    for piece in ("a", "b", "c"):
        outputs.take(printed(piece))
    outputs.take(printed("!", "stderr"))
    assert [(o.name, o.text) for o in outputs.end()] == [("stdout", "abc"), ("stderr", "!")]


def test_each_cell_has_its_own_room() -> None:
    outputs = Outputs(1)
    for _ in range(2):
        outputs.begin()
        outputs.take(printed("x" * (MIB - 2 * EACH)))
        assert len(outputs.end()[0].text) == MIB - 2 * EACH


def test_all_cells_of_a_submission_together_have_twice_the_room_of_one() -> None:
    outputs = Outputs(1)
    cells = []
    for _ in range(60):
        outputs.begin()
        outputs.take(printed("x" * (MIB - 2 * EACH)))
        cells.append("".join(output.text for output in outputs.end()))
    assert sum(map(len, cells)) < 2 * MIB + 1000
    assert [("left out" in cell) for cell in cells] == [False, False, True, *[False] * 57]


def test_more_outputs_than_anybody_reads_are_left_out_and_that_is_said() -> None:
    outputs, number = Outputs(10), 0
    for _ in range(3):
        outputs.begin()
        for _ in range(MOST // 2):
            outputs.take(shown(text="x"))
        number += len(outputs.end())
    assert number == MOST + 1
    assert f"beyond {MOST:,}" in outputs.end()[0].text


def test_a_progress_bar_that_is_drawn_often_is_one_output() -> None:
    outputs = Outputs(10)
    for step in range(MOST + 100):
        outputs.take(shown(text=str(step)) | {"display_id": "bar", "update": step > 0})
    assert [output.data["text"] for output in outputs.end()] == [str(MOST + 99)]


LONG = {
    "what it says": {"evalue": "x" * 10**6},
    "its name": {"ename": "x" * 10**6},
    "a line of its traceback": {"traceback": ["x" * 10**6]},
    "its traceback": {"traceback": ["x"] * 10**5},
}


@pytest.mark.parametrize("part", LONG.values(), ids=LONG)
def test_an_error_is_cut_where_it_comes_in(part: dict[str, Any]) -> None:
    outputs = Outputs(10)
    error = {"output_type": "error", "ename": "E", "evalue": "no", "traceback": []}
    outputs.take(error | part)
    [kept] = outputs.end()
    assert len(kept.evalue) <= VALUE
    assert len(kept.traceback) <= LINES
    assert len("".join([kept.ename, *kept.traceback])) <= LINE + 1
