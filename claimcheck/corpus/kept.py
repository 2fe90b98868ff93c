"""The web sites that are kept for acceptance: nothing in the corpus is modelled on them or carries their names.

The repository holds only hashes of them, `corpus/kept.sha256`: of each site's host, and of its name (the host's longest
part without its dots and hyphens). A plain list, one host a line, `#` for remarks, is taken as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from claimcheck.errors import CorpusError

FILE = "kept.sha256"
_SHORTEST_NAME = 6
_DIGEST = re.compile(r"(host|name) ([0-9a-f]{64})")


@dataclass(frozen=True)
class Kept:
    """Hashes of hosts and of names."""

    hosts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def host(self, url: str) -> bool:
        """True where the address lies on a kept site."""
        try:
            host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").rstrip(".")
        except ValueError:
            return False
        labels = host.split(".")
        if any(_hash("host", ".".join(labels[at:])) in self.hosts for at in range(len(labels))):
            return True
        return any(self._starts(_squeezed(label)) for label in labels[:-1])

    def advertiser(self, slug: str) -> bool:
        """True where an advertiser's name is a kept site's, or starts with one, at a word's end."""
        parts = slug.split("-")
        starts = ("".join(parts[:end]) for end in range(1, len(parts) + 1))
        return any(_hash("name", start) in self.names for start in starts if len(start) >= _SHORTEST_NAME)

    def __or__(self, other: Kept) -> Kept:
        return Kept(self.hosts | other.hosts, self.names | other.names)

    def lines(self) -> str:
        """The hashed list as `kept.sha256` holds it."""
        told = [f"host {each}" for each in sorted(self.hosts)] + [f"name {each}" for each in sorted(self.names)]
        return "".join(f"{line}\n" for line in told)

    def _starts(self, label: str) -> bool:
        """True where a host's label is a kept name that was listed without its ending, or starts with one."""
        starts = (label[:end] for end in range(_SHORTEST_NAME, len(label) + 1))
        return any(_hash("host", start) in self.hosts for start in starts)


def read_kept(file: Path) -> Kept:
    """The sites in a plain list or a hashed one; CorpusError where it cannot be read or is half hashed."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{file} cannot be read: {error}.", "Name the list of kept sites with --kept.") from error
    told = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    hashed = [_DIGEST.fullmatch(line) for line in told]
    if any(hashed):
        digests = [(match[1], match[2]) for match in hashed if match]
        if len(digests) < len(told):
            raise CorpusError(f"{file} mixes hashes and names.", "Write it anew: claimcheck corpus freeze --kept LIST.")
        return Kept(*(frozenset(digest for kind, digest in digests if kind == wanted) for wanted in ("host", "name")))
    return _plain(line.split()[0].lower() for line in told)


def _plain(hosts: Iterable[str]) -> Kept:
    listed = [host.removeprefix("www.") for host in hosts]
    return Kept(
        frozenset(_hash("host", host) for host in listed),
        frozenset(_hash("name", name) for host in listed for name in _names(host)),
    )


def _names(host: str) -> Iterator[str]:
    labels = host.split(".")
    name = _squeezed(max(labels[:-1] or labels, key=len))
    if len(name) >= _SHORTEST_NAME:
        yield name


def _squeezed(label: str) -> str:
    return re.sub(r"[^a-z0-9]", "", label.lower())


def _hash(kind: str, text: str) -> str:
    return sha256(f"claimcheck/kept/1:{kind}:{text}".encode()).hexdigest()
