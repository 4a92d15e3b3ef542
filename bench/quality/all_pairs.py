#!/usr/bin/env python3
"""Recall of near-duplicate documents against exact all-pairs.

    bench/quality/all_pairs.py CORPUS.jsonl [--build DIR] [--min-jaccard T …]

For every threshold T: audits CORPUS with --min-jaccard T, computes the exact
Jaccard similarity of every pair of its documents (sets of 5-word shingles, by
an inverted index, in Python), and prints how many of the pairs at or above T
stand together in one document family, with a 95 % interval, beside the
contract that the run printed; then how many reported pairs are below T,
but for versions, of which one stands in the other (containment of a tenth or more).
"""
import argparse
import collections
import itertools
import json
import pathlib
import re
import subprocess
import tempfile
import unicodedata

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+|(?<=\d)[.,]\d+)*")
SHINGLE_WORDS = 5


def interval(k, n, z=1.96):
    """95 % Wilson interval of k in n."""
    mid, half = k / n + z * z / (2 * n), z * ((k / n * (1 - k / n) + z * z / (4 * n)) / n) ** 0.5
    return (mid - half) / (1 + z * z / n), (mid + half) / (1 + z * z / n)


def shingles(text):
    folded = unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold()
    words = WORD.findall(folded.replace("’", "'"))
    n = min(SHINGLE_WORDS, len(words))
    return {hash(tuple(words[i : i + n])) for i in range(len(words) - n + 1)} if n else set()


def exact_pairs(records, least):
    """{(id, id): Jaccard} of the pairs at or above `least`."""
    sets = {r["id"]: shingles(r["text"]) for r in records}
    holders = collections.defaultdict(list)
    pairs = {}
    for doc, own in sorted(sets.items()):
        common = collections.Counter()
        for s in own:
            common.update(holders[s])
            holders[s].append(doc)
        for other, both in common.items():
            jaccard = both / (len(own) + len(sets[other]) - both)
            if jaccard >= least:
                pairs[(other, doc)] = jaccard
    return pairs


def audited(args, threshold):
    """(pairs in one document family, reported {pair: Jaccard}, the run line)"""
    with tempfile.TemporaryDirectory() as folder:
        audit = [args.build / "tools/cli/rashomon", "audit", args.corpus, "--out", folder, "--quiet"]
        if subprocess.run(audit + ["--min-jaccard", str(threshold)], check=False).returncode not in (0, 1):
            raise SystemExit("rashomon audit failed")
        rows = [json.loads(line) for line in open(f"{folder}/findings.jsonl", encoding="utf8")]
    together, reported = set(), {}
    for f in rows:
        if f["type"] == "reuse" and f["unit"] == "document" and f["grade"] != "paraphrase":
            docs = [p["doc"] for p in f["passages"]]
            together.update(itertools.combinations(sorted(docs), 2))
            alike = [p for p in f["pairs"] if p["jaccard"] >= threshold or max(p["containment"]) < 0.1]
            reported.update({tuple(sorted((docs[p["a"]], docs[p["b"]]))): p["jaccard"] for p in alike})
    return together, reported, rows[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--build", default="build/release", type=pathlib.Path)
    parser.add_argument("--min-jaccard", nargs="*", type=float, default=[0.5, 0.7, 0.8])
    args = parser.parse_args()
    records = [json.loads(line) for line in open(args.corpus, encoding="utf8")]
    exact = exact_pairs(records, min(args.min_jaccard))
    print("J >= T   pairs    found  95 % interval    contract  reported  below T")
    for threshold in args.min_jaccard:
        together, reported, run = audited(args, threshold)
        truth = [pair for pair, jaccard in exact.items() if jaccard >= threshold]
        found = sum(pair in together for pair in truth)
        low, high = interval(found, len(truth)) if truth else (0, 1)
        below = sum(exact.get(pair, 0) < threshold for pair in reported)
        print(f"{threshold:6}  {len(truth):6}  {found / max(1, len(truth)):7.4f}  {low:.4f}-{high:.4f}"
              f"   {run['recall']['target']:8}  {len(reported):8}  {below:7}")


if __name__ == "__main__":
    main()
