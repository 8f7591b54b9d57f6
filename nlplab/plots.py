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
    from torch import Tensor

FONT = "NanumSquareR.ttf"
STAGES = ("plot.stage_0", "plot.stage_1", "plot.stage_2", "plot.stage_3")
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


def unrolled(source: Sequence[str], target: Sequence[str] = ()) -> "Axes":
    """A recurrent network step by step: a box for each token of `source`, linked by its state.

    With `target`, a second network goes on from the last state and is drawn in another colour.
    """
    import matplotlib.pyplot as plt

    tokens = [*source, *target]
    _, axes = plt.subplots(figsize=(1.05 * len(tokens) + 1.2, 2.2))
    for place, token in enumerate(tokens):
        colour = COLOURS[place >= len(source)]
        left = place + (0.6 if place >= len(source) else 0.0)
        axes.add_patch(plt.Rectangle((left - 0.32, -0.3), 0.64, 0.6, color=colour, alpha=0.3))
        axes.text(left, 0, f"$h_{{{place + 1}}}$", ha="center", va="center", fontsize=12)
        axes.text(left, -1.05, token, ha="center", va="center")
        _arrow(axes, (left, -0.85), (left, -0.32))
        if place:
            _arrow(axes, (left - (1.28 if place == len(source) else 0.68), 0), (left - 0.34, 0))
    if target:
        axes.text(len(source) - 0.2, 0.5, say("plot.context"), ha="center", color="0.3")
    axes.set(xlim=(-0.6, len(tokens) + 0.4), ylim=(-1.4, 0.8))
    axes.axis("off")
    return axes


def training(history: "pandas.DataFrame") -> "Axes":
    """The losses of each epoch and, beside them, the exact match, as `train.fit` returns them."""
    import matplotlib.pyplot as plt

    _, (losses, matches) = plt.subplots(1, 2, figsize=(9, 3), layout="constrained")
    epochs = range(1, len(history) + 1)
    for column in ("loss", "held_out_loss"):
        losses.plot(epochs, history[column], marker="o", label=say(f"plot.{column}"))
    matches.plot(epochs, history["exact_match"], marker="o", color=COLOURS[2])
    for axes in (losses, matches):
        axes.set_xticks(list(epochs))
    losses.legend(frameon=False)
    losses.set(xlabel=say("plot.epoch"), ylim=(0, None))
    matches.set(xlabel=say("plot.epoch"), ylabel=say("plot.exact_match"), ylim=(-0.02, 1.02))
    return matches


def stages(scores: "pandas.DataFrame") -> "Axes":
    """Exact match and token accuracy by stage, a line for each model of `nlplab.results`."""
    import matplotlib.pyplot as plt

    _, panels = plt.subplots(1, 2, figsize=(9, 3.2), layout="constrained", sharey=True)
    for axes, column in zip(panels, ("exact_match", "token_accuracy"), strict=True):
        axes.tick_params(labelleft=True)
        for model, rows in scores.groupby("model", sort=False):
            axes.plot(rows["stage"], rows[column], marker="o", label=model)
        found = sorted(scores["stage"].unique())
        axes.set_xticks(found, [say(STAGES[stage]) for stage in found])
        axes.set(ylabel=say(f"plot.{column}"), ylim=(-0.03, 1.03))
    panels[1].legend(frameon=False)
    return panels[1]


def fading(norms: "pandas.DataFrame") -> "Axes":
    """Gradient norms over the distance to the last token, a line for each network, on a log axis.

    `norms` has a column for each network; its index counts steps back from the last token.
    """
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(7, 3.2))
    for network in norms.columns:
        axes.semilogy(norms.index, norms[network], marker=".", label=network)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:.0e}")
    axes.set(xlabel=say("plot.distance"), ylabel=say("plot.gradient_norm"))
    axes.legend(frameon=False)
    return axes


def lstm_step() -> "Axes":
    """One step of an LSTM: the line of the cell state above, the gates that change it below."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(8.5, 4.0))
    memory, gates, foot, rail = 2.0, 0.9, -0.2, -1.35
    _arrow(axes, (-0.6, memory), (6.6, memory), width=3, colour=COLOURS[0])
    for x, sign in ((1.0, "×"), (2.9, "+"), (5.2, "×")):
        y = memory if x < 5 else gates
        axes.text(x, y, sign, ha="center", va="center", fontsize=16, bbox=_box("white", "circle"))
    for x, name, label in (
        (1.0, "f", "plot.gate_forget"),
        (2.4, "i", "plot.gate_input"),
        (3.4, "g", "plot.gate_new"),
        (4.4, "o", "plot.gate_output"),
    ):
        colour = COLOURS[2 if name == "g" else 1]
        axes.text(x, foot, f"${name}$", ha="center", va="center", fontsize=14, bbox=_box(colour))
        axes.text(x, foot - 0.55, say(label), ha="center", va="center", fontsize=9)
        _arrow(axes, (x, rail), (x, foot - 0.72))
    _arrow(axes, (1.0, foot + 0.27), (1.0, memory - 0.24))
    axes.text(2.9, gates, "×", ha="center", va="center", fontsize=16, bbox=_box("white", "circle"))
    _arrow(axes, (2.4, foot + 0.27), (2.76, gates - 0.2))
    _arrow(axes, (3.4, foot + 0.27), (3.04, gates - 0.2))
    _arrow(axes, (2.9, gates + 0.22), (2.9, memory - 0.24))
    _arrow(axes, (4.4, foot + 0.27), (5.0, gates - 0.14))
    _arrow(axes, (5.2, memory - 0.05), (5.2, gates + 0.22))
    axes.text(5.32, (memory + gates) / 2, "tanh", va="center", fontsize=10)
    _arrow(axes, (5.4, gates), (6.6, gates))
    for x, y, name in (
        (-0.7, memory, "$c_{t-1}$"),
        (6.7, memory, "$c_t$"),
        (6.7, gates, "$h_t$"),
        (-0.7, rail, "$x_t,\\ h_{t-1}$"),
    ):
        side = "right" if x < 0 else "left"
        axes.text(x, y, name, ha=side, va="center", fontsize=14)
    axes.plot([-0.6, 4.4], [rail, rail], color="0.4", linewidth=1)
    axes.set(xlim=(-1.9, 7.4), ylim=(-1.7, 2.5))
    axes.axis("off")
    return axes


def attention(weights: "Tensor", source: Sequence[str], target: Sequence[str]) -> "Axes":
    """Attention weights `[tgt, src]` as a heat map: a row for each target token that was written.

    Raises ValueError where the tokens are not as many as the rows and columns.
    """
    import matplotlib.pyplot as plt

    if tuple(weights.shape) != (len(target), len(source)):
        rows, columns = weights.shape
        counts = {"target": len(target), "source": len(source), "rows": rows, "columns": columns}
        raise ValueError(say("plot.attention_sizes", **counts))
    _, axes = plt.subplots(figsize=(0.55 * len(source) + 1.6, 0.42 * len(target) + 1.2))
    image = axes.imshow(weights.detach().cpu().numpy(), cmap="Blues", vmin=0, vmax=1, aspect="auto")
    axes.set_xticks(range(len(source)), source, rotation=45, ha="left", rotation_mode="anchor")
    axes.set_yticks(range(len(target)), target)
    axes.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
    axes.spines[:].set_visible(False)
    axes.figure.colorbar(image, ax=axes, label=say("plot.weight"), shrink=0.8)
    return axes


def masks(pictures: Mapping[str, "Tensor"]) -> "Axes":
    """Square masks `[tgt, src]` side by side, each under its name: who may look at whom."""
    import matplotlib.pyplot as plt

    _, panels = plt.subplots(1, len(pictures), figsize=(2.6 * len(pictures), 2.8), squeeze=False)
    for axes, (name, mask) in zip(panels[0], pictures.items(), strict=True):
        axes.imshow(mask.float().numpy(), cmap="Blues", vmin=0, vmax=1.4)
        axes.set(title=name, xlabel=say("plot.looked_at"), ylabel=say("plot.looking"))
        axes.set_xticks([])
        axes.set_yticks([])
    return panels[0][-1]


def _box(colour: str, shape: str = "round") -> dict[str, object]:
    alpha = 1.0 if colour == "white" else 0.3
    return {"boxstyle": f"{shape},pad=0.35", "facecolor": colour, "alpha": alpha}


def _arrow(
    axes: "Axes",
    start: tuple[float, float],
    end: tuple[float, float],
    width: float = 1,
    colour: str = "0.4",
) -> None:
    axes.annotate("", end, start, arrowprops={"arrowstyle": "->", "color": colour, "lw": width})
