"""What matched is marked, no more and no less; the snippet shows most of it in whole words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from kb.analysis import analyze
from kb.highlight import LEAST, MOST, Marked, mark, snippet
from kb.query.marks import Mark, of_quoted, of_units
from kb.query.question import Quoted, Words
from kb.query.read import read
from kb.query.spelling import Form, Sought
from kb.query.units import cut
from tests.strategies import vietnamese_texts


def marks_of(typed: str) -> list[Mark]:
    """The marks of a question in a collection that has all its words."""
    question = read(typed)
    found: list[Mark] = []
    for part in (part for parts in question.alternatives for part in parts):
        if isinstance(part, Quoted):
            found.append(of_quoted(part.words, 6))
        if isinstance(part, Words):
            forms = [Form(word.exact if question.marked else None, word.folded) for word in part.words]
            sought = [Sought(word, (form,)) for word, form in zip(part.words, forms, strict=True)]
            found += of_units(cut(sought, marked=question.marked), sought)
    return found


MARKED = (
    ("thi", "Thi đua thì phải thi", "Thi|thì|thi"),
    ("thì", "Thi đua thì phải thi", "thì"),
    ("thi dua", "Thi đua, thi đua nữa", "Thi đua|thi đua"),
    ("thi đua", "dự thi; thi đua", "thi đua"),
    ("thi đua là yêu nước", "Thi đua là yêu nước, là thi đua", "Thi đua là yêu nước|thi đua"),
    ("của thi đua", "lời của Người về thi đua", "thi đua"),
    ('"thi đua là"', "thi đua và thi đua là", "thi đua là"),
    ('"thi dua"', "Thì dứa; thi và đua", "Thì dứa"),
    ("1308", "khen 1.308 và 1308 người", "1.308|1308"),
    ("24/08/1949", "ngày 24/8/1949, ngày 24/9/1949", "24/8/1949"),
    ("ngay 24 thang 8 nam 1949", "Ngày 24/8/1949.", "24/8/1949"),
    ("quyết định 258", "Quyết định số 258/QĐ-TTg, số 258 và 259/QĐ-TTg", "258/QĐ-TTg"),
    ("mười ba nghìn bốn trăm năm mươi tám", "đạt 13.458 tỷ", "13.458 tỷ"),
    ("1949", "ngày 24/8/1949", "1949"),
    ("7%", "tăng 7 xã, đạt 7%", "7"),
    ("hòa bình", "HOÀ BÌNH và hòa", "HOÀ BÌNH"),
    ("thi đua", "không có gì", ""),
)


@pytest.mark.parametrize(("typed", "text", "marked"), MARKED)
def test_what_matched_is_marked(typed: str, text: str, marked: str) -> None:
    spans = mark(text, marks_of(typed)).spans()
    shown = "|".join(span.of(text) for span in spans)
    assert shown.replace("24|8|1949", "24/8/1949") == marked


@given(vietnamese_texts())
def test_marks_lie_in_the_text_in_order_and_apart(text: str) -> None:
    words = [token.span.of(text) for token in analyze(text, words=False).syllables]
    spans = mark(text, marks_of(" ".join(words[:5]))).spans()
    assert list(spans) == sorted(spans)
    assert all(one.end < other.start for one, other in pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)


def count(marked: Marked) -> int:
    return len(analyze(snippet(marked).of(marked.text), words=False).syllables)


@given(vietnamese_texts())
def test_a_snippet_is_whole_words_of_the_text(text: str) -> None:
    longer = f"{text} " * 20
    marked = mark(longer, marks_of("thi đua"))
    span = snippet(marked)
    inner = span.of(longer)
    assert inner == inner.strip()
    assert span.start == 0 or longer[span.start - 1].isspace()
    assert span.end == len(longer) or longer[span.end].isspace()
    assert count(marked) >= min(LEAST, len(marked.tokens))


SENTENCES = " ".join(f"Câu số {number} nói về việc khác, không phải điều đang tìm." for number in range(30))


def test_a_short_text_is_shown_whole() -> None:
    assert snippet(mark("  Thi đua là yêu nước. ", ())).of("  Thi đua là yêu nước. ") == "Thi đua là yêu nước."


def test_a_snippet_shows_the_mark_in_its_sentence() -> None:
    text = f"{SENTENCES} Thi đua là yêu nước. {SENTENCES}"
    marked = mark(text, marks_of("thi đua"))
    shown = snippet(marked).of(text)
    assert "Thi đua là yêu nước." in shown
    assert shown.startswith(("Câu số", "Thi đua"))
    assert shown.endswith(".")
    assert LEAST <= count(marked) <= MOST


def test_the_snippet_with_more_of_the_question_goes_before_one_that_repeats_a_part() -> None:
    text = f"Thi đua, thi đua, thi đua. {SENTENCES} Huy chương trong thi đua. {SENTENCES}"
    assert "Huy chương" in snippet(mark(text, marks_of("huy chương thi đua"))).of(text)


def test_a_sentence_without_end_is_cut_between_words() -> None:
    text = "một hai ba " * 100 + "thi đua " + "bốn năm sáu " * 100
    assert "thi đua" in snippet(mark(text, marks_of("thi đua"))).of(text)
