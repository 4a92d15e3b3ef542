"""Runs programs and measures them: what the scripts of this folder share."""
import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / "build/release/tools/cli/rashomon"
GENERATE = ROOT / "build/release/bench/generate/generate"


def run(command: list[str], allowed: set[int]) -> tuple[float, int, float]:
    """Runs `command`; returns its wall time in seconds, its peak memory in bytes, and
    the processor time that it took."""
    with tempfile.TemporaryFile() as talk:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=talk,
                                   env={**os.environ, "LC_ALL": "C.UTF-8"})
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in allowed:
            talk.seek(0)
            sys.exit(f"{' '.join(command)}: exit {process.returncode}\n"
                     f"{talk.read().decode(errors='replace')}")
    # Linux counts KiB.
    return seconds, usage.ru_maxrss * 1024, usage.ru_utime + usage.ru_stime


def processor() -> str:
    """The processor's name."""
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def machine() -> str:
    """The processor's name, and how many of it this process may use."""
    return f"{processor()}, {len(os.sched_getaffinity(0))} CPUs"


def version(binary: pathlib.Path) -> str:
    return subprocess.run([binary, "--version"], capture_output=True, text=True,
                          check=True).stdout.strip()


def save(name: str, binary: pathlib.Path, rows: list[dict]) -> None:
    """Writes bench/runs/DATE-MACHINE/NAME.json."""
    slug = re.sub(r"[^a-z0-9]+", "-", processor().lower()).strip("-")
    folder = ROOT / "bench/runs" / f"{datetime.date.today().isoformat()}-{slug}"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    path.write_text(json.dumps({"tool": version(binary), "machine": machine(),
                                "rows": rows}, indent=1) + "\n")
    print(f"wrote {path.relative_to(ROOT)}")
