"""Suggesting: the beginning of a question -> what stands in the documents and goes on from there.

Typed with marks, the marks count; without, any will do; the last word may be unfinished. Nothing is guessed that does
not stand in a document: where nothing begins so, nothing is suggested.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kb.analysis import analyze
from kb.library import Head
from kb.model import Phrase
from kb.snapshot import Snapshot
from kb.vietnamese.letters import fold, meant, nfc
from kb.vietnamese.syllables import folded_key, key, split_tone
from kb.vietnamese.telex import read_telex

LIMIT = 8
MOST_TYPED = 200  # code points that are read
MOST_COUNTED = 200  # rows whose places are added up
BATCH = 16  # phrases that are read at once
LOOKED_AT = 150  # different texts, the most worth, of which the best are shown


@dataclass(frozen=True, slots=True)
class _Typed:
    """The words that were typed, as written; `open`: the last may be unfinished."""

    words: tuple[str, ...]
    open: bool

    @property
    def head(self) -> str:
        return " ".join(map(folded_key, self.words[:-1])) + self._before_last + self._last

    @property
    def _before_last(self) -> str:
        return " " if len(self.words) > 1 else ""

    @property
    def _last(self) -> str:
        # Unfinished, "y" may still be "yêu": only a finished word has one key for i and y.
        return fold(self.words[-1]) if self.open else folded_key(self.words[-1]) + " "


def suggest(snapshot: Snapshot, text: str, *, limit: int = LIMIT) -> tuple[Phrase, ...]:
    """What may be meant, the likeliest first, each text once; () where nothing begins so."""
    typed = _read(text)
    if not typed.words:
        return ()
    found = _ranked(snapshot, typed, limit)
    if not found and (meant_words := _from_keys(typed)):
        found = _ranked(snapshot, meant_words, limit)
    return found


def _read(text: str) -> _Typed:
    line = nfc(" ".join(text[:MOST_TYPED].encode("utf-8", "replace").decode("utf-8").split(" ")))
    spans = [token.span for token in analyze(line, words=False).syllables]
    return _Typed(tuple(span.of(line) for span in spans), bool(spans) and spans[-1].end == len(line))


def _from_keys(typed: _Typed) -> _Typed | None:
    """The same with the Telex keys that were left in it turned into marks; None where there are none."""
    words = tuple(read_telex(word) or word for word in typed.words)
    return _Typed(words, typed.open) if words != typed.words else None


def _ranked(snapshot: Snapshot, typed: _Typed, limit: int) -> tuple[Phrase, ...]:
    heads = snapshot.library.heads(typed.head)
    best: dict[str, tuple[Head, Phrase]] = {}
    for batch in _batches(_different(heads)[:LOOKED_AT]):
        phrases = snapshot.library.phrases([head.place for head in batch])
        for head in batch:
            phrase = phrases.get(head.place)
            if phrase and _has_marks(phrase.text, typed):
                best.setdefault(" ".join(_keys(phrase.text)), (head, phrase))
        if len(best) >= limit:  # what follows is worth less
            break
    ranked = sorted(best.values(), key=lambda pair: (-pair[0].score, len(pair[1].text), pair[1].text))
    return tuple(_counted(snapshot, heads, ranked[:limit]))


def _different(heads: Sequence[Head]) -> list[Head]:
    """The heads of different texts, the most worth first: of many documents with one title one is looked at."""
    best: dict[int, Head] = {}
    for head in sorted(heads, key=lambda one: (-one.score, one.place)):
        best.setdefault(head.same, head)
    return list(best.values())


def _batches(heads: Sequence[Head]) -> Iterator[Sequence[Head]]:
    return (heads[at : at + BATCH] for at in range(0, len(heads), BATCH))


def _counted(snapshot: Snapshot, heads: Sequence[Head], chosen: Sequence[tuple[Head, Phrase]]) -> Iterator[Phrase]:
    """The phrases with their places in all documents, of which MOST_COUNTED are asked."""
    wanted = {head.same for head, _ in chosen}
    same = {head.place: head.same for head in heads if head.same in wanted}
    counts = Counter[int]()
    for place, phrase in snapshot.library.phrases(list(islice(same, MOST_COUNTED))).items():
        counts[same[place]] += phrase.count
    for head, phrase in chosen:
        yield Phrase(phrase.text, phrase.kind, max(phrase.count, counts[head.same]))


def _keys(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in analyze(text, words=False).syllables)


def _has_marks(text: str, typed: _Typed) -> bool:
    """Whether the words of a phrase from some place on have the marks that were typed."""
    words = [token.span.of(text) for token in analyze(text, words=False).syllables]
    return any(_agree(words[at : at + len(typed.words)], typed) for at in range(len(words) - len(typed.words) + 1))


def _agree(words: Sequence[str], typed: _Typed) -> bool:
    return all(_is(word, other, unfinished) for word, other, unfinished in _pairs(words, typed))


def _pairs(words: Sequence[str], typed: _Typed) -> Iterator[tuple[str, str, bool]]:
    last = len(typed.words) - 1
    for at, (word, other) in enumerate(zip(words, typed.words, strict=True)):
        yield word, other, typed.open and at == last


def _is(word: str, typed: str, unfinished: bool) -> bool:
    is_marked = fold(typed) != meant(typed)
    if not unfinished:
        return key(word) == key(typed) if is_marked else folded_key(word) == folded_key(typed)
    if not is_marked:
        return fold(word).startswith(fold(typed))
    (letters, tone, _), (begun, typed_tone, _) = split_tone(word), split_tone(typed)
    return letters.startswith(begun) and typed_tone in ("0", tone)
