"""Charts as SVG that takes its colours from the page: matplotlib draws with marks for colours, which become CSS variables."""

from __future__ import annotations

import io
import re
from collections import Counter
from html import escape
from typing import TYPE_CHECKING

from etl.digest.rows import Digest
from etl.errors import ConfigError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST_ACTORS = 14
MOST_INITIATIVES = 12
INK, SOFT, ONE, TWO, PAPER = "#010203", "#040506", "#070809", "#0a0b0c", "#0d0e0f"
_VARIABLES = {INK: "--ink", SOFT: "--line", ONE: "--one", TWO: "--two", PAPER: "--paper"}
_POSITIONS = {"proposes": ("P", TWO), "supports": ("o", ONE), "opposes": ("X", TWO), "mentions": (".", INK)}


def who_met_whom(digest: Digest) -> str:
    """Return a matrix of the actors that met, with how often; empty when nobody did."""
    amounts: Counter[str] = Counter()
    for (a, b), times in digest.met.items():
        amounts[a] += times
        amounts[b] += times
    actors = sorted(sorted(amounts), key=lambda actor: -amounts[actor])[:MOST_ACTORS]
    if len(actors) < 2:
        return ""
    figure, axes = _figure(len(actors) * 0.42 + 2.2, len(actors) * 0.36 + 1.6)
    most = max(digest.met.values())
    for (a, b), times in digest.met.items():
        if a in actors and b in actors:
            for x, y in ((actors.index(a), actors.index(b)), (actors.index(b), actors.index(a))):
                axes.scatter([x], [y], s=120 + 240 * times / most, c=ONE, linewidths=0)
                axes.text(x, y, str(times), color=PAPER, ha="center", va="center", fontsize=8)
    labels = [digest.name(actor) for actor in actors]
    axes.set_xticks(range(len(actors)), labels, rotation=45, ha="right")
    axes.set_yticks(range(len(actors)), labels)
    axes.set_xlim(-0.6, len(actors) - 0.4)
    axes.set_ylim(len(actors) - 0.4, -0.6)
    said = "; ".join(f"{digest.name(a)} and {digest.name(b)}: {times}" for (a, b), times in digest.met.items())
    return _svg(figure, "met", "Who met whom", said)


def initiatives_by_actor(digest: Digest) -> str:
    """Return who said something of which initiative, and how they stand to it; empty when nobody did."""
    of_initiative: Counter[str] = Counter()
    of_actor: Counter[str] = Counter()
    for (initiative, actor, _), claims in digest.positions.items():
        of_initiative[initiative] += claims
        of_actor[actor] += claims
    if not of_initiative:
        return ""
    initiatives = sorted(sorted(of_initiative), key=lambda name: -of_initiative[name])[:MOST_INITIATIVES]
    actors = sorted(sorted(of_actor), key=lambda actor: -of_actor[actor])[:MOST_ACTORS]
    figure, axes = _figure(len(actors) * 0.42 + 3.4, len(initiatives) * 0.36 + 1.8)
    for (initiative, actor, position), claims in digest.positions.items():
        if initiative in initiatives and actor in actors:
            mark, colour = _POSITIONS.get(position, (".", INK))
            axes.scatter(
                [actors.index(actor)], [initiatives.index(initiative)], s=50 + 12 * min(claims, 10), c=colour, marker=mark, linewidths=0
            )
    for position, (mark, colour) in _POSITIONS.items():
        if any(key[2] == position for key in digest.positions):
            axes.scatter([], [], c=colour, marker=mark, s=50, linewidths=0, label=position)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1.0), ncols=4, frameon=False, labelcolor=INK, fontsize=9)
    axes.set_xticks(range(len(actors)), [digest.name(actor) for actor in actors], rotation=45, ha="right")
    axes.set_yticks(range(len(initiatives)), [name if len(name) <= 38 else f"{name[:36]}…" for name in initiatives])
    axes.set_xlim(-0.6, len(actors) - 0.4)
    axes.set_ylim(len(initiatives) - 0.4, -0.6)
    said = "; ".join(f"{digest.name(actor)} {position} {initiative}" for initiative, actor, position in digest.positions)
    return _svg(figure, "positions", "Initiatives by actor", said)


def activity(digest: Digest) -> str:
    """Return meetings and statements of the last weeks, day by day; empty when there are none."""
    if not any(meetings or statements for _, meetings, statements in digest.activity):
        return ""
    figure, axes = _figure(7.2, 2.6)
    days = range(len(digest.activity))
    meetings = [row[1] for row in digest.activity]
    statements = [row[2] for row in digest.activity]
    axes.bar([day - 0.2 for day in days], statements, width=0.4, color=ONE, label="statements")
    axes.bar([day + 0.2 for day in days], meetings, width=0.4, color=TWO, label="meetings held")
    axes.set_xticks(list(days)[::-7][::-1], [f"{row[0]:%-d %b}" for row in digest.activity][::-7][::-1])
    axes.legend(loc="upper left", frameon=False, labelcolor=INK, fontsize=9)
    said = "; ".join(f"{day:%-d %B}: {m} meetings, {s} statements" for day, m, s in digest.activity if m or s)
    return _svg(figure, "activity", "Activity of the last 30 days", said)


def _figure(width: float, height: float) -> tuple[Figure, Axes]:
    try:
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise ConfigError("a digest is drawn by matplotlib: pip install 'communique[digest]'") from error
    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.subplots()
    axes.set_facecolor("none")
    axes.tick_params(colors=INK, length=0, labelsize=9)
    axes.grid(color=SOFT, linewidth=0.6)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_visible(False)
    return figure, axes


def _svg(figure: Figure, name: str, title: str, said: str) -> str:
    """Return a figure as inline SVG: text stays text, colours are the page's, and a reader of the screen hears what it says."""
    import matplotlib as mpl

    out = io.StringIO()
    # The salt and the missing date make the same figure the same bytes.
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": name, "font.family": "sans-serif"}):
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    svg = out.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r' xmlns:xlink="[^"]*"', "", svg).replace("xlink:href", "href")
    svg = re.sub(r'(id="|url\(#|href="#)', rf"\g<1>{name}-", svg)
    svg = re.sub(r"font: ([\d.]+)px [^;\"]*", r"font: \1px var(--sans)", svg)
    for colour, variable in _VARIABLES.items():
        svg = svg.replace(colour, f"var({variable})")
    labelled = f'role="img" aria-labelledby="{name}-title {name}-said"'
    head = f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-said">{escape(said)}</desc>'
    return re.sub(r"<svg ([^>]*)>", lambda found: f"<svg {labelled} {found[1]}>{head}", svg, count=1)
