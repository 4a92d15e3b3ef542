"""gaoya: MinHashStringIndex with its own tokeniser in Rust and its bulk calls."""
import task
from gaoya.minhash import MinHashStringIndex


def main() -> None:
    job = task.arguments()
    settings = job.settings
    index = MinHashStringIndex(hash_size=settings["hash_size"],
                               jaccard_threshold=settings["threshold"],
                               num_bands=settings["num_bands"], band_size=settings["band_size"],
                               analyzer="word", lowercase=True,
                               ngram_range=tuple(settings["ngram_range"]),
                               id_container=settings["id_container"])
    texts = task.texts(job.corpus)
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    found = index.par_bulk_query(texts)
    task.write_pairs(job, ((other, number) for number, others in enumerate(found)
                           for other in others if other < number))


if __name__ == "__main__":
    main()
