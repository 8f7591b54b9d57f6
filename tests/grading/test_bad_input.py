"""Answers that no check expects: each is told the same in a notebook and by the judge."""

import pytest

from nlplab.checks import rnn
from tests.support.both_ways import in_process, judged

CELL = "checks.rnn_step_1(rnn_step)"
GIVEN = {"checks": rnn}
RIGHT = """
import torch
def rnn_step(x, h, w_ih, w_hh, b_ih, b_hh):
    return torch.tanh(w_ih @ x + b_ih + w_hh @ h + b_hh)
"""
OWN = """
class Own:
    def __eq__(self, other):
        return True
    def __getattr__(self, name):
        raise RuntimeError
    @property
    def __class__(self):
        return {claimed}
    def __iter__(self):
        raise RuntimeError
    __len__ = __repr__ = __str__ = __hash__ = __bool__ = __iter__
"""


def answer(value: str, before: str = "") -> str:
    """An answer that returns `value`, with `right` for what would be right."""
    return f"{RIGHT}right = rnn_step\n{before}\ndef rnn_step(*args):\n    return {value}\n"


def raising(error: str, before: str = "") -> str:
    return f"{RIGHT}{before}\ndef rnn_step(*args):\n    raise {error}\n"


ENDLESS = "import itertools"
DEEP = "deep = []\nfor _ in range(200): deep = [deep]"
LOOP = "loop = []\nloop.append(loop)"
HIDES = """
class Listed(list):
    def __iter__(self): raise RuntimeError
    def __len__(self): return 7
"""
EXTENDS = "class Mine(torch.Tensor): pass"
CLAIMS = "class Tensor:\n    shape = (3,)\nTensor.__module__ = 'torch'"
MUTE = """
class Mute(Exception):
    def __str__(self): raise RuntimeError
    facts = property(__str__)
"""
LOUD = "class Loud(Exception):\n    def __str__(self): return 'a' * 10**8"
QUIT = "class Quit(BaseException): pass"
POSING = "class Posing(Exception):\n    @property\n    def __class__(self): return Mistake"
TOLD = {
    "twice defined": (RIGHT + RIGHT, ("passed", "")),
    "defined twice, the second wrong": (RIGHT + answer("None"), ("Mistake", "check.none")),
    "a generator": (answer("(n for n in right(*args))"), ("Mistake", "check.type")),
    "a generator that raises": (
        answer("(1 / 0 for _ in args)"),
        ("Crashed", "check.crashed"),
    ),
    "a NaN": (answer("right(*args) * float('nan')"), ("Mistake", "check.value")),
    "a NaN alone": (answer("float('nan')"), ("Mistake", "check.type")),
    "an endless generator": (answer("itertools.count()", ENDLESS), ("Mistake", "check.type")),
    "an endless generator of endless ones": (
        answer("(itertools.count() for _ in itertools.count())", ENDLESS),
        ("Mistake", "check.bad_answer"),
    ),
    "a long list": (answer("[0.5] * 10**7"), ("Mistake", "check.bad_answer")),
    "a long text": (answer("'a' * 10**8"), ("Mistake", "check.bad_answer")),
    "a huge number": (answer("10**5000"), ("Mistake", "check.bad_answer")),
    "a deeply nested list": (answer("deep", DEEP), ("Mistake", "check.bad_answer")),
    "a list in itself": (answer("loop", LOOP), ("Mistake", "check.bad_answer")),
    "a large tensor": (answer("torch.ones(10**7)"), ("Mistake", "check.shape")),
    "a tensor too large": (answer("torch.ones(2 * 10**7)"), ("Mistake", "check.bad_answer")),
    "a sparse tensor": (answer("right(*args).to_sparse()"), ("Mistake", "check.bad_answer")),
    "complex numbers": (answer("right(*args) * 1j"), ("Mistake", "check.bad_answer")),
    "a list that hides its items": (answer("Listed([1])", HIDES), ("Mistake", "check.type")),
    "a tensor of a class of one's own": (
        answer("right(*args).as_subclass(Mine)", EXTENDS),
        ("Mistake", "check.type"),
    ),
    "a class called torch.Tensor": (answer("Tensor()", CLAIMS), ("Mistake", "check.type")),
    "an object that claims to be a list": (
        answer("Own()", OWN.format(claimed="list")),
        ("Mistake", "check.type"),
    ),
    "an object that claims to be a tensor": (
        answer("Own()", OWN.format(claimed="torch.Tensor")),
        ("Mistake", "check.type"),
    ),
    "an object that raises when asked for its class": (
        answer("Own()", OWN.format(claimed="undefined")),
        ("Mistake", "check.type"),
    ),
    "an iterator that raises whatever it is asked": (
        answer("Own()", OWN.format(claimed="list") + "    __next__ = __iter__"),
        ("Crashed", "check.crashed"),
    ),
    "such objects as keys": (
        answer("{Own: {Own}}", OWN.format(claimed="list")),
        ("Mistake", "check.type"),
    ),
    "a blank inside": (
        answer("[FIXME]", "from nlplab import FIXME"),
        ("NotAttempted", "check.not_attempted"),
    ),
    "arguments changed": (
        answer("right(*args) + 0 * args[1].zero_()"),
        ("Mistake", "check.argument_changed"),
    ),
    "an exception without a text": (raising("Mute", MUTE), ("Crashed", "check.crashed")),
    "an exception of a long text": (raising("Loud", LOUD), ("Crashed", "check.crashed")),
    "an exception that poses as another": (
        raising("Posing", f"from nlplab.outcomes import Mistake\n{POSING}"),
        ("Crashed", "check.crashed"),
    ),
    "leaving the interpreter": (raising("SystemExit"), ("Crashed", "check.crashed")),
    "an exception that ends everything": (raising("Quit", QUIT), ("Crashed", "check.crashed")),
}


@pytest.mark.parametrize(("code", "told"), TOLD.values(), ids=TOLD)
def test_a_bad_answer_is_told_the_same_in_a_notebook_and_by_the_judge(code, told):
    assert judged(CELL, code, GIVEN) == told
    assert in_process(CELL, code, GIVEN) == told


@pytest.mark.parametrize("code", ["", RIGHT + "del rnn_step", RIGHT.replace("rnn_step", "step")])
def test_a_function_that_is_not_there_is_undefined_and_in_a_notebook_python_says_so(code):
    assert judged(CELL, code, GIVEN) == ("Mistake", "check.undefined")
    assert in_process(CELL, code, GIVEN) == ("NameError", "")


def test_an_interrupt_of_the_students_own_ends_a_notebooks_cell_and_is_wrong_when_judged():
    code = raising("KeyboardInterrupt")
    assert judged(CELL, code, GIVEN) == ("Mistake", "check.bad_answer")
    assert in_process(CELL, code, GIVEN) == ("KeyboardInterrupt", "")


DECODES = {
    "a decoder called with a long list": "decoder([0] * 10**6, state)",
    "a decoder called with an object": "decoder(object(), state)",
    "a decoder called with no end": "while True: decoder(start, state)",
    "a decoder whose calls are gone": "del decoder.calls",
}


@pytest.mark.parametrize("line", DECODES.values(), ids=DECODES)
def test_what_is_done_to_a_scripted_module_is_told_the_same_too(line):
    code = f"def greedy_decode(decoder, state, start, end, limit):\n    {line}\n    return [], []"
    cell = "checks.greedy_decode_1(greedy_decode)"
    told = in_process(cell, code, GIVEN)
    assert judged(cell, code, GIVEN) == told
    assert told[0] in ("Mistake", "Crashed")


BUILDS = {
    "a class that cannot be made": "def __init__(self): pass",
    "a class without weights": "def __init__(self, *sizes): super().__init__()",
    "a class that takes weights and has none": "def load_state_dict(self, weights): pass",
    "a class whose objects are blanks": "def __new__(cls, *sizes): return FIXME",
}


@pytest.mark.parametrize("line", BUILDS.values(), ids=BUILDS)
def test_what_is_wrong_with_a_class_is_told_the_same_too(line):
    code = "import torch\nfrom nlplab import FIXME\n"
    code += f"class RNNEncoder(torch.nn.Module):\n    {line}\n"
    cell = "checks.rnn_encoder_3(RNNEncoder)"
    told = in_process(cell, code, GIVEN)
    assert judged(cell, code, GIVEN) == told
    assert told[0] in ("Mistake", "Crashed", "NotAttempted")
