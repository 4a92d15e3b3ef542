"""semhash: self_deduplicate over embeddings.

Its documentation loads an embedding model from a hub, which needs a network; here
the static embeddings stand in that the wordllama package ships.
"""
import pathlib

import task
import wordllama
from semhash import SemHash
from wordllama import WordLlama


class Encoder:
    def __init__(self) -> None:
        package = pathlib.Path(wordllama.__file__).parent
        self._model = WordLlama.load(cache_dir=package, disable_download=True)

    def encode(self, sentences, **_):
        return self._model.embed(list(sentences), norm=True)


def main() -> None:
    job = task.arguments()
    records = [{"text": text, "number": number}
               for number, text in enumerate(task.texts(job.corpus))]
    index = SemHash.from_records(records=records, columns=["text"], model=Encoder())
    result = index.self_deduplicate(threshold=job.settings["threshold"])
    pairs = []
    for duplicate in result.filtered:
        own = duplicate.record["number"]
        pairs.extend((other["number"], own) for other, _ in duplicate.duplicates)
    task.write_pairs(job, pairs)


if __name__ == "__main__":
    main()
