"""
`at_scale.py` runs on a local cluster, and the values that come back are those that were sent.
"""

from __future__ import annotations

import re
import subprocess
import sys

import mlweekly
from tests.examples.running import EXAMPLES, example

at_scale = example("at_scale")


def test_small_run_on_a_local_cluster() -> None:
    """
    Two hundred papers, in four tasks of a process of its own: two mistakes are found, and a paper is small to send.
    """
    command = [sys.executable, str(EXAMPLES / "at_scale.py"), "--issues", "20", "--batch", "5", "--workers", "1"]
    run = subprocess.run(command, capture_output=True, check=True, text=True, timeout=120)
    size, findings, seconds = run.stdout.splitlines()
    match = re.fullmatch(r"200 papers, \d+ bytes: (\d+) a paper", size)

    assert match is not None
    # Its text has 440; the names of classes and attributes are in each batch once.
    assert 440 < int(match[1]) < 700
    assert findings == "findings: L207 2"
    assert re.fullmatch(r"\d+ s of processor time in the tasks, \d+ s here", seconds)


def test_texts_are_digests_of_ten_papers() -> None:
    """
    Each text is read without doubt; one in ten has a mistake with a safe fix, and that is all that is found.
    """
    for number in range(20):
        document = mlweekly.markdown.parse(at_scale.text_of(number))
        report = mlweekly.validate(document)
        assert (document.problems, document.unplaced) == ((), ())
        assert len(document.series[0].papers) == 10
        assert [each.code for each in report.findings] == (["L207"] if number % 10 == 0 else [])
        assert mlweekly.validate(report.fix()).findings == ()
