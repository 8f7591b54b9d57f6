"""Kills processes of `grader grade` at random moments; a rerun has to make it good.

    python -m tools.soak [--rounds 10] [--students 60] [--seed 0]

A round grades a class from the start, kills a kernel, a forkserver, a worker or the command
itself on the way, and grades again until the command ends well. Then the gradebook has to be that
of an undisturbed run, and no process and no folder may be left behind.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil

from grader.course import bank, build
from tests.support import notebooks
from tools import bench

NAME = "01_cut"
ANSWERS = (
    "def cut(text):\n    return text.split()",
    "def cut(text):\n    return [text]",
    "import time\n\ntime.sleep(0.3)\n\n\ndef cut(text):\n    return text.split()",
    None,
)
FORKSERVER = "grader.sandboxed.forkserver"
KINDS = ("kernel", "forkserver", "worker", "command")
PATIENCE = 10  # seconds that processes have to end in after the command


def hand_in(root: Path, class_dir: Path, students: int) -> None:
    """Submissions of `students`: right, wrong, slow and untouched ones in turn."""
    released = build.student_release(root, "ko", NAME)
    for number in range(students):
        code = ANSWERS[number % len(ANSWERS)]
        submission = bank.compose(released, {"cut": code} if code else {})
        path = class_dir / "submitted" / f"s{number:03}" / NAME / f"{NAME}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(submission), encoding="utf-8")


def start(root: Path, class_dir: Path, temporary: Path) -> psutil.Popen:
    """The command, on its way; `temporary` takes the temporary files of its processes."""
    command = [Path(sys.executable).parent / "grader", "grade", "--class", class_dir]
    environment = os.environ | {"TMPDIR": str(temporary)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return psutil.Popen(command, cwd=root, env=environment, **quiet)


def processes(command: psutil.Popen, kind: str) -> list[psutil.Process]:
    """The processes of one of KINDS that the running command has now."""
    if kind == "command":
        return [command] if command.is_running() else []
    return [process for process in command.children(recursive=True) if _kind(process) == kind]


def _kind(process: psutil.Process) -> str:
    try:
        line, parent = " ".join(process.cmdline()), process.parent()
        above = " ".join(parent.cmdline()) if parent else ""
    except psutil.Error:
        return ""
    if FORKSERVER in line:
        return "kernel" if FORKSERVER in above and "bwrap" not in above else "forkserver"
    return "worker" if "grader.grading.nanny" in line and "grader.grading.nanny" in above else ""


def wait(command: psutil.Popen, seconds: float = float("inf")) -> set[psutil.Process]:
    """Wait for the end of a command, or so many seconds; the processes that it had meanwhile."""
    deadline, seen = time.monotonic() + seconds, {command}
    while command.poll() is None and time.monotonic() < deadline:
        with suppress(psutil.Error):
            seen |= set(command.children(recursive=True))
        time.sleep(0.02)
    return seen


def kill(command: psutil.Popen, kind: str, draw: random.Random) -> bool:
    """Kill a process of that kind as soon as there is one; False if the command ends before."""
    while command.poll() is None:
        found = sorted(processes(command, kind), key=lambda process: process.pid)
        try:
            os.kill(draw.choice(found).pid, signal.SIGKILL)
            return True
        except (IndexError, ProcessLookupError):
            time.sleep(0.005)
    return False


def left_behind(class_dir: Path, temporary: Path, seen: set[psutil.Process]) -> list[str]:
    """Those of the processes that are still there, and temporary files and folders."""
    found = [str(path) for path in temporary.iterdir()]
    if (class_dir / ".scratch").exists():
        found.append(str(class_dir / ".scratch"))
    for process in seen:
        with suppress(psutil.Error):
            if process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
                found.append(" ".join(process.cmdline())[:200])
    return found


def soak(folder: Path, rounds: int, students: int, seed: int) -> list[str]:
    """What went wrong in `rounds` rounds with a class of `students`; nothing, if all is well."""
    draw, faults = random.Random(seed), []
    root = notebooks.course(folder / "course", NAME)
    temporary = folder / "tmp"
    temporary.mkdir()

    hand_in(root, folder / "undisturbed", students)
    begun = time.monotonic()
    if start(root, folder / "undisturbed", temporary).wait():
        return ["the undisturbed run failed"]
    whole = time.monotonic() - begun
    expected = bench.records(folder / "undisturbed")
    print(f"undisturbed: {students} submissions in {whole:.1f} s", flush=True)

    for number in range(rounds):
        class_dir = folder / f"round-{number}"
        hand_in(root, class_dir, students)
        kind, moment = draw.choice(KINDS), draw.uniform(0.1, 0.95) * whole
        command = start(root, class_dir, temporary)
        seen = wait(command, moment)
        killed = kill(command, kind, draw)
        seen |= wait(command)
        again = start(root, class_dir, temporary)
        seen |= wait(again)
        ended, code = command.wait(), again.wait()

        wrong = [f"the rerun ended with {code}"] if code else []
        if bench.records(class_dir) != expected:
            wrong.append("the gradebook differs")
        deadline = time.monotonic() + PATIENCE
        while (left := left_behind(class_dir, temporary, seen)) and time.monotonic() < deadline:
            time.sleep(0.2)
        wrong += [f"left behind: {what}" for what in left]
        told = "; ".join(wrong) or "ok"
        what = "killed" if killed else "not killed, it had ended,"
        print(f"round {number}: {kind} {what} after {moment:.1f} s, ended with {ended}: {told}")
        faults += [f"round {number} ({kind}): {what}" for what in wrong]
        shutil.rmtree(class_dir)
    return faults


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--students", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        faults = soak(Path(name), chosen.rounds, chosen.students, chosen.seed)
    if faults:
        raise SystemExit("\n".join(faults))


if __name__ == "__main__":
    main()
