"""The command line: every task of an instructor by name, and nothing else."""

import sys
import time
from collections import Counter
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from tqdm import tqdm

from grader.errors import (
    ExportError,
    GradebookError,
    GraderException,
    RosterError,
    SandboxError,
)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    help="""Publish the course and grade what students hand in.

    Run it in the folder of the course (where `source/` is). The usual order: **lint**, **release**,
    then, once notebooks have come back, **collect**, **grade** and **export**. Try grading with
    **sample** on a folder of your own.
    """,
)
console = Console()

Only = Annotated[
    list[str] | None,
    typer.Option("--only", help="A section, such as 01_tokenizer; repeatable. Default: all."),
]
ClassDir = Annotated[
    Path, typer.Option("--class", help="The class folder: submitted/, autograded/, gradebook.db.")
]
Assignment = Annotated[
    list[str] | None,
    typer.Option("--assignment", "--only", help="A section; repeatable. Default: all."),
]
Student = Annotated[list[str] | None, typer.Option(help="Only this student; repeatable.")]


@app.command()
def release(
    repo: Annotated[
        str | None, typer.Option(help="OWNER/NAME of the student repository on GitHub.")
    ] = None,
    branch: Annotated[
        str | None, typer.Option(help="Its branch. Default: main.", show_default=False)
    ] = None,
    only: Only = None,
    publish: Annotated[
        Path | None, typer.Option(help="Write the student repository into this folder.")
    ] = None,
    force: Annotated[
        bool, typer.Option(help="Re-execute even solutions that are up to date.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 when a release is out of date.")
    ] = False,
) -> None:
    """Build `notebooks/` and `solutions/` from `source/`, both languages; run the solutions.

    With `--repo`, notebooks carry a Colab badge and install nlplab from that repository.
    """
    from grader.course import build as building
    from grader.course import publish as publishing
    from grader.course.versions import Repository

    root = _root()
    if check and publish:
        _fail("--check writes nothing, --publish does: give one of them")
    if branch and not repo:
        _fail("--branch is the branch of a repository: give --repo OWNER/NAME too")
    try:
        repository = Repository(repo, branch or "main") if repo else None
        if check:
            _exit_with(building.stale(root, repository), "every release is current")
        elif publish:
            written = publishing.publish(root, publish, repository, only=only)
            _say_solved(root, only)
            console.print(f"{len(written)} files written to {publish}")
        else:
            changed = building.build(
                root, only=only, repository=repository, force=force, say=console.print
            )
            for path in changed:
                console.print(f"wrote {path.relative_to(root)}")
            console.print("every release is current")
    except (GraderException, OSError) as error:
        _fail(str(error))


@app.command()
def bundle(
    lang: Annotated[str, typer.Option(help="The language: ko or en.")] = "ko",
    only: Only = None,
    out: Annotated[Path, typer.Option(help="The folder to write it into.")] = Path("build/bundles"),
) -> None:
    """Pack a hand-out for students without GitHub: notebooks, the wheel of nlplab, a how-to.

    They upload a notebook to Colab or open it in JupyterLab; its first cell finds the wheel or
    asks for it.
    """
    from grader.course import bundle as bundling

    root = _root()
    try:
        path = bundling.bundle(root, out, lang, only)
    except (GraderException, OSError) as error:
        _fail(str(error))
    _say_solved(root, only)
    console.print(f"wrote {path}")


@app.command()
def lint(
    fix: Annotated[
        bool, typer.Option("--fix", help="Write solutions into the cells given later.")
    ] = False,
) -> None:
    """Check the source notebooks against the rules of the course; exit 1 when one is broken."""
    from grader import lint as linting

    root = _root()
    for path in linting.fix(root) if fix else []:
        console.print(f"fixed {path.relative_to(root)}")
    _exit_with([str(finding) for finding in linting.lint(root)], "every source keeps the rules")


@app.command()
def rehearse(only: Only = None) -> None:
    """Run the Korean solutions on this machine's data and device, and show what they measured.

    Nothing is written. The data is NLPLAB_NSMC's file, the cached or downloaded NSMC, or the
    bundled corpus: whichever is there first.
    """
    from grader.course import build as building
    from grader.course import sources
    from grader.notebooks import notebook

    root = _root()
    try:
        for name in sources.chosen(root, only):
            start = time.monotonic()
            with console.status(f"running solutions/ko/{name}.ipynb"):
                executed = building.rehearse(root, name)
            for text in notebook.reported(executed):
                console.print(text, markup=False, highlight=False)
            console.print(f"{name}: ran to its end in {time.monotonic() - start:.0f} s")
    except GraderException as error:
        _fail(str(error))


@app.command()
def sample(class_dir: ClassDir = Path("class"), only: Only = None) -> None:
    """Write what a class of 24 sends in, to try all of it on: honest, damaged and dishonest.

    Into the class folder go `inbox/` with archives of Moodle, Canvas and Drive, `roster.csv`, and
    the gradebook that Canvas exported. The answers come from the answer bank.
    """
    from grader import sample as sampling
    from grader.classroom.folder import ClassFolder
    from grader.course import sources

    root, folder = _root(), ClassFolder(class_dir)
    try:
        names = sources.chosen(root, only)
        students = sampling.write_class(root, folder, names)
    except (GraderException, OSError) as error:
        _fail(str(error))
    for student in students:
        console.print(f"{student.id:12} {student.by:7} {student.story}", highlight=False)
    console.print(f"{len(students)} students; what they sent: {folder.inbox}")


@app.command()
def collect(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH", help="Folders, zip and tar archives, notebooks; Moodle's worksheet."
        ),
    ],
    class_dir: ClassDir = Path("class"),
    only: Annotated[
        str | None,
        typer.Option("--assignment", help="All of it is this section: refuse others."),
    ] = None,
    draft_roster: Annotated[
        bool,
        typer.Option("--draft-roster", help="Write roster.csv from the names that an LMS packed."),
    ] = False,
) -> None:
    """Bring what came from an LMS, a mail or Colab into `submitted/`; exit 1 for what you must see.

    It reads archives as Moodle and Canvas pack them, other archives, folders and single notebooks.
    **Which assignment** a notebook is, its content says, whatever its name. A damaged one is taken
    as well; with `--assignment` even if too little of it is left to tell.

    **Whose** it is, `class/roster.csv` says, a CSV with the columns `id` (the only one needed),
    `name`, `email`, `canvas_id`, `moodle_id`, and `extension:01_tokenizer` with days. It is found
    by what the LMS wrote, else by the name of the file or its folder.

    What could not be matched is listed in `class/unmatched.csv` with a guess. Fill in the column
    `student` (an id; several with `;` for a group; `-` to leave it out) and run the same again.

    **The latest counts**, by Canvas's numbers or else by time. When it was handed in goes into
    `timestamp.txt`: the time of a file, or of its entry in an archive. Archives of Moodle and
    Canvas hold that of the download alone, which is not used for it. For Moodle, collect the CSV of
    *Download grading worksheet* together with the archive.

    `class/collected.csv` says what became of each file, and `class/collected/` has every version.
    The same again changes nothing.
    """
    from grader import collect as collecting
    from grader.classroom import roster
    from grader.classroom.folder import ClassFolder
    from grader.course import sources

    root, folder = _root(), ClassFolder(class_dir)
    try:
        if draft_roster:
            roster.write(folder, collecting.draft(paths))
            console.print(f"look through {folder.roster}, then collect")
            return
        if only:
            sources.chosen(root, [only])
        with console.status("collecting"):
            collected = collecting.collect(root, folder, paths, only)
    except (GraderException, OSError) as error:
        known = folder.roster.exists()
        _fail(f"{error}" if known else f"{error}\nFrom an archive of an LMS: --draft-roster")
    for table in (_to_look_at(collected.to_look_at()), _placed(collected)):
        if table.row_count:
            console.print(table)
    others = ("unmatched", "refused", "no notebook", "left out", "other")
    counts = {name: len(collected.of(name)) for name in others} | {"litter": collected.litter}
    if told := [f"{count} {name}" for name, count in counts.items() if count]:
        console.print(", ".join(told), highlight=False)
    if collected.unmatched:
        say = f"Fill in the column student of {class_dir}/unmatched.csv, then run the same again."
        console.print(say, soft_wrap=True, markup=False)
    console.print(
        f"submissions: {class_dir}/submitted; every file: {class_dir}/collected.csv",
        soft_wrap=True,
        markup=False,
    )
    if collected.of(*collecting.PERSON):
        raise typer.Exit(1)


@app.command()
def due(
    assignment: Annotated[str | None, typer.Argument(help="A section.")] = None,
    when: Annotated[
        str | None,
        typer.Argument(help='"2026-12-01 23:59", with +09:00 for another zone; or never.'),
    ] = None,
    class_dir: ClassDir = Path("class"),
) -> None:
    """Say when a section is due, and list what is set; **grade** then counts lateness from there.

    What lateness costs, `nbgrader_config.py` says: nothing by default. More days for one student
    stand in `class/roster.csv`.
    """
    from grader.course import sources
    from grader.gradebook import deadlines

    root = _root()
    try:
        if assignment and when:
            [name] = sources.chosen(root, [assignment])
            deadlines.write(class_dir, name, deadlines.parse(when))
        elif assignment:
            _fail(f"when is {assignment} due? Such as: grader due {assignment} '2026-12-01 23:59'")
        for name in sources.chosen(root, None):
            at = deadlines.read(class_dir, name)
            told = f"{at:%Y-%m-%d %H:%M %Z (UTC%z)}" if at else deadlines.NEVER
            console.print(f"{name}  {told}", highlight=False)
    except (GraderException, OSError) as error:
        _fail(str(error))


@app.command()
def grade(
    class_dir: ClassDir = Path("class"),
    only: Assignment = None,
    student: Student = None,
    force: Annotated[
        bool, typer.Option("--force", help="Grade again even what has not changed.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Write points that a changed assignment changes.")
    ] = False,
    reading: Annotated[
        int | None,
        typer.Option(min=1, help="Of several ways to read a --student's notebook, this one."),
    ] = None,
    sandbox: Annotated[
        str, typer.Option(help="bubblewrap; or none: student code may do what you may.")
    ] = "bubblewrap",
    scheduler: Annotated[
        str | None, typer.Option(help="tcp://HOST:PORT of a Dask cluster. Default: this machine.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Submissions at a time. Default: one per core.")
    ] = None,
    cell: Annotated[
        float | None, typer.Option(min=1, help="Seconds that one cell may take.")
    ] = None,
    submission: Annotated[
        float | None, typer.Option(min=1, help="Seconds that one submission may take.")
    ] = None,
    memory: Annotated[int | None, typer.Option(min=256, help="Its memory, in MiB.")] = None,
    processes: Annotated[int | None, typer.Option(min=1, help="Its processes.")] = None,
    disk: Annotated[int | None, typer.Option(min=1, help="Its files, in MiB.")] = None,
    output: Annotated[int | None, typer.Option(min=1, help="What a cell prints, in MiB.")] = None,
) -> None:
    """Grade what is new or changed below `submitted/` into the gradebook; ends in a table.

    **When the assignment has changed**, or a limit, or the grader, what was handed in before is
    graded again. Whose points would differ is shown before anything of it is written; without a
    terminal to ask on, `--yes` goes on.

    Limits can also stand in `nbgrader_config.py`, as `c.Grader.memory = 8192`.
    """
    from grader.classroom.folder import class_config
    from grader.course import sources
    from grader.grading import run
    from grader.kernel.sandbox import check
    from grader.limits import Limits

    root = _root()
    if sandbox not in ("bubblewrap", "none"):
        _fail(f"--sandbox must be bubblewrap or none, not {sandbox}")
    if reading and not student:
        _fail("--reading decides for one submission: name its --student, and its --assignment")
    given = {"cell": cell, "submission": submission, "memory": memory}
    given |= {"processes": processes, "disk": disk, "output": output}
    try:
        names = sources.chosen(root, only)
        limits = Limits.of(dict(class_config(class_dir).Grader), given)
        if sandbox == "bubblewrap" and not scheduler:
            check()
    except SandboxError as error:
        _fail(f"{error}\nTo grade without a sandbox, with your own rights: --sandbox none")
    except GraderException as error:
        _fail(str(error))
    if sandbox == "none":
        console.print("[bold red]No sandbox: submitted code runs with the rights of your account.")
    students = frozenset(student or ())
    expected = run.submissions(class_dir, names, students)
    if not expected:
        _fail(
            f"nothing to grade: expected {class_dir}/submitted/STUDENT/ASSIGNMENT/ASSIGNMENT.ipynb "
            f"with one of {', '.join(names)}"
        )
    for folder in run.unknown(class_dir, sources.chosen(root, None)):
        console.print(f"[yellow]left alone: {folder} is no section of this course")
    start = time.monotonic()
    options = run.Options(limits, sandbox != "none", scheduler, workers, students, force, reading)
    done, refused = [], False

    def accept(found) -> bool:  # type: ignore[no-untyped-def]
        nonlocal refused
        with progress.external_write_mode():
            console.print(_changes(found))
            refused = not yes and not (
                sys.stdin.isatty() and typer.confirm(f"Write these {len(found)} changes?")
            )
        return not refused

    try:
        with tqdm(total=len(expected), desc="grading", unit="notebook") as progress:
            for entry in run.grade_class(root, class_dir, names, options, accept):
                done.append(entry)
                progress.set_postfix(failed=sum(entry.graded is None for entry in done))
                progress.update()
    except _grading_errors() as error:
        _fail(str(error))
    from grader.gradebook import book as gradebook

    left = sum(entry.held for entry in done) if refused else 0
    done = [entry for entry in done if not (refused and entry.held)]
    for name in names:
        rows = {row.student: row for row in gradebook.points(class_dir, name)}
        results = [entry for entry in done if entry.assignment == name]
        if results:
            console.print(_table(name, results, rows))
    for entry in done:
        for line in _review(entry):
            console.print(line, markup=False, highlight=False, soft_wrap=True)
    seconds = time.monotonic() - start
    same = sum(not entry.new for entry in done)
    unchanged = f", {same} of them unchanged" if same else ""
    console.print(
        f"{len(done)} submissions in {seconds:.0f} s{unchanged}; "
        f"gradebook: {class_dir}/gradebook.db"
    )
    if refused:
        _fail(
            f"{left} submissions were left as they were, in the gradebook and below "
            "autograded/. To write the points shown above: grader grade --yes"
        )


@app.command()
def export(
    form: Annotated[
        Literal["canvas", "moodle", "tests"],
        typer.Argument(help="For Canvas, for Moodle, or every test of every student."),
    ],
    into: Annotated[
        Path | None,
        typer.Option(help="What Canvas or Moodle exported: a copy of it with the points."),
    ] = None,
    only: Only = None,
    class_dir: ClassDir = Path("class"),
    out: Annotated[
        Path | None, typer.Option(help="The file to write. Default: below CLASS/exports.")
    ] = None,
) -> None:
    """Write points as a file that the LMS takes back, and list what a person should look at.

    **canvas** needs `--into` the gradebook that Canvas exported. **moodle** fills in the grading
    worksheet of one assignment, `--into` it; without one it writes a table to import. **tests** is
    a table of every test, for statistics.
    """
    from grader import export as exporting
    from grader.classroom.folder import ClassFolder

    folder = ClassFolder(class_dir)
    if form == "canvas" and not into:
        _fail("canvas needs --into FILE: in Canvas, Grades, Export, Export entire gradebook")
    if form == "tests" and into:
        _fail("tests takes no --into: it is a table of its own")
    try:
        if form == "canvas":
            exported = [exporting.canvas(folder, into, only, out)]
        elif form == "moodle":
            exported = exporting.moodle(folder, into, only, out)
        else:
            exported = [exporting.tests(folder, only, out)]
    except (ExportError, RosterError, GradebookError, OSError) as error:
        _fail(str(error))
    what = "tests" if form == "tests" else "grades"
    for each in exported:
        for note in each.notes:
            console.print(f"look at {note}", markup=False, highlight=False, soft_wrap=True)
        console.print(f"{each.count} {what} in {each.path}", soft_wrap=True)


@app.command()
def feedback(
    class_dir: ClassDir = Path("class"), only: Assignment = None, student: Student = None
) -> None:
    """Write a page for each graded notebook into `feedback/`, in its student's language."""
    from grader.course import sources
    from grader.pages import feedback as pages

    try:
        names = sources.chosen(_root(), only)
        wanted = pages.graded(class_dir, names, frozenset(student or ()))
        if not wanted:
            _fail(f"nothing graded below {class_dir}/autograded: run grader grade first")
        faults = []
        for whose in tqdm(wanted, desc="writing", unit="page"):
            try:
                pages.write(class_dir, *whose)
            except GradebookError as error:
                faults.append(f"no page: {error}")
    except (GraderException, OSError) as error:
        _fail(str(error))
    count = len(wanted) - len(faults)
    where = f"{class_dir}/feedback/STUDENT/ASSIGNMENT/ASSIGNMENT.html"
    _exit_with(faults, f"{count} pages: {where}")


@app.command()
def report(
    class_dir: ClassDir = Path("class"),
    only: Assignment = None,
    lang: Annotated[str, typer.Option(help="Its language: ko or en.")] = "ko",
) -> None:
    """Write `reports/ASSIGNMENT.html`: points, mistakes, and whom to look at.

    Run **feedback** first to have students' names link to their pages.
    """
    from grader.course import sources
    from grader.pages import report as reporting
    from grader.pages.feedback import graded

    try:
        names = sources.chosen(_root(), only)
        there = sorted({name for _, name in graded(class_dir, names)})
        if not there:
            _fail(f"nothing graded below {class_dir}/autograded: run grader grade first")
        for name in there:
            console.print(f"wrote {reporting.write(class_dir, name, lang)}", soft_wrap=True)
    except (GraderException, OSError) as error:
        _fail(str(error))


def _grading_errors() -> tuple[type[Exception], ...]:
    """What grading may end with; imported late, since nbgrader comes along."""

    return GraderException, OSError


def _review(entry) -> list[str]:  # type: ignore[no-untyped-def]
    """What to decide of a submission that can be read in several ways, and how."""
    choices = entry.graded.review if entry.graded else ()
    if not choices:
        return []
    where = f"--student {entry.student} --assignment {entry.assignment}"
    return [
        f"to review: {entry.student}, {entry.assignment} can be read in {len(choices)} ways",
        *(f"  {n}: {c.points:g} points, {c.description}" for n, c in enumerate(choices, 1)),
        f"  decide with: grader grade {where} --reading N; or put the notebook right in submitted/",
    ]


def _table(name: str, results: list, rows: dict) -> Table:  # type: ignore[type-arg]
    table = Table(title=name)
    for title in ("student", "points", "of", "what the tests said"):
        table.add_column(title, justify="right" if title in ("points", "of") else "left")
    for entry in results:
        row = rows[entry.student]
        table.add_row(entry.student, f"{row.score:g}", f"{row.max_score:g}", entry.summary())
    return table


def _changes(found) -> Table:  # type: ignore[no-untyped-def]
    table = Table(title="points that change")
    for title in ("student", "assignment", "before", "after", "tests"):
        table.add_column(title, overflow="fold")
    for change in found:
        scores = (f"{score:g} of {most:g}" for score, most in (change.before, change.after))
        row = (change.student, change.assignment, *scores, "\n".join(change.tests))
        table.add_row(*map(escape, row))
    return table


def _to_look_at(files: list) -> Table:  # type: ignore[type-arg]
    table = Table(title="to look at")
    for title in ("file", "whose", "assignment", "what", "why"):
        table.add_column(title, overflow="fold")
    for found in files:
        what = f"{found.outcome}, late" if found.late else found.outcome
        row = (found.file, found.student, found.assignment, what, found.note)
        table.add_row(*map(escape, row))
    return table


def _placed(collected) -> Table:  # type: ignore[no-untyped-def]
    table = Table(title="notebooks")
    for title in ("assignment", "placed", "superseded", "unchanged", "marked late", "missing"):
        table.add_column(title, justify="left" if title == "assignment" else "right")
    files = collected.of("placed", "superseded", "unchanged")
    for name in sorted({found.assignment for found in files}):
        of_it = [found for found in files if found.assignment == name]
        counts = Counter(found.outcome for found in of_it)
        late = sum(found.late for found in of_it)
        missing = len(collected.missing[name])
        numbers = (counts["placed"], counts["superseded"], counts["unchanged"], late, missing)
        table.add_row(name, *map(str, numbers))
    return table


def _say_solved(root: Path, only: list[str] | None) -> None:
    """Warn of sections that are handed out together and solve one another."""
    from grader.course import package, sources

    for line in package.solved_earlier(root, sources.chosen(root, only)):
        console.print(f"[yellow]{line}: hand it out when those are due (--only)")


def _root() -> Path:
    root = Path.cwd()
    if not (root / "source").is_dir():
        _fail(f"no source/ in {root}: run grader in the folder of the course")
    return root


def _exit_with(faults: list[str], otherwise: str) -> None:
    for fault in faults:
        console.print(fault, markup=False, highlight=False, soft_wrap=True)
    if faults:
        raise typer.Exit(1)
    console.print(otherwise)


def _fail(message: str) -> None:
    Console(stderr=True).print(message, style="red", markup=False, soft_wrap=True)
    raise typer.Exit(1)
