"""The command that grades: what is to be done, the doing, and what came of it."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from tqdm import tqdm

from grader.classroom.folder import ClassFolder
from grader.cli.app import CLASS, Assignment, Class, Student, agreed, app, root, say, show_table
from grader.errors import ClassError, SettingError

if TYPE_CHECKING:
    from grader.gradebook.glance import Standing
    from grader.grading.entry import Entry
    from grader.grading.options import Options
    from grader.grading.regrade import Change
    from grader.limits import Limits

Force = Annotated[bool, typer.Option("--force", help="Grade again even what has not changed.")]
Yes = Annotated[bool, typer.Option("--yes", help="Write points that a changed assignment changes.")]
Reading = Annotated[
    int | None,
    typer.Option(min=1, help="Of several ways to read a --student's notebook, this one."),
]
Sandbox = Annotated[
    str, typer.Option(help="bubblewrap; or none: student code may do what you may.")
]
Scheduler = Annotated[
    str | None, typer.Option(help="tls://HOST:PORT of a Dask cluster. Default: this machine.")
]
Workers = Annotated[
    int | None, typer.Option(min=1, help="Submissions at a time. Default: one per core.")
]
Cell = Annotated[float | None, typer.Option(min=1, help="Seconds that one cell may take.")]
Submission = Annotated[
    float | None, typer.Option(min=1, help="Seconds that one submission may take.")
]
Memory = Annotated[int | None, typer.Option(min=256, help="Its memory, in MiB.")]
Processes = Annotated[int | None, typer.Option(min=1, help="Its processes.")]
Disk = Annotated[int | None, typer.Option(min=1, help="Its files, in MiB.")]
Output = Annotated[int | None, typer.Option(min=1, help="What a cell prints, in MiB.")]

OPEN = (
    "No TLS: whoever reaches {} can run code where your cluster runs, and read hidden tests and "
    "submissions. Set distributed.comm.tls in Dask's configuration, and name tls://HOST:PORT."
)


@app.command()
def grade(
    class_folder: Class = CLASS,
    only: Assignment = None,
    student: Student = None,
    force: Force = False,
    yes: Yes = False,
    reading: Reading = None,
    sandbox: Sandbox = "bubblewrap",
    scheduler: Scheduler = None,
    workers: Workers = None,
    cell: Cell = None,
    submission: Submission = None,
    memory: Memory = None,
    processes: Processes = None,
    disk: Disk = None,
    output: Output = None,
) -> None:
    """Grade what is new or changed below `submitted/` into the gradebook; ends in a table.

    **When the assignment has changed**, or a limit, or the grader, what was handed in before is
    graded again. Whose points would differ is shown before anything of it is written; without a
    terminal to ask on, `--yes` goes on.

    Limits can also stand in `nbgrader_config.py`, as `c.Grader.memory = 8192`.
    """
    from grader.grading.options import Options

    if sandbox not in ("bubblewrap", "none"):
        raise SettingError(f"--sandbox must be bubblewrap or none, not {sandbox}")
    if reading and not student:
        raise SettingError(
            "--reading decides for one submission: name its --student, and its --assignment"
        )
    given = {"cell": cell, "submission": submission, "memory": memory}
    given |= {"processes": processes, "disk": disk, "output": output}
    limits, students = _limits(class_folder, given), frozenset(student or ())
    sealed = sandbox != "none"
    options = Options(limits, sealed, scheduler, workers, students, force, reading)
    plan = _plan(class_folder, only, options)
    _show(plan, _run(plan, yes))


# --- plan ---


@dataclass(frozen=True)
class Plan:
    """What is to be graded, and how."""

    root: Path
    class_folder: ClassFolder
    assignments: list[str]
    options: "Options"
    submissions: int


def _limits(class_folder: ClassFolder, given: Mapping[str, float | None]) -> "Limits":
    """The limits that were given, else those of the configuration; raises SettingError."""
    from grader.limits import Limits

    return Limits.of(dict(class_folder.config().Grader), given)


def _plan(class_folder: ClassFolder, only: list[str] | None, options: "Options") -> Plan:
    """Find what there is to grade, and say what is odd about it; raises GraderError."""
    from grader.course import sources
    from grader.grading.options import is_encrypted
    from grader.kernel import sandbox

    course = root()
    names = sources.chosen(course, only)
    if not options.sealed:
        say("No sandbox: submitted code runs with the rights of your account.", "bold red")
    elif not options.scheduler:
        sandbox.check()
    if options.scheduler and not is_encrypted(options.scheduler):
        say(OPEN.format(options.scheduler), "bold red")
    found = class_folder.submissions(names, options.students)
    if not found:
        expected = f"{class_folder.step('submitted')}/STUDENT/ASSIGNMENT/ASSIGNMENT.ipynb"
        raise ClassError(f"nothing to grade: expected {expected} with one of {', '.join(names)}")
    for stray in class_folder.unknown(sources.assignments(course)):
        say(f"left alone: {stray} is no section of this course", "yellow")
    return Plan(course, class_folder, names, options, len(found))


# --- run ---


@dataclass(frozen=True)
class Done:
    """What became of each submission; whether the changes of points were refused; the seconds."""

    entries: list["Entry"]
    refused: bool
    seconds: float

    @property
    def written(self) -> list["Entry"]:
        """What has its grade in the gradebook now."""
        failed = {entry.ref for entry in self.faults}
        there = [entry for entry in self.entries if entry.ref not in failed]
        return [entry for entry in there if not (self.refused and entry.held)]

    @property
    def faults(self) -> list["Entry"]:
        """What has no grade through no fault of its own, or only its former one."""
        return [entry for entry in self.entries if entry.fault]


def _run(plan: Plan, yes: bool) -> Done:
    """Grade, asking in the end whether points may change; raises GraderException."""
    from grader.grading import run

    start = time.monotonic()
    entries: list[Entry] = []
    answers: list[bool] = []
    tqdm.monitor_interval = 0  # else the bar has a thread, and this process is forked
    with tqdm(total=plan.submissions, desc="grading", unit="notebook", disable=None) as progress:

        def accept(changes: Sequence["Change"]) -> bool:
            with progress.external_write_mode():
                answers.append(_accepted(changes, yes))
            return answers[-1]

        asked = (plan.root, plan.class_folder, plan.assignments, plan.options)
        for entry in run.grade_class(*asked, accept):
            entries.append(entry)
            progress.set_postfix(failed=sum(entry.graded is None for entry in entries))
            progress.update()
    return Done(entries, False in answers, time.monotonic() - start)


def _accepted(changes: Sequence["Change"], yes: bool) -> bool:
    """Show whose points change, and ask whether to write them, if there is somebody to ask."""
    columns = ("student", "assignment", "before", "after", "tests")
    show_table("points that change", columns, [_changed(change) for change in changes])
    return agreed(f"Write these {len(changes)} changes?", yes)


def _changed(change: "Change") -> tuple[str, ...]:
    scores = (f"{score:g} of {most:g}" for score, most in (change.before, change.after))
    return (change.ref.student, change.ref.assignment, *scores, "\n".join(change.tests))


# --- show ---


def _show(plan: Plan, done: Done) -> None:
    """Say what came of it and what is left to do.

    The exit status is 1 when a submission has no grade through no fault of its own. Raises
    ClassError when changes of points were refused.
    """
    from grader.gradebook.address import shown
    from grader.kernel import cgroup

    _show_points(plan, done.written)
    for entry in done.written:
        _show_readings(entry)
    same = sum(not entry.new for entry in done.written)
    unchanged = f", {same} of them unchanged" if same else ""
    say(
        f"{len(done.written)} submissions in {done.seconds:.0f} s{unchanged}; "
        f"gradebook: {shown(plan.class_folder)}"
    )
    if same < len(done.written) and plan.options.sealed and not plan.options.scheduler:
        say(cgroup.told())
    for entry in done.faults:
        say(f"not graded, through no fault of the submission: {entry.ref}: {entry.fault}", "red")
    if done.faults:
        say("what had points keeps them; grade again to try again", "red")
    if done.refused:
        held = sum(entry.held for entry in done.entries)
        raise ClassError(
            f"{held} submissions were left as they were, in the gradebook and below autograded/. "
            "To write the points shown above: grader grade --yes"
        )
    if done.faults:
        raise typer.Exit(1)


def _show_points(plan: Plan, entries: Sequence["Entry"]) -> None:
    """A table for each assignment: the points in the gradebook, and what the tests said."""
    from grader.gradebook import glance

    columns = ("student", "points", "of", "late", "what the tests said")
    for name in plan.assignments:
        if of_it := [entry for entry in entries if entry.ref.assignment == name]:
            has = glance.standings(plan.class_folder, name)
            rows = [_shown(has[entry.ref.student], entry) for entry in of_it]
            show_table(name, columns, rows, numbers=("points", "of"))


def _shown(has: "Standing", entry: "Entry") -> tuple[str, ...]:
    points, most = f"{has.points:g}", f"{has.most:g}"
    told = entry.summary() + (f"; {has.waiting} to grade by hand" if has.waiting else "")
    return entry.ref.student, points, most, _lateness(has), told


def _lateness(came: "Standing") -> str:
    """How late a submission is and what that costs; empty for one in time."""
    if not came.seconds_late:
        return ""
    minutes = max(1, round(came.seconds_late / 60))
    days, hours = minutes // (24 * 60), minutes // 60
    told = f"late {days} d {hours % 24} h" if days else f"late {hours} h {minutes % 60} min"
    return f"{told}: -{came.penalty:g}" if came.penalty else f"{told}: costs nothing"


def _show_readings(entry: "Entry") -> None:
    """What to decide of a submission that can be read in several ways, and how."""
    choices = entry.graded.review if entry.graded else ()
    if not choices:
        return
    say(f"to review: {entry.ref} can be read in {len(choices)} ways")
    for number, choice in enumerate(choices, 1):
        say(f"  {number}: {choice.points:g} points, {choice.said('en')}")
    where = f"--student {entry.ref.student} --assignment {entry.ref.assignment}"
    say(f"  decide with: grader grade {where} --reading N; or put the notebook right in submitted/")
