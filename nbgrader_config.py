"""Where nbgrader's own commands (formgrader, generate_feedback, …) find this course and its class.

Late penalties and other settings of nbgrader's that are added here also count for the grader.
"""

import os
from pathlib import Path

from sqlalchemy import URL

root = Path(__file__).resolve().parent

# Kernels that nbgrader starts inherit it: hidden tests find their cases there.
os.environ["NLPLAB_HIDDEN"] = str(root / "source")

c = get_config()  # noqa: F821 (nbgrader provides it)
c.CourseDirectory.root = str(root)
gradebook = root / "class" / "gradebook.db"
c.CourseDirectory.db_url = str(URL.create("sqlite", database=str(gradebook)))
c.CourseDirectory.source_directory = "source"
c.CourseDirectory.release_directory = "class/release"  # notebooks/ is written by our own release
c.CourseDirectory.submitted_directory = "class/submitted"
c.CourseDirectory.autograded_directory = "class/autograded"
c.CourseDirectory.feedback_directory = "class/feedback"
c.GenerateFeedback.exporter_class = "grader.pages.feedback.FeedbackExporter"  # shows no hidden test
c.HTMLExporter.preprocessors = ["grader.pages.formgrader.Harmless"]  # no script of a student's runs
c.Autograde.exporter_class = "grader.pages.formgrader.Refuse"  # grading needs the sandbox
