#!/usr/bin/env python3
"""Dates and times of the Recognizers test cases: span and value.

    bench/quality/recognizers_dates.py FOLDER [--binary RASHOMON] [--list]

FOLDER holds the suites' JSON files and news_cases.tsv (file, index), the cases
that could stand in news. Each case is an article of its reference day. Wanted is
every result of DateParser, DatePeriodParser and DateTimeModel with a calendar
value: dates, ranges, times. Results without one ("not resolved"), sets and bare
durations are not dates here and are not wanted. A claim meets a result if its
characters are the same up to a preposition or article before and a point behind
(End is inclusive there), and its value if one of the suite's readings (past or
future) has the same day, or the same begin and end, or for a time the same hour
and minute. Prints cases with everything right, spans, and spans with value by
precision, recall and F1, each with a 95 % Wilson interval.

The suites' conventions are mapped alike for every case: the same TIMEX3 value is
the same value (they give parts of days and of periods other bounds); a range ends
there where its second date begins, here where it ends; what is counted in weeks,
months, years or vaguely ("a month ago") is one day there and a stretch around it
here; what reaches up to the reference day ends before it there and with it here.
"""
import collections
import datetime
import re

from extracted import arguments, claims_of, news_cases, scored, share

FILES = ("DateParser", "DatePeriodParser", "DateTimeModel")
LEAD = re.compile(r"^((on|at|in|of|for|from|between|since|before|after|by|until|the|this|later than|no later than)\s+)+", re.I)


COUNTED = re.compile(r"\b(ago|later|earlier|before|after|from|in)\b|^(an?|few|several|\d+|\w+) \w+", re.I)


def readings(result):
    """[(begin, end or None, TIMEX3)] of a result, as ISO strings."""
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
        found.append((begin, end, v.get("timex") or value.get("Timex") or ""))
    return found


def shift(day, by):
    try:
        return str(datetime.date.fromisoformat(day[:10]) + datetime.timedelta(days=by))
    except ValueError:
        return ""


def same_clock(timex, begin, end):
    """A time of day; of a range, both its ends."""
    times = re.findall(r"T(\d\d:\d\d)", timex)
    if not times or not (begin or end).startswith(times[0]):
        return False
    return not (begin and end) or (len(times) > 1 and end.startswith(times[1]))


def same(claim, wanted, shown, today):
    begin, end, wanted_timex = wanted
    value = claim["value"]
    lo, hi, timex = value["lo"] or "", value["hi"] or "", value.get("text", "")
    if wanted_timex and "X" not in wanted_timex and timex.removeprefix("XXXX-XX-XX") == wanted_timex:
        return True
    if re.fullmatch(r"\d\d:\d\d(:\d\d)?", begin or end):
        return same_clock(timex, begin, end)
    if begin and " " in begin:
        # Times of day: to the minute.
        return lo[:16] == begin.replace(" ", "T")[:16] and (not end or hi[:16] == end.replace(" ", "T")[:16])
    counted = bool(COUNTED.search(shown)) and (re.fullmatch(r"\d{4}(-\d\d|-W\d\d)?", timex) or timex.endswith("_REF"))
    if begin and not end and counted:
        return bool(lo and hi) and lo[:10] <= begin[:10] < hi[:10]
    if begin and lo[:10] != begin[:10]:
        return False
    if not end or hi[:10] == end[:10]:
        return True
    if not hi:
        return False
    second = timex.split("/")[-1]
    if value["qualifier"] in ("range", "up-to") and (shift(hi, -1) == end[:10] or end.startswith(second)):
        return True
    return end[:10] == today and shift(hi, -1) == today


def trimmed(text, begin, end):
    """Character range without what stands before or behind a date."""
    piece = text[begin:end]
    lead = LEAD.match(piece)
    begin += lead.end() if lead and lead.end() < len(piece) else 0
    return begin, end - (1 if piece.endswith(".") else 0)


def main():
    args = arguments(__doc__)
    cases = news_cases(args.path, FILES)
    days = [(case.get("Context") or {}).get("ReferenceDateTime", "") for _, _, case in cases]
    records = [{"id": f"{i:06d}", "text": case["Input"]} for i, (_, _, case) in enumerate(cases)]
    for record, day in zip(records, days):
        if day:
            record["published"] = day + "Z"
    claims = claims_of(args.binary, records)
    tally = collections.defaultdict(lambda: [0] * 6)  # cases, right, told, wanted, spans, values
    for i, (stem, index, case) in enumerate(cases):
        text, missed = case["Input"], []
        data = text.encode("utf8")
        own = [c for c in claims[f"{i:06d}"] if c["value"]["kind"] == "date"]
        wanted = [(r, w) for r in case["Results"] if (w := readings(r))]
        spans = values = 0
        for r, w in wanted:
            end = r["End"] + 1 if "End" in r else r["Start"] + r["Length"]
            place = trimmed(text, r["Start"], end)
            met = [
                c
                for c in own
                if trimmed(text, *(len(data[:b].decode("utf8", "replace")) for b in c["value_span"])) == place
            ]
            spans += bool(met)
            shown = text[place[0] : place[1]]
            good = any(same(c, reading, shown, days[i][:10]) for c in met for reading in w)
            values += good
            if not good:
                missed.append((r["Text"], w))
        for key in (stem, "all"):
            for k, x in enumerate((1, not missed, len(own), len(wanted), spans, values)):
                tally[key][k] += x
        if args.list and missed:
            print(stem, index, repr(text), days[i][:10])
            for name, w in missed:
                print("     wanted", repr(name), w)
            for c in own:
                shown = data[c["value_span"][0] : c["value_span"][1]].decode("utf8", "replace")
                print("     claim ", repr(shown), c["value"]["lo"], c["value"]["hi"], c["value"].get("text"))
    for key in [*sorted(set(tally) - {"all"}), "all"]:
        n, right, told, wanted, spans, values = tally[key]
        print(f"{key:16}", share("cases", right, n), share("spans", spans, wanted))
        print(" " * 16, scored("values", values, told, wanted))


if __name__ == "__main__":
    main()
