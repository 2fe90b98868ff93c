"""The elements of HTML by how they shape a page's text."""

from __future__ import annotations

from claimcheck.read.words import words

HEADINGS = {f"h{level}": level for level in range(1, 7)}
VOID = words("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")
BLOCKS = words(
    "address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li listing main menu nav ol optgroup option p plaintext pre "
    "search section select summary table tbody td textarea tfoot th thead tr ul xmp button"
)
LISTS = words("ul ol dl dir menu table select datalist")
KEEPS_SPACE = words("pre textarea listing xmp plaintext")
NEVER_SHOWN = words("script style template noscript iframe noembed noframes")

# An open paragraph ends where one of these starts.
CLOSES_PARAGRAPH = words(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr li dd dt listing main menu nav ol p plaintext pre search section summary table ul xmp"
)
# Elements that end without an end tag.
ENDS_ALONE = words("p li dd dt option optgroup")
# No end tag reaches beyond these, and an open paragraph outside of them stays open.
SCOPES = words("applet button caption marquee object select table td template th html")
# An open list item ends at the next one unless one of these stands between them.
ITEM_FENCES = (BLOCKS | SCOPES) - words("address div p li dd dt option optgroup label")
# What the start of each of these ends: those elements, as far as the innermost of these others.
IMPLIED_ENDS = {
    "td": (("td", "th"), ("tr", "tbody", "thead", "tfoot", "table")),
    "th": (("td", "th"), ("tr", "tbody", "thead", "tfoot", "table")),
    "tr": (("tr", "caption"), ("tbody", "thead", "tfoot", "table")),
    "tbody": (("tbody", "thead", "tfoot", "caption"), ("table",)),
    "thead": (("tbody", "thead", "tfoot", "caption"), ("table",)),
    "tfoot": (("tbody", "thead", "tfoot", "caption"), ("table",)),
    "caption": (("tbody", "thead", "tfoot", "caption"), ("table",)),
}
TABLE_PARTS = frozenset(IMPLIED_ENDS) | {"colgroup", "col"}
# Tags that change nothing in the text, wherever they stand.
NO_EFFECT = words("html head body frameset frame colgroup col")

# An HTML tag inside SVG or MathML that shows that the author forgot to end it.
ENDS_FOREIGN = words(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
FOREIGN = frozenset({"svg", "math"})
# Inside a drawing only these hold text: shown, or told on pointing.
DRAWN_LABEL = frozenset({"title", "desc"})
DRAWN = DRAWN_LABEL | {"text", "foreignobject"}
HOLDS_HTML = DRAWN_LABEL | {"foreignobject"}
# Links and inline quotations, which may fill a block.
WRAPS = frozenset({"a", "q"})

# Only these can do anything to the text by their mere name.
SHAPING = BLOCKS | VOID | NO_EFFECT | TABLE_PARTS | FOREIGN | SCOPES | NEVER_SHOWN | WRAPS
IMPLYING = CLOSES_PARAGRAPH | TABLE_PARTS | {"button", "option", "optgroup"}
