"""A text is cut into pieces that, put together, are the text again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kb.model import Span
from kb_web.pieces import Change, Dress, Join, LineStart, Placed, Replaced, Words, cut, within

TEXT = "Thi đua là yêu nước, yêu nước thì phải thi đua"


@st.composite
def apart(draw: st.DrawFn) -> list[Span]:
    """A few spans of TEXT in order that do not overlap and are not empty."""
    places = sorted(draw(st.sets(st.integers(0, len(TEXT)), max_size=8)))
    return [Span(start, end) for start, end in zip(places[::2], places[1::2], strict=False)]


def starts() -> st.SearchStrategy[set[int]]:
    """Places of TEXT at which lines begin."""
    return st.sets(st.integers(0, len(TEXT) - 1))


@given(apart(), apart(), apart(), starts(), st.integers(0, 20), st.integers(20, len(TEXT)))
def test_the_words_of_the_pieces_are_the_words_of_the_span(
    marks: list[Span], labels: list[Span], faults: list[Span], lines: set[int], start: int, end: int
) -> None:
    placed = [Placed(place, LineStart(number)) for number, place in enumerate(sorted(lines))]
    pieces = cut(TEXT, Span(start, end), Dress(marks, labels, faults, placed))
    assert "".join(piece.text for piece in pieces if isinstance(piece, Words)) == TEXT[start:end]


@given(apart(), st.integers(0, 20), st.integers(20, len(TEXT)))
def test_exactly_the_marked_letters_are_marked(marks: list[Span], start: int, end: int) -> None:
    pieces = cut(TEXT, Span(start, end), Dress(marks=marks))
    marked = "".join(piece.text for piece in pieces if isinstance(piece, Words) and piece.is_marked)
    assert marked == "".join(span.of(TEXT) for span in within(marks, Span(start, end)))


@given(apart(), starts())
def test_every_line_begins_once_whatever_else_is_there(changed: list[Span], lines: set[int]) -> None:
    replaced = [Replaced(span, Change("?", span.of(TEXT))) for span in changed]
    placed = [Placed(place, LineStart(number)) for number, place in enumerate(sorted(lines))]
    pieces = cut(TEXT, Span(0, len(TEXT)), Dress(lines=placed, replaced=replaced))
    assert [piece.number for piece in pieces if isinstance(piece, LineStart)] == list(range(len(lines)))


def test_what_is_replaced_stands_where_it_was() -> None:
    dress = Dress(replaced=(Replaced(Span(4, 7), Change("dua", "đua")), Replaced(Span(7, 8), Join(" "))))
    assert cut("thi đua là", Span(0, 10), dress) == (Words("thi "), Change("dua", "đua"), Join(" "), Words("là"))
