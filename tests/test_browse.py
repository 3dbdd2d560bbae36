"""What is read and cited of a document, on the outline: places, lines, and the forms of tests/golden/citations.json."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb import browse, cite
from kb.errors import BadRequest, NoPrintedLine, NoSuchDocument, NoSuchLines, NoSuchSection
from kb.model import Document, DocumentId, Front, RawText, Source, Span
from kb.read import read_document
from kb.snapshot import Snapshot, open_snapshot
from tests.indexed import OUTLINE, indexed_home

CITATIONS = json.loads((Path(__file__).parent / "golden" / "citations.json").read_text("utf-8"))["rows"]
# The gold names these parts in its own words ("phần phát triển kinh tế"); the rule asks for the printed title.
OWN_WORDS = {
    "phong trào “Cả nước chung sức": "phong trào thi đua “Cả nước chung sức",
    "phần phát triển kinh tế": "phong trào thi đua trong phát triển kinh tế",
    "phần cải cách hành chính": "phong trào thi đua trong công tác cải cách hành chính",
    "dòng 536–542": "dòng 536–542",
    "tr. 7,": "tr. 7 (số in 8),",
}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    with open_snapshot(indexed_home(tmp_path_factory.mktemp("browse"))) as snapshot:
        yield snapshot


@pytest.fixture(scope="module")
def outline(snapshot: Snapshot) -> Document:
    return browse.document(snapshot, OUTLINE)


@pytest.mark.parametrize("row", CITATIONS, ids=lambda row: f"{row['section']}-{row.get('lines', 'all')}")
def test_the_outline_is_cited_as_by_hand(outline: Document, row: dict[str, str]) -> None:
    lines = (int(row["lines"][0]), int(row["lines"][1])) if "lines" in row else None
    place = browse.passage(outline, row["section"], lines).place
    expected = row["full"]
    for own, printed in OWN_WORDS.items():
        expected = expected.replace(own, printed)
    assert (cite.full(place), cite.short(place)) == (expected, row["short"])


def test_lines_alone_tell_their_section(outline: Document) -> None:
    assert "/s/I.2.-1?v=" in browse.passage(outline, lines=(102, 104)).url


def test_lines_of_another_section_are_not_cited_as_this_one(outline: Document) -> None:
    with pytest.raises(BadRequest, match="159"):
        browse.passage(outline, "II.1", (102, 104))


def test_blocks_of_all_sections_are_the_text(outline: Document) -> None:
    assert "\n".join(block.text for block in browse.blocks(outline)) == outline.text


def test_raw_blocks_are_the_lines_of_the_file(outline: Document) -> None:
    source = (Path(__file__).parent.parent / "corpus" / outline.source.path).read_text("utf-8")
    printed = [line for line in source.split("\n") if line.strip()]
    assert [block.text for block in browse.raw_blocks(outline)] == printed


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_raw_lines_are_read_however_the_file_ends(end: str) -> None:
    text = "KẾ HOẠCH\nI. MỤC ĐÍCH\nTuyên truyền." + end
    said = Front("Kế hoạch")
    document = read_document(RawText(text, wrapped=False), DocumentId("ke-hoach"), Source("a.txt", "txt", ""), said)
    assert [block.text for block in browse.raw_blocks(document)] == text.split("\n")[:3]


def test_a_section_is_read_with_all_below_it(outline: Document) -> None:
    sections = {block.section for block in browse.blocks(outline, browse.section_of(outline, "I.2"))}
    assert sections == {"I.2", *(f"I.2.-{number}" for number in range(1, 6))}


def test_a_line_between_paragraphs_has_nothing_to_cite(outline: Document) -> None:
    with pytest.raises(NoPrintedLine):
        browse.span_of_lines(outline, 10, 10)


@pytest.mark.parametrize("lines", [(0, 3), (5, 4), (1100, 5000)])
def test_lines_that_are_not_there_are_said(outline: Document, lines: tuple[int, int]) -> None:
    with pytest.raises(NoSuchLines):
        browse.span_of_lines(outline, *lines)


def test_what_is_not_there_is_said(snapshot: Snapshot, outline: Document) -> None:
    with pytest.raises(NoSuchDocument):
        browse.document(snapshot, "khong-co")
    with pytest.raises(NoSuchSection):
        browse.section_of(outline, "X.9")


def test_only_words_that_are_mostly_quoted_have_an_owner(outline: Document) -> None:
    paragraph = browse.span_of_lines(outline, 17, 51)
    assert browse.owners_of(outline, paragraph) == ()
    assert browse.owners_of(outline, Span(0, 10)) == ()
