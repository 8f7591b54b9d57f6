"""Plots on a machine without a Korean font."""

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

from nlplab import messages, plots

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
    plots.unrolled(["[CLS]", "나는"], ["[CLS]", "I"])
    plots.training(pd.DataFrame({"loss": [2.0], "held_out_loss": [2.5], "exact_match": [0.1]}))
    plots.stages(SCORES)
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
    axes = plots.unrolled(["a", "b"], ["c"])
    assert len(axes.patches) == 3
    texts = [text.get_text() for text in axes.texts]
    assert {"a", "b", "c", "문맥 벡터"} <= set(texts)
    assert "문맥 벡터" not in {text.get_text() for text in plots.unrolled(["a", "b"]).texts}


def test_every_model_has_its_line_over_the_stages():
    axes = plots.stages(SCORES)
    assert [line.get_label() for line in axes.lines] == ["RNN", "LSTM"]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2–4단어", "1절"]
