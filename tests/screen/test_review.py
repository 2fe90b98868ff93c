"""Samples, verdicts and estimates over a run."""

import csv

import pytest

from claimcheck.errors import UsageError
from claimcheck.screen import Ledger, review, sample
from claimcheck.screen.sample import allocation


@pytest.fixture
def run(table, screened):
    texts = ["We cure it {}.", "Discs regrow {}.", "It may help {}.", *["We open at {}."] * 7]
    _, out = screened(table(*({"id": f"a{n}", "body": texts[n % 10].format(n)} for n in range(400)), {"body": ""}))
    ledger = Ledger.open(out)
    yield ledger
    ledger.close()


def filled(path, rows, verdict, **columns):
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(sample.HEAD)
        for row in rows:
            line = dict(zip(sample.HEAD, row, strict=True), verdict=verdict(row), **columns)
            writer.writerow(line[name] for name in sample.HEAD)
    return path


def test_a_sample_is_stratified_and_can_be_drawn_again(run):
    number = sample.draw(run, 60)
    drawn = dict(run.rows("SELECT stratum, COUNT(*) FROM samples WHERE sample = ? GROUP BY 1", (number,)))
    assert sum(drawn.values()) == 60
    assert min(drawn.values()) >= 10
    assert drawn["none"] == max(drawn.values())
    again = sample.draw(run, 60)
    assert list(sample.sheet(run, again)) == list(sample.sheet(run, number))
    other = sample.draw(run, 60, seed=1)
    assert list(sample.sheet(run, other)) != list(sample.sheet(run, number))


def test_the_sheet_does_not_show_what_the_judge_said(run):
    head = sample.HEAD
    assert not {"severity", "confidence", "stratum", "findings"} & set(head)
    rows = list(sample.sheet(run, sample.draw(run, 60)))
    hashes = [row[2] for row in rows]
    assert hashes == sorted(hashes)


@pytest.mark.parametrize(("sizes", "size"), [([1000, 50, 20, 3], 100), ([10, 0, 0, 0], 10), ([5, 5, 5, 5], 20)])
def test_the_allocation_adds_up(sizes, size):
    counts = allocation(sizes, size)
    assert sum(counts) == size
    assert all(count <= there for count, there in zip(counts, sizes, strict=True))
    assert all(count >= min(2, there) for count, there in zip(counts, sizes, strict=True))


def test_a_sample_too_large_is_refused(run):
    with pytest.raises(UsageError, match="cannot be drawn"):
        sample.draw(run, 1000)


def test_the_estimate_finds_the_share(run, tmp_path):
    number = sample.draw(run, 120)
    path = filled(
        tmp_path / "labels.csv",
        sample.sheet(run, number),
        lambda row: "violating" if "cure" in row[3] or "regrow" in row[3] else "clear",
        reviewer="R",
        at="2026-11-28",
    )
    labels, refused = review.read(run, path, {})
    found = sample.prevalence(run, labels)
    assert not refused
    assert (found.labelled, found.missing, found.population, found.faults) == (120, 0, 400, 1)
    for estimate in (found.powered, found.classical):
        assert estimate.low <= 0.2 <= estimate.high
        assert estimate.share == pytest.approx(0.2, abs=0.06)


def test_an_estimate_needs_labels_of_each_stratum(run, tmp_path):
    sample.draw(run, 60)
    with pytest.raises(UsageError, match="Fewer than 2"):
        sample.prevalence(run, [])
    with pytest.raises(UsageError, match="no such sample"):
        sample.prevalence(run, [], 9)


def test_every_verdict_is_kept(run, tmp_path):
    rows = list(sample.sheet(run, sample.draw(run, 20)))
    first = filled(tmp_path / "a.csv", rows, lambda row: "violating", reviewer="R", at="2026-11-27", reason="cure")
    labels, _ = review.read(run, first, {})
    assert (review.record(run, labels), review.record(run, labels)) == (20, 0)
    second = filled(tmp_path / "b.csv", rows[:1], lambda row: "clear", reviewer="S")
    labels, _ = review.read(run, second, {"at": "2026-11-28T09:00", "reason": "satire"})
    review.record(run, labels)
    kept = "SELECT verdict, reviewer, reason FROM verdicts WHERE document = ? ORDER BY at"
    assert list(run.rows(kept, (rows[0][0],))) == [("violating", "R", "cure"), ("clear", "S", "satire")]
    assert run.one("SELECT COUNT(*) FROM verdicts") == 21


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"document": "9999"}, "no such document"),
        ({"document": "x"}, "no such document"),
        ({"hash": "0"}, "hash"),
        ({"verdict": "guilty"}, "none of violating, clear, unsure"),
        ({"reviewer": ""}, "reviewer"),
        ({"at": "yesterday"}, "ISO"),
        ({"reason": "a long story"}, "short code"),
    ],
)
def test_lines_that_are_no_verdicts_are_told_and_the_others_recorded(run, tmp_path, change, problem):
    rows = list(sample.sheet(run, sample.draw(run, 20)))[:3]
    path = filled(tmp_path / "a.csv", rows, lambda row: "clear", reviewer="R", at="2026-11-27")
    lines = list(csv.DictReader(path.open()))
    lines[1].update(change)
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, sample.HEAD)
        writer.writeheader()
        writer.writerows(lines)
    labels, refused = review.read(run, path, {})
    assert len(labels) == 2
    assert refused[0].line == 3
    assert problem in refused[0].problem


def test_lines_without_a_verdict_are_passed_over(run, tmp_path):
    rows = list(sample.sheet(run, sample.draw(run, 20)))
    assert review.read(run, filled(tmp_path / "a.csv", rows, lambda row: ""), {}) == ([], [])


def test_a_file_that_is_no_sheet_is_refused(run, tmp_path):
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")
    with pytest.raises(UsageError, match="no column 'document'"):
        review.read(run, tmp_path / "a.csv", {})
    with pytest.raises(UsageError, match="cannot be read"):
        review.read(run, tmp_path / "gone.csv", {})
