from pathlib import Path

import pytest

from claimcheck.claim import Severity
from claimcheck.errors import SettingsError, UsageError
from claimcheck.faces.plan import Plan
from claimcheck.settings import Settings

OVERRIDES = """
fail-on = "note"
[[override]]
paths = ["blog/**"]
min-severity = "error"
fail-on = "never"
jurisdiction = ["uk"]
[[override]]
paths = ["**/*.page"]
input-format = "html"
"""


@pytest.fixture
def plan(tmp_path):
    (tmp_path / "claimcheck.toml").write_text(OVERRIDES)
    for name in ("a.txt", "blog/b.txt", "x.page"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<b>Our stem cells</b> cure back pain, guaranteed. They may ease sciatica.\n")
    return Plan(Settings.load({}, folder=tmp_path, environment={}))


def test_each_path_has_its_own_settings(plan, tmp_path):
    top, blog = (plan.check_path(str(tmp_path / name)) for name in ("a.txt", "blog/b.txt"))
    rules = {c.record[:3] for f in blog.findings for c in f.citations if c.kind == "regulation"}
    assert rules == {"uk-"}
    assert plan.narrow(blog).findings == tuple(f for f in blog.findings if f.severity is Severity.ERROR)
    assert plan.fails(top) and not plan.fails(blog)
    assert plan.narrow(top).findings == top.findings


def test_a_format_can_be_given_by_path(plan, tmp_path):
    assert plan.check_path(str(tmp_path / "x.page")).source.format == "html"
    assert plan.check_path(str(tmp_path / "a.txt")).source.format == "text"


def test_standard_input_has_the_general_settings(plan):
    assert plan.check_bytes(b"We open.", name="<stdin>").source.format == "text"


def test_what_is_wrong_is_told_before_anything_is_checked(tmp_path):
    with pytest.raises(UsageError, match="no jurisdiction"):
        Plan(Settings(jurisdiction=("mars",)))
    with pytest.raises(SettingsError, match="cannot be read"):
        Plan(Settings(phrases=(tmp_path / "none",)))


def test_a_cache_changes_nothing_but_is_filled(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Our stem cells cure back pain.\n")
    cached = Plan(Settings(cache=str(tmp_path / "cache")))
    assert cached.check_path(str(path)) is not None
    again = Plan(Settings(cache=str(tmp_path / "cache"))).check_path(str(path))
    plain = Plan(Settings()).check_path(str(path))
    assert [f.judgement for f in again.findings] == [f.judgement for f in plain.findings]
    assert list(Path(tmp_path / "cache").glob("*.json"))
    assert cached.versions == Plan(Settings()).versions
