"""nbgrader as a course's `nbgrader_config.py` sets it up."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config, PyFileConfigLoader

from grader.classroom.folder import CONFIG
from nlplab.checks.recorded import HIDDEN
from tests.support import ROOT


@contextmanager
def configured(course: Path) -> Iterator[Config]:
    """The settings of a course that has ours; what they set in the environment is gone afterwards.

    As any other command does, they make the folder of its class.
    """
    shutil.copy(ROOT / CONFIG, course)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HIDDEN, "")
        yield PyFileConfigLoader(CONFIG, path=str(course)).load_config()


def api(config: Config) -> NbGraderAPI:
    """What the formgrader's buttons press."""
    return NbGraderAPI(CourseDirectory(config=config), config=config)
