"""Fetching one page, against a server on this machine."""

import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from claimcheck.errors import ReadError
from claimcheck.read import fetch
from claimcheck.read.fetch import Limits
from claimcheck.read.web import _is_public

PAGE = "<title>Café</title><p>We heal backs.</p>"
STOP = threading.Event()


class Handler(BaseHTTPRequestHandler):
    """A server with a page for each thing that may go wrong."""

    def log_message(self, *args):
        pass

    def answer(self, body=b"", kind="text/html; charset=utf-8", status=200, **headers):
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        getattr(self, "page_" + self.path.strip("/").split("?")[0].split("/")[0], self.missing)()

    def missing(self):
        self.answer(b"no", status=404)

    def page_ok(self):
        self.answer(PAGE.encode())

    def page_latin(self):
        self.answer(PAGE.encode("latin-1"), "text/html; charset=ISO-8859-1")

    def page_zipped(self):
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def page_bomb(self):
        self.answer(gzip.compress(b"a" * 5_000_000), Content_Encoding="gzip")

    def page_odd(self):
        self.answer(b"x", Content_Encoding="br")

    def page_markdown(self):
        self.answer(b"# We heal", "text/markdown")

    def page_plain(self):
        self.answer(b"<p>We heal", "text/plain")

    def page_untyped(self):
        self.answer(b"<!doctype html><p>We heal", None)

    def page_image(self):
        self.answer(b"\x89PNG", "image/png")

    def page_moved(self):
        self.answer(status=302, Location="/ok")

    def page_loop(self):
        self.answer(status=301, Location="/loop")

    def page_file(self):
        self.answer(status=302, Location="file:///etc/passwd")

    def page_endless(self):
        self.answer()
        try:
            while not STOP.is_set():
                self.wfile.write(b"<p>more</p>" * 1000)
        except OSError:
            return

    def page_slow(self):
        self.answer()
        try:
            while not STOP.is_set():
                self.wfile.write(b"a")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def page_silent(self):
        STOP.wait(10)


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    STOP.set()
    server.shutdown()
    server.server_close()


def get(url, **limits):
    return fetch(url, allow_private=True, limits=Limits(**limits))


@pytest.mark.parametrize("page", ["ok", "latin", "zipped", "moved", "ok?a=é b"])
def test_a_page_is_read(site, page):
    document = get(f"{site}/{page}")
    assert document.title == "Café"
    assert document.source.format == "html"
    assert document.source.name == f"{site}/{page}"
    assert document.notes == ()


@pytest.mark.parametrize(("page", "format"), [("markdown", "markdown"), ("plain", "text"), ("untyped", "html")])
def test_the_format_follows_the_media_type(site, page, format):
    assert get(f"{site}/{page}").source.format == format


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ("nothing", "answers 404"),
        ("image", "is image/png"),
        ("loop", "redirects more than 5 times"),
        ("file", "redirects to file:///etc/passwd"),
        ("endless", "larger than 0.1 MB"),
        ("bomb", "larger than 0.1 MB"),
        ("odd", "compressed as br"),
    ],
)
def test_what_cannot_be_had_is_said_clearly(site, page, problem):
    with pytest.raises(ReadError, match=problem) as caught:
        get(f"{site}/{page}", size=100_000)
    assert caught.value.remedy


@pytest.mark.parametrize("page", ["slow", "silent"])
def test_a_slow_server_is_given_up(site, page):
    with pytest.raises(ReadError, match=r"within 0\.3 seconds"):
        get(f"{site}/{page}", seconds=0.3)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://x.example/",
        "http://",
        "http://[::1",
        "http://x.example:99999/",
        "plain words",
        "http:///x",
    ],
)
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(ReadError) as caught:
        fetch(url)
    assert caught.value.remedy


def test_private_addresses_are_refused(site):
    with pytest.raises(ReadError, match="private network"):
        fetch(f"{site}/ok")


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:10.0.0.1",
        "224.0.0.1",
        "100.64.0.1",
    ],
)
def test_these_addresses_are_not_public(address):
    assert not _is_public(address)


def test_public_addresses_are():
    assert _is_public("93.184.215.14")
    assert _is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


def test_a_server_that_is_not_there_is_said_clearly():
    with pytest.raises(ReadError, match="cannot be fetched"):
        get("http://127.0.0.1:9/")
