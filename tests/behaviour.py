"""What the judge does when a text is changed in one way: `python -m tests.behaviour` runs every check and writes a table.

After Ribeiro and others (2020): minimum functionality (what must be flagged, what must not), invariance (a change that
must change nothing) and direction (a change that may move the strength one way only). Checks are made from templates,
in the same order every time. `--card models/README.md` writes the table into the model card; `--failures` shows what failed.
"""

import argparse
import random
from collections import defaultdict
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from claimcheck.judge import default_judge
from claimcheck.read import plain_segment, read_text, segment

TREATMENTS = (
    "stem cell therapy",
    "PRP",
    "exosome therapy",
    "our stem cell injection",
    "bone marrow concentrate",
    "mesenchymal stem cell treatment",
)
CONDITIONS = ("back pain", "sciatica", "a herniated disc", "spinal stenosis", "degenerative disc disease", "neck pain")
CLAIMS = (
    "{T} cures {C}",
    "{T} relieves {C} without surgery",
    "{T} is a safe and effective treatment for {C}",
    "{T} permanently ends {C}",
    "{T} repairs the damaged tissue behind {C}",
    "{T} has been proven to eliminate {C}",
    "{T} works better than surgery for {C}",
    "{T} may help to ease {C}",
    "{T} gets patients with {C} back to work in days",
)
ABSOLUTE = (
    "We guarantee that {T} cures {C}.",
    "{T} is a guaranteed, permanent cure for {C}.",
    "Say goodbye to {C} forever with {T}!",
    "{T} works for every patient with {C}, with no side effects.",
    "{T} has a 100% success rate in {C}.",
)
HONEST = (
    "We cannot guarantee that {T} helps against {C}.",
    "There is no good evidence that {T} cures {C}.",
    "{T} is not approved by the FDA for {C}.",
    "Nobody should be told that {T} cures {C}.",
    "Ask your doctor about {C} before you pay for {T}.",
    "A consultation about {C} lasts thirty minutes.",
    "{C} is common and often passes by itself.",
)
NAMES = ("Dr. Anna Weiss", "Dr. Omar Haddad", "Dr. Li Chen", "Dr. Priya Nair", "Dr. John Smith")
PLACES = ("Austin", "Manchester", "Melbourne", "Tijuana", "Bangkok", "Toronto")
NUMBERS = ("3", "7", "12", "25", "40")
UNRELATED = (
    "Our office is open from Monday to Friday.",
    "Parking is free behind the building.",
    "You can pay by card or in cash.",
    "We are closed on public holidays.",
    "The lift is to the left of the entrance.",
)
DENIALS = (
    "It is not true that {}.",
    "There is no evidence that {}.",
    "Nobody has shown that {}.",
    "We do not claim that {}.",
    "Regulators warn that it is false to say that {}.",
)
GUARANTEES = ("{}, guaranteed.", "We guarantee it: {}.", "{}, or your money back.", "{} every time, without exception.")


@dataclass(frozen=True)
class Check:
    """One check: what it tries, the texts, and whether the judge passed."""

    capability: str
    kind: str
    text: str
    changed: str
    passed: bool


class Suite:
    """Makes and runs the checks with a judge."""

    def __init__(self, judge=None):
        self._judge = judge or default_judge()
        self._memo = {}

    def strength(self, text, around=()):
        """The strength of a sentence alone, or as the first of a page."""
        key = (text, around)
        if key not in self._memo:
            page = segment(read_text("\n\n".join((text, *around)))) if around else (plain_segment(text),)
            self._memo[key] = self._judge.judge(page)[0].strength
        return self._memo[key]

    def run(self):
        """All checks, in order."""
        for make in (self._functions, self._invariances, self._lists, self._directions):
            yield from make()

    def _functions(self):
        for form, t, c in product(ABSOLUTE, TREATMENTS, CONDITIONS):
            text = _told(form, t, c)
            yield Check("total claims are flagged", "function", text, "", self.strength(text).flagged)
        for form, t, c in product(HONEST, TREATMENTS, CONDITIONS):
            text = _told(form, t, c)
            yield Check("honest sentences are not", "function", text, "", not self.strength(text).flagged)

    def _invariances(self):
        for text, number in _claims():
            pick = random.Random(number)
            yield self._same(
                "names", f"At {_of(NAMES, number)}'s clinic, {text}", f"At {_of(NAMES, number + 1)}'s clinic, {text}"
            )
            yield self._same("places", f"In {_of(PLACES, number)}, {text}", f"In {_of(PLACES, number + 1)}, {text}")
            one, two = _of(NUMBERS, number), _of(NUMBERS, number + 1)
            yield self._same("numbers", f"In our {one} rooms, {text}", f"In our {two} rooms, {text}")
            yield self._same("typing errors", _sentence(text), _sentence(_slip(text, pick)))
            yield self._same("capitals", _sentence(text), _sentence(text).upper())
            yield self._same("punctuation and quotes", _sentence(text), _sentence(text).rstrip(".") + " .")
            around = (_of(UNRELATED, number),)
            before, after = self.strength(_sentence(text)), self.strength(_sentence(text), around)
            yield Check("an unrelated sentence", "invariance", _sentence(text), around[0], _alike(before, after))

    def _lists(self):
        for number, t in product(range(20), TREATMENTS):
            items = random.Random(number).sample(
                [_sentence(_told(form, t, c)) for form, c in zip(CLAIMS, CONDITIONS, strict=False)], 4
            )
            told = [dict(zip(order, self._list(order), strict=True)) for order in (items, items[::-1])]
            for item in items[:2]:
                passed = told[0][item].flagged == told[1][item].flagged
                yield Check("order of list items", "invariance", item, "reversed", passed)

    def _list(self, items):
        page = "What we offer:\n" + "".join(f"- {item}\n" for item in items)
        return [each.strength for each in self._judge.judge(segment(read_text(page)))][-len(items) :]

    def _directions(self):
        for text, number in _claims():
            plain = self.strength(_sentence(text))
            sure = _sentence(_of(GUARANTEES, number).format(text))
            yield Check("a guarantee never weakens", "direction", text, sure, self.strength(sure) >= plain)
            denied = _of(DENIALS, number).format(text)
            yield Check("a denial never strengthens", "direction", text, denied, self.strength(denied) <= plain)
            hedged = f"It is possible that {text} in some people, but this is unproven."
            yield Check("a limit never strengthens", "direction", text, hedged, self.strength(hedged) <= plain)

    def _same(self, capability, text, changed):
        passed = _alike(self.strength(text), self.strength(changed))
        return Check(capability, "invariance", text, changed, passed)


def _alike(one, other):
    """The same flag, and no more than one step between the strengths."""
    return one.flagged == other.flagged and abs(one - other) <= 1


def _claims():
    for number, (form, t, c) in enumerate(product(CLAIMS, TREATMENTS, CONDITIONS)):
        yield _told(form, t, c).removesuffix("."), number


def _told(form, treatment, condition):
    return (
        _upper(form.format(T=treatment, C=condition))
        if form in (*ABSOLUTE, *HONEST)
        else form.format(T=treatment, C=condition)
    )


def _sentence(text):
    return _upper(text).rstrip(".") + "."


def _upper(text):
    return text[:1].upper() + text[1:]


def _of(choices, number):
    return choices[number % len(choices)]


def _slip(text, pick):
    """Two letters of one long word exchanged, never its first."""
    words = text.split(" ")
    at = pick.choice([number for number, word in enumerate(words) if len(word) > 3])
    place = pick.randrange(1, len(words[at]) - 1)
    word = words[at]
    words[at] = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return " ".join(words)


def rates(checks):
    """Capability -> (kind, checks, passed)."""
    found = defaultdict(list)
    for check in checks:
        found[check.capability, check.kind].append(check.passed)
    return {name: (kind, len(passed), sum(passed)) for (name, kind), passed in found.items()}


def table(found):
    """The table in Markdown."""
    yield "| capability | kind | checks | passed |\n| --- | --- | --- | --- |\n"
    for name, (kind, count, passed) in found.items():
        yield f"| {name} | {kind} | {count:,} | {100 * passed / count:.1f} % |\n"
    total, passed = sum(row[1] for row in found.values()), sum(row[2] for row in found.values())
    yield f"| **all** | | {total:,} | {100 * passed / total:.1f} % |\n"


HEAD = "## Behaviour\n"
_INTRO = (
    "Checks made from templates (`python -m tests.behaviour`): what must be flagged and what must not, changes that must\n"
    "change nothing, and changes that may move the strength one way only.\n\n"
)


def into_card(path, lines):
    """Put the table into the model card: in place of the section of that name, or at the end."""
    card = path.read_text("utf-8")
    before, _, rest = card.partition(HEAD)
    _, mark, after = rest.partition("\n## ")
    text = before.rstrip("\n") + "\n\n" + HEAD + _INTRO + "".join(lines) + (mark + after if mark else "")
    path.write_text(text, encoding="utf-8")


def main():
    """Run, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--card", type=Path)
    parser.add_argument("--failures", action="store_true")
    asked = parser.parse_args()
    checks = list(Suite().run())
    found = rates(checks)
    print("".join(table(found)), end="")
    if asked.card:
        into_card(asked.card, table(found))
    for check in checks if asked.failures else ():
        if not check.passed:
            print(f"{check.capability}: {check.text!r} -> {check.changed!r}")


if __name__ == "__main__":
    main()
