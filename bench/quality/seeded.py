#!/usr/bin/env python3
"""Are planted conflicts found in real articles, and decoys left alone?

    bench/quality/seeded.py ARTICLES.jsonl [--binary RASHOMON] [--list]
                            [--conflicts N] [--seed N]

Takes real articles (JSON Lines with `text`, and `published` or `date`). Each one
used gets a second version, a copy or a rewrite that leaves out and reorders
sentences, in which one thing was changed:

- a conflict: one number, date, name or polarity (negation) is another;
- a decoy, five for each conflict: the second version names a part of a count
  beside the count, rounds a figure, writes it in another unit or scale, or tells,
  days later, a toll that has risen.

Both versions go into one corpus, which is audited. A conflict is found if a
conflict, dispute or revision is raised between the two versions at the changed
place. A decoy is a false alarm if one is raised at its place, a rise only if it is
called a conflict. An alarm between two versions elsewhere than at the change is
false too. Alarms are booked to the type of their claim. Prints precision and
recall by type with 95 % intervals, and how often each decoy raised an alarm.
Disagreements between different articles are the articles' own and not judged.
"""
import argparse
import collections
import datetime
import json
import pathlib
import random
import re

import judged
from extracted import ROOT, share

RAISED = ("conflict", "disputed", "revised")
CONFLICTS = ("number", "date", "name", "polarity")
DECOYS = ("part-of", "rounding", "unit", "update")
DECOYS_EACH = 5
LEAST_BYTES = 700
ORGANISATION = re.compile(
    r"(Agency|Department|Commission|Corp|Inc|Ltd|Co|Company|Partnership|Bank|Administration|Association|Union|"
    r"Ministry|Board|Council|Committee|Office|Bureau|House|Times|Post|Journal|News|Exchange|Federation|Group|"
    r"Institute|University|Service|Services|Industries|Securities|Association|Party|Court|Congress|Senate|Brothers)$"
)
SURNAMES = ("Ashdown", "Brandvold", "Corrigan", "Delacourt", "Eastwick", "Fairholm", "Grimsby", "Hallworth")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SCALES = {"million": 10**6, "mln": 10**6, "billion": 10**9, "bln": 10**9}
TOLL = r"killed|dead|died|wounded|injured|arrested|missing"
FIGURE = r"(?<![\w.,$/:-])(\d{1,3}(?:,\d{3})+|[1-9]\d{0,2}(?:\.\d+)?)"
UNITS = {  # unit: (other unit, factor)
    "miles": ("kilometers", 1.609344),
    "kilometers": ("miles", 1 / 1.609344),
    "kilometres": ("miles", 1 / 1.609344),
    "feet": ("meters", 0.3048),
    "meters": ("feet", 1 / 0.3048),
    "metres": ("feet", 1 / 0.3048),
    "acres": ("hectares", 0.40468564),
    "weeks": ("days", 7),
    "years": ("months", 12),
}


def spoken(value):
    """A figure as news writes it."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def value_of(digits):
    return float(digits.replace(",", ""))


# ---- Changes. Each takes the text and draws one of its places: (begin, end, words instead).


def places(pattern, text, keep=lambda m: True):
    return [m for m in re.finditer(pattern, text) if keep(m)]


def is_year(digits):
    return "," not in digits and re.fullmatch(r"1[5-9]\d\d|20\d\d", digits) is not None


def change_number(text, draw):
    found = places(FIGURE + r"(?=\s+(?:percent|pct|per cent|million|mln|billion|bln|[a-z]{4,}s)\b)", text)
    found = [m for m in found if not is_year(m.group(1)) and not near_month(text, m)]
    if not found:
        return None
    m = draw.choice(found)
    value = value_of(m.group(1))
    decimals = len(m.group(1).partition(".")[2])
    other = round(value * draw.uniform(1.35, 1.9), decimals)
    if other - value < 2:
        other = value + 2
    digits = f"{other:,.{decimals}f}" if "," in m.group(1) or other >= 1000 else f"{other:.{decimals}f}"
    return m.start(1), m.end(1), digits


def near_month(text, m):
    around = text[max(0, m.start() - 12) : m.start()] + " " + text[m.end() : m.end() + 12]
    return re.search(rf"\b({MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b", around)


def change_date(text, draw):
    days = places(rf"\b({MONTHS})\s+(\d{{1,2}})(?!\d|st|nd|rd|th|\s*-|,\d)", text)
    years = places(r"(?<=\b[Ii]n )((?:19|20)\d\d)(?=[\s.,])", text)
    weekdays = places(rf"(?<=\b[Oo]n )({'|'.join(WEEKDAYS)})(?=[\s.,])", text)
    # A date in the first line is the page's.
    head = text.find("\n") if re.match(r".{0,40}\b(19|20)\d\d\W*\n", text) else 0
    days, years, weekdays = ([m for m in found if m.start() >= head] for found in (days, years, weekdays))
    kinds = [found for found in (days, years, weekdays) if found]
    if not kinds:
        return None
    found = draw.choice(kinds)
    m = draw.choice(found)
    if found is days:
        day = int(m.group(2))
        other = day + draw.randint(3, 9) if day <= 14 else day - draw.randint(3, 9)
        return m.start(2), m.end(2), str(other)
    if found is years:
        return m.start(1), m.end(1), str(int(m.group(1)) - draw.randint(2, 9))
    at = WEEKDAYS.index(m.group(1))
    return m.start(1), m.end(1), WEEKDAYS[(at + draw.randint(2, 5)) % 7]


def change_name(text, draw):
    """The surname of a person whose full name stands once."""
    said = places(r"\b([A-Z][a-z]{2,})\s([A-Z][a-z]{3,})(?=,?\s(?:said|told|added|announced)\b)", text)
    titled = places(r"\b(?:President|Minister|Secretary|Chairman|Senator|Judge|Mayor)\s([A-Z][a-z]{2,})\s([A-Z][a-z]{3,})", text)
    found = [
        m
        for m in said + titled
        if text.count(m.group(2)) == 1
        and not ORGANISATION.search(m.group(1))
        and not ORGANISATION.search(m.group(2))
        and not re.search(r"\b(the|The|U\.S\.|of|and)\s([A-Z]\w+\s)*$", text[: m.start()][-60:])
    ]
    if not found:
        return None
    m = draw.choice(found)
    return m.start(2), m.end(2), draw.choice(SURNAMES)


def change_polarity(text, draw):
    found = places(r"(?<=[a-z,] )(will|was|were|has|have)\s(?!not\b|no\b|never\b|also\b)(?=[a-z])", text)
    found = [m for m in found if not re.search(r"\b(if|whether|unless|which|who|that|what|how|when)\b[^.]*$", sentence_before(text, m))]
    if not found:
        return None
    m = draw.choice(found)
    return m.end(1), m.end(1), " not"


def sentence_before(text, m):
    return re.split(r"[.!?]\s", text[max(0, m.start() - 300) : m.start()])[-1]


def plant_part(text, draw):
    found = places(r"(?<![\w.,$/:-])(\d{1,3}(?:,\d{3})+|[1-9]\d{1,2})\s([a-z]{4,}s)\b[^.]*\.(?=\s)", text)
    found = [m for m in found if not is_year(m.group(1)) and m.group(2) not in (*UNITS, "points", "cents", "pounds")]
    if not found:
        return None
    m = draw.choice(found)
    part = max(2, round(value_of(m.group(1)) * draw.uniform(0.2, 0.6)))
    words = draw.choice(("Of these, {} {} were from the north.", "They include {} {} from the north."))
    return m.end(), m.end(), " " + words.format(spoken(part), m.group(2))


def plant_rounding(text, draw):
    found = places(FIGURE + r"(?=\s+(?:percent|pct|per cent|million|mln|billion|bln|[a-z]{4,}s)\b)", text)
    found = [m for m in found if not is_year(m.group(1)) and not near_month(text, m)]
    found = [m for m in found if len(m.group(1).replace(",", "").replace(".", "").rstrip("0")) >= 3]
    found = [m for m in found if not re.search(r"(about|than|least|nearly|almost|some|around|to)\s$", text[: m.start()])]
    if not found:
        return None
    m = draw.choice(found)
    value = value_of(m.group(1))
    step = 10 ** (len(str(int(value))) - 2) if value >= 100 else 1 if value >= 10 else 0.1
    rounded = round(round(value / step) * step, 1)
    words = "nearly" if rounded > value else "more than" if rounded < value else "about"
    if re.search(r"\b(the|a|an|its|their|his|her|by|from)\s$", text[: m.start()]):
        words = "about"
    return m.start(1), m.end(1), f"{words} {spoken(rounded)}"


def plant_unit(text, draw):
    scaled = places(FIGURE + r"\s(million|mln|billion|bln)\b", text, lambda m: not near_month(text, m))
    measured = places(FIGURE + rf"\s({'|'.join(UNITS)})\b", text)
    kinds = [found for found in (scaled, measured) if found]
    if not kinds:
        return None
    found = draw.choice(kinds)
    m = draw.choice(found)
    value = value_of(m.group(1))
    if found is scaled:
        return m.start(1), m.end(2), f"{round(value * SCALES[m.group(2)]):,}"
    unit, factor = UNITS[m.group(2)]
    exact = value * factor
    return m.start(1), m.end(2), f"{spoken(round(exact, 1) if exact < 100 else round(exact))} {unit}"


def plant_update(text, draw):
    before = places(rf"(?<![\w.,$/:-])([1-9]\d{{0,2}})(?=\s[a-z]+\s(?:were\s|had\s)?(?:{TOLL})\b)", text)
    behind = places(rf"(?<=\b)(?:{TOLL})\s(?:at least\s|about\s)?([1-9]\d{{0,2}})(?=\s[a-z])", text)
    found = [m for m in before + behind if not near_month(text, m)]
    if not found:
        return None
    m = draw.choice(found)
    return m.start(1), m.end(1), str(round(value_of(m.group(1)) * draw.uniform(1.3, 1.8)) + 1)


CHANGES = {
    "number": change_number,
    "date": change_date,
    "name": change_name,
    "polarity": change_polarity,
    "part-of": plant_part,
    "rounding": plant_rounding,
    "unit": plant_unit,
    "update": plant_update,
}


# ---- The second version


def rewritten(text, change, draw):
    """The text with the change, and where it then stands: a copy or a rewrite."""
    begin, end, words = change
    if draw.random() < 0.5:
        return text[:begin] + words + text[end:], begin, begin + len(words)
    # A rewrite: sentences left out, the others in two blocks turned round.
    cuts = [0, *(m.end() for m in re.finditer(r"[.!?]\s+(?=[A-Z])", text)), len(text)]
    pieces = list(zip(cuts, cuts[1:]))
    own = next(i for i, (b, e) in enumerate(pieces) if b <= begin < e or (begin == e == len(text)))
    if begin == end and own > 0 and begin == pieces[own][0]:
        own -= 1
    near = {own - 1, own, own + 1}
    kept = [i for i in range(len(pieces)) if i in near or draw.random() < 0.7]
    turn = draw.choice([k for k in range(len(kept)) if kept[k] not in (own, own + 1)] or [0])
    out, at = "", 0
    for i in kept[turn:] + kept[:turn]:
        b, e = pieces[i]
        piece = text[b:e]
        if i == own:
            at = len(out) + begin - b
            piece = text[b:begin] + words + text[end:e]
        out += piece if piece.endswith(("\n", " ")) else piece + " "
    return out.rstrip() + "\n", at, at + len(words)


def day_of(record):
    day = (record.get("published") or record.get("date") or "")[:10]
    try:
        return datetime.date.fromisoformat(day)
    except ValueError:
        return None


def versions(records, args):
    """[(kind, original, second version, place in each)], each article used once."""
    draw = random.Random(args.seed)
    draw.shuffle(records)
    wanted = collections.Counter({kind: args.conflicts for kind in CONFLICTS})
    decoys = DECOYS_EACH * args.conflicts * len(CONFLICTS)
    rare_first = ("update", "name", "unit", "part-of", "rounding", "date", "number", "polarity")
    made, planted = [], collections.Counter()
    for record in records:
        text = record["text"]
        day = day_of(record)
        if day is None or len(text) < LEAST_BYTES or not re.search(r"[.!?]\s+[A-Z]", text):
            continue
        for kind in rare_first:
            share_left = decoys - sum(planted[d] for d in DECOYS)
            if planted[kind] >= wanted[kind] if kind in CONFLICTS else share_left <= 0:
                continue
            # No kind of decoy takes more than its third of them.
            if kind in DECOYS and planted[kind] >= decoys / 3:
                continue
            change = CHANGES[kind](text, draw)
            if change is None:
                continue
            second, begin, end = rewritten(text, change, draw)
            planted[kind] += 1
            made.append((kind, text, day, second, change[:2], (begin, end)))
            break
    return made


def byte_span(text, span):
    return tuple(len(text[:i].encode("utf8")) for i in span)


def touches(claim, span, slack):
    return claim["begin"] <= span[1] + slack and claim["end"] >= span[0] - slack


def type_of(claim):
    kind = claim["value"]["kind"]
    if kind in ("date", "polarity"):
        return kind
    return "name" if kind in ("name", "place", "text") else "number"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=pathlib.Path)
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / "build/release/tools/cli/rashomon")
    parser.add_argument("--list", action="store_true", help="print what was missed and what was wrong")
    parser.add_argument("--conflicts", type=int, default=50, help="conflicts of each type (50)")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    records = [json.loads(line) for line in args.path.open(encoding="utf8")]
    made = versions(records, args)

    corpus, places_of = [], {}
    for i, (kind, text, day, second, place_a, place_b) in enumerate(made):
        later = day + datetime.timedelta(days=1 + i % 3) if kind == "update" else day
        corpus.append({"id": f"{i:05d}-a", "text": text, "published": str(day), "source": "A"})
        corpus.append({"id": f"{i:05d}-b", "text": second, "published": str(later), "source": "B"})
        places_of[i] = (byte_span(text, place_a), byte_span(second, place_b))
    findings = judged.audit_records(args.binary, corpus)

    found, alarms = set(), []
    for f in findings:
        if f["type"] != "fact":
            continue
        for p in f["pairs"]:
            if p["verdict"] not in RAISED:
                continue
            a, b = f["claims"][p["a"]], f["claims"][p["b"]]
            if a["doc"] > b["doc"]:
                a, b = b, a
            i = int(a["doc"][:5])
            if int(b["doc"][:5]) != i or a["doc"] == b["doc"]:
                continue
            kind = made[i][0]
            here = touches(b, places_of[i][1], 0) and touches(a, places_of[i][0], 0)
            if kind in CONFLICTS and here:
                found.add(i)
            elif not (kind == "update" and here and p["verdict"] == "revised"):
                alarms.append((i, type_of(b), here, p, a, b))

    wanted = collections.Counter(row[0] for row in made)
    right = collections.Counter(made[i][0] for i in found)
    false = collections.Counter(alarm[1] for alarm in alarms)
    print(f"{args.path.name}: {len(made)} articles, " + ", ".join(f"{wanted[k]} {k}" for k in CONFLICTS + DECOYS))
    for kind in CONFLICTS:
        precision = share("precision", right[kind], right[kind] + false[kind])
        print(f"{kind:9}", precision, "", share("recall", right[kind], wanted[kind]))
    for kind in DECOYS:
        wrong = {i for i, _, here, *_ in alarms if here and made[i][0] == kind}
        print(f"{kind:9}", share("alarms", len(wrong), wanted[kind]))
    if args.list:
        for i, row in enumerate(made):
            if row[0] in CONFLICTS and i not in found:
                (b, e), text = row[4], row[1]
                print("missed", row[0], i, repr(text[max(0, b - 70) : b]), "[", repr(text[b:e]), "]", repr(text[e : e + 60]))
                print("       ", repr(row[3][row[5][0] : row[5][1]]))
        for i, kind, here, p, a, b in alarms:
            print("alarm ", made[i][0], "here" if here else "elsewhere", kind, p["verdict"], p["rule"], repr(a["text"]), repr(b["text"]))


if __name__ == "__main__":
    main()
