"""Quantities and conflicts: what do the extractors find, on the labelled sets?

Two sets of quantities that their makers published (newsquant, recognizers) and pairs
of sentences whose numbers differ (mrpc), all beside the repository. Every tool's
output is brought into one form and scored by one rule; what a tool does not state
(the thing that is counted, say) is missing from its score, not guessed.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE.parent / "quality"))
import extracted  # noqa: E402
import newsquant  # noqa: E402
import recognizers  # noqa: E402

from harness import contestants  # noqa: E402

ADAPTERS = {"quantulum3": "claims_quantulum3.py", "recognizers": "claims_recognizers.py"}
CONFLICTS = ("conflict", "disputed", "revised")


class Claims:
    """What one tool found in a list of texts, and how long that took."""

    def __init__(self, tool: str, build: pathlib.Path, texts: list[str]) -> None:
        self.found: list[list[dict]] = [[] for _ in texts]
        with tempfile.TemporaryDirectory() as folder:
            corpus = pathlib.Path(folder, "texts.jsonl")
            corpus.write_text("".join(json.dumps({"id": f"{i:06d}", "text": text}) + "\n"
                                      for i, text in enumerate(texts)), encoding="utf8")
            binary = build / "tools/cli/rashomon"
            python = contestants.ENVIRONMENTS / tool / "bin/python"
            command = ([binary, "claims", corpus] if tool == "rashomon" else
                       [python, "-W", "ignore", HERE / "adapters" / ADAPTERS[tool], corpus, folder])
            begin = time.perf_counter()
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            self.seconds = time.perf_counter() - begin
            lines = (said if tool == "rashomon" else
                     pathlib.Path(folder, "claims.jsonl").read_text(encoding="utf8"))
        for claim in map(json.loads, lines.splitlines()):
            if tool != "rashomon":
                self.found[claim["doc"]].append(of_peer(claim))
            elif claim.get("type") == "claim" and claim["value"]["kind"] in newsquant.KINDS:
                place = int(claim["doc"])
                if claim["value"]["unit"] != "ordinal":
                    self.found[place].append(of_rashomon(claim, texts[place]))


def of_peer(claim: dict) -> dict:
    """The one form: characters, and what newsquant.match() takes."""
    forms = {newsquant.lemma(unit) for unit in claim["units"] if unit != "dimensionless"} - {""}
    kind = "ratio" if forms & {"%", "percentage", "percent"} else "measure" if forms else "number"
    return {"begin": claim["begin"], "end": claim["end"],
            "claim": (tuple(claim["values"]), forms, {""} if not forms else set(), "=", kind)}


def of_rashomon(claim: dict, text: str) -> dict:
    data = text.encode("utf8")
    return {"begin": len(data[:claim["begin"]].decode("utf8", "replace")),
            "end": len(data[:claim["end"]].decode("utf8", "replace")),
            "claim": newsquant.ours(claim, text)}


def newsquant_row(claims: Claims, items: list[dict]) -> dict:
    """F1 of values, and of values with their units, over all sentences."""
    counts = {"value": [0, 0, 0], "value_and_unit": [0, 0, 0]}
    for item, own in zip(items, claims.found):
        hits, _, _ = newsquant.match([c["claim"] for c in own], item["quantities"])
        for name, right in (("value", len(hits)), ("value_and_unit", sum(h[2] for h in hits))):
            for at, more in enumerate((right, len(own), len(item["quantities"]))):
                counts[name][at] += more
    return {name: dict(zip(("precision", "recall", "f1"), newsquant.f1(c)))
            for name, c in counts.items()}


def meets(found: dict, wanted: dict, value: float) -> bool:
    """Do the spans overlap, and is the value one of the claim's?"""
    return (found["begin"] <= wanted["End"] and wanted["Start"] < found["end"]
            and any(newsquant.same_value((v,), (value,)) for v in found["claim"][0]))


def recognizers_cases(folder: pathlib.Path) -> list[tuple[str, list[tuple[dict, float]]]]:
    """(text, [(wanted result, value)]) of the cases of the news kind."""
    cases = []
    for stem, _, case in extracted.news_cases(folder, recognizers.FILES):
        values = [(r, recognizers.value_of(r, recognizers.FILES[stem])) for r in case["Results"]]
        cases.append((case["Input"], [(r, v) for r, v in values if v is not None]))
    return cases


def recognizers_row(claims: Claims, cases: list) -> dict:
    right = sum(all(any(meets(f, r, v) for f in own) for r, v in wanted)
                for (_, wanted), own in zip(cases, claims.found))
    return {"cases": len(cases), "right": right}


def conflicts(sets: pathlib.Path, tool: str, build: pathlib.Path) -> dict:
    """Precision and recall of raising the pairs of sentences that are in conflict."""
    gold = json.loads((sets / "data/mrpc/gold.json").read_text(encoding="utf8"))
    texts: dict[str, list[str]] = {}
    corpus = sets / "data/mrpc/corpus.jsonl"
    for line in corpus.read_text(encoding="utf8").splitlines():
        record = json.loads(line)
        texts.setdefault(record["group"], []).append(record["text"])
    groups = [fact["id"] for fact in gold["facts"]]
    true = {fact["id"] for fact in gold["facts"] if fact["verdict"] in CONFLICTS}
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder)
        if tool == "corroborate":
            pairs = out / "pairs.jsonl"
            pairs.write_text("".join(json.dumps(texts[g]) + "\n" for g in groups), encoding="utf8")
            python = contestants.ENVIRONMENTS / tool / "bin/python"
            subprocess.run([python, HERE / "adapters/conflicts_corroborate.py", pairs, out], check=True)
            raised = {groups[int(line)] for line in (out / "flags.txt").read_text().split()}
        else:
            subprocess.run([build / "tools/cli/rashomon", "audit", corpus, "--quiet", "--out", out],
                           stdout=subprocess.DEVNULL, check=False)
            rows = map(json.loads, (out / "findings.jsonl").read_text(encoding="utf8").splitlines())
            raised = {group for row in rows if row["type"] == "fact"
                      for group in _one_group([c["doc"] for c in row["claims"]])}
    return {"pairs": len(groups), "conflicts": len(true), "raised": len(raised & set(groups)),
            "right": len(raised & true)}


def _one_group(docs: list[str]) -> set[str]:
    """The groups of which a finding joins both sentences."""
    owners = [doc.rpartition("/")[0] for doc in sorted(set(docs))]
    return {owner for owner in owners if owners.count(owner) > 1}


def rows(sets: pathlib.Path, build: pathlib.Path):
    """One raw row for every tool and set; none where the sets are not there."""
    if not (sets / "data/newsquant").is_dir():
        return
    items = json.loads((sets / "data/newsquant/newsquant.json").read_text(encoding="utf8"))
    cases = recognizers_cases(sets / "data/recognizers")
    for tool in ("rashomon", *filter(contestants.installed, ADAPTERS)):
        claims = Claims(tool, build, [item["text"] for item in items])
        yield {"type": "claims", "set": "newsquant", "who": tool, "sentences": len(items),
               "seconds": round(claims.seconds, 3)} | newsquant_row(claims, items)
        claims = Claims(tool, build, [text for text, _ in cases])
        yield {"type": "claims", "set": "recognizers", "who": tool,
               "seconds": round(claims.seconds, 3)} | recognizers_row(claims, cases)
    for tool in ("rashomon", *filter(contestants.installed, ("corroborate",))):
        yield {"type": "claims", "set": "mrpc", "who": tool} | conflicts(sets, tool, build)
