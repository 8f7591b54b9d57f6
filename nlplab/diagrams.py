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
# What each part of an LSTM computes and where it stands, in the order of its formulas.
GATES = (
    (1.0, r"$\sigma$", "$i$", "plot.gate_input"),
    (2.4, r"$\sigma$", "$f$", "plot.gate_forget"),
    (3.8, "tanh", "$g$", "plot.gate_new"),
    (5.2, r"$\sigma$", "$o$", "plot.gate_output"),
)


# --- recurrent networks ---


def unrolled(source: Sequence[str], target: Sequence[str] = ()) -> "Axes":
    """A recurrent network over time: a box for each token of `source`, linked by its state.

    With `target`, the tokens that a decoder reads, a second network goes on from the last state:
    above each of its boxes stands the token it chooses, which it reads next.
    """
    import matplotlib.pyplot as plt

    count, gap = len(source) + len(target), 1.0
    _, axes = plt.subplots(figsize=(1.05 * count + 1.6, 3.0 if target else 2.2))
    _recur(axes, 0.0, source, COLOURS[0])
    right = len(source) - 0.4
    if target:
        start = len(source) + gap
        _recur(axes, start, target, COLOURS[1])
        axes.text(start - 1, 0.18, say("plot.context"), ha="center", va="bottom", color="0.3")
        for place, chosen in enumerate([*target[1:], "[SEP]"]):
            left = start + place
            _arrow(axes, (left, 0.32), (left, 0.8))
            axes.text(left, 1.0, chosen, ha="center", va="center")
            if place + 1 < len(target):
                _arrow(axes, (left + 0.22, 0.85), (left + 0.78, -0.9), COLOURS[1], dashed=True)
        axes.text((len(source) - 1) / 2, 1.75, say("plot.encoder"), ha="center")
        middle = start + (len(target) - 1) / 2
        axes.text(middle, 1.75, say("plot.decoder"), ha="center")
        right = start + len(target) - 0.4
    axes.set(xlim=(-1.3, right), ylim=(-1.4, 2.1 if target else 0.6))
    axes.axis("off")
    return axes


def _recur(axes: "Axes", start: float, tokens: Sequence[str], colour: str) -> None:
    """A box for every token from `start` on, its states numbered from 1, fed the one before."""
    from matplotlib.patches import Rectangle

    for place, token in enumerate(tokens):
        left = start + place
        axes.add_patch(Rectangle((left - 0.32, -0.3), 0.64, 0.6, color=colour, alpha=0.3))
        axes.text(left, 0, f"$h_{{{place + 1}}}$", ha="center", va="center", fontsize=12)
        axes.text(left, -1.05, token, ha="center", va="center")
        _arrow(axes, (left, -0.85), (left, -0.32))
        if place:
            _arrow(axes, (left - 0.68, 0), (left - 0.34, 0))
    _arrow(axes, (start - (1.66 if start else 0.8), 0), (start - 0.34, 0))
    if not start:
        axes.text(-0.85, 0, "$h_0$", ha="right", va="center", fontsize=12)


def lstm_step() -> "Axes":
    """One time step of an LSTM: the cell state above, below it the gates that change it."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(figsize=(9.6, 4.4))
    cell, product, foot, rail = 2.2, 1.1, -0.1, -1.55
    _arrow(axes, (-0.6, cell), (7.7, cell), COLOURS[0], width=3)
    axes.plot([-0.6, 5.2], [rail, rail], color="0.4", linewidth=1)
    for x, function, name, label in GATES:
        colour = COLOURS[2 if name == "$g$" else 1]
        _label(axes, x, foot, function, colour)
        axes.text(x, foot - 0.42, f"{name} {say(label)}", ha="center", va="center", fontsize=9)
        _arrow(axes, (x, rail), (x, foot - 0.6))
    arrows = (
        ((2.4, foot + 0.25), (2.4, cell - 0.22)),  # f keeps the old
        ((1.0, foot + 0.25), (3.6, product - 0.1)),  # i lets the new in
        ((3.8, foot + 0.25), (3.8, product - 0.2)),
        ((3.8, product + 0.2), (3.8, cell - 0.22)),
        ((5.2, foot + 0.25), (6.34, product - 0.16)),  # o shows
        ((6.5, cell - 0.05), (6.5, product + 0.8)),
        ((6.5, product + 0.42), (6.5, product + 0.2)),
        ((6.7, product), (7.7, product)),
    )
    for start, end in arrows:
        _arrow(axes, start, end)
    for x, y, sign in (
        (2.4, cell, "×"),
        (3.8, cell, "+"),
        (3.8, product, "×"),
        (6.5, product, "×"),
    ):
        _label(axes, x, y, sign, "white", shape="circle")
    _label(axes, 6.5, product + 0.61, "tanh", COLOURS[2])
    ends = ((cell, "$c_{t-1}$", "$c_t$"), (product, "", "$h_t$"), (rail, "$x_t,\\ h_{t-1}$", ""))
    for y, left, right in ends:
        axes.text(-0.7, y, left, ha="right", va="center", fontsize=14)
        axes.text(7.8, y, right, ha="left", va="center", fontsize=14)
    axes.set(xlim=(-1.9, 8.4), ylim=(-1.8, 2.6))
    axes.axis("off")
    return axes


# --- Transformers ---


def stacks(*kinds: str) -> "Axes":
    """Transformers side by side: their halves, and the layers that these are stacked from.

    `kinds` are among `encoder_only`, `encoder_decoder` and `decoder_only`.
    """
    columns = [len(HALVES[kind]) for kind in kinds]
    size = (2.6 * sum(columns), 4.5)
    shape = {"figsize": size, "dpi": 110, "width_ratios": columns, "layout": "constrained"}
    panels = side_by_side(len(kinds), **shape)
    for axes, kind in zip(panels, kinds, strict=True):
        for column, half in enumerate(HALVES[kind]):
            _draw_half(axes, 2.9 * column, half)
        if kind == "encoder_decoder":
            cross = _heights(LAYERS["decoder"])[1]
            corners = [0.0, 1.45, 1.45], [TOP, TOP, cross]
            axes.plot(*corners, color=COLOURS[2], linewidth=2)
            _arrow(axes, (1.45, cross), (2.9 - 0.85, cross), COLOURS[2], width=2)
        axes.set(xlim=(-1.3, 2.9 * len(HALVES[kind]) - 1.6), ylim=(-0.8, 7.0))
        axes.set_title(say(f"diagram.{kind}"), fontsize=11)
        axes.axis("off")
    return panels[-1]


TOP = 6.45  # where a half hands on what it gives


def _heights(layers: Sequence[str]) -> list[float]:
    """The middles of the sublayers, from bottom to top."""
    return [1.55 + 3.0 * place / (len(layers) - 1) for place in range(len(layers))]


def _draw_half(axes: "Axes", x: float, half: str) -> None:
    """One half of a Transformer around the middle `x`: tokens below, what it gives above.

    Around each sublayer goes its residual. The norm follows the sum, in GPT-2 it comes first.
    """
    from matplotlib.patches import Rectangle

    layers, reads, first = LAYERS[half], half == "encoder", half == "decoder_only"
    colours = {"self_attention": COLOURS[0], "causal_attention": COLOURS[1]}
    colours |= {"cross_attention": COLOURS[2], "feed_forward": COLOURS[3]}
    frame = Rectangle((x - 1.2, 0.75), 2.4, 5.2, fill=False, edgecolor="0.6", linestyle="--")
    axes.add_patch(frame)
    axes.text(x + 1.1, 5.72, "× N", ha="right", va="center", fontsize=9, color="0.3")
    _arrow(axes, (x, -0.4), (x, TOP - 0.2))
    _block(axes, x, 0.2, "diagram.embedding", "0.5")
    for layer, y in zip(layers, _heights(layers), strict=True):
        _block(axes, x, y, f"diagram.{layer}", colours[layer])
        norm, low, plus = (y - 0.42, y - 0.75, y + 0.45) if first else (y + 0.8, y - 0.4, y + 0.42)
        _block(axes, x, norm, "diagram.norm", "0.8", height=0.26)
        axes.plot([x, x + 1.02, x + 1.02], [low, low, plus], color="0.4", linewidth=1)
        _arrow(axes, (x + 1.02, plus), (x + 0.1, plus))
        sign = {"boxstyle": "circle,pad=0.15", "facecolor": "white"}
        axes.text(x, plus, "+", ha="center", va="center", fontsize=8, bbox=sign)
    axes.text(
        x, -0.6, say("diagram.read" if reads else "diagram.written"), ha="center", va="center"
    )
    top = say("diagram.memory" if reads else "diagram.next_token")
    axes.text(x, TOP, top, ha="center", va="center", bbox={"facecolor": "white", "lw": 0})


def _block(axes: "Axes", x: float, y: float, key: str, colour: str, height: float = 0.4) -> None:
    """A box of the width of a half around (`x`, `y`), with its name in it."""
    from matplotlib.patches import FancyBboxPatch

    corner = (x - 0.8, y - height / 2 + 0.05)
    style = "round,pad=0.05"
    box = FancyBboxPatch(corner, 1.6, height - 0.1, boxstyle=style, facecolor=_tint(colour))
    axes.add_patch(box)
    axes.text(x, y, say(key), ha="center", va="center", fontsize=8.5 if height > 0.3 else 7)


# --- pieces ---


def _label(axes: "Axes", x: float, y: float, text: str, colour: str, shape: str = "round") -> None:
    box = {"boxstyle": f"{shape},pad=0.35", "facecolor": _tint(colour)}
    axes.text(x, y, text, ha="center", va="center", fontsize=13, bbox=box)


def _tint(colour: str) -> tuple[float, ...]:
    """A light and opaque shade of `colour`."""
    from matplotlib.colors import to_rgb

    return tuple(0.3 * part + 0.7 for part in to_rgb(colour))


def _arrow(
    axes: "Axes",
    start: tuple[float, float],
    end: tuple[float, float],
    colour: str = "0.4",
    *,
    width: float = 1,
    dashed: bool = False,
) -> None:
    style = {"arrowstyle": "->", "color": colour, "lw": width, "ls": "--" if dashed else "-"}
    axes.annotate("", end, start, arrowprops={**style, "shrinkA": 0, "shrinkB": 0}, zorder=1)
