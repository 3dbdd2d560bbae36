"""The normal form of quoted words, by which variants of one quotation find each other."""

from __future__ import annotations

from kb.analysis import analyze


def normal(words: str) -> str:
    """The syllables of the words, without marks between them, as keys.

    >>> normal("Dạy tốt - học tốt") == normal("“Dạy tốt, học tốt”")
    True
    """
    return " ".join(token.text for token in analyze(words, words=False).syllables)
