from claimcheck.claim import Category, Role, Strength
from claimcheck.rewrite import suggest
from claimcheck.rewrite.lists import is_bare
from tests.rewrite.conftest import Judge, flagged, judged, page_of

PARTS = (
    ("Conditions We Treat", Role.HEADING),
    ("Sciatica", Role.LIST_ITEM),
    ("Spinal stenosis", Role.LIST_ITEM),
    "Book a visit.",
)


class UnderHeading(Judge):
    """Items are flagged while the heading offers treatment."""

    def judge(self, segments, page_type=None):
        return [self.one(each) for each in segments]

    def one(self, segment):
        offers = segment.role is Role.LIST_ITEM and "Treat" in segment.context.headings[-1]
        return judged(segment.text, Strength.ASSERTED, (Category.EFFICACY,)) if offers else judged("Book.")

    def again(self, page_type=None):
        judge = self

        class Again:
            def judge(self, segments, wanted):
                return [judge.one(segments[at]) for at in wanted]

        return Again()


def test_bare_items_stay_and_the_heading_changes():
    source, segments = page_of(*PARTS)
    judge = UnderHeading()
    found = suggest(source, segments, flagged(judge.judge(segments)), judge.again())
    assert [found[at].text for at in (1, 2)] == ["Sciatica", "Spinal stenosis"]
    assert found[1].edits == found[2].edits
    assert segments[0].span.overlaps(found[1].edits[0].span)
    assert "Conditions" in found[1].reason


def test_a_bare_item_only_names_a_thing():
    _, segments = page_of(("Sciatica", Role.LIST_ITEM), ("PRP for sciatica", Role.LIST_ITEM), "Sciatica")
    assert [is_bare(each) for each in segments] == [True, False, False]
