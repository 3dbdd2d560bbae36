"""Suggestions as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from kb.model import Phrase
from kb.shapes import Json


def suggestions(phrases: Sequence[Phrase]) -> dict[str, Json]:
    """`kb suggest`, the likeliest first."""
    return {"suggestions": [{"text": one.text, "kind": one.kind, "count": one.count} for one in phrases]}
