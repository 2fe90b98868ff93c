"""A finding in a file that is no text, as every format has to tell it."""

from dataclasses import replace

from claimcheck.text import Source
from tests.report.conftest import make_result

PLACE = "page 3"


def make_extracted():
    made = make_result(
        "Our offer\n\nPRP heals.\n", ("PRP heals.", "asserted", "regeneration", ("heals",)), name="a.pdf", format="pdf"
    )
    source = Source("a.pdf", made.source.text, "pdf", ((0, "page 1"), (11, PLACE)))
    finding = replace(made.findings[0], source=source)
    return replace(made, source=source, findings=(finding,), segments=(finding.segment,))
