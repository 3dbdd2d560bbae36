"""Single letters that are not what they look like: the first step of a repair, before lines are joined.

Owns: Unicode's composed form, characters nobody can see, spaces that are no plain space, and letters of other
alphabets that stand for a Vietnamese one. Every function takes one line and gives edits of it, in order. A tone mark
on the wrong letter is `marks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kb.model import Span
from kb.source.edits import Edit
from kb.vietnamese.letters import nfc
from kb.vietnamese.syllables import is_syllable

LATIN = "A-Za-zÀ-ɏḀ-ỹ"
"""The letters of the Latin alphabet with all their marks, as the inside of a character class."""

MARKS = "\u0300-\u036f"
"""Combining marks, as the inside of a character class."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Characters without a form of their own; dropped where `where` finds them."""

    rule: str
    where: re.Pattern[str]
    takes: str
    leaves: str


UNSEEN = (
    Unseen("soft_hyphen", re.compile("\u00ad+"), takes="rộ\u00adng", leaves="rộ-ng"),
    Unseen("zero_width", re.compile("[\u200b\u2060\ufeff]+"), takes="ý kiến \u200b\u200bsẽ", leaves="ý kiến sẽ"),
    # Joiners and direction marks have work to do in other scripts and inside one emoji of several people.
    Unseen(
        "zero_width",
        re.compile(rf"(?<=[{LATIN}{MARKS}\s])[\u200c-\u200f]+|(?<![\u200c-\u200f])[\u200c-\u200f]+(?=[{LATIN}\s])"),
        takes="thi\u200c đua",
        leaves="می\u200cخواهم",
    ),
)

_OTHER_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Letters printed for Vietnamese ones of the same form, place by place.

    `only` says in which words: those that mix two alphabets, those that come out as a syllable or as initials, or any.
    """

    rule: str
    printed: str
    meant: str
    only: Literal["mixed", "syllable", "any"]
    takes: str
    leaves: str


LOOK_ALIKES = (
    # Not syllables alone: a ministry's gazette has "06/2026/TT-BTС" with a Cyrillic С.
    LookAlike(
        "lookalike",
        "АВЕЅІЈКМНОРСТХУаеѕіјорсхуһԁԛԝ",
        "ABESIJKMHOPCTXYaesijopcxyhdqw",
        "mixed",
        takes="Quốс",
        leaves="Ростов",
    ),
    LookAlike("lookalike", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo", "mixed", takes="Βắc", leaves="ΔE"),
    # The caron for the breve, in texts of the nineties: "hǎng hái". Pinyin has it too, in what is no syllable.
    LookAlike("lookalike", "ǎǍ", "ăĂ", "syllable", takes="vǎn", leaves="hǎo"),
    # Eth and the African D for đ, from the Windows code page: "Ðảng", "HÐND".
    LookAlike("lookalike", "ðÐƉ", "đĐĐ", "syllable", takes="Ðảng", leaves="það"),
    # Word's PDF export prints ư as the letter oi, which no living alphabet has: outline, line 1, "ĐỀ CƢƠNG".
    LookAlike("oi_letter", "ƣƢ", "ưƯ", "any", takes="nƣớc", leaves="nước"),
)

_WORD = re.compile(rf"[\w{MARKS}]+")
_SUSPECT = re.compile(f"[{''.join(row.printed for row in LOOK_ALIKES)}]")
_OTHER_ALPHABET = re.compile("[\u0370-\u052f]")
_LATIN_LETTER = re.compile(f"[{LATIN}]")
# A letter name of an office or a kind of document has no vowel.
_INITIALS = re.compile("[BCDĐGHKLMNPQRSTVX]{2,5}")


def drop_unseen(text: str) -> Iterator[Edit]:
    """Drop soft hyphens, zero-width spaces, byte order marks; joiners only where they join nothing.

    >>> [edit.rule for edit in drop_unseen("mở rộ\\u00adng \\u200bthi đua")]
    ['soft_hyphen', 'zero_width']
    """
    found = [Edit(Span(*match.span()), "", row.rule) for row in UNSEEN for match in row.where.finditer(text)]
    yield from sorted(found)


def plain_spaces(text: str) -> Iterator[Edit]:
    """Put a plain space for each no-break, thin or ideographic one.

    >>> list(plain_spaces("5\\u00a0m"))
    [Edit(span=Span(start=1, end=2), after=' ', rule='nbsp')]
    """
    for match in _OTHER_SPACE.finditer(text):
        yield Edit(Span(*match.span()), " ", "nbsp")


def compose(text: str) -> Iterator[Edit]:
    """Put each word into NFC, whole words at a time: no mark composes across a space.

    >>> [edit.after for edit in compose("hê\\u0323 thống")]
    ['hệ']
    """
    if nfc(text) == text:
        return
    for match in re.finditer(r"\S+", text):
        if (whole := nfc(match[0])) != match[0]:
            yield Edit(Span(*match.span()), whole, "decomposed")


def true_letters(text: str) -> Iterator[Edit]:
    """Put the Vietnamese letter for one of another alphabet that looks like it.

    >>> [edit.after for edit in true_letters("đất nƣớc, vǎn hóa, QÐ, Ростов")]
    ['nước', 'văn', 'QĐ']
    """
    if not _SUSPECT.search(text):
        return
    for match in _WORD.finditer(text):
        rules: list[str] = []
        word = match[0]
        if not _SUSPECT.search(word):
            continue
        for row in LOOK_ALIKES:
            meant = _meant(word, row)
            if meant != word:
                rules.append(row.rule)
                word = meant
        if rules:
            yield Edit(Span(*match.span()), word, "+".join(dict.fromkeys(rules)))


def _meant(word: str, row: LookAlike) -> str:
    """The word as the row reads it, in NFC; the word itself where the row leaves it."""
    meant = nfc(word.translate(str.maketrans(row.printed, row.meant)))
    if row.only == "syllable" and not (is_syllable(meant) or _INITIALS.fullmatch(meant)):
        return word
    if row.only == "mixed" and (_OTHER_ALPHABET.search(meant) or not _LATIN_LETTER.search(word)):
        return word
    return meant
