"""What strangers' bytes may do, by target: `python -m tests.fuzz --seconds 60 [TARGET ...]` tries them with Atheris.

Atheris (the extra `fuzz`) mutates the seeds in `tests/seeds` towards code that they have not reached yet; each target
states what has to hold, and `tests/test_fuzz.py` runs the same targets on the seeds and on Hypothesis's inputs.
"""

import argparse
import io
import json
import subprocess
import sys
import tempfile
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

SEEDS = Path(__file__).with_name("seeds")
EXAMPLES = Path(__file__).parents[1] / "corpus" / "examples"
_LONGEST_EXAMPLE = 3_000


def seeds(name):
    """What a target begins with: its folder of seeds, and for a reader the openings of the example pages it reads."""
    from claimcheck.read import read_path

    examples = [path for path in sorted(EXAMPLES.iterdir()) if read_path(path).source.format == name]
    own = [path.read_bytes() for path in sorted((SEEDS / name).iterdir())]
    return own + [path.read_bytes()[:_LONGEST_EXAMPLE] for path in examples]


def load():
    """Target name -> function of bytes; imported when asked for, so that Atheris can watch the imports."""
    from claimcheck import know, report
    from claimcheck.checker import Checker
    from claimcheck.errors import ClaimcheckError
    from claimcheck.judge.remember import _read
    from claimcheck.judge.table import WeightTable
    from claimcheck.phrases import Phrases
    from claimcheck.read import FORMATS, plain_segment, read_bytes, segment
    from claimcheck.screen.tables import csv_records, json_records, jsonl_records
    from claimcheck.settings import Settings
    from claimcheck.suppress import beside
    from tests.conftest import KeywordJudge

    checker = Checker(judge=KeywordJudge(), today="2026-01-01")

    def reader(format):
        def read(data):
            try:
                document = read_bytes(data, "page", format)
            except ClaimcheckError:
                return
            size = len(document.source.text)
            assert document.read + document.skipped == size
            for each in segment(document):
                spans = each.spans
                assert spans and each.text.strip()
                assert all(0 <= span.start < span.end <= size for span in spans)
                for disguise in each.disguises:
                    cover = each.offsets.cover(disguise.span.start, disguise.span.end)
                    assert each.span.start <= cover.start < cover.end <= each.span.end

        return read

    def disguises(data):
        text = data.decode("utf-8", "surrogateescape")
        read = plain_segment(text)
        assert all(read.offsets.spans(at, at + 1) for at in range(len(read.text)))

    def reports(data):
        text = data.decode("utf-8", "replace")
        for format in ("html", "markdown"):
            result = checker.check(text, name=f"page\x1b[31m<b>.{format}", format=format)
            for name in report.FORMATS:
                told = "".join(report.render([result], name, tool={"tool": "0", "model": "m", "knowledge": ""}))
                _held(name, told)

    def in_file(suffix, use):
        def run(data):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / f"file{suffix}"
                path.write_bytes(data)
                try:
                    use(path)
                except ClaimcheckError as error:
                    assert error.problem and error.remedy

        return run

    def table(data):
        try:
            weights = WeightTable(data)
        except ClaimcheckError:
            return
        weights.row(12345)

    def rows(data):
        for records in (csv_records, json_records, jsonl_records):
            for record in records(io.BytesIO(data)):
                assert record is not None

    return {
        **{format: reader(format) for format in FORMATS},
        "guessed": reader(None),
        "disguises": disguises,
        "reports": reports,
        "sidecar": in_file("", lambda path: _sidecar(path, beside)),
        "ledger": in_file(".toml", lambda path: know.opened([path])),
        "phrases": in_file(".toml", lambda path: Phrases.load([path])),
        "settings": in_file(".toml", lambda path: _settings(path, Settings)),
        "judgements": in_file(".json", lambda path: _read(path, 1)),
        "weights": table,
        "tables": rows,
    }


def _sidecar(path, beside):
    path.with_name(path.name + ".claimcheck.toml").write_bytes(path.read_bytes())
    beside(path)


def _settings(path, settings):
    path.rename(path.with_name("claimcheck.toml"))
    settings.load({}, folder=path.parent, environment={})


class _Elements(HTMLParser):
    """Notes the elements and handlers of a page."""

    def __init__(self):
        super().__init__()
        self.scripts, self.wrong = 0, []

    def handle_starttag(self, tag, attrs):
        self.scripts += tag == "script"
        for name, value in attrs:
            if name.startswith("on") or name == "src" or (value or "").strip().lower().startswith("javascript:"):
                self.wrong.append((tag, name, value))
        if tag in ("iframe", "object", "embed", "base", "form", "img", "svg"):
            self.wrong.append((tag, "", ""))


def _held(name, told):
    if name == "html":
        page = _Elements()
        page.feed(told)
        assert page.scripts == 1 and not page.wrong
    elif name in ("json", "sarif"):
        json.loads(told)
    elif name == "jsonl":
        for line in told.splitlines():
            json.loads(line)
    elif name == "text":
        assert not [c for c in told if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")]


def _fuzz(name, seconds):
    import atheris

    with atheris.instrument_imports(include=["claimcheck"]):
        import claimcheck.checker  # noqa: F401
    run = load()[name]
    found = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    for number, seed in enumerate(seeds(name)):
        (found / str(number)).write_bytes(seed)
    arguments = [
        sys.argv[0],
        str(found),
        f"-max_total_time={seconds}",
        "-timeout=20",
        "-max_len=20000",
    ]
    atheris.Setup(arguments, run)
    atheris.Fuzz()


def main():
    """Fuzz the named targets, or all, one after another, each in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("targets", nargs="*", metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.here:
        _fuzz(asked.targets[0], asked.seconds)
    failed = []
    for name in asked.targets or sorted(path.name for path in SEEDS.iterdir()):
        command = [sys.executable, "-m", "tests.fuzz", "--here", name, "--seconds", str(asked.seconds)]
        process = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        last = [line for line in process.stderr.splitlines() if line.startswith(("#", "Done"))][-1:]
        print(f"{name}: {'held' if process.returncode == 0 else 'BROKE'} {' '.join(last)}", flush=True)
        if process.returncode:
            failed.append(name)
            print(process.stderr[-3000:])
    raise SystemExit(bool(failed))


if __name__ == "__main__":
    main()
