"""The folder of a class, as nbgrader lays it out: what is where, and whose."""

import re
from pathlib import Path

from traitlets.config import Config, PyFileConfigLoader


def class_config(class_dir: Path | str) -> Config:
    """nbgrader's configuration for a class folder.

    Late penalties and the like come from the `nbgrader_config.py` beside the folder, where there
    is one; submitted/, autograded/, feedback/ and gradebook.db are always those in the folder.
    """
    root = Path(class_dir).resolve()
    config = Config()
    if (root.parent / "nbgrader_config.py").is_file():
        config.merge(PyFileConfigLoader("nbgrader_config.py", path=str(root.parent)).load_config())
    config.CourseDirectory.update({"root": str(root), "db_url": db_url(class_dir)})
    for step in ("source", "release", "submitted", "autograded", "feedback"):
        config.CourseDirectory[f"{step}_directory"] = step
    return config


def db_url(class_dir: Path | str) -> str:
    """The address of the gradebook, as SQLAlchemy wants it."""
    return f"sqlite:///{Path(class_dir).resolve() / 'gradebook.db'}"


def submitted(class_dir: Path | str, student: str, assignment: str) -> Path:
    """Where a student's notebook is; raises ValueError for a name that would lead elsewhere."""
    check_names(student, assignment)
    return Path(class_dir) / "submitted" / student / assignment


def check_names(*names: str) -> None:
    """Raises ValueError when one of them is not the name of a single folder."""
    for name in names:
        if name in ("", ".", "..") or re.search(r"[/\\\0]", name):
            raise ValueError(f"not the name of a folder: {name!r}")


def is_plain(path: Path) -> bool:
    """Whether it is a file in its own folder, not a link to somebody else's."""
    return path.is_file() and not path.is_symlink() and not path.parent.is_symlink()
