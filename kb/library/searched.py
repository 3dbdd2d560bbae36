"""Words of a find as they are searched in its table: no engine is asked for them, SQLite's `instr` finds them."""

from __future__ import annotations

from kb.analysis import analyze


def searched(text: str) -> tuple[str, str]:
    """The text's syllables as one string that `instr` finds them in, with marks and without.

    >>> searched("Thi đua, là")
    (' thi đua la2 ', ' thi dua la ')
    """
    found = analyze(text, words=False)
    marked, folded = (" ".join(token.text for token in stream) for stream in (found.syllables, found.folded))
    return f" {marked} ", f" {folded} "


def asks(query: str) -> tuple[str, tuple[str, ...]]:
    """A condition on rows with `marked` and `folded` that holds where every syllable of the query stands, and its
    values. A syllable without marks may stand for one with them."""
    found = analyze(query, words=False)
    parts: list[str] = []
    values: list[str] = []
    for syllable, folded in zip(found.syllables, found.folded, strict=True):
        is_marked = syllable.text != folded.text
        parts.append(f"instr({'marked' if is_marked else 'folded'}, ?) > 0")
        values.append(f" {(syllable if is_marked else folded).text} ")
    return " AND ".join(parts) or "1", tuple(values)
