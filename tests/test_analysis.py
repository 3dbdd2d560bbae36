"""One analysis for indexing, asking and highlighting: tokens with their places."""

import subprocess
import sys
import unicodedata
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.analysis import LONGEST, Analysis, Token, analyze
from kb.model import Span
from tests.strategies import disguised, syllables, vietnamese_texts

ANY_TEXT = st.one_of(st.text(), vietnamese_texts())


def texts(tokens: tuple[Token, ...]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        ("— “…” !", []),
        ("Ý chí của a, b", ["y1", "chi1", "cua3", "a", "b"]),
        ("2 - 3 tuổi", ["2", "3", "tuôi3"]),
        ("13.458 tỷ; 6,6%", ["13.458", "ti3", "6,6"]),
        ("1.1. Về", ["1.1", "vê2"]),
        ("năm 2020.", ["năm", "2020"]),
        ("258/QĐ-TTg", ["258", "qđ", "ttg"]),
        ("11/6/1948", ["11", "6", "1948"]),
        ("Covid-19, A1 và m²", ["covid", "19", "a10", "va2", "m20"]),
        ("a_b", ["a", "b"]),
        ("he\u0323\u0302 thô\u0301ng", ["hê5", "thông1"]),
        ("trịː", ["tri5"]),  # U+02D0 is a letter to Unicode; Vietnamese Wikipedia has it for a colon
        ("tư\u00adởng \ufeffhóa", ["tương3", "hoa1"]),
        ("Ðảng 東京", ["đang3", "東京"]),
        ("hê \u0323 thống", ["hê", "thông1"]),
    ],
)
def test_a_text_has_these_tokens(text: str, tokens: list[str]) -> None:
    assert texts(analyze(text, words=False).syllables) == tokens


@pytest.mark.parametrize(
    ("text", "compounds"),
    [
        (
            "Đại hội thi đua yêu nước tỉnh Bắc Kạn",
            {"Đại hội": "đai5_hôi5", "thi đua": "thi_đua", "Bắc Kạn": "băc1_kan5"},
        ),
        ("hoà bình", {"hoà bình": "hoa2_binh2"}),  # pyvi joins only "hòa bình"
        ("hệ  thống", {"hệ  thống": "hê5_thông1"}),
        ("tỉnh ủy.", {"tỉnh ủy": "tinh3_uy3"}),
        ("東京 Việt Nam 越南", {"Việt Nam 越南": "viêt5_nam_越南"}),
        ("258/QĐ-TTg 11/6/1948", {}),
        ("thi\nđua", {}),
        ("thi", {}),
        ("", {}),
    ],
)
def test_a_text_has_these_compounds(text: str, compounds: dict[str, str]) -> None:
    assert {token.span.of(text): token.text for token in analyze(text).words} == compounds


def test_a_mark_that_pyvi_joins_to_a_word_is_not_in_the_compound() -> None:
    # pyvi cuts "\0_b": what is no token is left out, and one token alone is no compound.
    assert analyze("a\0b").words == ()


def test_spans_are_those_of_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "Đại hội “thi đua”")
    analysis = analyze(text)
    assert [token.span.of(text) for token in (*analysis.syllables, *analysis.words)] == [
        unicodedata.normalize("NFD", words) for words in ("Đại", "hội", "thi", "đua", "Đại hội", "thi đua")
    ]


@given(ANY_TEXT)
def test_spans_are_in_order_and_hold_something(text: str) -> None:
    analysis = analyze(text)
    for stream in (analysis.syllables, analysis.words):
        assert all(left.span.end <= right.span.start for left, right in pairwise(stream))
        assert all(token.span.of(text) for token in stream)


@given(ANY_TEXT)
def test_syllables_and_folded_have_the_same_spans(text: str) -> None:
    analysis = analyze(text, words=False)
    assert [token.span for token in analysis.syllables] == [token.span for token in analysis.folded]


@given(ANY_TEXT)
def test_no_letter_or_digit_is_left_out(text: str) -> None:
    spans = [token.span for token in analyze(text, words=False).syllables]
    covered = {place for span in spans for place in range(span.start, span.end)}
    assert covered >= {at for at, letter in enumerate(text) if letter.isalnum() and not "\u02b0" <= letter <= "\u02ff"}


@given(ANY_TEXT)
def test_a_tokens_text_is_something_without_white_space(text: str) -> None:
    analysis = analyze(text)
    tokens = texts((*analysis.syllables, *analysis.folded, *analysis.words))
    assert all(token.split() == [token] for token in tokens)


@given(vietnamese_texts())
def test_a_compound_is_the_syllables_in_its_span(text: str) -> None:
    analysis = analyze(text)
    for word in analysis.words:
        inside = [token for token in analysis.syllables if word.span.holds(token.span)]
        assert "_".join(texts(tuple(inside))) == word.text
        assert Span(inside[0].span.start, inside[-1].span.end) == word.span
        assert len(inside) > 1


@given(st.data(), st.lists(syllables(), max_size=8))
def test_tokens_do_not_depend_on_how_letters_are_written(data: st.DataObject, words: list[str]) -> None:
    written = " ".join(data.draw(disguised(word)) for word in words)
    analysis, meant = analyze(written, words=False), analyze(" ".join(words), words=False)
    assert (texts(analysis.syllables), texts(analysis.folded)) == (texts(meant.syllables), texts(meant.folded))


@given(vietnamese_texts())
def test_compounds_do_not_depend_on_the_normal_form(text: str) -> None:
    assert texts(analyze(unicodedata.normalize("NFD", text)).words) == texts(analyze(text).words)


@given(ANY_TEXT, ANY_TEXT)
def test_two_paragraphs_together_have_the_tokens_of_each(first: str, second: str) -> None:
    moved = moved_by(analyze(second), len(first) + 1)
    alone = analyze(first)
    together = Analysis(alone.syllables + moved.syllables, alone.folded + moved.folded, alone.words + moved.words)
    assert analyze(f"{first}\n{second}") == together


def moved_by(analysis: Analysis, places: int) -> Analysis:
    syllables, folded, words = (
        tuple(Token(token.text, token.span.moved(places)) for token in stream)
        for stream in (analysis.syllables, analysis.folded, analysis.words)
    )
    return Analysis(syllables, folded, words)


@pytest.mark.parametrize("normal_form", ["NFC", "NFD"])
def test_a_long_token_is_cut_and_keeps_its_whole_span(normal_form: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(normal_form, "ệ" * 20_000)
    (token,) = analyze(text).syllables
    assert token == Token("ê" * LONGEST, Span(0, len(text)))


@pytest.mark.parametrize("run", ["-", "a.", "a@", "1.", "\u00ad", "a\u0301", "a\u00ad\u00ad", "“"])
def test_long_runs_of_anything_are_analyzed(run: str) -> None:
    analyze((run * 50_000)[:50_000])


def test_without_words_no_model_is_loaded() -> None:
    look = (
        "from kb.analysis import analyze; from kb.vietnamese import lexicon; analyze('thi đua', words=False);"
        "print(lexicon.word_list.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout == "0\n"
