"""What a student's kernel can read: of this project `nlplab`, and of grader its own side alone."""

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from grader.errors import SandboxError
from grader.kernel import sandbox
from grader.kernel.launcher import ForkServer
from grader.limits import Limits
from tests.support import ROOT

pytestmark = pytest.mark.slow

SHARED = ("nlplab/", "grader/__init__.py", "grader/sandboxed/")
RECORDED = "nlplab/checks/recorded/"
READ = """
import hashlib, os
def read(names):
    tops = [name for name in os.listdir("/") if name not in ("proc", "sys", "dev")]
    for folder, _, files in (step for top in tops for step in os.walk("/" + top)):
        for path in (os.path.join(folder, name) for name in names.intersection(files)):
            try:
                with open(path, "rb") as file:
                    print(hashlib.sha256(file.read()).hexdigest())
            except OSError:
                pass
"""
WRAP = """
import json, sys
from grader.kernel import sandbox
print(json.dumps(sandbox.wrap(["-c", sys.argv[1]], sys.executable)))
"""
LOOK = """
import grader.sandboxed, os, sys
for folder, _, names in os.walk(sys.prefix):
    print(*(os.path.join(folder, name) for name in names), sep="\\n")
    try:
        os.mkdir(os.path.join(folder, "made"))
        print(folder, "can be written to")
    except OSError:
        pass
"""


@pytest.fixture(scope="module", autouse=True)
def works():
    try:
        sandbox.check()
    except SandboxError as error:
        pytest.skip(str(error))


def contents() -> Iterator[tuple[str, str]]:
    """The name and digest of each file of this project, a class in it included."""
    built = ("build", "nlplab.egg-info")  # what pip writes of it stands in every environment too
    rooms = [path for path in ROOT.iterdir() if path.name[0] != "." and path.name not in built]
    for path in (path for room in rooms for path in (room, *room.rglob("*"))):
        if path.is_file() and path.suffix != ".pyc" and path.stat().st_size:
            yield path.relative_to(ROOT).as_posix(), sha256(path.read_bytes()).hexdigest()


def test_a_sealed_kernel_reads_what_students_get_and_its_own_side_of_grader_alone():
    files = dict(contents())
    names = {Path(name).name for name in files}
    with ForkServer() as launcher, launcher.kernel(Limits(cell=120)) as kernel:
        outputs = kernel.run(f"{READ}\nread({names!r})")
    read = set("".join(output["text"] for output in outputs).split())
    shared = {n for n in files if n.startswith(SHARED) and not n.startswith(RECORDED)}
    assert {name for name in shared if files[name] not in read} == set()
    public = {files[name] for name in {*shared, "LICENSE", "LICENSE-TEXT"}}
    assert {name for name in files if files[name] in read - public} == set()


def test_what_answers_are_compared_with_is_no_file_of_a_kernels():
    files = dict(contents())
    recorded = {Path(name).name for name in files if name.startswith(RECORDED)}
    assert recorded
    look = "import os\nfrom importlib.resources import files\n"
    look += "print(*[path.name for path in files('nlplab.checks').joinpath('recorded').iterdir()])"
    look += f"\nprint([there for at in os.walk('/') for there in {recorded!r}.intersection(at[2])])"
    with ForkServer() as launcher, launcher.kernel(Limits(cell=120)) as kernel:
        [printed] = kernel.run(look)
    assert printed["text"].split() == ["[]"]


SAYS_WHERE = """
import os, sys, sysconfig, torch
for name in ("mountinfo", "mounts", "mountstats", "environ", "cmdline", "maps", "cgroup"):
    print(open(f"/proc/self/{name}").read())
print(sys.path, sys.prefix, sys.base_prefix, sys.executable, os.environ, os.getcwd())
print([getattr(module, "__file__", "") for module in [*sys.modules.values()]])
print([os.readlink(f"/proc/self/{name}") for name in ("exe", "cwd", "root")])
print([os.readlink(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd")[:-1]])
"""


def test_nothing_tells_a_kernel_where_on_this_machine_the_course_is():
    with ForkServer() as launcher, launcher.kernel(Limits(cell=120)) as kernel:
        told = "".join(output["text"] for output in kernel.run(SAYS_WHERE))
    if " - overlay " not in told:
        pytest.skip("Linux lets ordinary users lay nothing over a folder here")
    found = sandbox._interpreter(sys.executable)
    places = {str(ROOT), found["environment"], found["base"]}
    assert [place for place in places if place in told and not place.startswith("/usr")] == []


WITHOUT_LAYERS = """
from grader.sandboxed import namespaces, view
mount = namespaces.mount
def fails(kind, *rest):
    if kind == "overlay":
        raise OSError
    mount(kind, *rest)
namespaces.mount = fails
"""


def test_where_nothing_can_be_laid_over_a_folder_it_is_shown_all_the_same():
    *command, spec, program, _, _ = sandbox.wrap(["-c", ""], sys.executable)
    look = "import nlplab.checks, os, torch; print(os.listdir('/course/nlplab/checks/recorded'))"
    become = f"view.main({json.loads(spec)!r}, {[program, '-c', look]!r})"
    command[-2:] = ["-c", WITHOUT_LAYERS + become]
    done = subprocess.run(command, env=sandbox.environment(), check=True, capture_output=True)
    assert done.stdout == b"[]\n"


@pytest.mark.parametrize("place", ["site-packages", "checkout"])
def test_the_rest_of_a_project_that_lies_in_the_environment_is_hidden(tmp_path, place):
    """As where it was installed with pip, or cloned into a folder of the interpreter's."""
    environment = tmp_path / "environment"
    venv.create(environment, symlinks=True)
    [packages] = environment.glob("lib/python*/site-packages")
    project = packages if place == "site-packages" else environment / "src" / "course"
    unread = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "grader", project / "grader", ignore=unread)
    shared = ("nlplab/__init__.py", f"{RECORDED}02_rnn.json")
    for name in (*shared, "class/submitted/ann.ipynb", "source/hidden.py"):
        if place == "checkout" or name.startswith("nlplab"):
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_text("")

    seen = inside(environment / "bin" / "python", project, LOOK)
    assert "/course/environment/pyvenv.cfg" in seen
    assert [line for line in seen if "can be written" in line] == []
    rest = {"grader", "class", "source", "recorded"}
    assert [line for line in seen if rest & {*Path(line).parts}] == []


def inside(python: Path, project: Path, code: str) -> list[str]:
    """What `code` prints in the sandbox of a grader that stands in `project`."""
    environment = {"PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"}
    run = [python, "-P", "-c", WRAP, code]
    command = subprocess.run(run, env=environment, check=True, capture_output=True).stdout
    environment = sandbox.environment()
    done = subprocess.run(json.loads(command), env=environment, check=True, capture_output=True)
    return done.stdout.decode().splitlines()
