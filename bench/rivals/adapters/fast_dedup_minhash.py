"""fast-dedup: MinHash and its estimate. It has no search: every pair is compared."""
import task
from fast_dedup import MinHash


def main() -> None:
    job = task.arguments()
    sketches = []
    for text in task.texts(job.corpus):
        sketch = MinHash(num_permutations=job.settings["num_perm"])
        for token in task.tokens(text, job.settings["tokens"]):
            sketch.update(token)
        sketches.append(sketch)
    least = job.settings["threshold"]
    task.write_pairs(job, ((other, number) for number, sketch in enumerate(sketches)
                           for other in range(number) if sketch.jaccard(sketches[other]) >= least))


if __name__ == "__main__":
    main()
