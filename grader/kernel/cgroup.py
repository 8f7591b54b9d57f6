"""A cgroup of its own for each submission, where this machine lets one be made.

There Linux counts all that it holds for a submission's processes, its own part included, and lets
them have no more. Elsewhere they are counted from beside them (`grader.sandboxed.memory`).
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from grader.kernel import processor
from grader.limits import Limits

MOUNTS = (Path("/sys/fs/cgroup"), Path("/sys/fs/cgroup/unified"))
OWN = Path("/proc/self/cgroup")
NEEDED = {"memory", "pids"}
WEIGHT = 50  # of all submissions together, where any other cgroup has 100
HELD = "each submission has a cgroup of its own, in which Linux counts its memory"
COUNTED = (
    "the memory of a submission is counted from beside it, ten times a second: no cgroup can be "
    "made here. Where there is systemd, {} makes one possible"
)


def told() -> str:
    """Which of the two holds a submission to its memory here."""
    user = "" if os.getuid() == 0 else "--user "
    return HELD if place() else COUNTED.format(f"systemd-run {user}--scope grader grade")


def place() -> Path | None:
    """The nearest cgroup around this process in which others can be made that count memory."""
    lines = OWN.read_text().splitlines() if OWN.is_file() else []
    for name in (line.removeprefix("0::/") for line in lines if line.startswith("0::/")):
        for mount in (each for each in MOUNTS if (each / "cgroup.controllers").is_file()):
            around = (mount / name, *(mount / name).parents)
            inside = [folder for folder in around if folder.is_relative_to(mount)]
            return next(filter(_may_have_more, inside), None)
    return None


def _may_have_more(folder: Path) -> bool:
    try:
        handed_on = (folder / "cgroup.subtree_control").read_text().split()
    except OSError:
        return False
    written = (folder, folder / "cgroup.procs")
    return set(handed_on) >= NEEDED and all(os.access(path, os.W_OK) for path in written)


@dataclass(frozen=True)
class Group:
    """The cgroup around those of submissions."""

    path: Path

    @classmethod
    def make(cls) -> "Group | None":
        """A new one; None where there can be none."""
        if not (around := place()):
            return None
        path = None
        try:
            path = Path(tempfile.mkdtemp(prefix="grader-", dir=around))
            (path / "cgroup.subtree_control").write_text("+memory +pids")
        except OSError:
            if path:
                path.rmdir()
            return None
        with suppress(OSError):  # where processors are not handed out by cgroups
            (path / "cpu.weight").write_text(str(WEIGHT))
        return cls(path)

    @contextmanager
    def member(self, handle: int, limits: Limits) -> Iterator[None]:
        """Have the process with this pidfd, and all that it starts, in a cgroup of its own.

        Its files are in memory, and count.
        """
        try:
            pid = processor.pid(handle)
        except psutil.NoSuchProcess:
            yield
            return
        own, most = self.path / str(pid), limits.in_bytes()
        held = {
            "memory.max": most["memory"] + most["disk"],
            "memory.swap.max": 0,
            "memory.oom.group": 1,
            "pids.max": most["processes"] + 1,
            "cgroup.procs": pid,
        }
        with suppress(OSError):
            own.mkdir()
        for name, value in held.items():
            with suppress(OSError):  # one that has ended, or a machine without swap
                (own / name).write_text(str(value))
        try:
            yield
        finally:
            with suppress(OSError):
                own.rmdir()

    def killed(self) -> int:
        """How many processes Linux has ended here because of what they took."""
        with suppress(OSError):
            lines = (self.path / "memory.events").read_text().splitlines()
            return int(dict(line.split() for line in lines).get("oom_kill", 0))
        return 0

    def close(self) -> None:
        """Take it away, once all processes in it have ended."""
        for folder in (*self.path.glob("*/"), self.path):
            with suppress(OSError):
                folder.rmdir()
