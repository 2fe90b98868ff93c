import pytest

from claimcheck.errors import ReadError, UsageError
from claimcheck.screen.columns import Columns, checked_preset, presets, resolve

META = {
    "id": "123",
    "page_name": "Spine Clinic",
    "ad_creative_bodies": ["We cure it.", "We cure it."],
    "ad_creative_link_titles": ["Book now"],
    "ad_snapshot_url": "https://example.org/ad?id=123",
    "ad_delivery_start_time": "2026-02-03",
    "impressions": {"lower_bound": "1000", "upper_bound": "1999"},
}
GOOGLE = {
    "creative_id": "CR1",
    "advertiser_disclosed_name": "Spine Clinic Ltd",
    "creative_page_url": "https://example.org/CR1",
    "ad_format_type": "TEXT",
    "region_stats": [
        {"first_shown": "2026-04-05", "times_shown_lower_bound": 1000},
        {"first_shown": "2026-03-02", "times_shown_lower_bound": 500},
    ],
    "ad_text": "Discs regrow.",
}


def resolved(record, wanted=None, preset=None):
    return resolve(list(record), [record], wanted or Columns(), preset, "ads.csv")


def test_usual_names_are_guessed_and_told():
    columns, told = resolved(
        {"Ad ID": "1", "Body": "Text.", "Page Name": "Clinic", "Impressions": "3", "Date": "2026-01-01"}
    )
    assert columns == Columns(("Body",), ("Ad ID",), ("Page Name",), (), ("Date",), ("Impressions",))
    assert told == "ads.csv: text = Body, id = Ad ID, advertiser = Page Name, captured = Date, reach = Impressions"


def test_what_is_wanted_goes_before_guessing():
    columns, _ = resolved({"body": "no", "headline": "yes", "ref": "7"}, Columns(("headline", "body"), ("ref",)))
    assert columns.text == ("headline", "body")
    assert columns.row({"headline": "A", "body": "B", "ref": 7}, "s", "line 1", "text").content == "A\n\nB"


def test_the_wordiest_column_is_the_last_resort():
    record = {"k": "7", "was": "https://example.org/a b c d e f g", "sagt": "Our stem cells regrow your worn discs."}
    assert resolved(record)[0].text == ("sagt",)


def test_a_missing_column_names_those_that_there_are():
    with pytest.raises(ReadError, match="no column 'bdoy' for text") as caught:
        resolved({"id": "1", "body": "Text."}, Columns(("bdoy",)))
    assert "id, body" in caught.value.remedy


def test_without_text_the_columns_are_listed():
    with pytest.raises(ReadError, match="looks like text") as caught:
        resolved({"id": "1", "spend": "3"})
    assert "--text" in caught.value.remedy


def test_a_meta_export_is_known_by_its_marks():
    columns, told = resolved(META)
    row = columns.row(META, "s", "record 1", "text")
    assert "(Meta Ad Library)" in told
    assert (row.content, row.id, row.advertiser) == ("We cure it.\n\nBook now", "123", "Spine Clinic")
    assert (row.url, row.captured, row.reach) == (META["ad_snapshot_url"], "2026-02-03", 1000)


def test_a_google_export_is_known_by_its_marks():
    columns, told = resolved(GOOGLE)
    row = columns.row(GOOGLE, "s", "record 1", "text")
    assert "(Google Ads Transparency)" in told
    assert (row.content, row.id, row.captured, row.reach) == ("Discs regrow.", "CR1", "2026-03-02", 1500)


def test_a_google_export_without_joined_text_is_told():
    bare = {key: value for key, value in GOOGLE.items() if key != "ad_text"}
    with pytest.raises(ReadError, match="looks like text"):
        resolved(bare)


def test_an_unknown_preset_is_refused():
    assert checked_preset("meta") == "meta"
    with pytest.raises(UsageError, match="no preset 'tiktok'"):
        checked_preset("tiktok")
    assert presets() == ("meta", "google")
