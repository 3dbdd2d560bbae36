"""Values in a question: numbers, days, periods, documents' numbers, and what each is looked for as.

How they are read is kb.vietnamese.values, for questions and documents alike; here is only what of a value has to stand
in a passage. What was typed may stand there letter for letter too, the 19 of "Covid-19" is no value; but not where its
letters alone say less than it does, as of "7%" or "khóa 13".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.query.question import Word
from kb.vietnamese.values import Relative, Value, read_values

Reading = tuple[str, ...]
Terms = tuple[str, ...]

IN_TIME = ("date", "month", "period")
WHOLE = (*IN_TIME, "year", "docnumber", "ordinal", "range", "ratio")
"""Kinds without which a passage does not answer; of a number so many words may be said around it."""


@dataclass(frozen=True, slots=True)
class Number:
    """The words from `start` to `end` (exclusive) are one value.

    `readings`: as it was typed, in folded tokens, () where those are no sign of it; `sought`: the terms it is found by,
    of each group all. `certain`: it can be nothing else, so that a collection without it does not answer. A number of
    one digit is not ("3" may be printed "ba"), and no ordinal in words ("thứ hai" is Monday too). `whole`: a passage
    has to hold it.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    sought: tuple[Terms, ...]
    certain: bool
    whole: bool
    is_year: bool


def read_numbers(words: Sequence[Word]) -> tuple[Number, ...]:
    """The values in a run of words, in order; no two share a word.

    >>> from kb.query.read import read
    >>> for number in read_numbers(read("QĐ 258/QĐ-TTg ngày 04/3/2008, tặng 13,458 suất").words()):
    ...     print(number.readings[0], number.sought)
    ('258', 'qd', 'ttg') (('doc:258|qd|ttg',),)
    ('04', '3', '2008') (('d:2008-03-04',),)
    ('13,458',) (('n:13.458',), ('n:13458',))
    """
    text, starts = _joined(words)
    taken: list[Number] = []
    for value in read_values(text):
        start, end = _cover(starts, *_looked_for(value, text))
        if start < end and (not taken or taken[-1].end <= start):
            taken.append(_number(value, words, start, end))
    return tuple(taken)


def _number(value: Value, words: Sequence[Word], start: int, end: int) -> Number:
    in_digits = any(word.text[0].isdigit() for word in words[start:end]) or words[start].text.isupper()
    is_one_digit = value.kind != "percent" and end - start == 1 and re.fullmatch(r"\d", words[start].text) is not None
    is_alone = value.kind == "month" and len(value.terms) == 1
    return Number(
        start,
        end,
        () if _says_more(value, words[start:end]) else tuple(_readings(words[start:end])),
        tuple(dict.fromkeys(_sought(value))),
        certain=not is_one_digit and (in_digits or value.kind != "ordinal"),
        whole=value.kind in WHOLE and not isinstance(value.meaning, Relative) and not is_alone and in_digits,
        is_year=value.kind == "year",
    )


def _says_more(value: Value, words: Sequence[Word]) -> bool:
    """Whether the value is more than its words: a percentage, an ordinal that is no Roman numeral."""
    is_roman = words[0].text.isupper() and words[0].text.isascii()
    return len(words) == 1 and (value.kind == "percent" or (value.kind == "ordinal" and not is_roman))


def _readings(words: Sequence[Word]) -> Iterator[Reading]:
    """The words as they are typed; a small number alone with and without its zero ("tháng 06")."""
    yield tuple(word.folded for word in words)
    if len(words) == 1 and (small := re.fullmatch(r"0?([1-9])", words[0].text)):
        yield from ((token,) for token in (small[1], f"0{small[1]}") if token != words[0].text)


def _sought(value: Value) -> Iterator[Terms]:
    """The groups of terms that stand for a value; of each all have to be there."""
    first = value.terms[0]
    match value.kind:
        case "range" | "ratio":
            ends = 2 if value.kind == "range" else len(value.terms)
            yield value.terms[:ends]
        case "date":  # "27, 28/8/2020" are two
            yield tuple(term for term in value.terms if term.startswith("d:")) or value.terms
        case "docnumber":
            yield from ((term,) for term in value.terms if term.startswith(first.partition(":")[0]))
        case "year":
            yield from ((term,) for term in (*value.terms, f"dn:{value.value}"))
        case "number" if len(value.terms) == 1 and first.removeprefix("n:").isdigit():
            yield from ((first,), (first.replace("n:", "dn:"),))  # "1641" may be a document's
        case _:
            yield from ((term,) for term in (first, *value.also))


def _looked_for(value: Value, text: str) -> tuple[int, int]:
    """Where the words stand that are looked for as one: of "5 năm qua" and "tháng 6" the number alone."""
    start, end = value.span.start, value.span.end
    if isinstance(value.meaning, Relative) or (value.kind == "month" and len(value.terms) == 1):
        digits = re.search(r"\d[\d.,]*", text[start:end])
        return (start + digits.start(), start + digits.end()) if digits else (start, start)
    return start, end


def _joined(words: Sequence[Word]) -> tuple[str, list[int]]:
    """The words with what stands between them, spaces made one; and where each begins."""
    text, starts = "", []
    for word in words:
        text += re.sub(r"\s+", " ", word.gap)
        starts.append(len(text))
        text += word.text
    return text + (words[-1].behind if words else ""), starts


def _cover(starts: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The words that begin in a stretch of the joined text."""
    inside = [index for index, at in enumerate(starts) if start <= at < end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
