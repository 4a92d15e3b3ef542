"""Who is better in what: said by the numbers, so that the page cannot flatter us."""
import dataclasses
from collections.abc import Callable

from harness import results

OURS = "rashomon dedup"
EQUAL_RECALL = 0.99


def ours(rows: list[results.Summary]) -> results.Summary | None:
    """The run of ours that does the peers' task; the audit, which does more, otherwise."""
    own = [row for row in rows if row.who.startswith("rashomon") and not row.failed]
    return min(own, key=lambda row: row.who != OURS, default=None)


def names_pairs(rows: list[results.Summary]) -> results.Summary | None:
    """The run of ours that names the pairs it found: the audit."""
    own = [row for row in rows if row.who.startswith("rashomon") and row.score("recall") is not None]
    return next(iter(own), None)


def equals(rows: list[results.Summary]) -> list[results.Summary]:
    """The peers that resolve as many pairs as the contract asks, least processor time first."""
    return sorted((r for r in rows if not r.who.startswith("rashomon") and r.median()
                   and (r.score("resolved") or 0) >= EQUAL_RECALL),
                  key=lambda r: r.cpu_seconds)


@dataclasses.dataclass(frozen=True)
class Measure:
    words: str
    value: Callable[[results.Summary], float | None]
    shown: str  # how a value is written
    less_is_better: bool = False


COSTS = (
    Measure("processor time", lambda r: r.cpu_seconds, "{:.2f} s", True),
    Measure("wall time on 2 threads", lambda r: r.median(2), "{:.2f} s", True),
    Measure("peak memory, MB", lambda r: r.peak_bytes.get(1, 0) / 1e6 or None, "{:.0f}", True),
)
QUALITIES = (
    Measure("pairs resolved, J ≥ 0.7", lambda r: r.score("resolved"), "{:.4f}"),
    Measure("rightly removed, J ≥ 0.7", lambda r: r.score("rightly_removed"), "{:.4f}"),
)
OF_PAIRS = (
    Measure("pairs found, J ≥ 0.7", lambda r: r.score("recall"), "{:.4f}"),
    Measure("pairs right, J ≥ 0.7", lambda r: r.score("precision"), "{:.4f}"),
)


def _ahead(measure: Measure, own: results.Summary, peers: list[results.Summary]) -> str:
    """The peers better than `own`, the best first, each with its value; or nothing."""
    sign = 1 if measure.less_is_better else -1
    mine = measure.value(own)
    valued = [(measure.value(peer), peer) for peer in peers]
    ahead = sorted(((value, peer) for value, peer in valued
                    if None not in (mine, value) and sign * value < sign * mine),
                   key=lambda pair: sign * pair[0])
    return "; ".join(f"{peer.who} ({peer.settings}) {measure.shown.format(value)}"
                     for value, peer in ahead)


def better(rows: list[results.Summary]) -> list[str]:
    """A line for everything in which peers beat us on this corpus.

    `rashomon dedup` is asked but for the pairs: those the audit names."""
    own = ours(rows)
    if own is None:
        return []
    peers = [r for r in rows if not r.who.startswith("rashomon") and r.median() and r.scores]
    equal = equals(rows)
    fewer = [r for r in peers if r not in equal]
    asked = [(m, f"{m.words}, {words}", group) for m in COSTS
             for words, group in (("at equal recall", equal), ("resolving fewer pairs", fewer))]
    asked += [(m, m.words, peers) for m in QUALITIES]
    lines = [(own, *rest) for rest in asked]
    if (audit := names_pairs(rows)) is not None:
        lines += [(audit, m, f"{m.words}, `{audit.who}`", peers) for m in OF_PAIRS]
    return [f"**{words}** (ours {measure.shown.format(measure.value(mine))}): {ahead}"
            for mine, measure, words, group in lines if (ahead := _ahead(measure, mine, group))]


def better_claims(rows: list[dict]) -> list[str]:
    """The same for quantities and conflicts, from their raw rows."""
    measures = {
        "newsquant": {"F1 of values": lambda r: r["value"]["f1"],
                      "F1 of values with units": lambda r: r["value_and_unit"]["f1"]},
        "recognizers": {"cases right": lambda r: r["right"] / r["cases"]},
        "mrpc": {"precision": lambda r: r["right"] / max(1, r["raised"]),
                 "recall": lambda r: r["right"] / r["conflicts"]},
    }
    lines = []
    for name, values in measures.items():
        own = next((r for r in rows if r["set"] == name and r["who"] == "rashomon"), None)
        for words, value in values.items():
            lines += [f"**{name}, {words}** (ours {value(own):.3f}): {r['who']} {value(r):.3f}"
                      for r in rows if own and r["set"] == name and value(r) > value(own)]
    return lines
