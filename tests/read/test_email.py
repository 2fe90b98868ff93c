"""E-mails, and pages saved as one file."""

from email.message import EmailMessage
from email.policy import SMTP

import pytest

from claimcheck.claim import Role
from claimcheck.errors import ReadError
from claimcheck.read import read_bytes, segment


def read(message, name="news.eml"):
    return read_bytes(message if isinstance(message, bytes) else message.as_bytes(policy=SMTP), name)


def told(document):
    return [(document.source.place(each.span.start), each.text) for each in segment(document)]


def mail(text="", html="", subject="Regrow your discs – guaranteed"):
    message = EmailMessage()
    message["Subject"] = subject
    message.set_content(text, cte="quoted-printable")
    if html:
        message.add_alternative(html, subtype="html", cte="base64")
    return message


def test_subject_and_text_are_decoded():
    document = read(mail("Our cells help – für immer. " * 4))
    assert told(document)[:2] == [
        ("subject", "Regrow your discs – guaranteed"),
        ("text part", "Our cells help – für immer."),
    ]
    assert document.blocks[0].role is Role.TITLE and document.title == "Regrow your discs – guaranteed"


def test_of_two_forms_the_richer_is_read_and_the_poorer_where_it_says_more():
    document = read(
        mail("Our cells rebuild discs.\n\nOnly in the text.", "<h1>Hi</h1><p>Our cells <b>rebuild</b> discs.</p>")
    )
    assert told(document)[1:] == [
        ("HTML part", "Hi"),
        ("HTML part", "Our cells rebuild discs."),
        ("text part", "Only in the text."),
    ]
    assert "<b>rebuild</b>" in document.source.text


def test_words_stand_where_they_say():
    document = read(mail("Plain.", "<p>PRP &amp; cells <i>heal</i>.</p>"))
    each = segment(document)[1]
    assert document.source.text[each.span.start : each.span.end] == "PRP &amp; cells <i>heal</i>."


def test_an_encoding_that_a_part_names_is_used():
    data = (
        b"Subject: x\nContent-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: 8bit\n\n"
        + "боль в спине".encode("koi8-r")
    )
    assert told(read(data))[1] == ("text part", "боль в спине")


def test_attachments_are_told_and_forwarded_messages_read():
    message = mail("Above.")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="offer.pdf")
    message.add_attachment(mail("It cures.", subject="Inner"))
    document = read(message)
    assert document.left_out == ("The attachment offer.pdf was not read. Save it as a file and check that.",)
    assert told(document)[-2:] == [
        ("forwarded message, subject", "Inner"),
        ("forwarded message, text part", "It cures."),
    ]


def test_a_page_saved_as_one_file_is_read():
    data = b'MIME-Version: 1.0\nSubject: Our page\nContent-Type: multipart/related; boundary=B; type="text/html"\n\n--B\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p class=3D"a">Discs re=\ngrow.</p>\n--B\nContent-Type: text/css\n\np { content: \'Nothing here\' }\n--B--\n'
    assert told(read(data, "page.mhtml")) == [("subject", "Our page"), ("HTML part", "Discs regrow.")]


def test_parts_nested_without_end_are_refused():
    data = b"Subject: x\n"
    for number in range(60):
        data += b'Content-Type: multipart/mixed; boundary="B%d"\n\n--B%d\n' % (number, number)
    with pytest.raises(ReadError, match="nested"):
        read(data + b"\nText.\n")


def test_what_has_no_headers_is_no_mail():
    with pytest.raises(ReadError, match="no e-mail"):
        read(b"\nJust a text.\n")
