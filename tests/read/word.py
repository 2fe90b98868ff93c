"""Word documents made by hand, part by part, so that tests say exactly what stands in them."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
STYLES = (
    f'<w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ours"><w:name w:val="Our head"/><w:basedOn w:val="Heading2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Outlined"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Said"><w:name w:val="Intense Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="y"/><w:basedOn w:val="Round"/></w:style></w:styles>'
)


def p(text="", style="", inside=""):
    """A paragraph of one run, with more XML behind it."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p>{properties}{run}{inside}</w:p>"


def docx(body, parts=(), *, root="", compression=zipfile.ZIP_DEFLATED):
    """The bytes of a document; `parts` are (kind of relation, name, XML) besides the body."""
    stream = io.BytesIO()
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{name}"/>' for n, (kind, name, _) in enumerate(parts)
    )
    with zipfile.ZipFile(stream, "w", compression) as archive:
        archive.writestr("[Content_Types].xml", _typed(parts))
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        )
        whole = root or f'<w:document xmlns:w="{W}" xmlns:wp="wp" xmlns:mc="mc"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", whole)
        for _, name, content in parts:
            archive.writestr(f"word/{name}", content)
    return stream.getvalue()


def _typed(parts):
    """Comments have a type of their own; the readers here look at no other."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    more = [
        f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for what, name, _ in parts if what == "comments"
    ]
    return _TYPES.replace("</Types>", "".join(more) + "</Types>")


def part(tag, body):
    """A part with one root element."""
    return f'<w:{tag} xmlns:w="{W}">{body}</w:{tag}>'
