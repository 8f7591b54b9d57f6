"""Pictures, with Hangul rendered on machines that have no Korean font.

Labels are said in the reader's language. Every function draws on a new figure and returns its
axes.
"""

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from nlplab.messages import say

if TYPE_CHECKING:
    import pandas
    from matplotlib.axes import Axes

FONT = "NanumSquareR.ttf"
COLOURS = ("#3b6ea5", "#d1793b", "#5a9367", "#8d6aa8")


def use_hangul() -> None:
    """Draw text with the Korean font that comes with nlplab, from now on."""
    import matplotlib
    from matplotlib import font_manager

    path = files("nlplab.fonts") / FONT
    font_manager.fontManager.addfont(str(path))
    matplotlib.rcParams.update(
        {
            "font.family": [font_manager.FontProperties(fname=str(path)).get_name(), "DejaVu Sans"],
            "axes.unicode_minus": False,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.prop_cycle": matplotlib.cycler(color=COLOURS),
            "figure.dpi": 130,
        }
    )


def pieces(rows: Mapping[str, Sequence[str]]) -> "Axes":
    """One sentence cut several ways: each row a name and its pieces, each piece a box."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(9, 0.75 * len(rows) + 0.3))
    for row, (name, cut) in enumerate(rows.items()):
        left = 0.0
        for number, piece in enumerate(cut):
            width = 0.55 + 0.42 * sum(1 if ord(letter) > 0x1100 else 0.6 for letter in piece)
            colour = COLOURS[number % 2]
            box = plt.Rectangle((left, -row - 0.3), width - 0.08, 0.6, color=colour, alpha=0.25)
            axes.add_patch(box)
            shown = piece.replace(" ", "␣")
            axes.text(left + width / 2 - 0.04, -row, shown, ha="center", va="center", fontsize=11)
            left += width
        axes.text(left + 0.15, -row, say("plot.pieces", n=len(cut)), va="center", color="0.4")
        axes.text(-0.2, -row, name, ha="right", va="center", fontweight="bold")
    widest = max(axes.texts, key=lambda text: text.get_position()[0]).get_position()[0]
    axes.set(xlim=(-2.2, widest + 2), ylim=(-len(rows) + 0.4, 0.6))
    axes.axis("off")
    return axes


def histogram(values: Sequence[int], x: str) -> "Axes":
    """How often each size occurs; `x` is the catalogue's key of the label, the mean is marked."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(7, 3))
    axes.hist(values, bins=range(min(values), max(values) + 2), align="left")
    mean = sum(values) / len(values)
    axes.axvline(mean, color=COLOURS[1], linestyle="--", label=say("plot.mean", mean=mean))
    axes.set(xlabel=say(x), ylabel=say("plot.count"))
    axes.legend(frameon=False)
    return axes


def lines(frame: "pandas.DataFrame", x: str, y: str, log: bool = False) -> "Axes":
    """Each column of `frame` as a line over its index; `x` and `y` are keys of the labels."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(7, 3.2))
    frame.plot(ax=axes, marker="o", logx=log, legend=len(frame.columns) > 1)
    axes.set_xticks(list(frame.index), [f"{place:,}" for place in frame.index])
    axes.minorticks_off()
    axes.set(xlabel=say(x), ylabel=say(y))
    return axes


def bars(values: Mapping[str, float], y: str) -> "Axes":
    """One bar for each name; `y` is the key of the label."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(5, 2.8))
    drawn = axes.bar(list(values), list(values.values()), color=COLOURS, width=0.6)
    axes.bar_label(drawn, fmt="%.2g")
    axes.set(ylabel=say(y))
    return axes
