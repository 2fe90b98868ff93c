"""Disguised words are read as the words that they stand for; honest text is left as it is, and spans stay true."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck import corpus
from claimcheck.read import plain_segment, read_text, segment
from tests.read.spellings import goldens, variants

CORPUS = Path(__file__).parents[2] / "corpus"

SEEN = [
    ("We сurе back pain.", "We cure back pain.", "look-alike"),
    ("We cυrε back pain.", "We cure back pain.", "look-alike"),
    ("Our ехоѕоmеѕ work.", "Our exosomes work.", "look-alike"),
    ("We c\u200bu\u200br\u200be it.", "We cure it.", "invisible"),
    ("We gua\u00adran\u2060tee it.", "We guarantee it.", "invisible"),
    ("We c̶u̶r̶e̶ it.", "We cure it.", "struck"),
    ("We c\u0301\u0330u\u0301\u0330r\u0301\u0330e\u0301\u0330 it.", "We cure it.", "struck"),
    ("We ｃｕｒｅ it.", "We cure it.", "letterform"),
    ("We 𝐜𝐮𝐫𝐞 it.", "We cure it.", "letterform"),
    ("We 𝓬𝓾𝓻𝓮 it.", "We cure it.", "letterform"),
    ("We ⓒⓤⓡⓔ it.", "We cure it.", "letterform"),
    ("We 🅲🆄🆁🅴 it.", "We CURE it.", "letterform"),
    ("We cᴜʀᴇ it.", "We cURE it.", "look-alike"),
    ("We cúre the paín.", "We cure the pain.", "accented"),
    ("Stém çells", "Stem cells", "accented"),
    ("We cur3 b4ck p@in.", "We cure back pain.", "leet"),
    ("Our $tem ce11s work.", "Our stem cells work.", "leet"),
    ("We c.u.r.e. it", "We cure. it", "spaced"),
    ("It is g u a r a n t e e d today.", "It is guaranteed today.", "spaced"),
    ("w e c u r e p a i n", "we cure pain", "spaced"),
    ("We g-u-a-r-a-n-t-e-e it.", "We guarantee it.", "spaced"),
    ("We gua-ran-tee it.", "We guarantee it.", "separated"),
    ("We cu_re it.", "We cure it.", "separated"),
    ("We c*re it.", "We cure it.", "masked"),
    ("gu*r*nteed p**n relief", "guaranteed pain relief", "masked"),
    ("We cuuuure it.", "We cure it.", "drawn out"),
    ("GUARANTEEEED!", "GUARANTEED!", "drawn out"),
    ("We gaurantee it.", "We guarantee it.", "misspelt"),
    ("Permenant releif.", "Permanent relief.", "misspelt"),
    ("Steam cells heal.", "Stem cells heal.", "misspelt"),
    ("No 🔪 and your discs 💯 healed.", "No surgery and your discs 100% healed.", "emoji"),
    ("We | cure | your | back | pain", "We cure your back pain", None),
]

HONEST = [
    "TNFα, IL-1β and TGF-β1 fell; β-cells and μ-opioids did not.",
    "L4-L5, T12, CD34+, CD105, HLA-B27, 5HT, COVID-19, GEN3 kits, B12 and 3D scans of 5mg at 10am.",
    "e.g. Dr. J. K. Roe, Ph.D., of the U.S.A., F.D.A. and M.R.I.",
    "Café résumé, naïve façade; René Müller and Søren Ångström.",
    "La thérapie régénérative est une opération générale et médicale.",
    "Unsere Behandlung heilt Schmerzen; Células madre para el dolor de espalda.",
    "Лечение стволовыми клетками: мост, рот, нос.",
    "Βλαστοκύτταρα για τον πόνο στη μέση.",
    "干细胞治疗！ 줄기세포 치료. 幹細胞治療。",
    "Home | About us | Contact | Book now",
    "www.example.com, info@example.com, C# and C++, 50% off!!! $5 a day",
    "well-being, e-mail, re-grow, x-ray, follow-ups, state-of-the-art, and/or",
    "1️⃣ Book a call 👩‍⚕️ ❤️ ✅ Done 💉",
    "options a b c d e and A B C",
    "*emphasis* and footnote* with 5*3 stars ***",
    "m² and x³, 20 °C, ½, №, ™, ®, H₂O, ª",
    "Mmm, aaah, III, www, 1000000 and so on...",
]

# All that reading changes in the corpus: slips of the keyboard, a heading set with spaces, a French word.
CHANGED = {
    ("sesssion", "session"),
    ("marrrow", "marrow"),
    ("A B S T R A C T", "ABSTRACT"),
    ("différence", "difference"),
}


@pytest.mark.parametrize(("written", "plain", "kind"), SEEN)
def test_a_disguise_is_seen_through_and_told(written, plain, kind):
    read = plain_segment(written)
    assert read.text == plain
    assert kind is None or kind in {each.kind for each in read.disguises}
    for each in read.disguises:
        cover = read.offsets.cover(each.span.start, each.span.end)
        assert written[cover.start : cover.end].strip() == each.written


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_is_left_as_it_is(text):
    read = plain_segment(text)
    assert (read.text, read.disguises) == (text, ())


def test_reading_changes_nothing_in_the_corpus_but_what_is_listed():
    texts = {each.text for part in ("pages", "boost") for page in corpus.load(CORPUS / part) for each in page.segments}
    for file in (CORPUS / "contrast").glob("*.jsonl"):
        texts.update(_texts(json.loads(line)) for line in file.read_text("utf-8").splitlines())
    texts = {text for each in texts for text in (each if isinstance(each, tuple) else (each,))}
    assert len(texts) > 35_000
    changed = set()
    for text in texts:
        read = plain_segment(text)
        if read.text != text:
            changed |= {(d.written, read.text[d.span.start : d.span.end]) for d in read.disguises} or {
                (text, read.text)
            }
    assert changed <= CHANGED


def _texts(value):
    if isinstance(value, dict):
        return tuple(each for key, inner in value.items() for each in (_texts(inner) if key != "text" else (inner,)))
    return tuple(each for inner in value for each in _texts(inner)) if isinstance(value, list) else ()


@pytest.mark.parametrize(
    "page",
    [
        "<p>We c&#117;re back pain.</p>",
        "<p>We c<b></b>ure back pain.</p>",
        "<p>We <b>c</b><i>u</i>re back pain.</p>",
        "<p>We c<!-- x -->ure back pain.</p>",
        "<p>We cu<wbr>re back pain.</p>",
        "<p>We cu&shy;re back pain.</p>",
        "<p>We cu&#8203;re back pain.</p>",
        "<p>We c<span style='display:none'>xx</span>ure back pain.</p>",
        "<p>We с<b>у</b>rе back pain.</p>".replace("у", "u"),
        "<p>We c<b>.</b>u.r.e back pain.</p>",
    ],
)
def test_entities_and_split_tags_are_seen_through_in_html(page):
    (only,) = segment(read_text(page, format="html"))
    assert only.text == "We cure back pain."
    at = only.text.index("cure")
    cover = only.offsets.cover(at, at + 4)
    assert page[cover.start] in "cс" and page[cover.end - 1] in "eе"


def test_a_sentence_is_cut_after_its_words_are_read():
    first, second = segment(read_text("We c.u.r.e pain. You are g.u.a.r.a.n.t.e.e.d results."))
    assert (first.text, second.text) == ("We cure pain.", "You are guaranteed results.")
    assert [each.written for each in second.disguises] == ["g.u.a.r.a.n.t.e.e.d"]


ALPHABET = st.sampled_from(list("aceurpin CURE\n.*_-|@$34 \u200b\u00ad\u0336\u0301сеаρ💯🔪ｃ𝐜ᴄé'’%!"))


@given(st.text(ALPHABET, max_size=60) | st.text(max_size=40))
@example("c\u200b\u0336.u.r.e")
@example("\ufb01\u0301\u0302nd")
@example("ﬃ" * 5)
def test_spans_lie_in_order_inside_the_source(text):
    for part in segment(read_text(text)):
        assert part.offsets.runs
        spans = part.spans
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(one.end <= two.start for one, two in pairwise(spans))
        for each in part.disguises:
            cover = part.offsets.cover(each.span.start, each.span.end)
            assert part.span.start <= cover.start < cover.end <= part.span.end


@given(st.text(ALPHABET, max_size=60))
def test_every_character_read_has_a_place(text):
    read = plain_segment(text)
    for at, character in enumerate(read.text):
        assert read.offsets.spans(at, at + 1), (read.text, at, character)


@given(st.text(ALPHABET, max_size=60))
def test_what_was_read_is_plain(text):
    once = plain_segment(text).text
    assert plain_segment(plain_segment(once).text).text == plain_segment(once).text


def test_the_lists_of_words_are_those_of_the_training_pages():
    for path, content in goldens().items():
        stored, now = set(path.read_text("utf-8").split()), set(content.split())
        assert len(stored & now) > 0.9 * len(now), "python -m tests.golden spellings"


def test_a_variant_keeps_its_first_letter():
    assert all(each[0] == "h" for each in variants("healing"))
