"""Kills processes of `grader grade` at random moments; a rerun has to make it good.

    python tests/soak.py [--rounds 10] [--students 60] [--seed 0]

A round grades a class from the start, kills a kernel, a warm process, a worker or the command
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
from collections.abc import Callable
from pathlib import Path

import psutil

import bench
import notebooks
from grader import bank, build

NAME = "01_cut"
ANSWERS = (
    "def cut(text):\n    return text.split()",
    "def cut(text):\n    return [text]",
    "import time\n\ntime.sleep(0.3)\n\n\ndef cut(text):\n    return text.split()",
    None,
)
PATIENCE = 10  # seconds that processes have to end in after the command
Records = bench.Records


def course(folder: Path) -> Path:
    """A course of one small section, released in both languages."""
    notebooks.save(folder, NAME, notebooks.lesson())
    for lang in ("ko", "en"):
        path = build.student_path(folder, lang, NAME)
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(build.student_release(folder, lang, NAME)), encoding="utf-8")
    return folder


def hand_in(root: Path, class_dir: Path, students: int) -> None:
    """Submissions of `students`: right, wrong, slow and untouched ones in turn."""
    released = build.student_release(root, "ko", NAME)
    for number in range(students):
        code = ANSWERS[number % len(ANSWERS)]
        submission = bank.compose(released, {"cut": code} if code else {})
        path = class_dir / "submitted" / f"s{number:03}" / NAME / f"{NAME}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(submission), encoding="utf-8")


def start(root: Path, class_dir: Path, temporary: Path, *options: str) -> psutil.Popen:
    """The command, on its way; `temporary` marks its processes and takes their temporary files."""
    command = [Path(sys.executable).parent / "grader", "grade", "--class", class_dir, *options]
    environment = os.environ | {"TMPDIR": str(temporary), "SOAK": str(temporary)}
    return psutil.Popen(
        command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def family(command: psutil.Popen) -> dict[str, list[psutil.Process]]:
    """The processes of the command that is running, by what they are."""
    found: dict[str, list[psutil.Process]] = {"command": [command]}
    for process in command.children(recursive=True):
        try:
            line, parent = " ".join(process.cmdline()), process.parent()
            above = " ".join(parent.cmdline()) if parent else ""
        except psutil.Error:
            continue
        if "grader.zygote" in line:
            kind = "kernel" if "grader.zygote" in above and "bwrap" not in above else "warm"
        else:
            kind = "worker" if "spawn_main" in line else ""
        found.setdefault(kind, []).append(process)
    return found


def left_behind(temporary: Path) -> list[str]:
    """Processes that carry the mark of `start`, and what is left below `temporary`."""
    found = [str(path) for path in temporary.iterdir()]
    for process in psutil.process_iter():
        try:
            if process.environ().get("SOAK") == str(temporary):
                found.append(" ".join(process.cmdline())[:200])
        except (psutil.Error, OSError):
            continue
    return found


def finish(command: psutil.Popen) -> int:
    return command.wait(timeout=600)


def disturb(command: psutil.Popen, moment: float, draw: random.Random) -> str:
    """Kill one process of a kind drawn at random, `moment` seconds from now; says which kind."""
    time.sleep(moment)
    kinds = {kind: found for kind, found in family(command).items() if kind and found}
    kind = draw.choice(sorted(kinds))
    victim = draw.choice(sorted(kinds[kind], key=lambda process: process.pid))
    with_luck = psutil.NoSuchProcess, ProcessLookupError
    try:
        os.kill(victim.pid, signal.SIGKILL)
    except with_luck:
        return f"{kind}, which had ended"
    return kind


def soak(
    folder: Path,
    rounds: int,
    students: int,
    seed: int,
    *options: str,
    say: Callable[[str], object] = print,
) -> list[str]:
    """What went wrong in `rounds` rounds with a class of `students`; nothing, if all is well."""
    draw, faults = random.Random(seed), []
    root = course(folder / "course")
    temporary = folder / "tmp"
    temporary.mkdir()

    hand_in(root, folder / "undisturbed", students)
    begun = time.monotonic()
    if finish(start(root, folder / "undisturbed", temporary, *options)):
        return ["the undisturbed run failed"]
    whole = time.monotonic() - begun
    expected = bench.records(folder / "undisturbed")
    say(f"undisturbed: {students} submissions in {whole:.1f} s")

    for number in range(rounds):
        class_dir = folder / f"round-{number}"
        hand_in(root, class_dir, students)
        command = start(root, class_dir, temporary, *options)
        moment = draw.uniform(0.1, 0.95) * whole
        kind = disturb(command, moment, draw)
        ended = finish(command)
        code = finish(start(root, class_dir, temporary, *options))
        wrong = [f"the rerun ended with {code}"] if code else []
        if bench.records(class_dir) != expected:
            wrong.append("the gradebook differs")
        deadline = time.monotonic() + PATIENCE
        while (left := left_behind(temporary)) and time.monotonic() < deadline:
            time.sleep(0.2)
        wrong += [f"left behind: {what}" for what in left]
        told = "; ".join(wrong) or "ok"
        say(f"round {number}: {kind} killed after {moment:.1f} s, ended with {ended}: {told}")
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
