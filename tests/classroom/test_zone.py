"""A class has one time zone, and every time that names none is read in it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.classroom import zone
from grader.classroom.folder import ClassFolder
from grader.errors import SettingError

NOON = datetime(2026, 7, 1, 12, 0)


@pytest.fixture
def folder(tmp_path: Path) -> ClassFolder:
    return ClassFolder(tmp_path / "class")


@pytest.mark.parametrize(
    ("text", "hour", "name"),
    [
        ("Asia/Seoul", 3, "Asia/Seoul"),
        ("America/New_York", 16, "America/New_York"),
        (" Europe/Berlin ", 10, "Europe/Berlin"),
        ("+09:00", 3, "UTC+09:00"),
        ("UTC-0330", 15, "UTC-03:30"),
    ],
)
def test_a_zone_that_was_set_is_the_one_of_times_without_any(folder, text, hour, name) -> None:
    zone.write(folder, text)
    found = zone.read(folder)
    assert (found.utc(NOON).hour, found.name, found.guessed) == (hour, name, False)
    assert name in found.shown(NOON.replace(tzinfo=UTC))


def test_a_time_that_names_its_zone_keeps_it(folder) -> None:
    zone.write(folder, "Asia/Seoul")
    assert zone.read(folder).utc(NOON.replace(tzinfo=UTC)).hour == 12


@pytest.mark.parametrize("text", ["Seoul", "Asia/../../etc/passwd", "+25:00", "", "KST", "/etc"])
def test_what_is_no_zone_is_refused_with_what_to_write(folder, text) -> None:
    with pytest.raises(SettingError, match="such as Asia/Seoul"):
        zone.write(folder, text)
    assert not folder.zone.exists()


@pytest.mark.parametrize(("machine", "guessed"), [("UTC", True), ("Asia/Seoul", False)])
def test_without_one_it_is_the_machines_and_a_machine_in_utc_is_doubted(
    folder, in_zone, machine, guessed
) -> None:
    in_zone(machine)
    found = zone.read(folder)
    assert found.utc(NOON).hour == (12 if guessed else 3)
    assert (found.guessed, "--zone" in found.told()) == (guessed, guessed)
