"""Questions to try, taken from a document that is there: they show by doing that marks, dates and numbers all work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.links import search_url
from kb.model import Document
from kb.vietnamese.letters import fold
from kb_web.language import gettext as _

DAY = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?!\d)")
FIGURE = re.compile(r"(?<![\d.,/])\d{1,3}\.\d{3}(?![\d.])")
WORDS = range(3, 9)  # of a title that somebody might type


@dataclass(frozen=True, slots=True)
class Example:
    """Words to ask with, the address of the answer, and what they show."""

    words: str
    url: str
    how: str


def examples(document: Document) -> tuple[Example, ...]:
    """A title, another one typed without marks, a number, a day and a figure, as far as the document has them."""
    return tuple(Example(words, search_url(q=words), how) for words, how in _words(document))


def _words(document: Document) -> Iterator[tuple[str, str]]:
    titles = [section.title for section in document.walk() if _is_typed(section.title)]
    longest = sorted(titles, key=len, reverse=True)
    if longest:
        yield longest[0], _("có dấu")
        yield fold(longest[-1]), _("không dấu")
    front = document.front
    number = front.number or (front.cover.number if front.cover else None)
    if number:
        yield number, _("số văn bản")
    for pattern, how in ((DAY, _("ngày")), (FIGURE, _("số liệu"))):
        if match := pattern.search(document.text):
            yield match[0], how


def _is_typed(title: str) -> bool:
    """Whether a title is a few plain words, not in capitals: what a person would type."""
    words = title.split()
    return len(words) in WORDS and not title.isupper() and all(word.isalpha() for word in words)
