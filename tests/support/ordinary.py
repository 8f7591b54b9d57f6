"""Commands as an ordinary user has them, for tests that root runs."""

import os
import shutil
import sys
from pathlib import Path

USER = 54321  # an account that owns nothing


def as_ordinary_user(*command: str, user: int = USER) -> list[str] | None:
    """The command for a user who may read this interpreter and this project; None where nobody can.

    Root's home is closed to others: what they see instead has nothing in it but the interpreter.
    """
    if os.getuid() != 0 or not all(map(shutil.which, ("bwrap", "setpriv"))):
        return None
    home, base = str(Path.home()), os.path.realpath(sys.base_prefix)
    seen = ["bwrap", "--dev-bind", "/", "/", "--perms", "0755", "--tmpfs", home]
    if Path(base).is_relative_to(home):
        for parent in reversed(Path(base).relative_to(home).parents[:-1]):
            seen += ["--perms", "0755", "--dir", f"{home}/{parent}"]
        seen += ["--ro-bind", base, base]
    seen += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--"]
    become = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--no-new-privs"]
    return [*seen, *become, "--", *command]
