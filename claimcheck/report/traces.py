"""Accounts of judgements (`claimcheck.trace`), as text and as plain values for JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from claimcheck.claim import Cue
from claimcheck.wrap import wrap

if TYPE_CHECKING:
    from claimcheck.trace import Focus, Mention, Reach, Trace, Weight

TRACE_SCHEMA = "claimcheck/trace/1"
_WIDTH = 96
_DIGITS = 4
_PLACED = {
    "alone": "read alone, without a page",
    "found": "read where it stands on the page",
    "appended": "not on the page; read as if it stood at its end",
}


def trace_text(trace: Trace) -> str:
    """The account of one segment, for a person."""
    return "\n".join(_lines(trace)) + "\n"


def trace_value(trace: Trace) -> dict[str, Any]:
    """The account of one segment, ready for JSON; spans are offsets into the segment's text."""
    judgement = trace.judgement
    return {
        "text": trace.segment.text,
        "role": trace.segment.role.value,
        "placed": trace.placed,
        "flagged": judgement.flagged,
        "strength": judgement.strength.label,
        "form": judgement.form.label,
        "categories": [category.value for category in judgement.categories],
        "confidence": round(judgement.confidence, _DIGITS),
        "threshold": trace.threshold,
        "probabilities": {
            "strength": {each.label: round(p, _DIGITS) for each, p in judgement.strength_probabilities.items()},
            "categories": {each.value: round(p, _DIGITS) for each, p in judgement.category_probabilities.items()},
        },
        "about": _focus(trace.focus),
        "headings": list(trace.segment.context.headings),
        "lead_in": trace.segment.context.lead_in,
        "claims": [_reach(each) for each in trace.claims],
        "signals": [_cue(each) for each in trace.signals],
        "cues": [_cue(each) for each in judgement.cues],
        "weighed": {
            "for": [_weight(each) for each in trace.weighed_for],
            "against": [_weight(each) for each in trace.weighed_against],
            "groups": {name: round(logit, _DIGITS) for name, logit in trace.groups.items()},
        },
        "cases": [
            {"number": each.number, "title": each.title, "rule": each.rule, "because": each.because}
            for each in trace.cases
        ],
        "reasons": list(trace.reasons),
    }


def _lines(trace: Trace) -> Iterator[str]:
    judgement = trace.judgement
    told = f"flagged, {judgement.strength.label}" if judgement.flagged else f"not flagged, {judgement.strength.label}"
    kinds = ", ".join(category.value for category in judgement.categories)
    yield from wrap(f"“{trace.segment.text}”", _WIDTH)
    yield f"  {told}{f' ({kinds})' if kinds else ''}; a {trace.segment.role.value}, {_PLACED[trace.placed]}"
    yield from _section("Why" if judgement.flagged else "Why not", trace.reasons)
    yield from _section("About", _about(trace))
    yield from _section("Claim words", map(_reach_line, trace.claims))
    words = ", ".join(f"{each.text} ({each.kind})" for each in trace.signals)
    yield from _section("Words of a known class", [words] if words else [])
    yield from _section("Spoke for a flag (first reading)", map(_weight_line, trace.weighed_for))
    yield from _section("Spoke against it", map(_weight_line, trace.weighed_against))
    sums = ", ".join(f"{name} {logit:+.2f}" for name, logit in trace.groups.items())
    yield from _section(f"In sum {sum(trace.groups.values()):+.2f}", [sums])
    shares = ", ".join(f"{each.label} {p:.2f}" for each, p in judgement.strength_probabilities.items())
    yield from _section("Probabilities (second reading, the page around it weighed in)", [shares])
    yield from _section("Hard cases whose form it has", _cases(trace))


def _about(trace: Trace) -> Iterator[str]:
    focus, context = trace.focus, trace.segment.context
    yield f"{focus.about.value}: {focus.because.partition(': ')[2]}"
    if context.headings:
        yield f"under {' > '.join(context.headings)}"
    if context.lead_in:
        yield f"after the lead-in {context.lead_in!r}"
    yield f"the page is read as {'selling' if focus.seller > 0.5 else 'not selling'} ({focus.seller:.2f})"


def _cases(trace: Trace) -> Iterator[str]:
    for case in trace.cases:
        yield f"{case.number}, {case.title}: {case.rule} (seen by: {case.because})"
    if not trace.cases:
        yield "none that a program can see; claimcheck explain 1 to 70 has all cases"


def _section(title: str, items: Iterator[str] | Any) -> Iterator[str]:
    listed = list(items)
    if listed:
        yield f"  {title}"
        for item in listed:
            first, *rest = wrap(item, _WIDTH - 6)
            yield f"    - {first}"
            yield from (f"      {line}" for line in rest)


def _reach_line(reach: Reach) -> str:
    return f"{reach.text} ({reach.kind}): {reach.state}" + (f" by {reach.by.text!r}" if reach.by else "")


def _weight_line(weight: Weight) -> str:
    return f"{weight.logit:+.2f} {weight.feature} ({weight.group})"


def _focus(focus: Focus) -> dict[str, Any]:
    return {
        "value": focus.about.value,
        "because": focus.because,
        "likelihoods": {each.value: round(p, _DIGITS) for each, p in focus.likelihoods.items()},
        "seller": round(focus.seller, _DIGITS),
        "mentions": [_mention(each) for each in focus.mentions],
        "pointer": focus.pointer,
        "antecedent": _mention(focus.antecedent) if focus.antecedent else None,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "text": mention.text,
        "kind": mention.kind,
        "about": mention.about.value,
        "where": mention.where,
        "inside": mention.inside,
        "back": mention.back,
    }


def _reach(reach: Reach) -> dict[str, Any]:
    place = {"start": reach.span.start, "end": reach.span.end}
    return {
        **place,
        "text": reach.text,
        "kind": reach.kind,
        "state": reach.state,
        "by": _cue(reach.by) if reach.by else None,
    }


def _cue(cue: Cue) -> dict[str, Any]:
    return {"start": cue.span.start, "end": cue.span.end, "kind": cue.kind, "text": cue.text}


def _weight(weight: Weight) -> dict[str, Any]:
    span = [weight.span.start, weight.span.end] if weight.span else None
    return {"feature": weight.feature, "group": weight.group, "logit": round(weight.logit, _DIGITS), "span": span}
