"""A judge that remembers: judgements kept in a folder, keyed by every word that was judged and by the model's version.

What is not there, damaged or of another version is judged again. Nothing but JSON is read.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from claimcheck.claim import About, Category, Context, Cue, Judgement, PageType, Segment, Strength
from claimcheck.errors import UsageError
from claimcheck.judge.judge import default_judge
from claimcheck.judge.model import default_folder, version_of
from claimcheck.text import Span
from claimcheck.version import VERSION

if TYPE_CHECKING:
    from claimcheck.trace import Trace

_FORMAT = "claimcheck/judgements/1"
_MARK = "CACHEDIR.TAG"
_ENTRY = re.compile(r"[0-9a-f]{64}\.json|\.[0-9a-f]{64}\.json\.\d+")
_MARK_TEXT = "Signature: 8a477f597d28d172789f06886806bc55\n# Judgements that claimcheck keeps; it may be deleted.\n"


class JudgingAgain(Protocol):
    """What a judge of changed versions of one page does."""

    def judge(self, segments: Sequence[Segment], wanted: Iterable[int]) -> list[Judgement]:
        """The judgements of the wanted segments of a page, by index."""


class Judging(Protocol):
    """What a judge does."""

    @property
    def version(self) -> str:
        """The model's version."""

    def judge(self, segments: Sequence[Segment], page_type: PageType = PageType.AUTO) -> list[Judgement]:
        """A judgement for each segment of a page, in order."""

    def again(self, page_type: PageType = PageType.AUTO) -> JudgingAgain:
        """A judge of changed versions of one page."""

    def explain(
        self, segments: Sequence[Segment], asked: Sequence[int], page_type: PageType = PageType.AUTO
    ) -> list[Trace]:
        """An account of the judgement of each asked segment of a page, by its number."""


def remembering(folder: Path) -> Remembering:
    """The default judge, with what it has judged before kept in a folder; the model is loaded when it is needed."""
    return Remembering(default_judge, version_of(default_folder()), folder, VERSION)


class Remembering:
    """Judges as `judge` does; a page that was judged before, by the same model, is looked up in `folder`.

    `version` is the model's, so that `judge` is made only when something has to be judged.
    """

    def __init__(self, judge: Callable[[], Judging], version: str, folder: Path, salt: str) -> None:
        self._judge = judge
        self._version = version
        self._folder = folder
        self._salt = f"{_FORMAT} {version} {salt}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / _MARK).exists():
                (folder / _MARK).write_text(_MARK_TEXT, encoding="utf-8")
        except OSError as error:
            raise UsageError(f"The cache {folder} cannot be written: {error.strerror}.", "Name another.") from None

    @property
    def version(self) -> str:
        """The model's version."""
        return self._version

    def judge(self, segments: Sequence[Segment], page_type: PageType = PageType.AUTO) -> list[Judgement]:
        """A judgement for each segment of a page, in order."""
        place = self._folder / f"{self._key(segments, page_type)}.json"
        remembered = _read(place, len(segments))
        if remembered is not None:
            _note_use(place)
            return remembered
        judgements = self._judge().judge(segments, page_type)
        _write(place, judgements)
        return judgements

    def trim(self, limit: int) -> int:
        """Take out the entries that were not used for longest until all take up at most `limit` bytes; how many.

        What is no entry is left alone, and what another run takes out meanwhile is not missed.
        """
        found = sorted(_entries(self._folder))
        size, taken = sum(each.size for each in found), 0
        for entry in found:
            if size <= limit:
                break
            entry.place.unlink(missing_ok=True)
            size, taken = size - entry.size, taken + 1
        return taken

    def again(self, page_type: PageType = PageType.AUTO) -> JudgingAgain:
        """A judge of changed versions of one page, which are not remembered."""
        return self._judge().again(page_type)

    def explain(
        self, segments: Sequence[Segment], asked: Sequence[int], page_type: PageType = PageType.AUTO
    ) -> list[Trace]:
        """An account of the judgement of each asked segment of a page, by its number."""
        return self._judge().explain(segments, asked, page_type)

    def _key(self, segments: Sequence[Segment], page_type: PageType) -> str:
        told = [[s.text, s.role.value, s.level, s.block, *_surroundings(s.context)] for s in segments]
        return sha256(json.dumps([self._salt, page_type.value, told]).encode()).hexdigest()


class _Entry(NamedTuple):
    used: int
    place: Path
    size: int


def _entries(folder: Path) -> Iterator[_Entry]:
    """The entries, by when they were last used, and drafts that a broken run left."""
    for place in folder.iterdir():
        if _ENTRY.fullmatch(place.name):
            with suppress(OSError):
                told = place.stat()
                yield _Entry(told.st_mtime_ns, place, told.st_size)


def _note_use(place: Path) -> None:
    """Its time of change is the time of its last use; in a folder that cannot be written nothing is trimmed either."""
    with suppress(OSError):
        os.utime(place)


def _surroundings(context: Context) -> list[str]:
    return [context.page_title, context.before, context.after, context.lead_in, *context.headings]


def _read(place: Path, count: int) -> list[Judgement] | None:
    try:
        values = json.loads(place.read_bytes())
        judgements = [_judgement(value) for value in values]
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None
    return judgements if len(judgements) == count else None


def _write(place: Path, judgements: Sequence[Judgement]) -> None:
    """Whole or not at all; a full disk costs nothing but the memory."""
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        draft.write_text(json.dumps([_value(each) for each in judgements]), encoding="utf-8")
        draft.replace(place)
    except OSError:
        draft.unlink(missing_ok=True)


def _value(judgement: Judgement) -> list[Any]:
    return [
        judgement.about.value,
        judgement.form.label,
        judgement.strength.label,
        [category.value for category in judgement.categories],
        judgement.confidence,
        [judgement.strength_probabilities[each] for each in Strength],
        [judgement.category_probabilities[each] for each in Category],
        [[cue.span.start, cue.span.end, cue.kind, cue.text] for cue in judgement.cues],
    ]


def _judgement(value: list[Any]) -> Judgement:
    about, form, strength, categories, confidence, strengths, kinds, cues = value
    return Judgement(
        About(about),
        Strength[form.upper()],
        Strength[strength.upper()],
        tuple(Category(each) for each in categories),
        confidence,
        dict(zip(Strength, strengths, strict=True)),
        dict(zip(Category, kinds, strict=True)),
        tuple(Cue(Span(start, end), kind, text) for start, end, kind, text in cues),
    )
