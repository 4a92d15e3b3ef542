"""The quality table: what is found and how much of it is right, one number a row.

Rows of generated corpora can be measured anywhere; rows of the labelled sets only
where those stand beside the repository. A row whose name starts with "alarms" counts
mistakes, and less is better; all others are shares, and more is better.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "bench/quality"), str(ROOT / "bench/rivals")]
import judged  # noqa: E402

from harness import answers, claims, score, spans, truth  # noqa: E402

ARTICLES = 1000
THRESHOLDS = (0.5, 0.7, 0.8)


def generated(build: pathlib.Path) -> dict[str, float]:
    """Near-duplicates and planted passages of invented articles."""
    binary = build / "tools/cli/rashomon"
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder)
        corpus = out / "articles.jsonl"
        subprocess.run([build / "bench/generate/generate", "--out", out, "--articles", str(ARTICLES),
                        "--edit-rate", "0.05"], check=True)
        exact, _ = truth.of(corpus, out / "truth")
        place = answers.places(corpus)
        rows = {}
        for least in THRESHOLDS:
            subprocess.run([binary, "dedup", corpus, "-o", out / "kept.jsonl", "--quiet",
                            "--min-jaccard", str(least)], check=True)
            got = score.score(answers.of_dedup(out, place), exact, least)
            rows[f"dedup, J ≥ {least}, pairs resolved"] = got["resolved"]
            rows[f"dedup, J ≥ {least}, rightly removed"] = got["rightly_removed"]
        findings = judged.audit(binary, corpus)
        rows["alarms: facts told differently in invented text"] = sum(
            f["type"] == "fact" for f in findings)
        passages = [f["passages"] for f in findings if f["type"] == "reuse"]
        found = collections.Counter()
        for row in spans.tally(corpus, out / "plants.jsonl", passages):
            name = f"planted, {row['kind']}"
            found[name, "plants"] += row["plants"]
            found[name, "found"] += row["found"]
            found[name, "borders"] += (row["borders_within_2"] or 0) * row["found"]
    for name in sorted({name for name, _ in found}):
        rows[f"{name}, found"] = found[name, "found"] / found[name, "plants"]
        rows[f"{name}, borders within 2 words"] = found[name, "borders"] / max(1, found[name, "found"])
    return rows


def labelled(build: pathlib.Path, sets: pathlib.Path) -> dict[str, float]:
    """Reuse, facts and quantities of the labelled sets."""
    binary = build / "tools/cli/rashomon"
    rows = {}
    for name, corpus, gold in (
            ("seeds", "seeds", "gold/seeds.json"),
            ("syria", "data/syria_dev/corpus.jsonl", "gold/syria_dev.json"),
            ("mrpc", "data/mrpc/corpus.jsonl", "data/mrpc/gold.json")):
        got = judged.score(sets, sets / gold, judged.audit(binary, sets / corpus))
        for key in ("recall", "precision", "pair_precision", "verdict_accuracy"):
            if got[key]["rate"] is not None:
                rows[f"{name}, facts, {key.replace('_', ' ')}"] = got[key]["rate"]
        rows[f"alarms: {name}, traps and unmatched"] = got["traps_hit"] + len(got["unmatched"])
    rows |= reuse(binary, sets)
    items = json.loads((sets / "data/newsquant/newsquant.json").read_text(encoding="utf8"))
    found = claims.Claims("rashomon", build, [item["text"] for item in items])
    for name, value in claims.newsquant_row(found, items).items():
        rows[f"newsquant, {name.replace('_', ' ')}, F1"] = value["f1"]
    cases = claims.recognizers_cases(sets / "data/recognizers")
    row = claims.recognizers_row(claims.Claims("rashomon", build, [t for t, _ in cases]), cases)
    rows["recognizers, cases right"] = row["right"] / row["cases"]
    return rows


def reuse(binary: pathlib.Path, sets: pathlib.Path) -> dict[str, float]:
    """Passages of the 81 articles on the same attacks."""
    scorer = judged.scorer(sets)
    gold = json.loads((sets / "gold/syria_dev.json").read_text(encoding="utf8"))
    got = scorer.score_reuse(gold, judged.audit(binary, sets / "data/syria_dev/corpus.jsonl"),
                             scorer.Judged(gold))
    return {f"syria, reuse, {key}": got[key]["rate"] for key in ("recall", "precision")}
