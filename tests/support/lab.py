"""JupyterLab on a folder, as `make lab` starts it, without a browser."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support import ROOT

STARTING = 120  # seconds that JupyterLab may take on a busy machine
TOKEN = "a-token-for-this-test"


@contextmanager
def running(folder: Path, **environment: str) -> Iterator[str]:
    """Its address, which takes TOKEN, as long as it runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--port={port}", "--ServerApp.port_retries=0", "--no-browser", "--allow-root"]
    env = os.environ | {"JUPYTER_TOKEN": TOKEN, "PYTHONPATH": str(ROOT)} | environment
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    jupyter = [str(Path(sys.executable).with_name("jupyter")), "lab"]
    server = subprocess.Popen([*jupyter, *options], cwd=folder, env=env, **quiet)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/api?token={TOKEN}", server)
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait_for(address: str, server: subprocess.Popen) -> None:
    end = time.monotonic() + STARTING
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(address).close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise TimeoutError("JupyterLab did not start")
