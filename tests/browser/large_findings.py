"""Writes a findings file of very many findings, invented: large_findings.py COUNT > FILE"""
import json
import random
import sys

WORDS = """harbour ferry council valley bridge storm grain market school mayor river border island engine
winter quarry teacher signal orchard railway tunnel lantern ledger cellar meadow kettle garden ribbon""".split()
SOURCES = [f"Source {n}" for n in range(40)]


def sentence(rng, length=16):
    return " ".join(rng.choice(WORDS) for _ in range(length)) + "."


def lines(count, seed=1):
    rng = random.Random(seed)
    documents = max(10, count // 5)
    yield {"type": "run", "schema": 1, "tool": "rashomon 0.1.0",
           "options": {"min_jaccard": 0.7, "recall": 0.99, "engine": "minhash", "min_words": 12, "verdicts": "raised",
                       "mute": [], "since": None},
           "options_digest": "0" * 16, "documents": documents, "paragraphs": documents * 8, "bytes": documents * 4000,
           "recall": {"min_jaccard": 0.7, "target": 0.99, "bands": 18, "rows": 5, "distance": 0, "seed_words": 6}}
    for d in range(documents):
        yield {"type": "document", "doc": f"wire-{d}", "title": sentence(rng, 5), "source": rng.choice(SOURCES),
               "published": f"2024-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}", "url": None, "bytes": 4000,
               "digest": f"{d:032x}"}
    for r in range(count - count // 5):
        a, b, text = rng.randrange(documents), rng.randrange(documents), sentence(rng, 40)
        begin = rng.randrange(3000)
        end = begin + len(text)
        yield {"type": "reuse", "id": f"R{r + 1}", "key": f"{r:016x}", "scope": "across", "grade": "near",
               "unit": "passage", "boilerplate": False, "first": 0,
               "passages": [{"doc": f"wire-{d}", "begin": begin, "end": end, "text": text} for d in (a, b)],
               "pairs": [{"a": 0, "b": 1, "jaccard": 0.8, "containment": [0.9, 0.85],
                          "edits": [{"a": [begin + 20, begin + 26], "b": [begin + 20, begin + 25]}]}]}
    for f in range(count // 5):
        claims = []
        for group, number in enumerate(rng.sample(range(2, 400), 2)):
            before, text, after = sentence(rng, 6)[:-1] + " ", f"{number} passengers", " " + sentence(rng, 6)
            begin = rng.randrange(500, 3000)
            claims.append({
                "doc": f"wire-{rng.randrange(documents)}", "begin": begin, "end": begin + len(text), "text": text,
                "context": [begin - len(before), begin + len(text) + len(after)], "subject": None, "speaker": None,
                "as_of": None, "group": group, "copies_of": None,
                "value": {"kind": "number", "lo": number, "hi": number, "unit": None, "qualifier": "exact",
                          "affirmed": True},
                "value_span": [begin, begin + len(str(number))], "before": before, "after": after})
        verdict = rng.choice(["conflict", "disputed", "revised"])
        yield {"type": "fact", "id": f"F{f + 1}", "key": f"{f + 10 ** 9:016x}", "verdict": verdict,
               "severity": "major", "confidence": round(rng.uniform(0.5, 1), 3), "attribute": "count",
               "topic": rng.choice(WORDS), "claims": claims,
               "pairs": [{"a": 0, "b": 1, "verdict": verdict, "rule": "figure", "reason": "two figures of one thing"}]}


if __name__ == "__main__":
    for line in lines(int(sys.argv[1])):
        print(json.dumps(line, ensure_ascii=False, separators=(",", ":")))
