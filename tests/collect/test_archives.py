"""Archives, friendly and hostile: what is in them is read, or refused with its reason."""

import gzip
import io
import os
import stat
import struct
import sys
import tarfile
import unicodedata
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.collect import archives, entries
from grader.collect.archives import Member, read
from grader.errors import FileError

NOTEBOOK = b'{"cells": [{"cell_type": "code"}]}'


def zipped(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def tarred(path: Path, *members: tuple[tarfile.TarInfo | str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:
        for info, data in members:
            info = tarfile.TarInfo(info) if isinstance(info, str) else info
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def nameless_flag(path: Path, name: bytes, data: bytes) -> Path:
    """A zip whose one name has no UTF-8 flag, as Windows writes it in the encoding of its land."""
    stand_in = "x" * len(name)
    content = zipped(path, (stand_in, data)).read_bytes()
    path.write_bytes(content.replace(stand_in.encode(), name))
    return path


def reasons(found: list[Member]) -> dict[str, str]:
    return {member.file.split("/", 1)[-1]: member.reason or member.kind for member in found}


# --- what is read ---


@pytest.mark.parametrize("name", ["all.zip", "all.tar.gz", "all.tgz", "all.tar"])
def test_an_archive_gives_its_files_in_order_with_name_bytes_and_time(
    tmp_path: Path, name: str
) -> None:
    when = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    members = []
    for number in (2, 1):
        file = f"학생/{number}.ipynb"
        if name.endswith("zip"):
            info = zipfile.ZipInfo(file, when.timetuple()[:6])
        else:
            info = tarfile.TarInfo(file)
            info.mtime = when.timestamp()
        members.append((info, NOTEBOOK + b" " * number))
    path = tmp_path / name
    if name.endswith("zip"):
        when = when.replace(tzinfo=None)  # of the clock of whoever packed it
        zipped(path, *members)
    else:
        tarred(path, *members, mode="w" if name.endswith("tar") else "w:gz")
    assert [*read(path)] == [
        Member(f"{name}/학생/2.ipynb", "notebook", when, NOTEBOOK + b"  "),
        Member(f"{name}/학생/1.ipynb", "notebook", when, NOTEBOOK + b" "),
    ]


def test_a_folder_gives_its_files_by_name_and_follows_no_link(tmp_path: Path) -> None:
    folder = tmp_path / "mails"
    (folder / "b").mkdir(parents=True)
    (folder / "b" / "hw.ipynb").write_bytes(NOTEBOOK)
    (folder / "a.ipynb").write_bytes(NOTEBOOK)
    (folder / "link.ipynb").symlink_to(folder / "a.ipynb")
    (folder / "up").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.ipynb")
    assert reasons([*read(folder)]) == {
        "a.ipynb": "notebook",
        "b/hw.ipynb": "notebook",
        "link.ipynb": "a link, not a file",
        "pipe.ipynb": "a device or a pipe, not a file",
        "up": "a link, not a file",
    }


def test_a_backslash_on_the_disk_is_part_of_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a\\b" / "c\\d.ipynb"
    path.parent.mkdir()
    path.write_bytes(NOTEBOOK)
    for named in (path, path.parent):
        assert [member.file for member in read(named)] == ["a\\b/c\\d.ipynb"]


def test_a_single_notebook_has_the_name_of_its_folder_before_it(tmp_path: Path) -> None:
    path = tmp_path / "ann" / "hw.ipynb"
    path.parent.mkdir()
    path.write_bytes(NOTEBOOK)
    assert [member.file for member in read(path)] == ["ann/hw.ipynb"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_names_without_the_utf8_flag_are_read_as_windows_or_a_mac_meant_them(
    tmp_path: Path, encoding: str
) -> None:
    path = nameless_flag(tmp_path / "all.zip", "김아름.ipynb".encode(encoding), NOTEBOOK)
    assert [member.file for member in read(path)] == ["all.zip/김아름.ipynb"]


def test_names_are_composed_and_have_slashes(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "./학생\\과제.ipynb")
    for path in (
        zipped(tmp_path / "all.zip", (name, NOTEBOOK)),
        tarred(tmp_path / "all.tar", (name, NOTEBOOK), mode="w"),
    ):
        assert [member.file for member in read(path)] == [f"{path.name}/학생/과제.ipynb"]


def test_the_time_in_the_extra_field_of_unix_needs_no_clock_of_the_packer(tmp_path: Path) -> None:
    when = datetime(2026, 3, 2, 9, 30, 1, tzinfo=UTC)
    info = zipfile.ZipInfo("a.ipynb", (2026, 3, 2, 18, 30, 0))
    plain = zipped(tmp_path / "b.zip", (info, NOTEBOOK))
    assert [member.when for member in read(plain)] == [datetime(2026, 3, 2, 18, 30)]
    info.extra = struct.pack("<HHBI", 0x5455, 5, 1, int(when.timestamp()))
    with_extra = zipped(tmp_path / "a.zip", (info, NOTEBOOK))
    assert [member.when for member in read(with_extra)] == [when]


def test_a_zip_without_times_has_none(tmp_path: Path) -> None:
    path = zipped(tmp_path / "all.zip", (zipfile.ZipInfo("a.ipynb"), NOTEBOOK))
    assert [member.when for member in read(path)] == [None]


def test_a_notebook_under_another_ending_is_known_by_its_content(tmp_path: Path) -> None:
    names = {"a.ipynb.txt": NOTEBOOK, "b.json": NOTEBOOK, "c.ipynb의 사본": NOTEBOOK}
    names |= {"c": NOTEBOOK, "d.txt": b"hello"}
    path = zipped(tmp_path / "all.zip", *names.items(), ("e.pdf", NOTEBOOK))
    assert [member.kind for member in read(path)] == ["notebook"] * 4 + ["other"] * 2


def test_what_systems_leave_behind_is_litter(tmp_path: Path) -> None:
    names = ["__MACOSX/._a.ipynb", "x/.DS_Store", "Thumbs.db", "desktop.ini"]
    names += ["x/.ipynb_checkpoints/notes.txt", "._b.ipynb", ".git/config"]
    path = zipped(tmp_path / "all.zip", *((name, NOTEBOOK) for name in names))
    *found, last = read(path)
    assert {member.kind for member in found} == {"litter"}
    assert last.reason == "an archive with nothing in it to grade"


def test_a_checkpoint_is_no_notebook_and_not_lost(tmp_path: Path) -> None:
    name = "x/.ipynb_checkpoints/a-checkpoint.ipynb"
    [found] = read(zipped(tmp_path / "all.zip", (name, NOTEBOOK)))
    assert (found.kind, found.data) == ("checkpoint", NOTEBOOK)


@pytest.mark.parametrize("name", ["all.zip", "all.tar.gz", "all.tar"])
def test_an_archive_with_nothing_in_it_is_told(tmp_path: Path, name: str) -> None:
    make = zipped if name.endswith("zip") else tarred
    empty = make(tmp_path / "empty.zip") if name.endswith("zip") else tarred(tmp_path / "empty.tgz")
    path = make(tmp_path / name, (empty.name, empty.read_bytes()), ("a.ipynb", NOTEBOOK))
    assert reasons([*read(path)]) == {
        empty.name: "an archive with nothing in it to grade",
        "a.ipynb": "notebook",
    }


def test_an_empty_folder_in_a_zip_or_on_the_disk_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "ann" / "sub").mkdir(parents=True)
    members = (("ann/", b""), ("ann/sub/", b""), ("bob/", b""), ("bob/b.ipynb", NOTEBOOK))
    path = zipped(tmp_path / "all.zip", *members)
    told = {"ann/sub": "an empty folder: nothing in it to grade"}
    assert reasons([*read(folder)]) == told
    assert reasons([*read(path)]) == told | {"bob/b.ipynb": "notebook"}


# --- names in the wrong encoding ---


def raw(path: Path, *members: tuple[bytes, int, bytes]) -> Path:
    """A zip of names as they are, each with its flags and extra fields."""
    stands = [f"{number:0{len(name)}}" for number, (name, _, _) in enumerate(members, 1)]
    infos = []
    for stand, (_, _, extra) in zip(stands, members, strict=True):
        infos.append(zipfile.ZipInfo(stand))
        infos[-1].extra = extra
    content = zipped(path, *((info, NOTEBOOK) for info in infos)).read_bytes()
    for stand, (name, flags, _) in zip(stands, members, strict=True):
        content = content.replace(stand.encode(), name)
        for mark, flag, at in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
            place = content.index(name, content.index(mark)) - at
            while content[place : place + 4] != mark:
                place = content.index(name, place + at + 1) - at
            head, tail = content[: place + flag], content[place + flag + 2 :]
            content = head + struct.pack("<H", flags) + tail
    path.write_bytes(content)
    return path


def unicode_path(name: bytes, meant: bytes) -> bytes:
    field = struct.pack("<BI", 1, zlib.crc32(name)) + meant
    return struct.pack("<HH", 0x7075, len(field)) + field


CP949 = "김아름.ipynb".encode("cp949")


@pytest.mark.parametrize(
    ("name", "flags", "extra", "read_as"),
    [
        (CP949, 0x800, b"", "김아름.ipynb"),
        ("이다솜 과제.ipynb".encode("cp949"), 0x800, b"", "이다솜 과제.ipynb"),
        (b"caf\x82\xff.ipynb", 0x800, b"", "caf\u00e9\u00a0.ipynb"),
        (CP949, 0, unicode_path(CP949, "박이슬.ipynb".encode()), "박이슬.ipynb"),
        (b"?.ipynb", 0, unicode_path(b"?.ipynb", "김아름.ipynb".encode()), "김아름.ipynb"),
        (CP949, 0, unicode_path(b"another", "박이슬.ipynb".encode()), "김아름.ipynb"),
        (CP949, 0, unicode_path(CP949, b"\xff\xfe"), "김아름.ipynb"),
    ],
)
def test_a_name_that_is_not_as_its_flag_says_costs_no_file(
    tmp_path: Path, name: bytes, flags: int, extra: bytes, read_as: str
) -> None:
    path = raw(tmp_path / "all.zip", (name, flags, extra), ("최가람".encode(), 0x800, b""))
    files = [(member.file.partition("/")[2], member.kind) for member in read(path)]
    assert files == [(read_as, "notebook"), ("최가람", "notebook")]
    assert archives.names(path) == [read_as, "최가람"]


# --- archives in archives ---


def test_one_archive_in_another_is_opened_with_the_time_of_the_outer_and_no_third(
    tmp_path: Path,
) -> None:
    third = zipped(tmp_path / "third.zip", ("c.ipynb", NOTEBOOK)).read_bytes()
    inner = tarred(tmp_path / "inner.tgz", ("b.ipynb", NOTEBOOK), ("third.zip", third))
    info = zipfile.ZipInfo("inner.tgz", (2026, 3, 2, 12, 0, 0))
    path = zipped(tmp_path / "all.zip", (info, inner.read_bytes()), ("a.ipynb", NOTEBOOK))
    found = [*read(path)]
    assert reasons(found) == {
        "inner.tgz/b.ipynb": "notebook",
        "inner.tgz/third.zip": "an archive in an archive in an archive",
        "a.ipynb": "notebook",
    }
    assert found[0].when == datetime(2026, 3, 2, 12)


# --- what is refused, while the rest goes on ---


@pytest.mark.parametrize(
    "name", ["../up.ipynb", "a/../../up.ipynb", "/root.ipynb", "C:\\x.ipynb", "..\\up.ipynb"]
)
def test_a_path_out_of_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    members = ((name, NOTEBOOK), ("good.ipynb", NOTEBOOK))
    for path in (
        zipped(tmp_path / "all.zip", *members),
        tarred(tmp_path / "all.tar", *members, mode="w"),
    ):
        found = [*read(path)]
        assert [member.reason for member in found] == ["its path leads out of the archive", ""]


def test_a_name_with_control_characters_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "all.zip", ("a\x1b[2J.ipynb", NOTEBOOK), ("b.ipynb", NOTEBOOK))
    assert [member.kind for member in read(path)] == ["refused", "notebook"]


def test_links_and_devices_in_archives_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.ipynb")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    device = zipfile.ZipInfo("device.ipynb")
    device.external_attr = (stat.S_IFCHR | 0o666) << 16
    members = ((link, b"/etc/passwd"), (device, b""), ("good.ipynb", NOTEBOOK))
    assert reasons([*read(zipped(tmp_path / "all.zip", *members))]) == {
        "link.ipynb": "a link, not a file",
        "device.ipynb": "a device or a pipe, not a file",
        "good.ipynb": "notebook",
    }
    infos = []
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
        infos.append(tarfile.TarInfo(f"{kind.decode()}.ipynb"))
        infos[-1].type, infos[-1].linkname = kind, "/etc/passwd"
    tar = tarred(tmp_path / "a.tar", *((i, b"") for i in infos), ("good.ipynb", NOTEBOOK), mode="w")
    kinds = [member.kind for member in read(tar)]
    assert kinds == ["refused"] * 4 + ["notebook"]


def test_a_bomb_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    bomb = b"0" * (30 * entries.MB)
    path = zipped(tmp_path / "all.zip", ("bomb.ipynb", bomb), ("good.ipynb", NOTEBOOK))
    assert reasons([*read(path)]) == {
        "bomb.ipynb": "unpacks to more than 200 times its size",
        "good.ipynb": "notebook",
    }


def test_a_notebook_over_20_mb_is_refused_whatever_its_headers_say(tmp_path: Path) -> None:
    large = bytes(archives.LARGEST + 1)
    stored = zipfile.ZipInfo("large.ipynb")
    path = zipped(tmp_path / "all.zip", (stored, large), ("good.ipynb", NOTEBOOK))
    assert "20 MB" in reasons([*read(path)])["large.ipynb"]
    content = path.read_bytes().replace(struct.pack("<I", len(large)), struct.pack("<I", 10))
    path.write_bytes(content)
    assert [member.kind for member in read(path)] == ["refused", "notebook"]
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "large.ipynb").write_bytes(large)
    assert "20 MB" in reasons([*read(folder)])["large.ipynb"]


def test_too_many_files_are_not_read_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "FILES", 2)
    path = zipped(tmp_path / "all.zip", *((f"{n}.ipynb", NOTEBOOK) for n in range(4)))
    found = [*read(path)]
    assert [member.kind for member in found] == ["notebook", "notebook", "refused"]
    assert "beyond the limits" in found[-1].reason


def test_what_unpacks_to_too_much_is_not_read_to_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "UNPACKED", len(NOTEBOOK))
    path = zipped(tmp_path / "all.zip", *((f"{n}.ipynb", NOTEBOOK) for n in range(4)))
    assert [member.kind for member in read(path)] == ["notebook", "notebook", "refused"]


def test_a_tar_that_asks_for_too_much_is_refused_before_it_gets_it(tmp_path: Path) -> None:
    """A long name of 8 GB and a file of 8 GB, of which there are a few bytes."""
    for kind in (tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE, tarfile.REGTYPE):
        info = tarfile.TarInfo("x.pdf")
        info.type, info.size = kind, 8**11 - 1
        path = tmp_path / "all.tar.gz"
        good = tarfile.TarInfo("good.ipynb")
        good.size = len(NOTEBOOK)
        content = good.tobuf() + NOTEBOOK.ljust(512, b"\0") + info.tobuf() + b"x" * 4096
        path.write_bytes(gzip.compress(content))
        found = [*read(path)]
        assert found[0].kind == "notebook"
        assert found[-1].kind == "refused"


def test_an_encrypted_zip_is_refused_with_what_to_ask_for(tmp_path: Path) -> None:
    path = zipped(tmp_path / "all.zip", ("a.ipynb", NOTEBOOK))
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    path.write_bytes(content)
    assert [member.reason for member in read(path)] == ["encrypted: ask for it without a password"]


def test_a_damaged_member_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.ipynb", NOTEBOOK + b"spoiled")
        archive.writestr("b.ipynb", NOTEBOOK)
    path.write_bytes(path.read_bytes().replace(b"spoiled", b"SPOILED", 1))
    assert [member.kind for member in read(path)] == ["refused", "notebook"]


@pytest.mark.parametrize("name", ["all.zip", "all.tar", "all.tar.gz"])
def test_an_archive_that_is_cut_short_or_none_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    members = [(f"{n}.ipynb", os.urandom(2000).hex().encode()) for n in range(4)]
    make = zipped if name.endswith("zip") else tarred
    whole = make(path, *members).read_bytes()
    for content in (b"", b"what?", whole[:9000], whole[: 512 * 9]):
        path.write_bytes(content)
        last = [*read(path)][-1]
        assert last.kind == "refused"
        assert "archive" in last.reason or "cannot be read" in last.reason


def zips_cut_short(tmp_path: Path) -> list[bytes]:
    """A zip, and one that ends in a zip as it was packed, without their ends."""
    members = [(f"{n}.ipynb", os.urandom(2000).hex().encode()) for n in range(4)]
    whole = zipped(tmp_path / "whole.zip", *members).read_bytes()
    path = tmp_path / "stored.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.ipynb", NOTEBOOK)
        archive.writestr("b.zip", whole)
    within = path.read_bytes()
    return [whole[:-400], whole[:-1], within[: within.rindex(b"PK\x05\x06")], within[:-70]]


@pytest.mark.parametrize("which", range(4))
@pytest.mark.parametrize("own", [False, True])
def test_of_a_zip_that_is_cut_short_it_is_told_what_to_do(
    tmp_path: Path, which: int, own: bool
) -> None:
    cut = zips_cut_short(tmp_path)[which]
    path = tmp_path / "sub.zip"
    path.write_bytes(cut)
    if own:
        path = zipped(tmp_path / "all.zip", ("ann/hw.zip", cut), ("b.ipynb", NOTEBOOK))
    found = [*read(path)]
    [refused] = [member for member in found if member.kind == "refused"]
    assert refused.reason.endswith("it is cut short: download it again, or ask for it again")
    assert [member.kind for member in found if member is not refused] == ["notebook"] * own


@pytest.mark.parametrize("name", ["all.tar", "all.tar.gz"])
@pytest.mark.parametrize("left", [0.4, 0.9])
def test_of_a_tar_that_is_cut_short_it_is_told_what_to_do(
    tmp_path: Path, name: str, left: float
) -> None:
    path = tarred(tmp_path / name, *((f"{n}.ipynb", os.urandom(9000)) for n in range(4)))
    data = path.read_bytes()
    path.write_bytes(data[: int(left * len(data))])
    found = [*read(path)]
    assert found[0].kind == "notebook"
    assert found[-1].reason.endswith("it is cut short: download it again, or ask for it again")


def test_a_zip_behind_a_program_that_unpacks_it_is_not_cut_short(tmp_path: Path) -> None:
    path = zipped(tmp_path / "all.zip", ("a.ipynb", NOTEBOOK))
    path.write_bytes(b"MZ" + bytes(500) + path.read_bytes())
    assert [member.kind for member in read(path)] == ["notebook"]


def test_archives_of_other_kinds_are_refused_with_what_to_do(tmp_path: Path) -> None:
    names = ["a.7z", "b.rar", "c.alz", "d.egg"]
    path = zipped(tmp_path / "all.zip", *((name, b"") for name in names))
    assert all("unpack it" in member.reason for member in read(path))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_a_folder_that_may_not_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    assert "cannot be opened" in reasons([*read(tmp_path)])["closed"]


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        next(read(tmp_path / "nothing.zip"))
