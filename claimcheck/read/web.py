"""One page over HTTP, within limits of time, size and redirects, from public addresses only.

The name is resolved once, every address is checked, and the connection goes to the checked address, so that a name
cannot point elsewhere between the check and the use.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from claimcheck.errors import ReadError

if TYPE_CHECKING:
    from claimcheck.read.fetch import Limits

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_HEADERS = {
    "User-Agent": "claimcheck",
    "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: the body, its media type in lower case and its charset, "" where it names none."""

    body: bytes
    content_type: str
    charset: str


def get(url: str, limits: Limits, *, allow_private: bool) -> Answer:
    """The answer at the end of the redirects; ReadError where there is none."""
    deadline = time.monotonic() + limits.seconds
    target = url
    for _ in range(limits.redirects + 1):
        answer = _ask(url, target, limits, deadline, allow_private)
        if isinstance(answer, Answer):
            return answer
        target = urljoin(target, answer)
    raise ReadError(f"{url} redirects more than {limits.redirects} times.", "Give the address of the page itself.")


def _ask(url: str, target: str, limits: Limits, deadline: float, allow_private: bool) -> Answer | str:
    """The answer of one server, or where it sends us."""
    parts = _checked_url(url, target)
    connection = _connection(parts, _address(url, parts, allow_private), max(0.001, deadline - time.monotonic()))
    overdue = threading.Event()
    timer = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, (connection, overdue))
    timer.daemon = True
    timer.start()
    try:
        path = quote(parts.path or "/", safe="/%:=&?~#+!$,;'@()*[]")
        query = f"?{quote(parts.query, safe='/%:=&?~+!$,;@()*[]')}" if parts.query else ""
        connection.request("GET", path + query, headers=_HEADERS)
        return _answer(url, connection.getresponse(), limits, overdue)
    except (OSError, http.client.HTTPException, ValueError) as error:
        if overdue.is_set() or isinstance(error, TimeoutError):
            raise _too_slow(url, limits) from error
        raise ReadError(f"{url} cannot be fetched: {error}.", "Check the address and the connection.") from error
    finally:
        timer.cancel()
        connection.close()


def _answer(url: str, response: http.client.HTTPResponse, limits: Limits, overdue: threading.Event) -> Answer | str:
    location = response.headers.get("Location", "")
    if response.status in _REDIRECTS and location:
        return location
    if response.status != 200:
        raise ReadError(f"{url} answers {response.status} {response.reason}.", "Check the address.")
    body = _body(url, response, limits)
    if overdue.is_set():
        raise _too_slow(url, limits)
    kind, charset = _media(response.headers)
    return Answer(body, kind, charset)


def _media(headers: Message) -> tuple[str, str]:
    if headers.get("Content-Type") is None:
        return "", ""
    return headers.get_content_type().lower(), headers.get_content_charset("")


def _body(url: str, response: http.client.HTTPResponse, limits: Limits) -> bytes:
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise ReadError(f"{url} is compressed as {encoding}.", "Save the page and check the file.")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if encoding not in ("", "identity") else None
    pieces: list[bytes] = []
    size = 0
    while chunk := response.read1(_CHUNK):
        piece = unpack.decompress(chunk, limits.size + 1 - size) if unpack else chunk
        size += len(piece)
        if size > limits.size:
            raise ReadError(
                f"{url} is larger than {limits.size / 1_000_000:g} MB.",
                "Save the part that matters and check the file.",
            )
        pieces.append(piece)
    return b"".join(pieces)


def _checked_url(url: str, target: str) -> SplitResult:
    try:
        parts = urlsplit(target)
        _ = parts.port
    except ValueError as error:
        raise ReadError(f"{target} is no address: {error}.", "Check it for typing errors.") from error
    if parts.scheme not in ("http", "https"):
        where = target if target == url else f"{url} redirects to {target}, which"
        raise ReadError(f"{where} is not an http or https address.", "Give the address of a web page.")
    if not parts.hostname:
        raise ReadError(f"{target} names no host.", "Check the address for typing errors.")
    return parts


def _address(url: str, parts: SplitResult, allow_private: bool) -> tuple[str, int]:
    """A checked address of the host and the port."""
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadError(f"{url}: the host {host} is not found.", "Check the address and the connection.") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not allow_private and not all(_is_public(address) for address in addresses):
        raise ReadError(
            f"{url} leads to {host}, an address on this machine or a private network.",
            "Save the page and check the file.",
        )
    return addresses[0], port


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        ip = ip.ipv4_mapped
    return ip.is_global and not ip.is_multicast


def _connection(parts: SplitResult, address: tuple[str, int], seconds: float) -> _Plain | _Secure:
    """A connection for the named host that goes to the checked address."""
    host = (
        (parts.hostname or "").encode("idna").decode("ascii")
        if not (parts.hostname or "").isascii()
        else parts.hostname or ""
    )
    if parts.scheme == "https":
        return _Secure(host, address, seconds)
    return _Plain(host, address, seconds)


class _Plain(http.client.HTTPConnection):
    def __init__(self, host: str, address: tuple[str, int], seconds: float) -> None:
        super().__init__(host, address[1], timeout=seconds)
        self._address = address
        self.wire: socket.socket | None = None

    def connect(self) -> None:
        self.sock = self.wire = socket.create_connection(self._address, self.timeout)


class _Secure(http.client.HTTPSConnection):
    def __init__(self, host: str, address: tuple[str, int], seconds: float) -> None:
        self._trust = ssl.create_default_context()
        super().__init__(host, address[1], timeout=seconds, context=self._trust)
        self._address = address
        self.wire: socket.socket | None = None

    def connect(self) -> None:
        self.wire = plain = socket.create_connection(self._address, self.timeout)
        self.sock = self.wire = self._trust.wrap_socket(plain, server_hostname=self.host)


def _cut(connection: _Plain | _Secure, overdue: threading.Event) -> None:
    """End a connection whose time is up, whatever it waits for.

    The connection lets go of its socket once the answer's head has come, so that `sock` is no help here.
    """
    overdue.set()
    if connection.wire is not None:
        try:
            connection.wire.shutdown(socket.SHUT_RDWR)
        except OSError:
            return


def _too_slow(url: str, limits: Limits) -> ReadError:
    return ReadError(
        f"{url} did not answer in full within {limits.seconds:g} seconds.", "Try again later, or save the page."
    )
