"""A branch of a kernel: a copy that makes the checks of an exercise and is gone with all it did.

They see the state as it was when the first of them began; a crash costs the check in which it
happens. What an exercise was asked is nowhere when the next begins, neither in memory nor in files.
"""

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from grader.sandboxed.namespaces import die_with_parent

LEFT = 77  # the exit status of a branch that was told to end
MOST = 2**23  # bytes of files that are kept, to be put back as they were


def may_branch() -> bool:
    """Whether this process has one thread: a copy would wait for others that it does not have."""
    return len(os.listdir("/proc/self/task")) == 1


def branch(folders: Sequence[Path]) -> int | None:
    """Fork: None in the branch; in the kernel, once that has ended, how it did (see `waitpid`).

    An interrupt goes to the branch, SIGTERM ends it.
    What the branch has changed below `folders` is then as it was before, as far as it was small.
    """
    before = _files(folders)
    child = os.fork()
    if child == 0:
        die_with_parent()
        return None
    heeded = signal.signal(signal.SIGINT, lambda *_: os.kill(child, signal.SIGINT))
    ended = signal.signal(signal.SIGTERM, lambda *_: os.kill(child, signal.SIGKILL))
    try:
        _, status = os.waitpid(child, 0)
    finally:
        signal.signal(signal.SIGINT, heeded)
        signal.signal(signal.SIGTERM, ended)
    _restore(folders, before)
    return status


def leave() -> None:
    """End this branch."""
    os._exit(LEFT)


def has_left(status: int) -> bool:
    """Whether a branch with this status ended because it was told to."""
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == LEFT


Files = dict[Path, tuple[int, int, bytes | None]]  # when it changed, its size, and what is in it


def _files(folders: Sequence[Path]) -> Files:
    found: Files = {}
    room = MOST
    for path in _below(folders):
        with suppress(OSError):
            status = path.lstat()
            if S_ISREG(status.st_mode):
                room -= status.st_size
                content = path.read_bytes() if room >= 0 else None
                found[path] = (status.st_mtime_ns, status.st_size, content)
            else:
                found[path] = (0, 0, None)
    return found


def _restore(folders: Sequence[Path], before: Files) -> None:
    now = _files(folders)
    for path in sorted(now.keys() - before.keys(), reverse=True):  # what is in a folder first
        with suppress(OSError):
            path.rmdir() if S_ISDIR(path.lstat().st_mode) else path.unlink()
    for path, (changed, size, content) in before.items():
        if content is not None and now.get(path, (None, None))[:2] != (changed, size):
            with suppress(OSError):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)


def _below(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for root, names, files in os.walk(folder):
            yield from (Path(root, name) for name in (*names, *files))
