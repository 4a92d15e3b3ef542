"""Plots of a run as SVG: what is found and right, time and memory, a line a contestant.

Orange is Rashomon, blue a tuned tool, grey a tool as documented.
"""
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


def _name(row: results.Summary) -> str:
    return f"{row.who} ({row.settings})"


def found_and_right(rows: list[results.Summary], path: pathlib.Path, title: str) -> None:
    """A line a tool, fastest on top: the pairs that it resolves, and how often it is right."""
    shown = sorted((r for r in rows if r.score("resolved") is not None and r.median()),
                   key=lambda row: -row.median())
    names = [f"{_name(row)}  {row.median():.2f} s" for row in shown]
    figure, axes = pyplot.subplots(figsize=(9, 0.32 * len(shown) + 1))
    for at, row in enumerate(shown):
        found, right = row.score("resolved"), row.score("rightly_removed") or 0
        axes.plot([found, right], [at, at], color="#cbd5e1", linewidth=2, zorder=1)
        axes.scatter(right, at, facecolor="white", edgecolor=_colour(row), marker="D", zorder=2)
        axes.scatter(found, at, color=_colour(row), s=50, zorder=3)
    axes.axvline(0.99, color="#475569", linewidth=0.8, linestyle="--")
    axes.set_yticks(range(len(shown)), names)
    axes.set_xlim(0, 1.03)
    axes.set_xlabel("dot: pairs with J ≥ 0.7 resolved; diamond: rightly removed (right is better)")
    axes.set_title(title)
    axes.grid(alpha=0.3)
    _save(figure, path)


def bars(rows: list[results.Summary], path: pathlib.Path, title: str, unit: str, value) -> None:
    """One bar a contestant of value(row), the least on top."""
    shown = sorted(((value(r), r) for r in rows if value(r)), key=lambda pair: -pair[0])
    figure, axes = pyplot.subplots(figsize=(9, 0.32 * len(shown) + 1))
    axes.barh([_name(r) for _, r in shown], [v for v, _ in shown],
              color=[_colour(r) for _, r in shown])
    for at, (number, _) in enumerate(shown):
        written = f"{number:,.0f}" if number >= 100 else f"{number:.2g}"
        axes.annotate(written, (number, at), xytext=(3, -3), textcoords="offset points", fontsize=8)
    axes.set_xscale("log")
    axes.xaxis.set_major_formatter("{x:g}")
    axes.set_xlabel(unit)
    axes.set_title(title)
    axes.margins(x=0.08)
    _save(figure, path)
