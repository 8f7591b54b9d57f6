"""What can be said of the image for instructors without an engine to build it; CI builds it."""

import re
import shlex
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml
from packaging.specifiers import SpecifierSet

from grader.course import bank
from grader.errors import SandboxError
from grader.kernel import sandbox
from tests.support import ROOT

CONTAINERFILE = (ROOT / "Containerfile").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CI = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))["jobs"]
ENGINES = CI["container"]["strategy"]["matrix"]["engine"]
PAGES = [ROOT / "docs" / "container.md", ROOT / "docs" / "ko" / "container.md"]
AT_A_TERMINAL = {"--interactive", "--tty"}


def patterns(name: str) -> list[str]:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def taken() -> list[str]:
    """What .dockerignore makes exceptions of."""
    return [line.removeprefix("!") for line in patterns(".dockerignore") if line.startswith("!")]


def installed() -> set[str]:
    [listed] = re.findall(r"apt-get install (.+?) *\\$", CONTAINERFILE, re.MULTILINE)
    return {word for word in listed.split() if not word.startswith("-")}


def told(path: Path) -> list[tuple[list[str], list[str]]]:
    """The words of the commands of a page that build the image and run it, for each engine."""
    text = path.read_text("utf-8")
    builds = re.findall(r"^\$ (\w+ build .+)$", text, re.MULTILINE)
    runs = re.findall(r"^\$ alias course='(.+)'$", text, re.MULTILINE)
    return [(shlex.split(build), shlex.split(run)) for build, run in zip(builds, runs, strict=True)]


def test_it_has_make_and_every_package_that_setup_installs_for_grading():
    wanted = re.findall(r"\$\(call install,[^,]+,([\w-]+),Grading", MAKEFILE)
    assert wanted
    assert {*wanted, "make"} <= installed()


def test_its_python_is_that_of_ci_and_one_that_the_project_takes():
    [version] = re.findall(r"^ARG BASE=\S+/python:([\d.]+)-slim-[a-z]+$", CONTAINERFILE, re.M)
    steps = [step.get("with", {}) for step in CI["cpu"]["steps"]]
    assert version in [step.get("python-version") for step in steps]
    assert version in SpecifierSet(PROJECT["requires-python"])


def test_an_ordinary_user_makes_the_environment_and_runs_what_is_asked():
    [user] = re.findall(r"^USER (\S+)$", CONTAINERFILE, re.MULTILINE)
    assert user not in {"root", "0"}
    assert re.search(rf"useradd .*--uid \$\{{UID\}} {user}\b", CONTAINERFILE)
    assert CONTAINERFILE.index(f"USER {user}") < CONTAINERFILE.index("make setup")


def test_nothing_gets_in_but_what_is_named_and_that_is_there():
    assert patterns(".dockerignore")[0] == "*"
    assert [name for name in taken() if not any(ROOT.glob(name))] == []


@pytest.mark.parametrize("kept_out", [".git", ".github", ".venv", "class", "build", ".env"])
def test_history_environments_and_classes_are_not_named(kept_out):
    assert not [name for name in taken() if fnmatch(kept_out, name) or kept_out in Path(name).parts]


def test_what_setup_demo_and_grading_read_is_named():
    settings = re.findall(r"^\$\(VENV\)/\.installed: (.+)$", MAKEFILE, re.MULTILINE)[0].split()
    rooms = {"grader", "nlplab", "tools", "source", "notebooks", "solutions", str(bank.FOLDER)}
    files = {"Makefile", "nbgrader_config.py", PROJECT["readme"], *settings}
    assert rooms | files <= set(taken())


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.parent.name)
def test_a_page_tells_the_commands_that_ci_carries_out(page):
    carried_out = [(shlex.split(e["build"]), shlex.split(e["course"])) for e in ENGINES]
    assert [
        (build, [word for word in run if word not in AT_A_TERMINAL]) for build, run in told(page)
    ] == carried_out


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine["build"].split()[0])
def test_the_class_stays_outside_and_no_privilege_is_given(engine):
    words = shlex.split(engine["course"])
    assert "$PWD/class:/course/class" in words
    assert not [word for word in words if word.startswith(("--privileged", "--cap-add", "--user="))]


def test_podman_runs_it_as_the_user_that_it_was_built_for():
    [number] = re.findall(r"^ARG UID=(\d+)$", CONTAINERFILE, re.MULTILINE)
    [podman] = [e["course"] for e in ENGINES if e["course"].startswith("podman")]
    assert f"--userns keep-id:uid={number},gid={number} " in podman


def test_where_bubblewrap_cannot_run_it_is_said_which_page_has_the_options(tmp_path, monkeypatch):
    bwrap = tmp_path / "bwrap"
    bwrap.write_text("#!/bin/sh\necho 'bwrap: Cannot mount proc' >&2\nexit 1\n")
    bwrap.chmod(0o755)
    path = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    monkeypatch.setenv("PATH", path["PATH"])
    monkeypatch.setattr(sandbox, "environment", lambda: path)
    monkeypatch.setattr(sandbox, "ALLOW", {})
    sandbox.check.cache_clear()
    with pytest.raises(SandboxError, match="Cannot mount proc") as raised:
        sandbox.check()
    [page] = re.findall(r"docs/\S+\.md", str(raised.value))
    assert ROOT / page in PAGES
