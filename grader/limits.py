"""What one submission may take, of time, memory and the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from math import ceil

from grader.errors import SettingError

MIB = 2**20


@dataclass(frozen=True)
class Limits:
    """Limits of one submission; times in seconds, sizes in MiB.

    Memory is that of all its processes together, disk that of its files.
    """

    cell: float = 60
    submission: float = 600
    memory: float = 4096
    processes: float = 64
    disk: float = 512
    output: float = 10

    @classmethod
    def of(cls, *sources: Mapping[str, float | None]) -> "Limits":
        """The limits that are named, a later source before an earlier one, None naming nothing.

        Raises SettingError for a limit that there is not, or that is no number above zero.
        """
        known = {field.name for field in fields(cls)}
        chosen: dict[str, float] = {}
        for name, value in (item for source in sources for item in source.items()):
            if name not in known:
                raise SettingError(f"no such limit: {name}; there are {', '.join(sorted(known))}")
            if value is None:
                continue
            if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
                raise SettingError(f"the limit {name} must be a number above zero, not {value!r}")
            chosen[name] = value
        return cls(**chosen)

    def in_bytes(self) -> dict[str, int]:
        """What the kernel itself is held to, in whole numbers, sizes in bytes."""
        return {
            "processes": ceil(self.processes),
            "memory": ceil(self.memory * MIB),
            "disk": ceil(self.disk * MIB),
        }


DEFAULTS = Limits()
