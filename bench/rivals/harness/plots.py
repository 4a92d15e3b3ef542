"""Plots of a run as SVG: time against recall, and memory, one dot or bar a contestant."""
import pathlib

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "rashomon"
matplotlib.rcParams["svg.fonttype"] = "none"  # text stays text
from matplotlib import pyplot  # noqa: E402

from harness import results  # noqa: E402

OURS, TUNED, DOCUMENTATION = "#c2410c", "#1d4ed8", "#94a3b8"


def _colour(row: results.Summary) -> str:
    if row.who.startswith("rashomon"):
        return OURS
    return TUNED if row.settings.startswith("tuned") else DOCUMENTATION


def _save(figure, path: pathlib.Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Date": None}, bbox_inches="tight")
    pyplot.close(figure)


def time_and_recall(rows: list[results.Summary], path: pathlib.Path, title: str) -> None:
    """Every tool by its wall time on one thread and the pairs that it resolves."""
    figure, axes = pyplot.subplots(figsize=(9, 5))
    shown = [r for r in rows if r.score("resolved") is not None and r.median()]
    for row in shown:
        x, y = row.median(), row.score("resolved")
        axes.scatter(x, y, color=_colour(row), s=45, zorder=3)
        axes.annotate(row.who, (x, y), xytext=(6, -3), textcoords="offset points", fontsize=8)
    axes.axhline(0.99, color="#475569", linewidth=0.8, linestyle="--")
    axes.set_xscale("log")
    axes.set_xlabel("wall time on one thread, seconds (left is better)")
    axes.set_ylabel("pairs resolved, J ≥ 0.7 (up is better)")
    axes.set_title(f"{title}: blue tuned, grey as documented, orange Rashomon")
    axes.grid(alpha=0.3)
    _save(figure, path)


def bars(rows: list[results.Summary], path: pathlib.Path, title: str, unit: str, value) -> None:
    """One bar a contestant of value(row), the least on top."""
    shown = sorted(((value(r), r) for r in rows if value(r)), key=lambda pair: -pair[0])
    figure, axes = pyplot.subplots(figsize=(9, 0.32 * len(shown) + 1))
    axes.barh([f"{r.who} ({r.settings})" for _, r in shown], [v for v, _ in shown],
              color=[_colour(r) for _, r in shown])
    for at, (number, _) in enumerate(shown):
        axes.annotate(f"{number:,.1f}", (number, at), xytext=(3, -3), textcoords="offset points",
                      fontsize=8)
    axes.set_xscale("log")
    axes.set_xlabel(unit)
    axes.set_title(title)
    _save(figure, path)
