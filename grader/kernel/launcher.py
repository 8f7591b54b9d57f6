"""The forkserver as the grader sees it: started once, then asked for a kernel a submission."""

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from grader.errors import LauncherDied
from grader.kernel import sandbox
from grader.kernel.cgroup import Group
from grader.kernel.client import Kernel
from grader.limits import Limits

PATIENCE = 120  # seconds that its imports and a fork may take


class Launcher:
    """Asks for kernels: of the forkserver on this machine whose folder is `place`."""

    def __init__(self, place: Path) -> None:
        self.place = place

    @contextmanager
    def kernel(self, limits: Limits) -> Iterator[Kernel]:
        """A fresh kernel in an empty folder of its own, gone afterwards. Raises LauncherDied."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        told, tell = os.pipe()
        with ours, os.fdopen(told, "rb"):
            ours.settimeout(PATIENCE)
            try:
                with (
                    theirs,
                    os.fdopen(tell, "wb"),
                    socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as asking,
                ):
                    asking.settimeout(PATIENCE)
                    with _address(self.place) as address:
                        asking.connect(address)
                    request = json.dumps(limits.in_bytes()).encode()
                    socket.send_fds(asking, [request], [theirs.fileno(), tell])
                _, handles, _, _ = socket.recv_fds(ours, 1, 1)
            except OSError as error:
                raise self._died(str(error)) from None
            if not handles:
                raise self._died("no kernel came of a fork")
            kernel = Kernel(ours, handles[0], told, limits)
            group = self._group()
            with group.member(handles[0], limits) if group else nullcontext():
                try:
                    yield kernel
                finally:
                    kernel.end()

    def killed(self) -> int:
        """How many processes of submissions Linux has ended for what they took of memory."""
        group = self._group()
        return group.killed() if group else 0

    def _group(self) -> Group | None:
        link = _group_of(self.place)
        return Group(link.resolve()) if link.is_symlink() else None

    def _died(self, reason: str) -> LauncherDied:
        try:
            said = _said(self.place).read_bytes()[-2000:].decode(errors="replace").strip()
        except OSError:
            said = ""
        return LauncherDied(f"the forkserver of kernels: {reason}\n{said}".strip())


class ForkServer:
    """A forkserver of the interpreter `python`, on its way with `imports` (see `names.modules`).

    Use it as a context manager, which gives the Launcher. `sealed` kernels run in the sandbox,
    others with the rights of whoever grades.
    """

    def __init__(
        self, python: str = sys.executable, *, sealed: bool = True, imports: Sequence[str] = ()
    ) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="kernels-", ignore_cleanup_errors=True)
        self.launcher = Launcher(Path(self._home.name))
        home = sandbox.environment(self._home.name, str(sandbox.ROOT))
        held, self._lifeline = os.pipe()
        with (
            _said(self.launcher.place).open("wb") as said,
            socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as asked,
        ):
            with _address(self.launcher.place) as address:
                asked.bind(address)
            handed = [asked.fileno(), held]
            server = ["-m", "grader.sandboxed.forkserver", *map(str, handed)]
            server += ["sealed" if sealed else "open", *imports]
            self._process = subprocess.Popen(
                sandbox.wrap(server, python) if sealed else [python, *server],
                env=sandbox.environment() if sealed else home,
                pass_fds=handed,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said,
            )
        os.close(held)
        self._group = Group.make() if sealed else None
        if self._group:
            _group_of(self.launcher.place).symlink_to(self._group.path)

    def __enter__(self) -> Launcher:
        return self.launcher

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process and every kernel of it; behind bubblewrap that takes a moment more."""
        os.close(self._lifeline)
        self._process.kill()
        self._process.wait()
        if self._group:
            self._group.close()
        self._home.cleanup()


def _said(place: Path) -> Path:
    return place / "stderr.txt"


def _group_of(place: Path) -> Path:
    """A link to the cgroup around those of its kernels, if there is one."""
    return place / "cgroup"


@contextmanager
def _address(place: Path) -> Iterator[str]:
    """The address of its socket, short enough for any socket however deep the folder is."""
    folder = os.open(place, os.O_PATH | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/ask"
    finally:
        os.close(folder)
