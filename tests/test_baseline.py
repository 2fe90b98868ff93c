import json

import pytest

from claimcheck.baseline import Baseline, Ratchet, Recorder, text_key, write
from claimcheck.checker import Checker
from claimcheck.errors import UsageError

TOOL = {"tool": "1", "model": "a", "knowledge": "k"}


@pytest.fixture
def check(judge):
    return Checker(judge=judge).check


def recorded(tmp_path, *results, tool=TOOL):
    recorder = Recorder()
    for result in results:
        recorder.add(result)
    path = tmp_path / "baseline.json"
    write(path, recorder.content(tool))
    return path, Baseline.load(path)


def test_what_was_found_is_known_wherever_it_moves(tmp_path, check):
    _, baseline = recorded(tmp_path, check("It is guaranteed.\n\nCells cure pain."))
    moved = Ratchet(baseline, TOOL).hold(check("Hello.\n\n\nCells  CURE pain.\n\nIt is guaranteed.", name="other"))
    assert moved.findings == () and len(moved.known) == 2


def test_changed_words_are_new(tmp_path, check):
    _, baseline = recorded(tmp_path, check("It is guaranteed."))
    held = Ratchet(baseline, TOOL).hold(check("It is always guaranteed."))
    assert [finding.news for finding in held.findings] == ["text"]
    assert held.notices == ()


def test_one_more_of_the_same_is_new(tmp_path, check):
    _, baseline = recorded(tmp_path, check("It is guaranteed."))
    ratchet = Ratchet(baseline, TOOL)
    assert len(ratchet.hold(check("It is guaranteed.")).known) == 1
    assert len(ratchet.hold(check("It is guaranteed.", name="b")).findings) == 1


def test_a_finding_that_only_the_rules_made_is_told_as_such(tmp_path, check, judge):
    _, baseline = recorded(tmp_path, check("Wonderful cells."))
    judge.words = {**judge.words, "wonderful": judge.words["cure"]}
    held = Ratchet(baseline, {**TOOL, "model": "b"}).hold(check("Wonderful cells.\n\nSo wonderful."))
    assert [(finding.text, finding.news) for finding in held.findings] == [
        ("Wonderful cells.", "rules"),
        ("So wonderful.", "text"),
    ]
    assert held.notices[0].text == "1 finding here is new because the rules changed (model a to b), not the words."


def test_what_did_not_come_up_is_counted(tmp_path, check):
    _, baseline = recorded(tmp_path, check("It is guaranteed.\n\nCells cure pain."))
    ratchet = Ratchet(baseline, TOOL)
    ratchet.hold(check("Cells cure pain."))
    assert ratchet.gone == 1


def test_suppressed_findings_are_no_part_of_it(tmp_path, judge):
    result = Checker(judge=judge).check('<!-- claimcheck: ignore-next reason="x" --><p>Cells cure.</p>', format="html")
    _, baseline = recorded(tmp_path, result)
    assert baseline.findings == {}


def test_the_file_is_the_same_whatever_the_order_and_a_finding_a_line(tmp_path, check):
    one, two = check("It is guaranteed."), check("Cells cure pain \ud800 治.")
    path, baseline = recorded(tmp_path, one, two)
    text = path.read_text()
    again, _ = recorded(tmp_path, two, one)
    assert again.read_text() == text and text.isascii()
    assert len([line for line in text.splitlines() if "fingerprint" in line]) == 2
    assert json.loads(text)["tool"] == TOOL
    assert baseline.texts == {text_key("It is guaranteed."), text_key("Cells cure pain \ud800 治.")}


def test_an_updated_baseline_keeps_what_was_known(tmp_path, check):
    _, baseline = recorded(tmp_path, check("It is guaranteed."))
    held = Ratchet(baseline, TOOL).hold(check("It is guaranteed.\n\nCells cure pain."))
    _, again = recorded(tmp_path, held)
    assert len(again.findings) == 2


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"schema": "other"}', '{"schema": "claimcheck/baseline/1"}', "\xff"]
)
def test_a_file_that_is_no_baseline_is_a_clear_error(tmp_path, content):
    path = tmp_path / "baseline.json"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(UsageError, match=r"baseline\.json.*--update-baseline"):
        Baseline.load(path)


def test_a_missing_file_says_how_to_make_it(tmp_path):
    with pytest.raises(UsageError, match="Make it with --update-baseline"):
        Baseline.load(tmp_path / "none")
