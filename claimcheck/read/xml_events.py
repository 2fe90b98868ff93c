"""XML as a stream of events, from files that nobody vouches for: no document types, no entities, no deep nesting."""

from __future__ import annotations

from typing import Protocol
from xml.parsers import expat

from claimcheck.errors import ReadError

_DEEPEST = 1_000


class Handler(Protocol):
    """What takes the events; names are `{namespace}local` without the braces: `namespace local`."""

    def start(self, name: str, attributes: dict[str, str], at: int) -> None:
        """An element starts, its tag at this byte."""

    def end(self, name: str, at: int) -> None:
        """An element ends, its end tag at this byte."""

    def text(self, text: str, at: int) -> None:
        """A piece of text at this byte."""


class _RefusedError(Exception):
    """Raised inside a callback, where a ReadError needs the file's name."""


def parse(data: bytes, handler: Handler, name: str) -> None:
    """Hand every event to the handler; ReadError on what is not well formed, or no honest file holds."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = False
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise _RefusedError(f"its elements are nested more than {_DEEPEST:,} deep")
        handler.start(tag, attributes, parser.CurrentByteIndex)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(tag, parser.CurrentByteIndex)

    def doctype(*_: object) -> None:
        raise _RefusedError("it declares a document type, through which entities could swell or read other files")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: handler.text(text, parser.CurrentByteIndex)
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except _RefusedError as refused:
        raise ReadError(f"{name} was not read: {refused}.", "Save it anew with the program that made it.") from None
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise ReadError(f"{name} is damaged: its XML is not well formed ({error}).", "Save it anew.") from None


def local(name: str) -> str:
    """An element's name without its namespace."""
    return name.rpartition(" ")[2]
