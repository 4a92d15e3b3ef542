#!/usr/bin/env python3
"""Recall of planted repetitions: bench/quality/planted.py [--build DIR] [--articles N]

Generates articles with planted copies (bench/generate), audits them, and prints
for each kind of copy, and for quoted passages by length, the share that was
found, with its 95 % interval; the share that was found as part of two documents that
are versions of each other, which has no borders of its own; and of the others the
share whose borders are within 2 words.

A plant is found where one finding has passages over at least 80 % of both of
its sides; its borders are right where that passage begins and ends within two
words of the plant on both sides.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import tempfile

BUCKETS = [(8, 14), (15, 19), (20, 29), (30, 10**9)]


def interval(k, n, z=1.96):
    """95 % Wilson interval of k in n."""
    mid, half = k / n + z * z / (2 * n), z * ((k / n * (1 - k / n) + z * z / (4 * n)) / n) ** 0.5
    return (mid - half) / (1 + z * z / n), (mid + half) / (1 + z * z / n)


def overlap(p, q):
    return max(0, min(p["end"], q["end"]) - max(p["begin"], q["begin"]))


def words_between(text, i, j):
    return len(re.findall(rb"[A-Za-z0-9]+", text[min(i, j) : max(i, j)]))


def near_borders(text, passage, plant):
    return (
        words_between(text, passage["begin"], plant["begin"]) <= 2
        and words_between(text, passage["end"], plant["end"]) <= 2
    )


def read(path):
    return [json.loads(line) for line in open(path, encoding="utf8")]


def generate_and_audit(args):
    """Returns (texts, plants, reuse findings)."""
    with tempfile.TemporaryDirectory() as folder:
        generate = [args.build / "bench/generate/generate", "--out", folder, "--articles", str(args.articles)]
        generate += ["--edit-rate", str(args.edit_rate), "--seed", str(args.seed)]
        for kind in args.kinds:
            generate += ["--kinds", kind]
        subprocess.run(generate, check=True)
        audit = [args.build / "tools/cli/rashomon", "audit", f"{folder}/articles.jsonl", "--out", folder, "--quiet"]
        if subprocess.run(audit, check=False).returncode not in (0, 1):
            raise SystemExit("rashomon audit failed")
        texts = {r["id"]: r["text"].encode() for r in read(f"{folder}/articles.jsonl")}
        findings = [f for f in read(f"{folder}/findings.jsonl") if f["type"] == "reuse"]
        return texts, read(f"{folder}/plants.jsonl"), findings


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default="build/release", type=pathlib.Path)
    parser.add_argument("--articles", default=4000, type=int)
    parser.add_argument("--edit-rate", default=0.1, type=float)
    parser.add_argument("--seed", default=1, type=int)
    parser.add_argument("--kinds", nargs="*", default=[])
    args = parser.parse_args()
    texts, plants, findings = generate_and_audit(args)

    by_doc = collections.defaultdict(list)
    for number, f in enumerate(findings):
        for p in f["passages"]:
            by_doc[p["doc"]].append((number, p, f["unit"] == "document"))

    tally = collections.defaultdict(lambda: [0, 0, 0, 0])
    for plant in plants:
        bucket = next((b for b in BUCKETS if b[0] <= plant["words"] <= b[1]), None)
        if bucket is None:
            continue
        over_a, over_b = (
            [row for row in by_doc[s["doc"]] if overlap(row[1], s) >= 0.8 * (s["end"] - s["begin"])]
            for s in (plant["a"], plant["b"])
        )
        found = [(p, q, whole) for n, p, whole in over_a for m, q, _ in over_b if n == m and p is not q]
        text_a, text_b = texts[plant["a"]["doc"]], texts[plant["b"]["doc"]]
        row = tally[(plant["kind"], f"{bucket[0]}-{bucket[1]}" if bucket[1] < 10**9 else f"{bucket[0]}+")]
        row[0] += 1
        row[1] += bool(found)
        row[2] += bool(found) and all(whole for _, _, whole in found)
        row[3] += any(
            near_borders(text_a, p, plant["a"]) and near_borders(text_b, q, plant["b"]) for p, q, whole in found if not whole
        )

    print(f"{'kind':12} {'words':>6} {'plants':>7} {'found':>7}  {'95 % interval':15} {'versions':>9} {'borders':>8}")
    for (kind, words), (n, found, versions, borders) in sorted(tally.items()):
        low, high = interval(found, n)
        print(f"{kind:12} {words:>6} {n:7} {found / n:7.4f}  {low:.4f}-{high:.4f}   {versions / n:9.4f} {borders / max(1, found - versions):8.4f}")
    print(f"{len(findings)} reuse findings")


if __name__ == "__main__":
    main()
