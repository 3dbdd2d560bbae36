"""Whose quoted words a citation names: the speaker, or the paper with its day and issuer."""

from __future__ import annotations

from kb.extract.quotes.bodies import BODY, PAPER
from kb.model import Quote


def owner_of(quote: Quote) -> str | None:
    """The owner as a citation names it; None where the text does not say it well enough, and for names and titles.

    "Hồ Chí Minh", or "Quyết định số 258/QĐ-TTg ngày 04/3/2008 của Thủ tướng Chính phủ" for a paper and its subject.
    """
    if quote.certainty == "guess":
        return None
    work = quote.source
    if quote.kind == "quotation" and quote.speaker is not None:
        name = quote.speaker.name
        if work is None or quote.speaker.role is not None or not _issues(name):
            return name
        paper = f"{work.name} ngày {work.day}" if work.day else work.name
        return paper if work.name == name else f"{paper} của {name}"
    if quote.sieve == "subject-of-paper" and work is not None:
        paper = f"{work.name} ngày {work.day}" if work.day else work.name
        return f"{paper} của {quote.org}" if quote.org else paper
    return None


def _issues(name: str) -> bool:
    return BODY.match(name) is not None or PAPER.match(name) is not None
