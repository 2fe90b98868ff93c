import pytest

from claimcheck.corpus import load
from claimcheck.judge import default_judge
from tests.rewrites.benchmark import A_PAGE, CORPUS, QUESTIONS, sample, scores, table

YES, NO = dict.fromkeys(QUESTIONS, True), dict.fromkeys(QUESTIONS, False)


def records(count=4):
    return {
        str(at): {
            "id": str(at),
            "rewrite": "x" if at else "",
            "strength": "vague",
            "kind": "cut",
            "role": "link",
            "genre": "ad",
            "categories": ["cure"],
        }
        for at in range(count)
    }


def test_rates_count_what_both_judges_call_usable():
    first = {"1": YES, "2": YES, "3": NO}
    second = {"1": YES, "2": {**YES, "honest": False}, "3": NO}
    found = scores(records(), first, second)
    rates = found["rates"]["all"]
    assert (rates["segments"], rates["replacements"]) == (4, 3)
    assert rates["usable_of_replacements"] == pytest.approx(1 / 3)
    assert rates["usable_of_segments"] == pytest.approx(1 / 4)
    assert rates["honest"] == pytest.approx(3 / 6)
    assert found["agreement"]["grammatical"] == {"equal": 1.0, "kappa": 1.0}
    assert found["agreement"]["honest"]["kappa"] == pytest.approx(0.4)
    assert "| category: cure | 4 | 3 |" in table(found)


def test_a_judge_who_left_something_out_is_told():
    with pytest.raises(ValueError, match="second judge's file lacks 1"):
        scores(records(2), {"1": YES}, {})


def test_a_sample_is_the_same_each_time_and_few_a_page():
    pages = [page for page in load(CORPUS) if len(page.segments) < 14][:12]
    first = list(sample(pages, default_judge(), 10))
    assert first == list(sample(pages, default_judge(), 10))
    assert 0 < len(first) <= 12
    ids = [each["id"].partition("#")[0] for each in first]
    assert max(map(ids.count, ids)) <= A_PAGE
    assert all(each["reason"] for each in first)
