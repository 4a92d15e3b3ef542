#!/usr/bin/env python3
"""Is what is said twice found, and nothing else?

    bench/quality/reuse.py SHARED [--binary RASHOMON] [--list]

Scores the reuse findings of the five first articles and of the 81 articles on the same
attacks against what a reader found; and counts those of 1,154 news and encyclopedia
texts, many of them revisions of one article: the titles that one source gave to
several texts are the stories that should come out as one family each.
"""
import collections
import json

import judged


def cell(value):
    low, high = value["ci95"]
    return f"{value['hit']}/{value['of']} = {value['rate']} ({low}-{high})"


def main():
    args = judged.arguments(__doc__)
    scorer = judged.scorer(args.shared)
    for name, corpus, gold_name in (
        ("seeds", "seeds", "seeds"),
        ("syria_dev", "data/syria_dev/corpus.jsonl", "syria_dev"),
    ):
        gold = json.loads((args.shared / "gold" / f"{gold_name}.json").read_text(encoding="utf8"))
        findings = judged.audit(args.binary, args.shared / corpus)
        result = scorer.score_reuse(gold, findings, scorer.Judged(gold))
        print(f"{name}: " + "; ".join(f"{k} {cell(result[k])}" for k in ("recall", "paraphrase_recall", "precision")))
        if args.list:
            for key in ("missed", "wrong"):
                for row in result[key]:
                    print("  ", key, json.dumps(row, ensure_ascii=False)[:300])
    corpus = args.shared / "data" / "news" / "ship_sample.jsonl"
    titles = collections.Counter()
    for line in corpus.read_text(encoding="utf8").splitlines():
        record = json.loads(line)
        titles[record["source"], record["title"]] += 1
    findings = judged.audit(args.binary, corpus, "--published-field", "date")
    counts = collections.Counter(f["unit"] for f in findings if f["type"] == "reuse" and not f["boilerplate"])
    stories = sum(n > 1 for n in titles.values())
    print(f"ship_sample: {stories} titles of several texts; findings: " + ", ".join(f"{n} {u}" for u, n in sorted(counts.items())))


if __name__ == "__main__":
    main()
