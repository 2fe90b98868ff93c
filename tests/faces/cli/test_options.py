from typing import get_args

import pytest

from claimcheck.claim import PageType, Severity
from claimcheck.faces.cli import options
from claimcheck.read import FILE_FORMATS as INPUT_FORMATS
from claimcheck.report import FORMATS


def choices(option):
    literal = next(part for part in get_args(get_args(option)[0]) if part is not type(None))
    return set(get_args(literal))


@pytest.mark.parametrize(
    ("option", "known"),
    [
        (options.Format, FORMATS),
        (options.InputFormat, INPUT_FORMATS),
        (options.MinSeverity, [severity.label for severity in Severity]),
        (options.FailOn, [*(severity.label for severity in Severity), "never"]),
        (options.PageType, [page_type.value for page_type in PageType]),
    ],
)
def test_an_option_offers_what_the_library_knows(option, known):
    assert choices(option) == set(known)
