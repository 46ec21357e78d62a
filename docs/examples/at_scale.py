"""
Check and correct thousands of issues with dask: on the processors of this machine, or on a cluster.

    python at_scale.py --issues 20000                                       200,000 papers, a process for each processor
    python at_scale.py --issues 20000 --scheduler tcp://scheduler:8786      the same on a cluster that is running

Each task reads a batch of texts, validates them, applies the safe fixes and sends the corrected issues back as values.
What is printed: the findings by rule, what a paper costs to send, and the processor time. The texts are made here, by
number, so that nothing has to be downloaded; put your own in the place of `text_of`. Needs mlweekly, dask, distributed.
"""
# distributed is typed in part.
# pyright: basic

from __future__ import annotations

import argparse
import pickle
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from time import process_time

from dask.base import tokenize
from distributed import Client, as_completed

import mlweekly
from mlweekly import Series

SUBJECTS = ("speech", "code", "graphs", "images", "proofs", "tables", "robots", "proteins", "weather", "maps", "music")
METHODS = ("Sparse", "Guided", "Recursive", "Frozen", "Mixed", "Distilled", "Quantized", "Causal", "Latent", "Elastic")
FIRST_MONDAY, WEEKS = date(2015, 1, 5), 500


def main(arguments: Sequence[str] | None = None) -> None:
    """
    Run the batches and print what they found and cost.
    """
    parser = argparse.ArgumentParser(prog="at_scale.py", description="Check thousands of issues with dask.")
    parser.add_argument("--issues", type=int, default=20_000, help="how many, of ten papers each")
    parser.add_argument("--batch", type=int, default=100, help="issues a task")
    parser.add_argument("--workers", type=int, help="processes on this machine")
    parser.add_argument("--scheduler", help="the address of a cluster; without one, a cluster is started here")
    options = parser.parse_args(arguments)
    numbers = range(options.issues)
    batches = [numbers[start : start + options.batch] for start in range(0, options.issues, options.batch)]
    if options.scheduler is None:
        client = Client(n_workers=options.workers, threads_per_worker=1, dashboard_address=":0")
    else:
        client = Client(options.scheduler)
    with client:
        run(client, batches)


def run(client: Client, batches: Sequence[range]) -> None:
    """
    Send the batches out, and take the values that come back one by one, so that they never are all in memory.
    """
    findings: Counter[str] = Counter()
    papers = size = 0
    worked = 0.0
    for _, (series, token, codes, seconds) in as_completed(client.map(check, batches), with_results=True):
        if tokenize(series) != token:
            raise SystemExit("a value is not what was sent")
        findings += codes
        papers += sum(len(issue.papers) for issue in series)
        size += len(pickle.dumps(series, protocol=5))
        worked += seconds
    print(f"{papers} papers, {size} bytes: {size / papers:.0f} a paper")
    print("findings:", ", ".join(f"{code} {count}" for code, count in sorted(findings.items())))
    print(f"{worked:.0f} s of processor time in the tasks, {process_time():.0f} s here")


def check(numbers: range) -> tuple[Series, str, Counter[str], float]:
    """
    Return the corrected issues of a batch, their token, how often each rule found something, and the processor time.
    """
    started = process_time()
    reports = [mlweekly.validate(mlweekly.markdown.loads(text_of(number))) for number in numbers]
    series = Series([report.fix() for report in reports])
    codes = Counter(each.code for report in reports for each in report.findings)
    return series, tokenize(series), codes, process_time() - started


def text_of(number: int) -> str:
    """
    Return the text of an issue: ten papers of one week of 2015 to 2024.

    Every tenth issue has a link with a tracking parameter; some have papers that are newer than their week.
    """
    monday = FIRST_MONDAY + timedelta(weeks=number % WEEKS)
    rows = [row(number, rank, monday) for rank in range(1, 11)]
    title = f"Papers of the Week ({monday} - {monday + timedelta(days=6)})"
    return "\n".join([f"## {title}", "| **Paper** | **Links** |", "| --- | --- |", *rows, ""])


def row(number: int, rank: int, monday: date) -> str:
    """
    Return a row of the table: title, summary, and a link to the paper.
    """
    method, subject = METHODS[rank - 1], SUBJECTS[number % len(SUBJECTS)]
    summary = (
        f"A model for {subject} that is trained on {10 * number + rank} examples and asked about all others. "
        f"It is compared with {rank + 2} others on the same data; what it gains is shown step by step, and so is what "
        f"it costs: {rank}.5 hours on one processor, and {10 * rank} GB of memory at the peak. The authors say where "
        f"the method fails, and give the code, the data and the settings of every run."
    )
    mistake = "?utm_source=letter" if number % 10 == 0 and rank == 1 else ""
    url = f"https://arxiv.org/abs/{monday:%y%m}.{10 * (number % 300) + rank:05}{mistake}"
    return f"| {rank}) **{method} Models of {subject.title()}** - {summary} | [Paper]({url}) |"


if __name__ == "__main__":
    main()
