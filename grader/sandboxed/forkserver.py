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
import select
import shutil
import signal
import socket
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from grader.sandboxed import agent, colab, manners, memory, namespaces, shell
from grader.sandboxed.preload import ready

BACKEND = "matplotlib_inline.backend_inline"  # loaded by a notebook's first plot
STARTED, ENDED = b"k", b"e"
WATCH = 0.1  # seconds between two looks at a kernel's memory
LOOKING = 3  # times what a look took that pass before the next one, at least


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


def _watch(kernel: int, handle: int, lifeline: int, most: int) -> None:
    """Wait for the kernel's end; end it when all its processes hold more than `most` bytes."""
    shared, pause = memory.mine(), WATCH
    while handle not in (ended := select.select([handle, lifeline], [], [], pause)[0]):
        start = time.monotonic()
        if lifeline in ended or (most and memory.exceeds(kernel, shared, most)):
            os.kill(kernel, signal.SIGKILL)
        pause = max(WATCH, LOOKING * (time.monotonic() - start))
    os.waitpid(kernel, 0)


def _be_kernel(
    prepared: shell.Shell, line: socket.socket, limits: dict[str, Any], folder: str
) -> None:
    namespaces.die_with_parent()
    os.setsid()
    manners.stand_back()
    if folder:
        os.environ.update(HOME=folder, TMPDIR=folder)
        os.chdir(folder)
        manners.limit(limits["memory"])
    else:
        namespaces.enter(limits["disk"])
        manners.limit(limits["memory"], limits["processes"], limits["disk"])
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


if __name__ == "__main__":
    _, given, holding, kind, *modules = sys.argv
    main(socket.socket(fileno=int(given)), int(holding), kind == "sealed", modules)
