"""A check is made by a copy of the kernel: nothing that it does is there afterwards."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
import pytest

from grader.kernel.client import BranchLost, Kernel, KernelDied, KernelLost
from grader.kernel.launcher import ForkServer, Launcher
from grader.limits import Limits

pytestmark = pytest.mark.slow

HASTY = Limits(cell=1, submission=90, output=1)


@pytest.fixture(scope="module", params=["open", "sealed"])
def launcher(request: pytest.FixtureRequest) -> Iterator[Launcher]:
    with ForkServer(sealed=request.param == "sealed") as process:
        yield process


@pytest.fixture
def kernel(launcher: Launcher) -> Iterator[Kernel]:
    with launcher.kernel(HASTY) as started:
        yield started


@contextmanager
def branch(kernel: Kernel) -> Iterator[bool]:
    try:
        yield kernel.branch()
    finally:
        kernel.leave()


def says(kernel: Kernel, code: str) -> str:
    return "".join(output.get("text", "") for output in kernel.run(f"print({code})")).strip()


def test_what_it_does_to_memory_is_gone(kernel: Kernel) -> None:
    kernel.run("seen = [1]")
    with branch(kernel) as branched:
        kernel.run("seen.append(2)\nlater = 3")
        assert (branched, says(kernel, "seen")) == (True, "[1, 2]")
    assert says(kernel, "seen, 'later' in globals()") == "[1] False"


def test_what_it_does_to_files_is_gone(kernel: Kernel) -> None:
    kernel.run("import os\nopen('kept', 'w').write('a')\nopen('lost', 'w').write('b')")
    with branch(kernel):
        kernel.run("open('kept', 'w').write('changed')\nos.remove('lost')")
        kernel.run("os.makedirs('new/deep')\nopen('new/deep/file', 'w').close()")
    assert says(kernel, "sorted(os.listdir()), open('kept').read()") == "['kept', 'lost'] a"


def test_the_next_begins_where_the_one_before_began(kernel: Kernel) -> None:
    kernel.run("asked = 0")
    for _ in range(2):
        with branch(kernel):
            kernel.run("asked += 1")
            assert says(kernel, "asked") == "1"


def test_a_crash_in_it_ends_it_alone(kernel: Kernel) -> None:
    kernel.run("import os, signal")
    with pytest.raises(BranchLost, match="Segmentation fault"), branch(kernel):
        kernel.run("os.kill(os.getpid(), signal.SIGSEGV)")
    with pytest.raises(BranchLost, match="exit 3"), branch(kernel):
        kernel.run("os._exit(3)")
    assert says(kernel, "1") == "1"


def test_an_interrupt_reaches_it(kernel: Kernel) -> None:
    with branch(kernel):
        *_, error = kernel.run("while True:\n    pass")
        assert (error.ename, error.evalue) == ("Limit", "1 s")
        assert says(kernel, "1") == "1"
    assert says(kernel, "2") == "2"


def test_one_that_takes_no_interrupt_is_ended_and_the_kernel_goes_on(kernel: Kernel) -> None:
    endless = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True:\n    pass"
    with branch(kernel):
        *_, error = kernel.run(endless)
        assert (error.ename, error.evalue) == ("Limit", "1 s")
    assert says(kernel, "1") == "1"


def test_memory_that_it_shares_with_the_kernel_counts_once() -> None:
    limits = Limits(cell=20, submission=90, output=1, memory=600)
    with ForkServer(sealed=True) as launcher, launcher.kernel(limits) as kernel:
        kernel.run("held = bytearray(400 * 2**20)")
        with branch(kernel) as branched:
            assert branched
            assert says(kernel, "len(held) >> 20") == "400"
            kernel.run("import time\ntime.sleep(1)")  # a few looks of the keeper
        assert says(kernel, "len(held) >> 20") == "400"


HOARD = """
import os, time
for _ in range(3):
    if os.fork() == 0:
        held = bytearray(300 * 2**20)
        time.sleep(20)
        os._exit(0)
time.sleep(20)
"""


def test_memory_that_processes_hold_each_for_itself_counts_for_each() -> None:
    limits = Limits(cell=20, submission=90, output=1, memory=600)
    with ForkServer(sealed=True) as launcher, launcher.kernel(limits) as kernel:
        with pytest.raises(KernelDied):
            kernel.run(HOARD)
        assert not kernel.keeper_vanished()


def test_beside_another_thread_the_kernel_answers_itself(kernel: Kernel) -> None:
    kernel.run("import threading\nstop = threading.Event()")
    kernel.run("threading.Thread(target=stop.wait, daemon=True).start()")
    with branch(kernel) as branched:
        kernel.run("stop.set()")
    assert (branched, says(kernel, "stop.is_set()")) == (False, "True")


def test_a_kernel_that_ends_itself_is_told_from_one_whose_keeper_vanished() -> None:
    with ForkServer(sealed=False) as launcher, launcher.kernel(HASTY) as kernel:
        with pytest.raises(KernelDied):
            kernel.run("import os\nos._exit(0)")
        assert not kernel.keeper_vanished()
    with ForkServer(sealed=False) as launcher, launcher.kernel(HASTY) as kernel:
        keeper = psutil.Process(int(says(kernel, "__import__('os').getppid()")))
        os.kill(keeper.pid, signal.SIGKILL)
        with pytest.raises(KernelLost):
            kernel.run("import time\ntime.sleep(60)")
        assert kernel.keeper_vanished()
