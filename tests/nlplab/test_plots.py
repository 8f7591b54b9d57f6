"""Plots and diagrams on a machine without a Korean font."""

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
import pytest
import torch
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

from nlplab import diagrams, messages, plots

matplotlib.use("agg")


SCORES = pd.DataFrame(
    {"model": ["RNN", "RNN", "LSTM"], "stage": [0, 1, 0], "exact_match": [0.9, 0.1, 1.0]}
).assign(token_accuracy=[0.95, 0.8, 1.0])


@pytest.fixture(autouse=True)
def figures():
    messages.use("ko")
    with matplotlib.rc_context():
        plots.use_hangul()
        yield
    plt.close("all")


def test_hangul_is_drawn_with_the_font_that_comes_with_nlplab():
    path = font_manager.findfont(font_manager.FontProperties())
    assert path.endswith(plots.FONT)
    assert all(FT2Font(path).get_char_index(ord(letter)) for letter in "가힣쌍뷁ㄱㅎ")


def test_no_letter_of_a_plot_is_missing(recwarn):
    plots.pieces({"글자": list("쌍둥이"), "WordPiece": ["쌍둥", "##이", "✓"]})
    plots.bars({"a": -1.5, "b": 2}, y="plot.unknown")
    plots.lines(pd.DataFrame({"a": [0.1, 0.2]}), x="plot.epoch", y="plot.accuracy")
    plots.histogram([1, 2, 3], x="plot.tokens")
    diagrams.unrolled(["[CLS]", "나는"], ["[CLS]", "I"])
    plots.training(pd.DataFrame({"loss": [2.0], "validation_loss": [2.5], "exact_match": [0.1]}))
    plots.stages(SCORES)
    plots.fading(pd.DataFrame({"RNN": [1.0, 0.1], "LSTM": [1.0, 0.9]}))
    diagrams.lstm_step()
    diagrams.stacks("encoder_only", "encoder_decoder", "decoder_only")
    plots.attention(torch.eye(2), ["나는", "간다"], ["I", "go"])
    plots.masks({"인과": torch.ones(2, 2).tril() > 0})
    plots.heads(torch.rand(2, 2, 2), ["나는", "간다"], ["I", "go"])
    plots.positions(torch.rand(3, 4))
    for number in plt.get_fignums():
        plt.figure(number).canvas.draw()
    assert [str(warning.message) for warning in recwarn if "Glyph" in str(warning.message)] == []


def test_labels_are_said_in_the_readers_language():
    messages.use("en")
    axes = plots.histogram([1, 2, 3], x="plot.tokens")
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("tokens in a review", "reviews")


def test_each_piece_of_a_cut_has_a_box_and_the_pieces_are_counted():
    axes = plots.pieces({"list": ["가", "나"], "split": ["가나"]})
    assert len(axes.patches) == 3
    assert {"2조각", "1조각"} <= {text.get_text() for text in axes.texts}


def test_a_decoder_goes_on_where_the_encoder_ends():
    axes = diagrams.unrolled(["a", "b"], ["c"])
    assert len(axes.patches) == 3
    texts = [text.get_text() for text in axes.texts]
    assert {"a", "b", "c", "문맥 벡터", "인코더", "디코더"} <= set(texts)
    assert "문맥 벡터" not in {text.get_text() for text in diagrams.unrolled(["a", "b"]).texts}


def test_a_decoders_states_are_numbered_from_its_own_start():
    texts = [text.get_text() for text in diagrams.unrolled(["a", "b"], ["c"]).texts]
    assert (texts.count("$h_{1}$"), texts.count("$h_{2}$")) == (2, 1)


def test_above_a_decoder_stand_the_tokens_it_chooses_which_it_reads_next():
    texts = diagrams.unrolled(["a"], ["[CLS]", "I", "go"]).texts
    above = [text.get_text() for text in texts if text.get_position()[1] == 1.0]
    assert above == ["I", "go", "[SEP]"]


def test_every_model_has_its_line_over_the_stages():
    axes = plots.stages(SCORES)
    assert len(axes.figure.axes) == 2
    assert [line.get_label() for line in axes.lines] == ["RNN", "LSTM"]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2–4단어", "1절"]


def test_stages_without_a_token_accuracy_are_one_panel():
    axes = plots.stages(SCORES.drop(columns="token_accuracy"))
    assert axes.figure.axes == [axes]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("문장의 길이", "완전 일치")


def test_numbers_above_bars_have_no_exponent():
    axes = plots.bars({"a": 5.1e-5, "b": 0.25, "c": 138, "d": 512_512}, y="plot.probability")
    assert [text.get_text() for text in axes.texts] == ["0.000051", "0.25", "138", "512,512"]


def test_a_logarithmic_axis_has_a_tick_at_every_power_of_ten():
    axes = plots.bars({"a": 1.0, "b": 1e-4}, y="plot.probability", log=True)
    axes.figure.canvas.draw()
    shown = [label.get_text() for label in axes.get_yticklabels()]
    assert {f"$10^{{{power}}}$" for power in range(-4, 1)} <= set(shown)


def test_gradients_over_distance_are_drawn_on_a_logarithmic_axis_a_line_each():
    axes = plots.fading(pd.DataFrame({"RNN": [1.0, 0.01], "LSTM": [1.0, 0.9]}))
    assert axes.get_yscale() == "log"
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["RNN", "LSTM"]


def test_an_lstm_step_names_both_states_and_every_gate():
    shown = {text.get_text() for text in diagrams.lstm_step().texts}
    assert {"$c_{t-1}$", "$c_t$", "$h_t$", "$\\sigma$", "tanh"} <= shown
    named = {"$f$ 망각 게이트", "$i$ 입력 게이트", "$o$ 출력 게이트", "$g$ 새 내용"}
    assert named <= shown


def test_a_heat_map_has_a_row_for_each_target_token_and_a_column_for_each_source_token():
    axes = plots.attention(torch.rand(3, 2), ["나는", "간다"], ["I", "go", "."])
    labels = [
        [label.get_text() for label in side]
        for side in (axes.get_xticklabels(), axes.get_yticklabels())
    ]
    assert labels == [["나는", "간다"], ["I", "go", "."]]


def test_a_heat_map_of_weights_that_do_not_fit_says_both_sizes():
    with pytest.raises(ValueError, match=r"3행 2열.*번역문 토큰은 1개.*원문 토큰은 2개"):
        plots.attention(torch.rand(3, 2), ["나는", "간다"], ["I"])


def test_each_mask_has_a_panel_under_its_name():
    axes = plots.masks({"a": torch.ones(3, 3) > 0, "b": torch.ones(3, 3).tril() > 0})
    assert [panel.get_title() for panel in axes.figure.axes] == ["a", "b"]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["1", "2", "3"]


def test_the_rows_and_columns_of_a_mask_are_named_after_its_tokens():
    axes = plots.masks({"a": torch.ones(2, 2) > 0}, ["The", "[PAD]"])
    for side in (axes.get_xticklabels(), axes.get_yticklabels()):
        assert [label.get_text() for label in side] == ["The", "[PAD]"]


def test_each_sublayer_of_a_transformer_stands_beside_a_norm():
    texts = [text.get_text() for text in diagrams.stacks("decoder_only").texts]
    assert (texts.count("정규화"), texts.count("+")) == (2, 2)


def test_every_head_has_its_picture_and_the_first_names_the_tokens_written():
    plots.heads(torch.rand(3, 2, 4), list("abcd"), ["I", "go"])
    panels = plt.gcf().axes
    assert [len(axes.images) for axes in panels] == [1, 1, 1]
    assert [label.get_text() for label in panels[0].get_yticklabels()] == ["I", "go"]
