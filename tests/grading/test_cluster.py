"""Who may speak to a cluster: of this machine only the processes that grade."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from urllib.request import urlopen

import dask
import psutil
import pytest
from distributed import Client
from distributed.security import Security

from grader.errors import SettingError
from grader.grading.cluster import Engine, _scheduler, engine
from grader.grading.options import Options

pytestmark = pytest.mark.slow

# What another account runs, which has all packages and knows the address.
INTRUDER = """
import sys
from distributed import Client
try:
    client = Client(sys.argv[1], timeout=5)
    print(client.submit(lambda: "ran").result(timeout=5))
    print(client.run_on_scheduler(lambda: "ran"))
except BaseException as error:
    print("refused")
"""


@pytest.fixture(scope="module")
def running() -> Iterator[Engine]:
    with engine(Options(sealed=False, workers=1), ()) as started:
        assert started.client.submit(lambda: 1).result() == 1
        yield started


def intrude(address: str) -> str:
    command = [sys.executable, "-c", INTRUDER, address]
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def doors(engine: Engine) -> list[tuple[str, int]]:
    """Where the processes of an engine listen."""
    family = [psutil.Process(), *psutil.Process().children(recursive=True)]
    sockets = [each for process in family for each in process.net_connections("tcp")]
    return [(each.laddr.ip, each.laddr.port) for each in sockets if each.status == "LISTEN"]


def test_who_has_no_certificate_runs_nothing_on_any_process_of_it(running):
    address = running.client.scheduler.address
    workers = running.client.scheduler_info(n_workers=-1)["workers"]
    assert address.startswith("tls://")
    for place in (address, address.replace("tls", "tcp"), *workers):
        assert intrude(place) == "refused"
    assert running.client.submit(lambda: 2).result() == 2


def test_nor_does_who_has_one_of_his_own(running):
    with pytest.raises(OSError, match="TLS certificate"):
        Client(running.client.scheduler.address, security=Security.temporary(), timeout=3)


def test_it_listens_on_this_machine_alone_and_shows_no_page(running):
    found = doors(running)
    assert found != []
    assert {place for place, _ in found} == {"127.0.0.1"}
    for _, port in found:
        with pytest.raises(OSError, match=r"404|reset|closed|Bad|disconnected|certificate"):
            urlopen(f"http://127.0.0.1:{port}/info/main/workers.html", timeout=5)


def test_workers_that_begin_when_whoever_wants_them_has_ended_end_too():
    command = [sys.executable, "-m", "grader.grading.nanny", "tls://127.0.0.1:1", "1"]
    ended = subprocess.run(command, input=b"{}\n", stderr=subprocess.PIPE, timeout=120)
    assert (ended.returncode, ended.stderr) == (0, b"")  # without a try to reach the scheduler


@pytest.fixture
def settings(tmp_path) -> Callable[[Security], dict[str, str]]:
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


def test_another_cluster_is_spoken_to_with_dasks_own_settings(settings):
    security = Security.temporary()
    with _scheduler(security) as cluster:
        options = Options(sealed=False, scheduler=cluster.scheduler_address)
        with dask.config.set(settings(security)), engine(options, ()) as connected:
            assert connected.client.scheduler_info()["address"] == cluster.scheduler_address
        with pytest.raises(SettingError, match=r"--scheduler tls://.*TLS"), engine(options, ()):
            pass
