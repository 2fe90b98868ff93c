from dataclasses import replace

import pytest

from claimcheck.claim import PageType
from claimcheck.judge import default_judge
from claimcheck.read import read_text, segment
from claimcheck.rewrite.exchange import exchanged

PAGE = """# Stem cells for back pain

Our clinic is in Leeds. Stem cells regrow discs. Book a visit.

## Conditions we treat

- Sciatica
- Stenosis
"""


@pytest.mark.parametrize("page_type", PageType)
def test_it_says_what_the_judge_says(page_type):
    segments = segment(read_text(PAGE, format="markdown"))
    judge = default_judge()
    again = judge.again(page_type)
    for text in ("Stem cells regrow discs.", "Ask us about stem cells."):
        page = exchanged(segments, 2, text)
        whole = [replace(each, cues=()) for each in judge.judge(page, page_type)]
        assert again.judge(page, range(len(page))) == whole


def test_an_exchanged_text_is_seen_by_what_stands_around_it():
    segments = segment(read_text(PAGE, format="markdown"))
    heading = next(at for at, each in enumerate(segments) if each.text == "Conditions we treat")
    page = exchanged(segments, heading, "What people ask")
    assert page[heading + 1].context.headings[-1] == "What people ask"
    assert page[heading + 1].context.before == "What people ask"
    assert page[heading - 1].context.after == "What people ask"
    assert exchanged(segments, 0, "New")[3].context.page_title == "New"
    assert page[0] == segments[0]
