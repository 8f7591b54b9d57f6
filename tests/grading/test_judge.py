"""Test cells against stand-ins: an agent in a thread stands for the student's kernel."""

import io
import socket
import threading
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest
import torch

from grader.grading.judge import judge
from grader.sandboxed import protocol
from grader.sandboxed.agent import Line, serve
from nlplab.compare import difference

CODE = """
import weakref
from pathlib import Path
from typing import NamedTuple
import numpy as np, pandas as pd, torch
from nlplab import FIXME, shaped

class Table(torch.nn.Module):
    def __init__(self, rows):
        super().__init__()
        made.add(self)
        self.weight = torch.nn.Parameter(torch.ones(rows, 2))
    def forward(self, ids):
        return self.weight[ids]

def echo(value):
    return value

def crash(value):
    return 1 / value

def letters():
    yield from "abc"

def endless():
    while True:
        yield 0

def deep():
    value = []
    for _ in range(100):
        value = [value]
    return value

class AlwaysEqual:
    def __eq__(self, other):
        return True

def claim():
    return AlwaysEqual()

def leave():
    raise SystemExit

def tables():
    return len(made)

made = weakref.WeakSet()
blank = FIXME
numbers = [1, 2, 3]
"""


@pytest.fixture(scope="module")
def student():
    names = {"__name__": "__main__"}
    exec(compile(CODE, "<student>", "exec"), names)
    return names


@pytest.fixture
def judged(student):
    """Judges the bodies of test cells, with `check` imported, against the student's names.

    One after the other in the same kernel; gives the last outcome.
    """

    def run(*bodies: str):
        here, there = socket.socketpair()
        kernel = threading.Thread(target=serve, args=(Line(there), student, exec))
        kernel.start()
        with here, there, here.makefile("rwb") as stream:

            def ask(request, refer, resolve):
                protocol.send(stream, request, refer)
                return protocol.receive(stream, resolve)

            for body in bodies:
                lines = "\n    ".join(body.strip().splitlines())
                source = "import torch\nfrom nlplab import check\n\n"
                source += f'with check.exercise("a-1"):\n    {lines}'
                outcome, _ = judge("a-1", source, ask)
            here.shutdown(socket.SHUT_RDWR)
            kernel.join()
        return outcome

    return run


VALUES = {
    "plain values": [None, True, 3, -2.5, "가", b"\x00", float("inf"), 10**30],
    "containers": [(1, [2]), {"a": {1: 2}}, {3, 4}, frozenset([5])],
    "a path": Path("a/b"),
    "a tensor": torch.arange(6.0).reshape(2, 3),
    "an empty tensor": torch.zeros(0, 3),
    "a bfloat16 tensor": torch.ones(2, dtype=torch.bfloat16),
    "a tensor not in one piece": torch.arange(6).reshape(2, 3).T,
    "an array": np.arange(6).reshape(2, 3),
    "an array of texts": np.array(["가", "나"], dtype=object),
    "a NumPy number": np.float32(0.5),
    "a frame": pd.DataFrame({"a": [1, 2], "b": ["x", None]}),
    "an empty frame": pd.DataFrame(columns=["a", "b"]),
    "a series": pd.Series([1.5, 2.5], name="s"),
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_values_come_back_as_they_went(value):
    line = io.BytesIO()
    protocol.send(line, [value], refer=dict)
    line.seek(0)
    [back] = protocol.receive(line, resolve=dict)
    assert type(back) is type(value)
    assert difference(back, value) is None
    assert getattr(back, "dtype", None) == getattr(value, "dtype", None)


class Pair(NamedTuple):
    ids: list
    mask: tuple


class Letter(StrEnum):
    A = "a"


SUBCLASSES = {
    "a named tuple": (Pair([1], (True,)), ([1], (True,))),
    "a counter": (Counter("aab"), {"a": 2, "b": 1}),
    "an enumerated text": (Letter.A, "a"),
    "a frame of one's own": (
        type("Mine", (pd.DataFrame,), {})({"a": [1]}),
        pd.DataFrame({"a": [1]}),
    ),
}


@pytest.mark.parametrize(("value", "plain"), SUBCLASSES.values(), ids=SUBCLASSES)
def test_what_extends_a_plain_type_travels_as_that_type(value, plain):
    line = io.BytesIO()
    protocol.send(line, value, refer=dict)
    line.seek(0)
    assert difference(protocol.receive(line, resolve=dict), plain) is None


def test_a_lazy_result_is_read_as_far_as_the_test_goes(judged):
    assert judged('check.equal(letters(), ["a", "b", "c"])').outcome == "passed"


def test_an_endless_result_is_wrong_and_ends(judged):
    assert judged("check.equal(endless(), [0])").key == "check.length"


def test_what_is_too_deep_to_read_is_wrong(judged):
    assert judged("check.equal(deep(), [])").key == "check.bad_answer"


def test_an_object_stays_in_the_kernel_and_can_be_called(judged):
    body = """
table = check.build(Table, 3, weights={"weight": torch.arange(6.0).reshape(3, 2)})
check.equal(table(torch.tensor([2])), torch.tensor([[4.0, 5.0]]))
check.equal(check.gradients(table, torch.tensor([0]), of=table)["weight"].sum().item(), 2.0)
check.equal(check.is_a(table, "torch.nn.Module"), True)
"""
    assert judged(body).outcome == "passed"


def test_an_object_that_claims_to_equal_everything_equals_nothing(judged):
    assert judged("check.equal(claim(), 3)").outcome != "passed"


@pytest.mark.parametrize(
    "edit",
    ["echo.name = 1", "numbers_of = echo; numbers_of[0] = 1", "claim() == 3", "len(claim())"],
)
def test_a_stand_in_refuses_to_be_changed_or_compared(judged, edit):
    verdict = judged(edit)
    assert verdict.outcome == "crashed"
    assert "in the student's kernel" in verdict.message


def test_a_crash_comes_with_its_type_and_text(judged):
    verdict = judged("crash(0)")
    assert verdict.key == "check.crashed"
    assert "ZeroDivisionError: division by zero" in verdict.message


def test_leaving_the_interpreter_is_a_crash(judged):
    assert judged("leave()").key == "check.crashed"


def test_a_blank_is_not_attempted(judged):
    assert judged("check.equal(blank, 1)").outcome == "not_attempted"
    assert judged("check.equal(echo([1]), [1]); blank()").outcome == "not_attempted"


def test_a_missing_name_is_told(judged):
    assert judged("nowhere(1)").key == "check.undefined"


def test_arguments_are_not_shared(judged):
    body = "given = [3]\necho(given).append(4)"
    assert judged(body + "\ncheck.equal(given, [3])").outcome == "passed"


def test_what_a_test_cell_had_made_is_gone_from_the_kernel_in_the_next(judged):
    made = "check.build(Table, 3)"
    assert judged(f"kept = {made}; check.equal(tables(), 1)").outcome == "passed"
    assert judged(made, "check.equal(tables(), 0)").outcome == "passed"


class Lost(BaseException):
    pass


def lost(*_: object) -> None:
    raise Lost


def test_a_kernel_that_hangs_up_is_lost_whatever_the_test_cell_catches():
    source = "try:\n    answer(1)\nexcept Exception:\n    pass"
    with pytest.raises(Lost):
        judge("a-1", source, lost)


def test_the_last_value_of_a_test_cell_is_its_partial_credit():
    _, outputs = judge("a-1", "1.5", lambda *_: ["value", None])
    assert outputs[-1].data == {"text/plain": "1.5"}


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\x00" * 8,
        b"\xff\xff\xff\xff\x00\x00\x00\x00",
        b"\x00\x00\x00\x03\x00\x00\x00\x00[1",
        b"\x00\x00\x00\x02\x00\x00\x00\x00[1",
    ],
)
def test_bytes_that_hold_no_message_are_refused(message):
    here, there = socket.socketpair()
    with here, here.makefile("rwb") as stream:
        there.sendall(message)
        there.close()
        with pytest.raises((protocol.ProtocolError, EOFError)):
            protocol.receive(stream, resolve=dict)


@pytest.mark.parametrize(
    "tree", ['{"pickle": "x"}', '{"tensor": ["7", "a", 1]}', '{"a": 1, "b": 2}']
)
def test_a_tag_that_is_not_known_is_refused(tree):
    here, there = socket.socketpair()
    with here, there, here.makefile("rwb") as stream:
        there.sendall(len(tree).to_bytes(4) + (0).to_bytes(4) + tree.encode())
        with pytest.raises(protocol.ProtocolError):
            protocol.receive(stream, resolve=dict)
