"""Who runs, and with which command: peers.toml, Rashomon itself, and the floor."""
import dataclasses
import json
import pathlib
import shutil
import tomllib
from collections.abc import Callable

from harness import answers, score

HERE = pathlib.Path(__file__).resolve().parents[1]
ROOT = HERE.parents[1]
ENVIRONMENTS = ROOT / "build/rivals/env"
BUILD = ROOT / "build/release"

Command = Callable[[pathlib.Path, pathlib.Path, int], list[str]]  # corpus, out, threads
Reader = Callable[[pathlib.Path, pathlib.Path], score.Answer]     # out, corpus


@dataclasses.dataclass(frozen=True)
class Contestant:
    name: str
    settings: str  # "documentation", "tuned…", "contract" or "floor"
    command: Command
    threads: tuple[int, ...] = (1, 2)
    read: Reader | None = None  # None: it finds nothing, it is the floor
    ok: frozenset[int] = frozenset({0})


def table() -> dict:
    return tomllib.loads((HERE / "peers.toml").read_text(encoding="utf8"))


def version(environment: str) -> str:
    """The pinned version of the package that gave the environment its name."""
    for line in (HERE / "pins" / f"{environment}.txt").read_text().splitlines():
        name, _, number = line.partition("==")
        if name.lower().replace("_", "-").startswith(environment):
            return number
    return "unknown"


def installed(environment: str) -> bool:
    return (ENVIRONMENTS / environment / "bin/python").exists()


def _peer(row: dict, settings: str) -> Contestant:
    python = ENVIRONMENTS / row["environment"] / "bin/python"

    def command(corpus: pathlib.Path, out: pathlib.Path, threads: int) -> list[str]:
        return [str(python), str(HERE / "adapters" / row["adapter"]), str(corpus), str(out),
                str(threads), json.dumps(row[settings])]

    return Contestant(row["name"], settings, command, tuple(row.get("threads", (1, 2))),
                      lambda out, _: answers.of_adapter(out))


def peers() -> list[Contestant]:
    return [_peer(row, settings) for row in table()["peer"] if installed(row["environment"])
            for settings, value in row.items() if isinstance(value, dict)]


def _dedup(binary: str) -> Command:
    return lambda corpus, out, threads: [binary, "dedup", str(corpus), "-o", str(out / "kept.jsonl"),
                                         "--threads", str(threads), "--quiet"]


def _audit(binary: str) -> Command:
    return lambda corpus, out, threads: [binary, "audit", str(corpus), "--out", str(out),
                                         "--threads", str(threads), "--quiet"]


def rashomon(before: pathlib.Path | None = None) -> list[Contestant]:
    """Our two commands, and the audit of an earlier binary, to show what has changed."""
    binary = str(BUILD / "tools/cli/rashomon")

    def read_audit(out: pathlib.Path, corpus: pathlib.Path) -> score.Answer:
        return answers.of_audit(out, answers.places(corpus))

    found = frozenset({0, 1})
    return [
        Contestant("rashomon dedup", "contract", _dedup(binary), (1, 2),
                   lambda out, corpus: answers.of_dedup(out, answers.places(corpus))),
        Contestant("rashomon audit", "contract", _audit(binary), (1, 2), read_audit, found),
        *([Contestant("rashomon audit", "before", _audit(str(before)), (1, 2), read_audit, found)]
          if before else []),
    ]


def floor() -> list[Contestant]:
    """What the machine needs to copy, hash, parse and count the same bytes."""
    wanted = {
        "cat": ["cat", "{}"],
        "xxhsum -H3": ["xxhsum", "-H3", "{}"],
        "wc -w": ["env", "LC_ALL=C.UTF-8", "wc", "-w", "{}"],
        "simdjson parse": [str(BUILD / "bench/rivals/parse_floor"), "{}"],
        "Python json, split": ["python3", str(HERE / "adapters/read_floor.py"), "{}"],
    }
    return [Contestant(name, "floor",
                       lambda corpus, _out, _threads, words=tuple(words):
                       [word.replace("{}", str(corpus)) for word in words], (1,))
            for name, words in wanted.items() if shutil.which(words[0])]
