import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.edits import spliced
from claimcheck.read import read_text, segment
from claimcheck.rewrite.place import Place, UnplaceableError


def placed(source, format, old, new):
    """The source with one segment's words exchanged."""
    document = read_text(source, format=format)
    one = next(each for each in segment(document) if each.text == old)
    return spliced(source, Place(document.source).edits(one, new))


def removed(source, format, old):
    document = read_text(source, format=format)
    segments = segment(document)
    one = next(each for each in segments if each.text == old)
    return spliced(source, Place(document.source).removal([one], [s for s in segments if s.block == one.block]))


@pytest.mark.parametrize(
    ("source", "format", "old", "new", "after"),
    [
        ("A b c.\r\n\r\nD.", "text", "A b c.", "A x c.", "A x c.\r\n\r\nD."),
        ("<p>A &amp; b <b>c</b> d.</p>", "html", "A & b c d.", "A & b c e.", "<p>A &amp; b <b>c</b> e.</p>"),
        ("<p>A <b>b</b> c.</p>", "html", "A b c.", "Ask us.", "<p>Ask us.</p>"),
        ("<p>A <b>b c</b>.</p>", "html", "A b c.", "Ask us & them.", "<p>Ask us &amp; them.</p>"),
        ('<img alt="A b">', "html", "A b", "A “c”", '<img alt="A “c”">'),
        ("**A** b *c* d.\n", "markdown", "A b c d.", "A b c e.", "**A** b *c* e.\n"),
        ("One\ntwo three.\n", "text", "One two three.", "One two four.", "One\ntwo four.\n"),
    ],
)
def test_only_the_words_that_change_are_edited(source, format, old, new, after):
    assert placed(source, format, old, new) == after


def test_words_are_escaped_for_their_place():
    assert placed('<p title="x">A b</p>', "html", "A b", "a < b & c") == '<p title="x">a &lt; b &amp; c</p>'
    page = '<script type="application/ld+json">{"@type":"Thing","description":"PRP cures."}</script>'
    assert '"say \\"no\\"."' in placed(page, "html", "PRP cures.", 'say "no".')


def test_a_link_is_not_emptied():
    with pytest.raises(UnplaceableError):
        placed('<p>See <a href="/x">our cure</a> now.</p>', "html", "See our cure now.", "Ask us.")


@pytest.mark.parametrize(
    ("source", "format", "old", "after"),
    [
        ("<ul>\n<li>A b</li>\n<li>C d</li>\n</ul>\n", "html", "A b", "<ul>\n<li>C d</li>\n</ul>\n"),
        ("<p>A b. C d.</p>", "html", "A b.", "<p>C d.</p>"),
        ("- A b\n- C d\n", "markdown", "A b", "- C d\n"),
        ("A b. C d.\r\n", "text", "A b.", "C d.\r\n"),
        ("> A b.\n\nC d.\n", "markdown", "A b.", "\nC d.\n"),
    ],
)
def test_what_is_taken_out_leaves_no_empty_shell(source, format, old, after):
    assert removed(source, format, old) == after


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.sampled_from(["alpha", "beta&", "<b>gamma</b>", "delta ", "&eacute;psilon"]), min_size=2, max_size=6),
    st.data(),
)
def test_bytes_outside_the_edits_are_untouched(parts, data):
    source = (
        "<p>"
        + " ".join(part.replace("&", "&amp;") if part == "beta&" else part for part in parts)
        + " end.</p>\r\n<p>Rest.</p>"
    )
    document = read_text(source, format="html")
    one = segment(document)[0]
    words = one.text.split()
    words[data.draw(st.integers(0, len(words) - 1))] = "new"
    try:
        edits = Place(document.source).edits(one, " ".join(words))
    except UnplaceableError:
        return
    after = spliced(source, edits)
    assert after.endswith("</p>\r\n<p>Rest.</p>")
    assert segment(read_text(after, format="html"))[0].text == " ".join(words)
