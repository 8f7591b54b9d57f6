"""How many submissions the one writer takes in a second, and what it holds meanwhile.

    python -m tools.scale [1000 10000] [--section 01_tokenizer]

A few submissions are graded in kernels, once. Then classes of these sizes hand in the same files,
and the writer gets of each what was read and graded before: what it takes is its own work alone,
from the file to the written gradebook. Reading, which another process does while it waits, is told
apart. Each size has a process and a class of its own.
"""

import argparse
import multiprocessing
import os
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import Any

import psutil

from grader.classroom import results
from grader.classroom.folder import ClassFolder, Ref
from grader.grading.cluster import Engine
from grader.grading.options import Options
from grader.grading.worker import Setting
from grader.grading.writer import mark
from grader.notebooks import files
from grader.outcome import Graded
from tools import bench

WORKERS = 16  # as many as keep the writer busy
FILES = 6  # different ones, which are handed in again and again


@dataclass(frozen=True)
class Spent:
    """Seconds of processor time to write and to read one of `count`, and MiB that are held.

    The first is left out, for which all is made ready.
    """

    count: int
    each: float
    reading: float
    half: float
    end: float


class Recorded:
    """Stands for a cluster and for its reader: gives what was recorded of the same file."""

    def __init__(self, graded: ClassFolder, refs: Iterable[Ref]) -> None:
        self._graded = {graded.notebook(ref).read_bytes(): _graded(graded, ref) for ref in refs}
        self._read: dict[bytes, Any] = {}
        self._ran: dict[bytes, Graded] = {}
        self.seconds: list[float] = []  # of processor time, which reading took here

    def rehearse(self, *_: object) -> None:
        """Nothing has to be in place."""

    def bounded(self, _: object, read: Callable[..., Any], *args: Any) -> Any:
        _, _, handed, *_ = args
        if handed not in self._read:
            start = time.process_time()
            self._read[handed] = read(*args)
            self.seconds.append(time.process_time() - start)
            ran = (cells.encode() for cells in self._read[handed]["cells"])
            self._ran |= dict.fromkeys(ran, self._graded[handed])
        return self._read[handed]

    def submit(self, _: object, cells: bytes, *__: object, **___: object) -> SimpleNamespace:
        return SimpleNamespace(result=lambda: self._ran[cells])


def _graded(folder: ClassFolder, ref: Ref) -> Graded:
    kept = results.read(folder, ref)
    tests, seconds = tuple(kept.tests.values()), dict(kept.seconds)
    return Graded(folder.graded(ref).read_bytes(), tests, seconds, kept.repairs, kept.review)


def feed(graded: ClassFolder, place: Path, section: str, count: int) -> Spent:
    """Have the writer record `count` submissions of what is `graded`, in a new class at `place`."""
    known = graded.submissions([section])
    folder = ClassFolder(place)
    for number in range(count):
        path = folder.notebook(Ref(f"s{number:06}", section))
        files.make_folder(path.parent)
        os.link(graded.notebook(known[number % len(known)]), path)
    options, stand_in = Options(), Recorded(graded, known)
    engine = Engine(stand_in.submit, WORKERS, Setting(options.limits, options.sealed), stand_in)
    of = (bench.ROOT, folder, folder.submissions([section]), {}, options, engine)
    process, memory, spent = psutil.Process(), [], []
    for entry in mark(*of, lambda _: True):
        if entry.fault:
            raise SystemExit(f"{entry.ref}: {entry.fault}")
        memory.append(process.memory_info().rss / 2**20)
        spent.append(time.process_time() - sum(stand_in.seconds))
    each = (spent[-1] - spent[0]) / (count - 1)
    return Spent(count, each, median(stand_in.seconds), memory[len(memory) // 2], memory[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("counts", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--section", default="01_tokenizer")
    chosen = parser.parse_args()
    told = []
    with tempfile.TemporaryDirectory(prefix="scale-") as name:
        graded = ClassFolder(Path(name, "graded"))
        bench.hand_in(graded, FILES, only=[chosen.section])
        bench.engine(graded)
        alone = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=alone, max_tasks_per_child=1) as processes:
            for count in chosen.counts:
                of = (graded, Path(name, f"class-{count}"), chosen.section, count)
                spent = processes.submit(feed, *of).result()
                told.append(spent)
                print(
                    f"{count} submissions  {1 / spent.each:.1f} a second of processor time  "
                    f"{spent.half:.0f} MiB half-way, {spent.end:.0f} at the end  "
                    f"reading one {spent.reading * 1000:.0f} ms",
                    flush=True,
                )
    print(f"growth {told[-1].each / told[0].each:.2f}  memory {told[-1].end / told[0].end:.2f}")


if __name__ == "__main__":
    main()
