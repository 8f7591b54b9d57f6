"""What reaches a terminal beside what commands show: tracebacks, warnings, messages of packages.

Any of them may quote what a student wrote, and a terminal obeys some of that.
"""

import logging
import sys
import threading
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from grader.notebooks.marks import visible

LINES = "\n\t"  # of what may have several


@contextmanager
def guarded() -> Iterator[None]:
    """Show what ends the body, and what packages say in it, as text. Ends in SystemExit.

    Raises ModuleNotFoundError, which somebody can mend.
    """
    logging.setLogRecordFactory(_record)
    as_it_is = warnings.formatwarning
    warnings.formatwarning = lambda *told: visible(as_it_is(*told), LINES)
    threading.excepthook = lambda ended: _show(ended.exc_value)
    sys.unraisablehook = lambda ignored: _show(ignored.exc_value)
    try:
        yield
    except (SystemExit, KeyboardInterrupt, ModuleNotFoundError):
        raise
    except BaseException as error:
        _show(error)
        sys.exit(1)


def _show(error: BaseException | None) -> None:
    if error:
        print(visible(_told(error), LINES), end="", file=sys.stderr)


def _told(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


def _record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    """A message of some package, with the exception that it is about."""
    record = logging.LogRecord(*args, **kwargs)
    record.msg, record.args = visible(record.getMessage(), LINES), ()
    if record.exc_info and record.exc_info[1]:
        record.exc_text = visible(_told(record.exc_info[1]), LINES)
    return record
