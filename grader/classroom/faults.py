"""Faults of ours: why a submission has no grade of its latest version, until it is tried again."""

import json

from grader.classroom.folder import ClassFolder, Ref
from grader.notebooks.files import write_text

UNKNOWN = "of an unknown cause"


def note(folder: ClassFolder, ref: Ref, cause: str) -> None:
    """Keep that a submission could not be graded, and why. Raises FileError, as on a full disk."""
    write_text(folder.fault(ref), json.dumps({"cause": cause}) + "\n")


def clear(folder: ClassFolder, ref: Ref) -> None:
    """Forget it."""
    folder.fault(ref).unlink(missing_ok=True)


def clear_gone(folder: ClassFolder) -> None:
    """Forget those of submissions that are no longer there."""
    for ref in folder.faulty():
        if not folder.submitted(ref).is_dir():
            clear(folder, ref)


def read(folder: ClassFolder) -> dict[Ref, str]:
    """The cause of each fault; that of a damaged file is unknown, and it counts all the same."""
    return {ref: _cause(folder, ref) for ref in folder.faulty()}


def _cause(folder: ClassFolder, ref: Ref) -> str:
    try:
        found = json.loads(folder.fault(ref).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return UNKNOWN
    match found:
        case {"cause": str(cause)}:
            return cause
    return UNKNOWN
