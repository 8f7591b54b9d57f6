"""Stand-ins for what only Colab has: imported on top of an answer, they cost it nothing.

    from google.colab import drive, files, userdata

All that is called of them does nothing and gives None.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

PACKAGE = "google.colab"


class StandIn(ModuleType):
    """A module of which everything is there, and nothing does anything."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or self.__name__ == "google":
            raise AttributeError(name)
        return import_module(f"{PACKAGE}.{name}") if self.__name__ == PACKAGE else _nothing


class Finder(MetaPathFinder, Loader):
    """Finds what no other finder has found of Colab's package."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name in ("google", PACKAGE) or name.startswith(f"{PACKAGE}."):
            return ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return StandIn(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing in it to run."""


def stand_in() -> None:
    """Have `google.colab` importable where it is not."""
    sys.meta_path.append(Finder())


def _nothing(*_: Any, **__: Any) -> None:
    """What is asked of Colab, where there is none."""
