"""The tables of docs/benchmarks.md, as Markdown, from summed up results."""
from harness import results


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def seconds(row: results.Summary, threads: int) -> str:
    own = row.seconds.get(threads)
    if not own:
        return "–"
    middle = row.median(threads)
    digits = 3 if middle < 1 else 2 if middle < 10 else 1
    spread = f" ({min(own):.{digits}f}–{max(own):.{digits}f})" if len(own) > 1 else ""
    return f"{middle:.{digits}f}{spread}"


def megabytes(value: float | None) -> str:
    if not value:
        return "–"
    return f"{value / 1e6:,.1f}" if value < 1e7 else f"{value / 1e6:,.0f}"


def cost(rows: list[results.Summary], size: int, single: set[str]) -> str:
    """Time, memory and disk, fastest first; tools in `single` use one thread only."""
    body = []
    for row in sorted(rows, key=lambda r: (r.median() is None, r.median() or 0)):
        if row.failed:
            body.append([row.who, row.settings, row.failed.splitlines()[-1][:60], "–", "–", "–", "–", "–", "–"])
            continue
        two = row.seconds.get(2)
        none = "no threads" if row.who in single else "not run"
        body.append([row.who, row.settings, seconds(row, 1), f"{row.cpu_seconds:.2f}",
                     seconds(row, 2) if two else none,
                     f"{size / 1e6 / row.median():,.1f}", megabytes(row.peak_bytes.get(1)),
                     megabytes(row.peak_bytes.get(2)), megabytes(row.disk_bytes)])
    return table(["tool", "settings", "s, 1 thread", "processor s", "s, 2 threads", "MB/s, 1 thread",
                  "peak MB, 1", "peak MB, 2", "disk MB"], body)


def quality(rows: list[results.Summary]) -> str:
    """Recall and precision at every threshold."""
    def three(row: results.Summary, what: str) -> str:
        return " / ".join(share(row.score(what, least)) for least in sorted(row.scores))

    body = [[row.who, row.settings, three(row, "recall"), three(row, "precision"),
             three(row, "resolved"), three(row, "rightly_removed")]
            for row in rows if row.scores]
    return table(["tool", "settings", "pairs found, J ≥ 0.5 / 0.7 / 0.8", "pairs right",
                  "pairs resolved", "rightly removed"], body)


def floor(rows: list[results.Summary], size: int) -> str:
    return table(["command", "s", "MB/s"],
                 [[r.who, seconds(r, 1), f"{size / 1e6 / r.median():,.0f}"] for r in rows if r.median()])


def spans(rows: list[dict]) -> str:
    return table(["copy", "words", "planted", "found", "border error, median words",
                  "borders within 2 words"],
                 [[r["kind"], r["words"], str(r["plants"]), share(r["found"] / r["plants"]),
                   "–" if r["border_error_median"] is None else f"{r['border_error_median']:g}",
                   share(r["borders_within_2"])] for r in rows])


def quantities(rows: list[dict]) -> str:
    cases = {r["who"]: r for r in rows if r["set"] == "recognizers"}
    body = []
    for r in rows:
        if r["set"] != "newsquant":
            continue
        value, unit, other = r["value"], r["value_and_unit"], cases[r["who"]]
        body.append([r["who"], f"{value['precision']:.2f} / {value['recall']:.2f} / **{value['f1']:.2f}**",
                     f"{unit['f1']:.2f}", f"{other['right']}/{other['cases']}",
                     f"{r['seconds']:.2f}"])
    return table(["tool", "newsquant values: precision / recall / F1", "F1 of value and unit",
                  "recognizers cases right", "s for the newsquant sentences"], body)


def conflicts(rows: list[dict]) -> str:
    return table(["tool", "pairs", "in conflict", "raised", "of these right", "precision", "recall"],
                 [[r["who"], str(r["pairs"]), str(r["conflicts"]), str(r["raised"]), str(r["right"]),
                   share(r["right"] / max(1, r["raised"])), share(r["right"] / r["conflicts"])]
                  for r in rows if r["set"] == "mrpc"])
