"""How a text is read, as JSON: its tokens and its values."""

from __future__ import annotations

from kb.analysis import analyze
from kb.shapes import Json
from kb.vietnamese.letters import nfc
from kb.vietnamese.values import Value, read_values


def analysis(text: str) -> dict[str, Json]:
    """`kb analyze`: the tokens of each stream, and the values with their terms.

    Spans are code points of the text in NFC. ModelMissing may be raised.
    """
    whole = nfc(text)
    read = analyze(whole)
    return {
        "text": whole,
        "syllables": [token.text for token in read.syllables],
        "folded": [token.text for token in read.folded],
        "words": [token.text for token in read.words],
        "values": [_value(value, whole) for value in read_values(whole)],
    }


def _value(value: Value, text: str) -> dict[str, Json]:
    return {
        "text": value.span.of(text),
        "span": [value.span.start, value.span.end],
        "kind": value.kind,
        "value": value.value,
        "terms": list(value.terms),
    }
