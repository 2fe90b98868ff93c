import json

from claimcheck import Checker
from claimcheck.claim import Strength
from claimcheck.corpus import load
from claimcheck.learn import train, write_calibration
from claimcheck.learn.documents import document, pieces
from claimcheck.screen.calibration import FORMAT, curve
from claimcheck.screen.calibration import load as load_calibration


def test_pieces_are_the_page_in_order_and_as_long_as_ads(corpus):
    for page in load(corpus / "pages")[:5]:
        cut = list(pieces(page, 100))
        assert [s.text for piece in cut for s in piece.segments] == [s.text for s in page.segments]
        assert [label for piece in cut for label in piece.labels] == list(page.labels)
        for piece in cut:
            assert len(piece.segments) == 1 or sum(len(s.text) + 1 for s in piece.segments) <= 101


def test_a_piece_knows_nothing_of_its_page(corpus):
    page = load(corpus / "pages")[0]
    first = list(pieces(page, 60))[-1].segments[0]
    assert first.context.headings == ()
    assert first.context.before == ""


def test_a_calibration_set_is_one_that_screening_reads(corpus, nets, tmp_path):
    train(corpus, tmp_path / "model", nets, progress=lambda step: None)
    write_calibration(corpus, tmp_path / "model", tmp_path / "calibration.json")
    content = json.loads((tmp_path / "calibration.json").read_text())
    assert content["format"] == FORMAT
    read = load_calibration(tmp_path / "calibration.json", content["model"])
    assert len(read.pairs) == len(content["pairs"]) > 10
    fitted = curve(read.pairs)
    assert fitted.unflagged < 0.2 < 0.8 < fitted.share(1.0)


def test_a_document_is_as_bad_as_its_worst_segment(corpus):
    page = load(corpus / "pages")[0]
    judgements = Checker().judge([segment.text for segment in page.segments])
    row = document(page.labels, judgements)
    assert row.gold is max(label.strength for label in page.labels)
    assert row.judged is max(each.strength for each in judgements)
    assert (row.confidence > 0) == (row.judged >= Strength.VAGUE)


def test_the_shipped_calibration_set_is_the_shipped_models():
    """After training: claimcheck evaluate --calibration models/default/calibration.json."""
    read = load_calibration(None, Checker().versions["model"])
    assert len(read.pairs) > 1_000
    fitted = curve(read.pairs)
    assert fitted.unflagged < fitted.share(1.0)
