#!/usr/bin/env python3
"""How well are contradictions found in 81 articles on the same attacks?

    bench/quality/syria.py SHARED [--binary RASHOMON] [--list]
"""
import judged

args = judged.arguments(__doc__)
for verdicts in ("raised", "all"):
    findings = judged.audit(args.binary, args.shared / "data" / "syria_dev" / "corpus.jsonl", "--verdicts", verdicts)
    result = judged.score(args.shared, args.shared / "gold" / "syria_dev.json", findings)
    judged.show(f"syria_dev, verdicts {verdicts}", result, args.list and verdicts == "raised")
    if verdicts == "raised":
        judged.calibration(result, findings)
