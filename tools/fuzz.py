"""Hands the grader what nobody would: archives, notebooks and answers of kernels, by their seed.

    python -m tools.fuzz [--inputs 10000] [--seed 0] [--kind notebook]

Each is read in a child process within limits, as in a grading. It tells each input that ended in an
exception of ours, or beyond a limit, and the slowest of each kind; the exit status is 1 for any.
"""

import argparse
import io
import json
import random
import tarfile
import tempfile
import time
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grader.collect import archives, lms
from grader.collect.recognise import NotOursError, Recogniser
from grader.errors import SubmissionError
from grader.grading.bounded import Bounds, bounded
from grader.grading.judge import judge
from grader.repair import repair
from grader.sandboxed import protocol

BOUNDS = Bounds(computing=10, clock=60, memory=300)
WORDS = (
    *(
        "def cut(text):\n    return text.split()",
        "    x = (",
        "\n" * 300,
        "\u0301\u0323" * 99,
        "[/x]",
    ),
    *(
        "\ud800",
        "\x00\x1b[31m",
        'setup(lang="en")',
        "가" * 50,
        '"' * 9,
        "\\",
        "=@",
        "é",
        "",
        "a, " * 60,
    ),
)
NAMES = ("a", "../a", "/etc/passwd", "한" * 90, "x" * 3000, "(1)" * 300, "a\nb", "\u0301" * 200, "")
NUMBERS = (0, -1, 1, 2**31, 2**63, 10**30, 0.5, float("nan"), True)
KEYS = (
    "cells",
    "source",
    "metadata",
    "nbgrader",
    "grade_id",
    "points",
    "outputs",
    "nbformat",
    "id",
)
TAGS = ("tuple", "set", "frozenset", "dict", "bytes", "path", "iterator", "reference", "tensor")
TAGS += ("array", "objects", "scalar", "frame", "series", "torch.dtype", "torch.device", "float")
DTYPES = ("int64", "float32", "torch.float64", "complex128", "f8,f8", "object", "M8[s]", "O")


def released() -> Any:
    """A small assignment."""
    marks = {"schema_version": 3, "task": False, "locked": False}
    answer = marks | {"grade_id": "cut", "grade": False, "solution": True}
    test = marks | {"grade_id": "cut-1", "grade": True, "solution": False, "points": 2}
    return new_notebook(
        cells=[
            new_markdown_cell("# Cut", id="title"),
            new_code_cell("def cut(text):\n    ...", id="cut", metadata={"nbgrader": answer}),
            new_code_cell("assert cut('a')", id="cut-1", metadata={"nbgrader": test}),
        ]
    )


def tree(draw: random.Random, depth: int = 0) -> Any:
    """Any JSON, with what notebooks and messages have in it."""
    kind = draw.randrange(9 if depth < 6 else 4)
    if kind < 2:
        return draw.choice(WORDS) * (50 if draw.random() < 0.02 else 1)
    if kind < 4:
        return draw.choice((*NUMBERS, None))
    size = draw.choice((0, 1, 2, 3, 8 - depth))
    if kind < 6:
        items = [tree(draw, depth + 1) for _ in range(size)]
        return items * (40 if depth > 3 and draw.random() < 0.2 else 1)
    if kind < 8:
        return {
            draw.choice(TAGS): [draw.choice(DTYPES), tree(draw, depth + 1)][draw.randrange(2) :]
        }
    return {draw.choice(KEYS): tree(draw, depth + 1) for _ in range(size)}


def notebook(draw: random.Random) -> None:
    """A notebook with anything in it is repaired, or refused for a reason of its own."""
    release = released()
    content = json.loads(json.dumps(release))
    for _ in range(draw.randrange(1, 6)):
        cells = content.get("cells")
        cell = draw.choice(cells) if isinstance(cells, list) and cells else {}
        metadata = cell.get("metadata") if isinstance(cell, dict) else None
        place = draw.choice([content, cell, metadata])
        if isinstance(place, dict):
            place[draw.choice((*KEYS, "cell_type", "tags", "attachments"))] = tree(draw)
        elif isinstance(cells, list):
            cells += [{"cell_type": "code", "source": tree(draw)}] * draw.choice((1, 90))
    data = json.dumps(content).encode()
    if draw.random() < 0.2:
        data = _damaged(draw, data)
    with suppress(NotOursError):
        Recogniser({"cut": release}).recognise(data)
    with suppress(SubmissionError):
        repair(data, {"ko": release})


def archive(draw: random.Random) -> None:
    """An archive of anything is looked through to its end."""
    warnings.simplefilter("ignore", UserWarning)  # that a name is there twice
    packed = io.BytesIO()
    names = [draw.choice(NAMES) + draw.choice((".ipynb", ".zip", ".json", "")) for _ in range(5)]
    if draw.random() < 0.5:
        with zipfile.ZipFile(packed, "w", draw.choice((0, 8))) as zipped:
            for name in filter(None, names):
                zipped.writestr(name, _content(draw))
    else:
        with tarfile.open(fileobj=packed, mode="w") as tar:
            for name in names:
                info = tarfile.TarInfo(name)
                info.pax_headers = {"comment": "1" * draw.choice((1, 99, 9999))}
                data = _content(draw)
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
    data = packed.getvalue()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, draw.choice(("a.zip", "a.tar")))
        path.write_bytes(_damaged(draw, data) if draw.random() < 0.6 else data)
        for member in archives.read(path):
            for system in lms.PATTERNS:
                lms.label(member.file, system)


def answer(draw: random.Random) -> None:
    """What a kernel answers is a value or none, and a test of it has an outcome."""
    text = json.dumps(["value", tree(draw)]).encode("utf-8", "surrogatepass")
    blob = protocol._save({"0": _array(draw)}) if draw.random() < 0.5 else b""
    message = len(text).to_bytes(4, "big") + len(blob).to_bytes(4, "big") + text + blob
    message = message[:8] + _damaged(draw, message[8:]) if draw.random() < 0.2 else message
    with suppress(protocol.ProtocolError):
        reply = protocol.decode(message, resolve=lambda body: object())
        judge("cut-1", "cut", lambda *_: reply)
    judge("cut-1", "cut", lambda *_: tree(draw))


KINDS: dict[str, Callable[[random.Random], None]] = {
    "archive": archive,
    "notebook": notebook,
    "answer": answer,
}


def attempt(kind: str, seed: int) -> float:
    """The seconds that one input takes; raises what it ends in."""
    draw, start = random.Random(f"{kind} {seed}"), time.monotonic()
    KINDS[kind](draw)
    return time.monotonic() - start


def fuzz(kind: str, seeds: range) -> Iterator[tuple[int, float, str]]:
    """For each seed the seconds that its input took, and what went wrong with it, if anything."""
    for seed in seeds:
        start, wrong = time.monotonic(), ""
        try:
            bounded(BOUNDS, attempt, kind, seed)
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}"
        yield seed, time.monotonic() - start, wrong


def _content(draw: random.Random) -> bytes:
    return json.dumps(tree(draw)).encode() * draw.choice((1, 1, 30))


def _damaged(draw: random.Random, data: bytes) -> bytes:
    """`data` with some bytes changed, taken out or cut off."""
    changed = bytearray(data)
    for _ in range(draw.randrange(1, 9)):
        if changed:
            at = draw.randrange(len(changed))
            changed[at : at + draw.randrange(3)] = draw.randbytes(draw.randrange(3))
    return bytes(changed[: draw.randrange(len(changed) + 1)] if draw.random() < 0.3 else changed)


def _array(draw: random.Random) -> Any:
    import numpy as np

    return np.zeros(draw.choice((0, 1, 1000)), draw.choice((np.int8, np.float64)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--inputs", type=int, default=10_000, help="of each kind")
    parser.add_argument("--seed", type=int, default=0, help="of the first")
    parser.add_argument("--kind", choices=KINDS, action="append", help="repeatable; default: all")
    chosen = parser.parse_args()
    failed = 0
    for kind in chosen.kind or KINDS:
        slowest = (0.0, 0)
        for seed, took, wrong in fuzz(kind, range(chosen.seed, chosen.seed + chosen.inputs)):
            slowest = max(slowest, (took, seed))
            failed += bool(wrong)
            if wrong:
                print(f"{kind} {seed}: {wrong}", flush=True)
        print(
            f"{kind}: {chosen.inputs} inputs, slowest {slowest[0]:.2f} s ({slowest[1]})", flush=True
        )
    raise SystemExit(failed > 0)


if __name__ == "__main__":
    import torch  # noqa: F401 (what messages hold, imported once and not in each child)

    main()
