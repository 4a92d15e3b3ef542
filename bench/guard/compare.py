"""What of two tables is worse, by more than is let pass?"""
import dataclasses

MORE_INSTRUCTIONS = 0.05  # of the count before; the hash tables differ by a little a run
LOWER_SHARE = 0.01


@dataclasses.dataclass(frozen=True)
class Change:
    row: str
    verdict: str  # "worse", "better", "new" or "gone"
    before: float | None
    now: float | None


def _compare(before: dict, now: dict, loss) -> list[Change]:
    """`loss(row, before, now)` is above 1 where the row is worse, below -1 where better."""
    changes = [Change(row, "gone", before[row], None) for row in before if row not in now]
    for row, value in now.items():
        if row not in before:
            changes.append(Change(row, "new", None, value))
        elif abs(lost := loss(row, before[row], value)) > 1:
            changes.append(Change(row, "worse" if lost > 0 else "better", before[row], value))
    return changes


def instructions(before: dict[str, int], now: dict[str, int]) -> list[Change]:
    return _compare(before, now, lambda _, a, b: (b - a) / (a * MORE_INSTRUCTIONS))


def quality(before: dict[str, float], now: dict[str, float]) -> list[Change]:
    """Shares: more is better. Rows named "alarms…" are counts: less is better."""
    def loss(row: str, a: float, b: float) -> float:
        return (b - a) * 2 if row.startswith("alarms") else (a - b) / (LOWER_SHARE + 1e-9)

    return _compare(before, now, loss)
