#!/usr/bin/env python3
"""Fails if a file of core/ includes a layer that is not below its own."""
import pathlib
import re
import sys

# Each layer, and the layers it may include. The order is the architecture.
ALLOWED = {
    "base": set(),
    "text": {"base"},
    "io": {"base", "text"},
    "sketch": {"base", "text"},
    "index": {"base", "text", "sketch"},
    "align": {"base", "text"},
    "cluster": {"base"},
    "claims": {"base", "text"},
    "report": {"base"},
    "engine": {"base", "text", "io", "sketch", "index", "align", "cluster", "claims", "report"},
}
# The layer that each public header speaks of; a layer may include the public headers of itself and of what lies
# below it. The result types (claims.h, findings.h) are plain data that every layer may speak of.
PUBLIC = {
    "span": "base", "document": "base", "options": "base", "claims": "base", "findings": "base",
    "audited_texts": "report", "findings_file": "report", "decisions": "engine", "dedup": "engine",
    "minhash": "sketch", "simhash": "sketch", "report": "report", "corpus": "io", "audit": "engine", "rashomon": "engine",
}
INCLUDE = re.compile(r'^\s*#\s*include\s+"(?:core/([a-z_]+)/|rashomon/([a-z_]+)\.h)')


def main(root: pathlib.Path) -> int:
    bad = []
    for path in sorted((root / "core").rglob("*")):
        if path.suffix not in {".h", ".cc"}:
            continue
        layer = path.relative_to(root / "core").parts[0]
        for number, line in enumerate(path.read_text().splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            if layer == "include":
                own = PUBLIC[path.stem]
                if match[1]:
                    bad.append(f"{path}:{number}: a public header may not include core/")
                elif PUBLIC[match[2]] != own and PUBLIC[match[2]] not in ALLOWED[own]:
                    bad.append(f"{path}:{number}: {path.name} may not include {match[2]}.h")
                continue
            target = match[1] or PUBLIC[match[2]]
            if target != layer and target not in ALLOWED[layer]:
                bad.append(f"{path}:{number}: {layer}/ may not include {target}/")
    for folder in ("tools", "samples", "bench"):
        for path in sorted((root / folder).rglob("*")):
            # A micro benchmark times what lies inside.
            if path.suffix in {".h", ".cc"} and path.parent != root / "bench" / "micro":
                for number, line in enumerate(path.read_text().splitlines(), 1):
                    if (found := INCLUDE.match(line)) and found[1]:
                        bad.append(f"{path}:{number}: {folder}/ may include only rashomon/")
    print("\n".join(bad) if bad else "layers: ok")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
