"""Where words begin and end in running text: the cut that pyvi 0.1.1 makes, without importing pyvi.

Same model, same features, weights added in the same order, so the same doubles and the same labels
(tests/vietnamese/test_words_oracle.py holds it to pyvi itself). Time is linear in the text, which pyvi's is not. The
model is loaded with the first text; threads may share everything here.

What the words are used for, and their spans in a text that is not as pyvi likes it, is kb.analysis.
"""

from __future__ import annotations

import re
import string
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from kb.model import Span
from kb.vietnamese.crfsuite import CrfModel, Weights, read_model
from kb.vietnamese.installed import WORD_MODEL, read_installed
from kb.vietnamese.lexicon import word_list

Word = tuple[Span, ...]
"""A word as the spans of its pieces: syllables, numbers, marks."""

# pyvi's one expression in its order, in two parts: e-mail addresses stand between them there (`_pieces`).
_BEFORE_MAIL = re.compile(r"[A-ZĐ]+\.|Tp\.|Mr\.|Mrs\.|Ms\.|Dr\.|ThS\.|==>|->|\.\.\.|>>|\n|\w+://[^\s]+")
_PIECE = re.compile(_BEFORE_MAIL.pattern + r"|\d+(?:[.,_]\d+)+|[^\w\s]|\w+")
_MAILBOX = re.compile(r"[a-zA-Z0-9_.+-]+")
_MAIL_HOST = re.compile(r"@(?:[a-zA-Z0-9-]+\.)+[a-zA-Z0-9-]+")

_KEPT = 1 << 15  # distinct pieces remembered; 800 articles of Wikipedia have 59,000, most of them once


def segment(text: str) -> list[Word]:
    """The words of a text in NFC, in order; what stands between two pieces is white space or nothing.

    Feed a paragraph at a time: "\\n" is a word of its own and cuts. ModelMissing where pyvi is not as it should be.

    >>> text = "Đại hội thi đua yêu nước."
    >>> ["_".join(piece.of(text) for piece in word) for word in segment(text)]
    ['Đại_hội', 'thi_đua', 'yêu', 'nước', '.']
    """
    places = list(_pieces(text))
    words: list[list[Span]] = []
    for place, goes_on in zip(places, _goes_on([text[start:end] for start, end in places]), strict=True):
        if goes_on:
            words[-1].append(Span(*place))
        else:
            words.append([Span(*place)])
    return [tuple(word) for word in words]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each piece, as pyvi's expression finds them.

    That expression looks for an e-mail address from every character of "-----" or "a.a.a." to the end of the run:
    20,000 characters take it a second. Here addresses are found first and each run is read once, with the same result.
    """
    if "@" not in text:
        yield from (match.span() for match in _PIECE.finditer(text))
        return
    mails = deque(_mails(text))
    place = 0
    while match := _PIECE.search(text, place):
        start, place = match.span()
        while mails and mails[0].box.end <= start:
            mails.popleft()
        if mails and mails[0].box.start <= start and not _BEFORE_MAIL.match(text, start):
            place = mails[0].end
        yield start, place


@dataclass(frozen=True, slots=True)
class _Mail:
    """An e-mail address ends at `end` if a piece begins anywhere in its `box`, the part before the @."""

    box: Span
    end: int


def _mails(text: str) -> Iterator[_Mail]:
    for box in _MAILBOX.finditer(text):
        if host := _MAIL_HOST.match(text, box.end()):
            yield _Mail(Span(*box.span()), host.end())


@dataclass(frozen=True, slots=True)
class _Surface:
    """What the model knows of a piece by its letters: its own weight, and what to add to that of its neighbours."""

    lower: str
    own: Weights
    to_next: tuple[Weights, ...]
    to_previous: tuple[Weights, ...]
    joins: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class _Segmenter:
    """The model, and the pairs and triples of the word list, which it has features for."""

    model: CrfModel
    pairs: frozenset[str]
    triples: frozenset[str]

    def weights(self, *features: str) -> tuple[Weights, ...]:
        """The weights of those features that the model has, in the order given."""
        attributes = self.model.attributes
        return tuple(attributes[feature] for feature in features if feature in attributes)


@cache
def _segmenter() -> _Segmenter:
    words = word_list()
    pairs = frozenset(word for word in words if word.count(" ") == 1)
    triples = frozenset(word for word in words if word.count(" ") == 2)
    return _Segmenter(read_model(read_installed(WORD_MODEL)), pairs, triples)


@lru_cache(_KEPT)
def _surface(piece: str) -> _Surface:
    lower = piece.lower()
    # CRFsuite reads a feature's name up to the first zero, as C does.
    word = lower.partition("\0")[0]
    upper, title = piece.isupper(), piece.istitle()
    own = ["bias", f"word.lower():{word}"]
    own += ["word.isupper()"] * upper + ["word.istitle()"] * title + ["word.isdigit()"] * piece.isdigit()
    near = ["word.istitle()"] * title + ["word.isupper()"] * upper
    weights = _segmenter().weights
    return _Surface(
        lower,
        _added((0.0, 0.0), weights(*own)),
        weights(f"-1:word.lower():{word}", *(f"-1:{feature}" for feature in near)),
        weights(f"+1:word.lower():{word}", *(f"+1:{feature}" for feature in near)),
        # Only the marks of ASCII stand alone: “, – and ... may be joined to a word, as in pyvi.
        joins=piece not in string.punctuation and not piece[0].isdigit(),
        capital=piece[0].istitle(),
    )


def _goes_on(pieces: Sequence[str]) -> list[bool]:
    """For each piece, whether it goes on with the word of the piece before."""
    surfaces = [_surface(piece) for piece in pieces]
    labels = _best_labels(_scores(surfaces))
    for at in range(1, len(surfaces)):
        left, right = surfaces[at - 1], surfaces[at]
        labels[at] = labels[at] and left.joins and right.joins and (left.capital or not right.capital)
    if labels:
        labels[0] = False
    return labels


def _scores(surfaces: Sequence[_Surface]) -> list[Weights]:
    """What speaks for either label at each place: the sum of the weights of its features, in pyvi's order."""
    weights = _segmenter().weights
    pair_before, triple_before = weights("-1:word.bi_gram()"), weights("-2:word.tri_gram()")
    pair_after, triple_after = weights("+1:word.bi_gram()"), weights("+2:word.tri_gram()")
    pairs, triples = _listed([surface.lower for surface in surfaces])
    scores: list[Weights] = []
    last = len(surfaces) - 1
    for at, surface in enumerate(surfaces):
        terms: tuple[Weights, ...] = ()
        if at > 0:
            terms = surfaces[at - 1].to_next + pair_before * pairs[at] + triple_before * triples[at]
        if at < last:
            terms += surfaces[at + 1].to_previous + pair_after * pairs[at + 1] + triple_after * triples[at + 2]
        scores.append(_added(surface.own, terms))
    return scores


def _added(weights: Weights, terms: tuple[Weights, ...]) -> Weights:
    # One by one: sum() of Python 3.12 and later carries the rounding along, and the doubles would not be CRFsuite's.
    begin, go_on = weights
    for for_begin, for_go_on in terms:
        begin += for_begin
        go_on += for_go_on
    return begin, go_on


def _listed(words: Sequence[str]) -> tuple[list[bool], list[bool]]:
    """For each word whether it ends a pair, and a triple, of the word list; false for two places after the last."""
    segmenter = _segmenter()
    pairs = [False, *(f"{left} {right}" in segmenter.pairs for left, right in pairwise(words)), False]
    triples = [False, False]
    triples += (f"{a} {b} {c}" in segmenter.triples for a, b, c in zip(words, words[1:], words[2:], strict=False))
    return pairs, [*triples, False, False]


def _best_labels(scores: Sequence[Weights]) -> list[bool]:
    """The likeliest labels (Viterbi), true for "goes on"; of two equal ways the one over a beginning, as CRFsuite."""
    if not scores:
        return []
    (begin_begin, begin_on), (on_begin, on_on) = _segmenter().model.after_begin, _segmenter().model.after_inside
    begin, go_on = scores[0]
    came: list[tuple[bool, bool]] = []  # for either label at each place but the first: whether the one before goes on
    for for_begin, for_go_on in scores[1:]:
        begin_from_begin, begin_from_on = begin + begin_begin, go_on + on_begin
        on_from_begin, on_from_on = begin + begin_on, go_on + on_on
        came.append((begin_from_on > begin_from_begin, on_from_on > on_from_begin))
        begin = max(begin_from_begin, begin_from_on) + for_begin
        go_on = max(on_from_begin, on_from_on) + for_go_on
    labels = [go_on > begin]
    for if_begin, if_on in reversed(came):
        labels.append(if_on if labels[-1] else if_begin)
    labels.reverse()
    return labels
