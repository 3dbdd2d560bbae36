"""Numbers in words, up to thousands of billions: "mười ba nghìn bốn trăm năm mươi tám", with or without marks.

One word alone is no value in a text ("hai bên", "năm năm qua"), nor is a number that is not named ("hàng nghìn").
Behind tens "năm" is a year ("ba mươi năm qua"), five is "lăm"; a single digit behind thousands needs "linh" or "lẻ".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kb.model import Span
from kb.vietnamese.letters import fold
from kb.vietnamese.syllables import canonical
from kb.vietnamese.values.digits import term, written
from kb.vietnamese.values.form import Form
from kb.vietnamese.values.units import unit_behind
from kb.vietnamese.values.value import Amount, Value

DIGITS = {
    "không": 0,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
}
BEHIND_TENS = {word: digit for word, digit in DIGITS.items() if digit not in (0, 5)} | {
    "mốt": 1,
    "tư": 4,
    "lăm": 5,
    "nhăm": 5,
}
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6}
BILLION, BILLIONS = 10**9, ("tỷ", "tỉ")
TEN, TENS, HUNDRED, ODD, HALF = "mười", ("mươi", "chục"), "trăm", ("linh", "lẻ"), "rưỡi"

WORDS = dict.fromkeys((*DIGITS, *BEHIND_TENS, *SCALES, *BILLIONS, TEN, *TENS, HUNDRED, *ODD, HALF))
WORD = rf"(?:{'|'.join(WORDS)})"
MOST_WORDS = 32  # of one number: "chín trăm chín mươi chín nghìn ..." has 23
RUN = rf"(?<!\w){WORD}(?:[ \u00a0]{WORD}){{1,{MOST_WORDS - 1}}}(?!\w)"
"""Number words in a row; a number is read inside it."""

FIRST_WORDS = " ".join((*DIGITS, TEN))
"""What a number in words may begin with."""

Read = tuple[int, int]
"""A number and the place of the word after it."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The number words, as typed with marks or all without."""

    digits: Mapping[str, int]
    behind_tens: Mapping[str, int]
    scales: Mapping[str, int]
    billions: frozenset[str]
    ten: frozenset[str]
    tens: frozenset[str]
    hundred: frozenset[str]
    odd: frozenset[str]
    half: frozenset[str]


def read_spelled(words: str) -> Decimal | None:
    """The number that the words write, all of them; None if they are none.

    >>> [str(read_spelled(words)) for words in ("mười ba nghìn bốn trăm năm mươi tám", "mot tram le nam")]
    ['13458', '105']
    >>> read_spelled("năm"), read_spelled("hai bên"), read_spelled("hai nghìn năm")
    (Decimal('5'), None, None)
    """
    run = [canonical(word) for word in words.lower().split()]
    if len(run) > MOST_WORDS:
        return None
    found = _number(run, 0, _lexicon_of(words))
    return Decimal(found[0]) if found and found[1] == len(run) else None


def _first_number(match: re.Match[str]) -> Value | None:
    """The first number in a run of words: of two words or more."""
    places = [Span(*one.span()) for one in re.finditer(r"\w+", match[0])]
    run = [canonical(place.of(match[0]).lower()) for place in places]
    lexicon = _lexicon_of(match[0])
    for at in range(len(run)):
        found = _number(run, at, lexicon)
        if found is not None and found[1] - at > 1:
            place = Span(places[at].start, places[found[1] - 1].end).moved(match.start())
            return _valued(match.string, place, Decimal(found[0]))
    return None


def _valued(text: str, place: Span, number: Decimal) -> Value:
    printed = unit_behind(text, place.end)
    amount = Amount(number, number, Span(place.start, printed.end), printed.text, printed.base) if printed else None
    return Value(place, "number", written(number), (term(number),), amount or Amount(number, number, place), number)


def _number(run: Sequence[str], at: int, lexicon: _Lexicon) -> Read | None:
    """A number that begins at a word: (… tỷ)? …"""
    found = _below_billion(run, at, lexicon, alone=True)
    if found is None or not _is(run, found[1], lexicon.billions):
        return found
    number, end = found[0] * BILLION, found[1] + 1
    if _is(run, end, lexicon.half):
        return number + BILLION // 2, end + 1
    rest = _below_billion(run, end, lexicon, alone=False)
    if rest is None:
        return number, end
    # "tám tỷ, mười tỷ": what is followed by billions of its own is another number
    return (number, end) if _is(run, rest[1], lexicon.billions) else (number + rest[0], rest[1])


def _below_billion(run: Sequence[str], at: int, lexicon: _Lexicon, *, alone: bool) -> Read | None:
    """(… triệu)? (… nghìn)? …; `alone`: nothing stands before it, so that one digit is a number."""
    total, last, start = 0, BILLION, at
    while (found := _below_thousand(run, at, lexicon, odd=not alone or at > start)) is not None:
        number, end = found
        scale = lexicon.scales.get(run[end], 0) if end < len(run) else 0
        if not scale:
            is_digit = end - at == 1 and run[at] not in lexicon.ten
            if is_digit and not (alone and at == start):
                # "hai nghìn năm": years; but "hai nghìn tỷ" and "... ba tỷ" count their billions
                break
            return total + number, end
        if scale >= last:
            break
        total, last, at = total + number * scale, scale, end + 1
        if _is(run, at, lexicon.half):
            return total + scale // 2, at + 1
    return (total, at) if at > start else None


def _below_thousand(run: Sequence[str], at: int, lexicon: _Lexicon, *, odd: bool) -> Read | None:
    """Hundreds, tens and ones; `odd`: thousands stand before, so that "linh năm" may follow."""
    if odd and _is(run, at, lexicon.odd) and at + 1 < len(run) and run[at + 1] in lexicon.digits:
        return lexicon.digits[run[at + 1]], at + 2
    if at >= len(run) or not (run[at] in lexicon.digits and _is(run, at + 1, lexicon.hundred)):
        return _below_hundred(run, at, lexicon)
    hundreds, end = lexicon.digits[run[at]] * 100, at + 2
    if _is(run, end, lexicon.odd) and end + 1 < len(run) and run[end + 1] in lexicon.digits:
        return hundreds + lexicon.digits[run[end + 1]], end + 2
    rest = _below_hundred(run, end, lexicon)
    if rest is None or (rest[1] - end == 1 and run[end] not in lexicon.ten):
        return hundreds, end
    return hundreds + rest[0], rest[1]


def _below_hundred(run: Sequence[str], at: int, lexicon: _Lexicon) -> Read | None:
    if at >= len(run):
        return None
    digit = lexicon.digits.get(run[at])
    if digit and _is(run, at + 1, lexicon.tens):
        tens, end = digit * 10, at + 2
    elif run[at] in lexicon.ten:
        tens, end = 10, at + 1
    else:
        return None if digit is None else (digit, at + 1)
    ones = lexicon.behind_tens.get(run[end]) if end < len(run) else None
    # "hai mươi ba trăm": no; "hai mươi tư nghìn": twenty-four thousand
    return (tens, end) if ones is None else (tens + ones, end + 1)


def _is(run: Sequence[str], at: int, words: frozenset[str]) -> bool:
    return at < len(run) and run[at] in words


def _lexicon_of(words: str) -> _Lexicon:
    return _lexicon(marked=fold(words) != words.lower())


@cache
def _lexicon(*, marked: bool) -> _Lexicon:
    def as_typed(word: str) -> str:
        return word if marked else fold(word)

    def table(numbers: Mapping[str, int]) -> dict[str, int]:
        return {as_typed(word): number for word, number in numbers.items()}

    def words(*some: str) -> frozenset[str]:
        return frozenset(map(as_typed, some))

    return _Lexicon(
        table(DIGITS),
        table(BEHIND_TENS),
        table(SCALES),
        words(*BILLIONS),
        words(TEN),
        words(*TENS),
        words(HUNDRED),
        words(*ODD),
        words(HALF),
    )


FORMS = (
    Form("number in words", FIRST_WORDS, RUN, _first_number, takes="hai mươi mốt xã", leaves="năm năm qua, hai bên"),
)
