"""A Word file written anew with another body and more comments: the parts, what relates them, and their types."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

from claimcheck.read.archive import Archive

_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATED_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_END = re.compile(rb"</(?:[\w.-]+:)?(comments|Relationships|Types)\s*>\s*\Z")
_EMPTY = re.compile(rb"<((?:[\w.-]+:)?(?:comments|Relationships|Types))((?:\s[^<>]*)?)/>\s*\Z")
_RELATION = (
    '<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="{}" Type="{}" Target="{}"/>'
)
_OVERRIDE = (
    '<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/{}" ContentType="{}"/>'
)


def with_comments(archive: Archive, body: str, content: bytes, held: str, comments: str, space: str) -> bytes:
    """The file's bytes: `content` in place of the `body` part, `comments` added to the part `held`, or to a new one."""
    parts = {name: archive.read(name) for name in archive.names if not name.endswith("/")}
    parts[body] = content
    if held in parts:
        parts[held] = _added(parts[held], comments)
    else:
        folder, file = posixpath.split(body)
        held = posixpath.join(folder, "comments.xml")
        parts[held] = (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<w:comments xmlns:w="{space}">{comments}</w:comments>'.encode()
        )
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        kind = _RELATED_STRICT if "purl.oclc.org" in space else _RELATED
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
        parts[relations] = _added(parts.get(relations, empty), _RELATION.format("claimcheck", kind, "comments.xml"))
        parts[_TYPES] = _added(parts[_TYPES], _OVERRIDE.format(held, _TYPE))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in parts.items():
            written.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _added(part: bytes, more: str) -> bytes:
    """The part with more before its root element's end."""
    empty = _EMPTY.search(part)
    if empty:
        return part[: empty.start()] + b"<%b%b>%b</%b>" % (empty[1], empty[2], more.encode(), empty[1])
    end = _END.search(part)
    at = end.start() if end else len(part)
    return part[:at] + more.encode() + part[at:]
