"""Places in a text and where they are printed keep one order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kb.model import Body, Span
from tests.strategies import bodies

texts = st.text("ab \n", min_size=1, max_size=40)


@st.composite
def bodies_with_two_spans(draw: st.DrawFn) -> tuple[Body, Span, Span]:
    """A body and two spans of it, of which the first begins and ends no later than the second."""
    text = draw(texts)
    places = st.integers(0, len(text))
    starts, ends = (sorted((draw(places), draw(places))) for _ in range(2))
    spans = [Span(start, max(start, end)) for start, end in zip(starts, ends, strict=True)]
    return draw(bodies(text)), spans[0], spans[1]


@given(bodies_with_two_spans())
def test_what_stands_earlier_is_printed_no_later(drawn: tuple[Body, Span, Span]) -> None:
    body, one, other = drawn
    first, second = body.locate(one), body.locate(other)
    assert first.lines[0] <= second.lines[0]
    assert first.lines[1] <= second.lines[1]
    if first.pages and second.pages:
        assert first.pages[0] <= second.pages[0]
        assert first.pages[1] <= second.pages[1]


@given(bodies_with_two_spans())
def test_the_lines_of_a_span_are_in_order_and_there(drawn: tuple[Body, Span, Span]) -> None:
    body, span, _ = drawn
    first, last = body.locate(span).lines
    assert body.lines[0].number <= first <= last <= body.lines[-1].number
