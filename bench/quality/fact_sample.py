#!/usr/bin/env python3
"""Draws facts told differently for a reader to judge, and counts the judgements.

    bench/quality/fact_sample.py CORPUS... [--number 100] [--seed 1] [--binary RASHOMON]
    bench/quality/fact_sample.py CORPUS... --judged FILE

CORPUS is JSON Lines with ids. Without --judged: audits every CORPUS, draws facts raised by
default, and prints each with its key, its verdict and the sentences of its pairs.
With --judged: FILE has lines `KEY right|wrong|unsure [why]`; prints how many of the
judged facts that are still raised are wrong, with a 95 % interval, and how many raised
facts nobody has judged. A fact is wrong where the two statements are not about the
same fact (another event, subset, date or company), a value is misread, or the verdict
is not the one an editor would give; so a fact judged wrong for its verdict must be
read again when the verdict changes, which leaves its key as it was.
"""
import json
import textwrap

import judgement


def wanted(f):
    return f["type"] == "fact" and f["verdict"] in ("conflict", "revised", "disputed")


def texts(corpora):
    """The UTF-8 text of every document, which the spans of claims point into."""
    found = {}
    for corpus in corpora:
        with corpus.open(encoding="utf8") as lines:
            for record in map(json.loads, filter(str.strip, lines)):
                found.setdefault(record["id"], record["text"].encode("utf8", "surrogatepass"))
    return found


def main():
    args = judgement.arguments(__doc__)
    facts = judgement.audit(args, wanted)
    if args.judged:
        print(f"{len(judgement.count(facts, args.judged))} raised facts have no judgement")
        return
    documents = texts(args.corpus)
    for f in judgement.draw(facts, args):
        print(f["key"], f["verdict"], f["severity"], f["attribute"], "of", f["topic"] or "no topic", f["confidence"])
        for pair in f["pairs"]:
            print("  ", pair["verdict"], pair["rule"] + ":", " ".join(pair["reason"].split()))
            for side in ("a", "b"):
                claim = f["claims"][pair[side]]
                begin, end = claim["context"]
                sentence = " ".join(documents[claim["doc"]][begin:end].decode("utf8", "replace").split())
                value = " ".join(claim["text"].split())
                line = f"{claim['doc']} ({claim['as_of'] or 'undated'}) [{value}]: {sentence}"
                print(textwrap.indent(textwrap.fill(line, 106), "      "))


if __name__ == "__main__":
    main()
