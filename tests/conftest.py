"""What every test may ask for: the folder of the course, an interpreter for kernels, a browser."""

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.browser import Browser, opened_browser

os.environ.setdefault("OMP_NUM_THREADS", "1")  # tests run side by side, and torch waits busily
os.environ["COLUMNS"] = "200"  # for tables with paths in them, however long the folder of a test

from tests.support import ROOT
from tests.support.measured import measure_kernels

SLOW_AS_A_WHOLE = re.compile(r"^pytestmark = \[?pytest\.mark\.slow\b", re.MULTILINE)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--kernel-python",
        default=sys.executable,
        help="the interpreter that runs students' kernels, as that of a Colab-like environment",
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where slow tests are left out, a module that has no others is not even imported."""
    if "not slow" not in config.option.markexpr or collection_path.suffix != ".py":
        return None
    return SLOW_AS_A_WHOLE.search(collection_path.read_text("utf-8")) is not None or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("slow")


@pytest.fixture(scope="module", autouse=True)
def measured(request: pytest.FixtureRequest) -> Iterator[None]:
    """Coverage of kernels, but for those of the answer bank, which run nothing else of ours."""
    with pytest.MonkeyPatch.context() as patch:
        if request.path.parent.name != "whole":
            measure_kernels(patch)
        yield


@pytest.fixture(scope="session")
def kernel_python(pytestconfig: pytest.Config) -> str:
    return pytestconfig.getoption("--kernel-python")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Sets the time zone of this machine."""

    def use(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield use
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(scope="module")  # beside a browser no other event loop can run in this thread
def browser() -> Iterator[Browser]:
    """Headless Chromium, the system's or Playwright's own."""
    with opened_browser() as opened:
        if opened is None:
            pytest.skip("no Chromium: apt-get install chromium, or playwright install chromium")
        yield opened
