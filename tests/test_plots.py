"""Plots on a machine without a Korean font."""

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

from nlplab import messages, plots

matplotlib.use("agg")


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
