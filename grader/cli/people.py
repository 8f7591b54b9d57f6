"""Commands about a person's data: what a class keeps of somebody, and how it goes."""

from pathlib import Path
from typing import Annotated

import typer

from grader.classroom.folder import ClassFolder
from grader.cli.app import CLASS, Class, agreed, app, say, show_table
from grader.errors import ClassError

Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]


@app.command()
def forget(
    student: Annotated[str, typer.Argument(help="A student's id.")],
    class_folder: Class = CLASS,
    yes: Yes = False,
) -> None:
    """Remove one student everywhere: gradebook, files, tables, logs, reports, archives in inbox/.

    All of it is listed first. Without a terminal to ask on, `--yes` goes on. What was interrupted
    is ended by the same command. Copies outside of the class folder, such as a **backup** or a
    table that went to an LMS, are yours to remove.
    """
    from grader.classroom.lock import alone
    from grader.gradebook import forgetting

    if not class_folder.path.is_dir():
        raise ClassError(f"no class in {class_folder}: name it with --class")
    with alone(class_folder):
        known = forgetting.known(class_folder, student)
        rows = [(_inside(class_folder, trace.path), trace.what) for trace in known.traces]
        if known.in_book:
            rows.insert(0, ("the gradebook", f"{known.submissions} submissions"))
        show_table(f"what is kept of {student}", ("where", "what"), rows)
        if not agreed(f"Remove all of this for good? {student}", yes):
            raise ClassError(f"nothing was removed; to remove it: grader forget {student} --yes")
        left = forgetting.forget(class_folder, known)
    say(f"removed {student}: {len(rows)} places")
    for path in left:
        say(f"look at {path}: it still names {student}, and others wrote it", "yellow")


@app.command()
def pseudonymise(
    into: Annotated[Path, typer.Option(help="A new folder, which will hold the class.")],
    class_folder: Class = CLASS,
) -> None:
    """Write a class for others to look at: ids, names, addresses and numbers are others.

    What is replaced stands in `class/roster.csv`, or is an id; in texts a name is found however it
    is written. Pictures, attachments, what was collected, pages and exports are not in it: make
    pages anew with **feedback** and **report**. The names are drawn anew each time, and nobody
    keeps who had which.
    """
    from grader.gradebook import pseudonymise as disguising

    made = disguising.pseudonymise(class_folder, into)
    for name in made.left_out:
        say(f"left out: {name}: it cannot be read as text", "yellow")
    if made.unsaid:
        words = ", ".join(made.unsaid)
        say(f"left in texts, as too short or a word of Python: {words}", "yellow")
    say(
        f"{made.students} students under other names in {into}: look through it before you share it"
    )


def _inside(class_folder: ClassFolder, path: Path) -> str:
    return path.relative_to(class_folder.path).as_posix()
