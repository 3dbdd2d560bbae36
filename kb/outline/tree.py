"""The tree of sections: paragraphs in, nodes out, before kinds are settled and ids are given."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.outline.blocks import is_dated, is_state_head, signature_blocks, title_block_end
from kb.outline.markers import Marker, read_markers
from kb.outline.paragraphs import Paragraph, quoted
from kb.outline.places import Node, host_of
from kb.outline.reading import LAW_KINDS, read_paragraph
from kb.outline.signs import ends, in_capitals

_QUESTION = re.compile(r"(?:Hỏi|HỎI|Câu hỏi)\s*:\s+(?=\S)")
LONGEST_PLAIN_HEADING = 100  # characters of a heading without number and without capitals
_LAW_ROOT = 5  # the order of a heading without a number: it may hold every marker


def build(paragraphs: Sequence[Paragraph]) -> Node:
    """The root of the tree: its children are the sections, its own paragraphs those that stand in none."""
    return _Builder(paragraphs).built()


class _Builder:
    """Goes through the paragraphs once, with the path of the sections that are open."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._texts = [paragraph.text for paragraph in paragraphs]
        self._quoted = quoted(self._texts)
        self._first = title_block_end(paragraphs)
        self._signatures = dict(signature_blocks(paragraphs, self._first))
        self._root = Node("body", "")
        self._path = [self._root]
        self._markers = [
            () if place in self._quoted or place < self._first else read_markers(text)
            for place, text in enumerate(self._texts)
        ]
        articles = [m for found in self._markers for m in found if m.form.name == "article"]
        self._asks = sum(_QUESTION.match(text) is not None for text in self._texts) > 1
        self._has_articles = len(articles) > 1

    def built(self) -> Node:
        place = self._first
        if place:
            self._root.children.append(self._block("title-block", 0, place))
        while place < len(self._texts):
            after = self._signatures.get(place)
            if after is not None:
                self._path = [self._root]
                self._root.children.append(self._block("signature", place, after))
                place = after
            else:
                place = self._take(place)
        return self._root

    def _block(self, kind: str, start: int, end: int) -> Node:
        """The title block with a part for each paragraph, or the signature."""
        title = self._texts[start]
        if kind == "signature":
            return Node("signature", title, own=list(range(start, end)))
        lines = 1
        while start + lines < end and self._stands_close(start + lines):
            title = f"{title} {self._texts[start + lines]}"
            lines += 1
        node = Node("title-block", title, heading=lines)
        if end - start == 1:
            node.own.append(start)
        else:
            node.children = [Node("title-block", self._texts[p], own=[p]) for p in range(start, end)]
        return node

    def _stands_close(self, place: int) -> bool:
        """Whether a title goes on from the line above without an empty line between: the outline, lines 1 and 2."""
        above, line = self._paragraphs[place - 1], self._paragraphs[place]
        return line.lines[0] == above.lines[1] + 1 and not line.text.startswith("(")

    def _take(self, place: int) -> int:
        """Puts one paragraph where it belongs and gives the place of the next."""
        host = host_of(self._path, self._markers[place], lambda marker: self._goes_on(place, marker))
        if host is not None:
            return self._open(place, host.depth, host.marker)
        if place not in self._quoted and not self._markers[place] and self._is_plain_heading(place):
            return self._open_plain(place)
        if place not in self._quoted and not self._markers[place]:
            self._close_running()
        self._path[-1].own.append(place)
        return place + 1

    def _open(self, place: int, depth: int, marker: Marker) -> int:
        reading = read_paragraph(self._texts[place], marker)
        node = Node(reading.kind, reading.title, marker, reading.title_end, reading.running, order=marker.form.order)
        node.own.append(place)
        del self._path[depth + 1 :]
        self._path[-1].children.append(node)
        self._path.append(node)
        place += 1
        if marker.form.name in LAW_KINDS and (not node.title or in_capitals(node.title)):
            place = self._title_below(node, place)
        return place

    def _title_below(self, node: Node, place: int) -> int:
        """Takes the title of "Chương I" from the lines below it: one line, or all that are in capitals."""
        titles = [node.title] if node.title else []
        while place < len(self._texts) and not self._markers[place] and place not in self._signatures:
            text = self._texts[place]
            if ends(text, ".;:!,") or (titles and not in_capitals(text)):
                break
            titles.append(text)
            node.own.append(place)
            place += 1
        node.title = " ".join(titles)
        node.heading = len(node.own)
        return place

    def _open_plain(self, place: int) -> int:
        """A heading without a number: at the top where it is in capitals, else under the last that is."""
        text = self._texts[place]
        capitals = in_capitals(text)
        depth = 0 if capitals else self._capitals_above()
        del self._path[depth + 1 :]
        node = Node("heading", text, title_end=len(text), order=_LAW_ROOT if capitals else 65, own=[place])
        self._path[-1].children.append(node)
        self._path.append(node)
        place += 1
        while capitals and place < len(self._texts) and self._is_plain_heading(place) and in_capitals(self._texts[place]):
            node.own.append(place)
            node.title = f"{node.title} {self._texts[place]}"
            node.heading += 1
            place += 1
        return place

    def _capitals_above(self) -> int:
        for depth in range(len(self._path) - 1, 0, -1):
            if in_capitals(self._path[depth].title):
                return depth
        return 0

    def _is_plain_heading(self, place: int) -> bool:
        """Whether an unmarked paragraph is a heading: in capitals, or a short line without an end above a sentence."""
        text = self._texts[place]
        if self._markers[place] or place in self._signatures or is_state_head(text) or is_dated(text):
            return False
        if self._has_articles and len(self._path) > 1:
            return False  # in a law, what stands in a chapter without a number is a form or a table
        if len(text.split()) < 2 or ends(text, ".;:!,…") or not text[0].isupper() or place in self._quoted:
            return False
        if in_capitals(text):
            return True
        if len(text) > LONGEST_PLAIN_HEADING or place + 1 >= len(self._texts) or place == 0:
            return False
        below, above = self._texts[place + 1], self._texts[place - 1]
        if _QUESTION.match(text):
            return self._asks
        if ends(text, "?") or above.endswith(":"):
            return False
        leads = (ends(below, ".;:!?") and len(below) > len(text)) or bool(self._markers[place + 1])
        return leads and (ends(above) or place == self._first or in_capitals(above))

    def _close_running(self) -> None:
        """An unmarked paragraph does not belong to the item above it, but to the heading above that.

        In a law it is a further paragraph of the clause, and where an item ends with a colon it is what that announces.
        """
        in_law = any(node.kind == "article" for node in self._path)
        while len(self._path) > 1 and self._path[-1].running:
            node = self._path[-1]
            if not node.children and self._texts[node.own[-1]].endswith(":"):
                return
            if in_law and (node.kind == "article" or (node.marker is not None and node.marker.form.name == "numbered")):
                return
            self._path.pop()

    def _goes_on(self, place: int, marker: Marker) -> bool:
        """Whether the number after this marker's stands further down, before the list begins anew."""
        for later in range(place + 1, len(self._texts)):
            for other in self._markers[later]:
                if other.style == marker.style and other.path[:-1] == marker.path[:-1] and other.path:
                    if other.path[-1] == marker.path[-1] + 1:
                        return True
                    if other.path[-1] <= marker.path[-1]:
                        return False
        return False
