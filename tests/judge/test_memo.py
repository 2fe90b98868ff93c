from claimcheck.judge.memo import Memo


def test_a_value_is_worked_out_once_until_the_memo_is_full():
    asked = []

    def double(key):
        asked.append(key)
        return 2 * key

    memo = Memo(double, 2)
    assert [memo[key] for key in (1, 2, 1, 3, 1)] == [2, 4, 2, 6, 2]
    assert asked == [1, 2, 3, 1] and len(memo) <= 2


def test_a_very_long_text_is_not_kept():
    memo = Memo(len, 10)
    assert memo["x" * 5_000] == 5_000 and memo["x"] == 1
    assert list(memo) == ["x"]
