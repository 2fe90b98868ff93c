"""HTML to blocks: roles, places in the source, what is shown and what is not."""

import pytest

from claimcheck.claim import Role
from claimcheck.read import read_text, segment


def read(page):
    return read_text(page, "page.html", "html")


def blocks(page):
    return [(block.role, block.text) for block in read(page).blocks]


def texts(page):
    return [block.text for block in read(page).blocks]


def sources(page):
    """What stands in the source behind each block, its pieces joined by a bar."""
    return ["|".join(page[s.start : s.end] for s in b.offsets.spans(0, len(b.text))) for b in read(page).blocks]


@pytest.mark.parametrize(
    ("page", "role", "text"),
    [
        ("<title>Cells &amp; backs</title>", Role.TITLE, "Cells & backs"),
        ("<h3>What we treat</h3>", Role.HEADING, "What we treat"),
        ("<p>We heal.</p>", Role.PARAGRAPH, "We heal."),
        ("<ul><li>We heal.</ul>", Role.LIST_ITEM, "We heal."),
        ("<dl><dt>We heal.</dl>", Role.LIST_ITEM, "We heal."),
        ("<dl><dd>We heal.</dl>", Role.LIST_ITEM, "We heal."),
        ("<select><option>We heal.</select>", Role.LIST_ITEM, "We heal."),
        ("<table><td>We heal.</table>", Role.TABLE_CELL, "We heal."),
        ("<table><th>We heal.</table>", Role.TABLE_CELL, "We heal."),
        ("<button>Book now</button>", Role.BUTTON, "Book now"),
        ("<div role=button>Book now</div>", Role.BUTTON, "Book now"),
        ("<a role='button' href=x>Book now</a>", Role.BUTTON, "Book now"),
        ("<input type=submit value='Book now'>", Role.BUTTON, "Book now"),
        ("<input type=RESET value='Book now'>", Role.BUTTON, "Book now"),
        ("<div><a href=x>Read <b>more</b></a></div>", Role.LINK, "Read more"),
        ("<blockquote><p>It worked.</p></blockquote>", Role.QUOTE, "It worked."),
        ("<p><q>It worked.</q></p>", Role.QUOTE, "It worked."),
        ("<figure><figcaption>A spine</figcaption></figure>", Role.PARAGRAPH, "A spine"),
        ("<img alt='A healed disc'>", Role.ALT, "A healed disc"),
        ("<nav aria-label='Main menu'></nav>", Role.ALT, "Main menu"),
        ("<abbr title='stem cells'></abbr>", Role.ALT, "stem cells"),
        ("<input placeholder='Your pain'>", Role.ALT, "Your pain"),
        ("<meta name=description content='We cure'>", Role.META, "We cure"),
        ("<meta content='We cure' property='og:title'>", Role.META, "We cure"),
        ("<META NAME=Twitter:Description CONTENT='We cure'>", Role.META, "We cure"),
        ("<svg><title>Spine icon</title><path d=x /></svg>", Role.ALT, "Spine icon"),
        ("<svg><g><text>No <tspan>pain</tspan></text></g></svg>", Role.PARAGRAPH, "No pain"),
        ("<textarea>I want relief</textarea>", Role.PARAGRAPH, "I want relief"),
    ],
)
def test_each_element_gives_its_role(page, role, text):
    assert blocks(page) == [(role, text)]


def test_a_heading_keeps_its_level():
    assert [block.level for block in read("<h1>A</h1><h4>B</h4><p>C").blocks] == [1, 4, 0]


@pytest.mark.parametrize(
    "page",
    [
        "<script>Hidden</script>",
        "<style>Hidden</style>",
        "<template><p>Hidden</p></template>",
        "<noscript><p>Hidden</p></noscript>",
        "<!-- Hidden -->",
        "<p hidden>Hidden</p>",
        "<p style='color: red; DISPLAY : none'>Hidden</p>",
        "<p style=visibility:hidden>Hidden</p>",
        "<div hidden><img alt=Hidden><p>Hidden</p><button>Hidden</button></div>",
        "<img hidden alt=Hidden>",
        "<input type=hidden value=Hidden title=Hidden>",
        "<iframe>Hidden</iframe>",
        "<svg><metadata>Hidden</metadata></svg>",
        "<svg><style>Hidden</style></svg>",
        "<div hidden><svg><text>Hidden</text></svg></div>",
        "<meta name=viewport content=Hidden>",
    ],
)
def test_what_is_not_shown_is_left_out(page):
    assert texts(page + "<p>shown") == ["shown"]


def test_inline_tags_do_not_split_a_sentence():
    page = "<p>Our <b>stem cells</b> he<em>al</em>.</p>"
    assert texts(page) == ["Our stem cells heal."]
    assert sources(page) == ["Our |stem cells| he|al|."]


def test_white_space_collapses_as_on_screen():
    page = "<p>\n  Our \n <b> stem </b>\tcells&nbsp; \n</p>"
    assert texts(page) == ["Our stem cells"]


def test_references_map_to_the_whole_of_what_was_written():
    page = "<p>Safe &amp; sure &#8212; caf&eacute</p>"
    (block,) = read(page).blocks
    assert block.text == "Safe & sure — café"
    at = block.text.index("&")
    (span,) = block.offsets.spans(at, at + 1)
    assert page[span.start : span.end] == "&amp;"


def test_attribute_values_have_their_own_places():
    page = '<img class=x alt="Cells &amp;\n discs" title=Spine>'
    assert blocks(page) == [(Role.ALT, "Cells & discs"), (Role.ALT, "Spine")]
    assert sources(page) == ["Cells &amp;\n discs", "Spine"]


def test_an_ampersand_in_an_attribute_keeps_old_links_whole():
    assert texts("<img alt='a&copy=1 &copy; &ampb'>") == ["a&copy=1 © &ampb"]


def test_of_two_attributes_with_one_name_the_first_counts():
    assert texts("<img alt=first alt=second>") == ["first"]


def test_equal_descriptions_are_kept_each_with_its_place():
    page = "<meta name=description content='We cure.'><meta property=og:description content='We cure.'>"
    spans = [each.span for each in segment(read(page))]
    assert [page[s.start : s.end] for s in spans] == ["We cure.", "We cure."]
    assert spans[0] != spans[1]


def test_json_ld_strings_have_exact_places():
    page = (
        '<script type="application/ld+json">{"@type": "Question", "name": "Does it \\"heal\\"?",\n'
        '"acceptedAnswer": {"@type": "Answer", "text": "<p>Yes.\\nIt\\u2019s <b>safe</b>.</p><p>\\ud83d\\ude00 Call.</p>"},'
        '"url": "https://x.example"}</script>'
    )
    assert blocks(page) == [(Role.META, 'Does it "heal"?'), (Role.META, "Yes. It’s safe.\n😀 Call.")]
    assert sources(page)[0] == 'Does it \\"heal\\"?'
    assert [each.text for each in segment(read(page))] == ['Does it "heal"?', "Yes.", "It’s safe.", "😀 Call."]


@pytest.mark.parametrize(
    "broken", ['{"name": "Relief"', '{"name": "Relief", }', '["name": "Relief" "x', '{"name": "Relief", "text": "open']
)
def test_broken_json_ld_gives_what_can_be_read(broken):
    assert texts(f"<script type='application/ld+json'>{broken}</script>") == ["Relief"]


def test_a_line_break_ends_a_segment():
    assert [each.text for each in segment(read("<p>No pain<br>No surgery<br/>No risk"))] == [
        "No pain",
        "No surgery",
        "No risk",
    ]


def test_preformatted_lines_are_apart():
    assert [each.text for each in segment(read("<pre>No pain\nNo risk</pre>"))] == ["No pain", "No risk"]


def test_a_row_of_links_is_taken_apart():
    assert blocks("<nav><a href=a>Home</a><a href=b>Prices</a> | <a href=c>Call</a></nav>") == [
        (Role.LINK, "Home"),
        (Role.LINK, "Prices"),
        (Role.LINK, "Call"),
    ]


def test_a_link_among_words_is_part_of_its_sentence():
    assert blocks("<p>Read <a href=x>our study</a> now") == [(Role.PARAGRAPH, "Read our study now")]


def test_a_link_in_a_list_stays_a_list_item():
    assert blocks("<ul><li><a href=x>Prices</a></ul>") == [(Role.LIST_ITEM, "Prices")]


def test_cells_that_lay_out_a_page_are_paragraphs():
    page = "<table><tr><td>Menu<td><p>One.<p>Two.<p>Three.</table>"
    assert [role for role, _ in blocks(page)] == [Role.TABLE_CELL, Role.PARAGRAPH, Role.PARAGRAPH, Role.PARAGRAPH]


def test_attribute_texts_follow_the_block_they_stand_in():
    assert blocks("<p>Our <img alt=pic> cells</p><p>next") == [
        (Role.PARAGRAPH, "Our cells"),
        (Role.ALT, "pic"),
        (Role.PARAGRAPH, "next"),
    ]


def test_only_the_first_title_is_the_page_title():
    document = read("<title>One</title><body><title>Two</title><h1>Three</h1>")
    assert document.title == "One"
    assert [block.text for block in document.blocks] == ["One", "Three"]


def test_a_page_without_title_is_called_by_its_first_heading():
    assert read("<h2>Two</h2><h1>One</h1>").title == "One"


def test_an_empty_page_has_no_blocks():
    document = read("")
    assert document.blocks == ()
    assert (document.read, document.skipped, document.title) == (0, 0, "")


def test_every_character_is_counted_as_read_or_skipped():
    page = "<p>Our <b>cells</b></p><script>x</script>"
    document = read(page)
    assert document.read == len("Our cells")
    assert document.read + document.skipped == len(page)


@pytest.mark.parametrize(
    "page",
    [
        "<" * 200_000,
        "<a " * 60_000,
        "<p a='" * 30_000,
        "&" * 200_000,
        "&a" * 100_000,
        "&#" + "1" * 200_000,
        "<!--" * 50_000,
        "<div>" * 50_000 + "x" + "</span>" * 50_000,
        "<p><table><td>" + "<div>" * 30_000 + "</p>" * 30_000,
        "<ul>" + "<div>" * 20_000 + "<li></li>" * 20_000,
        "<span hidden>" + "<b>" * 30_000 + "</i>" * 30_000,
        "<table><tr><td>" * 10_000,
        "<script>" + "<!--<script>" * 20_000,
        "<svg>" * 20_000 + "<p>" * 20_000,
        "<script type=application/ld+json>{'name': \"" + '\\"' * 50_000,
    ],
    ids=lambda page: page[:20],
)
def test_hostile_pages_are_read_in_one_pass(page):
    """A reader that took quadratic time would not come back from these."""
    document = read(page)
    assert document.read + document.skipped == len(page)


def test_labels_of_a_form_are_texts_of_their_own():
    page = "<form><label>Your name</label> <input> <label>Phone</label><input></form><p>See <label>us</label></p>"
    assert [block.text for block in read_text(page, format="html").blocks] == ["Your name", "Phone", "See", "us"]
