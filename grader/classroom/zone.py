"""The time zone of a class, in which people and LMSs write times that name none."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from dateutil.tz import tzlocal

from grader.classroom.folder import ClassFolder
from grader.errors import SettingError
from grader.notebooks import files

_OFFSET = re.compile(r"(?:UTC)?([+-])(\d\d):?(\d\d)")


@dataclass(frozen=True)
class Zone:
    """A zone with its name; `chosen` when somebody has said that it is the class's."""

    tz: tzinfo
    name: str
    chosen: bool

    def utc(self, when: datetime) -> datetime:
        """A time in UTC; one that names no zone is a time of this one."""
        return (when if when.tzinfo else when.replace(tzinfo=self.tz)).astimezone(UTC)

    def offset(self, when: datetime) -> str:
        """How far from UTC the clocks of the class are at a time, such as `+0900`."""
        return f"{when.astimezone(self.tz):%z}"[:5]

    def shown(self, when: datetime) -> str:
        """A time for people, on the clocks of the class."""
        return f"{self.minute(when)} {self.name}"

    def minute(self, when: datetime) -> str:
        """The same without the name of the zone, where that is told beside it."""
        return f"{when.astimezone(self.tz):%Y-%m-%d %H:%M}"

    @property
    def guessed(self) -> bool:
        """Whether nobody has named a zone and this machine, in UTC, tells nothing of the class."""
        return not self.chosen and not datetime.now(self.tz).utcoffset()

    def told(self) -> str:
        """Which zone it is and where it comes from, in a line."""
        if self.chosen:
            return f"time zone of the class: {self.name}"
        told = f"time zone of the class: {self.name}, that of this machine, since none was set"
        return f"{told}: set it with grader due --zone Asia/Seoul" if self.guessed else told


def read(folder: ClassFolder) -> Zone:
    """The zone that was set, else this machine's; raises SettingError for a file that has none."""
    if folder.zone.is_file():
        text = files.read_bytes(folder.zone).decode("utf-8-sig", "replace").strip()
        return Zone(_zone(text, str(folder.zone)), text, chosen=True)
    local = tzlocal()
    return Zone(local, f"{datetime.now(local):%Z}", chosen=False)


def write(folder: ClassFolder, text: str) -> None:
    """Set the zone of a class, such as `Asia/Seoul` or `+09:00`; raises SettingError."""
    text = text.strip()
    _zone(text, "--zone")
    if offset := _OFFSET.fullmatch(text):
        text = f"UTC{offset[1]}{offset[2]}:{offset[3]}"
    files.write_text(folder.zone, f"{text}\n")


def _zone(text: str, where: str) -> tzinfo:
    if offset := _OFFSET.fullmatch(text):
        away = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        if away < timedelta(days=1):
            return timezone(-away if offset[1] == "-" else away)
    try:
        return ZoneInfo(text)
    except (ValueError, OSError, KeyError) as error:  # KeyError: of a name that there is none of
        raise SettingError(
            f"{where}: {text!r} is no time zone: write one such as Asia/Seoul, "
            "Europe/Berlin or +09:00"
        ) from error
