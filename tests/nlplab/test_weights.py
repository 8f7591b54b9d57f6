"""Weights of a pretrained model go into a model of one's own, or it is said why not."""

from types import SimpleNamespace

import pytest
import torch
from torch import nn

from nlplab.checkpoints.weights import renamed

NAMES = {"inner.weight": "body.fc1.weight", "inner.bias": "body.fc1.bias"}


@pytest.fixture
def theirs() -> nn.Module:
    model = nn.ModuleDict({"body": nn.ModuleDict({"fc1": nn.Linear(3, 2)})})
    model.config = SimpleNamespace(model_type="marian")
    return model


def test_each_weight_is_found_under_its_other_name(theirs):
    own = nn.ModuleDict({"inner": nn.Linear(3, 2)})
    own.load_state_dict(renamed(theirs, own, NAMES.get, "marian"))
    assert torch.equal(own["inner"].weight, theirs["body"]["fc1"].weight)


def test_a_model_of_another_architecture_is_refused_and_both_are_named(theirs):
    theirs.config.model_type = "bert"
    with pytest.raises(ValueError, match=r"marian.*bert"):
        renamed(theirs, nn.Linear(3, 2), str, "marian")


def test_a_name_that_is_not_there_is_said_with_the_weight_it_was_for(theirs):
    own = nn.ModuleDict({"inner": nn.Linear(3, 2)})
    with pytest.raises(ValueError, match=r"inner\.weight.*body\.fc3\.weight"):
        renamed(theirs, own, lambda name: name.replace("inner", "body.fc3"), "marian")


def test_a_shape_that_does_not_fit_is_said_with_the_one_expected(theirs):
    own = nn.ModuleDict({"inner": nn.Linear(4, 2)})
    with pytest.raises(ValueError, match=r"inner\.weight.*\(2, 4\).*body\.fc1\.weight.*\(2, 3\)"):
        renamed(theirs, own, NAMES.get, "marian")
