"""Syllables cut in two by a space: "hi ện", "v à", "đề u".

Owns the decision to join. Two neighbours that spell a syllable in use when put together hardly ever stand side by side
in sound text, so they are joined unless something speaks for the words as they stand (`_stands`). A syllable in use is
one of kb.vietnamese.lexicon; what speaks for words is that a pair of them is in the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kb.model import Span
from kb.source.edits import Edit
from kb.vietnamese.lexicon import attested, pairs
from kb.vietnamese.syllables import canonical, place_tone, split_tone

_PIECE = re.compile(r"[^\W\d_]+")
# A letter beside one of these belongs to a name, a code or a compound: "Ma-lai-xi a", "Bernie's a".
_TIES = frozenset("'’-./@_&0123456789")
_FREE = frozenset(("bà", "cha", "cho", "của", "do", "là", "mà", "qua", "ra", "thu", "to", "và"))
_LISTING = frozenset(("và", "hoặc", "hay", "đến", "với"))
_NO_WORDS = frozenset("iou")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters where a space may be one too many.

    `key` is it as the lexicon writes it, `follows` says that one plain space alone parts it from the piece before,
    `tied` that no space does on one side: a hyphen, a digit, an apostrophe.
    """

    span: Span
    word: str
    key: str
    follows: bool
    tied: bool

    @property
    def letter(self) -> bool:
        return len(self.word) == 1

    @property
    def in_use(self) -> bool:
        return self.key in attested()

    def with_next(self, right: Piece) -> Piece:
        word = self.word + right.word
        span = Span(self.span.start, right.span.end)
        return Piece(span, word, canonical(word.lower()), self.follows, self.tied or right.tied)


@dataclass(frozen=True, slots=True)
class Cut:
    """Two pieces that may be one syllable, `whole`, and the words on both sides where only a space parts them."""

    before: Piece | None
    left: Piece
    right: Piece
    whole: Piece
    after: Piece | None
    after_digit: bool

    @property
    def whole_fits(self) -> bool:
        """Whether the joined syllable makes a word of the lexicon with a neighbour: "phong trà o"."""
        return _is_pair(self.before, self.whole) or _is_pair(self.whole, self.after)

    @property
    def halves_fit(self) -> bool:
        """Whether one of the pieces does: "và y tế"."""
        return _is_pair(self.before, self.left) or _is_pair(self.right, self.after)


def join_splits(text: str) -> Iterator[Edit]:
    """Join the pieces of one syllable, two or more of them.

    >>> [edit.after for edit in join_splits("thực hi ện phong trà o, số ng ười; cấp thẻ và y tế, thú y")]
    ['hiện', 'trào', 'người']
    """
    if not any(left + right in _known() for left, right in pairwise(_PIECE.findall(text.lower()))):
        return
    done: list[Piece] = []
    pieces = _pieces(text)
    for place, piece in enumerate(pieces):
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        while done and (whole := _joined(text, done, piece, after)):
            done.pop()
            piece = whole
        done.append(piece)
    for piece in done:
        if len(piece.word) < len(piece.span):
            yield Edit(piece.span, piece.word, "split_syllable")


def _pieces(text: str) -> list[Piece]:
    pieces: list[Piece] = []
    end = -1
    for match in _PIECE.finditer(text):
        tied = text[match.start() - 1 : match.start()] in _TIES or text[match.end() : match.end() + 1] in _TIES
        follows = match.start() == end + 1 and text[end] == " "
        pieces.append(Piece(Span(*match.span()), match[0], canonical(match[0].lower()), follows, tied))
        end = match.end()
    return pieces


def _joined(text: str, done: list[Piece], right: Piece, after: Piece | None) -> Piece | None:
    """The last piece done and this one as one syllable; None where they are two words."""
    left = done[-1]
    if not right.follows or left.tied or right.tied or not _case_fits(left, right):
        return None
    if (left.word + right.word).lower() not in _known():
        return None
    before = done[-2] if left.follows and len(done) > 1 else None
    next_word = after if after and after.follows else None
    after_digit = text[: left.span.start].endswith(tuple(f"{digit} " for digit in "0123456789"))
    cut = Cut(before, left, right, left.with_next(right), next_word, after_digit)
    return None if _belongs_right(cut) or _stands(cut) else cut.whole


def _belongs_right(cut: Cut) -> bool:
    """Whether the right piece makes a better syllable with the word after it: "số ng ười" is "số người"."""
    if cut.after is None or (cut.right.word + cut.after.word).lower() not in _known():
        return False
    if not cut.left.in_use or not cut.after.in_use:
        return cut.left.in_use
    other = cut.right.with_next(cut.after)
    return _is_pair(cut.left, other) and not cut.whole_fits


def _stands(cut: Cut) -> bool:
    """Whether the two pieces are words of their own."""
    left, right = cut.left, cut.right
    if _is_pair(left, right):
        return True  # "thú y"
    if cut.whole_fits:
        return False
    if left.word.isupper() and right.word.isupper():
        return left.in_use or right.in_use  # "KHOÁ I" is a number, not "khoái"
    if left.letter and right.in_use and (cut.after_digit or (left.word.isupper() and cut.before)):
        return True  # "5 m ở", "đường B ở phía Đông"
    if right.letter and left.key in _LISTING and cut.before and cut.before.letter:
        return True  # "điểm m và n"
    if not (left.in_use and right.in_use):
        return False
    if cut.halves_fit or (left.key in _FREE and right.key not in _NO_WORDS):
        return True  # "và y tế"; "cho ai"
    return _is_foreign(cut)


def _is_foreign(cut: Cut) -> bool:
    """Whether pieces without any mark stand among words of another language: "relates to a person"."""
    around = [piece for piece in (cut.before, cut.after) if piece]
    return cut.whole.word.isascii() and bool(around) and not any(piece.in_use for piece in around)


def _case_fits(left: Piece, right: Piece) -> bool:
    if right.word.islower():
        return left.word.islower() or left.word.istitle()
    return right.word.isupper() and left.word.isupper()


def _is_pair(left: Piece | None, right: Piece | None) -> bool:
    return left is not None and right is not None and f"{left.key} {right.key}" in pairs()


@cache
def _known() -> frozenset[str]:
    """Every syllable in use in both styles of placing its tone, lower case."""
    new_style = (place_tone(*split_tone(syllable)[:2], style="new") for syllable in attested())
    return attested().union(filter(None, new_style))
