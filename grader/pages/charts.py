"""Charts of a report as pictures within the page, each with a text that says what it shows."""

import base64
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from grader.pages.html import Say
from nlplab.plots import use_hangul

COLOURS = {
    "passed": "#2f7d55",
    "partly": "#d9a441",
    "wrong": "#b8474c",
    "waiting": "#7fa8cf",
    "not_attempted": "#c3cad2",
    "not_run": "#6b7580",
}
BLUE, INK, QUIET = "#3b6ea5", "#1f2933", "#5c6773"
DARK = {BLUE: "#86b7ef", INK: "#e3e8ed", QUIET: "#a3aeb9"}  # where the page around is dark
MOST_BARS = 20
WIDTH = 4.4  # inches: as wide as a phone, so that letters stay as large as those around


@dataclass(frozen=True)
class Picture:
    """An SVG as an address, and what it shows in words."""

    source: str
    text: str


def distribution(scores: Sequence[float], most: float, say: Say) -> Picture:
    """How many students have how many points, of `most`."""
    width = math.ceil(most / MOST_BARS) or 1
    edges = range(0, max(1, math.ceil(most / width)) * width + 1, width)
    with _chart(2.5) as (figure, axes):
        counts, _, _ = axes.hist(scores, bins=edges, color=BLUE, rwidth=0.9)
        axes.set(xlabel=say("report.points"), ylabel=say("report.students"), xlim=(0, edges[-1]))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=4))
        _middle(axes, median(scores), say)
    highest = max(range(len(counts)), key=lambda place: counts[place])
    text = say(
        "report.distribution_text",
        n=len(scores),
        middle=f"{median(scores):g}",
        low=f"{min(scores):g}",
        high=f"{max(scores):g}",
        start=edges[highest],
        end=edges[highest + 1],
    )
    return Picture(_address(figure), text)


def success(counts: Mapping[str, Mapping[str, int]], say: Say) -> Picture:
    """What became of each exercise: `counts` are how many students by outcome, by exercise."""
    names = list(counts)
    with _chart(0.9 + 0.3 * len(names)) as (figure, axes):
        left = [0.0] * len(names)
        for outcome, colour in COLOURS.items():
            shares = [100 * counts[n].get(outcome, 0) / sum(counts[n].values()) for n in names]
            if any(shares):
                label = say(f"feedback.{outcome}")
                axes.barh(names, shares, left=left, height=0.72, color=colour, label=label)
            left = [before + share for before, share in zip(left, shares, strict=True)]
        axes.set(xlim=(0, 100), xlabel=say("report.share"))
        axes.invert_yaxis()
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        figure.legend(
            *axes.get_legend_handles_labels(), loc="outside upper center", ncols=3, frameon=False
        )
    passed = {n: counts[n].get("passed", 0) / sum(counts[n].values()) for n in names}
    hardest = sorted(names, key=lambda name: passed[name])[:3]
    told = ", ".join(f"{name} {passed[name]:.0%}" for name in hardest)
    return Picture(_address(figure), say("report.success_text", exercises=told))


def times(seconds: Sequence[float], say: Say) -> Picture:
    """How long submissions took."""
    with _chart(2.2) as (figure, axes):
        axes.hist(seconds, bins=min(20, max(5, len(seconds) // 5)), color=BLUE, rwidth=0.9)
        axes.set(xlabel=say("report.seconds"), ylabel=say("report.students"), xlim=(0, None))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=4))
        _middle(axes, median(seconds), say)
    text = say("report.times_text", middle=f"{median(seconds):.1f}", longest=f"{max(seconds):.1f}")
    return Picture(_address(figure), text)


def _middle(axes: Axes, value: float, say: Say) -> None:
    axes.axvline(value, color=INK, linestyle="--", linewidth=1)
    right = value > sum(axes.get_xlim()) / 2
    axes.annotate(
        say("report.median", n=f"{value:.3g}"),
        (value, 1),
        xycoords=("data", "axes fraction"),
        xytext=(-4 if right else 4, 2),
        textcoords="offset points",
        ha="right" if right else "left",
        color=INK,
        fontsize=10,
    )


@contextmanager
def _chart(height: float) -> Iterator[tuple[Figure, Axes]]:
    """A figure and its axes in the style of the course, Hangul included."""
    with matplotlib.rc_context():
        use_hangul()
        matplotlib.rcParams.update(
            {
                "svg.hashsalt": "report",
                "font.size": 11,
                "text.color": INK,
                "axes.labelcolor": QUIET,
                "axes.edgecolor": QUIET,
                "xtick.color": QUIET,
                "ytick.color": INK,
            }
        )
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        yield figure, figure.add_subplot()


def _address(figure: Figure) -> str:
    file = io.StringIO()
    with matplotlib.rc_context({"svg.hashsalt": "report"}):
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None})
    drawn = _themed(file.getvalue())
    return "data:image/svg+xml;base64," + base64.b64encode(drawn.encode()).decode()


def _themed(drawn: str) -> str:
    """A drawing whose colours are those of the page around, on a dark screen too."""
    light, dark = (
        "".join(f"--c{colour[1:]}: {shown};" for colour, shown in theme)
        for theme in (((colour, colour) for colour in DARK), DARK.items())
    )
    for colour in DARK:
        drawn = drawn.replace(colour, f"var(--c{colour[1:]})")
    screen = "@media screen and (prefers-color-scheme: dark)"
    style = f"<style>:root {{{light}}} {screen} {{:root {{{dark}}}}}</style>"
    return drawn.replace("<defs>", f"{style}<defs>", 1)
