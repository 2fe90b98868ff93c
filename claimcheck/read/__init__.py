"""Reading: a source in, a `Document` of blocks out, and its segments with their place and context."""

from claimcheck.read.comment import Remark, commented
from claimcheck.read.disguises import plain_segment
from claimcheck.read.document import Block, Document
from claimcheck.read.encode import encode
from claimcheck.read.fetch import fetch
from claimcheck.read.formats import EXTRACTED, FILE_FORMATS, FORMATS, read_bytes, read_path, read_text
from claimcheck.read.outline import Outline, outline
from claimcheck.read.placing import place
from claimcheck.read.remarks import Comment, comments
from claimcheck.read.segments import segment
from claimcheck.read.sitemap import Sitemap, read_sitemap
from claimcheck.read.splice import splice

__all__ = [
    "EXTRACTED",
    "FILE_FORMATS",
    "FORMATS",
    "Block",
    "Comment",
    "Document",
    "Outline",
    "Remark",
    "Sitemap",
    "commented",
    "comments",
    "encode",
    "fetch",
    "outline",
    "place",
    "plain_segment",
    "read_bytes",
    "read_path",
    "read_sitemap",
    "read_text",
    "segment",
    "splice",
]
