"""What screening costs: python -m tests.benchmarks.screen [--rows 10000] [--judge shipped|none] [--workers 1 2].

Ads are the corpus's sentences, joined to about 280 characters; pages are example pages, repeated to about 40 KB. With
`--judge none` a judge that finds nothing takes the shipped one's place: what is left is screening's own cost. Each
measurement runs in a process of its own; figures are printed, nothing is asserted.
"""

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
AD, PAGE = 280, 40_000


class Nothing:
    """A judge that finds nothing."""

    versions = {"tool": "0", "model": "none", "knowledge": "none"}  # noqa: RUF012

    def check(self, text, *, name="", format="text"):
        from claimcheck.finding import Coverage, Result
        from claimcheck.text import Source

        return Result(Source(name, text, format), (), (), Coverage(len(text), len(text)))

    def check_bytes(self, data, *, name="", format=None):
        return self.check(data.decode(), name=name, format=format or "html")


def nothing(_):
    return Nothing()


def texts(count):
    """So many ads, no two the same."""
    files = sorted((ROOT / "corpus" / "pages").glob("*.jsonl"))
    records = (json.loads(line) for file in files for line in file.open(encoding="utf-8"))
    sentences = [segment["text"] for record in records for segment in record["segments"]]
    made, at = 0, 0
    while made < count:
        text = f"Offer {made}."
        while len(text) < AD - 30:
            text += " " + sentences[at % len(sentences)]
            at += 1
        yield text[:AD]
        made += 1


def write_ads(path, count):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("ad_id", "advertiser", "body", "impressions", "date"))
        for number, text in enumerate(texts(count)):
            writer.writerow((f"a{number}", f"Clinic {number % 997}", text, number * 7 % 100_000, "2026-03-01"))


def make(judge):
    return nothing if judge == "none" else None


def run_table(source, judge, workers):
    """A whole run: from CSV to ledger and exports."""
    from claimcheck.screen import Engine, Plan, Reading, Recipe, screen

    begun, cpu = time.perf_counter(), time.process_time()
    with tempfile.TemporaryDirectory() as out:
        plan = Plan(Reading((source,)), Recipe(make=make(judge)), Engine(workers=workers))
        total = screen(plan, Path(out))
    seconds, own = time.perf_counter() - begun, time.process_time() - cpu
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "rows": total.rows,
        "flagged": total.flagged,
        "workers": workers,
        "seconds": round(seconds, 2),
        "rows_a_second": round(total.rows / seconds),
        "main_us_a_row_cpu": round(own / total.rows * 1e6, 1),
        "workers_us_a_row_cpu": round((children.ru_utime + children.ru_stime) / total.rows * 1e6, 1),
        "worker_peak_mb": round(children.ru_maxrss / 1024, 1),
        "main_peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }


def run_core(judge, ads, pages):
    """One core, in this process, judging alone: CPU time."""
    from claimcheck.screen import Recipe, Row, screen_rows

    recipe = Recipe(make=make(judge))
    rows = [Row(n, "s", str(n), text) for n, text in enumerate(texts(ads))]
    sample = (ROOT / "corpus" / "examples" / "elementor-landing.html").read_bytes()
    page = sample * max(1, PAGE // len(sample))
    screen_rows(rows[:20], recipe)
    begun = time.process_time()
    screen_rows(rows, recipe)
    seconds = time.process_time() - begun
    begun = time.process_time()
    screen_rows([Row(n, "s", str(n), page, format="html") for n in range(pages)], recipe)
    page_seconds = time.process_time() - begun
    return {
        "ads_a_second_cpu": round(ads / seconds),
        "text_mb_a_second_cpu": round(sum(len(row.content) for row in rows) / 1e6 / seconds, 3),
        "page_kb": round(len(page) / 1e3),
        "pages_a_second_cpu": round(pages / page_seconds, 2),
    }


def apart(*arguments):
    """The same script in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.benchmarks.screen", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True, text=True).stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="*", default=[10_000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--judge", choices=("shipped", "none"), default="shipped")
    parser.add_argument("--core", type=int, default=500, help="ads to judge on one core, without a run around them")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only == "core":
        print(json.dumps(run_core(options.judge, options.core, max(1, options.core // 100))))
    elif options.only:
        print(json.dumps(run_table(options.only, options.judge, options.workers[0])))
    else:
        print("one core:", apart("--only", "core", "--judge", options.judge, "--core", options.core).strip())
        with tempfile.TemporaryDirectory() as folder:
            for rows in options.rows:
                source = Path(folder) / f"{rows}.csv"
                write_ads(source, rows)
                for workers in options.workers:
                    print(apart("--only", source, "--judge", options.judge, "--workers", workers).strip(), flush=True)


if __name__ == "__main__":
    main()
