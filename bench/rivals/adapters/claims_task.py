"""What the extractors share: ADAPTER CORPUS OUT reads texts and writes claims.jsonl.

A line is {"doc": place, "begin", "end" (characters), "values", "units"}.
"""
import json
import pathlib
import sys


def write(quantities) -> None:
    corpus, out = map(pathlib.Path, sys.argv[1:3])
    with corpus.open(encoding="utf8") as lines, (out / "claims.jsonl").open("w") as claims:
        for place, line in enumerate(lines):
            for begin, end, values, units in quantities(json.loads(line)["text"]):
                claims.write(json.dumps({"doc": place, "begin": begin, "end": end,
                                         "values": values, "units": units}) + "\n")
