"""A cgroup for each submission: found where it can be made, with the limits that are asked for."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.errors import SandboxError
from grader.kernel import cgroup, sandbox
from grader.kernel.client import KernelDied
from grader.kernel.launcher import ForkServer
from grader.limits import Limits
from tests.support import hoards

LIMITS = Limits(memory=400, disk=100, processes=8)


@pytest.fixture
def machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, dict[str, str]], Path]:
    """Files as Linux shows cgroups: in which this process is, and what each hands on."""

    def made(own: str, handed_on: dict[str, str]) -> Path:
        mount = tmp_path / "cgroup"
        for name, controllers in handed_on.items():
            folder = mount / name.strip("/")
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "cgroup.subtree_control").write_text(controllers)
            (folder / "cgroup.procs").write_text("")
        (mount / "cgroup.controllers").write_text("cpu memory pids")
        (tmp_path / "own").write_text(f"12:cpu:/elsewhere\n0::{own}\n")
        monkeypatch.setattr(cgroup, "MOUNTS", (tmp_path / "nowhere", mount))
        monkeypatch.setattr(cgroup, "OWN", tmp_path / "own")
        return mount

    return made


ALL = "cpu io memory pids\n"


@pytest.mark.parametrize(
    ("own", "handed_on", "found"),
    [
        (
            "/app.slice/run.scope",
            {"/": ALL, "/app.slice": ALL, "/app.slice/run.scope": ""},
            "app.slice",
        ),
        ("/a/b/c", {"/": ALL, "/a": ALL, "/a/b": "memory", "/a/b/c": "pids"}, "a"),
        ("/", {"/": ALL}, ""),
        ("/a", {"/": "cpu", "/a": ""}, None),
        ("/../../a", {"/": ""}, None),
    ],
)
def test_it_is_the_nearest_that_hands_on_memory_and_processes(machine, own, handed_on, found):
    mount = machine(own, handed_on)
    assert cgroup.place() == (mount / found if found is not None else None)


def test_without_cgroups_of_the_second_version_there_is_none(machine, tmp_path):
    machine("/", {"/": ALL})
    (tmp_path / "own").write_text("4:memory:/user\n1:name=systemd:/\n")
    assert cgroup.place() is None
    assert cgroup.Group.make() is None
    assert "counted from beside it" in cgroup.told()


def test_one_that_may_not_be_written_is_passed_over(machine):
    mount = machine("/a", {"/": ALL, "/a": ALL})
    (mount / "a" / "cgroup.procs").unlink()
    assert cgroup.place() == mount


def test_a_process_is_put_into_its_own_with_its_limits(machine):
    mount = machine("/a", {"/": ALL, "/a": ""})
    group = cgroup.Group.make()
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    handle = os.pidfd_open(process.pid)
    with group.member(handle, LIMITS):
        [own] = group.path.glob("*/")
        written = {path.name: path.read_text() for path in own.iterdir()}
    process.communicate(b"\n")
    os.close(handle)
    assert (group.path.parent, cgroup.told()) == (mount, cgroup.HELD)
    assert (group.path / "cgroup.subtree_control").read_text() == "+memory +pids"
    assert written == {
        "memory.max": str(500 * 2**20),
        "memory.swap.max": "0",
        "memory.oom.group": "1",
        "pids.max": "9",
        "cgroup.procs": str(process.pid),
    }


def test_it_tells_how_many_were_ended_for_their_memory(machine):
    machine("/", {"/": ALL})
    group = cgroup.Group.make()
    assert group.killed() == 0
    (group.path / "memory.events").write_text("low 0\nhigh 0\nmax 31\noom 2\noom_kill 13\n")
    assert group.killed() == 13


@pytest.mark.slow
@pytest.mark.skipif(cgroup.place() is None, reason="no cgroup can be made here")
@pytest.mark.parametrize("hoard", ["BREAKS_COPIED_PAGES", "FILLS_SOCKETS", "FILLS_PIPES"])
def test_where_one_can_be_made_linux_itself_ends_what_takes_too_much(hoard, monkeypatch):
    try:
        sandbox.check()
    except SandboxError as error:
        pytest.skip(str(error))
    with ForkServer(imports=["torch"]) as launcher:
        with launcher.kernel(LIMITS) as kernel, pytest.raises(KernelDied):
            kernel.run(getattr(hoards, hoard))
        assert launcher.killed() > 0
    assert not list(cgroup.place().glob("grader-*"))
