"""Namespaces of its own for a forked kernel: bubblewrap cannot wrap a process that is forked.

The forkserver is inside bubblewrap already. A kernel adds to that: its own processes, mounts,
network, shared memory and terminals, an empty folder in memory, and no way to any privilege.
"""

import ctypes
import os
import signal
from collections.abc import Callable
from pathlib import Path

from grader.sandboxed import seccomp

WORK = "/tmp/work"
INODES = 2**14  # files and folders, each of which takes a kilobyte of Linux's own memory
TERMINALS = 16
FOLDERS = (Path("/tmp"), Path("/dev/shm"))  # all that a kernel may write into

_libc = ctypes.CDLL(None, use_errno=True)
_NEW = 0x02000000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000
_NEW_CGROUP_UTS_IPC_USER_PID_NET = _NEW
_NEW_MOUNTS, _NEW_USER = 0x00020000, 0x10000000
READ_ONLY, NOSUID, NOSUID_NODEV, NOEXEC = 1, 2, 2 | 4, 8
_REMOUNT, _BIND, _DEEP, _DETACH = 32, 4096, 16384, 2
_SET_PARENT_DEATH_SIGNAL, _DROP_BOUND, _NO_NEW_PRIVILEGES, _SET_DUMPABLE = 1, 24, 38, 4
_CAPABILITY_VERSION_3 = 0x20080522


def die_with_parent() -> None:
    """End this process when its parent ends."""
    _libc.prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)


def leave() -> None:
    """Leave the namespaces of users, processes, network and shared memory.

    The process itself keeps its place among processes; its next child is the first of the new
    ones. Raises OSError where the kernel of this machine forbids it.
    """
    _unshare(_NEW_CGROUP_UTS_IPC_USER_PID_NET)


def become_another_user() -> None:
    """Leave the namespaces of users and mounts, so that this process may mount. Raises OSError."""
    _unshare(_NEW_USER | _NEW_MOUNTS)


def enter(disk: int) -> None:
    """As the first process after `leave`: see these processes only, and empty folders.

    Home, work, temporary files and shared memory share `disk` bytes. Ends with no capability and no
    way to make further namespaces. Raises OSError.
    """
    _call(_libc.unshare, _NEW_MOUNTS)
    mount("proc", "/proc", NOSUID_NODEV | NOEXEC)
    mount("devpts", "/dev/pts", NOSUID | NOEXEC, f"ptmxmode=0666,mode=0600,max={TERMINALS}")
    # Pages that are shared and no file's are nobody's when the process lets go of them.
    bind("/dev/null", "/dev/zero")
    mount("tmpfs", "/tmp", NOSUID_NODEV, f"size={disk},nr_inodes={INODES},mode=0700")
    for folder in ("/dev/shm", "/tmp"):
        os.mkdir(own := f"/tmp/{os.path.basename(folder)}", 0o700)
        bind(own, folder)
    Path("/proc/sys/user/max_user_namespaces").write_text("0")
    os.mkdir(WORK)
    os.chdir(WORK)
    _drop_capabilities()
    seccomp.refuse()


def mount(kind: str, target: str, flags: int, data: str = "") -> None:
    """Mount a file system of this kind. Raises OSError, as do those below."""
    _call(_libc.mount, kind.encode(), target.encode(), kind.encode(), flags, data.encode())


def bind(source: str, target: str, *, deep: bool = False) -> None:
    """Show `source` at `target` too; where `deep`, with what is mounted in it."""
    flags = _BIND | (_DEEP if deep else 0)
    _call(_libc.mount, source.encode(), target.encode(), None, flags, None)


def turn(root: str) -> None:
    """Have this folder, where something is mounted, as the root, and let go of the former one."""
    column, _ = seccomp.MACHINES[os.uname().machine]
    os.chdir(root)
    _call(_libc.syscall, seccomp.REFUSED["pivot_root"][column], b".", b".")
    _call(_libc.umount2, b".", _DETACH)
    os.chdir("/")
    _call(_libc.mount, None, b"/", None, _REMOUNT | _BIND | READ_ONLY | NOSUID_NODEV, None)


def _drop_capabilities() -> None:
    for capability in range(64):
        _libc.prctl(_DROP_BOUND, capability, 0, 0, 0)  # fails past the last one there is
    _call(_libc.prctl, _NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    _call(_libc.capset, header, (ctypes.c_uint32 * 6)())


def _unshare(kinds: int) -> None:
    """Leave namespaces, that of users among them, as the user that one is."""
    user, group = os.getuid(), os.getgid()
    _call(_libc.unshare, kinds)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def _call(function: Callable[..., int], *args: object) -> None:
    if function(*args) == -1:
        code = ctypes.get_errno()
        raise OSError(code, f"{function.__name__}: {os.strerror(code)}")
