"""Times that are not those of handing in, and times that turn out to be of another zone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from grader.classroom.folder import ClassFolder, Ref
from grader.classroom.zone import Zone
from grader.collect import trace
from grader.collect.archives import is_archive
from grader.collect.choice import Version
from grader.collect.trace import UNKNOWN, Found
from grader.notebooks import files

AT_ONCE = timedelta(minutes=2)  # as long as packing or copying a class may take


def packed_at_once(times: Mapping[str, Iterable[datetime | None]]) -> set[str]:
    """The archives and folders whose files have times that packing or copying may have made.

    One file alone in an archive has only the time of its packing, for all that is known.
    """
    found = set()
    for container, each in times.items():
        known = [when for when in each if when]
        alone = is_archive(container) and len(known) == 1
        if alone or (len(known) > 1 and max(known) - min(known) <= AT_ONCE):
            found.add(container)
    return found


def without_packing(versions: Iterable[Version], packed: set[str]) -> list[Version]:
    """The versions, none of which takes the time of packing for that of handing in."""
    return [
        replace(each, found=replace(each.found, time_from="packing"))
        if each.container in packed and each.found.time_from in ("archive", "file")
        else each
        for each in versions
    ]


def told(versions: Iterable[Version]) -> list[str]:
    """Which archives and folders have no times of handing in, a line for all of them."""
    whys = {
        "download": "times of its download alone",
        "packing": f"times at most {AT_ONCE.seconds // 60} minutes apart, as packing leaves them",
        "file": "times of saving alone",
    }
    found = Counter(
        (each.container, whys[each.found.time_from])
        for each in versions
        if each.found.time_from in UNKNOWN
    )
    names = [f"{count} of {where} ({why})" for (where, why), count in found.items()]
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    where = ", ".join(names[:5]) + more
    return [f"not known when they were handed in, so nobody is late: {where}"] if names else []


def read_anew(folder: ClassFolder, zone: Zone) -> int:
    """Take the times that named no zone to be of this one, after a class was given it.

    Gives how many there were. What an instructor wrote into a `timestamp.txt` stays.
    """
    log = trace.log(folder)
    read = [_in(zone, line) for line in log]
    changed = [pair for pair in zip(log, read, strict=True) if pair[0].time != pair[1].time]
    for ref in {Ref(old.student, old.assignment) for old, _ in changed if old.of_somebody}:
        _restamp(folder, ref, changed)
    if changed:
        trace.write_log(folder, read)
    return len(changed)


def _in(zone: Zone, line: Found) -> Found:
    if not line.time or not line.clock:
        return line
    before = datetime.strptime(line.clock, "%z").tzinfo
    time = zone.utc(line.time.astimezone(before).replace(tzinfo=None))
    return replace(line, time=time, clock=zone.offset(time))


def _restamp(folder: ClassFolder, ref: Ref, changed: Iterable[tuple[Found, Found]]) -> None:
    stamp = folder.timestamp(ref)
    there = files.read_bytes(stamp).decode("utf-8", "replace") if stamp.is_file() else ""
    for old, new in changed:
        own = (old.student, old.assignment) == (ref.student, ref.assignment)
        if own and there and old.handed_in == there:
            files.write_text(stamp, new.handed_in)
            return
