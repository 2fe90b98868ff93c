"""The elements of HTML by how they shape a page's text."""

from __future__ import annotations

HEADINGS = {f"h{level}": level for level in range(1, 7)}
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
BLOCKS = frozenset(
    "address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p plaintext pre search "
    "section select summary table tbody td textarea tfoot th thead tr ul xmp button".split()
)
LISTS = frozenset("ul ol dl dir menu table select datalist".split())
KEEPS_SPACE = frozenset("pre textarea listing xmp plaintext".split())
NEVER_SHOWN = frozenset("script style template noscript iframe noembed noframes".split())

# An open paragraph ends where one of these starts.
CLOSES_PARAGRAPH = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr li dd dt listing main menu nav ol p plaintext pre search section summary table ul xmp".split()
)
# No end tag reaches beyond these, and an open paragraph outside of them stays open.
SCOPES = frozenset("applet button caption marquee object select table td template th html".split())
# An open list item ends at the next one unless one of these stands between them.
ITEM_FENCES = (BLOCKS | SCOPES) - frozenset("address div p li dd dt option optgroup".split())
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
NO_EFFECT = frozenset("html head body frameset frame colgroup col".split())

# An HTML tag inside SVG or MathML that shows that the author forgot to end it.
ENDS_FOREIGN = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)
FOREIGN = frozenset({"svg", "math"})
# Inside a drawing only these hold text: shown, or told on pointing.
DRAWN_LABEL = frozenset({"title", "desc"})
DRAWN = DRAWN_LABEL | {"text", "foreignobject"}
HOLDS_HTML = DRAWN_LABEL | {"foreignobject"}
