"""What each word of a question stands for in a collection: itself, a slip put right, or the words it begins.

Only a word whose letters stand nowhere is read otherwise: as Telex or VNI keys, as the beginning of a word (the last
one), or as a word one letter away. What exists is never corrected; an abbreviation in capitals neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Literal

from kb.query.compounds import may_be_syllable
from kb.query.question import Word
from kb.query.tree import Any, Phrase, Term
from kb.query.vocabulary import Vocabulary
from kb.query.weights import MOST_ENDINGS, MOST_SLIPS, MOST_TRIED
from kb.vietnamese.letters import fold
from kb.vietnamese.syllables import folded_key, is_syllable, key, place_tone, split_tone
from kb.vietnamese.telex import read_telex
from kb.vietnamese.vni import read_vni

FOLDED = ("folded", "heading_folded")
EXACT = ("syllables", "heading")
LETTERS = ascii_lowercase + "ăâđêôơư"

How = Literal["typed", "corrected", "begun", "unknown"]
LONGEST_SLIP = 20  # letters; the longest syllable has 7, names more
LISTED = 50_000  # tokens looked through for a slip: some thousand syllables, and names


@dataclass(frozen=True, slots=True)
class Form:
    """A token that is looked for: `exact` with its marks, None where any marks will do; `folded` without."""

    exact: str | None
    folded: str


@dataclass(frozen=True, slots=True)
class Sought:
    """A word and the forms that may stand for it, the likeliest first."""

    word: Word
    forms: tuple[Form, ...]
    how: How = "typed"


def seek(words: Sequence[Word], vocabulary: Vocabulary, *, marked: bool) -> tuple[Sought, ...]:
    """What each word of a run stands for; `marked`: the question was typed with marks, so that they mean something."""
    return tuple(_seek(words, at, vocabulary, marked=marked) for at in range(len(words)))


def _seek(words: Sequence[Word], at: int, vocabulary: Vocabulary, *, marked: bool) -> Sought:
    word = words[at]
    if word.ending == "open" and (forms := _begun(words, at, vocabulary)):
        return Sought(word, forms, "begun")
    if word.counted or _stands(word.folded, FOLDED, vocabulary):
        return Sought(word, (_as_typed(word, vocabulary, marked=marked),))
    if word.ending == "perhaps" and (forms := _begun(words, at, vocabulary)):
        return Sought(word, forms, "begun")
    if forms := _from_keys(word, vocabulary) or _one_letter_away(words, at, vocabulary, marked=marked):
        return Sought(word, forms, "corrected")
    return Sought(word, (_as_typed(word, vocabulary, marked=marked),), "unknown")


def _as_typed(word: Word, vocabulary: Vocabulary, *, marked: bool) -> Form:
    """The word itself; without its marks where they make no syllable and stand nowhere ("Việt Băc")."""
    slipped = word.marked and not is_syllable(word.text) and not _stands(word.exact, EXACT, vocabulary)
    return Form(None if slipped or not marked else word.exact, word.folded)


def _begun(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> tuple[Form, ...]:
    """The words it begins: those that stand behind the word before it, if any does, else the most frequent.

    They have the marks that were typed, of which the tone may still come.
    """
    word = words[at]
    if word.marked:
        base, tone, _ = split_tone(word.text)
        listed = _listed(base, EXACT, vocabulary)
        forms = [Form(token, unmarked(token)) for token in listed if tone in ("0", _tone_of(token))]
    else:
        forms = [Form(None, token) for token in _listed(word.folded, FOLDED, vocabulary)]
    rated = [(_fits(words, at, form, vocabulary), form) for form in forms[:MOST_TRIED]]
    fitting = [form for rate, form in sorted(rated, key=lambda pair: -pair[0]) if rate]
    return tuple((fitting or forms)[:MOST_ENDINGS])


def _from_keys(word: Word, vocabulary: Vocabulary) -> tuple[Form, ...]:
    meant = read_telex(word.text) or read_vni(word.text)
    if meant is None or not _stands(folded_key(meant), FOLDED, vocabulary):
        return ()
    exact = key(meant) if _stands(key(meant), EXACT, vocabulary) else None
    return (Form(exact, folded_key(meant)),)


def _one_letter_away(words: Sequence[Word], at: int, vocabulary: Vocabulary, *, marked: bool) -> tuple[Form, ...]:
    """The words of the collection one letter away: those that stand beside their neighbours in the question, if any."""
    word = words[at]
    if not 3 <= len(word.folded) <= LONGEST_SLIP or _is_abbreviation(word) or _is_spelled(word):
        return ()
    near = one_away(word.folded)
    # A slip keeps the first letter, or the second has come before it.
    listed = dict.fromkeys(token for first in word.folded[:2] for token in _listed(first, FOLDED, vocabulary))
    found = [token for token in listed if token in near]
    best = _best([(_fits(words, at, Form(None, token), vocabulary), token) for token in found[:MOST_SLIPS]])
    if not marked:
        return tuple(Form(None, token) for token in best)
    return tuple(form for token in best for form in _with_marks(word, token, vocabulary))[:MOST_SLIPS]


def _stands(token: str, streams: Sequence[str], vocabulary: Vocabulary) -> bool:
    return vocabulary.count(Any(tuple(Term(stream, token) for stream in streams))) > 0


def _listed(prefix: str, streams: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """The tokens that begin with the prefix, in texts or headings; most frequent first."""
    found = Counter[str]()
    for stream in streams:
        found.update(dict(vocabulary.tokens(stream, prefix, limit=LISTED)))
    return sorted(found, key=lambda token: (-found[token], token))


def _fits(words: Sequence[Word], at: int, form: Form, vocabulary: Vocabulary) -> int:
    """In how many passages a form stands beside a neighbour that the word has in the question."""
    before = [_side_by_side(_typed(word), form) for word in words[max(0, at - 1) : at]]
    after = [_side_by_side(form, _typed(word)) for word in words[at + 1 : at + 2]]
    return vocabulary.count(Any((*before, *after)))


def _typed(word: Word) -> Form:
    return Form(word.exact if word.marked else None, word.folded)


def _side_by_side(left: Form, right: Form) -> Phrase:
    """Both with their marks where both have some: "hiến đất" is not "hiện đang"."""
    if left.exact and right.exact:
        return Phrase("syllables", (left.exact, right.exact))
    return Phrase("folded", (left.folded, right.folded))


def _best(rated: Sequence[tuple[int, str]]) -> list[str]:
    """Those of the highest rate; all in order where none has any."""
    highest = max((rate for rate, _ in rated), default=0)
    return [token for rate, token in rated if rate == highest]


def _with_marks(word: Word, folded: str, vocabulary: Vocabulary) -> Iterator[Form]:
    """The marked tokens behind a folded one that are nearest to what was typed."""
    typed, typed_tone, _ = split_tone(word.text)
    firsts = [letter for letter in LETTERS if fold(letter) == folded[0]] or [folded[0]]
    listed = [token for first in firsts for token in _listed(first, EXACT, vocabulary)]
    same = [token for token in listed if unmarked(token) == folded]
    far = {token: (_letters(token) not in one_away(typed), _tone_of(token) != typed_tone) for token in same}
    nearest = min(far.values(), default=None)
    yield from (Form(token, folded) for token in same if far[token] == nearest)


def one_away(word: str) -> frozenset[str]:
    """Everything one letter away: two neighbours changed, one letter gone, another or one more.

    >>> {"khen", "khe", "khnep", "khnê"} <= one_away("khne")
    True
    """
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    return frozenset(_changed(cuts)) - {word}


def _changed(cuts: Iterable[tuple[str, str]]) -> Iterator[str]:
    for before, after in cuts:
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in LETTERS)
        yield from (before + letter + after for letter in LETTERS)


def _is_abbreviation(word: Word) -> bool:
    return word.text.isupper() and len(word.text) > 1 and not is_syllable(word.text)


def _is_spelled(word: Word) -> bool:
    """Whether it is a syllable as it stands, so that it was meant: "Giáp" is no slip for "giai"."""
    return is_syllable(word.text) if word.marked else may_be_syllable(word.folded)


def unmarked(token: str) -> str:
    """The folded token of a token with marks.

    >>> unmarked("đua"), unmarked("nươc1"), unmarked("13.458"), unmarked("a20")
    ('dua', 'nuoc', '13.458', 'a2')
    """
    return folded_key(_letters(token))


def written(token: str) -> str:
    """A token with marks as people write it.

    >>> written("nươc1"), written("hoa2"), written("13.458")
    ('nước', 'hòa', '13.458')
    """
    return place_tone(_letters(token), _tone_of(token)) or _letters(token)


def _letters(token: str) -> str:
    return token[:-1] if token[-1:].isdigit() and not token[0].isdigit() else token


def _tone_of(token: str) -> str:
    return token[-1] if token[-1:].isdigit() and not token[0].isdigit() else "0"
