#!/usr/bin/env python3
"""The guard lets pass what is as good as before, and nothing that is worse."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench/guard"))
import compare  # noqa: E402


def verdicts(changes: list[compare.Change]) -> dict[str, str]:
    return {change.row: change.verdict for change in changes}


class Compare(unittest.TestCase):
    def test_a_twentieth_more_instructions_pass_and_more_do_not(self):
        before = {"a": 1000, "b": 1000, "c": 1000}
        self.assertEqual(verdicts(compare.instructions(before, {"a": 1050, "b": 1051, "c": 949})),
                         {"b": "worse", "c": "better"})

    def test_a_share_may_sink_by_one_in_a_hundred(self):
        before = {"recall": 0.90, "precision": 0.90, "borders": 0.90}
        now = {"recall": 0.89, "precision": 0.889, "borders": 0.92}
        self.assertEqual(verdicts(compare.quality(before, now)),
                         {"precision": "worse", "borders": "better"})

    def test_every_further_alarm_is_worse(self):
        before = {"alarms: a": 0, "alarms: b": 3, "alarms: c": 2}
        now = {"alarms: a": 1, "alarms: b": 2, "alarms: c": 2}
        self.assertEqual(verdicts(compare.quality(before, now)),
                         {"alarms: a": "worse", "alarms: b": "better"})

    def test_a_row_that_is_no_longer_measured_is_gone_and_another_new(self):
        self.assertEqual(verdicts(compare.quality({"a": 1.0}, {"b": 1.0})),
                         {"a": "gone", "b": "new"})


if __name__ == "__main__":
    unittest.main()
