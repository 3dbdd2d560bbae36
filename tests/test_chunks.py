"""Chunks: every word of a document is in one, none reaches over a section's piece, none is much too long."""

from __future__ import annotations

import pytest
from hypothesis import given

from kb.chunks import LONGEST, chunk, cut
from kb.model import Body, Document, DocumentId, Front, Section, SectionId, Source, Span
from tests.strategies import documents


def parts_of(text: str) -> list[str]:
    return [span.of(text) for span in cut(text, Span(0, len(text)))]


def lengths_of(text: str) -> list[int]:
    return [len(part.split()) for part in parts_of(text)]


@given(documents())
def test_a_chunk_lies_in_one_piece_of_its_sections_own_text(document: Document) -> None:
    own = {section.id: section.own for section in document.walk()}
    assert all(any(piece.holds(one.span) for piece in own[one.section]) for one in chunk(document))


@given(documents())
def test_every_letter_of_a_document_is_in_one_chunk(document: Document) -> None:
    letters = [place for place, letter in enumerate(document.text) if letter.isalnum()]
    covered = [place for one in chunk(document) for place in range(one.span.start, one.span.end)]
    assert [place for place in covered if document.text[place].isalnum()] == letters


@given(documents())
def test_ids_are_unique_and_texts_are_what_their_spans_say(document: Document) -> None:
    chunks = chunk(document)
    assert len({one.id for one in chunks}) == len(chunks)
    assert all(one.text == one.span.of(document.text) and one.text == one.text.strip() for one in chunks)


@given(documents())
def test_the_path_of_a_chunk_names_the_sections_around_it(document: Document) -> None:
    for one in chunk(document):
        assert one.path == tuple(section.title for section in document.lineage(one.section))


def test_a_heading_with_nothing_below_it_is_a_chunk() -> None:
    text = "I. MỞ ĐẦU\n1. Nội dung\n"
    inner = Section(SectionId("I.1"), "1.", 2, "heading", "Nội dung", Span(10, 21), (Span(10, 22),), Span(10, 22))
    outer = Section(SectionId("I"), "I.", 1, "heading", "", Span(0, 9), (Span(0, 10),), Span(0, 22), (inner,))
    source = Source("a.txt", "txt", "0")
    document = Document(DocumentId("a"), source, Front("A"), Body(text, (), ()), (outer,))
    assert [(one.id, one.path, one.text) for one in chunk(document)] == [
        ("a#I/0", ("I.",), "I. MỞ ĐẦU"),
        ("a#I.1/0", ("I.", "Nội dung"), "1. Nội dung"),
    ]


def test_text_that_is_short_enough_stays_in_one_piece() -> None:
    assert parts_of("Một.\n\n  Hai.\n-----\n") == ["Một.\n\n  Hai."]


def test_text_without_letters_is_no_chunk() -> None:
    assert parts_of("-----\n *** \n") == []


def test_long_text_is_cut_between_paragraphs_into_parts_of_like_length() -> None:
    assert lengths_of("\n".join(["chữ " * 100] * 6)) == [200, 200, 200]


def test_a_paragraph_is_not_cut_while_it_fits() -> None:
    assert lengths_of("ngắn\n" + "chữ " * 200 + "\n" + "chữ " * 200) == [201, 200]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    parts = parts_of("Đại hội thi đua yêu nước lần thứ VI. " * 60)
    assert len(parts) == 3
    assert all(part.endswith("VI.") and part.startswith("Đại") for part in parts)


@pytest.mark.parametrize(
    "sentence",
    [
        "theo TP. Hồ Chí Minh và Th.S. Nguyễn Văn A. Bình ở đó ",
        "khoảng 13.458 tỷ đồng, v.v. và các khoản khác ",
        "nói: “thi đua là yêu nước.” rồi đi ",
    ],
)
def test_what_only_looks_like_the_end_of_a_sentence_is_none(sentence: str) -> None:
    text = sentence * 40
    assert [part.split()[0] for part in parts_of(text)][1:] != ["Hồ"]
    assert not any(part.endswith(("TP.", "S.", "13.", "A.", "v.v.", "nước.”")) for part in parts_of(text))


def test_a_sentence_without_end_is_cut_between_words() -> None:
    assert lengths_of("chữ " * 1000) == [250, 250, 250, 250]


@pytest.mark.parametrize("count", [1, 249, 250, 251, 376, 499, 500, 501, 10_000])
def test_no_part_is_much_too_long(count: int) -> None:
    for text in ("chữ " * count, "Một hai ba. " * count, "một hai\n" * count):
        assert max(lengths_of(text)) <= 1.5 * LONGEST
        assert sum(lengths_of(text)) == len(text.split())


def test_a_run_of_letters_without_end_is_cut_at_once() -> None:
    text = "a" * 200_000 + " b" * 300
    assert cut(text, Span(0, len(text)))[0].of(text).startswith("aaa")
