#!/usr/bin/env python3
"""Draws passage findings for a reader to judge, and counts the judgements.

    bench/quality/passage_sample.py CORPUS [--number 100] [--seed 1] [--binary RASHOMON]
    bench/quality/passage_sample.py CORPUS --judged FILE

Without --judged: audits CORPUS, draws findings of unit passage or paragraph that are
no boilerplate, and prints each with its key and the texts of a verified pair. With
--judged: FILE has lines `KEY right|wrong|unsure [why]`; prints how many of the judged
findings that are still reported are wrong, with a 95 % interval. A finding is wrong
where an editor would not call one passage the other one again: a turn of phrase, a
form filled in twice, page furniture.
"""
import argparse
import collections
import pathlib
import random
import textwrap

import judged


def interval(k, n, z=1.96):
    """95 % Wilson interval of k in n."""
    mid, half = k / n + z * z / (2 * n), z * ((k / n * (1 - k / n) + z * z / (4 * n)) / n) ** 0.5
    return (mid - half) / (1 + z * z / n), (mid + half) / (1 + z * z / n)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpus", type=pathlib.Path)
    ap.add_argument("--number", type=int, default=100)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--judged", type=pathlib.Path)
    ap.add_argument("--binary", type=pathlib.Path, default=pathlib.Path("build/release/tools/cli/rashomon"))
    args = ap.parse_args()
    findings = [
        f
        for f in judged.audit(args.binary, args.corpus)
        if f["type"] == "reuse" and f["unit"] != "document" and not f["boilerplate"]
    ]
    if args.judged:
        lines = [line.split(maxsplit=2) for line in args.judged.read_text(encoding="utf8").splitlines() if line.strip()]
        verdict = {key: row[0] for key, *row in lines if key != "#"}
        counts = collections.Counter(verdict[f["key"]] for f in findings if f["key"] in verdict)
        low, high = interval(counts["wrong"], max(1, counts.total()))
        print(f"{counts['wrong']} wrong, {counts['unsure']} unsure of {counts.total()} reported and judged ({low:.3f}-{high:.3f})")
        print(f"{len(verdict) - counts.total()} judged findings are no longer reported")
        return
    for f in random.Random(args.seed).sample(sorted(findings, key=lambda f: f["key"]), min(args.number, len(findings))):
        pair = f["pairs"][0]
        print(f["key"], f["unit"], f["grade"], f["scope"], len(f["passages"]), "passages, Jaccard", round(pair["jaccard"], 2))
        for side in ("a", "b"):
            passage = f["passages"][pair[side]]
            text = " ".join(passage["text"].split())
            print(textwrap.indent(textwrap.fill(f"{passage['doc']}: {text}", 110), "    "))


if __name__ == "__main__":
    main()
