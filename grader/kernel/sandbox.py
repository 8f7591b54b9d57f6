"""The sandbox around the forkserver: bubblewrap, as an ordinary user and as root.

Inside there is no network, nothing of the course, the class or any home folder, and a read-only
view of the interpreter and what notebooks import. Each kernel then takes namespaces of its own
(`grader.sandboxed.namespaces`).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from grader.errors import SandboxError
from grader.sandboxed.preload import ONE_THREAD

ROOT = Path(__file__).resolve().parents[2]
# Whom root becomes: run by root, bubblewrap covers parts of /proc, and then the Linux kernel lets
# nobody inside mount another.
NOBODY = 65534
RECORDED = "nlplab/checks/recorded"  # what answers are compared with
MOUNTED = ("nlplab", "grader/__init__.py", "grader/sandboxed")  # of this project
COURSE = "/course"  # where the course's packages and environment are, inside
READABLE = (
    *("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64"),
    *("/etc/ld.so.cache", "/etc/alternatives", "/etc/fonts", "/etc/localtime"),
)
INSTALL = "apt-get install bubblewrap (or your system's package of that name)"
WITHOUT = "To grade without a sandbox, with your own rights: --sandbox none"
ALLOW = {
    "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": (
        "1",
        "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
    ),
    "/proc/sys/kernel/unprivileged_userns_clone": (
        "0",
        "sysctl -w kernel.unprivileged_userns_clone=1",
    ),
    "/proc/sys/user/max_user_namespaces": ("0", "sysctl -w user.max_user_namespaces=10000"),
}


def wrap(arguments: list[str], python: str) -> list[str]:
    """The command that runs the interpreter `python` with `arguments` inside the sandbox."""
    inside, places, hidden = _view(python)
    as_root = os.getuid() == 0
    seen = {here: here for here in places.values()} if as_root else places
    inner = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--hostname", "kernel"]
    inner += ["--tmpfs", "/tmp", *_binds(seen, hidden)]
    inner += ["--proc", "/proc", "--dev", "/dev", "--chdir", "/"]
    inner += ["--remount-ro", "/dev", "--remount-ro", "/", "--", inside, *arguments]
    if not as_root:
        return inner
    # Root's own bubblewrap makes a view for which nobody needs permission to folders such as
    # /root; the one of an ordinary user then runs in that.
    outer = ["bwrap", "--die-with-parent", *_binds(places, hidden), "--dev-bind", "/dev", "/dev"]
    outer += ["--dev-bind", "/proc", "/proc", "--perms", "0755", "--dir", "/tmp"]
    outer += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--"]
    drop = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--no-new-privs"]
    return [*outer, *drop, "--", *inner]


@cache
def check(python: str = sys.executable) -> None:
    """Try the sandbox out; raises SandboxError where it does not work."""
    if shutil.which("bwrap") is None:
        raise SandboxError(f"bubblewrap is not installed: {INSTALL}\n{WITHOUT}")
    probe = "import os; from grader.sandboxed import namespaces as n; n.leave(); p = os.fork();\n"
    probe += "p or (n.enter(2**20), os._exit(0))\nraise SystemExit(os.waitpid(p, 0)[1] != 0)"
    done = subprocess.run(
        wrap(["-c", probe], python), env=environment(), capture_output=True, text=True
    )
    if done.returncode:
        said = done.stderr.strip().splitlines()[-1:] or [f"exit status {done.returncode}"]
        raise SandboxError(f"bubblewrap cannot run here: {said[0]}\n{_advice()}\n{WITHOUT}")


def environment(home: str = "/tmp", packages: str = COURSE) -> dict[str, str]:
    """The environment of a forkserver: nothing of the grader's own."""
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
        "LANG": "C.UTF-8",
        "HOME": home,
        "USER": "student",
        "LOGNAME": "student",
        "TMPDIR": home,
        "IPYTHONDIR": f"{home}/.ipython",
        "MPLCONFIGDIR": f"{home}/.matplotlib",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "PYTHONPATH": packages,
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "NLPLAB_OFFLINE": "1",
        "HF_HUB_OFFLINE": "1",
        "PIP_NO_INDEX": "1",  # there is no network: fail at once, not after retries
        "TOKENIZERS_PARALLELISM": "false",
    } | ONE_THREAD


def _view(python: str) -> tuple[str, dict[str, str], list[str]]:
    """Where `python` is inside, what can be read there, and what within that is hidden.

    What can be read is places outside to places inside.
    """
    environment, base, *packages = _interpreter(python)
    inside = python
    places = {str(ROOT / name): f"{COURSE}/{name}" for name in MOUNTED}
    if not base.startswith("/usr"):
        places[base] = base
    if environment != base:
        places[environment] = f"{COURSE}/environment"
        inside = f"{COURSE}/environment/bin/python"
    known = [name for name in READABLE if Path(name).exists() and not Path(name).is_symlink()]
    places = {name: name for name in known} | places
    hidden = _hidden(places, map(Path, packages))
    return inside, places, list(dict.fromkeys(hidden))


def _hidden(places: dict[str, str], packages: Iterable[Path]) -> Iterator[str]:
    """Where inside `places` the rest of this project is: a checkout, or copies in `packages`.

    What answers are compared with is none of what is shared of `nlplab`.
    """
    checkout = [ROOT] if (ROOT / "source").is_dir() else []
    copies = [Path(at, name) for at in (ROOT, *packages) for name in ("grader", RECORDED)]
    for folder in (path.resolve() for path in (*checkout, *copies) if path.is_dir()):
        for there, here in places.items():
            if folder.is_relative_to(top := Path(there).resolve()):
                yield str(Path(here, folder.relative_to(top)))


def _binds(places: dict[str, str], hidden: list[str]) -> list[str]:
    """bubblewrap's options for a read-only view of `places`, beside the usual links to /usr.

    In it the folders `hidden` are empty.
    """
    options = []
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        if Path("/", name).is_symlink():
            options += ["--symlink", os.readlink(f"/{name}"), f"/{name}"]
    for there, here in places.items():
        for parent in reversed(Path(here).parents[:-1]):
            options += ["--perms", "0755", "--dir", str(parent)]
        options += ["--ro-bind", there, here]
    for action in ("--tmpfs", "--remount-ro"):
        options += [word for folder in hidden for word in (action, folder)]
    return options


@cache
def _interpreter(python: str) -> list[str]:
    """The folder of an interpreter's environment, of the interpreter itself, and of packages."""
    code = "import site, sys; own = site.getsitepackages([sys.base_prefix])\n"
    code += "print(sys.prefix, sys.base_prefix, *sys.path, *own, sep='\\n')"
    found = subprocess.run([python, "-I", "-c", code], capture_output=True, text=True, check=True)
    return found.stdout.splitlines()


def _advice() -> str:
    """What to change so that bubblewrap may run."""
    for path, (bad, command) in ALLOW.items():
        try:
            if Path(path).read_text().strip() == bad:
                return f"This machine forbids user namespaces to ordinary users. As root: {command}"
        except OSError:
            continue
    return "In a container, start it with a seccomp profile that allows user namespaces."
