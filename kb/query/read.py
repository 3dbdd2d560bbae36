"""Typed text -> Question. Never fails: whatever is odd is read as plain words, and said so in the question's notes.

    thi đua "yêu nước" -doanh              words, words that stand together, a word that must not occur
    du lịch NOT doanh nghiệp               NOT takes the words up to the next operator, standing together
    "y tế" AND "đề tài" OR khen thưởng     AND binds tighter; operators are in capitals
    năm:2016..2020 loại:"Chỉ thị" đề*      fields by their English and Vietnamese names; the beginning of a word

Knows nothing of what is in the index; that is `kb.query.plan`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kb.analysis import analyze
from kb.errors import BadRequest
from kb.model import Understood
from kb.query.question import Ending, Filter, Part, Question, Quoted, Without, Word, Words
from kb.vietnamese.letters import fold, nfc

MOST_CHARACTERS = 2000  # of a question; what comes after is left out and said so. A paragraph of the outline has 1,500
MOST_ALTERNATIVES = 8
MOST_WORDS = 64  # keeps the tree far below 1,000 leaves

QUOTES = '"“”„‟«»'


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the query language: its name in the index and the names it is typed by, folded."""

    name: str
    typed: tuple[str, ...]


FIELDS = (
    Field("document", ("document", "van ban", "vanban")),
    Field("kind", ("kind", "loai")),
    Field("issuer", ("issuer", "co quan", "coquan")),
    Field("has", ("has",)),
    Field("year", ("year", "nam")),
    Field("number", ("number", "so hieu", "so")),
)
YEARS = re.compile(r"(?P<one>[0-9]{4})|(?=.*[0-9])(?P<low>[0-9]{4})?\.\.(?P<high>[0-9]{4})?")
PERCENT = re.compile(r" ?[%‰]")
NO_FIELD = "không có trường tìm nào như thế, nên đọc như từ thường"
ODD_VALUE = "trường ấy không có giá trị nào như thế (năm là số có bốn chữ số), nên đọc như từ thường"
A_YEAR = "Năm phải là một số có bốn chữ số"
EARLIEST, LATEST = "0000", "9999"

LEXEME = re.compile(
    rf"""(?P<minus>(?<!\S)-)?
    (?: (?P<field>(?<!\w)(?:(?i:v[ăa]n[ ]b[ảa]n|s[ốo][ ]hi[ệe]u|c[ơo][ ]quan)|[^\W\d_]+)):
        (?P<value>"[^"]*"|“[^”]*”|[^\s{QUOTES}]+)
      | [{QUOTES}](?P<quoted>[^{QUOTES}]*)[{QUOTES}]
      | (?<!\S)(?P<operator>AND|OR|NOT)(?!\S)
      | (?P<word>[^\W_][^\s{QUOTES}]*) )""",
    re.VERBOSE,
)

Operator = Literal["AND", "OR", "NOT"]
Piece = Words | Quoted | Filter | Operator
Parts = tuple[Part, ...]


def read(typed: str) -> Question:
    """The question in a typed text.

    >>> question = read('thi đua "yêu nước" -doanh')
    >>> [type(part).__name__ for part in question.alternatives[0]]
    ['Words', 'Quoted', 'Without']
    >>> [word.text for word in question.words()]
    ['thi', 'đua', 'yêu', 'nước']
    """
    text = _readable(typed)
    pieces = list(_pieces(text))
    alternatives = tuple(_alternatives(pieces))
    notes = [*_cut_off(typed, text), *_odd_fields(text), *_odd_quotes(text)]
    if any(_asks(part) for parts in alternatives for part in parts):
        notes += _idle_operators(pieces)
    elif words := _words(text):
        alternatives = ((Words(words),),)
        notes.append(Understood("plain", text, "chỉ có toán tử hay phần loại ra, nên đọc như từ thường"))
    if len(alternatives) > MOST_ALTERNATIVES:
        notes.append(Understood("ignored", "OR", f"chỉ tìm theo {MOST_ALTERNATIVES} vế đầu"))
    alternatives, rest = _limited(alternatives[:MOST_ALTERNATIVES])
    if rest:
        notes.append(Understood("ignored", " ".join(rest), f"chỉ tìm theo {MOST_WORDS} từ đầu"))
    return Question(typed, alternatives, tuple(notes))


def _readable(typed: str) -> str:
    """NFC, not too long, and storable: a lone surrogate comes from a terminal in another encoding."""
    return nfc(typed.encode("utf-8", "replace").decode("utf-8"))[:MOST_CHARACTERS]


def _pieces(text: str) -> Iterator[Piece]:
    place = 0
    for match in LEXEME.finditer(text):
        piece = _special(match)
        if piece is None:
            continue  # a plain word: it stays in its stretch
        yield from _stretch(text[place : match.start()])
        if match["minus"]:
            yield "NOT"
        yield piece
        place = match.end()
    yield from _stretch(text[place:], last=True)


def _special(match: re.Match[str]) -> Piece | None:
    """What is more than plain words; None for those."""
    if match["operator"]:
        return "AND" if match["operator"] == "AND" else "OR" if match["operator"] == "OR" else "NOT"
    if match["quoted"] is not None:
        words = _words(match["quoted"])
        return Quoted(words) if words else None
    if match["field"]:
        return _filter(match["field"], match["value"].strip(QUOTES), match[0].removeprefix("-"))
    if match["minus"] and not _goes_on_a_number(match):
        return Words(_words(match["word"]))
    return None


def _goes_on_a_number(match: re.Match[str]) -> bool:
    """Whether "-2020" is the end of a period ("2016 -2020") and excludes nothing."""
    return match["word"][:1].isdigit() and match.string[: match.start()].rstrip()[-1:].isdigit()


def _stretch(text: str, *, last: bool = False) -> Iterator[Words]:
    words = _words(text, last=last)
    if words:
        yield Words(words)


def _words(text: str, *, last: bool = False) -> tuple[Word, ...]:
    """The tokens of a stretch; a star opens the word it follows, and the end of the typing may be in mid-word."""
    tokens = [token.span for token in analyze(text, words=False).syllables]
    gaps = [text[a.end : b.start] for a, b in pairwise(tokens)]
    words: list[Word] = []
    for span, gap in zip(tokens, ["", *gaps], strict=False):
        starred = text[span.end : span.end + 1] == "*"
        unfinished = last and span.end == len(text)
        ending: Ending = "open" if starred else "perhaps" if unfinished else "closed"
        percent = PERCENT.match(text, span.end)
        words.append(Word(span.of(text), gap, ending, percent[0] if percent else ""))
    return tuple(words)


def _filter(name: str, value: str, typed: str) -> Filter | Quoted | None:
    """The filter of a known field; None when there is no such field or value, which makes it plain words."""
    field = next((field.name for field in FIELDS if fold(name) in field.typed), None)
    if field == "year":
        return years(value, typed) if YEARS.fullmatch(value) else None
    if field == "number":
        words = _words(value)
        return Quoted(words) if words else None
    return Filter(field, value, value, typed) if field and value.strip() else None


def years(value: str, typed: str = "") -> Filter:
    """A year or period as a filter; BadRequest for what is neither.

    >>> years("2020").high, years("2016..").high, years("..2020").low
    ('2020', '9999', '0000')
    """
    match = YEARS.fullmatch(value)
    if match is None:
        raise BadRequest(name="year", value=value[:60], allowed=A_YEAR)
    return Filter("year", match["one"] or match["low"] or EARLIEST, match["one"] or match["high"] or LATEST, typed)


def _alternatives(pieces: Iterable[Piece]) -> Iterator[Parts]:
    """The parts between the ORs; an operator without a part beside it is left out."""
    alternatives: list[list[Part]] = [[]]
    strict = False
    excluding = False
    for piece in pieces:
        if piece == "OR":
            alternatives.append([])
        if isinstance(piece, str):
            strict = strict or piece != "NOT"
            excluding = piece == "NOT"
            continue
        alternatives[-1].append(Without(piece) if excluding else piece)
        excluding = False
    for parts in alternatives:
        if parts:
            yield tuple(Words(part.words, every=strict) if isinstance(part, Words) else part for part in parts)


def _asks(part: Part) -> bool:
    return not isinstance(part, Without) or isinstance(part.part, Filter)


def _limited(alternatives: tuple[Parts, ...]) -> tuple[tuple[Parts, ...], list[str]]:
    """The alternatives with no more than MOST_WORDS words in all, and the words left out."""
    kept: list[Parts] = []
    rest: list[str] = []
    room = MOST_WORDS
    for parts in alternatives:
        limited: list[Part] = []
        for part in parts:
            shown = part.part if isinstance(part, Without) else part
            if isinstance(shown, Filter):
                limited.append(part)
                continue
            taken, left = shown.words[:room], shown.words[room:]
            room -= len(taken)
            rest += (word.text for word in left)
            if taken:
                shorter = Quoted(taken) if isinstance(shown, Quoted) else Words(taken, shown.every)
                limited.append(Without(shorter) if isinstance(part, Without) else shorter)
        if limited:
            kept.append(tuple(limited))
    return tuple(kept), rest


def _cut_off(typed: str, text: str) -> Iterator[Understood]:
    if len(typed) > len(text) and len(text) == MOST_CHARACTERS:
        yield Understood("ignored", typed[MOST_CHARACTERS : MOST_CHARACTERS + 40], f"chỉ đọc {MOST_CHARACTERS} chữ đầu")


def _odd_fields(text: str) -> Iterator[Understood]:
    for match in LEXEME.finditer(text):
        if match["field"] and _special(match) is None:
            known = any(fold(match["field"]) in field.typed for field in FIELDS)
            yield Understood("plain", match[0], ODD_VALUE if known else NO_FIELD)


def _odd_quotes(text: str) -> Iterator[Understood]:
    if sum(text.count(quote) for quote in QUOTES) % 2:
        yield Understood("plain", text, "ngoặc kép chưa khép, nên đọc như từ thường")


def _idle_operators(pieces: list[Piece]) -> Iterator[Understood]:
    """Operators with nothing on a side that they need."""
    for index, piece in enumerate(pieces):
        before = index > 0 and not isinstance(pieces[index - 1], str)
        after = index + 1 < len(pieces) and pieces[index + 1] not in ("AND", "OR")
        if isinstance(piece, str) and not (after and (before or piece == "NOT")):
            yield Understood("ignored", piece, "toán tử đứng lẻ, bỏ qua")
