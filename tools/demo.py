"""An instructor's whole way with a class that is made up, in the language of the reader.

    python -m tools.demo

`demo.toml` has the steps. What a step prints goes to build/demo.log. A step that is done is noted
in build/demo.done, and is not done again.
"""

import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

from rich.console import Console

ROOT = Path(__file__).resolve().parents[1]
LAST = 15  # lines of a step that failed which are shown
SAYS = {
    "known": {
        "ko": "지난번에 {n}단계까지 마쳤습니다. 처음부터 다시 하려면: rm -r {again}",
        "en": "Steps up to {n} were done before. To begin anew: rm -r {again}",
    },
    "failed": {
        "ko": "이 단계에서 실패했습니다. 전체 출력: {log}. make demo를 다시 하면 여기부터 합니다.",
        "en": "This step failed; {log} has all it printed. make demo goes on from here.",
    },
    "stopped": {
        "ko": "멈췄습니다. make demo를 다시 하면 이 단계부터 이어서 합니다.",
        "en": "Stopped. make demo goes on from this step.",
    },
    "open": {"ko": "이제 열어 보세요:", "en": "Now open:"},
}


@dataclass(frozen=True)
class Demo:
    """Steps and what to open, as demo.toml has them; `folder` is the course, `lang` ko or en."""

    steps: list[dict[str, str]]
    open: list[dict[str, str]]
    folder: Path
    lang: str

    def say(self, key: str, **values: Any) -> str:
        return SAYS[key][self.lang].format(**values)

    def commands(self) -> list[str]:
        return [step["run"].strip().format(lang=self.lang) for step in self.steps]

    @property
    def log(self) -> Path:
        return self.folder / "build" / "demo.log"

    @property
    def done(self) -> Path:
        return self.folder / "build" / "demo.done"


def language(environment: Mapping[str, str]) -> str:
    """The reader's language as the environment has it: Korean, or else English."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "ko" if next(filter(None, names), "").startswith("ko") else "en"


def show(demo: Demo, console: Console) -> int:
    """Do what is not done yet, then say what to open. The exit status: 0, or why it ended."""
    demo.done.parent.mkdir(parents=True, exist_ok=True)
    first = _known(demo)
    if first:
        console.print(demo.say("known", n=first, again="build/demo*"), highlight=False)
    for place in range(first, len(demo.steps)):
        try:
            status = _step(demo, place, console)
        except KeyboardInterrupt:
            console.print(demo.say("stopped"))
            return 130
        if status:
            return status
        demo.done.write_text("\0".join(demo.commands()[: place + 1]), "utf-8")
    console.print(f"\n{demo.say('open')}")
    for page in demo.open:
        console.print(f"  {page['path']}\n      {page[demo.lang]}", soft_wrap=True, highlight=False)
    return 0


def _known(demo: Demo) -> int:
    """How many steps are done: those from the first on that are still the same."""
    if not demo.done.is_file():
        return 0
    pairs = zip(demo.done.read_text("utf-8").split("\0"), demo.commands(), strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _step(demo: Demo, place: int, console: Console) -> int:
    """Do one step, and show how long it has taken or why it failed."""
    step = demo.steps[place]
    title = f"{place + 1}/{len(demo.steps)}  {step[demo.lang]}"
    start = time.monotonic()
    with console.status(title):
        status, printed = _run(demo, demo.commands()[place])
    waits = step.get(f"waits_{demo.lang}", "")
    if status and not waits:
        console.print(f"✗ {title}", highlight=False)
        console.print("\n".join(printed[-LAST:]), markup=False, highlight=False, soft_wrap=True)
        console.print(demo.say("failed", log=demo.log.relative_to(demo.folder)), highlight=False)
        return status
    took = f"{time.monotonic() - start:.0f} s"
    console.print(f"✓ {title} ({took})", highlight=False, soft_wrap=True)
    if status:
        console.print(f"  {waits}", highlight=False, soft_wrap=True)
    return 0


def _run(demo: Demo, command: str) -> tuple[int, list[str]]:
    """The exit status of a command of the shell, and the lines that it printed."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs}
    with demo.log.open("a+", encoding="utf-8", errors="replace") as log:
        log.write(f"$ {command}\n")
        log.flush()
        start = log.tell()
        ended = subprocess.run(
            ["bash", "-ec", command], cwd=demo.folder, env=environment, stdout=log, stderr=log
        )
        log.seek(start)
        return ended.returncode, log.read().splitlines()


def main() -> None:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    sys.exit(show(Demo(**data, folder=ROOT, lang=language(os.environ)), Console()))


if __name__ == "__main__":
    main()
