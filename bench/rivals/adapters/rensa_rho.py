"""rensa's advertised batch path (rho): samples token positions, flags documents."""
import task
from rensa import RMinHash, RMinHashLSH


def main() -> None:
    job = task.arguments()
    num_perm = job.settings["num_perm"]
    if job.settings["tokens"] == "words":
        lists = [text.split() for text in task.texts(job.corpus)]
    else:
        lists = [list(dict.fromkeys(map(" ".join, zip(*(words[i:] for i in range(5))))))
                 for words in map(task.WORD.findall, map(str.lower, task.texts(job.corpus)))]
    sketches = RMinHash.digest_matrix_from_token_sets_rho(
        lists, num_perm, 42, probes=job.settings["probes"])
    lsh = RMinHashLSH(threshold=job.settings["threshold"], num_perm=num_perm,
                      num_bands=job.settings["num_bands"])
    flags = lsh.query_duplicate_flags_matrix_one_shot(sketches)
    task.write_flags(job, (number for number, flag in enumerate(flags) if flag))


if __name__ == "__main__":
    main()
