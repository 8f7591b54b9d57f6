"""What a kernel's own namespaces keep it from: without bubblewrap around, so that coverage sees."""

import os
import socket

import pytest

from grader.errors import SandboxError
from grader.kernel import sandbox
from grader.kernel.client import KernelDied
from grader.kernel.launcher import ForkServer
from grader.limits import Limits
from grader.sandboxed.seccomp import MACHINES, REFUSED
from tests.support import ROOT

pytestmark = pytest.mark.slow

LIMITS = Limits(cell=30, submission=90, memory=400, disk=8)
CALL = """
import ctypes, os
def refused(number):
    ctypes.set_errno(0)
    done = ctypes.CDLL(None, use_errno=True).syscall(number, 0, 0, 0, 0, 0)
    return done == -1 and os.strerror(ctypes.get_errno()) == "Operation not permitted"
"""
FAMILY = """
import subprocess, sys, time
hold = "import time; held = bytearray(200 * 2**20); time.sleep(60)"
held = [subprocess.Popen([sys.executable, "-c", hold]) for _ in range(4)]
time.sleep(20)
"""


@pytest.fixture(scope="module")
def launcher():
    try:
        sandbox.check()
    except SandboxError as error:
        pytest.skip(str(error))
    if ROOT.is_relative_to("/tmp"):
        pytest.skip("a kernel has a /tmp of its own, which hides this project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sandbox, "wrap", lambda arguments, python: [python, *arguments])
        environment = sandbox.environment
        patch.setattr(sandbox, "environment", lambda *_: environment("/tmp", str(ROOT)))
        with ForkServer() as started:
            yield started


@pytest.fixture
def tell(launcher):
    """Runs a cell, and gives the lines that it prints."""
    with launcher.kernel(LIMITS) as kernel:

        def run(source: str) -> list[str]:
            return "".join(output.get("text", "") for output in kernel.run(source)).splitlines()

        yield run


def test_it_sees_its_own_processes_alone(tell):
    listed = "print(*(name for name in os.listdir('/proc') if name.isdigit()))"
    assert tell(f"import os\nprint(os.getpid())\n{listed}") == ["1", "1"]


def test_its_folder_is_empty_and_holds_no_more_than_the_limit(tell):
    assert tell("import os\nprint(os.listdir(), os.listdir('/tmp'))") == ["[] ['work']"]
    write = "try:\n    open('much', 'wb').write(bytes(9 * 2**20))\nexcept OSError as error:\n"
    assert tell(f"{write}    print(error.strerror)") == ["File too large"]
    write = "try:\n    for n in range(9): open(f'/tmp/{n}', 'wb').write(bytes(2**20))\n"
    assert tell(f"{write}except OSError as error:\n    print(error.strerror)") == [
        "No space left on device"
    ]


def test_it_reaches_no_door_of_this_machine(tell):
    with socket.create_server(("127.0.0.1", 0)) as door:
        address = door.getsockname()
        knock = f"import socket\ntry:\n    socket.create_connection({address}, 1)\n"
        assert tell(f"{knock}except OSError as error:\n    print('closed')") == ["closed"]


def test_it_has_no_privilege_and_gains_none(tell):
    status = tell("print(open('/proc/self/status').read())")
    told = dict(line.split(":\t", 1) for line in status if ":\t" in line)
    assert {told[name].strip("0") for name in ("CapEff", "CapPrm", "CapBnd", "CapInh")} == {""}
    assert (told["NoNewPrivs"], told["Seccomp"]) == ("1", "2")


def test_calls_that_student_code_has_no_use_for_are_refused(tell):
    column, _ = MACHINES[os.uname().machine]
    numbers = {name: call[column] for name, call in REFUSED.items()}
    asked = f"print([name for name, number in {numbers}.items() if not refused(number)])"
    assert tell(f"{CALL}\n{asked}") == ["[]"]


def test_processes_that_hold_too_much_together_end_it(launcher):
    with launcher.kernel(LIMITS) as kernel, pytest.raises(KernelDied):
        kernel.run(FAMILY)
