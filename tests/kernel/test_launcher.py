"""Kernels from one forkserver: none sees another, and each keeps to its limits."""

import os
import signal
import subprocess
import sys
import tempfile
import time

import psutil
import pytest

from grader.errors import LauncherDied
from grader.kernel.client import KernelDied, KernelEnded
from grader.kernel.launcher import ForkServer
from grader.limits import Limits

pytestmark = pytest.mark.slow

LIMITS = Limits(cell=30, submission=90, output=1)
HASTY = Limits(cell=2, submission=90, output=1)
LEAVE = """
import os, random, sys
import json
left = 1
os.environ["LEFT"] = "1"
json.left = 1
open("left.txt", "w").close()
print(random.random())
"""
LOOK = """
import os, random, json
print("left" in globals(), "LEFT" in os.environ, hasattr(json, "left"), os.listdir("."))
print(random.random())
"""
HOLDS_A_KERNEL = """
import sys, time
from grader.limits import Limits
from grader.kernel.launcher import ForkServer
with ForkServer(imports=sys.argv[1:]) as launcher, launcher.kernel(Limits()):
    print("ready", flush=True)
    time.sleep(60)
"""


@pytest.fixture(scope="module")
def launcher():
    with ForkServer(sealed=False, imports=["json", "json.nothing"]) as process:
        yield process


@pytest.fixture
def kernel(launcher):
    with launcher.kernel(LIMITS) as started:
        yield started


def text(outputs) -> str:
    return "".join(output.get("text", "") for output in outputs)


def test_a_kernel_sees_nothing_of_the_one_before(launcher):
    with launcher.kernel(LIMITS) as kernel:
        number = text(kernel.run(LEAVE)).strip()
    with launcher.kernel(LIMITS) as kernel:
        seen, other = text(kernel.run(LOOK)).strip().splitlines()
    assert seen == "False False False []"
    assert other != number


def test_two_kernels_run_side_by_side(launcher):
    with launcher.kernel(LIMITS) as one, launcher.kernel(LIMITS) as other:
        one.run("mine = 1")
        assert other.run("mine")[-1].ename == "NameError"
        assert text(one.run("print(mine)")) == "1\n"


def test_what_a_cell_puts_out_comes_in_order(kernel):
    outputs = kernel.run("import sys\nprint('a')\nprint('b', file=sys.stderr)\ndisplay(1)\n2")
    kinds = [output.output_type for output in outputs]
    assert kinds == ["stream", "stream", "display_data", "execute_result"]
    assert outputs[-1].data == {"text/plain": "2"}


def test_what_is_shown_in_place_of_something_replaces_it(kernel):
    shown = kernel.run("handle = display('before', display_id=True)\nhandle.update('after')")
    assert [output.data["text/plain"] for output in shown] == ["'after'"]
    cleared = kernel.run("from IPython.display import clear_output\nprint(1)\nclear_output()")
    assert cleared == []


def test_an_error_in_one_cell_does_not_stop_the_next(kernel):
    [error] = kernel.run("1 / 0")
    assert (error.output_type, error.ename) == ("error", "ZeroDivisionError")
    assert text(kernel.run("print(1)")) == "1\n"


def test_a_cell_can_await(kernel):
    assert text(kernel.run("import asyncio\nprint(await asyncio.sleep(0, 3))")) == "3\n"


def test_a_cell_that_takes_too_long_is_interrupted_and_the_kernel_goes_on(launcher):
    with launcher.kernel(HASTY) as kernel:
        *_, error = kernel.run("while True:\n    pass")
        assert (error.ename, error.evalue) == ("Limit", "2 s")
        assert text(kernel.run("print(1)")) == "1\n"


COMPUTES = """
import time
start = time.process_time()
while time.process_time() < start + 0.7:
    pass
print("done")
"""


def test_it_is_processor_time_that_counts_not_that_of_others(launcher):
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    try:
        with launcher.kernel(HASTY) as kernel:
            assert text(kernel.run(COMPUTES)) == "done\n"
    finally:
        for process in busy:
            process.kill()
            process.wait()


def test_a_cell_that_waits_has_longer_but_not_for_ever(launcher):
    with launcher.kernel(Limits(cell=1, submission=90)) as kernel:
        assert text(kernel.run("import time\ntime.sleep(1.5)\nprint(1)")) == "1\n"
        start = time.monotonic()
        *_, error = kernel.run("time.sleep(60)")
        assert error.ename == "Limit"
        assert time.monotonic() - start < 10


def test_what_a_process_computes_that_a_cell_has_started_counts(launcher):
    start = "import subprocess, sys\nsubprocess.run([sys.executable, '-c', 'while True: pass'])"
    with launcher.kernel(Limits(cell=3, submission=90)) as kernel:
        began = time.monotonic()
        *_, error = kernel.run(start)
        assert error.ename == "Limit"
        assert time.monotonic() - began < 11  # by the clock alone it would be 12


def test_a_cell_that_prints_too_much_is_interrupted_and_the_kernel_goes_on(kernel):
    *_, error = kernel.run("while True:\n    print('much ' * 100)")
    assert (error.ename, error.evalue) == ("Limit", "1 MiB")
    assert text(kernel.run("print(1)")) == "1\n"


def test_a_kernel_that_takes_no_interrupt_is_ended(launcher):
    ignore = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)"
    with launcher.kernel(HASTY) as kernel, pytest.raises(KernelEnded):
        kernel.run(f"{ignore}\nwhile True:\n    pass")


def test_a_kernel_that_ends_is_noticed_at_once(kernel):
    with pytest.raises(KernelDied):
        kernel.run("import os\nos._exit(0)")


def test_a_forkserver_that_does_not_start_says_why(tmp_path):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\necho no such luck >&2\n")
    python.chmod(0o755)
    with (
        ForkServer(str(python), sealed=False) as launcher,
        pytest.raises(LauncherDied, match="no such luck"),
        launcher.kernel(LIMITS),
    ):
        pass


def test_a_forkserver_that_was_killed_is_told_from_a_kernel_that_ended():
    process = ForkServer(sealed=False)
    with process as launcher:
        os.kill(process._process.pid, signal.SIGKILL)
        with pytest.raises(LauncherDied), launcher.kernel(LIMITS):
            pass


def test_a_sealed_forkserver_and_its_kernels_end_with_whoever_started_it(tmp_path):
    mark = f"marked_{tmp_path.parent.name}_{tmp_path.name}"  # in the command line, as an import
    grading = subprocess.Popen([sys.executable, "-c", HOLDS_A_KERNEL, mark], stdout=subprocess.PIPE)
    assert grading.stdout.readline() == b"ready\n"
    assert len(marked(mark)) > 2
    grading.kill()
    grading.communicate()
    deadline = time.monotonic() + 10
    while marked(mark) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert marked(mark) == []


def marked(mark: str) -> list[psutil.Process]:
    return [p for p in psutil.process_iter(["cmdline"]) if mark in (p.info["cmdline"] or ())]


def test_a_forkserver_can_be_asked_in_a_folder_as_deep_as_any(tmp_path, monkeypatch):
    deep = tmp_path.joinpath(*["a_folder_with_a_long_name"] * 8)
    deep.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    with ForkServer(sealed=False) as launcher, launcher.kernel(LIMITS) as kernel:
        assert text(kernel.run("print(1)")) == "1\n"
    assert not list(deep.iterdir())
