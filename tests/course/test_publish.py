"""The students' repository gets what students need, and keeps what is not its own."""

import subprocess
import tomllib
from pathlib import Path

import pytest

from grader.course import sources, versions
from grader.course.leaks import leaks
from grader.course.package import student_pyproject
from grader.course.publish import MANIFEST, publish
from grader.course.versions import Repository
from grader.errors import PublishError
from grader.notebooks import files
from tests.support.notebooks import (
    MODEL,
    RUBRIC,
    code,
    lesson,
    save,
    setup,
    solution,
    source,
    text,
    written,
)

PYPROJECT = """
# the instructors' distribution
[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[project]
name = "nlplab"
dynamic = ["version"]
readme = "README.md"
dependencies = ["torch>=2.6"]

# commands
[project.scripts]
grader = "grader.__main__:main"

[project.optional-dependencies]
grader = ["nbgrader"]

[tool.setuptools.dynamic]
version = { attr = "nlplab.__version__" }

[tool.setuptools.packages.find]
include = ["nlplab*", "grader*", "pretraining*"]

[tool.setuptools.package-data]
"*" = ["*.txt", "py.typed"]
grader = ["*.html"]

[tool.ruff]
line-length = 100
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with two sections, a package and what no student may get."""
    root = tmp_path / "project"
    for name in ("01_cut", "02_count"):
        save(root, name, lesson())
    for name in ("nlplab/__init__.py", "nlplab/data/words.txt", "grader/cli/app.py", "LICENSE"):
        files.write_text(root / name, f"{name}\n")
    for name in ("nlplab/__pycache__/a.pyc", "tests/answers/right.py", "solutions/ko/01_cut.ipynb"):
        files.write_text(root / name, "no\n")
    files.write_text(root / "pyproject.toml", PYPROJECT)
    return root


@pytest.fixture
def students(tmp_path: Path) -> Path:
    return tmp_path / "students"


def names(directory: Path) -> set[str]:
    return {p.relative_to(directory).as_posix() for p in directory.rglob("*") if p.is_file()}


def test_students_get_notebooks_package_and_readme_and_nothing_else(root, students):
    publish(root, students)
    assert names(students) == {
        "notebooks/ko/01_cut.ipynb",
        "notebooks/ko/02_count.ipynb",
        "notebooks/en/01_cut.ipynb",
        "notebooks/en/02_count.ipynb",
        "nlplab/__init__.py",
        "nlplab/data/words.txt",
        "README.md",
        "README.ko.md",
        "LICENSE",
        "pyproject.toml",
        ".gitignore",
        MANIFEST,
    }


def test_published_notebooks_and_readme_point_at_the_repository(root, students):
    to = Repository("someone/nlp-lab")
    publish(root, students, to)
    nb = files.read(students / "notebooks/en/01_cut.ipynb")
    assert nb == versions.student_version(lesson(), "en", to, assignment="01_cut")
    assert to.badge("ko", "02_count") in (students / "README.ko.md").read_text("utf-8")


def test_publishing_again_changes_nothing(root, students):
    assert publish(root, students)
    assert publish(root, students) == []


def test_files_of_others_stay_and_stale_files_of_ours_go(root, students):
    files.write_text(students / ".git/config", "theirs")
    files.write_text(students / "notebooks/en/mine.ipynb", "theirs")
    publish(root, students)
    sources.source_path(root, "02_count").unlink()
    (root / "nlplab/data/words.txt").unlink()
    publish(root, students)
    assert {".git/config", "notebooks/en/mine.ipynb"} <= names(students)
    assert not any("02_count" in name or "words" in name for name in names(students))
    assert not (students / "nlplab/data").exists()


def test_only_adds_a_section_to_those_published_before(root, students):
    publish(root, students, only=["01_cut"])
    assert "notebooks/ko/02_count.ipynb" not in names(students)
    publish(root, students, only=["02_count"])
    assert {"notebooks/ko/01_cut.ipynb", "notebooks/ko/02_count.ipynb"} <= names(students)
    assert "[01_cut](notebooks/en/01_cut.ipynb)" in (students / "README.md").read_text("utf-8")


def test_file_of_somebody_else_is_not_overwritten(root, students):
    files.write_text(students / "README.md", "mine")
    with pytest.raises(PublishError, match=r"README\.md"):
        publish(root, students)
    assert names(students) == {"README.md"}


def test_what_notebooks_write_beside_themselves_is_ignored_by_git(root, students):
    publish(root, students)
    subprocess.run(["git", "init", "--quiet", students], check=True)
    left = ("results.csv", "reviews.txt", "translator/config.json", ".ipynb_checkpoints/01.ipynb")
    for name in (*(f"notebooks/ko/{name}" for name in left), "nlplab/__pycache__/a.pyc"):
        files.write_text(students / name, "")
    command = ["git", "-C", students, "ls-files", "--others", "--exclude-standard"]
    seen = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert set(seen.splitlines()) == set((students / MANIFEST).read_text().splitlines()) | {
        MANIFEST
    }


def test_a_gitignore_of_somebody_else_stays(root, students):
    files.write_text(students / ".gitignore", "theirs")
    publish(root, students)
    assert publish(root, students) == []
    assert (students / ".gitignore").read_text() == "theirs"


def test_project_itself_is_no_place_to_publish_to(root):
    for folder in (root, root.parent, root / "source", root / "nlplab/data"):
        with pytest.raises(PublishError, match="a folder of its own"):
            publish(root, folder)


def test_manifest_that_names_files_outside_is_refused(root, students):
    files.write_text(students / MANIFEST, "../project/LICENSE\n")
    with pytest.raises(PublishError, match="outside the folder"):
        publish(root, students)
    assert (root / "LICENSE").exists()


def test_students_distribution_is_nlplab_alone():
    derived = student_pyproject(PYPROJECT)
    assert tomllib.loads(derived) == {
        "build-system": {"requires": ["setuptools>=77"], "build-backend": "setuptools.build_meta"},
        "project": {"name": "nlplab", "dynamic": ["version"], "dependencies": ["torch>=2.6"]},
        "tool": {
            "setuptools": {
                "dynamic": {"version": {"attr": "nlplab.__version__"}},
                "packages": {"find": {"include": ["nlplab*"]}},
                "package-data": {"*": ["*.txt", "py.typed"]},
            }
        },
    }
    assert "grader" not in derived
    assert "pretraining" not in derived


# --- the leak guard ---


def test_release_of_a_lesson_leaks_nothing():
    assert leaks(versions.student_version(lesson(), "ko"), [lesson()]) == []


def test_solution_line_elsewhere_in_the_release_is_a_leak():
    told = text("`words = text.strip().split()`", "try `words = text.strip().split()`")
    (found,) = leaks(versions.student_version(lesson(told), "en"), [lesson()])
    assert found.endswith("try `words = text.strip().split()`")


def test_solution_of_a_later_section_is_a_leak():
    early = source(setup(), code("words = text.strip().split()"))
    assert leaks(versions.student_version(early, "ko"), [early]) == []
    assert leaks(versions.student_version(early, "ko"), [early, lesson()])


def test_hidden_test_elsewhere_in_the_release_is_a_leak():
    shown = code('check.equal(cut("  alpha beta gamma "), ["alpha", "beta", "gamma"])')
    assert leaks(versions.student_version(lesson(shown), "ko"), [lesson()])


def test_line_of_the_stub_and_imports_are_no_leak():
    body = "### BEGIN SOLUTION\n#~ total = count_words(document)\n{}\n### END SOLUTION"
    lines = "from collections import Counter\ntotal = count_words(document)"
    nb = source(setup(), code(lines), solution("total", body.format(lines)))
    assert leaks(versions.student_version(nb, "ko"), [nb]) == []


@pytest.mark.parametrize("secret", [MODEL[1], RUBRIC[1].split("\n")[0]])
def test_a_model_answer_or_a_rubric_in_a_text_leaks(secret):
    nb = lesson(written(), text("가", secret))
    assert leaks(versions.student_version(nb, "ko"), [nb]) == []
    assert leaks(versions.student_version(nb, "en"), [nb])


def test_unreleased_source_leaks():
    assert leaks(lesson(), [lesson()])


def test_release_that_leaks_is_not_published(root, students):
    save(root, "01_cut", lesson(code("words = text.strip().split()")))
    with pytest.raises(PublishError, match=r"01_cut .* gives a solution away"):
        publish(root, students)
    assert not students.exists()


def test_package_that_leaks_is_not_published(root, students):
    files.write_text(root / "nlplab/shortcut.py", "    words = text.strip().split()\n")
    with pytest.raises(PublishError, match=r"nlplab/shortcut\.py gives a solution away"):
        publish(root, students)
    assert not students.exists()


def test_nothing_published_mentions_hidden_tests_or_solutions(root, students):
    publish(root, students)
    everything = "".join((students / name).read_text("utf-8") for name in names(students))
    for word in ("BEGIN SOLUTION", "HIDDEN TESTS", "alpha", "text.strip().split()", "#~"):
        assert word not in everything
