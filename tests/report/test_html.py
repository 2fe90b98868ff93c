import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from selectolax.lexbor import LexborHTMLParser

from claimcheck.report import render


class Strict(HTMLParser):
    """Notes what could make a request or run, and that every element is ended."""

    VOID = frozenset({"meta", "link", "input", "br"})

    def __init__(self):
        super().__init__()
        self.open, self.requests, self.ids, self.references, self.handlers = [], [], [], [], []

    def handle_starttag(self, tag, attributes):
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attributes:
            if name in ("src", "action", "srcset", "data") or (
                name == "href" and not value.startswith(("#", "data:,"))
            ):
                self.requests.append((tag, name, value))
            if name.startswith("on") or (value or "").lower().startswith("javascript:"):
                self.handlers.append((tag, name))
            if name == "id":
                self.ids.append(value)
            if name == "href" and value.startswith("#"):
                self.references.append(value[1:])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def page(results, tool):
    text = "".join(render(results, "html", tool=tool))
    parser = Strict()
    parser.feed(text)
    assert parser.open == []
    assert parser.requests == [] and parser.handlers == []
    assert len(set(parser.ids)) == len(parser.ids)
    assert set(parser.references) <= set(parser.ids)
    return text


def test_the_page_is_whole_and_asks_for_nothing(site, tool):
    text = page(site, tool)
    assert "url(" not in text and "@import" not in text
    assert "default-src 'none'" in text


def test_the_policy_allows_this_style_and_this_script_alone(site, tool):
    text = page(site, tool)
    for kind, tag in (("style-src", "style"), ("script-src", "script")):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in text


def test_the_words_of_the_page_are_all_there_in_order(site, tool):
    tree = LexborHTMLParser(page(site, tool))
    for node in tree.css("a.ref"):
        node.decompose()
    blocks = [" ".join(node.text().split()) for node in tree.css("#d1 .block")]
    assert blocks == ["Stem cells", "Our cells <b>cure</b> pain & cost < $9. See us.", "Guaranteed. PRP heals."]


@pytest.mark.parametrize(
    "attack",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style><script>1</script>", "'onload='x"],
)
def test_text_of_a_page_never_becomes_markup(result, tool, attack):
    text = page([result(f"{attack} heals.", (f"{attack} heals.", "asserted", "cure", (attack,)), name=attack)], tool)
    tree = LexborHTMLParser(text)
    assert len(tree.css("script")) == 1 and not tree.css("img")
    assert attack in tree.css_first("mark").text()
    assert attack in tree.css_first("h2").text()


def test_a_finding_is_marked_with_its_deciding_words_and_explained_in_place(site, tool):
    tree = LexborHTMLParser(page(site, tool))
    mark = tree.css_first("mark.absolute")
    assert mark.css_first("u").text() == "cure"
    note = tree.css_first(f"article[data-mark={mark.attributes['id']}]")
    assert [each.text() for each in note.css("ol.ladder li")] == ["none", "qualified", "vague", "asserted", "absolute"]
    assert note.css_first("[aria-current]").text() == "absolute"
    assert "A trial of 40 people" in note.text() and "were tested against" in note.text()
    assert note.attributes["data-categories"] == "cure efficacy"


def test_what_is_set_aside_is_shown_as_such_with_its_reason(site, tool):
    tree = LexborHTMLParser(page(site, tool))
    (mark,) = tree.css("mark.set-aside")
    assert mark.text() == "Guaranteed."
    assert "Cleared by legal | 2026-03, M. B., until 2027-01-01" in tree.css_first("article.set-aside").text()


def test_the_site_table_leads_to_its_pages(site, tool):
    tree = LexborHTMLParser(page(site, tool))
    links = [link.attributes["href"] for link in tree.css("#site th a")]
    assert links == ["#d1", "#d2"]
