"""text-dedup: its own commands, `minhash` or `simhash`; the clusters are its union-find's."""
import os
import pickle
import subprocess
import sys

import task


def main() -> None:
    job = task.arguments()
    output = job.out / "text-dedup"
    command = [sys.executable, "-m", f"text_dedup.{job.settings['algorithm']}",
               "--path", "json", "--data_files", str(job.corpus), "--split", "train",
               "--column", "text", "--cache_dir", str(job.out / "cache"),
               "--output", str(output), "--num_proc", str(job.threads), "--debug"]
    for name, value in job.settings.get("options", {}).items():
        command += [f"--{name}", str(value)]
    environment = {**os.environ, "HF_HUB_OFFLINE": "1", "HF_HOME": str(job.out / "cache")}
    subprocess.run(command, check=True, env=environment, stdout=sys.stderr)
    with (output / "uf.pkl").open("rb") as file:
        parents = pickle.load(file)
    parents = getattr(parents, "parent", parents)
    pairs = ((int(a), int(b)) for a, b in parents.items() if int(a) != int(b))
    task.write_pairs(job, pairs)


if __name__ == "__main__":
    main()
