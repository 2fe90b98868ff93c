from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claim import Context, Role, Segment
from claimcheck.judge.lexicon import Lexicon
from claimcheck.judge.phrases import MARKS, PLACES, PhraseNet, fields, kind_feature, marks, words
from claimcheck.judge.reading import Reader
from claimcheck.judge.table import WeightTable, key_of, pack, pack_raw

VOCABULARY = ["cells", "heal", "your", "disc", "not", "laser"]
READER = Reader(Lexicon({"repair": ["heal*"], "ours": ["stem cells"]}), WeightTable(pack({}, 1)))
OWN, AROUND, HIDDEN, OUTPUTS = 2, 1, 3, 2
WIDTH = OWN + 4 * AROUND + MARKS
# Three places for each of the three filters, as signed answers.
ANSWERS = {word: [(at * 7 + place * 5) % 23 - 11 for place in range(9)] for at, word in enumerate(VOCABULARY)}
ANSWERS |= {kind_feature("repair"): [4, -3, 2, 9, 0, -9, 1, 1, 1], kind_feature("ours"): [0, 5, 0, -2, 6, 0, 3, 0, 3]}
DENSE = {
    "filters": [OWN, AROUND],
    "biases": [3, -2, 1],
    "mark": 10,
    "layer": [[(row * 3 + lane * 5) % 17 - 8 for lane in range(HIDDEN + OUTPUTS)] for row in range(WIDTH)],
    "layer_biases": [5, -40, 0, 7, -7],
    "out": [[3, -2, 1], [0, 4, -5]],
    "steps": [0.5, 0.25],
}


def net():
    rows = {key_of(word): bytes(value + 128 for value in row) for word, row in ANSWERS.items()}
    return PhraseNet(WeightTable(pack_raw(rows, (OWN + AROUND) * PLACES)), DENSE)


def plainly(segment):
    """The same net as a definition: windows of three, strongest answer, two layers."""
    seen = []
    for number, text in enumerate(fields(segment)):
        read = words(READER.read(text), number) if text else []
        for filter in range(OWN) if number == 0 else range(OWN, OWN + AROUND):
            best = 0
            if read:
                sums = [
                    sum(answer(read, at + place - 1, 3 * filter + place) for place in range(3))
                    for at in range(len(read))
                ]
                best = max(0, max(sums) + DENSE["biases"][filter])
            elif number == 0:
                best = max(0, -6 * 128 + DENSE["biases"][filter])
            seen.append(best)
    seen += [DENSE["mark"] * mark for mark in marks(segment)]
    sums = [
        sum(value * row[lane] for value, row in zip(seen, DENSE["layer"], strict=True)) + bias
        for lane, bias in enumerate(DENSE["layer_biases"])
    ]
    hidden = [max(0, value) for value in sums[:HIDDEN]]
    return [
        round(0.5 * own + 0.25 * sum(h * w for h, w in zip(hidden, row, strict=True)))
        for own, row in zip(sums[HIDDEN:], DENSE["out"], strict=True)
    ]


def answer(read, at, place):
    if not 0 <= at < len(read):
        return 0
    word, kind = read[at]
    return ANSWERS.get(word, [0] * 9)[place] + (ANSWERS[kind_feature(kind)][place] if kind else 0)


TEXTS = st.lists(st.sampled_from([*VOCABULARY, "stem", "unheard", ".", "heals"]), max_size=60).map(" ".join)


@given(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, st.sampled_from(list(Role)))
def test_the_net_is_what_its_definition_says(text, heading, before, after, title, role):
    context = Context((heading,) if heading else (), "", before, after, title)
    segment = replace(Segment.of(text, role), context=context)
    assert net().page([segment], READER.page()) == [plainly(segment)]


def test_surroundings_are_the_nearest_heading_and_a_lead_in_before_the_sentence_before():
    segment = replace(
        Segment.of("x"), context=Context(("Far", "Near"), "You may notice:", "Before.", "After.", "Title")
    )
    assert fields(segment) == ("x", "Near", "You may notice:", "After.", "Title")
    assert fields(replace(segment, context=Context((), "", "Before."))) == ("x", "", "Before.", "", "")


@pytest.mark.parametrize(("text", "ends"), [("Does it? ", [1, 0, 1]), ("It does!", [0, 1, 1]), ("x" * 50, [0, 0, 0])])
def test_marks_tell_role_end_and_length(text, ends):
    told = marks(Segment.of(text, Role.BUTTON))
    assert told[-3:] == ends
    assert [role for role, mark in zip(Role, told, strict=False) if mark] == [Role.BUTTON]


def test_only_so_many_words_of_a_field_are_read_and_what_stands_before_from_its_end():
    reading = READER.read(" ".join(f"w{'x' * at}" for at in range(100)))
    assert words(reading, 0)[0][0] == "w" and len(words(reading, 0)) == 48
    assert words(reading, 2)[-1][0] == reading.tokens[-1].norm and len(words(reading, 2)) == 32


def test_words_carry_the_class_of_the_phrase_that_they_stand_in():
    assert words(READER.read("Stem cells heal discs"), 0) == [
        ("stem", "ours"),
        ("cells", "ours"),
        ("heal", "repair"),
        ("discs", ""),
    ]
