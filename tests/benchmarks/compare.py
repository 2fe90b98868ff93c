"""claimcheck beside what users would pick instead: python -m tests.benchmarks.compare [--write] [--long].

Prints CPU time (user and system) and peak memory of whole processes on one page, measured in turn, then what the
library costs once it is loaded, screening on one core and on two, and the cost of long texts. proselint and write-good
are installed into a temporary folder where pip and npm can. `--write` puts it all into RESULTS.md and the plot into
cold.svg; `--long` measures texts up to 10 MB instead of 1 MB.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tests.benchmarks import peers, plot, screen
from tests.benchmarks.measure import ROOT, in_turn

HERE = Path(__file__).parent
PAGE = "corpus/examples/elementor-landing.html"


def as_text(folder):
    """The words of the example page as a file of text, for tools that read no HTML."""
    from claimcheck.read import read_path

    path = Path(folder) / "page.txt"
    path.write_text("\n\n".join(block.text for block in read_path(ROOT / PAGE).blocks), "utf-8")
    return path


def cold(text):
    """The commands of a cold check of one page."""
    check = [sys.executable, "-m", "claimcheck", "check"]
    proselint, write_good = peers.proselint(), peers.write_good()
    commands = {
        "proselint 0.16.0, text": proselint and [*proselint, text],
        "claimcheck --no-suggest, HTML": [*check, PAGE, "--no-suggest"],
        "claimcheck --no-suggest, text": [*check, text, "--no-suggest"],
        "claimcheck with suggestions, HTML": [*check, PAGE],
        "write-good 1.0.8, text": write_good and [*write_good, text],
        "python -c 'import typer'": [sys.executable, "-c", "import typer"],
        "python -c 'import claimcheck'": [sys.executable, "-c", "import claimcheck"],
        "python -c pass": [sys.executable, "-c", "pass"],
    }
    return {name: command for name, command in commands.items() if command}


def inside(task, *arguments):
    command = [sys.executable, "-m", "tests.benchmarks.inside", task, *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}
    return json.loads(subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout)


def cold_lines(costs):
    yield "| whole process, one page | CPU ms | peak MB | CPU to the first, pair by pair |"
    yield "| --- | --- | --- | --- |"
    for name, cost in costs.items():
        yield f"| {name} | {cost.cpu * 1e3:.0f} | {cost.memory:.0f} | {cost.ratio:.2f} |"


def library_lines():
    yield "| loaded library, one core | CPU |"
    yield "| --- | --- |"
    fresh, rewrites = inside("latency"), inside("suggestions")
    yield f"| a sentence, never seen | {fresh['sentence_us']:.0f} µs |"
    yield f"| a sentence, seen before | {fresh['sentence_again_us']:.0f} µs |"
    yield f"| a page of 200 segments, never seen | {fresh['page_200_ms']:.1f} ms |"
    yield f"| the same page again | {fresh['page_200_again_ms']:.1f} ms |"
    yield f"| the example page, without suggestions and with | {rewrites['page_ms']:.0f} and {rewrites['suggested_ms']:.0f} ms |"
    yield f"| one suggestion | {rewrites['finding_ms']:.1f} ms |"
    peer = inside("regression")
    yield f"| TF-IDF + logistic regression, a sentence alone | {peer['one_by_one_us']:.0f} µs |"
    yield f"| TF-IDF + logistic regression, a sentence of 1,000 | {peer['together_us']:.0f} µs |"
    if encoder := inside("embeddings"):
        yield f"| sentence embeddings, a sentence of 100 | {encoder['together_us']:.0f} µs |"


def length_lines(sizes):
    yield "| text | CPU s | s a MB | peak MB |"
    yield "| --- | --- | --- | --- |"
    for size in sizes:
        one = inside("length", size)
        each = one["seconds"] / one["megabytes"]
        yield f"| {one['megabytes']:.2f} MB | {one['seconds']:.1f} | {each:.1f} | {one['peak_mb']:.0f} |"


def screen_lines(rows):
    core = json.loads(screen.apart("--only", "core", "--core", 2_000))
    yield "| screening, one core, CPU | |"
    yield "| --- | --- |"
    yield f"| ads of 280 characters | {core['ads_a_second_cpu']:,} a second |"
    yield f"| text | {core['text_mb_a_second_cpu']:.2f} MB a second |"
    yield f"| HTML pages of {core['page_kb']} KB, each as the last | {core['pages_a_second_cpu']:.0f} a second |"
    yield ""
    yield "| a whole run | rows a second | workers' CPU µs a row | peak MB a worker |"
    yield "| --- | --- | --- | --- |"
    with tempfile.TemporaryDirectory() as folder:
        for count, workers in [(rows, 1), (rows, 2), (4 * rows, 2)]:
            source = Path(folder) / f"{count}.csv"
            screen.write_ads(source, count)
            run = json.loads(screen.apart("--only", source, "--workers", workers))
            name = f"{count:,} ads, {workers} worker{'s' if workers > 1 else ''}"
            yield f"| {name} | {run['rows_a_second']:,} | {run['workers_us_a_row_cpu']:.0f} | {run['worker_peak_mb']:.0f} |"


def machine():
    found = {}
    for name in ("claimcheck-health", "typer", "scikit-learn", "numpy"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "absent"
    packages = ", ".join(f"{name} {number}" for name, number in found.items())
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "?"
    return f"Python {platform.python_version()}, {packages}; {platform.machine()}, {os.cpu_count()} cores, load {load}."


def sections(options):
    """Titles and lines, each measured as it is asked for."""
    with tempfile.TemporaryDirectory() as folder:
        costs = in_turn(cold(as_text(folder)), options.runs)
    if options.write:
        (HERE / "cold.svg").write_text(plot.bars({name: cost.cpu * 1e3 for name, cost in costs.items()}), "utf-8")
    yield machine(), cold_lines(costs)
    yield "", library_lines()
    yield "", screen_lines(options.rows)
    yield "", length_lines((0.1, 1, 10) if options.long else (0.1, 0.3, 1))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--runs", type=int, default=7, help="how often each cold command runs")
    parser.add_argument("--rows", type=int, default=5_000, help="ads of a screening run")
    options = parser.parse_args()
    told = []
    for title, lines in sections(options):
        for line in (title, *lines, ""):
            print(line, flush=True)
            told.append(line)
    if options.write:
        path = HERE / "RESULTS.md"
        head, _, _ = path.read_text("utf-8").partition("<!-- measured -->")
        path.write_text(f"{head}<!-- measured -->\n" + "\n".join(told), "utf-8")


if __name__ == "__main__":
    main()
