import json

from claimcheck.claim import About, Category, Context, Cue, Judgement, Role, Segment, Strength
from claimcheck.report import trace_text, trace_value
from claimcheck.text import OffsetMap, Span
from claimcheck.trace import AppliedCase, Focus, Mention, Reach, Trace, Weight

TEXT = "It may cure pain."
MENTION = Mention("exosomes", "ours", About.OURS, "earlier", "Our exosomes.", 2)
CUE = Cue(Span(3, 6), "hedge", "may")


def made(flagged=True, **changes):
    strength = Strength.VAGUE if flagged else Strength.NONE
    kinds = (Category.CURE,) if flagged else ()
    fields = {
        "segment": Segment(TEXT, OffsetMap.identity(0, len(TEXT)), Role.LIST_ITEM, context=Context(("Top", "Under"), "You get:")),
        "judgement": Judgement(About.OURS, strength, strength, kinds, 0.71234, {strength: 1.0}, {Category.CURE: 0.5}, (CUE,)),
        "placed": "found",
        "focus": Focus(About.OURS, {About.OURS: 0.9}, 0.8, (MENTION,), MENTION, "It", "the treatment in scope: because"),
        "claims": (Reach(Span(7, 11), "cure", "repair", "hedged", CUE),),
        "signals": (CUE,),
        "weighed_for": (Weight("w:cure", "words", 0.5, Span(7, 11)),),
        "weighed_against": (Weight("m:HEDGE", "shape", -0.25),),
        "groups": {"words": 0.5, "bias": -0.25},
        "threshold": 0.3,
        "cases": (AppliedCase(55, "Hedged totality", "Vague.", "says 'may'"),),
        "reasons": ("Because.",),
    }  # fmt: skip
    return Trace(**{**fields, **changes})


def test_the_account_is_plain_json_with_every_part():
    value = trace_value(made())
    assert json.loads(json.dumps(value)) == value
    assert value["flagged"] and value["strength"] == "vague" and value["confidence"] == 0.7123
    assert value["claims"][0]["state"] == "hedged" and value["claims"][0]["by"]["text"] == "may"
    assert value["about"]["antecedent"]["back"] == 2 and value["headings"] == ["Top", "Under"]
    assert value["weighed"]["for"] == [{"feature": "w:cure", "group": "words", "logit": 0.5, "span": [7, 11]}]
    assert value["weighed"]["against"][0]["span"] is None
    assert value["cases"][0]["number"] == 55


def test_the_text_says_why_and_why_not():
    flagged, clean = trace_text(made()), trace_text(made(flagged=False))
    assert "flagged, vague (cure); a list_item, read where it stands on the page" in flagged
    assert "  Why\n    - Because." in flagged and "  Why not\n" in clean
    for part in ("cure (repair): hedged by 'may'", "+0.50 w:cure (words)", "-0.25 m:HEDGE", "In sum +0.25", "55, Hedged totality", "Top > Under"):  # fmt: skip
        assert part in flagged


def test_where_no_case_is_seen_the_account_says_so():
    assert "none that a program can see" in trace_text(made(cases=()))
