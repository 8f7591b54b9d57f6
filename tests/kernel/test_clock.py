"""A kernel that never stops talking ends at its limit, whatever it says."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator

import pytest

from grader.kernel import client
from grader.kernel.client import Kernel, KernelDied, KernelEnded
from grader.limits import Limits

pytestmark = pytest.mark.slow

# What is sent again and again by a process that heeds no interrupt.
ENDLESS = {
    "empty outputs": """out({"output_type": "stream", "name": "stdout", "text": ""})""",
    "outputs of no known kind": """out({"output_type": "nothing"})""",
    "outputs that are cleared": """out({"output_type": "clear"})""",
    "a message that does not end": "line.sendall(header + b'x')\nheader = b''; time.sleep(0.01)",
    "outputs that nobody can read": "line.sendall(struct.pack('!II', 0, 0))",
    "a display that is shown anew": """out({"output_type": "display_data", "data": {"text/plain":
    ""}, "display_id": "a", "update": True})""",
}
TALKER = """
import json, signal, socket, struct, sys, time

signal.signal(signal.SIGINT, signal.SIG_IGN)
line = socket.socket(fileno=int(sys.argv[1]))
header = struct.pack("!II", 2**23, 0)


def out(output):
    tree = json.dumps(["output", {"dict": [[k, packed(v)] for k, v in output.items()]}]).encode()
    line.sendall(struct.pack("!II", len(tree), 0) + tree)


def packed(value):
    return {"dict": [*value.items()]} if isinstance(value, dict) else value


while True:
"""


@pytest.fixture(autouse=True)
def little_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "GRACE", 0.5)


@pytest.fixture
def talking(request: pytest.FixtureRequest) -> Iterator[Kernel]:
    """A kernel that says one thing for ever, with a second for a cell and two for all of them."""
    said = "\n".join(f"    {line}" for line in request.param.splitlines())
    ours, theirs = socket.socketpair()
    command = ["python3", "-c", TALKER + said, str(theirs.fileno())]
    process = subprocess.Popen(command, pass_fds=[theirs.fileno()])
    theirs.close()
    kernel = Kernel(ours, os.pidfd_open(process.pid), -1, Limits(cell=1, submission=2, output=1000))
    try:
        yield kernel
    finally:
        kernel.end()
        process.wait()


def run_on(kernel: Kernel) -> None:
    while True:
        kernel.run("1")


@pytest.mark.parametrize("talking", ENDLESS.values(), ids=ENDLESS, indirect=True)
def test_whatever_keeps_coming_a_cell_ends_at_its_limit(talking: Kernel) -> None:
    start = time.monotonic()
    with pytest.raises(KernelDied):
        run_on(talking)
    assert time.monotonic() - start < 2 + 2


@pytest.mark.parametrize("talking", [ENDLESS["empty outputs"]], indirect=True)
def test_what_it_says_while_it_is_interrupted_is_not_kept(talking: Kernel) -> None:
    with pytest.raises(KernelEnded):
        talking.run("1")
    kept = len(talking.outputs)
    assert kept <= 1
