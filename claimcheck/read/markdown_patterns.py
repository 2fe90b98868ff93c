"""How the lines of Markdown look that start or end something.

https://spec.commonmark.org/ for the most part; tables, task lists and footnotes as on GitHub.
"""

from __future__ import annotations

import re

LINE = re.compile(r"([^\r\n]*+)(?:\r\n?|\n|\Z)")
QUOTE = re.compile(r" {0,3}>[ \t]?")
ITEM = re.compile(r"( {0,3})([-+*]|\d{1,9}[.)])(?:([ \t]+)(?=[^ \t])|[ \t]*\Z|[ \t]*(?=[\r\n]))")
TASK = re.compile(r"\[[ xX]\][ \t]+")
BREAK = re.compile(r" {0,3}(?:(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+)\Z")
SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*\Z")
ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|\Z)")
ATX_END = re.compile(r"(?:\A|[ \t])#+[ \t]*\Z|[ \t]+\Z")
FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*\Z)|~{3,})")
DELIMITERS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
# A row of cells that no head names.
ROW = re.compile(r"[ \t]*+\|[ \t]*+[^|\s][^|\r\n]*+\|(?:[^\r\n]*\|)?[ \t]*[\r\n]*\Z")
CELL = re.compile(r"(?:[^|\\]|\\[\s\S]|\\)*+")
DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]\[]+\]:[ \t]*\S+(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*\Z")
FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:[ \t]*")
RAW_HTML = re.compile(r" {0,3}<(?:(script|style|pre|textarea)(?=[\s>]|\Z)|(!--)|(\?)|(![a-zA-Z]))", re.I)
RAW_END = ("</{}>", "-->", "?>", ">")
HTML = re.compile(
    r" {0,3}</?(?:"
    r"address|article|aside|base|basefont|blockquote|body|button|caption|center|col|colgroup|dd|"
    r"details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|"
    r"header|hr|html|iframe|img|legend|li|link|main|menu|menuitem|meta|nav|noframes|noscript|ol|"
    r"optgroup|option|p|param|picture|search|section|summary|svg|table|tbody|td|template|tfoot|th|"
    r"thead|title|tr|track|ul|video"
    r")(?=[\s/>]|\Z)",
    re.I,
)


def interrupts(line: str) -> bool:
    """True where a line cannot go on with the paragraph before it."""
    item = ITEM.match(line)
    return bool(
        (item and item[3] is not None and item[2][:-1] in ("", "1"))
        or QUOTE.match(line)
        or BREAK.match(line)
        or ATX.match(line)
        or FENCE.match(line)
        or HTML.match(line)
        or RAW_HTML.match(line)
    )
