"""Comments written into Word documents, as another library reads them back."""

import io
import zipfile

import pytest

from claimcheck.errors import WriteError
from claimcheck.read import Remark, commented, read_bytes
from tests.read.word import docx, p, part

library = pytest.importorskip("docx")
COMMENTED = '<w:comment w:id="7" w:author="M. B."><w:p><w:r><w:t>Is this so?</w:t></w:r></w:p></w:comment>'


def put(data, *wanted):
    """The document with a comment on each of these words, and what was left out."""
    text = read_bytes(data, "offer.docx").source.text
    remarks = [
        Remark(text.index(words), text.index(words) + len(words), f"On {words}\nSecond line & more") for words in wanted
    ]
    written, left = commented(data, "offer.docx", remarks)
    assert read_bytes(written, "offer.docx").source.text == text
    return written, left


def opened(data):
    return library.Document(io.BytesIO(data))


def body(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def marked(data):
    """The words between the marks of each comment."""
    within, found = {}, {}
    for element in opened(data).element.iter():
        tag = element.tag.rpartition("}")[2]
        number = next((value for key, value in element.attrib.items() if key.endswith("}id")), None)
        if tag == "commentRangeStart":
            within[number] = ""
        elif tag == "commentRangeEnd":
            found[number] = within.pop(number)
        elif tag == "t":
            within = {key: value + (element.text or "") for key, value in within.items()}
    return list(found.values())


def test_a_comment_marks_its_words_and_no_others():
    written, left = put(docx(p("Cells heal. PRP &amp; more cures. Call.")), "PRP & more cures.", "Call.", "Cells")
    assert left == [] and marked(written) == ["Cells", "PRP & more cures.", "Call."]
    comments = list(opened(written).comments)
    assert next(comment.text for comment in comments) == "On PRP & more cures.\nSecond line & more"
    assert {comment.author for comment in comments} == {"claimcheck"}


def test_runs_keep_their_looks_when_they_are_split():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>One two three</w:t></w:r>"
    written, _ = put(
        docx(p(inside=bold) + "<w:p><w:pPr><w:rPr><w:i/></w:rPr></w:pPr><w:r><w:t>Plain.</w:t></w:r></w:p>"),
        "two",
        "Plain",
    )
    paragraphs = opened(written).paragraphs
    assert paragraphs[0].text == "One two three" and paragraphs[1].text == "Plain."
    assert {run.bold for run in paragraphs[0].runs if run.text} == {True}
    assert {run.italic for run in paragraphs[1].runs if run.text} == {None}


def test_words_across_runs_insertions_and_links_are_marked():
    inside = (
        '<w:ins w:id="1" w:author="A"><w:r><w:t>cells </w:t></w:r></w:ins>'
        "<w:hyperlink><w:r><w:rPr/><w:t>heal discs.</w:t></w:r></w:hyperlink>"
    )
    written, _ = put(docx(p("Our ", inside=inside)), "cells heal")
    assert marked(written) == ["cells heal"]


def test_a_comment_spares_what_is_there():
    data = docx(p("Cells heal."), [("comments", "comments.xml", part("comments", COMMENTED))])
    written, _ = put(data, "heal")
    assert [(comment.comment_id, comment.author) for comment in opened(written).comments] == [
        (7, "M. B."),
        (8, "claimcheck"),
    ]
    without = body(written)
    for piece in ("Cells ", "heal", "."):
        assert piece in without
    assert commented(data, "offer.docx", [])[0] == data


def test_headers_take_no_comments():
    data = docx(p("Body."), [("header", "header1.xml", part("hdr", p("We cure.")))])
    written, left = put(data, "We cure.", "Body.")
    assert [remark.text.split("\n")[0] for remark in left] == ["On We cure."] and marked(written) == ["Body."]


def test_what_word_s_library_writes_takes_comments():
    made = library.Document()
    made.add_heading("Relief", 1)
    table = made.add_table(1, 1)
    table.cell(0, 0).text = "No pain at all"
    stream = io.BytesIO()
    made.save(stream)
    written, _ = put(stream.getvalue(), "Relief", "No pain")
    assert marked(written) == ["Relief", "No pain"]
    assert commented(written, "x.docx", [])[0] == written


def test_the_same_bytes_come_out_twice():
    data = docx(p("Cells heal."))
    assert put(data, "heal") == put(data, "heal")


def test_another_prefix_and_another_encoding():
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    root = f'<document xmlns="{space}"><body><p><r><t>Cells heal.</t></r></p></body></document>'
    assert marked(put(docx("", root=root), "heal")[0]) == ["heal"]
    latin = f'<?xml version="1.0" encoding="iso-8859-1"?><w:document xmlns:w="{space}"><w:body>{p("Cells heal.")}</w:body></w:document>'
    with pytest.raises(WriteError, match="encoding"):
        put(docx("", root=latin), "heal")
