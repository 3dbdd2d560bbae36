"""What stands in quotation marks: whose words they are, or the name of what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from kb.model.body import Span

QuoteKind = Literal["quotation", "movement", "slogan", "title", "model", "award", "scare"]
"""quotation: words of a person or a paper; movement: phong trào, cuộc vận động; slogan: khẩu hiệu, chủ đề, phương châm;
title: the name of a paper, work, project, place; model: mô hình; award: danh hiệu; scare: a way of speaking."""

QUOTE_KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)

Certainty = Literal["sure", "likely", "guess"]
"""sure: the words beside the marks say it; likely: words further off say it; guess: nothing says otherwise."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says the words, by the canonical name ("Hồ Chí Minh", not "Bác").

    `role` is what the text calls them besides ("Bí thư Tỉnh ủy"); `span` is where the text names them, None where the
    name was carried over from words that the quotation does not lie beside.
    """

    name: str
    role: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """What words are taken from: a paper, speech, letter or book by its name, and its day as printed.

    >>> str(Work("Chỉ thị số 34-CT/TW", "07/4/2014"))
    'Chỉ thị số 34-CT/TW, 07/4/2014'
    """

    name: str
    day: str | None = None

    def __str__(self) -> str:
        return f"{self.name}, {self.day}" if self.day else self.name


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that the kind or the speaker was known from, and the stretch of the text they stand in.

    Where only the ends of the stretch say it, "…" stands for the rest.
    """

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks. `span` is what stands between them, `words` the same on one line.

    `sieve` names the rule that decided (kb.extract.quotes). `source` is the paper or work that the words are from, with
    its day, where the text says so; `org` who issued, started or holds what is named.
    """

    span: Span
    words: str
    kind: QuoteKind
    certainty: Certainty
    sieve: str
    speaker: Speaker | None = None
    source: Work | None = None
    cue: Cue | None = None
    org: str | None = None
