"""nbgrader's Generate: the release, and the gradebook, that `grader` would write."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from traitlets.config import Config

from grader.course import build, sources
from grader.course.versions import gradebook_version
from grader.gradebook import book as gradebook
from grader.gradebook.session import opened
from grader.notebooks import files
from nlplab.messages import LANGUAGES
from tests.support import ROOT, notebooks, planting
from tests.support.planting import NAME, class_of
from tests.support.plugins import api, configured


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of one section that was cloned just now."""
    return notebooks.course(tmp_path, NAME)


@pytest.fixture
def config(course: Path) -> Iterator[Config]:
    with configured(course) as config:
        yield config


def generate(config: Config, name: str = NAME) -> dict[str, str]:
    return api(config).generate_assignment(name)


def test_it_needs_no_class_to_be_there(course: Path, config: Config) -> None:
    shutil.rmtree(course / "class")
    with configured(course) as config:
        assert generate(config)["success"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_writes_what_is_released_in_the_language_of_the_settings(
    course: Path, config: Config, lang: str
) -> None:
    config.StudentVersion.lang = lang
    generate(config)
    [written] = (course / "class" / "release").rglob("*.*")
    released = build.student_release(course, lang, NAME)
    assert written.read_bytes() == files.dumps(released).encode("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("name", sources.assignments(ROOT))
def test_every_section_is_the_same_as_in_notebooks(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "source", tmp_path / "source")
    with configured(tmp_path) as config:
        assert generate(config, name)["success"]
    [written] = (tmp_path / "class" / "release").rglob("*.*")
    assert written.read_bytes() == build.student_path(ROOT, "ko", name).read_bytes()


def test_another_language_is_refused_by_name(config: Config) -> None:
    config.StudentVersion.lang = "fr"
    told = generate(config)
    assert not told["success"]
    assert "lang" in told["error"]
    assert "'fr'" in told["error"]


def test_the_gradebook_has_the_version_that_is_graded(course: Path, config: Config) -> None:
    generate(config)
    version = gradebook_version(build.source(course, NAME))
    with opened(class_of(course)) as book:
        known = gradebook.registered(book, NAME)
        assert {c.name: c.source for c in known.source_cells} == {
            c.metadata.nbgrader.grade_id: c.source
            for c in version.cells
            if "nbgrader" in c.metadata
        }


def test_without_database_it_writes_the_release_alone(course: Path, config: Config) -> None:
    config.SaveCells.enabled = False  # what --no-db sets
    config.GenerateAssignment.no_database = True
    assert generate(config)["success"]
    assert not class_of(course).gradebook.exists()


@pytest.fixture
def graded(tmp_path: Path) -> Path:
    """A course of which submissions are graded, and whose section has changed since."""
    planting.of_two(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        doing = planting.InProcess()
        patch.setattr("grader.grading.cluster.engine", doing.engine)
        patch.setattr("grader.grading.job.work", planting.by_answer)
        planting.grade(tmp_path)
    more = notebooks.graded("cut-3", "assert cut('d')")
    notebooks.save(tmp_path, NAME, notebooks.lesson(planting.HELD, more))
    return tmp_path


def test_a_section_that_has_changed_is_released(graded: Path) -> None:
    with configured(graded) as config:
        generate(config)
    [written] = (graded / "class" / "release").rglob("*.*")
    assert "cut-3" in written.read_text("utf-8")
    assert files.read(written) == build.student_release(graded, "ko", NAME)


def test_what_is_graded_keeps_its_version_in_the_gradebook_and_that_is_said(graded: Path) -> None:
    with configured(graded) as config:
        told = generate(config)
    assert "cut-3" not in cells(graded)
    assert f"grader grade --assignment {NAME}" in told["log"]


def cells(course: Path) -> set[str]:
    with opened(class_of(course)) as book:
        return gradebook.cells(book, NAME)
