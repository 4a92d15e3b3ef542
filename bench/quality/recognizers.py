#!/usr/bin/env python3
"""Quantities of the Recognizers test cases: span and value.

    bench/quality/recognizers.py FOLDER [--binary RASHOMON] [--list]

FOLDER holds the suites' JSON files and news_cases.tsv (file, index), the cases
that could stand in news. Of every case the numbers, money, percentages, ages,
dimensions, temperatures and durations with a value are wanted; a claim meets one
if its span without hedge and counted noun covers the same characters (End is
inclusive there) and its value and unit are equal. Prints the share of cases in
which everything wanted was found, and of the wanted results, each with a 95 %
Wilson interval. Precision counts every claim of the suite's kind in its cases. A
result without a value (a lone "fahrenheit") is not a claim
and is not wanted.

The suites' conventions are mapped alike for every case: percentages and parts
of a whole are numbers there, cents are not dollars, an age's unit is Year, and
a number's span may go on to its unit here.
"""
import collections
import re

from extracted import ROOT, arguments, claims_of, news_cases, scored, share

DATA = ROOT / "core/claims/data"
FILES = {
    "AgeModel": "duration",
    "CurrencyModel": "money",
    "DimensionModel": "measure",
    "DurationParser": "duration",
    "NumberModel": "number",
    "PercentModel": "ratio",
    "TemperatureModel": "measure",
}


def unit_names():
    names = collections.defaultdict(set)
    for name in ("units.tsv", "currencies.tsv"):
        for line in (DATA / name).read_text(encoding="utf8").splitlines():
            if not line or line.startswith("#"):
                continue
            row = line.split("\t")
            names[row[0]].add(row[0].lower())
            for column in row[2:8]:
                names[row[0]].update(form.lower() for form in column.split("|") if form)
    return names


NAMES = unit_names()


def same_unit(unit, wanted, kind):
    wanted = (wanted or "").lower()
    if kind in ("number", "ratio"):
        return True
    if wanted in ("cent", "pence") or wanted == "age":
        return True
    forms = NAMES.get(unit, {unit.lower()}) | {unit.lower(), unit.lower().strip("°")}
    return any(w in forms or w + "s" in forms for w in (wanted, wanted.split(" ")[-1], wanted.rstrip("s")))


def value_of(result, kind):
    text = str((result.get("Resolution") or {}).get("value"))
    match = re.fullmatch(r"(-?[\d.]+(?:E[+-]?\d+)?)%?", text)
    return float(match.group(1)) if match else None


def meets(claim, text, result, kind):
    data = text.encode("utf8")
    start, end = result["Start"], result["End"] + 1
    inside = len(data[: claim["value_span"][0]].decode("utf8", "replace"))
    behind = len(data[: claim["value_span"][1]].decode("utf8", "replace"))
    span_begin = len(data[: claim["begin"]].decode("utf8", "replace"))
    span_end = len(data[: claim["end"]].decode("utf8", "replace"))
    if not (start <= inside and behind <= end and span_begin <= start and end <= span_end):
        return False
    if kind == "number" and (inside, behind) != (start, end):
        return False
    value = claim["value"]
    lo, hi = value["lo"], value["hi"]
    number = lo if lo is not None else hi
    wanted = value_of(result, kind)
    if number is None or wanted is None:
        return False
    candidates = {number, number / 100, number * 100} if kind in ("number", "money") else {number}
    if kind == "money":
        unit = (result["Resolution"].get("unit") or "").lower()
        candidates = {number * 100} if unit in ("cent", "pence") else {number}
    if kind == "number" and not (value["unit"] == "%"):
        candidates = {number}
    if not any(abs(c - wanted) <= 1e-6 * max(1, abs(wanted)) for c in candidates):
        return False
    return same_unit(value["unit"] or "", (result.get("Resolution") or {}).get("unit"), kind)


def main():
    args = arguments(__doc__)
    cases = news_cases(args.path, FILES)
    claims = claims_of(args.binary, [{"id": f"{i:06d}", "text": case["Input"]} for i, (_, _, case) in enumerate(cases)])
    tally = collections.defaultdict(lambda: [0, 0, 0, 0, 0])  # cases, right, wanted, found, told
    for i, (stem, index, case) in enumerate(cases):
        kind = FILES[stem]
        own = [c for c in claims[f"{i:06d}"] if c["value"]["kind"] in FILES.values()]
        wanted = [r for r in case["Results"] if value_of(r, kind) is not None]
        missed = [r for r in wanted if not any(meets(c, case["Input"], r, kind) for c in own)]
        told = [c for c in own if c["value"]["kind"] == kind and c["value"]["unit"] != "ordinal"]
        told += [c for c in own if c not in told and any(meets(c, case["Input"], r, kind) for r in wanted)]
        for key in (stem, "all"):
            for k, x in enumerate((1, not missed, len(wanted), len(wanted) - len(missed), len(told))):
                tally[key][k] += x
        if args.list and missed:
            print(stem, index, repr(case["Input"]))
            for r in missed:
                print("     wanted", repr(r["Text"]), r["Resolution"])
            for c in own:
                print("     claim ", repr(c["text"]), c["value"]["lo"], c["value"]["hi"], c["value"]["unit"])
    for key in [*sorted(set(tally) - {"all"}), "all"]:
        n, right, wanted, found, told = tally[key]
        print(f"{key:16}", share("cases", right, n), scored("", found, told, wanted))


if __name__ == "__main__":
    main()
