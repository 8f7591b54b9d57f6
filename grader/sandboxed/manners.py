"""What a kernel takes of the machine: it is held to limits, and stands back for everybody else."""

import ctypes
import os
import resource
from contextlib import suppress
from pathlib import Path

NICE = 5  # with a busy machine a kernel gets a third of what others get, and ends within its limit
OPEN_FILES = 128
PENDING_SIGNALS = 256
IOPRIO_SET = {"x86_64": 251, "aarch64": 30}
_OF_PROCESS, _IDLE = 1, 3 << 13


def limit(memory: int, processes: int | None = None, files: int | None = None) -> None:
    """Hold this process and what it starts to limits, sizes in bytes; None is as it was.

    Memory is what comes to the addresses that are in use already.
    """
    room = memory + _address_space()
    held = {
        resource.RLIMIT_AS: room,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_NPROC: processes,
        resource.RLIMIT_FSIZE: files,
        # Linux keeps these on behalf of an account, which may be that of whoever grades.
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_SIGPENDING: PENDING_SIGNALS,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_NICE: 0,
    }
    for kind, most in held.items():
        if most is not None:
            hard = resource.getrlimit(kind)[1]
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (most, most))


def stand_back() -> None:
    """Let other processes of the machine go first, to processors and disks."""
    os.nice(NICE)
    with suppress(OSError):
        os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
    if number := IOPRIO_SET.get(os.uname().machine):
        ctypes.CDLL(None).syscall(number, _OF_PROCESS, 0, _IDLE)


def _address_space() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()
