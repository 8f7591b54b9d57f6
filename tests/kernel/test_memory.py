"""Memory counts wherever a kernel and its processes have it: it is no more than the limit."""

from collections.abc import Iterator

import pytest

from grader.errors import SandboxError
from grader.kernel import sandbox
from grader.kernel.client import KernelDied
from grader.kernel.launcher import ForkServer, Launcher
from grader.limits import Limits
from grader.sandboxed import memory
from tests.support import hoards

pytestmark = pytest.mark.slow

LIMITS = Limits(cell=20, submission=60, memory=400)


@pytest.fixture(scope="module")
def launcher() -> Iterator[Launcher]:
    try:
        sandbox.check()
    except SandboxError as error:
        pytest.skip(str(error))
    with ForkServer(imports=["torch"]) as started:
        yield started


@pytest.mark.parametrize("hoard", ["BREAKS_COPIED_PAGES", "FILLS_SOCKETS", "FILLS_PIPES"])
def test_what_processes_take_together_ends_them(launcher, hoard):
    with launcher.kernel(LIMITS) as kernel:
        with pytest.raises(KernelDied):
            kernel.run(getattr(hoards, hoard))
        assert not kernel.keeper_vanished()


def test_shared_pages_that_are_no_files_cannot_be_had(launcher):
    with launcher.kernel(LIMITS) as kernel:
        *_, error = kernel.run(hoards.LETS_GO_OF_SHARED_PAGES)
        assert error.ename == "PermissionError"


def test_pages_that_children_share_count_once(launcher):
    with launcher.kernel(LIMITS) as kernel:
        assert [output.get("text") for output in kernel.run(hoards.SHARES_WITH_CHILDREN)] == [
            "done\n"
        ]


def test_a_process_that_is_gone_holds_nothing():
    assert memory.Process.read(2**22 + 1) == memory.Process(2**22 + 1)
    assert memory.Process(2**22 + 1, held=7).share() == 0
    assert memory.Process(2**22 + 1).descriptors() == 0
