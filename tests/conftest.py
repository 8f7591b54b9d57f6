"""What every test may ask for: the folder of the course, and another interpreter for kernels."""

import os
import sys
from pathlib import Path

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")  # tests run side by side, and torch waits busily

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--kernel-python",
        default=sys.executable,
        help="the interpreter that runs students' kernels, as that of a Colab-like environment",
    )


@pytest.fixture(scope="session")
def kernel_python(pytestconfig: pytest.Config) -> str:
    return pytestconfig.getoption("--kernel-python")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT
