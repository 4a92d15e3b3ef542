#!/usr/bin/env python3
"""Runs the README's snippets: readme_test.py PROJECT FIRST_PROGRAM

The C++ block is samples/first_program.cc to the letter, and prints a conflict;
the Python block runs in a folder where only tools/ and samples/ are; every file
that the README links to is there.
"""
import pathlib
import re
import subprocess
import sys
import tempfile


def main():
    project, program = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    readme = (project / "README.md").read_text(encoding="utf8")
    blocks = dict(re.findall(r"```(cpp|python)\n(.*?)```", readme, re.DOTALL))

    assert blocks["cpp"] == (project / "samples/first_program.cc").read_text(encoding="utf8")
    out = subprocess.run([program], cwd=project, check=True, capture_output=True, text=True).stdout
    assert "9 years" in out, out

    with tempfile.TemporaryDirectory() as folder:
        for name in ("tools", "samples"):
            (pathlib.Path(folder) / name).symlink_to(project / name)
        run = [sys.executable, "-c", blocks["python"]]
        out = subprocess.run(run, cwd=folder, check=True, capture_output=True, text=True).stdout
    assert "conflict" in out, out

    for link in re.findall(r"\]\(([^)#]+)\)", readme):
        assert link.startswith("http") or (project / link).exists(), f"README links to {link}"


if __name__ == "__main__":
    main()
