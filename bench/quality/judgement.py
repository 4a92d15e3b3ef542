"""What the samples for a reader have in common: draw findings, count the judgements.

A file of judgements has lines `KEY right|wrong|unsure [why]`; lines with # are comments.
"""
import argparse
import collections
import pathlib
import random

import judged


def arguments(doc):
    ap = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("corpus", type=pathlib.Path, nargs="+")
    ap.add_argument("--number", type=int, default=100)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--judged", type=pathlib.Path)
    ap.add_argument("--binary", type=pathlib.Path, default=pathlib.Path("build/release/tools/cli/rashomon"))
    return ap.parse_args()


def audit(args, wanted):
    """Findings for which wanted(finding), of an audit of each corpus alone."""
    return [f for corpus in args.corpus for f in judged.audit(args.binary, corpus) if wanted(f)]


def draw(findings, args):
    """The same findings for the same seed, in whatever order they were reported."""
    return random.Random(args.seed).sample(sorted(findings, key=lambda f: f["key"]), min(args.number, len(findings)))


def interval(k, n, z=1.96):
    """95 % Wilson interval of k in n."""
    mid, half = k / n + z * z / (2 * n), z * ((k / n * (1 - k / n) + z * z / (4 * n)) / n) ** 0.5
    return (mid - half) / (1 + z * z / n), (mid + half) / (1 + z * z / n)


def count(findings, path):
    """Prints how many of the judged findings that are still reported are wrong."""
    lines = [line.split(maxsplit=2) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]
    judgement = {key: row[0] for key, *row in lines if not key.startswith("#")}
    reported = {f["key"] for f in findings}
    counts = collections.Counter(row for key, row in judgement.items() if key in reported)
    low, high = interval(counts["wrong"], max(1, counts.total()))
    print(f"{counts['wrong']} wrong, {counts['unsure']} unsure of {counts.total()} reported and judged ({low:.3f}-{high:.3f})")
    print(f"{len(judgement) - counts.total()} judged findings are no longer reported")
    return reported - judgement.keys()
