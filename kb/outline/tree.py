"""The tree of sections: paragraphs in, nodes out, before kinds are settled and ids are given."""

from __future__ import annotations

from collections.abc import Sequence

from kb.outline.blocks import has_letterhead, is_kind, signature_blocks, title_block_end
from kb.outline.markers import Marker, read_markers
from kb.outline.paragraphs import Paragraph, quoted
from kb.outline.places import Node, host_of
from kb.outline.plain import has_questions, is_plain_heading
from kb.outline.reading import LAW_KINDS, read_paragraph
from kb.outline.signs import ends, in_capitals

HOLDS_ALL = 5  # the order of a heading in capitals without a number: it may hold every marker but markdown's
HOLDS_LISTS = 65  # of one in small letters: it may hold what is numbered, not "I." or "Điều 1."


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
        self._markers = [
            () if place in self._quoted or place < self._first else read_markers(text)
            for place, text in enumerate(self._texts)
        ]
        self._asks = has_questions(self._texts)
        self._in_law = sum(marker.form.name == "article" for found in self._markers for marker in found) > 1
        self._root = Node("body", "")
        self._path = [self._root]

    def built(self) -> Node:
        place = self._first
        if place:
            self._root.children.append(self._title_block(place))
        while place < len(self._texts):
            after = self._signatures.get(place)
            if after is None:
                place = self._take(place)
            else:
                self._path = [self._root]
                self._root.children.append(Node("signature", self._texts[place], own=list(range(place, after))))
                place = after
        return self._root

    def _title_block(self, end: int) -> Node:
        """The title block, with a part for each paragraph where it has more than one and no letterhead.

        Nobody cites "TỈNH ỦY SÔNG VÂN" or the number of a letterhead as a section; a title and its dispatch are cited.
        Its title is its first line, or the kind and the lines that stand right below it (the outline, lines 1 and 2).
        """
        lines = 1
        while lines < end and is_kind(self._texts[0]) and self._stands_close(lines):
            lines += 1
        node = Node("title-block", " ".join(self._texts[:lines]), heading=lines)
        if end == 1 or has_letterhead(self._texts[:end]):
            node.own = list(range(end))
        else:
            node.children = [Node("title-block", self._texts[place], own=[place]) for place in range(end)]
        return node

    def _stands_close(self, place: int) -> bool:
        """Whether no empty line of the source parts a paragraph from the one above; a bracketed dispatch is apart."""
        above, line = self._paragraphs[place - 1], self._paragraphs[place]
        return line.lines[0] == above.lines[1] + 1 and not line.text.startswith("(")

    def _take(self, place: int) -> int:
        """Puts one paragraph where it belongs and gives the place of the next."""
        host = host_of(self._path, self._markers[place], lambda marker: self._goes_on(place, marker))
        if host is not None:
            return self._open(place, host.depth, host.marker)
        if place not in self._quoted and not self._markers[place]:
            if self._is_plain_heading(place):
                return self._open_plain(place)
            self._close_running()
        self._path[-1].own.append(place)
        return place + 1

    def _open(self, place: int, depth: int, marker: Marker) -> int:
        """Opens a section below the one at a depth of the path; a law's divisions take the title below them."""
        reading = read_paragraph(self._texts[place], marker)
        node = Node(reading.kind, reading.title, marker, reading.title_end, reading.running, order=marker.form.order)
        self._enter(node, place, depth)
        place += 1
        if marker.form.name in LAW_KINDS and (not node.title or in_capitals(node.title)):
            while self._is_title_below(node, place):
                place = self._add_title(node, place)
        return place

    def _is_title_below(self, node: Node, place: int) -> bool:
        """Whether a paragraph is the title of "Chương I", or goes on with it: one line, or all in capitals."""
        if place >= len(self._texts) or self._markers[place] or place in self._signatures:
            return False
        text = self._texts[place]
        return not ends(text, ".;:!,") and (not node.title or in_capitals(text))

    def _open_plain(self, place: int) -> int:
        """Opens a section with a heading without a number: at the top in capitals, else under the last such one."""
        text = self._texts[place]
        capitals = in_capitals(text)
        depths = [d for d, node in enumerate(self._path) if d and in_capitals(node.title)]
        node = Node("heading", text, title_end=len(text), order=HOLDS_ALL if capitals else HOLDS_LISTS)
        self._enter(node, place, 0 if capitals or not depths else depths[-1])
        place += 1
        while capitals and self._is_plain_heading(place) and in_capitals(self._texts[place]):
            place = self._add_title(node, place)
        return place

    def _enter(self, node: Node, place: int, depth: int) -> None:
        node.own.append(place)
        del self._path[depth + 1 :]
        self._path[-1].children.append(node)
        self._path.append(node)

    def _add_title(self, node: Node, place: int) -> int:
        node.title = f"{node.title} {self._texts[place]}".lstrip()
        node.own.append(place)
        node.heading = len(node.own)
        return place + 1

    def _is_plain_heading(self, place: int) -> bool:
        if place >= len(self._texts) or self._markers[place] or place in self._signatures or place in self._quoted:
            return False
        if self._in_law and len(self._path) > 1:
            return False  # in a law's sections, what has no number is a form or a table
        last = place + 1 == len(self._texts)
        above = self._texts[place - 1] if place > self._first else ""
        below, marked = ("", False) if last else (self._texts[place + 1], bool(self._markers[place + 1]))
        return is_plain_heading(self._texts[place], above, below, marked_below=marked, asks=self._asks)

    def _close_running(self) -> None:
        """An unmarked paragraph does not belong to the item above it, but to the heading above that.

        In a law it is a further paragraph of the clause, and where an item ends with a colon it is what that announces.
        """
        in_article = any(node.kind == "article" for node in self._path)
        while len(self._path) > 1 and self._path[-1].running:
            node = self._path[-1]
            if not node.children and self._texts[node.own[-1]].endswith(":"):
                return
            clause = node.marker is not None and node.marker.form.name == "numbered"
            if in_article and (node.kind == "article" or clause):
                return
            self._path.pop()

    def _goes_on(self, place: int, marker: Marker) -> bool:
        """Whether the number after this marker's stands further down, before the list begins anew."""
        for found in self._markers[place + 1 :]:
            for other in found:
                if other.style != marker.style or other.path[:-1] != marker.path[:-1] or not other.path:
                    continue
                if other.path[-1] == marker.path[-1] + 1:
                    return True
                if other.path[-1] <= marker.path[-1]:
                    return False
        return False
