"""How many instructions does each kernel of bench/micro/guard_kernels.cc take?

Counted by callgrind, which runs the program on a processor of its own: the same
binary takes the same number on any machine that is busy with anything.
"""
import os
import pathlib
import re
import subprocess
import tempfile


def measured_with(build: pathlib.Path) -> str:
    """What the counts depend on: the compiler of `build`, and whether kernels find AVX2."""
    cache = (build / "CMakeCache.txt").read_text(encoding="utf8")
    path = re.search(r"^CMAKE_CXX_COMPILER:\w+=(.+)$", cache, re.MULTILINE)[1]
    compiler = subprocess.run([path, "--version"], check=True, capture_output=True,
                              text=True).stdout.splitlines()[0]
    flags = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf8").split()
    return f"{compiler}, {'AVX2' if 'avx2' in flags else 'no AVX2'}"


def count(build: pathlib.Path) -> dict[str, int]:
    program = build / "bench/micro/guard_kernels"
    names = subprocess.run([program], check=True, capture_output=True, text=True).stdout.split()
    counts = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            done = subprocess.run(
                ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                 "--toggle-collect=rashomon::Measured*", program, name],
                env={**os.environ, "TMPDIR": folder}, capture_output=True, text=True, check=False)
            collected = re.search(r"Collected : (\d+)", done.stderr)
            if done.returncode or not collected:
                raise SystemExit(f"guard: kernel {name} failed:\n{done.stderr[-800:]}")
            counts[name] = int(collected[1])
    return counts
