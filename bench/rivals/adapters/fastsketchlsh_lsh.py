"""fastsketchlsh: FastSimilaritySketch.batch and LSH.

`pairs: false` is the fused road of its documentation, which only flags documents.
"""
import task
from FastSketchLSH import LSH, FastSimilaritySketch


def main() -> None:
    job = task.arguments()
    size = job.settings["size"]
    sets = [list(task.tokens(text, job.settings["tokens"])) for text in task.texts(job.corpus)]
    sketches = FastSimilaritySketch(size=size, seed=42).batch(sets, num_threads=job.threads)
    del sets
    lsh = LSH(num_perm=size, num_bands=job.settings["bands"], num_threads=job.threads)
    if job.settings["pairs"]:
        lsh.insert(sketches)
        flat, starts = lsh.query(sketches, format="csr")
        flat, starts = flat.tolist(), starts.tolist()
        task.write_pairs(job, ((other, number) for number in range(len(starts) - 1)
                               for other in flat[starts[number]:starts[number + 1]]
                               if other < number))
    else:
        flags = lsh.insert_and_query_duplicates(sketches).tolist()
        task.write_flags(job, (number for number, flag in enumerate(flags) if flag))


if __name__ == "__main__":
    main()
