"""How much of the truth did a tool find, and how much of what it says is true?

Documents are named by their place in the corpus. The truth is the exact Jaccard
similarity of every pair that has enough of it. Two views of an answer:

For one who cleans a corpus: a true pair is *resolved* where at least one of its two
documents would be removed (or is marked), so that the corpus no longer holds both; a
removed document is *rightly removed* where some other one is as similar.

For one who looks at pairs, where the tool names them: a true pair is *found* where both
documents stand in one group of the tool's pairs, and a named pair is *right* where it is
a true one.
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
    grouped: bool = True  # its pairs make groups, and are not only reasons to remove


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
    """Both views at Jaccard `least`; None where nothing can be counted."""
    true_pairs = {pair for pair, jaccard in truth.items() if jaccard >= least}
    alike = {doc for pair in true_pairs for doc in pair}
    resolved = sum(a in answer.marked or b in answer.marked for a, b in true_pairs)
    result = {"least": least, "true_pairs": len(true_pairs), "removed": len(answer.marked),
              "resolved": share(resolved, len(true_pairs)),
              "rightly_removed": share(len(alike & answer.marked), len(answer.marked))}
    if answer.pairs is not None:
        result |= {"pairs": len(answer.pairs),
                   "precision": share(len(true_pairs & answer.pairs), len(answer.pairs))}
    if answer.pairs is not None and answer.grouped:
        group = groups(answer.pairs)
        found = sum(a in group and group[a] == group.get(b) for a, b in true_pairs)
        result["recall"] = share(found, len(true_pairs))
    return result
