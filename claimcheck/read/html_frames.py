"""The open elements of a page, as far as they shape its text, and the rules by which one ends another.

Every question is answered without a search through the stack, so that deep or broken nesting costs no more
than good nesting: for each name the stack keeps where it is open, and each frame knows its nearest scope.
"""

from __future__ import annotations

from claimcheck.claim import Role
from claimcheck.read import html_elements as elements

_ROLES = {
    "li": Role.LIST_ITEM,
    "dt": Role.LIST_ITEM,
    "dd": Role.LIST_ITEM,
    "option": Role.LIST_ITEM,
    "td": Role.TABLE_CELL,
    "th": Role.TABLE_CELL,
    "caption": Role.PARAGRAPH,
    "button": Role.BUTTON,
    "blockquote": Role.QUOTE,
} | dict.fromkeys(elements.HEADINGS, Role.HEADING)


class Frame:
    """One open element and what holds inside it, taken over from its parent where it does not change it.

    `gone` is hidden for good; what is only `hidden` inside a drawing can be shown again by a text in it.
    """

    __slots__ = (
        "block",
        "cell",
        "fence",
        "foreign",
        "gone",
        "hidden",
        "keeps_space",
        "level",
        "list",
        "list_scope",
        "name",
        "role",
        "scope",
    )

    def __init__(self, name: str, parent: Frame | None) -> None:
        self.name = name
        self.block = name in elements.BLOCKS
        if parent is None:
            self.role = Role.PARAGRAPH
            self.level = self.scope = self.list_scope = self.fence = self.cell = 0
            self.hidden = self.gone = self.keeps_space = self.foreign = False
            self.list: int | None = None
            return
        self.hidden = parent.hidden
        self.gone = parent.gone
        self.keeps_space = parent.keeps_space
        self.foreign = parent.foreign
        self.role = parent.role
        self.level = parent.level
        self.list = parent.list
        self.scope = parent.scope
        self.list_scope = parent.list_scope
        self.fence = parent.fence
        self.cell = parent.cell


class Frames:
    """The stack of open elements; `top` is the innermost."""

    def __init__(self) -> None:
        self.top = Frame("", None)
        self._stack = [self.top]
        self._open: dict[str, list[int]] = {}
        self._lists = 0
        self._cells = 0

    def push(self, name: str) -> Frame:
        """Open an element; the frame may be changed by the caller until its content starts."""
        at = len(self._stack)
        frame = Frame(name, self.top)
        if frame.block:
            self._shape(frame)
        if name in elements.SCOPES:
            frame.scope = frame.list_scope = at
        elif name in ("ul", "ol"):
            frame.list_scope = at
        if name in elements.ITEM_FENCES:
            frame.fence = at
        places = self._open.get(name)
        if places is None:
            self._open[name] = [at]
        else:
            places.append(at)
        self._stack.append(frame)
        self.top = frame
        return frame

    def _shape(self, frame: Frame) -> None:
        name = frame.name
        role = _ROLES.get(name)
        if role is not None:
            frame.role, frame.level = role, elements.HEADINGS.get(name, 0)
            if role is Role.TABLE_CELL:
                self._cells += 1
                frame.cell = self._cells
        if name in elements.LISTS:
            self._lists += 1
            frame.list = self._lists
        if name in elements.KEEPS_SPACE:
            frame.keeps_space = True

    def imply_ends(self, name: str) -> None:
        """Close what the start of this element ends."""
        if name in elements.CLOSES_PARAGRAPH:
            self._close_above("p", self.top.scope)
        if name == "li":
            self._close_above("li", self.top.fence)
        elif name in ("dd", "dt"):
            self._close_above("dd", self.top.fence)
            self._close_above("dt", self.top.fence)
        elif name in elements.IMPLIED_ENDS:
            self._clear_table(*elements.IMPLIED_ENDS[name])
        elif name == "button":
            self._close_above("button", self.top.scope - 1)
        elif name in ("option", "optgroup") and self.top.name == "option":
            self.pop_to(len(self._stack) - 1)
        if name == "optgroup" and self.top.name == "optgroup":
            self.pop_to(len(self._stack) - 1)
        if name in elements.HEADINGS and self.top.name in elements.HEADINGS:
            self.pop_to(len(self._stack) - 1)

    def _close_above(self, name: str, fence: int) -> None:
        places = self._open.get(name)
        if places and places[-1] > fence:
            self.pop_to(places[-1])

    def _clear_table(self, ends: tuple[str, ...], keeps: tuple[str, ...]) -> None:
        table = self._last("table")
        ended = [at for name in ends if (at := self._last(name)) > table]
        kept = max(self._last(name) for name in keeps)
        self.pop_to(min([kept + 1, *ended]))

    def _last(self, name: str) -> int:
        places = self._open.get(name)
        return places[-1] if places else -1

    def ignores(self, name: str) -> bool:
        """True for a tag that counts for nothing here: parts of a table outside of any, a form inside a form."""
        if name in elements.TABLE_PARTS:
            return not self._open.get("table")
        return name == "form" and bool(self._open.get("form"))

    def find(self, name: str) -> int:
        """The place of the element that this end tag ends; 0 where it ends none."""
        if name not in elements.HEADINGS and not self._open.get(name):
            return 0
        if name in elements.HEADINGS:
            at = max(self._last(heading) for heading in elements.HEADINGS)
        else:
            at = self._last(name)
        if name in elements.TABLE_PARTS:
            reach = self._last("table")
        elif name == "li":
            reach = self.top.list_scope
        elif name == "form" and not all(frame.name in elements.ENDS_ALONE for frame in self._stack[at + 1 :]):
            # The end of a form does not end the blocks that are open in it.
            return 0
        else:
            reach = 0 if name == "table" else self.top.scope
        return at if at >= max(reach, 1) else 0

    def find_foreign(self) -> int:
        """The place of the drawing or formula that we are in."""
        return max(self._last("svg"), self._last("math"), 1)

    def ends_block(self, at: int) -> bool:
        """True where closing everything from `at` on ends a block that is shown."""
        return any(frame.block and not frame.gone for frame in self._stack[at:])

    def pop_to(self, at: int) -> None:
        """Close the element at this place and all within it."""
        stack = self._stack
        for frame in reversed(stack[max(at, 1) :]):
            self._open[frame.name].pop()
        del stack[max(at, 1) :]
        self.top = stack[-1]
