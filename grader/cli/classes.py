"""Commands of a class before it is graded: who sent what, and when it was due."""

from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grader.classroom.folder import ClassFolder
from grader.cli.app import CLASS, Class, Only, app, root, say, show_table, waiting
from grader.errors import SettingError

if TYPE_CHECKING:
    from grader.classroom.roster import Student as RosterStudent
    from grader.collect import Collected
    from grader.collect.standing import Standing
    from grader.collect.trace import Found

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH", help="Folders, zip and tar archives, notebooks; Moodle's worksheet."
    ),
]
OnlyThis = Annotated[
    str | None, typer.Option("--assignment", help="All of it is this section: refuse others.")
]
ZoneName = Annotated[
    str | None,
    typer.Option("--zone", help="Time zone of the class, such as Asia/Seoul or +09:00."),
]
Draft = Annotated[
    bool, typer.Option("--draft-roster", help="Write roster.csv from the names that an LMS packed.")
]


@app.command()
def sample(class_folder: Class = CLASS, only: Only = None) -> None:
    """Write what a class of 24 sends in, to try all of it on: honest, damaged and dishonest.

    Into the class folder go `inbox/` with archives of Moodle, Canvas and Drive, `roster.csv`, and
    the gradebook that Canvas exported. The answers come from the answer bank.
    """
    from grader import sample as sampling
    from grader.course import sources

    course = root()
    students = sampling.write_class(course, class_folder, sources.chosen(course, only))
    for student in students:
        say(f"{student.id:12} {student.by:7} {student.story}")
    say(f"{len(students)} students; what they sent: {class_folder.inbox}")


@app.command()
def collect(
    paths: Paths, class_folder: Class = CLASS, only: OnlyThis = None, draft_roster: Draft = False
) -> None:
    """Bring what came from an LMS, a mail or Colab into `submitted/`; exit 1 for what you must see.

    It reads archives as Moodle, Canvas, Blackboard and Gradescope pack them, Google Classroom's
    folders, other archives, folders and single notebooks; `docs/collecting.md` has the way for
    each. **Which assignment** a notebook is, its content says, whatever its name. A damaged one is
    taken as well; with `--assignment` even if too little of it is left to tell.

    **Whose** it is, `class/roster.csv` says, a CSV with the columns `id` (the only one needed),
    `name`, `email`, `canvas_id`, `moodle_id`, and `extension:01_tokenizer` with days. It is found
    by what the LMS wrote, else by the name of the file or its folder. A name that fits nobody
    outweighs a number that fits somebody.

    What could not be matched or decided is listed in `class/unmatched.csv` with a guess: fill in
    the column `student` (an id; several with `;` for a group; `-` to leave it out), and run again.

    **The latest counts**, by what the LMS says or else by time, but no untouched file beside one
    with answers. When it was handed in goes into `timestamp.txt`, on the clock of the class
    (`grader due --zone`). A time of downloading, packing or saving is not used for it: for Moodle,
    collect the CSV of *Download grading worksheet* together with the archive.

    In the end it says from whom nothing came. `class/collected.csv` says what became of each file,
    and `class/collected/` has every version. The same again changes nothing.
    """
    from grader import collect as collecting
    from grader.course import sources

    course = root()
    if draft_roster:
        _draft(class_folder, paths)
        return
    if only:
        sources.chosen(course, [only])
    with waiting("collecting"):
        collected = collecting.collect(course, class_folder, paths, only)
    _show(class_folder, collected)
    if collected.of(*collecting.PERSON):
        raise typer.Exit(1)


@app.command()
def due(
    assignment: Annotated[str | None, typer.Argument(help="A section.")] = None,
    when: Annotated[
        str | None,
        typer.Argument(help='"2026-12-01 23:59", with +09:00 for another zone; or never.'),
    ] = None,
    class_folder: Class = CLASS,
    of_class: ZoneName = None,
) -> None:
    """Say when a section is due, and list what is set; **grade** then counts lateness from there.

    A section is due to the end of the minute. What lateness costs, `nbgrader_config.py` says:
    nothing by default. More days for one student stand in `class/roster.csv`.

    `--zone` sets the **time zone of the class**, once: times that name none are read in it, those
    of LMSs and archives too, also of what was collected before. Without it, it is this machine's;
    where that is UTC, it is the one of the first due date that names another.
    """
    from grader.classroom import zone
    from grader.course import sources
    from grader.gradebook import deadlines, glance
    from grader.gradebook.session import opened

    course = root()
    if of_class:
        _set_zone(class_folder, of_class)
    if assignment and not when:
        raise SettingError(
            f"when is {assignment} due? Such as: grader due {assignment} '2026-12-01 23:59'"
        )
    if assignment and when:
        [name] = sources.chosen(course, [assignment])
        _set_due(class_folder, name, when)
    of_it = zone.read(class_folder)
    say(of_it.told(), "yellow" if of_it.guessed else "")
    there = glance.exists(class_folder)
    with opened(class_folder) if there else nullcontext() as book:
        for name in sources.chosen(course):
            at = deadlines.read(book, name) if book else None
            say(f"{name}  {of_it.shown(at) if at else deadlines.NEVER}")


def _set_due(class_folder: ClassFolder, name: str, when: str) -> None:
    """Set when a section is due; its zone is the class's, where nothing else tells of one."""
    from grader.classroom import zone
    from grader.gradebook import deadlines
    from grader.gradebook.session import opened

    of_it = zone.read(class_folder)
    at = deadlines.parse(when, of_it.tz)
    if at and at.utcoffset() and of_it.guessed:
        _set_zone(class_folder, f"{at:%z}")
    with opened(class_folder, create=True) as book:
        deadlines.write(book, name, at)


def _set_zone(class_folder: ClassFolder, name: str) -> None:
    """Set the zone of a class, and read what was collected by its clocks."""
    from grader.classroom import zone
    from grader.collect import clock

    zone.write(class_folder, name)
    if count := clock.read_anew(class_folder, zone.read(class_folder)):
        say(f"{count} times of what was collected are read by the clocks of the class now")


def _draft(class_folder: ClassFolder, paths: list[Path]) -> None:
    from grader import collect as collecting
    from grader.classroom import roster

    roster.write(class_folder, collecting.draft(paths))
    say(f"look through {class_folder.roster}, then collect")


def _show(class_folder: ClassFolder, collected: "Collected") -> None:
    """What a person has to look at, what went where, and what to do next."""
    show_table(
        "to look at",
        ("file", "whose", "assignment", "what", "why"),
        [_to_look_at(found) for found in collected.to_look_at()],
    )
    for note in collected.notes:
        say(note, "yellow")
    columns = ("assignment", "placed", "superseded", "unchanged", "marked late", "missing")
    show_table("notebooks", columns, _placed(collected), numbers=columns[1:])
    others = ("unmatched", "waiting", "refused", "no notebook", "left out", "other")
    counts = {name: len(collected.of(name)) for name in others} | {"litter": collected.litter}
    if told := [f"{count} {name}" for name, count in counts.items() if count]:
        say(", ".join(told))
    for name, stands in collected.standing.items():
        _show_standing(name or "which section is not known", stands)
    if collected.unmatched:
        say(f"Fill in the column student of {class_folder.unmatched}, then run the same again.")
    say(collected.zone.told(), "yellow" if collected.zone.guessed else "")
    say(f"submissions: {class_folder.step('submitted')}; every file: {class_folder.collected}")


def _show_standing(assignment: str, stands: "Standing") -> None:
    """Who has nothing to be graded: some handed something in, from the others nothing came."""
    for student, found in stands.nothing:
        why = "; ".join(f"{each.file}: {each.note}" for each in found)
        say(f"{assignment}: nothing to grade of {_named(student)}: {why}")
    if stands.missing:
        say(f"{assignment}: nothing came from {', '.join(map(_named, stands.missing))}")


def _named(student: "RosterStudent") -> str:
    return f"{student.id} ({student.name})" if student.name else student.id


def _to_look_at(found: "Found") -> tuple[str, ...]:
    what = f"{found.outcome}, late" if found.late else found.outcome
    return found.file, found.student, found.assignment, what, found.note


def _placed(collected: "Collected") -> list[list[str]]:
    """A row for each assignment that came: how many notebooks had which outcome."""
    rows = []
    files = collected.of("placed", "superseded", "unchanged")
    for name in sorted({found.assignment for found in files}):
        of_it = [found for found in files if found.assignment == name]
        counts = Counter(found.outcome for found in of_it)
        late, missing = sum(found.late for found in of_it), len(collected.standing[name].missing)
        numbers = (counts["placed"], counts["superseded"], counts["unchanged"], late, missing)
        rows.append([name, *map(str, numbers)])
    return rows
