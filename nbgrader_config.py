"""Where nbgrader's own commands and its formgrader find this course and its class.

They release and grade as `grader` does; docs/nbgrader.md says what each of them does here. Late
penalties and other settings of nbgrader's that are added here also count for the grader.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from grader.classroom.folder import file_url

root = Path(__file__).resolve().parent

# Kernels that nbgrader starts inherit it: hidden tests find their cases there.
os.environ["NLPLAB_HIDDEN"] = str(root / "source")
# nbgrader starts `alembic` by name when it makes a gradebook: let it find ours.
programs = str(Path(sys.executable).parent)
if programs not in os.environ.get("PATH", "").split(os.pathsep):
    os.environ["PATH"] = os.pathsep.join((programs, os.environ.get("PATH", os.defpath)))

c = get_config()  # noqa: F821 (nbgrader provides it)
c.CourseDirectory.root = str(root)
gradebook = root / "class" / "gradebook.db"
with suppress(OSError):  # whoever writes there says what is wrong with it
    gradebook.parent.mkdir(exist_ok=True)
c.CourseDirectory.db_url = file_url(gradebook)  # or a database on a server: docs/data.md
c.CourseDirectory.source_directory = "source"
c.CourseDirectory.release_directory = "class/release"  # notebooks/ is written by our own release
c.CourseDirectory.submitted_directory = "class/submitted"
c.CourseDirectory.autograded_directory = "class/autograded"
c.CourseDirectory.feedback_directory = "class/feedback"
c.StudentVersion.lang = "ko"  # or "en": what Generate writes
c.GenerateAssignment.preprocessors = [
    "grader.plugins.generate.Registered",
    "grader.plugins.generate.StudentVersion",
]
c.Autograde.exporter_class = "grader.plugins.autograde.Sandboxed"  # grades in the sandbox
c.Execute.timeout = 600  # seconds of a cell under Validate: some train a model
c.GenerateFeedback.exporter_class = "grader.pages.feedback.FeedbackExporter"  # shows no hidden test
c.HTMLExporter.preprocessors = [
    "grader.pages.formgrader.Harmless",  # no script of a student's runs
    "grader.pages.formgrader.Rubrics",
]
