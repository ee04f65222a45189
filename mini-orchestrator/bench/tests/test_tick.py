import pathlib
import tempfile
import unittest

import scripts  # noqa: F401  puts the bench on the path
import tick


class TickTest(unittest.TestCase):
    def test_a_step_is_as_late_as_it_begins_after_its_minute_and_early_minutes_do_not_count(self):
        with tempfile.TemporaryDirectory() as folder:
            command = "sh -c 'echo 59.9 > {marks}; echo 120.25 >> $BENCH_MARKS; echo 185.5 >> {marks}'"
            daemon = tick.Daemon("shell", command, pathlib.Path(folder))
            self.assertEqual(daemon.process.wait(60), 0)
            daemon.end()
            self.assertEqual(daemon.delays(120), [0.25, 5.5])

    def test_what_is_ended_has_ended(self):
        with tempfile.TemporaryDirectory() as folder:
            daemon = tick.Daemon("shell", "sleep 600", pathlib.Path(folder))
            daemon.end()
            self.assertIsNotNone(daemon.process.poll())
            self.assertEqual(daemon.delays(0), [])


if __name__ == "__main__":
    unittest.main()
