"""Where submissions run: in processes of this machine, or on a Dask cluster that is named."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from grader.grading.exam import Exam
from grader.grading.helper import Helper
from grader.grading.options import Options
from grader.grading.worker import Setting, workplace
from grader.outcome import Graded

READER = "grader.grading.prepared"  # what reads submissions


class Work(Protocol):
    """A submission on its way."""

    def result(self) -> Graded:
        """Wait for what came of it.

        Raises what the work did, WorkerLost with whatever worked on it, and EngineLost.
        """


Does = Callable[[bytes, Exam, Setting], Graded]  # as `worker.work`
Submit = Callable[[Does, bytes, Exam, Setting], Work]  # has it done, as soon as it can be


@dataclass(frozen=True)
class Engine:
    """What does work, on so many submissions at a time, and what all of them have in common.

    `reader` forks for this process, where it has several threads.
    """

    submit: Submit
    workers: int
    setting: Setting
    reader: Helper | None = None


@contextmanager
def engine(options: Options, setting: Setting) -> Iterator[Engine]:
    """The cluster that is named, or processes for this machine's cores for the time being.

    The latter take work at once and do it as soon as they have imported what `setting` says.
    Raises SettingError when the cluster cannot be reached, and EngineLost when it ends.
    """
    number = options.workers or len(os.sched_getaffinity(0))
    with ExitStack() as held:
        if not options.scheduler:
            held.enter_context(closing(workplace(setting))).begin(number)
        import_module(READER)  # which takes its time: nbgrader
        reader = held.enter_context(closing(Helper.forked()))  # before there are threads here
        submit: Submit
        if options.scheduler:
            from grader.grading.remote import connected

            submit, number = held.enter_context(connected(options.scheduler))
        else:
            threads = ThreadPoolExecutor(number)
            held.callback(threads.shutdown, wait=False, cancel_futures=True)
            submit = threads.submit
        yield Engine(submit, number, setting, reader)
