"""Train the small models, measure them and write their cards.

python -m pretraining                 # all three
python -m pretraining gpt2            # one of them
python -m pretraining --measure-only  # as they are
"""

import argparse
import json
from pathlib import Path

import torch

from nlplab.checkpoints import TWINS
from pretraining import cards, gap_filler, storyteller, translator
from pretraining.build import build
from pretraining.measure import MEASURES

RECIPES = {recipe.NAME: recipe for recipe in (translator, gap_filler, storyteller)}
STATES = Path("build/checkpoints")  # of trainings under way


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m pretraining", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(RECIPES))
    parser.add_argument("--measure-only", action="store_true", help="train nothing")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(RECIPES):
        parser.error(f"no model {', '.join(sorted(unknown))}; there are {', '.join(RECIPES)}")
    names = arguments.names or list(RECIPES)

    # One thread: the result does not hang on how many there are, and matrices as small as these
    # gain little from a second.
    torch.set_num_threads(1)
    for name in names:
        folder = TWINS[name]
        if arguments.measure_only:
            made = cards.read_facts()[name]["made"]
        else:
            made = build(RECIPES[name], folder, STATES / f"{folder.name}.pt")
        facts = {"made": made, "measured": MEASURES[name](folder)}
        print(name, json.dumps(facts, indent=2, ensure_ascii=False))
        cards.write_facts(cards.read_facts() | {name: facts})
        cards.write(name, facts, folder)
    for name in names:
        (STATES / f"{TWINS[name].name}.pt").unlink(missing_ok=True)


if __name__ == "__main__":
    main()
