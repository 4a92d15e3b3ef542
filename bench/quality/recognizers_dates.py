#!/usr/bin/env python3
"""Dates and times of the Recognizers test cases: span and value.

    bench/quality/recognizers_dates.py FOLDER [--rashomon BINARY] [--list]

FOLDER holds the suites' JSON files and news_cases.tsv (file, index), the cases
that could stand in news. Each case is an article of its reference day. Wanted is
every result of DateParser, DatePeriodParser and DateTimeModel with a calendar
value: dates, ranges, times. Results without one ("not resolved"), sets and bare
durations are not dates here and are not wanted. A claim meets a result if its
characters are the same up to a preposition or article before and a point behind
(End is inclusive there), and its value if one of the suite's readings (past or
future) has the same day, or the same begin and end, or for a time the same hour
and minute. Prints cases with everything right, and results with right span and
with right span and value, each with a 95 % Wilson interval.
"""
import argparse
import collections
import csv
import datetime
import json
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = ("DateParser", "DatePeriodParser", "DateTimeModel")
LEAD = re.compile(r"^((on|at|in|of|for|from|between|since|before|after|by|until|the|this|later than|no later than)\s+)+", re.I)


def interval(k, n, z=1.96):
    """95 % Wilson interval of k in n."""
    mid, half = k / n + z * z / (2 * n), z * ((k / n * (1 - k / n) + z * z / (4 * n)) / n) ** 0.5
    return (mid - half) / (1 + z * z / n), (mid + half) / (1 + z * z / n)


def readings(result):
    """[(begin, end or None, is a time of day)] of a result, as ISO strings."""
    found = []
    values = (result.get("Resolution") or {}).get("values") or []
    value = result.get("Value") or {}
    for side in ("PastResolution", "FutureResolution"):
        values = values + [value[side]] if side in value else values
    for v in values:
        begin = v.get("start") or v.get("startDate") or v.get("startDateTime") or v.get("value") or v.get("date")
        begin = begin or v.get("dateTime") or v.get("time")
        end = v.get("end") or v.get("endDate") or v.get("endDateTime")
        kind = v.get("type", result.get("Type", ""))
        if kind in ("set", "duration") or result.get("TypeName", "").endswith((".set", ".duration")):
            continue
        if begin == "not resolved" or (begin or "").startswith("0001") or not (begin or end):
            continue
        found.append((begin, end, bool(re.fullmatch(r"\d\d:\d\d(:\d\d)?", begin or end))))
    return found


def same(claim, wanted):
    begin, end, clock = wanted
    lo, hi = claim["value"]["lo"] or "", claim["value"]["hi"] or ""
    if clock:
        time = re.search(r"T(\d\d:\d\d)", claim["value"].get("text", ""))
        return bool(time) and (begin or end).startswith(time.group(1))
    if begin and " " in begin:
        return lo[:16] == begin.replace(" ", "T")[:16]
    if begin and not (lo[:10] == begin[:10]):
        return False
    if not end or hi[:10] == end[:10]:
        return True
    # The suite's ranges and bounds end with the last day, ours behind it.
    last = datetime.date.fromisoformat(hi[:10]) - datetime.timedelta(days=1) if hi else None
    return claim["value"]["qualifier"] in ("range", "up_to") and str(last) == end[:10]


def trimmed(text, begin, end):
    """Character range without what stands before or behind a date."""
    piece = text[begin:end]
    lead = LEAD.match(piece)
    begin += lead.end() if lead and lead.end() < len(piece) else 0
    return begin, end - (1 if piece.endswith(".") else 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / "build/release/tools/cli/rashomon")
    parser.add_argument("--list", action="store_true", help="print the cases that failed")
    args = parser.parse_args()
    cases, loaded = [], {}
    with (args.folder / "news_cases.tsv").open(encoding="utf8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            stem = row["file"].removesuffix(".json")
            if stem in FILES:
                suite = loaded.setdefault(stem, json.loads((args.folder / row["file"]).read_text(encoding="utf-8-sig")))
                cases.append((stem, row["index"], suite[int(row["index"])]))
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "cases.jsonl"
        with path.open("w", encoding="utf8") as out:
            for i, (_, _, case) in enumerate(cases):
                record = {"id": f"{i:06d}", "text": case["Input"]}
                if day := (case.get("Context") or {}).get("ReferenceDateTime"):
                    record["published"] = day + "Z"
                out.write(json.dumps(record) + "\n")
        printed = subprocess.run([args.binary, "claims", path], check=True, capture_output=True, text=True).stdout
    claims = collections.defaultdict(list)
    for line in printed.splitlines():
        claim = json.loads(line)
        if claim["type"] == "claim" and claim["value"]["kind"] == "date":
            claims[int(claim["doc"])].append(claim)

    tally = collections.defaultdict(lambda: [0, 0, 0, 0, 0])  # cases, right, wanted, spans, values
    for i, (stem, index, case) in enumerate(cases):
        text, missed = case["Input"], []
        data = text.encode("utf8")
        wanted = [(r, readings(r)) for r in case["Results"]]
        wanted = [(r, w) for r, w in wanted if w]
        spans = values = 0
        for r, w in wanted:
            end = r["End"] + 1 if "End" in r else r["Start"] + r["Length"]
            place = trimmed(text, r["Start"], end)
            met = [
                c
                for c in claims[i]
                if trimmed(text, *(len(data[:b].decode("utf8", "replace")) for b in c["value_span"])) == place
            ]
            spans += bool(met)
            good = any(same(c, reading) for c in met for reading in w)
            values += good
            if not good:
                missed.append((r["Text"], w))
        for key in (stem, "all"):
            for k, x in enumerate((1, not missed, len(wanted), spans, values)):
                tally[key][k] += x
        if args.list and missed:
            print(stem, index, repr(text), (case.get("Context") or {}).get("ReferenceDateTime", "")[:10])
            for name, w in missed:
                print("     wanted", repr(name), w)
            for c in claims[i]:
                shown = data[c["value_span"][0] : c["value_span"][1]].decode("utf8", "replace")
                print("     claim ", repr(shown), c["value"]["lo"], c["value"]["hi"], c["value"].get("text"))
    for key in [*sorted(set(tally) - {"all"}), "all"]:
        n, right, wanted, spans, values = tally[key]
        line = [f"{key:16} cases {right}/{n} = {right / n:.3f} [{interval(right, n)[0]:.3f}, {interval(right, n)[1]:.3f}]"]
        for name, k in (("span", spans), ("span and value", values)):
            if wanted:
                lo, hi = interval(k, wanted)
                line.append(f"{name} {k}/{wanted} = {k / wanted:.3f} [{lo:.3f}, {hi:.3f}]")
        print("   ".join(line))


if __name__ == "__main__":
    main()
