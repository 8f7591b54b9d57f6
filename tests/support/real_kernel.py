"""A notebook in the kernel that its student has: ipykernel, in a process of its own."""

import asyncio
import os
import tempfile
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

from tests.support import ROOT


def run(
    nb: nbformat.NotebookNode,
    python: str,
    timeout: float,
    *,
    beside: Path | None = None,
    packages: str = str(ROOT),
) -> None:
    """Run the cells of `nb` in place, with the interpreter `python`, until one fails.

    It lies in the folder `beside`, else in an empty one, and may import what is in `packages`.
    """
    asyncio.run(_run(nb, python, timeout, beside, packages))


async def _run(
    nb: nbformat.NotebookNode, python: str, timeout: float, beside: Path | None, packages: str
) -> None:
    with tempfile.TemporaryDirectory(prefix="student-") as folder:
        manager = AsyncKernelManager(
            kernel_spec_manager=_OneKernel(python=python),
            transport="ipc",
            connection_file=f"{folder}/kernel.json",
        )
        resources = {"metadata": {"path": str(beside or folder)}}
        client = NotebookClient(nb, km=manager, timeout=timeout, resources=resources)
        environment = os.environ | {
            "HOME": folder,
            "IPYTHONDIR": f"{folder}/.ipython",
            "PYTHONPATH": packages,
            "NLPLAB_OFFLINE": "1",
        }
        try:
            async with client.async_setup_kernel(env=environment, stderr=DEVNULL):
                for index, cell in enumerate(nb.cells):
                    await client.async_execute_cell(cell, index)
        finally:
            if client.kc:
                client.kc.stop_channels()
            await manager.shutdown_kernel(now=True)


class _OneKernel(KernelSpecManager):
    """Knows one kernel, that of a given interpreter, and none that may be installed."""

    def __init__(self, python: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        argv = [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        self._spec = KernelSpec(argv=argv, display_name="Python 3", language="python")

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return self._spec
