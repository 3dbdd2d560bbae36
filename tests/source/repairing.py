"""A text after one rule of the repair."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kb.source.edits import Edit, Ledger


def after(rule: Callable[[str], Iterable[Edit]], text: str) -> str:
    return Ledger.of(text).apply(rule(text)).text
