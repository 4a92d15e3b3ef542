#!/usr/bin/env python3
"""Holds the tool to samples/expected.json: samples_test.py RASHOMON SAMPLES

Every reuse listed there is found with its grade and unit; every fact listed
there comes out with its verdict where that is raised, and is not raised
otherwise; nothing else is raised, and page furniture is no finding.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

RAISED = ("conflict", "revised", "disputed")


def span(texts, place):
    """The bytes of [document, quotation], where … stands for anything left out."""
    doc, quote = place[0], place[1]
    pattern = ".*?".join(re.escape(part) for part in quote.split(" … "))
    matches = list(re.finditer(pattern.replace(r"\ ", r"\s+"), texts[doc], re.DOTALL | re.IGNORECASE))
    if not matches:
        raise AssertionError(f"expected.json quotes what {doc} does not say: {quote}")
    byte = lambda i: len(texts[doc][:i].encode())
    return [(doc, byte(m.start()), byte(m.end())) for m in matches]


def shared(p, q):
    return max(0, min(p["end"], q[2]) - max(p["begin"], q[1])) if p["doc"] == q[0] else 0


def covers(passage, places, part):
    return any(shared(passage, q) >= part * (q[2] - q[1]) for q in places)


def touches(claim, places):
    """The claim and one of the places overlap by half of the shorter."""
    return any(
        2 * shared(claim, q) >= min(claim["end"] - claim["begin"], q[2] - q[1]) and shared(claim, q)
        for q in places
    )


def check_reuse(expected, findings, texts, wrong):
    explained = set()
    for row in expected["reuse"]:
        a, b = (span(texts, place) for place in row["passages"])
        hits = []
        for f in findings:
            on_a = [i for i, p in enumerate(f["passages"]) if covers(p, a, 0.8)]
            on_b = [i for i, p in enumerate(f["passages"]) if covers(p, b, 0.8)]
            if any(i != j for i in on_a for j in on_b):
                hits.append(f)
        explained.update(f["id"] for f in hits)
        if not any((f["grade"], f["unit"]) == (row["grade"], row["unit"]) for f in hits):
            found = [(f["id"], f["grade"], f["unit"]) for f in hits]
            wrong.append(f"{row['id']} ({row['note']}): want {row['grade']} {row['unit']}, found {found}")
    for f in findings:
        if f["id"] not in explained:
            wrong.append(f"reuse that nobody expects: {[p['text'] for p in f['passages']]}")


def check_facts(expected, findings, texts, wrong):
    raised = {}  # id of an expected fact -> verdicts
    for f in findings:
        for pair in f["pairs"]:
            # A pair stands for the values of both articles, wherever they tell them.
            sides = [
                [c for c in f["claims"] if (c["group"], c["doc"]) == (f["claims"][i]["group"], f["claims"][i]["doc"])]
                for i in (pair["a"], pair["b"])
            ]
            tell = lambda side, places: any(touches(c, places) for c in sides[side])
            matches = []
            for row in expected["facts"]:
                x, y = (span(texts, place) for place in row["claims"])
                if (tell(0, x) and tell(1, y)) or (tell(0, y) and tell(1, x)):
                    matches.append(row)
                    raised.setdefault(row["id"], []).append(pair["verdict"])
            if not matches and pair["verdict"] in RAISED and f["verdict"] in RAISED:
                wrong.append(f"{f['id']} raised, and nobody expects it: {pair['verdict']}: {pair['reason']}")
    for row in expected["facts"]:
        verdicts = raised.get(row["id"], [])
        allowed = [row["verdict"]] + row.get("also", [])
        if row["verdict"] in RAISED and not any(v in allowed for v in verdicts):
            wrong.append(f"{row['id']} ({row['note']}): want {row['verdict']}, got {verdicts}")
        if row["verdict"] not in RAISED and any(v in RAISED for v in verdicts):
            wrong.append(f"{row['id']} ({row['note']}): a trap, and raised as {verdicts}")


def main():
    binary, samples = sys.argv[1], pathlib.Path(sys.argv[2])
    expected = json.loads((samples / "expected.json").read_text(encoding="utf8"))
    articles = samples / "articles.jsonl"
    records = [json.loads(line) for line in articles.read_text(encoding="utf8").splitlines()]
    texts = {r["id"]: r["text"] for r in records}
    with tempfile.TemporaryDirectory() as out:
        run = subprocess.run([binary, "audit", articles, "--out", out, "--quiet"], check=False)
        if run.returncode != 1:
            sys.exit(f"rashomon audit exited {run.returncode}, not 1")
        lines = (pathlib.Path(out) / "findings.jsonl").read_text(encoding="utf8").splitlines()
    findings = [json.loads(line) for line in lines]
    wrong = []
    reuse = [f for f in findings if f["type"] == "reuse" and not f["boilerplate"]]
    check_reuse(expected, reuse, texts, wrong)
    check_facts(expected, [f for f in findings if f["type"] == "fact"], texts, wrong)
    for f in reuse:
        for p in f["passages"]:
            if p["text"] in expected["furniture"]:
                wrong.append(f"page furniture as a finding: {p['text']}")
    print("\n".join(wrong) if wrong else "samples: as expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
