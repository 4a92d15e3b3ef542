"""datasketch: MinHash.generator and MinHashLSH, candidates as they come."""
import task
import xxhash
from datasketch import MinHash, MinHashLSH


def main() -> None:
    job = task.arguments()
    options = {"num_perm": job.settings["num_perm"]}
    if job.settings["hash"] == "xxh32":
        options["hashfunc"] = xxhash.xxh32_intdigest
    params = job.settings.get("params")
    lsh = MinHashLSH(threshold=job.settings["threshold"], num_perm=options["num_perm"],
                     params=tuple(params) if params else None)
    sets = ([t.encode() for t in task.tokens(text, job.settings["tokens"])]
            for text in task.texts(job.corpus))
    pairs = []
    for number, sketch in enumerate(MinHash.generator(sets, **options)):
        pairs.extend((other, number) for other in lsh.query(sketch))
        lsh.insert(number, sketch, check_duplication=False)
    task.write_pairs(job, pairs)


if __name__ == "__main__":
    main()
