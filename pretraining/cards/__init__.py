"""Model cards: the texts of this folder, filled with what was measured.

What was measured is kept in `measured.json`, so that a card can be written again at any time and
says nothing else.
"""

import json
import os
from pathlib import Path

FOLDER = Path(__file__).parent
MEASURED = FOLDER / "measured.json"


def read_facts() -> dict[str, dict]:
    """For each model how it was made and what was measured."""
    return json.loads(MEASURED.read_text("utf-8")) if MEASURED.exists() else {}


def write_facts(facts: dict[str, dict]) -> None:
    """Keep the facts."""
    _write(MEASURED, json.dumps(facts, indent=2, ensure_ascii=False) + "\n")


def card(name: str, facts: dict[str, dict]) -> str:
    """The card of the model `name`."""
    text = (FOLDER / f"{name.rpartition('/')[2]}.md").read_text("utf-8")
    return text.format(**facts["made"], **facts["measured"])


def write(name: str, facts: dict[str, dict], folder: Path) -> None:
    """Put the card of the model `name` into its folder."""
    _write(folder / "README.md", card(name, facts))


def _write(path: Path, text: str) -> None:
    part = path.with_suffix(".part")
    part.write_text(text, "utf-8")
    os.replace(part, path)
