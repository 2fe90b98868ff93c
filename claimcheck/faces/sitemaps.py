"""The pages that a sitemap names: those that lie beside it are read there, the others are fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from claimcheck.errors import ReadError
from claimcheck.finding import Fault
from claimcheck.read import Sitemap, read_sitemap

SUFFIXES = (".xml", ".xml.gz")


def pages(name: str) -> Iterator[str | Fault] | None:
    """The pages of a sitemap in a file, and of the sitemaps that it names in turn; None where the file is none.

    A further sitemap has to lie beside it; a fault tells of one that does not.
    """
    if not name.lower().endswith(SUFFIXES):
        return None
    try:
        found = read_sitemap(Path(name).read_bytes(), name)
    except ReadError as error:
        return iter((Fault(name, error.problem, error.remedy),))
    except OSError:
        return None
    return None if found is None else _pages(Path(name), found, {Path(name).name})


def _pages(file: Path, found: Sitemap, seen: set[str]) -> Iterator[str | Fault]:
    folder, empty = file.parent, not (found.pages or found.sitemaps)
    if empty:
        yield Fault(str(file), "The sitemap names no page.", "Check that it is whole.")
    for address in found.pages:
        yield _beside(folder, address) or address
    for address in found.sitemaps:
        name = unquote(urlsplit(address).path.rpartition("/")[2])
        if name in seen:
            continue
        seen.add(name)
        try:
            inner = read_sitemap((folder / name).read_bytes(), str(folder / name)) if name else None
        except ReadError as error:
            yield Fault(str(folder / name), error.problem, error.remedy)
        except OSError:
            yield Fault(str(file), f"It names the sitemap {address}, which does not lie beside it.", "Save that there.")
        else:
            yield from _pages(folder / name, inner or Sitemap(), seen)


def _beside(folder: Path, address: str) -> str:
    """The file of a page below the sitemap's folder, as builders of sites write it; "" where there is none."""
    parts = [part for part in unquote(urlsplit(address).path).split("/") if part]
    if any(part in (".", "..") or "\0" in part or "\\" in part for part in parts):
        return ""
    place = folder.joinpath(*parts)
    for file in (place, place / "index.html", place / "index.htm", place.with_name(f"{place.name}.html")):
        try:
            if file.is_file():
                return str(file)
        except OSError:
            break
    return ""
