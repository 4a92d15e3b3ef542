"""Planted passages: which were found, and how far off are the borders, in words?

A plant is found where one finding has passages over at least 80 % of both of its
sides (bench/quality/planted.py). The border error is the number of words between the
plant's border and that passage's, over the four borders of the best such finding.
"""
import collections
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "quality"))
import planted  # noqa: E402

from harness import answers  # noqa: E402

COVER = 0.8


def border_errors(text: bytes, passage: dict, plant: dict) -> list[int]:
    return [planted.words_between(text, passage[side], plant[side]) for side in ("begin", "end")]


def lengths(words: int) -> str:
    for low, high in planted.BUCKETS:
        if low <= words <= high:
            return f"{low}-{high}" if high < 10**9 else f"{low}+"
    return "shorter"


def tally(corpus: pathlib.Path, plants: pathlib.Path, findings: list[list[dict]]) -> list[dict]:
    """One row for every kind of copy and length of passage."""
    texts = {r["id"]: r["text"].encode() for r in planted.read(corpus)}
    by_doc = collections.defaultdict(list)
    for number, passages in enumerate(findings):
        for passage in passages:
            by_doc[passage["doc"]].append((number, passage))

    def covering(side: dict) -> list[tuple[int, dict]]:
        least = COVER * (side["end"] - side["begin"])
        return [(n, p) for n, p in by_doc[side["doc"]] if planted.overlap(p, side) >= least]

    rows = collections.defaultdict(lambda: {"plants": 0, "found": 0, "errors": []})
    for plant in map(json.loads, plants.open(encoding="utf8")):
        row = rows[(plant["kind"], lengths(plant["words"]))]
        row["plants"] += 1
        a, b = plant["a"], plant["b"]
        pairs = [(p, q) for n, p in covering(a) for m, q in covering(b) if n == m and p is not q]
        if pairs:
            row["found"] += 1
            row["errors"] += min((border_errors(texts[a["doc"]], p, a)
                                  + border_errors(texts[b["doc"]], q, b) for p, q in pairs), key=sum)
    return [{"kind": kind, "words": words, "plants": row["plants"], "found": row["found"],
             "border_error_median": statistics.median(row["errors"]) if row["errors"] else None,
             "borders_within_2": within_two(row["errors"])}
            for (kind, words), row in sorted(rows.items())]


def within_two(errors: list[int]) -> float | None:
    return sum(error <= 2 for error in errors) / len(errors) if errors else None


def of_rashomon(corpus: pathlib.Path, plants: pathlib.Path, build: pathlib.Path) -> list[dict]:
    """The rows of an audit of `corpus`; no peer names passages."""
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run([build / "tools/cli/rashomon", "audit", corpus, "--quiet",
                               "--out", out], stdout=subprocess.DEVNULL, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit("spans: rashomon audit failed")
        return tally(corpus, plants, answers.audit_passages(pathlib.Path(out)))
