"""Where work is done: here, by processes that nobody else reaches, or on a Dask cluster."""

from collections.abc import Callable, Iterator
from pathlib import Path

import dask
import psutil
import pytest
from distributed import LocalCluster
from distributed.security import Security

from grader.errors import EngineLost, SettingError
from grader.grading.cluster import engine
from grader.grading.exam import Exam
from grader.grading.options import Options
from grader.grading.worker import Setting
from grader.limits import Limits
from grader.outcome import Graded

pytestmark = pytest.mark.slow

SETTING = Setting(Limits(), sealed=False)


@pytest.fixture
def settings(tmp_path: Path) -> Callable[[Security], dict[str, str]]:
    """Dask's settings of TLS for what a Security has, as files."""

    def written(security: Security) -> dict[str, str]:
        parts = {"ca-file": security.tls_ca_file}
        parts |= {
            f"{role}.{kind}": getattr(security, f"tls_{role}_{kind}")
            for role in ("client", "scheduler", "worker")
            for kind in ("cert", "key")
        }
        for name, text in parts.items():
            (tmp_path / name).write_text(text)
        return {f"distributed.comm.tls.{name}": str(tmp_path / name) for name in parts}

    return written


@pytest.fixture
def cluster() -> Iterator[LocalCluster]:
    """One without workers."""
    with LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None) as started:
        yield started


def echo(task: bytes, exam: Exam, setting: Setting) -> Graded:
    return Graded(task, (), {})


def test_what_works_on_this_machine_listens_nowhere():
    with engine(Options(sealed=False, workers=1), SETTING):
        family = [psutil.Process(), *psutil.Process().children(recursive=True)]
        doors = [each for process in family for each in process.net_connections("inet")]
        assert [each for each in doors if each.status == "LISTEN"] == []


def test_a_cluster_is_spoken_to_with_dasks_own_settings(settings):
    security = Security.temporary()
    secured = {"host": "127.0.0.1", "protocol": "tls://", "security": security}
    with LocalCluster(n_workers=0, dashboard_address=None, **secured) as cluster:
        options = Options(sealed=False, scheduler=cluster.scheduler_address)
        with dask.config.set(settings(security)), engine(options, SETTING) as connected:
            assert connected.workers == 1
        with pytest.raises(SettingError, match=r"--scheduler tls://.*TLS"):
            engine(options, SETTING).__enter__()


def test_what_it_does_comes_back(cluster):
    options = Options(sealed=False, scheduler=cluster.scheduler_address)
    with engine(options, SETTING) as connected:
        work = connected.submit(lambda *of: echo(*of), b"task", Exam(), SETTING)
        cluster.scale(1)
        assert work.result() == Graded(b"task", (), {})


def test_a_cluster_that_ends_is_told_of_with_what_to_do(cluster):
    options = Options(sealed=False, scheduler=cluster.scheduler_address)
    with engine(options, SETTING) as connected:
        work = connected.submit(lambda *of: echo(*of), b"task", Exam(), SETTING)
        cluster.close()
        with pytest.raises(EngineLost, match="grade again"):
            work.result()
