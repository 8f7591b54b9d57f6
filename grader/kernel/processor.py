"""How much a process and all that it has started have computed, in seconds of processor time."""

from contextlib import suppress
from pathlib import Path

import psutil


def pid(handle: int) -> int:
    """The process with this pidfd; raises NoSuchProcess."""
    lines = Path(f"/proc/self/fdinfo/{handle}").read_text("ascii").splitlines()
    found = next(int(line.split()[1]) for line in lines if line.startswith("Pid:"))
    if found < 1:  # that it is no more
        raise psutil.NoSuchProcess(found)
    return found


def own(handle: int) -> float:
    """Of the process with this pidfd, and of those below it that it has waited for.

    0 where it is no more.
    """
    with suppress(psutil.Error):
        return sum(psutil.Process(pid(handle)).cpu_times()[:4])
    return 0.0


def whole(handle: int) -> float:
    """The same, and of all that are below it now."""
    found = own(handle)
    with suppress(psutil.Error):
        for process in psutil.Process(pid(handle)).children(recursive=True):
            with suppress(psutil.Error):
                found += sum(process.cpu_times()[:4])
    return found
