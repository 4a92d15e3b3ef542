"""The raw rows of a run, summed up: medians and spread for every contestant."""
import dataclasses
import json
import pathlib
import statistics


@dataclasses.dataclass(frozen=True)
class Summary:
    """All rounds of one contestant with one setting on one corpus."""
    who: str
    settings: str
    seconds: dict[int, list[float]]  # by threads
    cpu_seconds: float | None  # the median on one thread
    peak_bytes: dict[int, float]
    disk_bytes: float
    scores: dict[float, dict]  # by least Jaccard; empty where it finds nothing or failed
    failed: str | None

    def median(self, threads: int = 1) -> float | None:
        return statistics.median(self.seconds[threads]) if self.seconds.get(threads) else None

    def score(self, what: str, least: float = 0.7) -> float | None:
        return self.scores.get(least, {}).get(what)


def read(raw: pathlib.Path) -> list[dict]:
    return [json.loads(line) for line in raw.read_text(encoding="utf8").splitlines()]


def newest(runs: pathlib.Path) -> pathlib.Path:
    """The folder of the last run; folders are named by their date."""
    return max(path.parent for path in runs.glob("*/rivals.jsonl"))


def summaries(rows: list[dict], corpus: str) -> list[Summary]:
    """In the order in which the contestants first ran."""
    groups: dict[tuple[str, str], list[dict]] = {}
    for row in rows:
        if row["type"] == "run" and row["corpus"] == corpus:
            groups.setdefault((row["who"], row["settings"]), []).append(row)
    return [_summary(who, settings, runs) for (who, settings), runs in groups.items()]


def _summary(who: str, settings: str, runs: list[dict]) -> Summary:
    done = [run for run in runs if "failed" not in run]
    threads = sorted({run["threads"] for run in done})

    def of(count: int, what: str) -> list[float]:
        return [run[what] for run in done if run["threads"] == count]

    scores = next((run["scores"] for run in done if "scores" in run), [])
    return Summary(who, settings, {n: of(n, "seconds") for n in threads},
                   statistics.median(of(1, "cpu_seconds")) if 1 in threads else None,
                   {n: statistics.median(of(n, "peak_bytes")) for n in threads},
                   max((run["disk_bytes"] for run in done), default=0),
                   {score["least"]: score for score in scores},
                   None if done else runs[0]["failed"])
