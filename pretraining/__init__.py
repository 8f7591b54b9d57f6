"""How the small models that `nlplab.checkpoints` ships are made: `make checkpoints`.

`translator`, `gap_filler` and `storyteller` say of one model each what it is trained on and how:
NAME, PLAN and BATCH, and `corpus`, `tokenizer`, `model`, `rows` and `collator`, which are called in
that order. `loop` trains, `measure` measures, `cards` describes. Students do not get this room.
"""
