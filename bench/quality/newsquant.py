#!/usr/bin/env python3
"""F1 of quantities in news sentences: value, + unit, + change.

    bench/quality/newsquant.py NEWSQUANT.json [--binary RASHOMON] [--list]

NEWSQUANT.json is a list of {"text", "quantities": [{"change", "value", "unit",
"normalized_unit"}]}. A sentence's quantities are matched one to one: equal
value; then equal unit (as string, lemma or symbol); then equal change (= ~ > <
up down). Prints precision, recall and F1 of each with a 95 % interval over the
sentences (bootstrap).

The set writes some things in another way than `rashomon claims`, and the
adapter maps them, for every item alike: parts of a whole are numbers (0.5, not
50 %), cents and pence are counted themselves, decades are not years, vague
plurals are powers of ten (thousands: 1000 to 10000), ordinals are no
quantities, a movement "from 3 to 5" is a range, "8 or 9" are two quantities, a
length told as a date ("the past two years") is one, and a hedge is told rather
than a direction ("lost more than 60 %").
"""
import json
import random
import re

from extracted import ROOT, arguments, claims_of

DATA = ROOT / "core/claims/data"
KINDS = {"number", "money", "ratio", "measure", "duration"}
PLURALS = {"dozens": 12, "scores": 20, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12}


def rows(name):
    for line in (DATA / name).read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def lemma(phrase):
    words = re.findall(r"[^\s\-]+", phrase.lower())
    singular = []
    for word in words:
        if word.endswith("ies") and len(word) > 4:
            word = word[:-3] + "y"
        elif word in ("feet", "foot"):
            word = "foot"
        elif re.search(r"(ch|sh|x|ss)es$", word):
            word = word[:-2]
        elif word.endswith("s") and not word.endswith("ss") and len(word) > 2:
            word = word[:-1]
        word = {"metre": "meter", "litre": "liter"}.get(word, word)
        singular.append(word)
    return " ".join(w for w in singular if w not in ("of", "the", "and", "a", "per"))


def unit_forms():
    """canonical unit -> every form that the lexicons give it"""
    forms = {}
    for row in rows("units.tsv"):
        own = forms.setdefault(row[0], {lemma(row[0])})
        for column in row[5:8]:
            own.update(lemma(f) for f in column.split("|") if f)
    for row in rows("currencies.tsv"):
        own = forms.setdefault(row[0], {lemma(row[0])})
        for column in row[2:5]:
            own.update(lemma(f) for f in column.split("|") if f)
    return forms


FORMS = unit_forms()


def ours(claim, text):
    """(value, unit forms, change) of a claim in the set's own terms"""
    value, words = claim["value"], claim["text"].lower()
    lo, hi = value["lo"], value["hi"]
    qualifier = value["qualifier"].replace("_", "-")
    unit = value["unit"] or ""
    factor = 1.0
    if unit == "%" and not re.search(r"%|percent|per cent|per-cent|pct|\bpc\b|\dpc\b", words):
        factor = 0.01
    if value["kind"] == "money" and re.search(r"cents?\b|pence|penny|paise|\d ?p\b|¢", words):
        factor = 100
    if unit == "year" and "decade" in words:
        factor = 0.1
    if unit == "year" and "centur" in words:
        factor = 0.01
    if unit == "point" and re.search(r"basis|bps?\b", words):
        factor = 100
    if qualifier == "vague":
        plural = [PLURALS[w] for w in re.findall(r"[a-z]+", words) if w in PLURALS]
        size = 1.0
        for p in plural:
            size *= p
        if "tens of" in words:
            size *= 10
        number = (size,) if plural and plural[-1] in (12, 20) else (size, size * 10)
        if not plural:
            number = (lo,)
    elif lo is None:
        number = (hi * factor,)
    elif hi is None:
        number = (lo * factor,)
    elif "decade" in words or "centur" in words:
        number = ((lo + hi) / 2 * factor,)
    else:
        number = tuple(sorted({lo * factor, hi * factor}))

    span = claim["value_span"]
    data = text.encode("utf8")
    behind = data[span[1] : claim["end"]].decode("utf8", "replace")
    behind = re.sub(r"^[\s\-–]+|\b(or more|or so|or less|plus)\b", "", behind)
    own = {lemma(behind), lemma(re.sub(r"^(of|other|more|new|different)\s+(the\s+)?", "", behind))}
    if claim["value"]["kind"] in ("money", "measure", "ratio", "duration"):
        own |= FORMS.get(unit, {unit.lower()})
    head = lemma(behind).split(" ")[-1] if behind.strip() else ""
    kind = claim["value"]["kind"]
    rate = re.search(r"(?:\bper\b|\ba\b|\ban\b|/)[\s\-]*(\w+)$", behind)
    if rate and kind in ("money", "measure"):
        base = FORMS.get(unit, set()) | own
        own |= {f"{b} {lemma(rate.group(1))}".strip() for b in base}
    own_heads = {head} if kind == "number" else set()

    hedges = {"about": "~", "nearly": "~", "more-than": ">", "at-least": ">", "less-than": "<", "up-to": "<"}
    change = hedges.get(qualifier) or {"up": "up", "down": "down"}.get(claim["change"], "=")
    if qualifier == "range" and re.search(r"\bfrom\s\S?$", data[: claim["begin"]].decode("utf8", "replace")[-8:]):
        change = "="
    return number, own, own_heads, change, kind


LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([SMHDWMY])")
UNITS = {"TS": "second", "TM": "minute", "TH": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}


def quantities_of(claims):
    """The claims that are quantities in the set's terms, in its order."""
    found = []
    for claim in claims:
        value = claim["value"]
        if value["kind"] == "date" and (length := LENGTH.fullmatch(value.get("text", ""))):
            number, unit = float(length.group(2)), UNITS[length.group(1) + length.group(3)]
            value = dict(value, kind="duration", lo=number, hi=number, unit=unit)
            found.append(dict(claim, value=value, begin=claim["value_span"][0], end=claim["value_span"][1]))
        elif value["kind"] not in KINDS or value["unit"] == "ordinal":
            continue
        elif value["qualifier"] == "range" and " or " in claim["text"]:
            for end in ("lo", "hi"):
                own = dict(value, lo=value[end], hi=value[end], qualifier="exact")
                found.append(dict(claim, value=own))
        else:
            found.append(claim)
    return found


def gold(quantity):
    value = quantity["value"]
    match = re.fullmatch(r"(-?[\d.e+]+)-(-?[\d.e+]+)", value)
    number = tuple(sorted(float(v) for v in match.groups())) if match else (float(value),)
    if len(number) == 2 and number[0] == number[1]:
        number = number[:1]
    forms = {lemma(quantity["unit"]), lemma(quantity["normalized_unit"])}
    forms = {f.replace("$ u", "$") for f in forms} | forms
    heads = {f.split(" ")[-1] for f in forms}
    return number, forms, heads, quantity["change"]


def same_value(a, b):
    return len(a) == len(b) and all(abs(abs(x) - abs(y)) <= 1e-6 * max(1e-9, abs(y)) for x, y in zip(a, b))


def same_unit(mine, theirs):
    own, own_heads, kind = mine
    forms, heads = theirs
    if own & forms:
        return True
    if kind == "number":
        if "-" in forms or "" in forms:
            return own_heads <= {""}
        return bool((own_heads - {""}) & heads)
    if kind == "ratio":
        return any(f.startswith("%") or "percent" in f for f in forms)
    if kind == "duration":
        return any("age" in f.split() and "year" in f.split() for f in forms)
    return False


def match(mine, quantities):
    """Matches what a tool found in a sentence, in the form that ours() gives, one to
    one with its quantities: [(value, unit, change) hits], leftovers."""
    theirs = [gold(q) for q in quantities]
    pairs = []
    for i, (number, own, own_heads, change, kind) in enumerate(mine):
        for j, (g_number, forms, heads, g_change) in enumerate(theirs):
            if not same_value(number, g_number):
                continue
            unit = same_unit((own, own_heads, kind), (forms, heads))
            pairs.append((unit + (unit and change == g_change), i, j, unit, change == g_change))
    pairs.sort(key=lambda p: (-p[0], p[1], p[2]))
    used_i, used_j, hits = set(), set(), []
    for _, i, j, unit, change in pairs:
        if i in used_i or j in used_j:
            continue
        used_i.add(i)
        used_j.add(j)
        hits.append((i, j, unit, change))
    return hits, set(range(len(mine))) - used_i, set(range(len(theirs))) - used_j


def f1(counts):
    hits, found, wanted = counts
    p, r = hits / max(1, found), hits / max(1, wanted)
    return p, r, 2 * p * r / max(1e-9, p + r)


def main():
    args = arguments(__doc__)
    items = json.loads(args.path.read_text(encoding="utf8"))
    told = claims_of(args.binary, [{"id": f"{i:06d}", "text": item["text"]} for i, item in enumerate(items)])
    claims = [quantities_of(told[f"{i:06d}"]) for i in range(len(items))]

    per_sentence = []  # (hits: value, and unit, and change, all three; found, wanted)
    for item, own in zip(items, claims):
        hits, extra, missed = match([ours(c, item["text"]) for c in own], item["quantities"])
        unit_hits = sum(h[2] for h in hits)
        full_hits = sum(h[2] and h[3] for h in hits)
        change_hits = sum(h[3] for h in hits)
        per_sentence.append((len(hits), unit_hits, change_hits, full_hits, len(own), len(item["quantities"])))
        if args.list and (extra or missed or full_hits < len(hits)):
            print("*", item["text"])
            for j in sorted(missed):
                q = item["quantities"][j]
                print("    missed ", q["change"], q["value"], "|", q["unit"], "|", q["normalized_unit"])
            for i in sorted(extra):
                print("    extra  ", repr(own[i]["text"]), ours(own[i], item["text"])[0], own[i]["change"])
            for i, j, unit, change in hits:
                q = item["quantities"][j]
                if not unit:
                    print("    unit   ", repr(own[i]["text"]), own[i]["value"]["unit"], "| gold", q["unit"], "|", q["normalized_unit"])
                elif not change:
                    print("    change ", repr(own[i]["text"]), own[i]["change"], own[i]["value"]["qualifier"], "| gold", q["change"])

    def measure(sample, column):
        return f1((sum(s[column] for s in sample), sum(s[4] for s in sample), sum(s[5] for s in sample)))

    draw = random.Random(1)
    samples = [draw.choices(per_sentence, k=len(per_sentence)) for _ in range(1000)]
    wanted = sum(s[5] for s in per_sentence)
    for column, name in enumerate(("value", "value + unit", "value + change", "value + unit + change")):
        p, r, f = measure(per_sentence, column)
        spread = sorted(measure(s, column)[2] for s in samples)
        print(
            f"{name:22} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {100 * f:5.1f}  "
            f"[{100 * spread[25]:.1f}, {100 * spread[974]:.1f}]  n = {wanted} in {len(items)} sentences"
        )


if __name__ == "__main__":
    main()
