"""What is named once in a text is the same name elsewhere in it: a movement that is quoted again without its noun."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from kb.extract.quotes.joining import normal
from kb.model import Quote, QuoteKind

SURE_SIEVES = frozenset({"head", "list", "subject-of-paper", "known-movement"})


def settle_repeats(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotes, with what nothing decided taken for what the same words are elsewhere."""
    known: dict[str, Counter[QuoteKind]] = defaultdict(Counter)
    for quote in quotes:
        if quote.sieve in SURE_SIEVES and quote.kind not in ("quotation", "scare"):
            known[normal(quote.words)][quote.kind] += 1
    if not known:
        return quotes
    return tuple(_settled(quote, known) for quote in quotes)


def _settled(quote: Quote, known: dict[str, Counter[QuoteKind]]) -> Quote:
    if quote.certainty == "sure" or quote.speaker is not None:
        return quote
    kinds = known.get(normal(quote.words))
    if kinds is None:
        return quote
    kind, _ = min(kinds.items(), key=lambda one: (-one[1], one[0]))
    return replace(quote, kind=kind, certainty="likely", sieve="named-elsewhere")
