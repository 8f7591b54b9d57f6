"""System calls that student code has no use for: a seccomp filter that refuses them.

Namespaces and limits do not see all of them: memory of files without a name, for example, belongs
to no process and is on no disk, and some of what Linux keeps is counted for an account, which may
be that of whoever grades.
"""

import ctypes
import errno
import os
import struct
from dataclasses import dataclass

# Numbers on x86-64 and on AArch64.
REFUSED = {
    "add_key": (248, 217),
    "bpf": (321, 280),
    "fanotify_init": (300, 262),
    "fsopen": (430, 430),
    "inotify_init1": (294, 26),
    "io_setup": (206, 0),
    "io_uring_setup": (425, 425),
    "keyctl": (250, 219),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "mount": (165, 40),
    "move_mount": (429, 429),
    "msgget": (68, 186),
    "open_tree": (428, 428),
    "perf_event_open": (298, 241),
    "pivot_root": (155, 41),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "ptrace": (101, 117),
    "request_key": (249, 218),
    "semget": (64, 190),
    "setns": (308, 268),
    "shmget": (29, 194),
    "umount2": (166, 39),
    "unshare": (272, 97),
    "userfaultfd": (323, 282),
}
OLDER = {"x86_64": [253]}  # inotify_init, which AArch64 never had


@dataclass(frozen=True)
class Rule:
    """A call that is refused for some values of an argument, of which only bits of `mask` count.

    Where `among`, the values are those that are refused, else those that are not.
    """

    call: tuple[int, int]
    argument: int
    values: tuple[int, ...]
    among: bool = True
    mask: int = 0xFFFFFFFF


_UNIX, _INET, _NETLINK, _INET6 = 1, 2, 16, 10
_SEND_BUFFER, _RECEIVE_BUFFER, _PIPE_SIZE, _SHARED_BY_NONE = 7, 8, 1031, 0x21
RULES = {
    # Others reach what has no namespace: a hypervisor, the cryptography of Linux.
    "socket": Rule((41, 198), 0, (_UNIX, _INET, _NETLINK, _INET6), among=False),
    "socketpair": Rule((53, 199), 0, (_UNIX,), among=False),
    # What waits in a socket or a pipe is no memory of a process.
    "setsockopt": Rule((54, 208), 2, (_SEND_BUFFER, _RECEIVE_BUFFER)),
    "fcntl": Rule((72, 25), 1, (_PIPE_SIZE,)),
    # Nor is shared memory of no file, once the process that has it lets go of its pages.
    "mmap": Rule((9, 222), 3, (_SHARED_BY_NONE,), mask=_SHARED_BY_NONE),
}
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}

_LOAD, _EQUAL, _AT_LEAST, _AND, _RETURN = 0x20, 0x15, 0x35, 0x54, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
_X32 = 0x40000000  # calls of another numbering begin here
_SET_SECCOMP, _FILTER = 22, 2


def refuse() -> None:
    """Refuse these calls from now on, to this process and all that it starts.

    Needs that privileges can no longer be gained. Raises OSError.
    """
    machine = os.uname().machine
    if machine not in MACHINES:
        raise OSError(errno.ENOSYS, f"no filter of system calls for {machine}")
    column, architecture = MACHINES[machine]
    numbers = [call[column] for call in REFUSED.values()] + OLDER.get(machine, [])
    steps = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _KILL)]
    steps += [(_LOAD, 0, 0, 0), (_AT_LEAST, 0, 1, _X32), (_RETURN, 0, 0, _REFUSE)]
    for number in numbers:
        steps += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE)]
    for rule in RULES.values():
        steps += _steps(rule, column)
    steps += [(_RETURN, 0, 0, _ALLOW)]
    program = b"".join(struct.pack("HBBI", *step) for step in steps)
    body = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(body))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_SET_SECCOMP, _FILTER, ctypes.create_string_buffer(header), 0, 0):
        code = ctypes.get_errno()
        raise OSError(code, f"seccomp: {os.strerror(code)}")


def _steps(rule: Rule, column: int) -> list[tuple[int, int, int, int]]:
    """The part of the filter for one rule; the number of the call is at hand, and stays so."""
    found, other = (_REFUSE, _ALLOW) if rule.among else (_ALLOW, _REFUSE)
    steps = [(_LOAD, 0, 0, 16 + 8 * rule.argument), (_AND, 0, 0, rule.mask)]
    for value in rule.values:
        steps += [(_EQUAL, 0, 1, value), (_RETURN, 0, 0, found)]
    steps += [(_RETURN, 0, 0, other)]
    return [(_EQUAL, 0, len(steps), rule.call[column]), *steps]
