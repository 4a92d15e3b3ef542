#!/usr/bin/env python3
"""How well are differing numbers of sentence pairs judged?

    bench/quality/mrpc.py SHARED [--binary RASHOMON] [--list]

Every document is one sentence without a date; pairs are judged inside a group.
"""
import judged

args = judged.arguments(__doc__)
gold = args.shared / "data" / "mrpc" / "gold.json"
for verdicts in ("raised", "all"):
    findings = judged.audit(args.binary, args.shared / "data" / "mrpc" / "corpus.jsonl", "--verdicts", verdicts)
    result = judged.score(args.shared, gold, findings)
    judged.show(f"mrpc, verdicts {verdicts}", result, args.list and verdicts == "raised")
