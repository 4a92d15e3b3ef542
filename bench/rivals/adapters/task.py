"""What every adapter shares: its arguments, reading the corpus, writing what the peer said.

An adapter is run in the peer's own environment as

    ADAPTER CORPUS OUT THREADS SETTINGS

with SETTINGS a JSON object. It does the whole task with the peer's own API and
leaves in the folder OUT what the peer itself would hand a user: pairs.tsv (two
positions of documents that it calls duplicates, a line a pair), clusters.tsv (the
number of its cluster for every document) or flags.txt (positions of the documents
that it calls duplicates of some other one).
"""
import json
import pathlib
import re
import sys
from collections.abc import Iterable
from typing import NamedTuple

try:
    from orjson import loads
except ImportError:
    from json import loads

WORD = re.compile(r"\w+")
SHINGLE_WORDS = 5


class Task(NamedTuple):
    corpus: pathlib.Path
    out: pathlib.Path
    threads: int
    settings: dict


def arguments() -> Task:
    corpus, out, threads, settings = sys.argv[1:]
    return Task(pathlib.Path(corpus), pathlib.Path(out), int(threads), json.loads(settings))


def texts(corpus: pathlib.Path) -> list[str]:
    with corpus.open("rb") as lines:
        return [loads(line)["text"] for line in lines]


def tokens(text: str, kind: str) -> set[str] | list[str]:
    """What of a text is compared: its words, or its runs of five words.

    "split" is the list of words as rensa's documentation has it; the tool makes a set."""
    if kind == "split":
        return text.split()
    if kind == "words":
        return set(text.lower().split())
    words = WORD.findall(text.lower())
    n = min(SHINGLE_WORDS, len(words))
    return set(map(" ".join, zip(*(words[i:] for i in range(n)))))


def write_pairs(task: Task, pairs: Iterable[tuple[int, int]]) -> None:
    with (task.out / "pairs.tsv").open("w") as out:
        out.writelines(f"{a}\t{b}\n" for a, b in pairs)


def write_clusters(task: Task, clusters: Iterable[int]) -> None:
    with (task.out / "clusters.tsv").open("w") as out:
        out.writelines(f"{cluster}\n" for cluster in clusters)


def write_flags(task: Task, positions: Iterable[int]) -> None:
    with (task.out / "flags.txt").open("w") as out:
        out.writelines(f"{position}\n" for position in positions)
