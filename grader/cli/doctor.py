"""The command that says what this machine and this class are ready for."""

import shutil
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import typer

from grader.classroom.folder import ClassFolder
from grader.cli.app import CLASS, Class, app, root, say
from grader.errors import GraderException

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OLDEST = (3, 11)
ROOM = 2 * 2**30  # bytes that a class and what is made of it should have
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class Found:
    """What was found, and what to do where it is not well; `grave` where grading needs it."""

    said: str
    todo: str = ""
    grave: bool = False

    @property
    def mark(self) -> str:
        return "✗" if self.grave else "!" if self.todo else "✓"


@app.command()
def doctor(class_folder: Class = CLASS) -> None:
    """Say what this machine and class are ready for, a line each, with what to do about the rest.

    Exit status 1 where something is missing that grading needs. Whoever asks for help shows this
    first: it names no student.
    """
    from nlplab import __version__

    course = root()
    looks: dict[str, Callable[[], Found]] = {
        "course": lambda: Found(f"version {__version__}"),
        "Python": _python,
        "sandbox": _sandbox,
        "memory": _memory,
        "Chromium": _browser,
        "ports": _ports,
        "disk": lambda: _disk(class_folder),
        "nbgrader": _nbgrader,
        "gradebook": lambda: _gradebook(class_folder),
        "time zone": lambda: _zone(class_folder),
        "due": lambda: _due(course, class_folder),
        "roster": lambda: _roster(class_folder),
    }
    grave = False
    for name, look in looks.items():
        found = _looked(look)
        grave = grave or found.grave
        say(f"{found.mark} {name:10} {found.said}", "red" if found.grave else "")
        for line in found.todo.splitlines():
            say(f"{'':12} → {line}")
    if grave:
        raise typer.Exit(1)


def _looked(look: Callable[[], Found]) -> Found:
    """What a look finds; an error that somebody can mend says the same in its own words."""
    try:
        return look()
    except GraderException as error:
        said, _, todo = str(error).partition("\n")
        return Found(said, todo, grave=True)


# --- the machine ---


def _python() -> Found:
    said = f"{sys.version.split()[0]}, {sys.executable}"
    if sys.version_info >= OLDEST:
        return Found(said)
    newer = ".".join(map(str, OLDEST))
    return Found(said, f"{newer} or newer is needed: make setup PYTHON=python{newer}", grave=True)


def _sandbox() -> Found:
    from grader.kernel import sandbox

    sandbox.check()
    return Found("bubblewrap runs")


def _memory() -> Found:
    from grader.kernel import cgroup

    return Found(cgroup.told())


def _browser() -> Found:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    return (
        Found(path) if path else Found("none", "only tests of pages need it: apt install chromium")
    )


def _ports() -> Found:
    try:
        with socket.create_server((LOOPBACK, 0)):
            return Found(f"{LOOPBACK} can be listened on")
    except OSError as error:
        todo = "the processes that grade speak over it: allow programs to listen on loopback"
        return Found(f"{LOOPBACK} cannot be listened on: {error.strerror}", todo, grave=True)


def _disk(class_folder: ClassFolder) -> Found:
    place = next(
        each for each in (class_folder.path, *class_folder.path.absolute().parents) if each.exists()
    )
    free = shutil.disk_usage(place).free
    said = f"{free / 2**30:.1f} GiB free for {class_folder}"
    return Found(said) if free >= ROOM else Found(said, f"have {ROOM / 2**30:g} GiB free")


# --- nbgrader and its book ---


def _nbgrader() -> Found:
    import nbgrader

    from grader.gradebook.session import TRIED

    said = f"version {nbgrader.__version__}"
    if nbgrader.__version__ in TRIED:
        return Found(said)
    return Found(said, f"tried with {' and '.join(TRIED)}: another works, and takes longer")


def _gradebook(class_folder: ClassFolder) -> Found:
    from grader.gradebook import glance
    from grader.gradebook.address import shown
    from grader.gradebook.session import opened, schemas

    if not glance.exists(class_folder):
        return Found("none yet: grader due or grader grade makes it")
    with opened(class_folder) as book:
        has, wanted = schemas(book)
    if has == wanted:
        return Found(f"{shown(class_folder)}, schema {has}")
    todo = f"nbgrader wants {wanted}: grader backup, then nbgrader db upgrade"
    return Found(f"{shown(class_folder)}, schema {has}", todo, grave=True)


# --- the class ---


def _zone(class_folder: ClassFolder) -> Found:
    from grader.classroom import zone

    found = zone.read(class_folder)
    return Found(found.name, "set it: grader due --zone Asia/Seoul" if found.guessed else "")


def _due(course: Path, class_folder: ClassFolder) -> Found:
    from grader.classroom import zone
    from grader.course import sources
    from grader.gradebook import deadlines, glance
    from grader.gradebook.session import opened

    dates: list[str] = []
    if glance.exists(class_folder):
        of_class = zone.read(class_folder)
        with opened(class_folder) as book:
            for name in sources.assignments(course):
                if at := deadlines.read(book, name):
                    dates.append(f"{name} {of_class.shown(at)}")
    if dates:
        return Found(", ".join(dates))
    return Found("never", 'if lateness matters: grader due SECTION "2026-12-01 23:59"')


def _roster(class_folder: ClassFolder) -> Found:
    from grader.classroom import roster

    if not class_folder.roster.is_file():
        return Found(
            f"no {class_folder.roster}",
            "students are then known by their folders: grader collect --draft-roster ARCHIVE",
        )
    return Found(f"{len(roster.read(class_folder))} students in {class_folder.roster}")
