"""What a kernel's own namespaces keep it from: without bubblewrap around, so that coverage sees."""

import os
import socket

import pytest

from grader.errors import SandboxError
from grader.kernel import sandbox
from grader.kernel.client import KernelDied
from grader.kernel.launcher import ForkServer
from grader.limits import Limits
from grader.sandboxed import manners
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


@pytest.mark.parametrize(
    "code",
    [
        "socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM)",
        "socket.socket(38, socket.SOCK_SEQPACKET)",  # AF_ALG
        "socket.socketpair()[0].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**22)",
        "socket.socket().setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2**22)",
        "fcntl.fcntl(os.pipe()[1], 1031, 2**20)",  # F_SETPIPE_SZ
        "mmap.mmap(-1, 4096)",
        "os.nice(-1)",
    ],
)
def test_what_would_take_from_the_machine_unseen_is_refused(tell, code):
    head = "import fcntl, mmap, os, socket\n"
    tried = f"try:\n    {code}\nexcept PermissionError:\n    print('refused')"
    assert tell(head + tried) == ["refused"]


def test_what_honest_programs_ask_of_them_works(tell):
    pairs = "import mmap, os, socket\none, other = socket.socketpair()\none.sendall(b'a')\n"
    mapped = "open('f', 'wb').write(bytes(9))\nf = open('f', 'r+b')\nmmap.mmap(f.fileno(), 9)[8]\n"
    children = "import multiprocessing\nwith multiprocessing.Pool(2) as p: print(p.map(abs, [-1]))"
    assert tell(pairs + mapped + children) == ["[1]"]


def test_files_without_content_are_bounded_too(tell):
    touch = "try:\n    for n in range(10**6): open(str(n), 'x').close()\n"
    assert tell(f"{touch}except OSError as error:\n    print(error.strerror, n < 20000)") == [
        "No space left on device True"
    ]


def test_shared_memory_and_files_share_the_limit(tell):
    fill = "open('/dev/shm/a', 'wb').write(bytes(5 * 2**20))\ntry:\n"
    fill += "    open('/tmp/a', 'wb').write(bytes(5 * 2**20))\nexcept OSError as error:\n"
    assert tell(f"{fill}    print(error.strerror)") == ["No space left on device"]


HOLD = "import os, pty\nends = pty.openpty()\nprint(os.ttyname(ends[1]))"
LISTED = "import os\nprint(*sorted(os.listdir('/dev/pts')))"


def test_terminals_of_a_neighbour_are_not_there(launcher):
    with launcher.kernel(LIMITS) as one, launcher.kernel(LIMITS) as other:
        held = "".join(output["text"] for output in one.run(HOLD))
        seen = "".join(output["text"] for output in other.run(LISTED))
    assert (held, seen) == ("/dev/pts/0\n", "ptmx\n")


def test_a_command_of_the_shell_has_a_terminal(tell):
    assert tell("!tty; echo $((1 + 1))") == ["/dev/pts/0", "2"]


def test_it_stands_back_for_other_programs(tell):
    asked = "import os\nprint(os.getpriority(os.PRIO_PROCESS, 0), os.sched_getscheduler(0))"
    assert tell(asked) == [f"{os.nice(0) + manners.NICE} {os.SCHED_BATCH}"]


def test_processes_that_hold_too_much_together_end_it(launcher):
    with launcher.kernel(LIMITS) as kernel, pytest.raises(KernelDied):
        kernel.run(FAMILY)
