from dataclasses import fields
from pathlib import Path

import pytest

from claimcheck.claim import PageType, Severity
from claimcheck.errors import SettingsError
from claimcheck.setting_values import PARSERS
from claimcheck.settings import Settings


def load(folder, call=None, environment=None):
    return Settings.load(call or {}, folder=folder, environment=environment or {})


def test_without_anything_the_defaults_hold(tmp_path):
    assert load(tmp_path) == Settings()


def test_each_layer_goes_before_the_one_below(tmp_path):
    (tmp_path / "claimcheck.toml").write_text('fail-on = "error"\nmin-severity = "warning"\npage-type = "seller"\n')
    environment = {"CLAIMCHECK_MIN_SEVERITY": "error", "CLAIMCHECK_PAGE_TYPE": "neutral", "HOME": "/"}
    settings = load(tmp_path, {"page_type": "auto", "fail_on": None}, environment)
    assert settings.fail_on is Severity.ERROR
    assert settings.min_severity is Severity.ERROR
    assert settings.page_type is PageType.AUTO


def test_a_setting_knows_where_it_came_from(tmp_path):
    file = tmp_path / "claimcheck.toml"
    file.write_text('format = "json"\n')
    settings = load(tmp_path, {"page_type": "seller"}, {"CLAIMCHECK_FAIL_ON": "never"})
    assert settings.origins == {"format": str(file), "fail_on": "the environment", "page_type": "the call"}


def test_never_is_a_severity_that_nothing_reaches(tmp_path):
    assert load(tmp_path, {"fail_on": "never"}).fail_on is None


def test_the_nearest_file_upwards_counts(tmp_path):
    inner = tmp_path / "site" / "pages"
    inner.mkdir(parents=True)
    (tmp_path / "claimcheck.toml").write_text('format = "json"\n')
    (tmp_path / "site" / "pyproject.toml").write_text('[tool.claimcheck]\nformat = "jsonl"\n')
    assert load(inner).format == "jsonl"


def test_a_pyproject_without_our_table_is_passed_over(tmp_path):
    inner = tmp_path / "site"
    inner.mkdir()
    (tmp_path / "claimcheck.toml").write_text('format = "json"\n')
    (inner / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert load(inner).format == "json"


def test_our_own_file_goes_before_pyproject(tmp_path):
    (tmp_path / "claimcheck.toml").write_text('format = "json"\n')
    (tmp_path / "pyproject.toml").write_text('[tool.claimcheck]\nformat = "jsonl"\n')
    assert load(tmp_path).format == "json"


def test_an_unknown_key_is_an_error_that_names_the_nearest(tmp_path):
    (tmp_path / "claimcheck.toml").write_text('fail-onn = "error"\n')
    with pytest.raises(SettingsError, match=r"claimcheck\.toml.*Did you mean fail-on\?"):
        load(tmp_path)


def test_an_unknown_environment_variable_is_an_error(tmp_path):
    with pytest.raises(SettingsError, match=r"no setting zzz .*Known: format"):
        load(tmp_path, environment={"CLAIMCHECK_ZZZ": "1"})


def test_the_debug_switch_is_no_setting(tmp_path):
    assert load(tmp_path, environment={"CLAIMCHECK_DEBUG": "1"}) == Settings()


@pytest.mark.parametrize("written", ['"loud"', "3", "[]", "true"])
def test_a_value_out_of_range_is_an_error_with_the_choices(tmp_path, written):
    (tmp_path / "claimcheck.toml").write_text(f"fail-on = {written}\n")
    with pytest.raises(SettingsError, match="one of note, warning, error, never"):
        load(tmp_path)


def test_a_broken_file_is_an_error_that_names_it(tmp_path):
    (tmp_path / "claimcheck.toml").write_text("fail-on = \n")
    with pytest.raises(SettingsError, match=r"claimcheck\.toml is not TOML"):
        load(tmp_path)


def test_a_table_that_is_no_table_is_an_error(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool]\nclaimcheck = 3 # tool.claimcheck\n")
    with pytest.raises(SettingsError, match="not a table"):
        load(tmp_path)


def test_every_setting_can_be_written():
    assert set(PARSERS) == {field.name for field in fields(Settings)} - {"origins", "overrides"}


def test_a_preset_stands_between_defaults_and_what_is_written(tmp_path):
    (tmp_path / "claimcheck.toml").write_text('preset = "strict"\nfail-on = "error"\n')
    settings = load(tmp_path)
    assert (settings.fail_on, settings.page_type, settings.min_coverage) == (Severity.ERROR, PageType.SELLER, 100)
    assert settings.origins["page_type"] == "the preset strict"
    assert load(tmp_path, {"preset": "regulator"}).min_coverage == 95


def test_an_unknown_preset_is_an_error_with_the_choices(tmp_path):
    with pytest.raises(SettingsError, match="copywriter, regulator, strict"):
        load(tmp_path, {"preset": "lenient"})


OVERRIDES = """
min-severity = "warning"
[[override]]
paths = ["blog/**", "*.md"]
min-severity = "error"
[[override]]
paths = ["blog/news/*"]
fail-on = "never"
"""


@pytest.fixture
def overridden(tmp_path):
    (tmp_path / "claimcheck.toml").write_text(OVERRIDES)
    return lambda call=None, environment=None: load(tmp_path, call, environment)


@pytest.mark.parametrize(
    ("path", "severity", "fail_on"),
    [
        ("a.html", Severity.WARNING, Severity.WARNING),
        ("a.md", Severity.ERROR, Severity.WARNING),
        ("deep/a.md", Severity.WARNING, Severity.WARNING),
        ("blog/x/y/z.html", Severity.ERROR, Severity.WARNING),
        ("blog/news/z.html", Severity.ERROR, None),
        ("blog/news/x/z.html", Severity.ERROR, Severity.WARNING),
    ],
)
def test_overrides_hold_for_the_paths_that_they_name(overridden, tmp_path, path, severity, fail_on):
    settings = overridden().at(tmp_path / path)
    assert (settings.min_severity, settings.fail_on) == (severity, fail_on)


def test_call_and_environment_go_before_overrides(overridden, tmp_path):
    path = tmp_path / "a.md"
    assert overridden({"min_severity": "note"}).at(path).min_severity is Severity.NOTE
    assert overridden(None, {"CLAIMCHECK_MIN_SEVERITY": "note"}).at(path).min_severity is Severity.NOTE


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[override]]\nfail-on = 'note'", "names no paths"),
        ("[[override]]\npaths = ['*']\nformat = 'json'", "format cannot differ by path"),
        ("[[override]]\npaths = ['*']\nfail-onn = 'note'", "Did you mean fail-on"),
        ("[[override]]\npaths = ['*']\nfail-on = 'loud'", "one of note"),
        ("override = 3", "not a table"),
    ],
)
def test_a_malformed_override_is_an_error_that_says_which(tmp_path, text, problem):
    (tmp_path / "claimcheck.toml").write_text(text)
    with pytest.raises(SettingsError, match=problem):
        load(tmp_path)


def test_file_names_in_a_settings_file_count_from_its_folder(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "claimcheck.toml").write_text('phrases = "a.toml,b.toml"\nbaseline = "known.json"\n')
    settings = load(inner)
    assert settings.phrases == (tmp_path / "a.toml", tmp_path / "b.toml")
    assert settings.baseline == str(tmp_path / "known.json")
    assert load(inner, {"baseline": "x.json"}).baseline == "x.json"


def test_what_is_shown_is_toml_that_sets_the_same(tmp_path):
    (tmp_path / "claimcheck.toml").write_text(OVERRIDES)
    shown = load(tmp_path, {"fail_on": "never", "jurisdiction": "uk", "min_coverage": "12.5"}).shown()
    again = tmp_path / "again"
    again.mkdir()
    (again / "claimcheck.toml").write_text(shown)
    settings = load(again)
    assert (settings.fail_on, settings.jurisdiction, settings.min_coverage) == (None, ("uk",), 12.5)
    assert settings.at(again / "a.md").min_severity is Severity.ERROR


@pytest.mark.parametrize(("name", "written"), [("jobs", "0"), ("jobs", "two"), ("jobs", True), ("min_coverage", "101")])
def test_numbers_out_of_range_are_errors(tmp_path, name, written):
    with pytest.raises(SettingsError, match="It takes a"):
        load(tmp_path, {name: written})


def test_a_ledger_stands_beside_the_file_that_names_it(tmp_path):
    (tmp_path / "claimcheck.toml").write_text('ledger = ["own.toml", "/elsewhere/b.toml"]\n')
    assert load(tmp_path).ledger == (tmp_path / "own.toml", Path("/elsewhere/b.toml"))
    assert load(tmp_path, {"ledger": [Path("a.toml")]}).ledger == (Path("a.toml"),)
    assert load(tmp_path, environment={"CLAIMCHECK_LEDGER": "a.toml,b.toml"}).ledger == (Path("a.toml"), Path("b.toml"))


@pytest.mark.parametrize("written", ["3", "[1]", '""', '[""]'])
def test_a_ledger_that_is_no_file_name_is_refused(tmp_path, written):
    (tmp_path / "claimcheck.toml").write_text(f"ledger = {written}\n")
    with pytest.raises(SettingsError, match="files"):
        load(tmp_path)
