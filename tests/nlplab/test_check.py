"""Test cells: from what the student's code does to one short message."""

import contextlib
import sys

import pytest
import torch
from jaxtyping import Float
from torch import Tensor, nn
from transformers.utils import logging

from nlplab import FIXME, NotAttempted, check, shaped
from nlplab.outcomes import Crashed, Mistake


def test_a_passed_check_says_so_in_one_line(capsys):
    with check.exercise("wordpiece-1"):
        check.equal([1], [1])
    assert capsys.readouterr().out.count("\n") == 1


def test_a_wrong_value_is_told_where_it_differs():
    with pytest.raises(Mistake) as caught, check.exercise("wordpiece-1"):
        check.equal(["다"], ["나"])
    assert caught.value.key == "check.value"


@pytest.mark.parametrize("name", ["NotImplementedError", "TypeError"])
def test_a_stub_counts_as_not_attempted(name):
    raised = {
        "NotImplementedError": NotImplementedError(),
        "TypeError": TypeError("'FIXME' object cannot be converted to 'PyBool'"),
    }[name]
    with pytest.raises(NotAttempted), check.exercise("wordpiece-1"):
        raise raised


def test_an_exception_is_a_crash_with_its_type_and_text():
    with pytest.raises(Crashed, match="ZeroDivisionError: division by zero"), check.exercise("a-1"):
        _ = 1 / 0


def test_leaving_the_interpreter_is_a_crash_too():
    with pytest.raises(Crashed), check.exercise("a-1"):
        raise SystemExit


def test_a_name_that_is_missing_asks_to_run_the_answer_cell():
    with pytest.raises(Mistake) as caught, check.exercise("a-1"):
        undefined_answer()  # noqa: F821
    assert caught.value.key == "check.undefined"


@pytest.fixture
def transformers_log(caplog, monkeypatch):
    monkeypatch.setattr(logging.get_logger("transformers"), "propagate", True)  # as where CI is set
    return caplog


def test_transformers_does_not_warn_of_what_a_check_tries(transformers_log):
    with check.exercise("translate_many-3"):
        logging.get_logger("transformers.tokenization_utils_base").warning("a long text")
    assert transformers_log.messages == []


@pytest.mark.parametrize("error", [None, ValueError])
def test_transformers_warns_again_after_a_check_passed_or_not(transformers_log, error):
    with contextlib.suppress(Crashed), check.exercise("translate_many-3"):
        if error:
            raise error
    logging.get_logger("transformers.tokenization_utils_base").warning("a long text")
    assert transformers_log.messages == ["a long text"]


def test_a_check_of_a_section_without_transformers_does_not_import_it(monkeypatch):
    for module in ("transformers.utils", "transformers"):
        monkeypatch.delitem(sys.modules, module)
    with check.exercise("wordpiece-1"):
        check.equal([1], [1])
    assert "transformers" not in sys.modules


def test_a_choice_may_be_any_of_the_letters_in_either_case():
    check.choice("b", "abc")
    check.choice("B", "abc")
    for wrong in ("d", "ab", "", 2, None, ["a"]):
        with pytest.raises(Mistake):
            check.choice(wrong, "abc")
    with pytest.raises(NotAttempted):
        check.choice(FIXME, "abc")


@shaped
def doubled(x: Float[Tensor, "token embedding"]) -> Float[Tensor, "token embedding"]:
    return x.repeat(1, 2)


def test_a_broken_shape_is_one_message_with_promise_and_fact():
    with pytest.raises(Mistake) as caught:
        doubled(torch.ones(5, 3))
    assert caught.value.key == "shapes.result"
    assert 'Float[Tensor, "token embedding"]' in caught.value.message
    assert "(5, 6)" in caught.value.message


def test_a_broken_argument_is_named():
    with pytest.raises(Mistake, match="x") as caught:
        doubled(torch.ones(5, dtype=torch.long))
    assert caught.value.key == "shapes.argument"


@shaped
def projected(x: Float[Tensor, "token hidden"], w: Float[Tensor, "hidden hidden"]) -> Tensor:
    return x @ w


def test_an_int_will_do_where_a_float_is_promised():
    @shaped
    def half(number: float) -> float:
        return number / 2

    assert half(3) == 1.5


def test_sizes_that_do_not_agree_are_both_shown():
    with pytest.raises(Mistake, match=r"\(4, 4\).*x Tensor float32 \(5, 3\)"):
        projected(torch.ones(5, 3), torch.ones(4, 4))


def test_building_loads_the_weights_it_is_given():
    weights = {"weight": torch.arange(6.0).reshape(2, 3), "bias": torch.zeros(2)}
    made = check.build("torch.nn.Linear", 3, 2, weights=weights)
    assert made(torch.eye(3)).tolist() == weights["weight"].T.tolist()


@pytest.mark.parametrize(
    ("name", "weights"),
    [
        ("bias", {"weight": torch.zeros(2, 3)}),
        ("more", {"weight": torch.zeros(2, 3), "bias": torch.zeros(2), "more": torch.zeros(1)}),
        ("weight", {"weight": torch.zeros(3, 2), "bias": torch.zeros(2)}),
    ],
)
def test_a_parameter_of_another_shape_one_too_few_and_one_too_many_are_named(name, weights):
    with pytest.raises(Mistake, match=rf"check\.parameter.*`{name}`") as caught:
        check.build(nn.Linear, 3, 2, weights=weights)
    assert caught.value.facts[:2] == ["parameter", name]


def test_a_scripted_module_returns_its_values_in_order_and_records_its_calls():
    script = check.scripted(["first", "second"])
    assert [script(1), script(2, mask=None)] == ["first", "second"]
    assert script.calls == [((1,), {}), ((2,), {"mask": None})]
    with pytest.raises(IndexError, match="called 3 times, expected 2"):
        script(3)


def test_a_tokenizer_has_the_vocabulary_it_is_given_and_adds_nothing():
    made = check.tokenizer(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "영화", "##가"])
    assert made.encode("영화가").ids == [4, 5]


def test_a_pretrained_model_is_a_copy_that_no_other_test_shares():
    first, second = (check.pretrained("AutoModelForCausalLM", "gpt2") for _ in range(2))
    first.transformer.wte.weight.data.zero_()
    assert second.transformer.wte.weight.abs().sum() > 0
    assert first.lm_head.weight is first.transformer.wte.weight


def test_calls_of_a_method_are_counted_and_still_do_their_work():
    module = nn.Linear(2, 2)
    count = check.counted(module)
    before = module(torch.ones(2))
    assert torch.equal(module(torch.ones(2)), before)
    assert count.calls == 2


def test_what_is_not_attempted_is_no_wrong_kind():
    with pytest.raises(NotAttempted):
        check.is_a(FIXME, "torch.nn.Module")


def test_a_file_holds_its_text():
    with open(check.file("한 줄\n"), encoding="utf-8") as file:
        assert file.read() == "한 줄\n"


def test_gradients_are_given_by_parameter():
    module = check.build("torch.nn.Embedding", 3, 2, weights={"weight": torch.ones(3, 2)})
    found = check.gradients(lambda x: module(x), torch.tensor([1, 1]), of=module)
    assert found["weight"].tolist() == [[0, 0], [2, 2], [0, 0]]


def test_gradients_of_arguments_go_by_place_in_tuples_too():
    def weighed(x, state, name):
        h, c = state
        return (x * h + 0 * c.detach()).sum()

    found = check.gradients(weighed, torch.ones(2), (torch.full((2,), 3.0), torch.ones(2)), "a")
    assert found["0"].tolist() == [3.0, 3.0]
    assert found["1.0"].tolist() == [1.0, 1.0]
    assert found["1.1"] is None


def test_a_result_without_gradient_is_told_so():
    module = nn.Embedding(3, 2)
    with pytest.raises(Mistake) as caught:
        check.gradients(lambda x: module(x).detach(), torch.tensor([1]), of=module)
    assert caught.value.key == "check.no_gradient"


def test_a_scripted_tensor_has_a_gradient_as_in_training_and_its_value():
    script = check.scripted([(torch.ones(2), (torch.tensor([3]),))])
    found, (ids,) = script()
    assert (found.tolist(), found.requires_grad, ids.tolist()) == ([1.0, 1.0], True, [3])


def test_numbers_are_different_small_and_the_same_everywhere():
    values = check.numbers(3, 5, start=7)
    assert values.shape == (3, 5)
    assert len(set(values.flatten().tolist())) == 15
    assert values.abs().max() <= 1
    assert values[0, :2].tolist() == pytest.approx([-0.262375, 0.826829], abs=1e-6)


def test_a_weighted_module_has_numbers_for_weights_that_a_built_one_takes():
    module = check.weighted(nn.Linear(3, 2))
    built = check.build("torch.nn.Linear", 3, 2, weights=module.state_dict())
    assert torch.equal(built.weight, module.weight)
    assert torch.equal(module.weight, check.weighted(nn.Linear(3, 2)).weight)
    assert module.weight.abs().max() <= 0.5


@shaped
def numbered(count: int) -> tuple[int, list[int]]:
    return count, [1] * count + ["a"]


def test_a_signature_holds_for_every_item_of_a_list():
    for count in range(30):
        with pytest.raises(Mistake, match=r"shapes\.result"):
            numbered(count)
