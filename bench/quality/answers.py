#!/usr/bin/env python3
"""Does a copied answer show, and an own one not?

    bench/quality/answers.py SHARED [--binary RASHOMON] [--list]

Short answers to a few questions were copied from an encyclopedia's article (`cut`),
changed a little (`light`), reworded throughout (`heavy`), or written by who had not
read it (`non`). Audits all of them with the default options. A pair of article and
answer counts as copied where a finding has passages of both. Prints how often that
agrees with the class, by class and in all, with 95 % intervals; beside it what
each says by itself: a finding of whole documents, and passages that cover a tenth
of the answer.
"""
import collections
import itertools
import json

import judged


def interval(k, n, z=1.96):
    """95 % Wilson interval of k in n."""
    mid, half = k / n + z * z / (2 * n), z * ((k / n * (1 - k / n) + z * z / (4 * n)) / n) ** 0.5
    return (mid - half) / (1 + z * z / n), (mid + half) / (1 + z * z / n)


def joined(findings):
    """{(doc, doc): [finding …]} of the reuse findings that have passages of both."""
    pairs = collections.defaultdict(list)
    for f in findings:
        if f["type"] == "reuse" and not f["boilerplate"]:
            docs = sorted({p["doc"] for p in f["passages"]})
            for pair in itertools.combinations(docs, 2):
                pairs[pair].append(f)
    return pairs


def covered(findings, doc):
    """How many bytes of `doc` the passages of the findings cover."""
    spans = sorted((p["begin"], p["end"]) for f in findings for p in f["passages"] if p["doc"] == doc)
    total = at = 0
    for begin, end in spans:
        total += max(0, end - max(begin, at))
        at = max(at, end)
    return total


def main():
    args = judged.arguments(__doc__)
    folder = args.shared / "data" / "answers"
    rows = [line.split("\t") for line in (folder / "pairs.tsv").read_text(encoding="utf8").splitlines()[1:]]
    size = {}
    for line in (folder / "corpus.jsonl").read_text(encoding="utf8").splitlines():
        record = json.loads(line)
        size[record["id"]] = len(record["text"].encode())
    pairs = joined(judged.audit(args.binary, folder / "corpus.jsonl"))
    signs = {
        "a finding": lambda found, answer: bool(found),
        "documents": lambda found, answer: any(f["unit"] == "document" for f in found),
        "a tenth covered": lambda found, answer: covered(found, answer) >= 0.1 * size[answer],
    }
    for name, shows in signs.items():
        right = collections.Counter()
        for original, answer, kind in rows:
            agrees = shows(pairs[tuple(sorted((original, answer)))], answer) == (kind != "non")
            right[kind] += agrees
            if args.list and not agrees:
                print("  ", name, "is wrong:", kind, answer)
        of = collections.Counter(kind for _, _, kind in rows)
        low, high = interval(right.total(), of.total())
        by_class = ", ".join(f"{kind} {right[kind]}/{of[kind]}" for kind in sorted(of))
        print(f"{name}: {right.total()}/{of.total()} = {right.total() / of.total():.3f} ({low:.3f}-{high:.3f}); {by_class}")


if __name__ == "__main__":
    main()
