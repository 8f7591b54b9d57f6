"""The command `grader`: where packages that it needs are missing, it says how to get them."""

import sys
from importlib.util import find_spec


def main() -> None:
    """Run the command line; without the extra `grader`, end in one line and exit status 1."""
    try:
        from grader.cli.app import app
        from grader.cli.terminal import guarded

        with guarded():
            app()
    except ModuleNotFoundError as error:
        module = (error.name or "").partition(".")[0]
        if not module or find_spec(module):
            raise
        sys.exit(
            f"{module} is missing, since the extra 'grader' is not installed. "
            "In the folder of the course: pip install '.[grader]'"
        )


if __name__ == "__main__":
    main()
