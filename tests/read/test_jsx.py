"""MDX and scripts with markup: words kept, code blanked, every word in its place."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.claim import Role
from claimcheck.read import comments, read_bytes, read_text, segment

MDX = """---
title: "Regrow your discs"
---
import Hero from './hero'
export const meta = { description: 'Our cells end pain' }

# Back pain care

Our cells {/* a comment */} rebuild discs for {count} people. It costs {"a lot"}.

<Hero heading="End back pain" subtitle={"No surgery, no risk"} className="Big Box" items={["Safe relief", 'x']}>
    Inside the *hero* it works.

    - Item one
</Hero>

<div className={styles.x}>Plain text</div>

```js
const a = {"Not Read": 1}
```
"""
JSX = r"""
// Don't read this
const benefits = ["Regrow your discs", 'It\'s safe', "flex items-center"];
const re = /["'`]/g;
export default function Page({ name }: Props<string>) {
  const t = `Hello ${name} there`;
  const u = `Walk again`;
  return (
    <>
      <Title className="Big Text">End your pain</Title>
      <h1>Live <b>pain-free</b> {"today"}!</h1>
      <p>Our cells <Icon name="x" /> rebuild discs.<br/>It&apos;s sound.</p>
      <ul>{benefits.map(b => <li key={b}>Benefit: {b} is real</li>)}</ul>
      <img src="A file.png" alt="A man walks" />
      <Card title="We cure sciatica" onClick={() => { go("Somewhere far") }} />
      <motion.div style={{a: "B c"}}>Moving text</motion.div>
      <button type="submit">Book now</button>
    </>
  );
}
"""


def found(text, format):
    return [(each.role, each.text) for each in segment(read_text(text, "page", format))]


def test_mdx_keeps_its_words_and_drops_its_code():
    assert found(MDX, "mdx") == [
        (Role.TITLE, "Regrow your discs"),
        (Role.PARAGRAPH, "Our cells end pain"),
        (Role.HEADING, "Back pain care"),
        (Role.PARAGRAPH, "Our cells rebuild discs for people."),
        (Role.PARAGRAPH, "It costs a lot."),
        (Role.PARAGRAPH, "End back pain"),
        (Role.PARAGRAPH, "No surgery, no risk"),
        (Role.PARAGRAPH, "Safe relief"),
        (Role.PARAGRAPH, "Inside the hero it works."),
        (Role.LIST_ITEM, "Item one"),
        (Role.PARAGRAPH, "Plain text"),
    ]


def test_a_script_gives_its_text_nodes_properties_and_strings():
    assert found(JSX, "jsx") == [
        (Role.PARAGRAPH, "Regrow your discs"),
        (Role.PARAGRAPH, "It's safe"),
        (Role.PARAGRAPH, "Walk again"),
        (Role.PARAGRAPH, "End your pain"),
        (Role.HEADING, "Live pain-free today!"),
        (Role.PARAGRAPH, "Our cells rebuild discs."),
        (Role.PARAGRAPH, "It's sound."),
        (Role.LIST_ITEM, "Benefit: is real"),
        (Role.ALT, "A man walks"),
        (Role.PARAGRAPH, "We cure sciatica"),
        (Role.PARAGRAPH, "Somewhere far"),
        (Role.PARAGRAPH, "Moving text"),
        (Role.BUTTON, "Book now"),
    ]


@pytest.mark.parametrize(("text", "format"), [(MDX, "mdx"), (JSX, "jsx")])
def test_every_word_stands_where_it_says(text, format):
    document = read_text(text, "page", format)
    for block in document.blocks:
        for run in block.offsets.runs:
            if run.length == run.source_length:
                assert (
                    block.text[run.start : run.start + run.length].split()
                    == text[run.source : run.source + run.length].split()
                )


def test_suffixes_tell_the_format():
    assert read_bytes(MDX.encode(), "a.mdx").source.format == "mdx"
    assert read_bytes(JSX.encode(), "a.tsx").source.format == "jsx"


def test_a_suppression_in_a_comment_is_seen():
    text = '<p>Text</p>\n{/* claimcheck: ignore-next reason="a name" */}\n'
    for format in ("mdx", "jsx"):
        (comment,) = comments(read_text(text, "page", format).source)
        assert comment.text.strip() == 'claimcheck: ignore-next reason="a name"'
        assert text[comment.span.start : comment.span.end].startswith("/*")


def test_an_expression_that_does_not_end_is_text():
    assert found("Costs { a lot.\n\nMore { text.\n", "mdx") == [
        (Role.PARAGRAPH, "Costs { a lot."),
        (Role.PARAGRAPH, "More { text."),
    ]


@given(st.text(alphabet="<>/{}`'\"$\\=aA1 \n*-#", max_size=80))
def test_nothing_is_too_broken_to_read(text):
    for format in ("mdx", "jsx"):
        document = read_text(text, "page", format)
        for each in segment(document):
            assert 0 <= each.span.start < each.span.end <= len(text)


@pytest.mark.parametrize("format", ["mdx", "jsx"])
@pytest.mark.parametrize(
    "piece", ["{", "<A>", "<A b={", "`", "{`${", "<a ", "'", "/*", "{/*", "</A", "<A b='", "(/[", '{"a"}']
)
def test_time_grows_with_the_length_alone(format, piece):
    started = time.process_time()
    read_text(piece * (60_000 // len(piece)), "page", format)
    assert time.process_time() - started < 3
