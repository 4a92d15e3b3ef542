#!/usr/bin/env python3
"""Draws passage findings for a reader to judge, and counts the judgements.

    bench/quality/passage_sample.py CORPUS [--number 100] [--seed 1] [--binary RASHOMON]
    bench/quality/passage_sample.py CORPUS --judged FILE

Without --judged: audits CORPUS, draws findings of unit passage or paragraph that are
no boilerplate, and prints each with its key and the texts of a verified pair. With
--judged: FILE has lines `KEY right|wrong|unsure [why]`; prints how many of the judged
findings that are still reported are wrong, with a 95 % interval. A finding is wrong
where an editor would not call one passage the other one again: a turn of phrase, a
form filled in twice, page furniture.
"""
import textwrap

import judgement


def wanted(f):
    return f["type"] == "reuse" and f["unit"] != "document" and not f["boilerplate"]


def main():
    args = judgement.arguments(__doc__)
    findings = judgement.audit(args, wanted)
    if args.judged:
        judgement.count(findings, args.judged)
        return
    for f in judgement.draw(findings, args):
        pair = f["pairs"][0]
        print(f["key"], f["unit"], f["grade"], f["scope"], len(f["passages"]), "passages, Jaccard", round(pair["jaccard"], 2))
        for side in ("a", "b"):
            passage = f["passages"][pair[side]]
            text = " ".join(passage["text"].split())
            print(textwrap.indent(textwrap.fill(f"{passage['doc']}: {text}", 110), "    "))


if __name__ == "__main__":
    main()
