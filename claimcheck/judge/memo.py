"""A dictionary that works out what it lacks: most words, and many sentences, come again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")
_LONGEST = 2_000


class Memo(dict[_Key, _Value]):
    """Keeps at most `most` values, and starts anew when it would hold more; a very long text is never kept.

    A value depends on its key alone, so threads may share a memo: at worst one works out what another has.
    """

    __slots__ = ("_make", "_most")

    def __init__(self, make: Callable[[_Key], _Value], most: int) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, key: _Key) -> _Value:
        value = self._make(key)
        if not (isinstance(key, str) and len(key) > _LONGEST):
            if len(self) >= self._most:
                self.clear()
            self[key] = value
        return value
