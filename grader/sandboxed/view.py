"""The view of a sandbox, made anew so that it does not say where on this machine a place is.

    python -m grader.sandboxed.view SPEC COMMAND...

Linux tells every process from where in its file system each place was bound. A layer over such a
place (overlayfs) tells only where in the sandbox it is, and that one is gone by the time COMMAND
runs. Where Linux has no layers for ordinary users, the places are bound, and seen.

SPEC is a JSON object: `private` are folders to lay over, `hidden` those that are to be empty,
`files` and `links` what stands beside them.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from grader.sandboxed import namespaces

NEW = "/tmp"
SMALL = "mode=0755,size=1m"
EMPTY = f"{NEW}/empty"  # a layer more, which Linux asks for
READ_ONLY = namespaces.NOSUID_NODEV | namespaces.READ_ONLY
LEFT = {"tmp", "course"}  # what of the old view is not just bound


def main(spec: dict[str, Any], command: list[str]) -> None:
    """Become `command` in the new view. Raises OSError."""
    namespaces.become_another_user()
    namespaces.mount("tmpfs", NEW, namespaces.NOSUID_NODEV, SMALL)
    _old()
    for place in spec["private"]:
        _private(place)
    for path, text in spec["files"].items():
        _new(path).write_text(text)
    for path, target in spec["links"].items():
        _new(path).symlink_to(target)
    for folder in spec["hidden"]:
        namespaces.mount("tmpfs", NEW + folder, READ_ONLY, SMALL)
    os.mkdir(f"{NEW}/tmp")
    namespaces.mount("tmpfs", f"{NEW}/tmp", namespaces.NOSUID_NODEV, "mode=0755")
    namespaces.turn(NEW)
    os.execv(command[0], command)


def _old() -> None:
    """What says nothing of this machine is as it was."""
    for entry in os.scandir("/"):
        if entry.is_symlink():
            os.symlink(os.readlink(entry.path), NEW + entry.path)
        elif entry.name not in LEFT:
            os.mkdir(NEW + entry.path)
            namespaces.bind(entry.path, NEW + entry.path, deep=True)


def _private(path: str) -> None:
    """What does say so is laid over; a file is copied."""
    if os.path.isfile(path):
        _new(path).write_bytes(Path(path).read_bytes())
        return
    for folder in (NEW + path, EMPTY):
        os.makedirs(folder, exist_ok=True)
    try:
        namespaces.mount("overlay", NEW + path, READ_ONLY, f"lowerdir={path}:{EMPTY}")
    except OSError:
        namespaces.bind(path, NEW + path, deep=True)


def _new(path: str) -> Path:
    """Where in the new view a file will be."""
    made = Path(NEW + path)
    made.parent.mkdir(parents=True, exist_ok=True)
    return made


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), sys.argv[2:])
