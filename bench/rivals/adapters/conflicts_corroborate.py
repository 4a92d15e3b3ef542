"""corroborate: is anything said in the second text that the first does not bear out?

ADAPTER PAIRS OUT reads lines of two texts and writes the places of those where a
critical finding stands in either direction.
"""
import json
import pathlib
import sys

import corroborate


def unlike(a: str, b: str) -> bool:
    return not corroborate.check_answer(query="", retrieved_chunks=[a], answer=b).ok()


def main() -> None:
    pairs, out = map(pathlib.Path, sys.argv[1:3])
    with pairs.open(encoding="utf8") as lines, (out / "flags.txt").open("w") as flags:
        for place, line in enumerate(lines):
            a, b = json.loads(line)
            if unlike(a, b) or unlike(b, a):
                flags.write(f"{place}\n")


if __name__ == "__main__":
    main()
