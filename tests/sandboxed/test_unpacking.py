"""What a small message makes is small, and made at once, whatever its writer meant it to be."""

import json
import resource
import struct
import time
from typing import Any

import numpy as np
import pytest
import torch  # noqa: F401 (so that no time below is that of its import)
from safetensors.numpy import save

from grader.sandboxed import protocol
from grader.sandboxed.protocol import ProtocolError
from grader.sandboxed.unpacking import MAX_BYTES, MAX_KEY, MAX_TUPLES, MAX_VALUES

MIB = 2**20


def message(tree: Any, blob: bytes = b"") -> bytes:
    text = json.dumps(tree).encode()
    return struct.pack("!II", len(text), len(blob)) + text + blob


def decoded(tree: Any, blob: bytes = b"") -> Any:
    return protocol.decode(message(tree, blob), resolve=lambda _: object())


def nested(depth: int) -> Any:
    """Tuples whose hashes are easily made alike, one in the other."""
    return 1 if depth == 0 else {"tuple": [nested(depth - 1), 2]}


def alike(number: int) -> list[Any]:
    """Different tuples that share a hash, as those of -1 and -2 do."""
    return [{"tuple": [-1 - (n >> bit & 1) for bit in range(8)]} for n in range(number)]


def bytes_of(size: int) -> bytes:
    return save({"0": np.zeros(size, np.int8)})


TOO_LARGE: dict[str, tuple[Any, bytes]] = {
    "an array that is named sixteen times": (
        [{"tensor": ["0", "torch.float64", False]}] * 16,
        bytes_of(MIB),
    ),
    "an array that is named twice": ([{"array": "0"}] * 2, bytes_of(MIB)),
    "an array of a wider type": (
        {"tensor": ["0", "torch.complex128", False]},
        bytes_of(MAX_BYTES // 16 + 1),
    ),
    "many arrays": ([], save({str(n): np.zeros(1, np.int8) for n in range(30_000)})),
    "many values": ([[0]] * (MAX_VALUES * 2 // 3), b""),
    "many tables of one index": (
        [{"series": [None, [0] * 1000, ["int64", [0] * 1000]]}] * (MAX_VALUES // 2000),
        b"",
    ),
}
SLOW: dict[str, Any] = {
    "a set of tuples": {"set": alike(40_000)},
    "a set of frozen sets": {"set": [{"frozenset": [1]}] * 3},
    "a set of tuples in tuples": {"set": [nested(3)]},
    "a set of long tuples": {"set": [{"tuple": [0] * 9}]},
    "a dict of tuples": {"dict": [[key, 0] for key in alike(40_000)]},
    "a dict of numbers as wide as one likes": {"dict": [[2**61 * 2**61, 0]]},
    "a set of numbers wider than Python's": {"set": [{"scalar": ["complex128", 1]}]},
    "a dict of long texts": {"dict": [["x" * (MAX_KEY + 1), 0]]},
    "a table's rows": {"series": [None, alike(40_000), ["object", [0] * 40_000]]},
    "a table's columns": {"frame": [[{"tuple": [0] * 9}], [0], [["int64", [0]]]]},
}


@pytest.mark.parametrize("what", TOO_LARGE)
def test_what_becomes_too_large_is_refused_before_it_is_made(what: str) -> None:
    sent = message(*TOO_LARGE[what])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    start = time.monotonic()
    with pytest.raises(ProtocolError):
        protocol.decode(sent, resolve=lambda _: None)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before < 200 * MIB
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("tree", SLOW.values(), ids=SLOW)
def test_no_key_has_a_hash_that_could_be_chosen_for_many(tree: Any) -> None:
    start = time.monotonic()
    with pytest.raises(ProtocolError):
        decoded(tree)
    assert time.monotonic() - start < 5


def test_as_many_tuples_as_may_be_keys_are_soon_in_a_set() -> None:
    start = time.monotonic()
    assert len(decoded({"set": alike(MAX_TUPLES)})) == 256
    assert time.monotonic() - start < 5


def test_pairs_may_be_keys() -> None:
    assert decoded({"dict": [[{"tuple": ["a", "b"]}, 0.5]]}) == {("a", "b"): 0.5}


def test_an_object_of_the_students_may_be_in_a_set() -> None:
    assert len(decoded({"set": [{"reference": [0, "f"]}, {"reference": [1, "g"]}]})) == 2


NONSENSE: dict[str, Any] = {
    "a tag with two values": {"tuple": [], "set": []},
    "an array that is not there": {"array": "7"},
    "a dtype that is a function": {"torch.dtype": "torch.save"},
    "a dtype that is endless": {"scalar": ["f8," * 10**6, 0]},
    "a number as a long text": {"float": "1" * 10**6 + "x"},
    "items that are none": {"tuple": 3},
    "a shape that does not fit": {"objects": [[2, 2], [1]]},
    "a table that is ragged": {"frame": [["a"], [0, 1], [["int64", [0]]]]},
    "a number of 5000 digits": None,
}


@pytest.mark.parametrize("what", NONSENSE)
def test_nonsense_is_refused_in_one_way(what: str) -> None:
    tree = json.dumps(NONSENSE[what]).encode() if NONSENSE[what] else b"9" * 5000
    sent = struct.pack("!II", len(tree), 0) + tree
    if what == "a number as a long text":
        assert protocol.decode(sent, resolve=dict) == float("1" * 40)
        return
    with pytest.raises(ProtocolError):
        protocol.decode(sent, resolve=dict)
