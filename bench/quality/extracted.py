"""What the sets of labelled values have in common: run `rashomon claims`, count, print.

A set is a path to texts with values; its adapter says when a claim meets a value.
"""
import argparse
import collections
import csv
import json
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def arguments(doc):
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=pathlib.Path, help="the set")
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / "build/release/tools/cli/rashomon")
    parser.add_argument("--list", action="store_true", help="print what was missed and what was wrong")
    return parser.parse_args()


def claims_of(binary, records):
    """{id: claims} of documents {"id", "text", "published" …}."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "texts.jsonl"
        with path.open("w", encoding="utf8") as out:
            for record in records:
                out.write(json.dumps(record) + "\n")
        printed = subprocess.run([binary, "claims", path], check=True, capture_output=True, text=True).stdout
    claims = collections.defaultdict(list)
    for line in printed.splitlines():
        claim = json.loads(line)
        if claim.get("type") == "claim":
            claims[claim["doc"]].append(claim)
    return claims


def news_cases(folder, stems):
    """[(suite, index, case)] of a Recognizers folder, the cases of the news kind."""
    cases, suites = [], {}
    with (folder / "news_cases.tsv").open(encoding="utf8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            stem = row["file"].removesuffix(".json")
            if stem not in stems:
                continue
            if stem not in suites:
                suites[stem] = json.loads((folder / row["file"]).read_text(encoding="utf-8-sig"))
            cases.append((stem, row["index"], suites[stem][int(row["index"])]))
    return cases


def wilson(k, n, z=1.96):
    """95 % interval of k in n."""
    if n == 0:
        return 0.0, 1.0
    mid, half = k / n + z * z / (2 * n), z * ((k / n * (1 - k / n) + z * z / (4 * n)) / n) ** 0.5
    return (mid - half) / (1 + z * z / n), (mid + half) / (1 + z * z / n)


def share(name, k, n):
    lo, hi = wilson(k, n)
    return f"{name} {k}/{n} = {k / max(n, 1):.3f} [{lo:.3f}, {hi:.3f}]"


def scored(name, right, told, wanted):
    """Precision, recall and F1 of `right` among those told and those wanted."""
    f1 = 2 * right / max(told + wanted, 1)
    return "  ".join((name, share("precision", right, told), share("recall", right, wanted), f"F1 {f1:.3f}"))
