"""How much memory a kernel and all that it has started hold, as seen from beside it.

Linux counts pages for each process by itself, which says nothing of a family that was forked: most
pages are shared, until somebody writes to them. So each process is charged its proportional share.
What the Linux kernel holds on behalf of a process is in no such count: it is estimated.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

SOCKET = 2**18  # bytes that may wait in one
DESCRIPTOR = 2**16  # bytes that may wait in a pipe
FREE = 64  # descriptors for which nothing is charged: most are no pipes


@dataclass(frozen=True)
class Process:
    """A process: its parent, the bytes it holds, files left out, and those of its page tables."""

    pid: int
    parent: int = 0
    held: int = 0
    tables: int = 0

    @classmethod
    def read(cls, pid: int) -> "Process":
        """What Linux says of it, as far as it is there."""
        found: dict[str, int] = {}
        with suppress(OSError):
            for text in Path(f"/proc/{pid}/status").read_text().splitlines():
                name, _, value = text.partition(":")
                if name in ("PPid", "RssAnon", "RssShmem", "VmPTE"):
                    found[name] = int(value.split()[0])
        held = found.get("RssAnon", 0) + found.get("RssShmem", 0)
        return cls(pid, found.get("PPid", 0), held * 1024, found.get("VmPTE", 0) * 1024)

    def share(self) -> int:
        """The bytes it holds, pages that several share in equal parts; all of them if unknown."""
        try:
            lines = Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines()
        except PermissionError:
            return self.held
        except OSError:  # it has ended
            return 0
        parts = [line.split()[1] for line in lines if line.startswith(("Pss_Anon:", "Pss_Shmem:"))]
        return sum(map(int, parts)) * 1024

    def descriptors(self) -> int:
        """How many it has open; 0 where Linux is older than 6.2 and does not say."""
        with suppress(OSError):
            return os.stat(f"/proc/{self.pid}/fd").st_size
        return 0


def mine() -> int:
    """The bytes that this process holds: of what it was forked from, most is shared."""
    return Process.read(os.getpid()).held


def exceeds(kernel: int, shared: int, most: int) -> bool:
    """Whether a kernel and the processes below it hold more than `most` bytes.

    Of that, `shared` bytes were there before it was forked: whatever part of them is shared still
    is nobody's. To find out shares takes a while: it is done where what each holds comes to more,
    and twice, since shares grow from one process to the next while some of them end.
    """
    looks = (lambda process: process.held, Process.share, Process.share)
    return all(_sum(kernel, look) > most + shared for look in looks)


def _sum(kernel: int, of_each: Callable[[Process], int]) -> int:
    """What a kernel and the processes below it hold, with what Linux may hold for them."""
    family = list(_family(kernel))
    return sum(map(of_each, family)) + _of_linux(kernel, family)


def _of_linux(kernel: int, family: list[Process]) -> int:
    """Bytes that the Linux kernel may hold for these processes."""
    opened = sum(process.descriptors() for process in family) - FREE
    tables = sum(process.tables for process in family)
    return tables + SOCKET * _sockets(kernel) + DESCRIPTOR * max(0, opened)


def _sockets(kernel: int) -> int:
    """How many sockets there are in the network of a kernel, which is its own."""
    with suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/{kernel}/net/sockstat").read_text().split()[2])
    return 0


def _family(kernel: int) -> Iterator[Process]:
    """A kernel and the processes below it.

    It is the first process of its namespace, so that none of them gets out from below it.
    """
    everybody = {
        int(name): Process.read(int(name)) for name in os.listdir("/proc") if name.isdigit()
    }
    children: dict[int, list[int]] = {}
    for process in everybody.values():
        children.setdefault(process.parent, []).append(process.pid)
    found = [kernel]
    for pid in found:
        yield everybody.get(pid, Process(pid))
        found += children.get(pid, [])
