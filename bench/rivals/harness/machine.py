"""On what was it measured, and what else ran."""
import os
import pathlib
import platform
import subprocess


def _first_match(path: str, key: str) -> str:
    try:
        for line in pathlib.Path(path).read_text().splitlines():
            if line.startswith(key):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return "unknown"


def cpu() -> str:
    return _first_match("/proc/cpuinfo", "model name")


def describe(root: pathlib.Path) -> dict:
    def said(*command: str) -> str:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    return {"type": "machine", "cpu": cpu(), "cores": len(os.sched_getaffinity(0)),
            "memory": _first_match("/proc/meminfo", "MemTotal"),
            "system": platform.platform(), "python": platform.python_version(),
            "niceness": os.nice(0), "commit": said("git", "rev-parse", "HEAD"),
            "changed_files": len(said("git", "status", "--porcelain", "-uno").splitlines())}


def load() -> dict:
    """The processes that run or wait to run now, this one left out, and the minute's mean."""
    running = int(pathlib.Path("/proc/loadavg").read_text().split()[3].split("/")[0]) - 1
    return {"running": running, "load_minute": os.getloadavg()[0]}
