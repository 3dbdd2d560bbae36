"""From text to tokens: the one analysis for indexing, asking and highlighting.

Owns what a token is, and its span in the text as it was given, whatever its normal form. How a syllable's key is made
is kb.vietnamese.syllables, where words are cut kb.vietnamese.words, what a value is kb.vietnamese.values; what a
question means is kb.query.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.model import Span
from kb.vietnamese.letters import INVISIBLE, nfc
from kb.vietnamese.syllables import canonical, folded_key, key
from kb.vietnamese.values import read_values
from kb.vietnamese.words import segment

ANALYSIS = "3"
"""Raised whenever some text gives other tokens than before: an index made with another one is outdated."""

LONGEST = 255
"""Code points of a token's text; a longer one is cut. Engines have such limits, and nobody types so much."""

_READ = 4 * LONGEST  # of a token's letters: enough for its text when each has two marks and an invisible one with it

# Letters and digits of any script, but no modifier letters: "trịː" in Vietnamese Wikipedia has U+02D0 for a colon.
_LETTERS = r"[^\W_\u02b0-\u02ff]+"
# Letters in NFD are followed by their marks; a word goes on behind what nobody sees, a number behind its . or ,
_TOKEN = re.compile(
    rf"{_LETTERS}(?:[\u0300-\u036f]+(?:{_LETTERS})?|[{INVISIBLE}]+{_LETTERS}|(?<=[0-9])[.,](?=[0-9]){_LETTERS})*"
)


@dataclass(frozen=True, slots=True)
class Token:
    """What is searched for (`text`, a key: never shown) and where it stands in the text that was analyzed."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text's tokens in order, as three streams.

    `syllables` tells marks apart, `folded` does not; they have the same spans one to one. `words` are the compounds of
    two or more syllables, their keys joined by "_".
    """

    syllables: tuple[Token, ...]
    folded: tuple[Token, ...]
    words: tuple[Token, ...]


def analyze(text: str, *, words: bool = True) -> Analysis:
    """The tokens of any text: one for each run of letters and digits, none for marks, spaces and symbols.

    Spans are code points of `text` as given, in whatever normal form. Lines are analyzed one by one: a compound stands
    on one line. Without `words` that stream is empty and no model is loaded; with it, ModelMissing may be raised.

    >>> tokens = analyze("Thi đua, thi đua nữa: 13.458 tỷ, 258/QĐ-TTg")
    >>> " ".join(token.text for token in tokens.syllables)
    'thi đua thi đua nưa4 13.458 ti3 258 qđ ttg'
    >>> " ".join(token.text for token in tokens.folded), [token.text for token in tokens.words]
    ('thi dua thi dua nua 13.458 ti 258 qd ttg', ['thi_đua', 'thi_đua'])
    """
    spans = [Span(*match.span()) for match in _TOKEN.finditer(text)]
    letters = [text[span.start : span.end][:_READ] for span in spans]
    syllables = tuple(Token(key(word)[:LONGEST], span) for word, span in zip(letters, spans, strict=True))
    folded = tuple(Token(folded_key(word)[:LONGEST], span) for word, span in zip(letters, spans, strict=True))
    return Analysis(syllables, folded, tuple(_compounds(text, syllables, letters)) if words else ())


def value_terms(text: str) -> tuple[str, ...]:
    """The terms of the values in a text, in order of place: each in its normal form, however it is written.

    >>> value_terms("đạt 6,6%, 13.458 tỷ đồng")
    ('pct:6.6', 'n:6.6', 'n:13458000000000', 'n:13458')
    """
    return tuple(term for value in read_values(nfc(text)) for term in value.terms)


Place = tuple[int, int]
"""Start and end of a token in the text that the segmenter reads."""


def _compounds(text: str, tokens: Sequence[Token], letters: list[str]) -> Iterator[Token]:
    """The compounds of a text, given its tokens and what is written for each."""
    written, places = _for_the_segmenter(text, tokens, letters)
    placed = dict(zip(places, tokens, strict=True))
    start = 0
    for line in written.split("\n"):
        for word in segment(line):
            if len(word) > 1:
                yield from _joined([placed.get((start + piece.start, start + piece.end)) for piece in word])
        start += len(line) + 1


def _for_the_segmenter(text: str, tokens: Sequence[Token], letters: list[str]) -> tuple[str, list[Place]]:
    """The text in NFC with each tone where the word list has it, and where the tokens stand in that."""
    right = [canonical(word) for word in letters]
    if right == letters and nfc(text) is text:
        return text, [(token.span.start, token.span.end) for token in tokens]
    written: list[str] = []
    places: list[Place] = []
    place = length = 0
    for token, word in zip(tokens, right, strict=True):
        between = nfc(text[place : token.span.start])
        start = length + len(between)
        place, length = token.span.end, start + len(word)
        written += (between, word)
        places.append((start, length))
    return "".join([*written, nfc(text[place:])]), places


def _joined(pieces: Sequence[Token | None]) -> Iterator[Token]:
    """One token for each run of two or more of a word's pieces that are tokens.

    Others are none: "“" or "…", which the segmenter may join to a syllable, and "UBND.", which holds more than a token.
    """
    run: list[Token] = []
    for piece in (*pieces, None):
        if piece:
            run.append(piece)
            continue
        if len(run) > 1:
            yield Token("_".join(token.text for token in run)[:LONGEST], Span(run[0].span.start, run[-1].span.end))
        run = []
