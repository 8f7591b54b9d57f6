"""What breaks while a class is graded: grading again makes it good, and nothing is lost."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from grader.classroom.folder import ClassFolder, Ref
from grader.grading import run
from grader.grading.options import Options
from grader.limits import Limits
from tests.support import notebooks
from tests.support.classes import points
from tools import bench, soak

pytestmark = pytest.mark.slow

# In a mount namespace of its own: a class folder with hardly any room, then with some.
ON_A_SMALL_DISK = """
mount -t tmpfs -o size=4m tmpfs "$CLASS" && cp -r "$BEFORE"/. "$CLASS" || exit 9
dd if=/dev/zero of="$CLASS/filler" bs=1k status=none 2> /dev/null
"$GRADER" grade --force --sandbox none --workers 1 --class "$CLASS" 2>&1
echo "ended with $?"
rm "$CLASS/filler" && cp -r "$CLASS" "$OUT/full" || exit 9
"$GRADER" grade --sandbox none --workers 1 --class "$CLASS" > /dev/null 2>&1 || exit 9
cp -r "$CLASS" "$OUT/after"
"""


def test_after_a_process_was_killed_grading_again_gives_the_undisturbed_gradebook(tmp_path):
    assert soak.soak(tmp_path, rounds=1, students=4, seed=0) == []


def test_when_all_that_grade_are_killed_others_take_their_place(tmp_path):
    root, folder = notebooks.course(tmp_path / "course", soak.NAME), ClassFolder(tmp_path / "class")
    soak.hand_in(root, folder, 6)
    options = Options(Limits(), sealed=False, workers=2)
    grading = run.grade_class(root, folder, [soak.NAME], options)
    next(grading)
    started = psutil.Process().children(recursive=True)
    for process in started:
        with suppress(psutil.NoSuchProcess):  # a kernel that has ended meanwhile
            if {soak.HELPER, soak.FORKSERVER} & {*process.cmdline()}:
                process.kill()
    assert [entry.fault for entry in grading] == [""] * 5
    assert len(points(folder, soak.NAME)) == 6


@pytest.fixture(scope="module")
def full_disk(tmp_path_factory):
    """What `grader grade` said on a full disk, and the class before, then, and once it had room."""
    place = tmp_path_factory.mktemp("full")
    root, before = notebooks.course(place / "course", soak.NAME), ClassFolder(place / "before")
    soak.hand_in(root, before, 4)
    assert soak.start(root, before, place).wait() == 0
    wrong = before.notebook(Ref("s000", soak.NAME))
    wrong.write_text(wrong.read_text().replace("text.split()", "[]"))
    (place / "class").mkdir()
    (place / "out").mkdir()
    names = {"CLASS": place / "class", "BEFORE": before, "OUT": place / "out"}
    names["GRADER"] = Path(sys.executable).parent / "grader"
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", ON_A_SMALL_DISK],
        cwd=root,
        env=os.environ | {name: str(path) for name, path in names.items()},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    full, after = (ClassFolder(place / "out" / name) for name in ("full", "after"))
    return done.stdout, before, full, after


def test_a_full_disk_is_an_error_that_says_so(full_disk):
    said = full_disk[0]
    assert "ended with 1" in said
    assert "full" in said or "No space left" in said
    assert "Traceback" not in said


def test_on_a_full_disk_the_gradebook_stays_as_it_was(full_disk):
    _, before, full, _ = full_disk
    assert bench.records(full) == bench.records(before)


def test_once_there_is_room_grading_goes_on(full_disk):
    _, before, _, after = full_disk
    changed = {
        key for key, row in bench.records(after).items() if row != bench.records(before)[key]
    }
    assert changed == {("s000", soak.NAME, "cut-1")}
