"""Drafts into the corpus: all of a folder, or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimcheck.corpus.draft import Draft, read_drafts
from claimcheck.corpus.files import replace_all
from claimcheck.corpus.holdings import BOOST, PAGES, SOURCES, Held, Holdings, read_sound
from claimcheck.corpus.kept import Kept
from claimcheck.corpus.pages import Page, parse_page
from claimcheck.corpus.problem import Problem
from claimcheck.corpus.records import SECOND_FILE, appended, label_fields, second_record
from claimcheck.corpus.schema import page_faults
from claimcheck.corpus.validate import kept_of, shared_problems
from claimcheck.errors import CorpusError
from claimcheck.read import read_bytes


@dataclass(frozen=True, slots=True)
class Added:
    """What went in: pages, their segments, how many pages were read twice, and the ids."""

    pages: int
    segments: int
    twice: int
    ids: tuple[str, ...]


def add(folder: Path, corpus: Path, *, boost: bool = False, kept: Path | None = None) -> Added | list[Problem]:
    """Adds every draft of a folder to the corpus; where anything is wrong, the problems, and nothing is written.

    Raises CorpusError where `folder` is no folder, holds no draft, or `corpus` is no corpus.
    """
    if not folder.is_dir():
        raise CorpusError(f"{folder} is no folder.", "Name the folder with the drafts.")
    holdings, sites = read_sound(corpus), kept_of(corpus, kept)
    drafts, problems = read_drafts(folder)
    if not drafts and not problems:
        raise CorpusError(f"{folder} holds no draft.", "A draft is a file ID.md or ID.html with ID.lab beside it.")
    known, read_twice = _known_sources(holdings), {held.record["id"] for held in holdings.seconds}
    lines: list[Held[Page]] = []
    for draft in drafts:
        record = page_record(draft)
        malformed, found = list(page_faults(record)), list(_model_faults(draft, known, sites))
        if draft.id in read_twice:
            found.append((f"the id {draft.id!r} stands in {SECOND_FILE} already", "Give the page another id."))
        problems += [Problem(str(draft.file), 0, *fault) for fault in [*malformed, *found]]
        if not malformed:
            lines.append(Held(str(draft.file), 0, record, parse_page(record)))
    problems += _clashes(holdings, lines, sites, boost)
    if problems:
        return sorted(set(problems))
    replace_all(_contents(corpus, drafts, lines, boost))
    return Added(
        len(lines),
        sum(len(draft.segments) for draft in drafts),
        sum(draft.second is not None for draft in drafts),
        tuple(draft.id for draft in drafts),
    )


def page_record(draft: Draft) -> dict[str, Any]:
    """The draft's page as the corpus holds it; labels are the adjudicated ones, where there are any."""
    facts, final = draft.facts, draft.gold or draft.labels
    url = facts.get("url")
    record: dict[str, Any] = {
        "id": draft.id,
        "advertiser": facts["advertiser"],
        "genre": facts["genre"],
        "seller": facts["seller"] == "true",
        "origin": facts["origin"],
        "source": source_hash(url) if url else None,
        "author": facts["author"],
        "reader": draft.reader,
    }
    if draft.gold is not None:
        record["adjudicator"] = draft.gold.reader
    lists = [block.list for block in read_bytes(draft.source.encode(), draft.file.name).blocks]
    parts = []
    for segment, label in zip(draft.segments, final.labels, strict=True):
        part: dict[str, Any] = {"text": segment.text, "role": segment.role.value, "block": segment.block}
        if segment.level:
            part["level"] = segment.level
        if lists[segment.block] is not None:
            part["list"] = lists[segment.block]
        parts.append({**part, **label_fields(label)})
    record["segments"] = parts
    return record


def source_hash(url: str) -> str:
    """What the corpus keeps of a model page's address."""
    return sha256(url.strip().encode()).hexdigest()[:16]


def _spellings(url: str) -> Iterator[str]:
    """The ways in which the same address may have been written."""
    bare = url.strip().split("://", 1)[-1].removeprefix("www.").rstrip("/")
    for start in ("", "http://", "https://"):
        for www in ("", "www."):
            yield f"{start}{www}{bare}"
            yield f"{start}{www}{bare}/"


def _known_sources(holdings: Holdings) -> dict[str, str]:
    return {held.record["source"]: held.value.id for held in holdings.all_pages if held.record["source"]}


def _model_faults(draft: Draft, known: dict[str, str], kept: Kept) -> Iterator[tuple[str, str]]:
    url = draft.facts.get("url")
    if not url:
        return
    if kept.host(url):
        yield "its model lies on a site that is kept for acceptance", "Model it on a page of another site."
    hashes = [source_hash(spelling) for spelling in _spellings(url)]
    taken = next((known[each] for each in hashes if each in known), None)
    if taken is not None:
        yield f"its model is that of the page {taken!r} already", "Model it on another page."
    known.update(dict.fromkeys(hashes, draft.id))


def _clashes(holdings: Holdings, lines: Sequence[Held[Page]], kept: Kept, boost: bool) -> list[Problem]:
    """What the new pages break between the corpus's lines."""
    place = BOOST if boost else PAGES
    fresh = [
        replace(held, file=f"{place}/{held.value.genre}.jsonl", line=-number) for number, held in enumerate(lines, 1)
    ]
    return [
        replace(problem, file=lines[-problem.line - 1].file, line=0)
        for problem in shared_problems(replace(holdings, fresh=fresh), kept)
        if problem.line < 0
    ]


def _contents(corpus: Path, drafts: Sequence[Draft], lines: Sequence[Held[Page]], boost: bool) -> dict[Path, bytes]:
    """The new content of every file that changes; pages come last."""
    contents = {corpus / SOURCES / draft.file.name: draft.source.encode() for draft in drafts}
    seconds = [
        second_record(draft.id, draft.second.reader, draft.labels.labels, draft.second.labels)
        for draft in drafts
        if draft.second is not None
    ]
    if seconds:
        contents[corpus / SECOND_FILE] = appended(corpus / SECOND_FILE, seconds)
    by_genre: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for held in lines:
        by_genre[held.value.genre].append(held.record)
    for genre, records in by_genre.items():
        file = corpus / (BOOST if boost else PAGES) / f"{genre}.jsonl"
        contents[file] = appended(file, records)
    return contents
