"""What `grader collect` and `grader due` show of files and people whose names may be anything."""

import json
from pathlib import Path
from zipfile import ZipFile

from grader.course import bank, build

NAME = "01_cut"


def archive(root: Path, *names: str) -> Path:
    released = json.dumps(bank.compose(build.student_release(root, "ko", NAME), {}))
    with ZipFile(root / "all.zip", "w") as packed:
        for name in names:
            packed.writestr(name, released)
    return root / "all.zip"


def test_files_of_any_name_stand_in_what_is_to_be_looked_at(root, command):
    (root / "class").mkdir()
    (root / "class" / "roster.csv").write_text("id,name\nann,[bold]Ann\n")
    names = ("ann.ipynb", "[/x].ipynb", "a\x1b[31mb.ipynb", "a\u202ec.ipynb")
    ended = command("collect", str(archive(root, *names)))
    assert ended.exit_code == 1
    assert all(seen in ended.stdout for seen in ("[/x].ipynb", "a�[31mb.ipynb", "a�c.ipynb"))
    assert not {"\x1b", "\u202e"} & {*ended.stdout}
    assert (root / "class" / "submitted" / "ann" / NAME).is_dir()


def test_without_a_roster_it_is_said_how_to_write_one_and_how_to_get_a_draft(root, command):
    said = command("collect", str(archive(root, "ann.ipynb"))).stderr
    assert "no class/roster.csv: write a CSV with the columns id, name" in said
    assert said.endswith("From an archive of an LMS: grader collect --draft-roster\n")


def test_what_is_not_there_is_named_and_nothing_is_written(root, command):
    (root / "class").mkdir()
    ended = command("collect", "[/x].zip")
    assert (ended.exit_code, ended.stderr) == (1, "[/x].zip: No such file or directory\n")
    assert [*(root / "class").iterdir()] == []


def test_a_section_that_is_none_is_named_as_it_was_written(command):
    said = command("due", "[/x]", "never").stderr
    assert said == f"no source for [/x]; there is {NAME}\n"
