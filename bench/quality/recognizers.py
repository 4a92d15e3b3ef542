#!/usr/bin/env python3
"""Quantities of the Recognizers test cases: span and value.

    bench/quality/recognizers.py FOLDER [--rashomon BINARY] [--list]

FOLDER holds the suites' JSON files and news_cases.tsv (file, index), the cases
that could stand in news. Of every case the numbers, money, percentages, ages,
dimensions, temperatures and durations with a value are wanted; a claim meets one
if its span without hedge and counted noun covers the same characters (End is
inclusive there) and its value and unit are equal. Prints the share of cases in
which everything wanted was found, and of the wanted results, each with a 95 %
Wilson interval. A result without a value (a lone "fahrenheit") is not a claim
and is not wanted.

The suites' conventions are mapped alike for every case: percentages and parts
of a whole are numbers there, cents are not dollars, an age's unit is Year, and
a number's span may go on to its unit here.
"""
import argparse
import collections
import csv
import json
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
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


def interval(k, n, z=1.96):
    """95 % Wilson interval of k in n."""
    mid, half = k / n + z * z / (2 * n), z * ((k / n * (1 - k / n) + z * z / (4 * n)) / n) ** 0.5
    return (mid - half) / (1 + z * z / n), (mid + half) / (1 + z * z / n)


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
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / "build/release/tools/cli/rashomon")
    parser.add_argument("--list", action="store_true", help="print the cases that failed")
    args = parser.parse_args()
    cases, loaded = [], {}
    with (args.folder / "news_cases.tsv").open(encoding="utf8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            stem = row["file"].removesuffix(".json")
            if stem not in FILES:
                continue
            suite = loaded.setdefault(stem, json.loads((args.folder / row["file"]).read_text(encoding="utf-8-sig")))
            cases.append((stem, row["index"], suite[int(row["index"])]))
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "cases.jsonl"
        with path.open("w", encoding="utf8") as out:
            for i, (_, _, case) in enumerate(cases):
                out.write(json.dumps({"id": f"{i:06d}", "text": case["Input"]}) + "\n")
        printed = subprocess.run([args.binary, "claims", path], check=True, capture_output=True, text=True).stdout
    claims = collections.defaultdict(list)
    for line in printed.splitlines():
        claim = json.loads(line)
        if claim.get("type") == "claim" and claim["value"]["kind"] in ("number", "money", "ratio", "measure", "duration"):
            claims[int(claim["doc"])].append(claim)

    tally = collections.defaultdict(lambda: [0, 0, 0, 0])  # cases, right, wanted, found
    for i, (stem, index, case) in enumerate(cases):
        kind = FILES[stem]
        wanted = [r for r in case["Results"] if value_of(r, kind) is not None]
        missed = [r for r in wanted if not any(meets(c, case["Input"], r, kind) for c in claims[i])]
        for key in (stem, "all"):
            tally[key][0] += 1
            tally[key][1] += not missed
            tally[key][2] += len(wanted)
            tally[key][3] += len(wanted) - len(missed)
        if args.list and missed:
            print(stem, index, repr(case["Input"]))
            for r in missed:
                print("     wanted", repr(r["Text"]), r["Resolution"])
            for c in claims[i]:
                print("     claim ", repr(c["text"]), c["value"]["lo"], c["value"]["hi"], c["value"]["unit"])
    for key in list(sorted(set(tally) - {"all"})) + ["all"]:
        n, right, wanted, found = tally[key]
        lo, hi = interval(right, n)
        print(
            f"{key:18} cases {right}/{n} = {100 * right / n:5.1f} % [{100 * lo:.1f}, {100 * hi:.1f}]   "
            f"results {found}/{wanted} = {100 * found / max(1, wanted):5.1f} %"
        )


if __name__ == "__main__":
    main()
