"""Where a marker belongs: which list it goes on with, or under which open section it begins one.

A number opens a section only where it comes next ("3." after "2."), so that a number at the head of a sentence, a year
or a quoted article opens none. Which kinds of markers may hold which is their order in `forms.FORMS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kb.model import SectionKind
from kb.outline.counting import Count, follows, is_first
from kb.outline.forms import BULLETS, CAPTIONS, DIVISIONS, NUMBERS, POINTS, FormName
from kb.outline.markers import Marker

# Either may hold the other, whichever comes first: "A." above "I.", "a)" above "1)", "-" above "+".
_FREE = frozenset({CAPTIONS, POINTS, BULLETS})
_PREFIXES: frozenset[FormName] = frozenset({"numbered", "decimal", "roman", "upper"})
_BEFORE_ARTICLES: frozenset[FormName] = frozenset({"roman", "upper"})


@dataclass(slots=True)
class Node:
    """A section while the tree is built. `own` are the places of its own paragraphs; the heading takes the first
    `heading` of them. A node without a marker is the root or a heading without a number."""

    kind: SectionKind
    title: str
    marker: Marker | None = None
    title_end: int = 0
    running: bool = False
    heading: int = 1
    order: int = 0
    own: list[int] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    def last_of(self, marker: Marker, *, exact: bool = True) -> Node | None:
        """The latest child whose marker is of the same style; of the same form, where that is enough."""
        for child in reversed(self.children):
            own = child.marker
            if own is not None and (own.style == marker.style if exact else own.form is marker.form):
                return child
        return None


@dataclass(frozen=True, slots=True)
class Host:
    """The depth in the open path of the section that takes a marker, and the marker as it is read there."""

    depth: int
    marker: Marker


def host_of(path: Sequence[Node], markers: Sequence[Marker], goes_on: Callable[[Marker], bool]) -> Host | None:
    """Which of the open sections, from the root down, takes the marker; None where it opens no section.

    `goes_on` tells whether the marker that would come after this one stands further down: one missing number is
    passed over where it does.
    """
    for exact in (True, False):
        for marker in markers:
            depth = _continued(path, marker, exact=exact)
            if depth is not None:
                return Host(depth, marker)
    for marker in markers:
        if _begins(marker) or _is_division(path, marker, goes_on):
            depth = _beginning(path, marker)
            if depth is not None:
                return Host(depth, marker)
    for marker in markers:
        depth = _skipped(path, marker)
        if depth is not None and goes_on(marker):
            return Host(depth, marker)
    return None


def _continued(path: Sequence[Node], marker: Marker, *, exact: bool = True) -> int | None:
    """The depth of the open section whose list the marker goes on with.

    `exact`: the list is closed in the same way; "(b)" after "a)" is taken where no other list is meant.
    """
    if marker.form.name == "article":
        return _article(path, marker)
    for depth in range(len(path) - 1, -1, -1):
        node = path[depth]
        if marker.form.name == "decimal" and _is_prefix(node, marker):
            return depth if _next_decimal(node, marker) else None
        last = node.last_of(marker, exact=exact)
        if last is None or last.marker is None:
            continue
        if marker.form.count is None:
            is_open = depth == len(path) - 1 or path[depth + 1] is last
            if exact and (is_open or marker.form.name == "markdown"):
                return depth
        elif marker.path[:-1] == last.marker.path[:-1] and comes_next(last.marker, marker):
            return depth
    return None


def _article(path: Sequence[Node], marker: Marker) -> int | None:
    """Articles are numbered through the whole document: each chapter goes on where the one before it stopped."""
    last = _latest(path[0], "article")
    if last is None or last.marker is None:
        return None
    return _deepest(path, marker) if comes_next(last.marker, marker) else None


def _beginning(path: Sequence[Node], marker: Marker) -> int | None:
    """The deepest open section that may hold a list of these markers.

    Where it has such a list already, the new one belongs to what was said last: nobody counts from one again under
    the same heading.
    """
    depth = _deepest(path, marker)
    if depth is None or _mixes(path[depth], marker):
        return None
    if marker.form.count is None or path[depth].last_of(marker) is None or marker.form.order < NUMBERS:
        return depth
    return len(path) - 1 if len(path) - 1 > depth and not _same_style_open(path, marker) else depth


def _mixes(node: Node, marker: Marker) -> bool:
    """Whether the node counts with such markers closed in another way: "1 - Tỷ lệ" is no clause after "5."."""
    if marker.form.name != "numbered":
        return False
    others = [c.marker for c in node.children if c.marker is not None and c.marker.form is marker.form]
    return bool(others) and all(other.style != marker.style for other in others)


def _skipped(path: Sequence[Node], marker: Marker) -> int | None:
    """The depth of the list that the marker goes on with when one number is left out, or said twice."""
    for depth in range(len(path) - 1, -1, -1):
        last = path[depth].last_of(marker)
        if last is None or last.marker is None or marker.path[:-1] != last.marker.path[:-1]:
            continue
        if _steps(last.marker, marker, 2) or _steps(last.marker, marker, 0):
            return depth
    return None


def _deepest(path: Sequence[Node], marker: Marker) -> int | None:
    for depth in range(len(path) - 1, -1, -1):
        if _may_hold(path[depth], marker):
            return depth
    return None


def _may_hold(node: Node, marker: Marker) -> bool:
    if node.marker is None:
        return node.order < marker.form.order
    holder, held = node.marker.form, marker.form
    if held.name == "article" and holder.name in _BEFORE_ARTICLES:
        return True
    if holder.name == held.name == "markdown":
        return len(node.marker.style) < len(marker.style)  # "#" holds "##"
    if holder.order == held.order:
        return held.order in _FREE and node.marker.style != marker.style
    return holder.order < held.order


def _begins(marker: Marker) -> bool:
    """Whether a list may begin with the marker: with one, a or I, or with a bullet."""
    if not marker.path:
        return True
    count = _count(marker)
    return is_first(marker.path[-1], count) and not marker.suffix


def _is_division(path: Sequence[Node], marker: Marker, goes_on: Callable[[Marker], bool]) -> bool:
    """Whether a text that is part of a longer one begins here: with "Chương II", or with "Điều 12" when 13 follows."""
    if marker.form.order > DIVISIONS or not marker.path or marker.suffix:
        return False
    if _latest(path[0], marker.form.name) is not None:
        return False
    return marker.form.name != "article" or goes_on(marker)


def comes_next(last: Marker, marker: Marker) -> bool:
    """Whether a marker is the next one, or was put in behind the last one later: "Điều 12a" after "Điều 12"."""
    if marker.suffix:
        return marker.path == last.path and marker.suffix > last.suffix
    return _steps(last, marker, 1)


def _steps(last: Marker, marker: Marker, by: int) -> bool:
    return follows(last.path[-1], marker.path[-1], _count(marker), by=by)


def _count(marker: Marker) -> Count:
    """How the last part of a marker is counted. "Phần thứ hai" comes after "Phần thứ nhất" as 2 after 1."""
    return "letter" if marker.form.count == "letter" else "arabic"


def _is_prefix(node: Node, marker: Marker) -> bool:
    """Whether "2." is open when "2.1." comes; also "II." for "II.1."."""
    return node.marker is not None and node.marker.path == marker.path[:-1] and node.marker.form.name in _PREFIXES


def _next_decimal(node: Node, marker: Marker) -> bool:
    last = node.last_of(marker)
    if last is None or last.marker is None:
        return is_first(marker.path[-1], "arabic")
    return _steps(last.marker, marker, 1)


def _same_style_open(path: Sequence[Node], marker: Marker) -> bool:
    return path[-1].marker is not None and path[-1].marker.style == marker.style


def _latest(node: Node, name: FormName) -> Node | None:
    """The last node of a form below a node, in the order of the text."""
    for child in reversed(node.children):
        if (found := _latest(child, name)) is not None:
            return found
        if child.marker is not None and child.marker.form.name == name:
            return child
    return None
