"""Syllables cut in two by a space: "hi ện", "v à", "đề u".

Owns the decision to join. Two neighbours that spell a syllable in use when put together hardly ever stand side by side
in sound text: 414 times in 6.6 million syllables of laws, Wikipedia and XQuAD, 219 of them "thú y" (veterinary). So
they are joined unless something speaks for the words as they stand (`_stands`): of those 414 that joins 18, all in
Wikipedia, and 3 of them had been cut indeed. Where one syllable in eight of a law is cut, .998 come together again.

A syllable in use is one of kb.vietnamese.lexicon; what speaks for words is that a pair of them is in the lexicon.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kb.model import Span
from kb.source.edits import Edit
from kb.source.repair.letters import MARKS
from kb.vietnamese.lexicon import attested, pairs
from kb.vietnamese.syllables import canonical, is_syllable, place_tone, split_tone

_PIECE = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*")
# A letter beside one of these belongs to a name, a code or a compound: "Ma-lai-xi a", "Bernie's a", "v.v".
_TIED_BEHIND = re.compile(r"[\w'’./@&-]")
_TIED_BEFORE = re.compile(r"[\w'’/@&-]|[.]\w")
_UNITS = frozenset("ghlmst")
# Words that are common beside any other, so that few compounds of the lexicon hold them. Counted like the commonest
# syllables they bring the pieces of 22,499 cut syllables that went to the wrong side from 31 down to 24.
_FUNCTION_WORDS = frozenset(
    {
        "bà", "bị", "bởi", "các", "cho", "có", "còn", "cũng", "của", "do", "dưới", "để", "đã", "đều", "đến", "được",
        "hay", "hoặc", "không", "khi", "là", "mà", "một", "nào", "này", "như", "nhưng", "những", "nếu", "ở", "qua",
        "ra", "rất", "sau", "sẽ", "tại", "theo", "thì", "thu", "to", "trên", "trong", "trước", "từ", "và", "vào",
        "về", "vì", "với",
    }
)  # fmt: skip
# Words that open with a vowel and follow a letter or an open syllable in sound text: "cho ai", "khóa V ông được bầu".
_OPENERS = frozenset(("a", "ai", "anh", "án", "áp", "ấn", "ấy", "ông", "ở", "y", "ý"))
_LISTING = frozenset(("đến", "hay", "hoặc", "và", "với"))


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
    """Two pieces that may be one syllable, `whole`, with the word before and two words after; None behind a sign."""

    before: Piece | None
    left: Piece
    right: Piece
    whole: Piece
    after: Piece | None
    beyond: Piece | None
    after_digit: bool

    @property
    def whole_fits(self) -> bool:
        """Whether the joined syllable makes a word of the lexicon with a neighbour: "phong trà o"."""
        return _is_pair(self.before, self.whole) or _is_pair(self.whole, self.after)

    @property
    def halves_fit(self) -> bool:
        """Whether one of the pieces does: "và y tế"; no lone "ê" is left over beside "chi thu" in "chi thu ê"."""
        scrap = self.right.letter and self.right.key not in _OPENERS
        return _is_pair(self.right, self.after) or (_is_pair(self.before, self.left) and not scrap)


def join_splits(text: str) -> Iterator[Edit]:
    """Join the pieces of one syllable, two or more of them.

    >>> [edit.after for edit in join_splits("thực hi ện phong trà o, số ng ười; cấp thẻ và y tế, thú y")]
    ['hiện', 'trào', 'người']
    """
    if not any(_one_syllable(left, right) for left, right in pairwise(_PIECE.findall(text.lower()))):
        return
    done: list[Piece] = []
    pieces = _pieces(text)
    for place, piece in enumerate(pieces):
        while done and (whole := _joined(text, done, piece, pieces[place + 1 : place + 3])):
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
        start = match.start()
        tied = bool(_TIED_BEHIND.match(text[start - 1 : start]) or _TIED_BEFORE.match(text, match.end()))
        follows = start == end + 1 and text[end] == " "
        pieces.append(Piece(Span(*match.span()), match[0], canonical(match[0].lower()), follows, tied))
        end = match.end()
    return pieces


def _joined(text: str, done: list[Piece], right: Piece, ahead: list[Piece]) -> Piece | None:
    """The last piece done and this one as one syllable; None where they are two words."""
    left = done[-1]
    if not _spells(left, right):
        return None
    before = done[-2] if left.follows and len(done) > 1 else None
    after = ahead[0] if ahead and ahead[0].follows else None
    beyond = ahead[1] if after and len(ahead) > 1 and ahead[1].follows else None
    after_digit = text[left.span.start - 1 : left.span.start] == " " and text[left.span.start - 2].isdigit()
    cut = Cut(before, left, right, left.with_next(right), after, beyond, after_digit)
    return None if _belongs_right(cut) or _stands(cut) else cut.whole


def _spells(left: Piece | None, right: Piece | None) -> bool:
    """Whether two pieces with one space between them are a syllable in use, letter for letter."""
    if left is None or right is None or not right.follows or left.tied or right.tied:
        return False
    return _case_fits(left, right) and _one_syllable(left.word.lower(), right.word.lower())


def _one_syllable(left: str, right: str) -> bool:
    """Whether two pieces are a syllable in use, letter for letter; for names, any syllable where neither piece is."""
    known = _known()
    return left + right in known or (left not in known and right not in known and is_syllable(left + right))


def _belongs_right(cut: Cut) -> bool:
    """Whether the right piece makes a better syllable with the word after it: "số ng ười" is "số người"."""
    if not cut.left.in_use or not _spells(cut.right, cut.after):
        return False
    assert cut.after
    if not cut.after.in_use:
        return not _spells(cut.after, cut.beyond)  # "mớ i nh ất"
    other = cut.right.with_next(cut.after)
    fits = _is_pair(cut.before, cut.left) or _is_pair(cut.left, other) or _is_pair(other, cut.beyond)
    if fits != cut.whole_fits:
        return fits
    return _uses(cut.left) * _uses(other) > _uses(cut.whole) * _uses(cut.after)


def _stands(cut: Cut) -> bool:
    """Whether the two pieces are words of their own."""
    left, right = cut.left, cut.right
    if _is_pair(left, right):
        return True  # "thú y"
    if cut.whole_fits:
        return False
    if right.word.isupper() and any(half.letter and half.in_use for half in (left, right)):
        return True  # "KHOÁ I" is a number, not "khoái"
    if left.word.isupper() and left.letter and right.key in _OPENERS and cut.before:
        return True  # "đường B ở phía Đông", "khóa V ông được bầu"
    if left.word in _UNITS and cut.after_digit and right.key in _OPENERS:
        return True  # "5 m ở"
    if right.letter and left.key in _LISTING and cut.before and cut.before.letter:
        return True  # "điểm m và n"
    around = [piece for piece in (cut.before, cut.after) if piece]
    if left.letter and right.letter and around and all(piece.letter for piece in around):
        return True  # "a b c d e"
    if cut.whole.word.isascii() and around and all(len(p.word) > 3 and not p.in_use for p in around):
        return True  # among words of another language: "2007. T he Early Chinese Empires"
    if not (left.in_use and right.in_use):
        return False
    return cut.halves_fit or (left.key in _FUNCTION_WORDS and right.key in _OPENERS)  # "và y tế"; "cho ai"


def _case_fits(left: Piece, right: Piece) -> bool:
    if right.word.islower():
        return left.word.islower() or left.word.istitle()
    return right.word.isupper() and left.word.isupper()


def _is_pair(left: Piece | None, right: Piece | None) -> bool:
    return left is not None and right is not None and f"{left.key} {right.key}" in pairs()


def _uses(piece: Piece) -> int:
    """How common a syllable is, roughly: how many pairs of the lexicon it stands in, and one."""
    return 400 if piece.key in _FUNCTION_WORDS else _pairs_with()[piece.key] + 1


@cache
def _pairs_with() -> Counter[str]:
    return Counter(syllable for pair in pairs() for syllable in pair.split(" "))


@cache
def _known() -> frozenset[str]:
    """Every syllable in use in both styles of placing its tone, lower case."""
    new_style = (place_tone(*split_tone(syllable)[:2], style="new") for syllable in attested())
    return attested().union(filter(None, new_style))
