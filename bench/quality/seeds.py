#!/usr/bin/env python3
"""Are the contradictions of the five first articles found, and nothing else?

    bench/quality/seeds.py SHARED [--binary RASHOMON] [--list]

Audits the folder (no dates) and the JSON Lines file (dates and sources).
"""
import judged

args = judged.arguments(__doc__)
gold = args.shared / "gold" / "seeds.json"
for name in ("seeds", "seeds.jsonl"):
    for verdicts in ("raised", "all"):
        findings = judged.audit(args.binary, args.shared / name, "--verdicts", verdicts)
        if name.endswith(".jsonl"):  # its ids have no file suffix
            for f in findings:
                for c in f.get("claims", []):
                    c["doc"] = c["doc"] if c["doc"].endswith(".txt") else c["doc"] + ".txt"
        judged.show(f"{name}, verdicts {verdicts}", judged.score(args.shared, gold, findings), args.list)
