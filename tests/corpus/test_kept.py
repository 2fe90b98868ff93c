import pytest

from claimcheck.corpus.kept import read_kept
from claimcheck.errors import CorpusError


@pytest.fixture
def kept(tmp_path):
    file = tmp_path / "kept.txt"
    file.write_text("# sites\nkeptspine.com\nnews.keptdaily.co.uk\nnoendingname\npolicies.example.com MP-1 (title)\nabc.com\n")
    return read_kept(file)


@pytest.mark.parametrize(
    "url",
    [
        "https://keptspine.com/page?x=1",
        "http://WWW.KeptSpine.com",
        "blog.keptspine.com/a",
        "https://news.keptdaily.co.uk/",
        "https://noendingname.org",
        "https://www.noending-name21.com/prp",
        "https://policies.example.com/",
        "https://abc.com",
    ],
)
def test_an_address_on_a_kept_site_is_known(kept, url):
    assert kept.host(url)


@pytest.mark.parametrize(
    "url",
    ["https://spine.com", "https://notkeptspine.com", "https://example.com", "https://keptdaily.org", "", "https://[x"],
)
def test_another_address_is_not(kept, url):
    assert not kept.host(url)


def test_an_advertiser_does_not_carry_a_kept_name(kept):
    assert kept.advertiser("keptspine") and kept.advertiser("kept-spine-west") and kept.advertiser("keptdaily")
    assert not kept.advertiser("west-kept-spine")
    assert not kept.advertiser("kept-spinewest")
    assert not kept.advertiser("abc-clinic"), "a name of three letters is anybody's"


def test_the_hashed_list_knows_the_same_and_names_nobody(kept, tmp_path):
    file = tmp_path / "kept.sha256"
    file.write_text(kept.lines())
    assert read_kept(file) == kept
    assert "kept" not in kept.lines() and "noending" not in kept.lines()


def test_a_list_that_is_half_hashed_or_missing_is_refused(kept, tmp_path):
    file = tmp_path / "kept.sha256"
    file.write_text(kept.lines() + "another.com\n")
    with pytest.raises(CorpusError, match="mixes hashes and names"):
        read_kept(file)
    with pytest.raises(CorpusError, match="cannot be read"):
        read_kept(tmp_path / "nowhere")
