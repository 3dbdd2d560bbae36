"""What a section is, once it is known what stands below it and around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kb.outline.forms import DECIMALS
from kb.outline.places import Node
from kb.outline.signs import ends, in_capitals

SHORT_TITLE = 80  # characters of a title that ends with a full stop; an item is longer or has nothing below it
_SLOGANS = re.compile(r"khẩu hiệu", re.IGNORECASE)
_LEAVES = ("bullet", "lower", "bracketed", "lower-roman", "numbered", "decimal")


def settle(root: Node, texts: Sequence[str]) -> None:
    """Gives every node below the root its final kind and title."""
    for child in root.children:
        _settle(child, texts, in_article=False, slogans=False)


def _settle(node: Node, texts: Sequence[str], *, in_article: bool, slogans: bool) -> None:
    if node.marker is not None:
        text = texts[node.own[0]]
        rest = text[node.marker.end :]
        has_more = len(node.own) > node.heading or bool(node.children)
        if slogans and (ends(rest, "!") or not has_more):
            node.kind, node.title, node.title_end = "slogan-item", rest, len(text)
        elif in_article:
            _settle_in_law(node, has_more)
        elif node.kind == "heading" and not has_more and node.marker.form.name in _LEAVES and not in_capitals(rest):
            node.kind, node.title, node.title_end = "item", "", node.marker.end
        elif node.kind in ("item", "article") and not node.title and has_more and _is_short_title(rest, node):
            node.title, node.title_end = rest.rstrip(" ."), len(text.rstrip(" ."))
            node.kind = "heading" if node.kind == "item" else node.kind
    for child in node.children:
        _settle(
            child,
            texts,
            in_article=in_article or node.kind == "article",
            slogans=slogans or _SLOGANS.search(node.title) is not None,
        )


def _settle_in_law(node: Node, has_more: bool) -> None:
    """Clauses and points keep a title only where something stands below it."""
    name = node.marker.form.name if node.marker else ""
    if name == "numbered":
        node.kind = "clause"
    elif name in ("lower", "bracketed"):
        node.kind = "point"
    if not has_more and not node.running and node.marker is not None:
        node.title, node.title_end = "", node.marker.end


def _is_short_title(rest: str, node: Node) -> bool:
    """A title in spite of its full stop: "1. Mục đích, yêu cầu." with paragraphs below it."""
    strong = node.marker is not None and node.marker.form.order <= DECIMALS
    return strong and rest.endswith(".") and len(rest) <= SHORT_TITLE and ". " not in rest and node.heading == 1
