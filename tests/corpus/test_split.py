from claimcheck.corpus.pages import Page
from claimcheck.corpus.split import TEST, TRAIN, VALIDATION, contrast_split_of, fold_of, genre_folds, split_of

NAMES = [f"clinic-{number}" for number in range(3000)]


def test_the_parts_have_about_the_stated_shares():
    shares = {part: sum(split_of(name) == part for name in NAMES) / len(NAMES) for part in (TRAIN, VALIDATION, TEST)}
    assert abs(shares[TEST] - 0.20) < 0.03
    assert abs(shares[VALIDATION] - 0.15) < 0.03
    assert abs(shares[TRAIN] - 0.65) < 0.03


def test_a_part_depends_on_the_name_alone_and_stays():
    assert [split_of(name) for name in NAMES[:6]] == ["train", "test", "train", "train", "train", "train"]


def test_folds_share_the_advertisers_out():
    counts = [sum(fold_of(name, 5) == fold for name in NAMES) for fold in range(5)]
    assert min(counts) > 450


def test_contrast_pairs_are_shared_out_two_to_one_by_their_id():
    names = [f"c{number:02d}-{row:02d}" for number in range(1, 71) for row in range(30)]
    share = sum(contrast_split_of(name) == TEST for name in names) / len(names)
    assert abs(share - 1 / 3) < 0.03
    assert {contrast_split_of(name) for name in names} == {TRAIN, TEST}
    assert [contrast_split_of(name) for name in names[:4]] == ["test", "train", "train", "train"]


def page(id, genre, advertiser):
    return Page(id, advertiser, genre, True, "free", (), ())


def test_a_genre_is_held_out_with_its_advertisers():
    pages = [page("1", "faq", "a"), page("2", "clinic", "a"), page("3", "clinic", "b"), page("4", "ad", "c")]
    assert list(genre_folds(pages)) == [
        ("clinic", ("4",), ("2", "3")),
        ("faq", ("3", "4"), ("1",)),
        ("ad", ("1", "2", "3"), ("4",)),
    ]
