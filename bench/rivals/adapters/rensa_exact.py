"""rensa, all tokens of a document: RMinHashDeduplicator or RMinHash with RMinHashLSH.

`use: "deduplicator"` is the road of its documentation, which keeps the first of
every group and checks the estimate; `use: "lsh"` finds the pairs that share a band.
"""
import task
from rensa import RMinHash, RMinHashDeduplicator, RMinHashLSH

SEED = 42


def flagged(job: task.Task) -> list[int]:
    dedup = RMinHashDeduplicator(threshold=job.settings["threshold"],
                                 num_perm=job.settings["num_perm"], use_lsh=True,
                                 num_bands=job.settings.get("num_bands"), seed=SEED)
    keep = dedup.add_pairs((str(number), task.tokens(text, job.settings["tokens"]))
                           for number, text in enumerate(task.texts(job.corpus)))
    return [number for number, kept in enumerate(keep) if not kept]


def pairs(job: task.Task) -> list[tuple[int, int]]:
    num_perm = job.settings["num_perm"]
    sets = [list(task.tokens(text, job.settings["tokens"])) for text in task.texts(job.corpus)]
    sketches = RMinHash.from_token_sets(sets, num_perm=num_perm, seed=SEED)
    del sets
    lsh = RMinHashLSH(threshold=job.settings["threshold"], num_perm=num_perm,
                      num_bands=job.settings["num_bands"])
    lsh.insert_many(sketches)
    return [(other, number) for number, found in enumerate(lsh.query_all(sketches))
            for other in set(found) if other < number]


def main() -> None:
    job = task.arguments()
    if job.settings["use"] == "deduplicator":
        task.write_flags(job, flagged(job))
    else:
        task.write_pairs(job, pairs(job))


if __name__ == "__main__":
    main()
