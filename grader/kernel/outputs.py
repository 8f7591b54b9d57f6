"""What cells put out, as far as it is of a known kind and there is room for it."""

from contextlib import suppress
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

from grader.limits import MIB

TOGETHER = 2  # times what one cell may put out that is kept of a whole submission
MOST = 2_000  # outputs that are kept of a submission
EACH = 2**10  # bytes that an output counts beside what is in it
NAME = 200  # characters of what an error or a kind of display is called
VALUE = 10_000  # and of what an error says
LINES, LINE = 200, 2_000  # of a traceback
FORMS = 20  # in which one thing is displayed


class Flood(BaseException):
    """More output than a cell may have."""


class Outputs:
    """The outputs of the cells of one submission, of which `cell` has those of the present one.

    A cell that puts out more than `most` MiB is a Flood. What all cells put out beyond twice as
    much is left out; where that begins, an output says so.
    """

    def __init__(self, most: float) -> None:
        self.cell: list[NotebookNode] = []
        self._most, self._room = most, most * MIB
        self._left, self._number = TOGETHER * most * MIB, MOST
        self._streams: list[tuple[NotebookNode, list[str]]] = []
        self._places: dict[str, NotebookNode] = {}
        self._cut = False

    def begin(self) -> None:
        """Begin a cell: it has put out nothing."""
        self.cell, self._room, self._streams = [], self._most * MIB, []

    def take(self, output: dict[str, Any]) -> None:
        """Keep what was put out; raises Flood."""
        size = EACH + len(repr(output))
        self._room -= size
        if self._room < 0:
            raise Flood
        with suppress(Exception):  # one that no cell makes, but a forger
            if output.get("output_type") == "clear":
                self.cell.clear()
                self._streams.clear()
            elif self._has_room(size):
                before = len(self.cell)
                self._keep(output)
                self._number -= len(self.cell) - before

    def end(self) -> list[NotebookNode]:
        """The outputs of the present cell, whole."""
        for node, pieces in self._streams:
            node.text = "".join(pieces)
        return self.cell

    def _has_room(self, size: int) -> bool:
        """Whether there is room for so many bytes more; said in the notebook where there is not."""
        self._left -= size
        there = self._left >= 0 and self._number > 0
        if not there and not self._cut:
            self._cut = True
            text = f"[left out: a submission's outputs beyond {TOGETHER * self._most:g} MiB]\n"
            if self._left >= 0:
                text = f"[left out: a submission's outputs beyond {MOST:,}]\n"
            self._print("stderr", text)
        return there

    def _keep(self, output: dict[str, Any]) -> None:
        match output:
            case {"output_type": "stream", "name": "stdout" | "stderr" as name, "text": str(text)}:
                self._print(name, text)
            case {"output_type": "error", "ename": str(name), "evalue": str(value)}:
                lines = [str(line)[:LINE] for line in list(output.get("traceback") or [])[-LINES:]]
                self.cell.append(
                    new_output("error", ename=name[:NAME], evalue=value[:VALUE], traceback=lines)
                )
            case {"output_type": "execute_result" | "display_data" as kind, "data": dict(data)}:
                self._show(kind, data, output.get("display_id"), bool(output.get("update")))

    def _print(self, name: str, text: str) -> None:
        """Keep what was printed, in one output with what was printed right before."""
        last = self._streams[-1] if self._streams else None
        if last and self.cell and last[0] is self.cell[-1] and last[0]["name"] == name:
            last[1].append(text)
        else:
            self.cell.append(new_output("stream", name=name, text=""))
            self._streams.append((self.cell[-1], [text]))

    def _show(self, kind: str, data: dict[Any, Any], place: Any, update: bool) -> None:
        forms = {str(name)[:NAME]: str(form) for name, form in [*data.items()][:FORMS]}
        if update and place in self._places:
            self._places[place].data = NotebookNode(forms)
            return
        count = {"execution_count": None} if kind == "execute_result" else {}
        shown = new_output(kind, data=forms, **count)
        self.cell.append(shown)
        if isinstance(place, str):
            self._places[place] = shown
