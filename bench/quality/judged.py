"""What the judged sets have in common: run the binary, score, print.

A set is a corpus and a gold file in the format of the scorer (score/score.py of
the shared folder). `calibration` says how often findings of a stated confidence
were right, so that the scale of confidence in core/claims/compare.cc can be checked.
"""
import argparse
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile


def arguments(doc):
    ap = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("shared", type=pathlib.Path, help="folder with gold/, data/, score/ and seeds/")
    ap.add_argument("--binary", type=pathlib.Path, default=pathlib.Path("build/release/tools/cli/rashomon"))
    ap.add_argument("--list", action="store_true", help="name what was missed and what was wrong")
    return ap.parse_args()


def audit(binary, corpus, *options):
    """The findings lines of one audit, as dicts."""
    with tempfile.TemporaryDirectory() as out:
        run = subprocess.run([binary, "audit", corpus, "--quiet", "--out", out, *options], stdout=subprocess.DEVNULL)
        if run.returncode > 1:
            sys.exit(f"{binary} failed on {corpus}")
        lines = pathlib.Path(out, "findings.jsonl").read_text(encoding="utf8").splitlines()
    return [json.loads(line) for line in lines]


def audit_records(binary, records, *options):
    """The findings lines of an audit of documents given as dicts."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "corpus.jsonl")
        path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf8")
        return audit(binary, path, *options)


def scorer(shared):
    spec = importlib.util.spec_from_file_location("score", shared / "score" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(shared, gold_path, findings):
    module = scorer(shared)
    gold = json.loads(gold_path.read_text(encoding="utf8"))
    return module.score_facts(gold, findings, module.Judged(gold))


def show(name, result, verbose):
    def cell(key):
        value = result[key]
        return f"{key} {value['hit']}/{value['of']} = {value['rate']}" if isinstance(value, dict) else f"{key} {value}"

    keys = ("recall", "precision", "pair_precision", "verdict_accuracy", "traps_hit")
    print(f"{name}: " + "; ".join(map(cell, keys)) + f"; unmatched {len(result['unmatched'])}")
    if verbose:
        for key in ("missed", "wrong", "trap_hits", "unmatched"):
            for row in result[key]:
                print("  ", key, json.dumps(row, ensure_ascii=False))


def calibration(result, findings):
    """Prints how often raised findings of each confidence were right."""
    wrong = {row["finding"] for row in result["wrong"] + result["unmatched"]}
    left_out = result["pairs_left_out"] if "pairs_left_out" in result else set()
    bins = {}
    for f in findings:
        if f["type"] != "fact" or f["verdict"] not in ("conflict", "revised", "disputed") or f["id"] in left_out:
            continue
        bins.setdefault(int(f["confidence"] * 10), []).append((f["confidence"], f["id"] not in wrong))
    for b, rows in sorted(bins.items()):
        stated = sum(c for c, _ in rows) / len(rows)
        right = sum(r for _, r in rows) / len(rows)
        print(f"   confidence {stated:.2f}: right {right:.2f} of {len(rows)}")
