"""Pictures of how models are built, drawn without data.

Labels are said in the reader's language. Every function draws on a new figure and returns its
axes.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nlplab.messages import say
from nlplab.plots import COLOURS, side_by_side

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# What a layer of each half of a Transformer is made of, from bottom to top.
LAYERS = {
    "encoder": ("self_attention", "feed_forward"),
    "decoder": ("causal_attention", "cross_attention", "feed_forward"),
    "decoder_only": ("causal_attention", "feed_forward"),
}
HALVES = {
    "encoder_only": ("encoder",),
    "encoder_decoder": ("encoder", "decoder"),
    "decoder_only": ("decoder_only",),
}


def unrolled(source: Sequence[str], target: Sequence[str] = ()) -> "Axes":
    """A recurrent network step by step: a box for each token of `source`, linked by its state.

    With `target`, a second network goes on from the last state and is drawn in another colour.
    """
    import matplotlib.pyplot as plt
    from matplotlib.patches import Rectangle

    tokens = [*source, *target]
    _, axes = plt.subplots(figsize=(1.05 * len(tokens) + 1.2, 2.2))
    for place, token in enumerate(tokens):
        colour = COLOURS[place >= len(source)]
        left = place + (0.6 if place >= len(source) else 0.0)
        axes.add_patch(Rectangle((left - 0.32, -0.3), 0.64, 0.6, color=colour, alpha=0.3))
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


def lstm_step() -> "Axes":
    """One step of an LSTM: the line of the cell state above, the gates that change it below."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(8.5, 4.0))
    memory, gates, foot, rail = 2.0, 0.9, -0.2, -1.35
    _arrow(axes, (-0.6, memory), (6.6, memory), width=3, colour=COLOURS[0])
    signs = ((1.0, memory, "×"), (2.9, memory, "+"), (5.2, gates, "×"), (2.9, gates, "×"))
    for x, y, sign in signs:
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


def stacks(*kinds: str) -> "Axes":
    """Transformers side by side: their halves, and the layers that these are stacked from.

    `kinds` are among `encoder_only`, `encoder_decoder` and `decoder_only`.
    """
    columns = [len(HALVES[kind]) for kind in kinds]
    size = (2.7 * sum(columns), 4.0)
    panels = side_by_side(len(kinds), figsize=size, width_ratios=columns, layout="constrained")
    for axes, kind in zip(panels, kinds, strict=True):
        for column, half in enumerate(HALVES[kind]):
            _draw_half(axes, 2.6 * column, half)
        if kind == "encoder_decoder":
            axes.plot([1.0, 1.3, 1.3], [4.25, 4.25, 2.25], color=COLOURS[2], linewidth=2)
            _arrow(axes, (1.3, 2.25), (1.86, 2.25), width=2, colour=COLOURS[2])
        axes.set(xlim=(-1.2, 2.6 * len(HALVES[kind]) - 1.4), ylim=(-0.75, 4.6))
        axes.set_title(say(f"diagram.{kind}"), fontsize=11)
        axes.axis("off")
    return panels[-1]


def _draw_half(axes: "Axes", x: float, half: str) -> None:
    """One half of a Transformer around the middle `x`: tokens below, what it gives above."""
    from matplotlib.patches import Rectangle

    reads = half == "encoder"
    layers = LAYERS[half]
    frame = Rectangle((x - 1, 0.9), 2, 2.9, fill=False, edgecolor="0.6", linestyle="--")
    axes.add_patch(frame)
    axes.text(x + 0.95, 3.88, "× N", ha="right", fontsize=9, color="0.3")
    blocks = [("diagram.embedding", 0.25, "0.5")]
    colours = {"self_attention": COLOURS[0], "causal_attention": COLOURS[1]}
    colours |= {"cross_attention": COLOURS[2], "feed_forward": COLOURS[3]}
    for place, layer in enumerate(layers):
        height = 1.25 + 2.0 * place / (len(layers) - 1)
        blocks.append((f"diagram.{layer}", height, colours[layer]))
    top = "diagram.memory" if reads else "diagram.next_token"
    bottoms = [-0.35, *(y + 0.25 for _, y, _ in blocks)]
    tops = [*(y - 0.25 for _, y, _ in blocks), 4.08]
    for start, end in zip(bottoms, tops, strict=True):
        _arrow(axes, (x, start), (x, end))
    for key, y, colour in blocks:
        box = {"boxstyle": "round,pad=0.35", "facecolor": colour, "alpha": 0.3}
        axes.text(x, y, say(key), ha="center", va="center", fontsize=9, bbox=box)
    axes.text(x, -0.55, say("diagram.read" if reads else "diagram.written"), ha="center")
    axes.text(x, 4.25, say(top), ha="center", va="center")


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
