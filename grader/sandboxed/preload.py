"""What makes a process ready for submissions, so that no time limit of a student's pays for it."""

import gc
import importlib
import sys
from contextlib import suppress
from functools import cache

ALWAYS = ("nlplab.recipes", "nlplab.check")
# The environment in which libraries start no threads of their own, which a fork would lose.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")


@cache
def ready(imports: tuple[str, ...]) -> None:
    """Import what cells import (see `names.modules`), and let it make what it makes at first use.

    Done once in a process and those that are forked from it.

    A process that is ready may be forked: no thread is left, torch will start none, and what is
    there now is shared, since no garbage collection looks at it.
    """
    gc.disable()  # while so much comes and stays, collecting takes a quarter of the time
    for name in (*imports, *ALWAYS):
        with suppress(Exception):  # what does not import here fails in the cell that asks for it
            importlib.import_module(name)
    if tqdm := sys.modules.get("tqdm"):
        tqdm.tqdm.monitor_interval = 0  # else the first bar starts a thread that stays
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)
    if messages := sys.modules.get("nlplab.messages"):
        messages.has("check.passed")  # which reads the catalogue
    if "transformers" in sys.modules and (checkpoints := sys.modules.get("nlplab.checkpoints")):
        checkpoints.load()
    gc.freeze()
    gc.enable()
