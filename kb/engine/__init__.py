"""Ranking: which entries answer a query tree, in which order. `port` says what an engine is."""

from __future__ import annotations

from pathlib import Path

from kb.engine.port import Engine


def open_engine(folder: Path) -> Engine:
    """The engine of the index in `folder`, which need not exist yet; nothing is read before the first question."""
    from kb.engine.whoosh import WhooshEngine

    return WhooshEngine(folder)
