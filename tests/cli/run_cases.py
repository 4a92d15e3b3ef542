#!/usr/bin/env python3
"""Runs the cases of a *.cli file (tests/cli/README.md): run_cases.py RASHOMON FILE"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SECONDS = 120


class Case:
    def __init__(self, name, line):
        self.name, self.line = name, line
        self.steps = []  # ["file", name, bytes] or ["run", command, {"exit", "stdout", "stderr"}]


def parse(path):
    cases, block = [], None
    for number, line in enumerate(path.read_text(encoding="utf8").split("\n"), 1):
        if line.startswith("== "):
            cases.append(Case(line[3:].strip(), number))
            block = None
        elif line.startswith("-- "):
            word, _, rest = line[3:].partition(" ")
            case = cases[-1]
            if word in ("file", "bytes"):
                block = []
                case.steps.append([word, rest, block])
            elif word == "run":
                block = None
                case.steps.append(["run", rest, {"exit": 0}])
            elif word == "exit":
                case.steps[-1][2]["exit"] = int(rest)
            elif word in ("stdout", "stderr"):
                block = case.steps[-1][2][word] = []
            else:
                sys.exit(f"{path}:{number}: not a directive: {line}")
        elif block is not None:
            block.append(line)
        elif line.strip() and not line.startswith("#"):
            sys.exit(f"{path}:{number}: belongs to nothing: {line}")
    return cases


def without_last_empty(lines):
    lines = list(lines)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def content(kind, lines):
    lines = without_last_empty(lines)
    if kind == "file":
        return "".join(line + "\n" for line in lines).encode()
    text = "\n".join(lines)
    return re.sub(
        rb"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[nrt0\\])",
        lambda m: {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"0": b"\0", b"\\": b"\\"}.get(m[1])
        or (bytes([int(m[1][1:], 16)]) if m[1][:1] == b"x" else chr(int(m[1][1:], 16)).encode()),
        text.encode(),
    )


def matches(want, got):
    """Whether the lines `got` are as `want` says: a line, "~ regex", or "..." for any lines."""
    reachable = {0}  # of got, after the lines of want so far
    for line in want:
        if line == "...":
            reachable = set(range(min(reachable), len(got) + 1)) if reachable else set()
            continue
        fits = (lambda s: re.search(line[2:], s)) if line.startswith("~ ") else (lambda s: s == line)
        reachable = {i + 1 for i in reachable if i < len(got) and fits(got[i])}
    return len(got) in reachable


def run(case, binary):
    with tempfile.TemporaryDirectory() as folder:
        bin_folder = pathlib.Path(folder) / "bin"
        work = pathlib.Path(folder) / "work"
        bin_folder.mkdir(), work.mkdir()
        (bin_folder / "rashomon").symlink_to(binary)
        environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "TERM")}
        environment |= {"PATH": f"{bin_folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "TERM": "xterm"}
        for kind, what, rest in case.steps:
            if kind != "run":
                target = work / what
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content(kind, rest))
                continue
            done = subprocess.run(["bash", "-c", what], cwd=work, env=environment, stdin=subprocess.DEVNULL,
                                  capture_output=True, timeout=SECONDS, check=False)
            shown = {k: getattr(done, k).decode("utf8", "backslashreplace") for k in ("stdout", "stderr")}
            if done.returncode != rest["exit"]:
                return f"{what}\nexit status {done.returncode}, not {rest['exit']}\n{shown['stdout']}{shown['stderr']}"
            for stream, got in shown.items():
                want = rest.get(stream)
                if want is not None and not matches(without_last_empty(want), got.split("\n")[: got.count("\n") + bool(got.split("\n")[-1])]):
                    return f"{what}\n{stream} is not as expected:\n" + "\n".join(want) + f"\nbut:\n{got}"
    return None


def main():
    binary, path = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    failed = 0
    for case in parse(path):
        trouble = run(case, binary)
        print(f"{'FAILED' if trouble else 'ok    '} {case.name}")
        if trouble:
            failed += 1
            print(f"{path}:{case.line}: {trouble}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
