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

from grader.classroom import faults
from grader.classroom.folder import ClassFolder, Ref
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
FORKSERVER, HELPER = "grader.sandboxed.forkserver", "grader.grading.helper"
KINDS = ("kernel", "forkserver", "worker", "command")
PATIENCE = 10  # seconds that processes have to end in after the command


def hand_in(root: Path, folder: ClassFolder, students: int) -> None:
    """Submissions of `students`: right, wrong, slow and untouched ones in turn."""
    released = build.student_release(root, "ko", NAME)
    for number in range(students):
        code = ANSWERS[number % len(ANSWERS)]
        submission = bank.compose(released, {"cut": code} if code else {})
        path = folder.notebook(Ref(f"s{number:03}", NAME))
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(submission), encoding="utf-8")


def start(root: Path, folder: ClassFolder, temporary: Path) -> psutil.Popen:
    """The command, on its way; `temporary` takes the temporary files of its processes."""
    command = [Path(sys.executable).parent / "grader", "grade", "--class", folder.path]
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
    return "worker" if HELPER in line and HELPER in above else ""


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


def left_behind(folder: ClassFolder, temporary: Path, seen: set[psutil.Process]) -> list[str]:
    """Those of the processes that are still there, and temporary files and folders."""
    found = [str(path) for path in temporary.iterdir()]
    if folder.scratch.exists():
        found.append(str(folder.scratch))
    for process in seen:
        with suppress(psutil.Error):
            if process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
                found.append(" ".join(process.cmdline())[:200])
    return found


def soak(place: Path, rounds: int, students: int, seed: int) -> list[str]:
    """What went wrong in `rounds` rounds with a class of `students`; nothing, if all is well."""
    draw, failures = random.Random(seed), []
    root = notebooks.course(place / "course", NAME)
    temporary = place / "tmp"
    temporary.mkdir()

    undisturbed = ClassFolder(place / "undisturbed")
    hand_in(root, undisturbed, students)
    begun = time.monotonic()
    if start(root, undisturbed, temporary).wait():
        return ["the undisturbed run failed"]
    whole = time.monotonic() - begun
    expected = bench.records(undisturbed)
    print(f"undisturbed: {students} submissions in {whole:.1f} s", flush=True)

    for number in range(rounds):
        folder = ClassFolder(place / f"round-{number}")
        hand_in(root, folder, students)
        kind, moment = draw.choice(KINDS), draw.uniform(0.1, 0.95) * whole
        command = start(root, folder, temporary)
        seen = wait(command, moment)
        killed = kill(command, kind, draw)
        seen |= wait(command)
        again = start(root, folder, temporary)
        seen |= wait(again)
        ended, code = command.wait(), again.wait()

        wrong = [f"the rerun ended with {code}"] if code else []
        if bench.records(folder) != expected:
            wrong.append("the gradebook differs")
        wrong += [f"a fault is left: {ref}: {cause}" for ref, cause in faults.read(folder).items()]
        deadline = time.monotonic() + PATIENCE
        while (left := left_behind(folder, temporary, seen)) and time.monotonic() < deadline:
            time.sleep(0.2)
        wrong += [f"left behind: {what}" for what in left]
        told = "; ".join(wrong) or "ok"
        what = "killed" if killed else "not killed, it had ended,"
        print(f"round {number}: {kind} {what} after {moment:.1f} s, ended with {ended}: {told}")
        failures += [f"round {number} ({kind}): {what}" for what in wrong]
        shutil.rmtree(folder.path)
    return failures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--students", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        failures = soak(Path(name), chosen.rounds, chosen.students, chosen.seed)
    if failures:
        raise SystemExit("\n".join(failures))


if __name__ == "__main__":
    main()
