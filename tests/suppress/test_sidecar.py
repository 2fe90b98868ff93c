import tomllib

import pytest

from claimcheck.checker import Checker
from claimcheck.finding import Suppression
from claimcheck.suppress import beside, sidecar_of
from claimcheck.suppress.sidecar import with_entries


@pytest.fixture
def flyer(tmp_path):
    path = tmp_path / "flyer.txt"
    path.write_text("Our cells cure pain.\n\nIt is guaranteed.\n")
    return path


@pytest.fixture
def checker(judge):
    return Checker(judge=judge, today="2026-11-28")


def test_a_file_without_one_has_no_suppressions(flyer):
    assert beside(flyer) == ((), ())


def test_an_entry_sets_one_finding_aside(flyer, checker):
    first, second = checker.check_path(flyer).findings
    text = with_entries(flyer, [first], Suppression('say "why"\\', "Zoë", "2027-01-01"))
    sidecar_of(flyer).write_text(text, "utf-8")
    result = checker.check_path(flyer)
    assert [f.text for f in result.findings] == [second.text]
    why = result.suppressed[0].suppression
    assert (why.reason, why.author, why.expires) == ('say "why"\\', "Zoë", "2027-01-01")
    assert why.source == "flyer.txt.claimcheck.toml"


def test_a_stale_entry_is_told(flyer, checker):
    sidecar_of(flyer).write_text('[[suppress]]\nfinding = "0123456789abcdef"\nreason = "x"\n')
    assert "of 0123456789abcdef in flyer.txt.claimcheck.toml" in checker.check_path(flyer).notices[0].text


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("not toml", "cannot be read"),
        ('[[suppress]]\nfinding = "0123456789abcdef"\n', "1 in .* gives no reason"),
        ('[[suppress]]\nreason = "x"\n', "names no finding"),
        ('suppress = ["a"]\n', "is no table"),
        ('[[suppress]]\nfinding = "f"\nreason = "x"\nuntil = "soon"\n', "no date"),
        (b"\xff\xfe", "cannot be read"),
    ],
)
def test_a_malformed_entry_is_a_fault(flyer, checker, content, problem):
    import re

    sidecar_of(flyer).write_bytes(content if isinstance(content, bytes) else content.encode())
    result = checker.check_path(flyer)
    assert len(result.findings) == 2
    assert re.search(problem, result.faults[0].problem)


def test_a_dangerous_text_is_written_as_toml(checker):
    from pathlib import Path

    text = 'PRP "cures" \\ \x7f \x00 pain\u2028 \ud800'
    (finding,) = checker.check(text).findings
    entry = tomllib.loads(with_entries(Path("a.txt"), [finding], Suppression("x")))["suppress"][0]
    assert entry["finding"] == finding.fingerprint and "cures" in entry["text"]
