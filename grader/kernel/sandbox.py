"""The sandbox around the forkserver: bubblewrap, as an ordinary user and as root.

Inside there is no network, nothing of the course, the class or any home folder, and a read-only
view of the interpreter and what notebooks import, at places that are the same on every machine
(`grader.sandboxed.view`). Each kernel then takes namespaces of its own
(`grader.sandboxed.namespaces`).
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from grader.errors import SandboxError
from grader.sandboxed.preload import ONE_THREAD

ROOT = Path(__file__).resolve().parents[2]
# Whom root becomes: run by root, bubblewrap covers parts of /proc, and then the Linux kernel lets
# nobody inside mount another.
NOBODY = 65534
RECORDED = "nlplab/checks/recorded"  # what answers are compared with
MOUNTED = ("nlplab", "grader/__init__.py", "grader/sandboxed")  # of this project
COURSE = "/course"  # where all is, inside, that is elsewhere on every machine
PYTHON, ENVIRONMENT = f"{COURSE}/python", f"{COURSE}/environment"
READABLE = (
    *("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64"),
    *("/etc/ld.so.cache", "/etc/alternatives", "/etc/fonts", "/etc/localtime"),
)
ASK = """
import json, os, site, sys, sysconfig
packages = [*sys.path, *site.getsitepackages([sys.base_prefix])]
found = {"environment": sys.prefix, "base": os.path.realpath(sys.base_prefix), "packages": packages}
found["program"] = os.path.realpath(sys.executable)
found["shared"] = bool(sysconfig.get_config_var("Py_ENABLE_SHARED"))
print(json.dumps(found))
"""
INSTALL = "apt-get install bubblewrap (or your system's package of that name)"
WITHOUT = "To grade without a sandbox, with your own rights: grader grade --sandbox none"
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
    view = _view(python)
    as_root = os.getuid() == 0
    seen = {here: here for here in view.places.values()} if as_root else view.places
    inner = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--hostname", "kernel"]
    inner += ["--tmpfs", "/tmp", *_binds(seen), "--proc", "/proc", "--dev", "/dev", "--chdir", "/"]
    inner += [word for name in view.libraries for word in ("--setenv", "LD_LIBRARY_PATH", name)]
    inner += ["--remount-ro", "/dev", "--remount-ro", "/", "--", *view.command, *arguments]
    if not as_root:
        return inner
    # Root's own bubblewrap makes a view for which nobody needs permission to folders such as
    # /root; the one of an ordinary user then runs in that.
    outer = ["bwrap", "--die-with-parent", *_binds(view.places), "--dev-bind", "/dev", "/dev"]
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


@dataclass(frozen=True)
class View:
    """What can be read inside, places outside to places inside, and what runs a script there."""

    places: dict[str, str]
    command: list[str]
    libraries: list[str]  # where the interpreter finds its own, should it need to be told


def _view(python: str) -> View:
    """What an interpreter needs, at places that do not say where it is on this machine."""
    found = _interpreter(python)
    environment, base, program = found["environment"], found["base"], found["program"]
    private = {str(ROOT / name): f"{COURSE}/{name}" for name in MOUNTED}
    own = not base.startswith("/usr")
    if own:
        private[base] = PYTHON
        program = f"{PYTHON}/bin/{Path(program).name}"
    inside, files, links = program, dict[str, str](), dict[str, str]()
    if found["settings"]:
        for name in ("lib", "share"):
            if Path(environment, name).is_dir():
                private[f"{environment}/{name}"] = f"{ENVIRONMENT}/{name}"
        inside = f"{ENVIRONMENT}/bin/python"
        home = f"home = {Path(program).parent}\n"
        files[f"{ENVIRONMENT}/pyvenv.cfg"] = home + found["settings"]
        links |= {inside: program, f"{ENVIRONMENT}/lib64": "lib"}
    known = [name for name in READABLE if Path(name).exists() and not Path(name).is_symlink()]
    places = {name: name for name in known} | private
    hidden = list(dict.fromkeys(_hidden(places, map(Path, found["packages"]))))
    spec = {"private": [*private.values()], "hidden": hidden, "files": files, "links": links}
    command = [program, "-S", "-m", "grader.sandboxed.view", json.dumps(spec), inside]
    return View(places, command, [f"{PYTHON}/lib"] if own and found["shared"] else [])


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


def _binds(places: dict[str, str]) -> list[str]:
    """bubblewrap's options for a read-only view of `places`, beside the usual links to /usr."""
    options = []
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        if Path("/", name).is_symlink():
            options += ["--symlink", os.readlink(f"/{name}"), f"/{name}"]
    for there, here in places.items():
        for parent in reversed(Path(here).parents[:-1]):
            options += ["--perms", "0755", "--dir", str(parent)]
        options += ["--ro-bind", there, here]
    return options


@cache
def _interpreter(python: str) -> dict[str, Any]:
    """Where an interpreter is: its environment, itself, its program, and its packages.

    Beside that, whether its program needs a library of its own, and the settings of an environment
    that it runs in, those left out that say where it is.
    """
    asked = subprocess.run([python, "-I", "-c", ASK], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(asked.stdout)
    settings = Path(found["environment"], "pyvenv.cfg")
    lines = settings.read_text("utf-8").splitlines() if settings.is_file() else []
    kept = ("include-system-site-packages", "version")
    found["settings"] = "".join(f"{line}\n" for line in lines if line.startswith(kept))
    return found


def _advice() -> str:
    """What to change so that bubblewrap may run."""
    for path, (bad, command) in ALLOW.items():
        try:
            if Path(path).read_text().strip() == bad:
                return f"This machine forbids user namespaces to ordinary users. As root: {command}"
        except OSError:
            continue
    return "In a container, start it with the options that docs/container.md has."
