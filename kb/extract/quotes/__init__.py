"""What stands in quotation marks in a document: its kind, whose words it is, and how that is known."""

from __future__ import annotations

from kb.extract.quotes.owned import HEAD, OwnedWords, owned_words, quoted
from kb.model import Cue, Document, Quote, Span, Speaker

__all__ = ["read_quotes"]


def read_quotes(document: Document) -> tuple[Quote, ...]:
    """Every stretch in quotation marks, in the order of the text."""
    found: list[Quote] = []
    start = 0
    for paragraph in document.text.split("\n"):
        owned = {words.span: words for words in owned_words(paragraph)}
        found += (_quote(paragraph, start, span, owned.get(span)) for span in quoted(paragraph))
        start += len(paragraph) + 1
    return tuple(found)


def _quote(paragraph: str, start: int, span: Span, owned: OwnedWords | None) -> Quote:
    words = " ".join(span.of(paragraph).split())
    if owned is not None:
        cue = _cue(paragraph, start, owned.cue)
        return Quote(span.moved(start), words, "quotation", "sure", owned.sieve, Speaker(owned.owner), cue=cue)
    head = HEAD.search(paragraph, max(0, span.start - 60), span.start - 1)
    if head is not None:
        cue = _cue(paragraph, start, Span(*head.span()))
        return Quote(span.moved(start), words, "movement", "likely", "head", cue=cue)
    return Quote(span.moved(start), words, "scare", "guess", "nothing-said")


def _cue(paragraph: str, start: int, span: Span) -> Cue:
    return Cue(" ".join(span.of(paragraph).split()), span.moved(start))
