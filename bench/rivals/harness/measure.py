"""What does a command cost: wall time, processor time, memory and disk.

Memory is that of the whole process tree: every tenth of a second the proportional
set sizes of all processes of the command's session are added up, so that pages that
forked workers share count once; the kernel's own peak of the command is the floor,
for runs shorter than the sampling. Disk is the most that its folder held.
"""
import dataclasses
import json
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

SAMPLE_SECONDS = 0.1
LAUNCH = str(pathlib.Path(__file__).with_name("launch.py"))


@dataclasses.dataclass(frozen=True)
class Cost:
    seconds: float
    cpu_seconds: float
    peak_bytes: int
    disk_bytes: int
    exit: int  # 124 where the time limit ended it, as timeout(1) says it


def _session_of(process: str) -> int | None:
    try:
        stat = pathlib.Path("/proc", process, "stat").read_text()
    except OSError:
        return None
    return int(stat.rpartition(")")[2].split()[3])


def _resident_bytes(session: int) -> int:
    total = 0
    for process in filter(str.isdigit, os.listdir("/proc")):
        if int(process) == session or _session_of(process) != session:
            continue  # the launcher is not the command
        try:
            lines = pathlib.Path("/proc", process, "smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


def folder_bytes(folder: pathlib.Path) -> int:
    total = 0
    for path, _, names in os.walk(folder):  # passes over folders that have gone
        for name in names:
            try:
                total += os.lstat(os.path.join(path, name)).st_size
            except OSError:
                continue  # a temporary file that has gone
    return total


class _Sampler(threading.Thread):
    """Watches a session until told to stop; ends it where it takes too long."""

    def __init__(self, session: int, folder: pathlib.Path, limit: float) -> None:
        super().__init__(daemon=True)
        self._session, self._folder, self._limit = session, folder, limit
        self._done = threading.Event()
        self.peak_bytes = self.disk_bytes = 0
        self.gave_up = False

    def run(self) -> None:
        begin = time.monotonic()
        while not self._done.wait(SAMPLE_SECONDS):
            self.peak_bytes = max(self.peak_bytes, _resident_bytes(self._session))
            self.disk_bytes = max(self.disk_bytes, folder_bytes(self._folder))
            if time.monotonic() - begin > self._limit and not self.gave_up:
                self.gave_up = True
                os.killpg(self._session, signal.SIGKILL)

    def stop(self) -> None:
        self._done.set()
        self.join()


def run(command: list[str], folder: pathlib.Path, cores: int, limit: float,
        environment: dict[str, str] | None = None) -> Cost:
    """Runs `command` on the first `cores` processors, its talk in FOLDER/talk.txt."""
    result = folder / "cost.json"
    launched = [sys.executable, "-I", "-S", LAUNCH, str(result),
                "taskset", "-c", f"0-{cores - 1}", *command]
    with (folder / "talk.txt").open("wb") as talk:
        process = subprocess.Popen(launched, stdin=subprocess.DEVNULL, stdout=talk, stderr=talk,
                                   start_new_session=True, env={**os.environ, **(environment or {})})
        sampler = _Sampler(process.pid, folder, limit)
        sampler.start()
        process.wait()
        sampler.stop()
    if sampler.gave_up:
        return Cost(limit, limit, sampler.peak_bytes, sampler.disk_bytes, 124)
    own = json.loads(result.read_text())
    return Cost(own["seconds"], own["cpu_seconds"], max(sampler.peak_bytes, own["peak_bytes"]),
                max(sampler.disk_bytes, folder_bytes(folder)), own["exit"])
