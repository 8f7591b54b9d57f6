"""Pictures, with Hangul rendered on machines that have no Korean font.

Labels are said in the reader's language. Every function draws on a new figure and returns its
axes.
"""

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from nlplab.messages import say

if TYPE_CHECKING:
    import pandas
    from matplotlib.axes import Axes
    from torch import Tensor

FONT = "NanumSquareR.ttf"
STAGES = ("plot.stage_0", "plot.stage_1", "plot.stage_2", "plot.stage_3")
COLOURS = ("#3b6ea5", "#d1793b", "#5a9367", "#8d6aa8")


def use_hangul() -> None:
    """Draw text with the Korean font that comes with nlplab, from now on."""
    import matplotlib
    from matplotlib import font_manager
    from matplotlib.rcsetup import cycler

    path = files("nlplab.fonts") / FONT
    font_manager.fontManager.addfont(str(path))
    matplotlib.rcParams.update(
        {
            "font.family": [font_manager.FontProperties(fname=str(path)).get_name(), "DejaVu Sans"],
            "axes.unicode_minus": False,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.prop_cycle": cycler(color=COLOURS),
            "figure.dpi": 130,
        }
    )


def pieces(rows: Mapping[str, Sequence[str]]) -> "Axes":
    """One sentence cut several ways: each row a name and its pieces, each piece a box."""
    import matplotlib.pyplot as plt
    from matplotlib.patches import Rectangle

    _, axes = plt.subplots(figsize=(9, 0.75 * len(rows) + 0.3))
    for row, (name, cut) in enumerate(rows.items()):
        left = 0.0
        for piece in cut:
            width = 0.55 + 0.42 * sum(1 if ord(letter) > 0x1100 else 0.6 for letter in piece)
            box = Rectangle((left, -row - 0.3), width - 0.08, 0.6, color=COLOURS[0], alpha=0.25)
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
    frame.plot(ax=axes, marker="o", logx=log, legend=False)
    if len(frame.columns) > 1:
        axes.legend(frameon=False)
    axes.set_xticks(list(frame.index), [f"{place:,}" for place in frame.index])
    axes.minorticks_off()
    axes.set(xlabel=say(x), ylabel=say(y))
    return axes


def bars(values: Mapping[str, float], y: str, log: bool = False) -> "Axes":
    """One bar for each name; `y` is the key of the label. With `log`, on a logarithmic axis."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(5, 2.8), layout="constrained")
    drawn = axes.bar(list(values), list(values.values()), color=COLOURS[0], width=0.6, log=log)
    axes.bar_label(drawn, fmt=_short)
    axes.margins(y=0.15)
    axes.set(ylabel=say(y))
    if log:
        _tick_powers(axes)
    else:
        axes.yaxis.set_major_formatter(lambda value, _: f"{value:,g}")
    return axes


def _short(value: float) -> str:
    """A number as it stands above a bar: whole with commas, or in two digits and no exponent."""
    if value >= 10:
        return f"{value:,.0f}"
    return format(Decimal(f"{value:.2g}"), "f")


def training(history: "pandas.DataFrame") -> "Axes":
    """The losses of each epoch and, beside them, the exact match, as `train.fit` returns them."""
    losses, matches = side_by_side(2, figsize=(9, 3), layout="constrained")
    epochs = range(1, len(history) + 1)
    for column in ("loss", "validation_loss"):
        losses.plot(epochs, history[column], marker="o", label=say(f"plot.{column}"))
    matches.plot(epochs, history["exact_match"], marker="o", color=COLOURS[2])
    for axes in (losses, matches):
        axes.set_xticks(list(epochs))
    losses.legend(frameon=False)
    losses.set(xlabel=say("plot.epoch"), ylabel=say("plot.cross_entropy"), ylim=(0, None))
    matches.set(xlabel=say("plot.epoch"), ylabel=say("plot.exact_match"), ylim=(-0.02, 1.02))
    return matches


def stages(scores: "pandas.DataFrame") -> "Axes":
    """Scores by stage, a line for each model: exact match, and token accuracy where it is there."""
    measured = [column for column in ("exact_match", "token_accuracy") if column in scores]
    size = (4.5 * len(measured), 3.4)
    panels = side_by_side(len(measured), figsize=size, layout="constrained", sharey=True)
    for axes, column in zip(panels, measured, strict=True):
        axes.tick_params(labelleft=True)
        for model, rows in scores.groupby("model", sort=False):
            axes.plot(rows["stage"], rows[column], marker="o", label=model)
        found = sorted(scores["stage"].unique())
        axes.set_xticks(found, [say(STAGES[stage]) for stage in found])
        axes.set(xlabel=say("plot.stage"), ylabel=say(f"plot.{column}"), ylim=(-0.03, 1.03))
    entries = panels[0].get_legend_handles_labels()
    panels[0].figure.legend(*entries, loc="outside upper center", ncols=4, frameon=False)
    return panels[-1]


def fading(norms: "pandas.DataFrame") -> "Axes":
    """Gradient norms over the distance to the last token, a line for each network, on a log axis.

    `norms` has a column for each network; its index counts time steps back from the last token.
    """
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(7, 3.2))
    for network in norms.columns:
        axes.semilogy(norms.index, norms[network], marker=".", label=network)
    _tick_powers(axes)
    axes.set(xlabel=say("plot.distance"), ylabel=say("plot.gradient_norm"))
    axes.legend(frameon=False)
    return axes


def _tick_powers(axes: "Axes") -> None:
    """A tick at every power of ten of a logarithmic y axis."""
    from matplotlib.ticker import LogLocator

    axes.yaxis.set_major_locator(LogLocator(numticks=15))
    axes.yaxis.set_major_formatter(lambda value, _: f"$10^{{{round(math.log10(value))}}}$")


def attention(
    weights: "Tensor", source: Sequence[str], target: Sequence[str], y: str = "plot.wrote"
) -> "Axes":
    """Attention weights `[tgt, src]` as a heat map: a row for each target token.

    `y` is the key of the label of the rows: the tokens written, unless another is given. Raises
    ValueError where the tokens are not as many as the rows and columns.
    """
    import matplotlib.pyplot as plt

    if tuple(weights.shape) != (len(target), len(source)):
        counts: dict[str, Any] = {"target": len(target), "source": len(source)}
        counts["rows"], counts["columns"] = weights.shape
        raise ValueError(say("plot.attention_sizes", **counts))
    size = (0.55 * len(source) + 2.0, 0.42 * len(target) + 1.4)
    _, axes = plt.subplots(figsize=size, layout="constrained")
    image = axes.imshow(weights.detach().cpu().numpy(), cmap="Blues", vmin=0, vmax=1, aspect="auto")
    _name_cells(axes, source, target)
    axes.set(xlabel=say("plot.looked_at"), ylabel=say(y))
    axes.figure.colorbar(image, ax=axes, label=say("plot.weight"), shrink=0.8)
    return axes


def heads(weights: "Tensor", source: Sequence[str], target: Sequence[str]) -> "Axes":
    """Attention weights `[heads, tgt, src]` as heat maps side by side, one for each head."""
    inches = ((0.36 * len(source) + 0.9) * len(weights), 0.4 * len(target) + 1.4)
    panels = side_by_side(len(weights), figsize=inches, layout="constrained")
    for number, (axes, head) in enumerate(zip(panels, weights, strict=True), 1):
        axes.imshow(head.cpu().numpy(), cmap="Blues", vmin=0, vmax=1, aspect="auto")
        _name_cells(axes, source, target if number == 1 else [""] * len(target))
        axes.set_title(say("plot.head", number=number), y=-0.12)
    return panels[-1]


def positions(vectors: "Tensor") -> "Axes":
    """Vectors of positions `[token, hidden]` as an image: a row for each position."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(7, 3.4), layout="constrained")
    image = axes.imshow(vectors.cpu().numpy(), cmap="RdBu", vmin=-1, vmax=1, aspect="auto")
    axes.set(xlabel=say("plot.component"), ylabel=say("plot.place"))
    axes.figure.colorbar(image, ax=axes, shrink=0.8)
    return axes


def masks(pictures: Mapping[str, "Tensor"], tokens: Sequence[str] = ()) -> "Axes":
    """Square masks `[tgt, src]` side by side, each under its name: who may look at whom.

    Rows and columns are named after `tokens`, or numbered where there are none.
    """
    size = max(map(len, pictures.values()))
    names = tokens or [str(number) for number in range(1, size + 1)]
    inches = ((0.4 * size + 1.4) * len(pictures), 0.4 * size + 1.2)
    panels = side_by_side(len(pictures), figsize=inches, layout="constrained")
    for axes, (name, mask) in zip(panels, pictures.items(), strict=True):
        axes.imshow(mask.float().numpy(), cmap="Blues", vmin=0, vmax=1.4)
        _name_cells(axes, names, names)
        axes.set(xlabel=say("plot.looked_at"), ylabel=say("plot.looking"))
        axes.set_title(name, y=-0.12)
    return panels[-1]


def _name_cells(axes: "Axes", columns: Sequence[str], rows: Sequence[str]) -> None:
    """Name the columns of an image above it and its rows beside it, and rule lines between."""
    axes.set_xticks(range(len(columns)), columns)
    axes.set_yticks(range(len(rows)), rows)
    if max(map(len, columns)) > 2:
        axes.tick_params(axis="x", rotation=45)
        for label in axes.get_xticklabels():
            label.set(ha="left", rotation_mode="anchor")
    axes.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
    axes.xaxis.set_label_position("top")
    axes.set_xticks([place - 0.5 for place in range(1, len(columns))], minor=True)
    axes.set_yticks([place - 0.5 for place in range(1, len(rows))], minor=True)
    axes.grid(which="minor", color="0.85", linewidth=0.6)
    axes.tick_params(which="minor", top=False, bottom=False, left=False)
    axes.spines[:].set(visible=True, color="0.85")


def side_by_side(number: int, **how: Any) -> "list[Axes]":
    """The axes of a new figure, in one row; `how` is as for `matplotlib.pyplot.subplots`."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(1, number, squeeze=False, **how)
    return list(axes[0])
