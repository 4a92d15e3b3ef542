"""How much of the truth did a tool find, and how much of what it says is true?

Documents are named by their place in the corpus. The truth is the exact Jaccard
similarity of every pair that has enough of it. A pair is found where both its
documents stand in one group of the tool's pairs, which is what its user gets; a pair
is right where the tool says it itself and it is in the truth. For tools that only
mark documents, and for all beside them: a document is a repeat where an earlier one
is as similar; it is found where the tool would remove or mark it.
"""
import dataclasses
from collections.abc import Iterable

Pair = tuple[int, int]
Truth = dict[Pair, float]


@dataclasses.dataclass(frozen=True)
class Answer:
    """What a tool said: pairs, or only marked documents (pairs None)."""
    pairs: frozenset[Pair] | None
    marked: frozenset[int]


def groups(pairs: Iterable[Pair]) -> dict[int, int]:
    """The least member of its group for every document in `pairs`."""
    parent: dict[int, int] = {}

    def find(x: int) -> int:
        parent.setdefault(x, x)
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in pairs:
        a, b = find(a), find(b)
        parent[max(a, b)] = min(a, b)
    return {x: find(x) for x in parent}


def of_pairs(pairs: Iterable[Pair]) -> Answer:
    """The answer of a tool that names pairs: of each group it keeps the first."""
    own = frozenset((min(p), max(p)) for p in pairs if p[0] != p[1])
    return Answer(own, frozenset(doc for doc, first in groups(own).items() if doc != first))


def of_marked(documents: Iterable[int]) -> Answer:
    return Answer(None, frozenset(documents))


def share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def score(answer: Answer, truth: Truth, least: float) -> dict:
    """Recall and precision of pairs and of documents at Jaccard `least`."""
    true_pairs = {pair for pair, jaccard in truth.items() if jaccard >= least}
    repeats = {second for _, second in true_pairs}
    alike = repeats | {first for first, _ in true_pairs}
    result = {"least": least, "true_pairs": len(true_pairs), "repeats": len(repeats),
              "document_recall": share(len(repeats & answer.marked), len(repeats)),
              "document_precision": share(len(alike & answer.marked), len(answer.marked))}
    if answer.pairs is not None:
        group = groups(answer.pairs)
        found = sum(a in group and group[a] == group.get(b) for a, b in true_pairs)
        result |= {"pairs": len(answer.pairs), "recall": share(found, len(true_pairs)),
                   "precision": share(len(true_pairs & answer.pairs), len(answer.pairs))}
    return result
