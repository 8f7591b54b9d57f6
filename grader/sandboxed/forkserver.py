"""The forkserver: has what notebooks import ready, and forks a kernel for each submission.

    python -m grader.sandboxed.forkserver FD LIFELINE sealed|open MODULE...

It runs in the student's interpreter and listens at the Unix socket FD. A request is a datagram: a
JSON object of limits with a socket attached, which becomes the kernel's line to the grader, and a
pipe into which the keeper writes when the kernel has ended. The first thing on the line is a handle
(pidfd) of the kernel. It ends, and every kernel with it, when
nobody holds the other end of the pipe LIFELINE: the Linux kernel forgets to end a process with its
parent where users or privileges change in between, as they do in a sandbox. No multi-threaded
operation may run before a fork: a child would wait for threads that it does not have.
"""

import json
import os
import random
import resource
import select
import shutil
import signal
import socket
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from grader.sandboxed import agent, colab, namespaces, shell
from grader.sandboxed.preload import ready

BACKEND = "matplotlib_inline.backend_inline"  # loaded by a notebook's first plot
STARTED, ENDED = b"k", b"e"
WATCH = 0.1  # seconds between two looks at a kernel's memory


def main(control: socket.socket, lifeline: int, sealed: bool, imports: list[str]) -> None:
    """Fork a kernel for every request, until whoever has started it ends."""
    prepared = _prepare(imports)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while lifeline not in select.select([control.fileno(), lifeline], [], [])[0]:
        request, [handle, report], _, _ = socket.recv_fds(control, 4096, 2)
        with socket.socket(fileno=handle) as line, os.fdopen(report, "wb", buffering=0) as ended:
            if os.fork() == 0:
                try:
                    control.close()
                    _keep(prepared, line, ended, lifeline, json.loads(request), sealed)
                except BaseException:
                    traceback.print_exc()
                finally:
                    os._exit(1)


def _prepare(imports: list[str]) -> shell.Shell:
    prepared = shell.make()
    ready((*imports, BACKEND))
    colab.stand_in()
    return prepared


def _keep(
    prepared: shell.Shell,
    line: socket.socket,
    ended: BinaryIO,
    lifeline: int,
    limits: dict[str, Any],
    sealed: bool,
) -> None:
    """Fork the kernel into namespaces of its own, and stay to watch it and clean up after it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sealed:
        namespaces.leave()
    folder = "" if sealed else tempfile.mkdtemp(prefix="submission-")
    told, tell = os.pipe()
    kernel = os.fork()
    if kernel == 0:
        os.close(tell)
        os.close(lifeline)
        ended.close()
        os.read(told, 1)  # until the keeper has sent the handle
        os.close(told)
        _be_kernel(prepared, line, limits, folder)
        return
    handle = os.pidfd_open(kernel)
    with suppress(OSError):
        socket.send_fds(line, [STARTED], [handle])
    line.close()
    os.close(told)
    os.close(tell)
    try:
        _watch(kernel, handle, lifeline, limits["memory"] if sealed else 0)
        ended.write(ENDED)
    finally:
        if not sealed:
            with suppress(OSError):
                os.killpg(kernel, signal.SIGKILL)
            shutil.rmtree(folder, ignore_errors=True)


def _watch(kernel: int, handle: int, lifeline: int, memory: int) -> None:
    """Wait for the kernel's end; end it when all its processes hold more than `memory` bytes."""
    mine = _status(os.getpid())["held"]
    while handle not in (ended := select.select([handle, lifeline], [], [], WATCH)[0]):
        if lifeline in ended or (memory and _held(kernel, mine) > memory):
            os.kill(kernel, signal.SIGKILL)
    os.waitpid(kernel, 0)


def _held(kernel: int, mine: int) -> int:
    """Bytes of memory that a kernel and the processes below it hold, beyond `mine` in each.

    Pages that a branch shares with its kernel are counted in both, which is quick to find out, and
    where that comes to more than all of them hold together, that is told.
    """
    family = list(_family(kernel))
    counted = sum(max(0, held - mine) for _, held in family)
    if len(family) == 1:
        return counted
    return min(counted, sum(_share(pid, held) for pid, held in family))


def _share(pid: int, held: int) -> int:
    """Bytes of a process, pages that several share in equal parts; all that it holds if unknown."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return held
    return sum(int(e.split()[1]) * 1024 for e in lines if e.startswith(("Pss_Anon:", "Pss_Shmem:")))


def _family(kernel: int) -> Iterator[tuple[int, int]]:
    """A kernel and the processes below it, with the bytes of memory that each holds.

    It is the first process of its namespace, so that none of them gets out from below it.
    """
    everybody = {int(name): _status(int(name)) for name in os.listdir("/proc") if name.isdigit()}
    children: dict[int, list[int]] = {}
    for pid, status in everybody.items():
        children.setdefault(status.get("parent", 0), []).append(pid)
    found = [kernel]
    for pid in found:
        yield pid, everybody.get(pid, {}).get("held", 0)
        found += children.get(pid, [])


def _status(pid: int) -> dict[str, int]:
    """The parent of a process, and the bytes it holds for itself or shared, files left out."""
    found = {"held": 0}
    with suppress(OSError):
        for text in Path(f"/proc/{pid}/status").read_text().splitlines():
            if text.startswith(("RssAnon:", "RssShmem:")):
                found["held"] += int(text.split()[1]) * 1024
            elif text.startswith("PPid:"):
                found["parent"] = int(text.split()[1])
    return found


def _be_kernel(
    prepared: shell.Shell, line: socket.socket, limits: dict[str, Any], folder: str
) -> None:
    namespaces.die_with_parent()
    os.setsid()
    if folder:
        os.environ.update(HOME=folder, TMPDIR=folder)
        os.chdir(folder)
    else:
        namespaces.enter(limits["disk"])
        resource.setrlimit(resource.RLIMIT_NPROC, (limits["processes"],) * 2)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limits["disk"],) * 2)
    room = limits["memory"] + _address_space()
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))
    tempfile.tempdir = None
    sys.path[0] = ""  # as in a notebook: what lies beside it can be imported
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    end = agent.Line(line)
    shell.listen(prepared, end.emit)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # else a file outside would take what goes there
    folders = [Path(folder)] if folder else namespaces.FOLDERS
    agent.serve(end, prepared.user_ns, partial(shell.run, prepared), prepared.flush, folders)


def _address_space() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()


if __name__ == "__main__":
    _, given, holding, kind, *modules = sys.argv
    main(socket.socket(fileno=int(given)), int(holding), kind == "sealed", modules)
