"""The shell that a student's cells run in: IPython's own, whose outputs go out as messages.

It is made once, before a kernel is forked, so that a forked kernel has nothing left to set up: no
sockets of ZeroMQ, no threads, no history file. Colab's IPython 7 runs it too.
"""

import io
import sys
import threading
from collections.abc import Callable
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

Emit = Callable[[dict[str, Any]], None]
CHUNK = 2**14  # characters that are printed before they go out as one message


class _Hook(DisplayHook):
    """The value of a cell's last line."""

    shell: Any  # a Shell: the trait allows for None

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        self.shell.put_out(
            {
                "output_type": "execute_result",
                "data": dict(format_dict),
                "execution_count": self.prompt_count,
            }
        )

    def finish_displayhook(self) -> None:
        self._is_active = False


class _Publisher(DisplayPublisher):
    """What a cell shows with `display`."""

    def publish(self, data: Any, *_: Any, **options: Any) -> None:
        shown = {"output_type": "display_data", "data": dict(data)}
        place = (options.get("transient") or {}).get("display_id")
        self.shell.put_out(shown | {"display_id": place, "update": bool(options.get("update"))})

    def clear_output(self, wait: bool = False) -> None:
        self.shell.put_out({"output_type": "clear"})


class Shell(InteractiveShell):
    """IPython without a terminal: what a cell puts out is handed to `emit` as it comes."""

    displayhook_class = Type(_Hook)
    display_pub_class = Type(_Publisher)
    emit: Emit | None = None  # until somebody listens
    printed: tuple["Printed", ...] = ()

    def put_out(self, output: dict[str, Any]) -> None:
        """Hand on an output, after what was printed before it."""
        self.flush()
        if self.emit:
            self.emit(output)

    def flush(self) -> None:
        """Hand on what was printed, whatever a cell has made of `sys.stdout`."""
        for stream in self.printed:
            stream.flush()

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
        lines = [stb] if isinstance(stb, str) else [str(line) for line in stb]
        name = getattr(etype, "__name__", str(etype))
        self.put_out(
            {"output_type": "error", "ename": name, "evalue": _text(evalue), "traceback": lines}
        )


class Printed(io.TextIOBase):
    """Stands for stdout or stderr: collects what is printed, and hands it on in large pieces."""

    encoding = "utf-8"

    def __init__(self, name: str, emit: Emit) -> None:
        super().__init__()
        self.name, self._emit = name, emit
        self.beside: Printed | None = None
        self._pieces: list[str] = []
        self._length = 0
        self._lock = threading.RLock()

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.beside and self.beside._length:
            self.beside.flush()  # so that the two come out in order
        with self._lock:
            self._pieces.append(text)
            self._length += len(text)
        if self._length >= CHUNK:
            self.flush()
        return len(text)

    def flush(self) -> None:
        with self._lock:
            text, self._pieces, self._length = "".join(self._pieces), [], 0
        if text:
            self._emit({"output_type": "stream", "name": self.name, "text": text})


def make() -> Shell:
    """A shell with nothing in it, that starts no thread and writes no file."""
    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    return Shell.instance(config=config)


def listen(shell: Shell, emit: Emit) -> None:
    """Send everything that is put out from now on to `emit`."""
    shell.emit = emit
    sys.stdout, sys.stderr = shell.printed = Printed("stdout", emit), Printed("stderr", emit)
    sys.stdout.beside, sys.stderr.beside = sys.stderr, sys.stdout


def run(shell: InteractiveShell, cell: str) -> None:
    """Run a cell, and keep it in the history."""
    shell.run_cell(cell, store_history=True)


def _text(value: Any) -> str:
    try:
        return str(value)
    except Exception:  # an exception of the student's own that cannot say what it is
        return "<no text>"
