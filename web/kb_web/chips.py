"""How a question was read: what is looked for, as chips that drop it, and remarks on what was read otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from kb.analysis import Token, analyze
from kb.model import Understood
from kb.query.compounds import is_compound, may_be_compound
from kb.vietnamese.letters import fold
from kb_web.frame import Link
from kb_web.language import gettext as _
from kb_web.narrowing import Asked

SEARCHED = ("words", "phrase", "without", "filter")
NEARBY = ("synonym", "person", "corrected")
MOST_CHIPS = 24
LONGEST_NAME = 80  # code points of a part that are shown


def chips(understood: tuple[Understood, ...], wanted: Asked) -> tuple[Link, ...]:
    """The parts of the question as they were read, then what some of them are also looked for as.

    A part's link asks without it, where something would be left.
    """
    parts = (piece for part in understood if part.kind in SEARCHED for piece in _pieces(part))
    nearby = (Link(_short(part.note), wanted.as_typed(part.text).url) for part in understood if part.kind in NEARBY)
    return (*(_chip(piece, wanted) for piece in islice(parts, MOST_CHIPS)), *islice(nearby, MOST_CHIPS))


def remarks(understood: tuple[Understood, ...]) -> tuple[Understood, ...]:
    """What of the question was read in another way than it was typed, or stands nowhere."""
    read_otherwise = (part for part in understood if part.note and part.kind not in (*SEARCHED, *NEARBY))
    return tuple(replace(part, text=_short(part.text)) for part in read_otherwise)


def without_missing(understood: tuple[Understood, ...], wanted: Asked) -> tuple[Link, ...]:
    """The question without each part that stands nowhere, where something would be left."""
    rests = ((part, without_part(wanted.question, part.text)) for part in understood if part.kind == "missing")
    return tuple(Link(_short(part.text), wanted.asking(rest).url) for part, rest in rests if rest)


def words_of(text: str) -> Iterator[str]:
    """The words of a text as a reader takes them: compounds of two syllables and names of any length stay together.

    >>> list(words_of("Hồ Chí Minh là nhà yêu nước")), list(words_of("thi dua yeu nuoc"))
    (['Hồ Chí Minh', 'là', 'nhà', 'yêu nước'], ['thi dua', 'yeu nuoc'])
    """
    is_marked = fold(text) != text.casefold()
    word: list[Token] = []
    for token in analyze(text, words=False).syllables:
        if word and not _goes_on(text, word, token, is_marked=is_marked):
            yield text[word[0].span.start : word[-1].span.end]
            word = []
        word.append(token)
    if word:
        yield text[word[0].span.start : word[-1].span.end]


def without_part(question: str, words: str) -> str:
    """The question without these words and what made them special; "" where nothing is left or they are not there.

    >>> without_part('thi đua "yêu nước" -doanh', "yêu nước"), without_part("thi đua", "luật")
    ('thi đua -doanh', '')
    """
    special = re.compile(rf'(?<!\w)(?:-|NOT\s+)?["“]?{re.escape(words)}["”]?\*?(?!\w)', re.IGNORECASE)
    rest, found = special.subn(" ", question, count=1)
    return " ".join(rest.split()) if found else ""


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_NAME else words[:LONGEST_NAME] + "…"


def _pieces(part: Understood) -> Iterator[Understood]:
    """What can be dropped by itself: a phrase or filter whole, plain words one by one."""
    if part.kind == "words":
        yield from (Understood("word", words) for words in words_of(part.text))
    else:
        yield part


def _chip(part: Understood, wanted: Asked) -> Link:
    rest = without_part(wanted.question, part.text)
    names = {"phrase": "“{words}”", "without": _("không có: {words}")}
    return Link(
        names.get(part.kind, "{words}").format(words=_short(part.text)), wanted.asking(rest).url if rest else ""
    )


def _goes_on(text: str, word: list[Token], token: Token, *, is_marked: bool) -> bool:
    """Whether a syllable belongs to the word before it."""
    last, this = word[-1].span.of(text), token.span.of(text)
    if text[word[-1].span.end : token.span.start].strip():
        return False
    if all(one.span.of(text)[:1].isupper() for one in (*word, token)):
        return True
    return len(word) == 1 and (is_compound(last, this) if is_marked else may_be_compound(fold(last), fold(this)))
