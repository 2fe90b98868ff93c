import json

import pytest

from claimcheck.errors import UsageError
from claimcheck.screen import Ledger, calibration, review, triage
from claimcheck.screen.calibration import FORMAT, Calibration, curve
from claimcheck.screen.review import Label

PAIRS = [(0.0, n % 20 == 0) for n in range(100)] + [(0.5 + n / 200, n >= 30 or n % 3 == 0) for n in range(100)]


@pytest.fixture
def run(table, screened):
    ads = [
        {"id": "note", "page_name": "A", "body": "It may help.", "reach": 10**9, "date": "2026-01-05"},
        {
            "id": "rare",
            "page_name": "B",
            "body": "Once we cure it all.",
            "reach": 1,
            "date": "2026-02-05",
            "url": "b.org",
        },
        {"id": "seen", "page_name": "B", "body": "Today we cure it..", "reach": 10**6, "date": "2026-02-06"},
        {"id": "copy", "page_name": "C", "body": "TODAY we cure it!", "reach": 10**6, "date": "long ago"},
        {"id": "none", "page_name": "A", "body": "We open at nine.", "reach": 5, "date": "2026-01-09"},
    ]
    ledger = Ledger.open(screened(table(*ads))[1])
    yield ledger
    ledger.close()


@pytest.fixture
def known():
    return Calibration("stub", tuple(PAIRS))


def test_the_queue_goes_by_severity_then_weight_and_shows_groups_once(run):
    items = list(triage.queue(run))
    assert [item.id for item in items] == ["seen", "rare", "note"]
    assert (items[0].copies, items[0].reach, items[0].reviewed) == (2, 2_000_000, 0)
    assert items[0].findings == (("Today we cure it", "absolute", "cure"),)


def test_reach_and_repetition_raise_the_weight():
    assert triage.weight(0.8, 10**6, 1) > triage.weight(0.8, 10, 1) > triage.weight(0.8, None, 1)
    assert triage.weight(0.8, 10, 9) > triage.weight(0.8, 10, 1)


def test_a_verdict_takes_its_document_out_and_is_copied_to_nobody(run):
    digest = run.one("SELECT hash FROM documents WHERE document = 2")
    review.record(run, [Label(2, "clear", "", "R", "2026-11-28", digest)])
    assert [item.id for item in triage.queue(run)] == ["rare", "note"]
    done = next(triage.queue(run, done=True))
    assert (done.verdict, done.copies, done.reviewed) == ("clear", 2, 1)
    assert run.one("SELECT COUNT(*) FROM verdicts WHERE document = 3") == 0


def test_of_several_verdicts_the_latest_counts(run):
    digest = run.one("SELECT hash FROM documents WHERE document = 2")
    days = {"clear": "2026-11-29", "violating": "2026-11-28"}
    review.record(run, [Label(2, verdict, "", "R", day, digest) for verdict, day in days.items()])
    assert next(triage.queue(run, done=True)).verdict == "clear"


def test_roll_ups(run):
    by = {name: {line.name: line for line in triage.rolled_up(run, name)} for name in triage.BY}
    assert by["advertiser"]["A"][1:] == (2, 1, 0, 0, 1, 10**9)
    assert by["advertiser"]["B"][1:] == (2, 2, 2, 0, 0, 10**6 + 1)
    assert by["domain"]["b.org"].flagged == 1
    assert by["month"]["2026-02"].errors == 2
    assert by["month"]["?"].flagged == 1
    assert by["category"]["cure"][1:] == (5, 4, 3, 0, 1, 10**9 + 2 * 10**6 + 1)
    with pytest.raises(UsageError, match="no roll-up by 'mood'"):
        triage.rolled_up(run, "mood")


def test_so_many_reviews_are_not_exceeded(run, known):
    for reviews in (1, 2, 3, 10):
        found = triage.for_reviews(run, known, reviews)
        assert found.reviews <= reviews
        assert found.reviews == len(list(triage.queue(run, found.confidence)))
    assert found.documents == 4


def test_a_precision_sets_the_threshold_and_states_the_misses(run, known):
    found = triage.for_precision(run, known, 0.9)
    above = [violating for score, violating in PAIRS if score >= found.confidence]
    assert sum(above) / len(above) >= 0.9
    below = [row[0] for row in run.rows("SELECT confidence FROM documents WHERE judged")]
    fitted = known.curve()
    assert found.missed == pytest.approx(sum(fitted.share(score) for score in below if score < found.confidence))
    assert found.low <= found.missed <= found.high
    with pytest.raises(UsageError, match="No threshold"):
        triage.for_precision(run, Calibration("stub", ((0.5, False), (0.9, False))), 0.9)


def test_the_curve_rises_and_keeps_the_total():
    fitted = curve(PAIRS)
    assert list(fitted.shares) == sorted(fitted.shares)
    assert fitted.unflagged == 0.05
    scored = [(score, violating) for score, violating in PAIRS if score > 0]
    assert sum(fitted.share(score) for score, _ in scored) == pytest.approx(sum(violating for _, violating in scored))


def test_a_calibration_set_of_another_model_is_refused(tmp_path):
    path = tmp_path / "calibration.json"
    path.write_text(json.dumps({"format": FORMAT, "model": "other", "pairs": [[0.5, True]]}))
    assert calibration.load(path, "other").pairs == ((0.5, True),)
    with pytest.raises(UsageError, match="of model other, the run of stub"):
        calibration.load(path, "stub")
    path.write_text("{}")
    with pytest.raises(UsageError, match="cannot be read"):
        calibration.load(path, "other")
