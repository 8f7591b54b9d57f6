"""A case looks at what a student's objects do, and no failure of its own is the student's."""

import pandas
import pytest
import torch
from torch import nn

from nlplab import FIXME
from nlplab.checks.case import CaseFailed, Look
from nlplab.outcomes import NotAttempted


def looked(case, *objects):
    look = Look("case")
    look.run(case, objects)
    return look.found


def call(*args, **kwargs):
    return lambda look, function: look.call(function, *args, **kwargs)


def test_a_result_is_noted_by_call():
    def twice(look, function):
        look.call(function, 1)
        look.call(function, value=2)

    found = looked(twice, lambda value: value * 2)
    assert found == {
        "case/1:result:kind": "int",
        "case/1:result:value": 2,
        "case/2:result:kind": "int",
        "case/2:result:value": 4,
    }


def test_an_argument_that_a_call_changes_is_noted_and_the_cases_own_stays():
    given = [1, 2]
    found = looked(call(given, torch.zeros(2)), lambda items, _: items.append(3))
    assert [name for name in found if "changed" in name] == ["case/1:changed argument 1"]
    assert given == [1, 2]


def test_an_argument_that_only_changes_its_type_is_noted():
    def categorical(frame):
        frame["model"] = frame["model"].astype("category")

    def asks(tensor):
        tensor.requires_grad_()

    frame, changed = pandas.DataFrame({"model": ["B", "A"]}), "case/1:changed argument 1"
    assert changed in looked(call(frame), categorical)
    assert changed not in looked(call(frame), len)
    assert changed in looked(call(torch.zeros(2)), asks)
    assert changed not in looked(call(torch.zeros(2).requires_grad_()), asks)


def test_of_an_attribute_that_is_missing_the_kind_of_what_lacks_it_is_noted():
    found = looked(call(torch.zeros(2)), lambda tensor: tensor.grad.norm())
    assert found == {"case:raised": "AttributeError", "case:where": ["attribute of", "None"]}


def test_an_exception_is_noted_by_its_type_and_ends_the_case():
    def twice(look, function):
        look.call(function, 1)
        look.call(function, 2)

    def fails(value):
        return [][value]

    assert looked(twice, fails)["case:raised"] == "IndexError"
    assert not [name for name in looked(twice, fails) if "/" in name]


def test_of_an_exception_in_torch_the_operation_and_its_shapes_are_noted_and_not_its_text():
    found = looked(call(torch.ones(2, 3)), lambda x: x @ x)
    assert found == {"case:raised": "RuntimeError", "case:where": ["matmul", [[2, 3], [2, 3]]]}


@pytest.mark.parametrize("function", [lambda: FIXME, lambda: [FIXME], lambda: FIXME + 1])
def test_a_blank_is_not_attempted(function):
    with pytest.raises(NotAttempted):
        looked(call(), function)


def test_a_stub_is_not_attempted():
    def stub():
        raise NotImplementedError

    with pytest.raises(NotAttempted):
        looked(call(), stub)


def test_weights_are_loaded_into_what_is_built():
    def case(look, kind):
        weights = {"weight": torch.tensor([[1.0, 2.0]]), "bias": torch.tensor([3.0])}
        look.call(look.build(kind, 2, 1, weights=weights), torch.ones(2))

    assert looked(case, nn.Linear)["case/1:result:value"] == [6.0]


def test_gradients_are_noted_by_their_values():
    def case(look, function):
        look.gradients(function, torch.tensor([1.0, 2.0]))

    assert looked(case, lambda x: x * x)["case/1:gradients['0']:value"] == [2.0, 4.0]
    assert looked(case, lambda x: x.detach())["case:raised"] == "check.no_gradient"


def test_a_scripted_module_notes_what_it_was_called_with():
    def case(look, function):
        look.call(function, look.scripted([5, 6]))

    found = looked(case, lambda script: [script(1), script(2)])
    assert found["case/1:result:value"] == [5, 6]
    assert found["case:calls of script 1.1:value"] == [2]


def test_a_call_too_many_of_a_scripted_module_is_noted_by_number():
    def case(look, function):
        look.call(function, look.scripted([5]))

    found = looked(case, lambda script: [script(1), script(2)])
    assert (found["case:raised"], found["case:where"]) == ("IndexError", ["calls", 2])


def test_an_error_of_the_case_itself_is_a_fault_of_the_course():
    def case(look, function):
        look.call(function)
        raise KeyError("of the case")

    with pytest.raises(CaseFailed, match="KeyError"):
        looked(case, lambda: 1)


def test_a_result_is_seen_through_a_reduction():
    found = looked(call(through="unspaced"), lambda: ["I ' m here", " a\nb"])
    assert found["case/1:result:value"] == ["I'mhere", "ab"]


def test_one_of_several_results_is_seen_by_itself_where_there_are_several():
    def noted(through, result):
        return looked(call(through=through), lambda: result)["case/1:result:kind"]

    assert [noted(through, (1, "b")) for through in ("first", "second")] == ["int", "str"]
    assert [noted(through, None) for through in ("first", "second")] == ["None", "None"]
    assert noted("second", [1]) == "list"


def test_a_dtype_is_seen_to_the_bit_where_it_is_asked_for():
    found = looked(call(through="dtypes"), lambda: (torch.ones(1), torch.ones(1).double(), 1))
    assert found["case/1:result:value"] == ["torch.float32", "torch.float64", "None"]


def test_what_is_banned_is_seen_under_any_name():
    def hidden_away(ids, weight):
        look_up = getattr(nn.functional, "embed" + "ding")
        return look_up(ids, weight)

    given = torch.tensor([1, 0]), torch.ones(3, 2)
    found = looked(call(*given, banned=["embedding"]), hidden_away)
    assert found["case/1:used"] == ["embedding"]
    by_module = lambda ids, weight: nn.Embedding.from_pretrained(weight)(ids)  # noqa: E731
    assert looked(call(*given, banned=["embedding"]), by_module)["case/1:used"] == ["embedding"]
    by_row = looked(call(*given, banned=["embedding"]), lambda ids, weight: weight[ids])
    assert "case/1:used" not in by_row


def test_a_banned_method_is_seen_when_it_is_called_on_its_class():
    def case(look, function):
        look.call(function, look.build("torch.nn.Linear", 2, 1), banned=["torch.nn.Module.eval"])

    called_on_class = lambda model: len([type(model).eval(model)])  # noqa: E731
    assert looked(case, called_on_class)["case/1:used"] == ["torch.nn.Module.eval"]
    assert "case/1:used" not in looked(case, lambda model: 1)


class TooLong(ValueError):
    pass


def test_a_refusal_is_noted_by_the_built_in_exception_that_it_is():
    def case(look, function):
        look.refuses(function, 1)
        look.refuses(function, 0)

    def refuses_one(value):
        if value:
            raise TooLong("too long")

    assert looked(case, refuses_one) == {"case/1:refused": "ValueError", "case/2:refused": None}


def test_a_stub_refuses_nothing_and_is_not_attempted():
    def stub(value):
        raise NotImplementedError

    with pytest.raises(NotAttempted):
        looked(lambda look, function: look.refuses(function, 1), stub)


def test_calls_are_counted_from_where_a_case_says():
    def case(look, function):
        model = look.build("torch.nn.Linear", 2, 1)
        look.counted(model)
        look.call(function, model)

    found = looked(case, lambda model: len([model(torch.ones(2)) for _ in range(3)]))
    assert found["case:calls of forward"] == 3


def test_an_attribute_that_is_missing_ends_the_case_and_is_the_students():
    def case(look, made):
        look.call(look.get(made, "encode"), "x")

    assert looked(case, None) == {"case:raised": "AttributeError"}


def handed(look, function):
    model = nn.Embedding(5, 2)
    look.handed(model, input=["Tensor 2"], other=[])
    look.call(function, model)


@pytest.mark.parametrize(
    ("ids", "odd"),
    [
        (torch.tensor([[1, 2]]), None),
        (torch.tensor([1, 2]), "input: Tensor 1"),
        ([1, 2], "input: list"),
    ],
)
def test_what_a_method_is_handed_is_noted_where_it_is_not_usual(ids, odd):
    by_place = looked(handed, lambda model: model(ids))
    by_name = looked(handed, lambda model: model(input=ids))
    assert by_place.get("case/forward:handed") == by_name.get("case/forward:handed") == odd
    assert ("case:raised" in by_place) == (type(ids) is list)


def test_an_argument_that_should_not_be_given_is_noted_and_none_is_not():
    def case(look, function):
        model = nn.Embedding(5, 2)
        look.handed(model, input=[])
        look.call(function, model)

    found = looked(case, lambda model: model(torch.tensor([1])))
    assert found["case/forward:handed"] == "input: Tensor 1"
    assert "case/forward:handed" not in looked(case, lambda model: [])


def test_of_an_exception_under_no_grad_the_operation_is_noted_and_not_that_it_was_left():
    found = looked(call(torch.ones(2, 3)), torch.no_grad()(lambda x: x @ x))
    assert found["case:where"] == ["matmul", [[2, 3], [2, 3]]]
