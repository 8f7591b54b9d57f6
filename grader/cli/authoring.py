"""Commands of who writes the course: from its sources to what is handed out."""

import time
from pathlib import Path
from typing import Annotated

import typer
from tqdm import tqdm

from grader.cli.app import Only, app, conclude, root, say, waiting
from grader.errors import SettingError

Repo = Annotated[str | None, typer.Option(help="OWNER/NAME of the student repository on GitHub.")]
Branch = Annotated[str | None, typer.Option(help="Its branch. Default: main.", show_default=False)]
Publish = Annotated[
    Path | None, typer.Option(help="Write the student repository into this folder.")
]
Force = Annotated[bool, typer.Option(help="Re-execute even solutions that are up to date.")]
Check = Annotated[
    bool, typer.Option("--check", help="Write nothing; exit 1 when a release is out of date.")
]


new = typer.Typer(no_args_is_help=True, help="Begin something new in the course.")
app.add_typer(new, name="new")


@app.command()
def release(
    repo: Repo = None,
    branch: Branch = None,
    only: Only = None,
    publish: Publish = None,
    force: Force = False,
    check: Check = False,
) -> None:
    """Build `notebooks/` and `solutions/` from `source/`, both languages; run the solutions.

    What checks observe is recorded first where it is stale, as **record** does.

    With `--repo`, notebooks carry a Colab badge and install nlplab from that repository.
    """
    from grader.course import build
    from grader.course import publish as publishing
    from grader.course.versions import Repository

    course = root()
    if check and publish:
        raise SettingError("--check writes nothing, --publish does: give one of them")
    if branch and not repo:
        raise SettingError("--branch is the branch of a repository: give --repo OWNER/NAME too")
    repository = Repository(repo, branch or "main") if repo else None
    if check:
        faults = _stale(course, _observing(course, only)) + build.stale(course, repository)
        conclude(faults, "every release is current")
        return
    _record(course, _observing(course, only))
    if publish:
        written = publishing.publish(course, publish, repository, only=only)
        _warn_of_solved(course, only)
        say(f"{len(written)} files written to {publish}")
    else:
        for path in build.build(course, only=only, repository=repository, force=force, say=say):
            say(f"wrote {path.relative_to(course)}")
        say("every release is current")


@app.command()
def record(
    sections: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SECTION]...", help="Default: all whose checks observe."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Record even exercises that have not changed.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 when something is stale.")
    ] = False,
    explain: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="Record nothing: say what checks make of this answer."),
    ] = None,
) -> None:
    """Record what checks observe of solutions and the answer bank, where that has changed.

    Everything is run twice. Nothing is written when something has to be mended first: a right
    answer that differs from the solution, a wrong one that gets another's message, a case that
    varies or raises by itself.
    """
    from grader.course import checks

    course = root()
    if explain and (sections or force or check):
        raise SettingError("--explain is of one answer and records nothing: give it alone")
    if check and force:
        raise SettingError("--check writes nothing, --force does: give one of them")
    if explain:
        from grader.grading.explain import explain as explaining

        for line in explaining(course, explain):
            say(line, lines=True)
    elif check:
        conclude(_stale(course, checks.chosen(course, sections)), "all that is recorded is current")
    else:
        _record(course, checks.chosen(course, sections), force)
        say("all that is recorded is current")


@new.command()
def exercise(
    section: Annotated[str, typer.Argument(metavar="SECTION", help="Its section, as 02_rnn.")],
    name: Annotated[str, typer.Argument(metavar="ID", help="The function to be written.")],
) -> None:
    """Add an exercise to a section: a small one that works, to be written over.

    It comes with cells in both languages, cases, a right and a wrong answer, and a message.
    """
    from grader.course import scaffold

    course = root()
    for path in scaffold.exercise(course, section, name):
        say(f"wrote {path.relative_to(course)}")
    say(f"Write over all of it, then: grader record {section}, grader lint, grader release")


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

    course = root()
    path = bundling.bundle(course, out, lang, only)
    _warn_of_solved(course, only)
    say(f"wrote {path}")


@app.command()
def lint(
    fix: Annotated[
        bool, typer.Option("--fix", help="Write solutions into the cells given later.")
    ] = False,
) -> None:
    """Check the source notebooks against the rules of the course; exit 1 when one is broken."""
    from grader import lint as linting

    course = root()
    for path in linting.fix(course) if fix else []:
        say(f"fixed {path.relative_to(course)}")
    conclude([str(finding) for finding in linting.lint(course)], "every source keeps the rules")


@app.command()
def rehearse(only: Only = None) -> None:
    """Run the Korean solutions on this machine's data and device, and show what they measured.

    Nothing is written. The data is NLPLAB_NSMC's file, the cached or downloaded NSMC, or the
    bundled corpus: whichever is there first.
    """
    from grader.course import build, sources
    from grader.notebooks import notebook

    course = root()
    for name in sources.chosen(course, only):
        start = time.monotonic()
        with waiting(f"running solutions/ko/{name}.ipynb"):
            executed = build.rehearse(course, name)
        for text in notebook.reported(executed):
            say(text, lines=True)
        say(f"{name}: ran to its end in {time.monotonic() - start:.0f} s")


def _observing(course: Path, only: list[str] | None) -> list[str]:
    """The sections whose checks observe, of those chosen; raises NoSuchAssignmentError."""
    from grader.course import checks, sources

    wanted = sources.chosen(course, only)
    return [name for name in checks.observing(course) if name in wanted]


def _stale(course: Path, names: list[str]) -> list[str]:
    """A line for each exercise of these sections that is to be recorded."""
    from grader.grading import recording

    return [
        f"{name}: {exercise}: {why}"
        for name in names
        for exercise, why in recording.stale(course, name).items()
    ]


def _record(course: Path, names: list[str], force: bool = False) -> None:
    """Record what is stale of these sections, or all of it; raises CourseError and FileError."""
    from grader.grading import recording

    for name in names:
        exercises = recording.recordable(course, name) if force else recording.stale(course, name)
        if exercises:
            say(f"{name}: recording {', '.join(exercises)}")
            total = recording.notebooks(course, name, [*exercises])
            with tqdm(total=total, desc="observing", unit="notebook") as progress:
                written = recording.record(course, name, [*exercises], progress.update)
            for path in written:
                say(f"wrote {path.relative_to(course)}")


def _warn_of_solved(course: Path, only: list[str] | None) -> None:
    """Warn of sections that are handed out together and solve one another."""
    from grader.course import package, sources

    for line in package.solved_earlier(course, sources.chosen(course, only)):
        say(f"{line}: hand it out when those are due (--only)", "yellow")
