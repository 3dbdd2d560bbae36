"""Hypothesis strategies that several tests share."""

from __future__ import annotations

from hypothesis import strategies as st

from kb.model import Span
from kb.source.edits import Edit, Ledger


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """A few edits of a text, in any order, that do not overlap."""
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    afters = st.text("ab ", max_size=3)
    rules = st.sampled_from(("one", "two", "three"))
    spans = [Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False)]
    return draw(st.permutations([Edit(span, draw(afters), draw(rules)) for span in spans]))


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """A ledger after up to four rounds of edits."""
    ledger = Ledger.of(draw(st.text("xyz \n", max_size=20)))
    for _ in range(draw(st.integers(0, 4))):
        ledger = ledger.apply(draw(edits_of(ledger.text)))
    return ledger
