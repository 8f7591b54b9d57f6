"""One fresh kernel for one submission: run a cell, within a time limit, and see what it put out."""

import os
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode

ROOT = Path(__file__).resolve().parent.parent


class KernelDied(Exception):
    """The kernel ended, or stopped answering."""


class Kernel:
    """A running kernel. Cells run one after the other; an error in one does not stop the next."""

    def __init__(self, client: NotebookClient) -> None:
        self._client = client

    async def run(self, source: str) -> list[NotebookNode]:
        """The outputs of `source`, run as one cell.

        Past the time limit the cell is interrupted and its outputs end in a CellTimeoutError.
        Raises KernelDied.
        """
        cell = nbformat.v4.new_code_cell(source)
        self._client.nb.cells = [cell]
        try:
            await self._client.async_execute_cell(cell, 0)
        except (DeadKernelError, RuntimeError) as error:
            raise KernelDied(str(error)) from None
        return list(cell.outputs)


@asynccontextmanager
async def start(python: str = sys.executable, timeout: float = 60) -> AsyncIterator[Kernel]:
    """A kernel of the interpreter `python`, in an empty folder of its own, gone afterwards.

    It works offline on the bundled data and reads no start-up file that another kernel may have
    written. Nothing yet stops it from reading or writing what the grading account may. `timeout`
    is the limit of one cell, in seconds.
    """
    with tempfile.TemporaryDirectory(prefix="submission-") as folder:
        manager = AsyncKernelManager(
            kernel_spec_manager=_OneKernel(python=python),
            transport="ipc",
            connection_file=f"{folder}/kernel.json",
        )
        client = NotebookClient(
            nbformat.v4.new_notebook(),
            km=manager,
            timeout=timeout,
            allow_errors=True,
            interrupt_on_timeout=True,
            error_on_timeout={
                "ename": "CellTimeoutError",
                "evalue": f"{timeout} s",
                "traceback": [f"CellTimeoutError: {timeout} s"],
            },
            resources={"metadata": {"path": folder}},
        )
        try:
            async with client.async_setup_kernel(env=_environment(folder), stderr=DEVNULL):
                yield Kernel(client)
        finally:
            await manager.shutdown_kernel(now=True)


class _OneKernel(KernelSpecManager):
    """Knows one kernel, that of a given interpreter, and none that may be installed."""

    def __init__(self, python: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        argv = [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        self._spec = KernelSpec(argv=argv, display_name="Python 3", language="python")

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return self._spec


def _environment(folder: str) -> dict[str, str]:
    kept = ("PATH", "LANG", "LC_ALL")
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        "HOME": folder,
        "TMPDIR": folder,
        "IPYTHONDIR": f"{folder}/.ipython",
        "MPLCONFIGDIR": f"{folder}/.matplotlib",
        "PYTHONPATH": str(ROOT),
        "NLPLAB_OFFLINE": "1",
        "OMP_NUM_THREADS": "1",
    }
