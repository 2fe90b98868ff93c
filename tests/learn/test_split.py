from claimcheck.learn.split import TEST, TRAIN, VALIDATION, fold_of, split_of

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
