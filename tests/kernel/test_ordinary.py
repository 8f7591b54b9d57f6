"""All that a kernel is kept from holds as well for who is not root."""

import os
import subprocess
import sys

import pytest

from grader.errors import SandboxError
from grader.kernel import sandbox
from tests.support import ROOT
from tests.support.ordinary import as_ordinary_user

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("module", ["memory", "namespaces", "sandbox"])
def test_as_an_ordinary_user(module, tmp_path_factory):
    tests = ["-q", "-p", "no:cacheprovider", f"tests/kernel/test_{module}.py"]
    command = as_ordinary_user(sys.executable, "-m", "pytest", *tests)
    if command is None:
        pytest.skip("the tests beside this one are run by an ordinary user, or bwrap is missing")
    try:
        sandbox.check()
    except SandboxError as error:
        pytest.skip(str(error))
    environment = os.environ | {"HOME": "/tmp", "USER": "somebody"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "skipped" not in done.stdout.splitlines()[-1]
