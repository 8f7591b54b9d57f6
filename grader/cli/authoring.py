"""Commands of who writes the course: from its sources to what is handed out."""

import time
from pathlib import Path
from typing import Annotated

import typer

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
        conclude(build.stale(course, repository), "every release is current")
    elif publish:
        written = publishing.publish(course, publish, repository, only=only)
        _warn_of_solved(course, only)
        say(f"{len(written)} files written to {publish}")
    else:
        for path in build.build(course, only=only, repository=repository, force=force, say=say):
            say(f"wrote {path.relative_to(course)}")
        say("every release is current")


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
            say(text)
        say(f"{name}: ran to its end in {time.monotonic() - start:.0f} s")


def _warn_of_solved(course: Path, only: list[str] | None) -> None:
    """Warn of sections that are handed out together and solve one another."""
    from grader.course import package, sources

    for line in package.solved_earlier(course, sources.chosen(course, only)):
        say(f"{line}: hand it out when those are due (--only)", "yellow")
