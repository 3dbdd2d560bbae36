"""The ids of sections: the printed markers, joined by dots. The rules are the contract's (GUIDE: "Ids")."""

from __future__ import annotations

import re
from collections import Counter

from kb.model import SIGNATURE, TITLE_BLOCK
from kb.outline.forms import DIVISIONS
from kb.outline.markers import Marker
from kb.outline.places import Node
from kb.vietnamese.letters import fold

_BULLETS = {"-": "-", "+": "+"}
_NUMBER = re.compile(r"[IVX]+|[A-Z]|\d+")
_NO_LETTER = re.compile(r"[^A-Za-z0-9]+")


class Names:
    """Gives ids and remembers those it gave, so that no two sections share one."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._running: Counter[tuple[str, str]] = Counter()

    def name(self, node: Node, parent: str, holder: Node) -> str:
        """The id of a section under a parent's id ("" at the top), `holder` being the parent's node.

        A marker that is repeated under one parent gets "~2", "~3".
        """
        segment = self._segment(node, parent, holder)
        alone = node.marker is not None and node.marker.form.name == "article"
        base = segment if alone or not parent else f"{parent}.{segment}"
        id, again = base, 2
        while id in self._given:
            id, again = f"{base}~{again}", again + 1
        self._given.add(id)
        return id

    def _segment(self, node: Node, parent: str, holder: Node) -> str:
        if node.kind == "title-block":
            return TITLE_BLOCK if not parent else self._counted(parent, "")
        if node.kind == "signature":
            return SIGNATURE
        if node.marker is None or node.marker.form.name == "markdown":
            return self._counted(parent, "H")
        if node.marker.form.count is None:
            return self._counted(parent, _BULLETS.get(node.marker.style[-1], "*"))
        return segment_of(node.marker, holder.marker)

    def _counted(self, parent: str, sign: str) -> str:
        """A sign with its running number under the parent, for what the document does not number."""
        self._running[parent, sign] += 1
        return f"{sign}{self._running[parent, sign]}"


def segment_of(marker: Marker, holder: Marker | None) -> str:
    """The part of an id that a printed number gives: "2.1." under "2." gives "1", "đ)" "dd", "Chương I" "chuong-I".

    >>> from kb.outline.markers import read_markers
    >>> [segment_of(read_markers(line)[0], None) for line in ("II. A", "đ) B", "Điều 5. C", "Phần thứ hai", "2.1. D")]
    ['II', 'dd', 'dieu-5', 'phan-thu-hai', '2-1']
    """
    if marker.form.name == "decimal":
        known = holder is not None and holder.path == marker.path[:-1]
        numbers = _numbers(marker.printed).split(".")
        return numbers[-1] if known else "-".join(numbers)
    if marker.form.order <= DIVISIONS or marker.form.name == "worded":
        return "-".join(_ascii(word) for word in _numbers(marker.printed).split() if _ascii(word))
    return _ascii(_numbers(marker.printed))


def _numbers(printed: str) -> str:
    """A printed marker without what closes it."""
    return printed.strip("().:/-– ")


def _ascii(word: str) -> str:
    """A word in the letters of an id; a number keeps its case ("II"), a lone đ is told from d ("dd")."""
    if word in ("đ", "Đ"):
        return "dd" if word == "đ" else "DD"
    return word if _NUMBER.fullmatch(word) else _NO_LETTER.sub("", fold(word))
