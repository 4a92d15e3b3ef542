"""datatrove: its four MinHash stages with the local executor, as its example has them."""
import task
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import (MinhashConfig, MinhashDedupBuckets,
                                              MinhashDedupCluster, MinhashDedupFilter)
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers.jsonl import JsonlWriter
from datatrove.utils.hashing import HashConfig


def by_place(_reader, data: dict, _path: str, place: int) -> dict:
    """Names a document by its place in the file, which datatrove hands back."""
    return {"text": data["text"], "id": str(place)}


def main() -> None:
    job = task.arguments()
    config = MinhashConfig(num_buckets=job.settings["num_buckets"],
                           hashes_per_bucket=job.settings["hashes_per_bucket"],
                           hash_config=HashConfig(precision=job.settings["precision"]))
    base = job.out / "datatrove"

    def execute(stage: str, pipeline: list, tasks: int) -> None:
        LocalPipelineExecutor(pipeline=pipeline, tasks=tasks, workers=job.threads,
                              logging_dir=str(base / "logs" / stage)).run()

    reader = JsonlReader(str(job.corpus.parent), glob_pattern=job.corpus.name,
                         adapter=by_place)
    execute("signatures", [reader, MinhashDedupSignature(f"{base}/signatures", config=config)], 1)
    execute("buckets", [MinhashDedupBuckets(f"{base}/signatures", f"{base}/buckets",
                                            config=config)], config.num_buckets)
    execute("cluster", [MinhashDedupCluster(f"{base}/buckets", f"{base}/remove", config=config,
                                            save_cluster_id=True)], 1)
    execute("filter", [reader, MinhashDedupFilter(
        f"{base}/remove", load_cluster_ids=True,
        exclusion_writer=JsonlWriter(f"{base}/removed", compression=None)),
        JsonlWriter(f"{base}/kept", compression=None)], 1)

    members: dict[int, list[int]] = {}
    for folder in ("kept", "removed"):
        for file in sorted((base / folder).glob("*.jsonl")):
            with file.open("rb") as lines:
                for record in map(task.loads, lines):
                    cluster = record.get("metadata", {}).get("minhash_cluster_id", -1)
                    if cluster is not None and cluster != -1:
                        members.setdefault(cluster, []).append(int(record["id"]))
    task.write_pairs(job, ((group[0], other) for group in members.values() for other in group[1:]))


if __name__ == "__main__":
    main()
