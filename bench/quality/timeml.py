#!/usr/bin/env python3
"""Dates and durations of TimeML articles: precision, recall and F1 of the values.

    bench/quality/timeml.py FOLDER [--binary RASHOMON] [--list]

FOLDER holds *.tml files (TimeML, one article each, with its creation time).
Every TIMEX3 in TEXT is wanted: DATE, TIME, DURATION and SET. The article goes to
`rashomon claims` with the creation time as its date. A claim is a date or a
duration; it meets a TIMEX3 if their characters overlap (the relaxed match of
TempEval-3), and is right if the values are equal too. Values: of a date, the
`text` of its value, which is TIMEX3; of a duration, its figure and unit (P2Y,
PXM where it is vague); a range is its two ends. Prints spans and values, each
with precision, recall and F1, n, and a 95 % interval by resampling articles.
"""
import random
import re
import xml.etree.ElementTree as ElementTree

from extracted import arguments, claims_of

LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y"}


def article(path):
    """(creation date, text, [(begin, end, value)] in bytes)"""
    root = ElementTree.parse(path).getroot()
    published = root.find("DCT/TIMEX3").get("value")
    pieces, wanted, at = [], [], 0

    def walk(node):
        nonlocal at
        begin = at
        for text in [node.text, *(part for child in node for part in (child, child.tail))]:
            if isinstance(text, str):
                pieces.append(text)
                at += len(text.encode("utf8"))
            elif text is not None:
                walk(text)
        if node.tag == "TIMEX3":
            wanted.append((begin, at, node.get("value")))

    walk(root.find("TEXT"))
    return published, "".join(pieces), sorted(wanted)


def number(x):
    return f"{x:g}"


def duration(value):
    letter = LETTERS.get(value["unit"], "")
    if not letter:
        return ""
    lo, hi = value["lo"], value["hi"]
    if value["qualifier"] == "vague":
        count = "X"
    elif value["qualifier"] in ("exact", "about") and lo is not None and hi is not None:
        count = number((lo + hi) / 2)  # "a decade" is 9 to 11 years
    else:
        count = number(lo if lo not in (None, 0) else hi)
    if len(letter) == 2:
        return "PT" + count + letter[1]
    return "P" + count + letter


def told(claim, data):
    """[(begin, end, value)] that a claim says."""
    begin, end = claim["value_span"]
    value = claim["value"]
    if value["kind"] == "duration":
        return [(begin, end, duration(value))]
    timex = value.get("text", "")
    if "/" not in timex:
        return [(begin, end, timex)]
    joint = re.search(rb"\s*(-|\xe2\x80\x93|\xe2\x80\x94| to | and | through | until | till )\s*", data[begin:end])
    if joint is None:
        return [(begin, end, timex)]
    first, second = timex.split("/", 1)
    return [(begin, begin + joint.start(), first), (begin + joint.end(), end, second)]


def meet(wanted, claims):
    """Pairs of a wanted span and the claim that overlaps it, each used once."""
    free, pairs = list(claims), []
    for w in wanted:
        hit = next((c for c in free if c[0] < w[1] and w[0] < c[1]), None)
        if hit is not None:
            free.remove(hit)
            pairs.append((w, hit))
    return pairs, free


def scores(rows, key):
    right, said, wanted = (sum(row[k] for row in rows) for k in (key, "said", "wanted"))
    p, r = right / max(said, 1), right / max(wanted, 1)
    return p, r, 2 * p * r / max(p + r, 1e-9)


def main():
    args = arguments(__doc__)
    articles = {path.stem: article(path) for path in sorted(args.path.glob("*.tml"))}
    told_of = claims_of(
        args.binary,
        [{"id": name, "text": text, "published": day} for name, (day, text, _) in articles.items()],
    )
    claims = {name: [] for name in articles}
    for name, (_, text, _) in articles.items():
        for claim in told_of[name]:
            if claim["value"]["kind"] in ("date", "duration"):
                claims[name] += told(claim, text.encode("utf8"))

    rows = []
    for name, (_, text, wanted) in articles.items():
        data = text.encode("utf8")
        pairs, extra = meet(wanted, sorted(claims[name]))
        right = sum(w[2] == c[2] for w, c in pairs)
        rows.append({"span": len(pairs), "value": right, "said": len(claims[name]), "wanted": len(wanted)})
        if args.list:
            show = lambda s: repr(data[s[0] : s[1]].decode("utf8", "replace"))
            for w in wanted:
                if w not in [pair[0] for pair in pairs]:
                    print(name, "missed", show(w), w[2])
            for w, c in pairs:
                if w[2] != c[2]:
                    print(name, "value ", show(w), w[2], "told", show(c), c[2])
            for c in extra:
                print(name, "extra ", show(c), c[2])
    n = sum(row["wanted"] for row in rows)
    print(f"articles {len(rows)}, wanted {n}, told {sum(row['said'] for row in rows)}")
    draw = random.Random(1)
    samples = [[draw.choice(rows) for _ in rows] for _ in range(2000)]
    for key in ("span", "value"):
        p, r, f = scores(rows, key)
        spread = sorted(scores(sample, key)[2] for sample in samples)
        print(f"{key:6} precision {p:.3f}  recall {r:.3f}  F1 {f:.3f}  [{spread[50]:.3f}, {spread[-51]:.3f}]")


if __name__ == "__main__":
    main()
