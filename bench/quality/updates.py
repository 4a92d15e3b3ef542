#!/usr/bin/env python3
"""Are figures that rise from day to day called revised, and not conflicts?

    bench/quality/updates.py SHARED [--binary RASHOMON] [--list]

The corpus holds summaries of long events, day by day. Counts the raised pairs of
one event whose two days differ, and how many of them are called a conflict.
"""
import collections
import json

import judged

args = judged.arguments(__doc__)
corpus = args.shared / "data" / "updates" / "updates.jsonl"
records = {r["id"]: r for r in map(json.loads, corpus.read_text(encoding="utf8").splitlines())}
count = collections.Counter()
for f in judged.audit(args.binary, corpus):
    if f["type"] != "fact":
        continue
    for p in f["pairs"]:
        if p["verdict"] not in ("conflict", "revised", "disputed"):
            continue
        a, b = (f["claims"][p[side]] for side in "ab")
        ra, rb = records[a["doc"]], records[b["doc"]]
        if ra["event"] != rb["event"]:
            count["across events"] += 1
        elif ra["published"][:10] == rb["published"][:10]:
            count["same day"] += 1
        else:
            count[p["verdict"]] += 1
            if args.list:
                print(p["verdict"], p["rule"], ra["id"], repr(a["text"]), rb["id"], repr(b["text"]))
total = sum(count[v] for v in ("conflict", "revised", "disputed"))
print(f"updates: {total} pairs raised between days of one event, called conflict {count['conflict']}"
      f" = {count['conflict'] / max(1, total):.3f}; across events {count['across events']}; one day {count['same day']}")
