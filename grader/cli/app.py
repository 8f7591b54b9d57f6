"""What all commands share: the app, options, how errors end it, and all that reaches a terminal.

A student's name, a file's or an exception's text may hold anything; `say` and `show_table` show it
as it is.
"""

import os
import sys
from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text
from typer.core import TyperGroup

from grader.classroom.folder import ClassFolder
from grader.cli.terminal import LINES
from grader.errors import CourseError, GraderException
from grader.notebooks.marks import visible

console = Console()
errors = Console(stderr=True)


class _Commands(TyperGroup):
    """The commands, any of which may end with a GraderException: its message is for the user."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except GraderException as error:
            say(str(error), "red", errors, lines=True)
            raise typer.Exit(1) from error


app = typer.Typer(
    cls=_Commands,
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


# --- options ---


def _class_folder(path: object) -> ClassFolder:
    """The folder of a class, which may be yet to be made; raises FileError for one that cannot be.

    typer hands over what the user wrote, or the default.
    """
    from grader.notebooks.files import naming

    folder = Path(str(path))
    with naming(folder), suppress(FileNotFoundError):
        os.stat(f"{folder}/.")
    return ClassFolder(folder)


CLASS = ClassFolder(Path("class"))
Class = Annotated[
    ClassFolder,
    typer.Option(
        "--class",
        parser=_class_folder,
        metavar="<path>",
        help="The class folder: submitted/, autograded/, gradebook.db.",
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", help="A section, such as 01_tokenizer; repeatable. Default: all."),
]
Assignment = Annotated[
    list[str] | None,
    typer.Option("--assignment", "--only", help="A section; repeatable. Default: all."),
]
Student = Annotated[list[str] | None, typer.Option(help="Only this student; repeatable.")]


def root() -> Path:
    """The folder of the course, which is the one we are in; raises CourseError elsewhere."""
    here = Path.cwd()
    if not (here / "source").is_dir():
        raise CourseError(f"no source/ in {here}: run grader in the folder of the course")
    return here


# --- what is shown ---


def say(text: str, style: str = "", to: Console = console, *, lines: bool = False) -> None:
    """Print text as it is, as one line however long, or as several where it may have `lines`."""
    to.print(_seen(text, LINES if lines else ""), style=style, soft_wrap=True)


def show_table(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    numbers: Collection[str] = (),
) -> None:
    """Print a table, unless it has no rows; `numbers` are the columns that have such."""
    table = Table(title=_seen(title))
    for name in columns:
        table.add_column(name, justify="right" if name in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(_seen, row))
    if rows:
        console.print(table)


def waiting(text: str) -> AbstractContextManager[object]:
    """Show on a terminal what is being done, as long as it lasts."""
    return console.status(_seen(text))


def agreed(question: str, yes: bool) -> bool:
    """Whether to go on: with `--yes`, or when somebody at a terminal says so."""
    return yes or (sys.stdin.isatty() and typer.confirm(question))


def conclude(faults: Sequence[str], otherwise: str) -> None:
    """Say the faults and end with exit status 1, or say what holds when there are none."""
    for fault in faults:
        say(fault, lines=True)
    if faults:
        raise typer.Exit(1)
    say(otherwise)


def _seen(text: str, kept: str = LINES) -> Text:
    """Text without markup and without anything that a terminal would obey."""
    return Text(visible(text, kept))
