"""Commands that keep a class safe: all of it into one file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from grader.classroom.folder import ClassFolder
from grader.cli.app import CLASS, Class, agreed, app, say
from grader.errors import ClassError

File = Annotated[Path, typer.Argument(metavar="FILE", help="Such as class-2026-03-01.tar.gz.")]
Yes = Annotated[bool, typer.Option("--yes", help="Take the place of a class that is there.")]


@app.command()
def backup(file: File, class_folder: Class = CLASS) -> None:
    """Write a whole class into one new file, the gradebook as it is at one moment.

    It holds everything about students that the class does: keep it as you keep the class.
    """
    from grader.gradebook import archive

    made = archive.backup(class_folder, file)
    say(f"{made.files} files of {class_folder} in {file}")


@app.command()
def restore(file: File, class_folder: Class = CLASS, yes: Yes = False) -> None:
    """Put a class back from a **backup**; the file is looked through whole before that.

    A class that is there is never written over: after a question, or with `--yes`, it is put aside
    under another name.
    """
    from grader.gradebook import archive

    if not archive.is_empty(class_folder):
        question = f"{class_folder} is not empty: put what is there aside, and {file} in its place?"
        if not agreed(question, yes):
            raise ClassError(
                f"{class_folder} is not empty, and nothing was changed: name another folder with "
                "--class, or put what is there aside with --yes"
            )
    made, aside = archive.restore(file, class_folder)
    say(f"{made.files} files of {made.made} in {class_folder}")
    if aside:
        say(f"what was there before is in {_beside(class_folder, aside)}")


def _beside(class_folder: ClassFolder, aside: Path) -> Path:
    return class_folder.path.with_name(aside.name)
