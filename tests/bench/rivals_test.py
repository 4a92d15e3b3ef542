#!/usr/bin/env python3
"""The benchmark beside other tools counts, times and scores as its page says."""
import pathlib
import re
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench/rivals"))
from harness import contestants, measure, results, score, tables, verdict  # noqa: E402


class Score(unittest.TestCase):
    TRUTH = {(0, 1): 1.0, (1, 2): 0.75, (0, 2): 0.72, (3, 4): 0.6}

    def test_a_pair_is_found_where_a_chain_of_named_pairs_joins_it(self):
        got = score.score(score.of_pairs([(0, 1), (1, 2)]), self.TRUTH, 0.7)
        self.assertEqual((got["true_pairs"], got["recall"], got["precision"]), (3, 1.0, 1.0))

    def test_a_named_pair_below_the_threshold_is_wrong(self):
        got = score.score(score.of_pairs([(1, 0), (3, 4), (2, 4)]), self.TRUTH, 0.7)
        self.assertAlmostEqual(got["precision"], 1 / 3)

    def test_of_a_group_the_first_is_kept_and_the_others_are_marked(self):
        self.assertEqual(score.of_pairs([(5, 2), (2, 9), (7, 7)]).marked, {5, 9})

    def test_a_pair_is_resolved_where_one_of_its_documents_goes(self):
        got = score.score(score.of_marked([1]), self.TRUTH, 0.7)
        self.assertAlmostEqual(got["resolved"], 2 / 3)  # not (0, 2)
        self.assertEqual(got["rightly_removed"], 1.0)

    def test_a_document_like_no_other_is_removed_wrongly(self):
        got = score.score(score.of_marked([1, 3]), self.TRUTH, 0.7)
        self.assertEqual(got["rightly_removed"], 0.5)

    def test_reasons_to_remove_are_no_groups(self):
        reasons = score.Answer(frozenset({(0, 1), (0, 2)}), frozenset({1, 2}), grouped=False)
        got = score.score(reasons, self.TRUTH, 0.7)
        self.assertEqual((got["resolved"], got["precision"]), (1.0, 1.0))
        self.assertNotIn("recall", got)

    def test_a_tool_that_only_marks_has_no_recall_of_pairs(self):
        self.assertNotIn("recall", score.score(score.of_marked([1]), self.TRUTH, 0.5))

    def test_no_truth_and_no_answer_have_no_share(self):
        got = score.score(score.of_pairs([]), {}, 0.5)
        self.assertEqual((got["recall"], got["precision"]), (None, None))


class Measure(unittest.TestCase):
    def cost(self, program: str, limit: float = 30) -> measure.Cost:
        with tempfile.TemporaryDirectory() as folder:
            return measure.run([sys.executable, "-c", program], pathlib.Path(folder), 1, limit,
                               {"FOLDER": folder})

    def test_memory_of_child_processes_counts(self):
        cost = self.cost("import subprocess, sys, time\n"
                         "child = 'import time; held = bytearray(b\"x\" * 80_000_000); time.sleep(0.6)'\n"
                         "subprocess.run([sys.executable, '-c', child], start_new_session=False)")
        self.assertEqual(cost.exit, 0)
        self.assertGreater(cost.peak_bytes, 80_000_000)
        self.assertLess(cost.peak_bytes, 200_000_000)

    def test_the_most_that_the_folder_held_counts(self):
        cost = self.cost("import os, time; p = os.environ['FOLDER'] + '/spill'\n"
                         "open(p, 'wb').write(bytes(3_000_000)); time.sleep(0.5); os.remove(p)")
        self.assertGreaterEqual(cost.disk_bytes, 3_000_000)

    def test_a_run_over_the_limit_is_ended_and_says_so(self):
        cost = self.cost("import time; time.sleep(60)", limit=0.3)
        self.assertEqual(cost.exit, 124)
        self.assertLess(cost.seconds, 20)

    def test_the_exit_code_is_the_commands_own(self):
        self.assertEqual(self.cost("raise SystemExit(3)").exit, 3)


def run(who: str, seconds: float, recall: float, settings: str = "tuned", **more) -> dict:
    return {"type": "run", "corpus": "c", "who": who, "settings": settings, "threads": 1,
            "seconds": seconds, "cpu_seconds": seconds, "peak_bytes": 5_000_000, "disk_bytes": 0, "exit": 0,
            "scores": [{"least": 0.7, "resolved": recall, "rightly_removed": 1.0}]} | more


class Results(unittest.TestCase):
    def test_times_are_medians_of_the_rounds_that_ended_well(self):
        rows = [run("a", 1, 1), run("a", 9, 1), run("a", 2, 1), run("a", 99, 1, failed="no")]
        self.assertEqual(results.summaries(rows, "c")[0].median(), 2)

    def test_what_never_ended_well_says_why(self):
        (row,) = results.summaries([run("a", 9, 1, failed="stopped after 9 s")], "c")
        self.assertEqual((row.failed, row.median()), ("stopped after 9 s", None))

    def test_time_is_compared_at_equal_recall_only(self):
        rows = results.summaries([run("rashomon dedup", 2, 0.999), run("fast", 1, 0.9),
                                  run("slow", 8, 0.995)], "c")
        self.assertEqual([r.who for r in verdict.equals(rows)], ["slow"])

    def test_everything_in_which_a_peer_is_better_is_said(self):
        rows = results.summaries([run("rashomon dedup", 2, 0.999), run("fast", 1, 0.9)], "c")
        self.assertEqual(verdict.better(rows), ["**processor time, resolving fewer pairs** "
                                                "(ours 2.00 s): fast (tuned) 1.00 s"])

    def test_pairs_are_compared_with_what_the_audit_names(self):
        def named(recall):
            return {"scores": [{"least": 0.7, "resolved": 0.5, "rightly_removed": 1.0, "recall": recall,
                                "precision": 1.0}]}

        rows = results.summaries([run("rashomon dedup", 1, 1), run("rashomon audit", 9, 1, **named(0.7)),
                                  run("slow", 8, 1, **named(0.9))], "c")
        self.assertEqual(verdict.better(rows), ["**pairs found, J ≥ 0.7, `rashomon audit`** "
                                                "(ours 0.7000): slow (tuned) 0.9000"])

    def test_a_spread_stands_beside_a_median_of_several_rounds(self):
        (row,) = results.summaries([run("a", 1.5, 1), run("a", 1.25, 1), run("a", 2, 1)], "c")
        self.assertEqual(tables.seconds(row, 1), "1.50 (1.25–2.00)")


class Readme(unittest.TestCase):
    def test_the_table_beside_other_tools_is_that_of_the_page(self):
        page = (ROOT / "docs/benchmarks.md").read_text(encoding="utf8")
        part = (ROOT / "README.md").read_text(encoding="utf8").split("## Beside other tools")[1]
        rows = [line for line in part.split("\n## ")[0].splitlines() if line.startswith("|")]
        self.assertGreater(len(rows), 3)
        self.assertIn("\n".join(rows), page)
        (ratio,) = re.findall(r"takes ([\d.]+) times our processor time", part)
        generated = page.split("## generated-10000")[1].split("\n## ")[0]
        self.assertIn(f", {ratio} times ours", generated)


class Peers(unittest.TestCase):
    def test_every_peer_has_an_adapter_pins_and_says_what_it_lacks(self):
        for row in contestants.table()["peer"]:
            with self.subTest(row["name"]):
                self.assertTrue((contestants.HERE / "adapters" / row["adapter"]).is_file())
                self.assertNotEqual(contestants.version(row["environment"]), "unknown")
                self.assertTrue(row["lacks"] and row["documentation"])


if __name__ == "__main__":
    unittest.main()
