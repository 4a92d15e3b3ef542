"""What did a run say? Reads a tool's own output into the one form that is scored."""
import collections
import json
import pathlib

from harness import score

MIN_JACCARD = 0.7


def _rows(path: pathlib.Path) -> list[list[int]]:
    return [[int(field) for field in line.split("\t")] for line in path.read_text().splitlines()]


def of_adapter(out: pathlib.Path) -> score.Answer:
    """The files that adapters/task.py writes."""
    if (out / "pairs.tsv").is_file():
        return score.of_pairs((a, b) for a, b in _rows(out / "pairs.tsv"))
    if (out / "clusters.tsv").is_file():
        members = collections.defaultdict(list)
        for place, (cluster,) in enumerate(_rows(out / "clusters.tsv")):
            members[cluster].append(place)
        return score.of_pairs((group[0], other) for group in members.values()
                              for other in group[1:])
    return score.of_marked(number for number, in _rows(out / "flags.txt"))


def places(corpus: pathlib.Path) -> dict[str, int]:
    """The place of every document by the id that Rashomon gives it."""
    with corpus.open(encoding="utf8") as lines:
        return {str(json.loads(line).get("id", f"{corpus.name}:{place + 1}")): place
                for place, line in enumerate(lines)}


def of_audit(out: pathlib.Path, place: dict[str, int]) -> score.Answer:
    """The pairs of documents of an audit whose stated, exact Jaccard is its threshold's.

    It also reports copies by containment and versions of an article, which have less."""
    pairs = []
    with (out / "findings.jsonl").open(encoding="utf8") as lines:
        for finding in map(json.loads, lines):
            if finding["type"] == "reuse" and finding["unit"] == "document":
                docs = [place[p["doc"]] for p in finding["passages"]]
                pairs += [(docs[p["a"]], docs[p["b"]]) for p in finding["pairs"]
                          if p["jaccard"] >= MIN_JACCARD]
    return score.of_pairs(pairs)


def of_dedup(out: pathlib.Path, place: dict[str, int]) -> score.Answer:
    """What was removed, each with the survivor because of which."""
    with (out / "kept.removed.jsonl").open(encoding="utf8") as lines:
        pairs = [(place[row["doc"]], place[row["survivor"]["doc"]])
                 for row in map(json.loads, lines) if row["type"] == "removed"]
    named = frozenset((min(pair), max(pair)) for pair in pairs)
    return score.Answer(named, frozenset(removed for removed, _ in pairs), grouped=False)


def audit_passages(out: pathlib.Path) -> list[list[dict]]:
    """The passages of every reuse finding of an audit."""
    with (out / "findings.jsonl").open(encoding="utf8") as lines:
        return [f["passages"] for f in map(json.loads, lines) if f["type"] == "reuse"]
