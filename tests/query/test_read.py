"""Typed text is always a question; what is odd in it is plain words, and said so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.query.question import Filter, Part, Quoted, Without, Words
from kb.query.read import FIELDS, MOST_ALTERNATIVES, MOST_WORDS, read


def shown(part: Part) -> str:
    """A part in one line: words, "quoted", -without, +words that all have to occur, field=low..high."""
    match part:
        case Words(words, every):
            return ("+" if every else "") + " ".join(word.text + "*" * (word.ending == "open") for word in words)
        case Quoted(words):
            return '"' + " ".join(word.text for word in words) + '"'
        case Filter(field, low, high):
            return f"{field}={low}..{high}"
        case Without(inner):
            return f"-{shown(inner)}"


READ: tuple[tuple[str, list[list[str]]], ...] = (
    ("thi đua", [["thi đua"]]),
    ("thi đua “yêu nước”", [["thi đua", '"yêu nước"']]),
    ("thi đua -doanh", [["thi đua", "-doanh"]]),
    ('-"doanh nghiệp" du lịch', [['-"doanh nghiệp"', "du lịch"]]),
    ("-258/QĐ-TTg thi đua", [["-258 QĐ TTg", "thi đua"]]),
    ("du lịch NOT doanh nghiệp", [["du lịch", "-doanh nghiệp"]]),
    ("du lịch AND huyện NOT doanh nghiệp", [["+du lịch", "+huyện", "-doanh nghiệp"]]),
    ('"y tế" AND "đề tài" OR khen thưởng', [['"y tế"', '"đề tài"'], ["+khen thưởng"]]),
    ("thi and đua", [["thi and đua"]]),
    ("năm:2020 thi đua", [["year=2020..2020", "thi đua"]]),
    ("thi đua năm:2016..2020", [["thi đua", "year=2016..2020"]]),
    ("year:2016.. loại:“Chỉ thị”", [["year=2016..9999", "kind=Chỉ thị..Chỉ thị"]]),
    ("Văn bản:de-cuong vanban:x", [["document=de-cuong..de-cuong", "document=x..x"]]),
    ("số hiệu:258/QĐ-TTg", [['"258 QĐ TTg"']]),
    ("-năm:2020", [["-year=2020..2020"]]),
    ("hiến đ*", [["hiến đ*"]]),
    ("giai đoạn 2016 -2020", [["giai đoạn 2016 2020"]]),
    ("kinh tế - xã hội", [["kinh tế xã hội"]]),
    ("", []),
    ("  \t", []),
    ('""', []),
)


@pytest.mark.parametrize(("typed", "parts"), READ)
def test_the_query_language_is_read(typed: str, parts: list[list[str]]) -> None:
    assert [[shown(part) for part in one] for one in read(typed).alternatives] == parts


ODD = (
    ("AND", "AND", "plain"),
    ("-doanh", "doanh", "plain"),
    ("NOT doanh nghiệp", "NOT doanh nghiệp", "plain"),
    ('thi "đua', "thi đua", "plain"),
    ("màu:đỏ", "màu đỏ", "plain"),
    ("năm:abc", "năm abc", "plain"),
    ("http://a.vn", "http a vn", "plain"),
    ("thi đua AND", "+thi đua", "ignored"),
    ("OR thi đua", "+thi đua", "ignored"),
)


@pytest.mark.parametrize(("typed", "words", "kind"), ODD)
def test_what_is_odd_is_read_as_words_and_said(typed: str, words: str, kind: str) -> None:
    question = read(typed)
    assert [shown(part) for part in question.alternatives[0]] == [words]
    assert [note.kind for note in question.notes] == [kind]


def test_only_the_last_word_may_be_unfinished() -> None:
    assert [word.ending for word in read("hiến đ").words()] == ["closed", "perhaps"]


@pytest.mark.parametrize("typed", ["hiến đ ", "ở đâu?", '"hiến đ"'])
def test_a_word_that_something_follows_is_finished(typed: str) -> None:
    assert {word.ending for word in read(typed).words()} == {"closed"}


def test_a_long_question_is_cut_and_says_so() -> None:
    question = read("một hai ba bốn " * 100)
    assert len(question.words()) == MOST_WORDS
    assert question.notes[-1].kind == "ignored"


def test_too_many_alternatives_are_cut_and_say_so() -> None:
    question = read(" OR ".join(["thi đua"] * 20))
    assert len(question.alternatives) == MOST_ALTERNATIVES
    assert question.notes[-1].kind == "ignored"


@pytest.mark.parametrize("name", [name for field in FIELDS for name in field.typed])
def test_every_name_of_a_field_is_read(name: str) -> None:
    assert "Filter" in str(read(f"{name}:2020").alternatives) or name.startswith(("number", "so"))


@given(st.text() | st.text(alphabet='ab "“”-*:.ANDORTnăm20\x00\ud800'))
def test_any_text_is_a_question(typed: str) -> None:
    question = read(typed)
    assert question.text == typed
    assert all(word.text.encode() for word in question.words())
    assert len(question.words()) <= MOST_WORDS
