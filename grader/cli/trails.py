"""The command that answers a student who asks about a grade."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from grader.classroom import trail as log
from grader.classroom.folder import ClassFolder, Ref
from grader.cli.app import CLASS, Class, app, root, say, show_table
from grader.errors import ClassError

if TYPE_CHECKING:
    from grader.classroom.zone import Zone

SHORT = 8  # of a hash, as much as tells it from others


@app.command()
def trail(
    student: Annotated[str, typer.Argument(help="A student's id.")],
    assignment: Annotated[str, typer.Argument(help="A section, such as 01_tokenizer.")],
    class_folder: Class = CLASS,
) -> None:
    """Say what was graded when, with which checks, and what changed each time.

    `grade` adds a line to `class/grading.log` for every submission that it records; this reads it.
    For a student who asks for a second look: `grader grade --student ID --assignment SECTION
    --force`, then this. The file whose name begins so is kept in `class/collected/ID/SECTION/`.
    """
    from grader.classroom import zone
    from grader.course import sources

    [name] = sources.chosen(root(), [assignment])
    ref = Ref(student, name)
    steps = log.of(class_folder, ref)
    if not steps:
        raise ClassError(f"{class_folder.log} has nothing of {ref}: is the student's id right?")
    clock = zone.read(class_folder)
    rows: list[tuple[str, ...]] = []
    for step, changed in zip(steps, log.changes(steps), strict=True):
        points = f"{step.points[0]:g} of {step.points[1]:g}" if step.points else ""
        times = (_on(clock, step.time), _on(clock, step.handed_in))
        what = (*times, step.file[:SHORT], step.checks[:SHORT], points)
        rows.append((*what, "\n".join(changed)))
    columns = ("graded", "handed in", "file", "checks", "points", "what was said, or changed")
    show_table(f"{ref}, times of {clock.name}", columns, rows)
    _say_present(class_folder, ref, steps[-1])


def _on(clock: "Zone", time: str) -> str:
    """A time of the log on the clock of the class; one that no program wrote, as it stands."""
    with suppress(ValueError):
        when = datetime.fromisoformat(time.removesuffix(" UTC"))
        return clock.minute(when if when.tzinfo else when.replace(tzinfo=UTC))
    return time


def _say_present(class_folder: ClassFolder, ref: Ref, last: log.Step) -> None:
    """What the gradebook has now, and whether somebody has changed it since the last grading."""
    from grader.gradebook import scores
    from grader.gradebook.session import opened

    with opened(class_folder) as book:
        now = scores.total(book, ref)
    if now is None:
        say("the gradebook has nothing of it now")
    elif last.points and now != last.points:
        say(f"in the gradebook now: {now[0]:g} of {now[1]:g}, changed by hand since")
    else:
        say(f"in the gradebook now: {now[0]:g} of {now[1]:g}")
