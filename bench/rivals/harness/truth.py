"""The exact similarity of every pair of documents of a corpus, kept for the next run.

An inverted index over the sets of five-word shingles (bench/quality/all_pairs.py);
about a minute for 100,000 articles.
"""
import hashlib
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "quality"))
import all_pairs  # noqa: E402

LEAST = 0.5


def of(corpus: pathlib.Path, cache: pathlib.Path) -> tuple[dict[tuple[int, int], float], int]:
    """({(place, place): Jaccard} at or above LEAST, number of documents)"""
    what = hashlib.sha256(pathlib.Path(all_pairs.__file__).read_bytes())
    what.update(corpus.read_bytes())
    kept = cache / f"{what.hexdigest()[:16]}.json"
    if kept.is_file():
        saved = json.loads(kept.read_text())
        return {(a, b): jaccard for a, b, jaccard in saved["pairs"]}, saved["documents"]
    with corpus.open(encoding="utf8") as lines:
        records = [{"id": place, "text": json.loads(line)["text"]}
                   for place, line in enumerate(lines)]
    pairs = all_pairs.exact_pairs(records, LEAST)
    cache.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps({"documents": len(records),
                                "pairs": [[a, b, j] for (a, b), j in sorted(pairs.items())]}))
    return pairs, len(records)
