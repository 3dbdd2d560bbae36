"""Finding on the outline: what a page of results holds, and that whatever is typed is answered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.errors import BadRequest
from kb.find import NEAR, marker, search
from kb.model import Hit
from kb.snapshot import Snapshot, open_snapshot
from tests.indexed import OUTLINE, indexed_home


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    with open_snapshot(indexed_home(tmp_path_factory.mktemp("find"))) as opened:
        yield opened


def first(snapshot: Snapshot, question: str) -> Hit:
    return search(snapshot, question).hits[0]


def marked(hit: Hit) -> list[str]:
    return [span.of(hit.snippet) for span in hit.highlights]


def test_a_hit_says_where_it_stands(snapshot: Snapshot) -> None:
    hit = first(snapshot, "huy chương vàng")
    assert (hit.rank, hit.chunk.document, hit.chunk.section) == (1, OUTLINE, "II.2.2.*2.-3")
    assert hit.chunk.path[-1] == "Lĩnh vực văn hóa, thể dục thể thao"
    first_line, last_line = hit.citation.location.lines
    assert first_line <= 674 <= last_line
    assert hit.citation.location.pages == (9, 9)
    assert hit.citation.label.endswith(f"tr. 9, dòng {first_line}–{last_line}")
    assert hit.citation.url.startswith(f"/d/{OUTLINE}/s/II.2.2.*2.-3?v=")


def test_a_snippet_is_a_piece_of_its_passage_with_the_words_marked(snapshot: Snapshot) -> None:
    hit = first(snapshot, "luong y nhu tu mau")
    assert hit.snippet in hit.chunk.text
    assert marked(hit) == ["Lương y như từ mẫu"]


def test_the_cited_place_is_that_of_the_snippet(snapshot: Snapshot) -> None:
    hit = first(snapshot, "luong y nhu tu mau")
    document = snapshot.library.document(hit.chunk.document)
    assert hit.citation.span.of(document.text) == hit.snippet


def test_pages_join(snapshot: Snapshot) -> None:
    whole = search(snapshot, "thi đua", limit=100)
    parts = [search(snapshot, "thi đua", limit=10, offset=offset) for offset in range(0, whole.total, 10)]
    assert [hit.chunk.id for part in parts for hit in part.hits] == [hit.chunk.id for hit in whole.hits]
    assert [hit.rank for part in parts for hit in part.hits] == list(range(1, whole.total + 1))
    assert len({hit.chunk.id for hit in whole.hits}) == whole.total


def test_by_place_is_the_order_of_the_text(snapshot: Snapshot) -> None:
    hits = search(snapshot, "khen thưởng", limit=100, order="place").hits
    assert [hit.chunk.span for hit in hits] == sorted(hit.chunk.span for hit in hits)


def test_nothing_there_means_nothing_and_the_nearest_stands_apart(snapshot: Snapshot) -> None:
    page = search(snapshot, "đại hội thi đua yêu nước tỉnh Thái Nguyên")
    assert (page.total, page.hits, len(page.near)) == (0, (), NEAR)
    assert ("missing", "Thái Nguyên") in [(part.kind, part.text) for part in page.understood]


def test_where_something_answers_there_is_no_near(snapshot: Snapshot) -> None:
    assert search(snapshot, "thi đua").near == ()


def test_facets_count_what_answers(snapshot: Snapshot) -> None:
    page = search(snapshot, "thi đua")
    assert [(facet.value, facet.count) for facet in page.facets["document"]] == [(OUTLINE, page.total)]
    assert sum(facet.count for facet in page.facets["section_kind"]) == page.total


def test_filters_narrow(snapshot: Snapshot) -> None:
    slogans = search(snapshot, "thi đua", section_kind=("slogan-item",))
    assert {hit.chunk.section[:4] for hit in slogans.hits} == {"III."}
    assert search(snapshot, "thi đua", document=("khong-co",)).total == 0
    assert search(snapshot, "thi đua", year=("2020..",)).total == search(snapshot, "thi đua").total
    for wrong in ("hai nghìn", "abc", "20", "..", "２０２０"):
        with pytest.raises(BadRequest):
            search(snapshot, "thi đua", year=("2019", wrong))


def test_a_filter_whose_value_no_document_has_is_told(snapshot: Snapshot) -> None:
    told = search(snapshot, "thi đua văn bản:khong-co", kind=("Sắc lệnh",), year=("1900",)).understood
    assert [part.text for part in told if part.kind == "unknown"] == ["kind:Sắc lệnh", "year:1900", "văn bản:khong-co"]


def test_a_slip_is_put_right_told_and_may_be_taken_back(snapshot: Snapshot) -> None:
    page = search(snapshot, "huy chươg vàng")
    assert page.suggestions == ("huy chương vàng",)
    assert [part.text for part in page.understood if part.kind == "corrected"] == ["chươg"]
    for back in (("chươg",), ("0",)):
        as_typed = search(snapshot, "huy chươg vàng", syn=back)
        assert (as_typed.suggestions, [part for part in as_typed.understood if part.kind == "corrected"]) == ((), [])
    assert search(snapshot, "huy chương vàng").suggestions == ()


def test_each_note_is_told_once(snapshot: Snapshot) -> None:
    told = search(snapshot, "blockchain blockchain").understood
    assert len(told) == len(set(told))


def test_marks_in_any_text_are_those_of_the_search(snapshot: Snapshot) -> None:
    text = "thi đua, thì dựa, THI ĐUA"
    assert [span.of(text) for span in marker(snapshot, "thi đua")(text)] == ["thi đua", "THI ĐUA"]


LONG = ("thi đua " * 1250, "x" * 10_000, '"' * 10_000, "(" * 10_000, "thi OR " * 500, "NOT " * 500, "-thi " * 500)
MANY = (
    '"thi đua" ' * 300,
    "a* " * 200,
    "năm:2020 " * 300,
    "suwcs " * 64,
    "khne " * 64,
    " ".join(f"{day}/1/2020" for day in range(1, 29)),
    " OR ".join(f"{day}/1/2020" for day in range(1, 29)),
    " ".join(f"{first}{second}*" for first in "abcdeghklmn" for second in "aeiou"),
    " ".join(f"Bắc Kạn {year}" for year in range(1990, 2022)),
)
ODD: list[str] = json.loads((Path(__file__).parent / "golden" / "odd_questions.json").read_text("utf-8"))


@pytest.mark.parametrize("typed", [*LONG, *MANY, *ODD], ids=lambda typed: ascii(typed)[:30])
def test_whatever_is_typed_is_answered(snapshot: Snapshot, typed: str) -> None:
    page = search(snapshot, typed)
    assert page.question == typed
    assert len(page.hits) == min(page.total, 10)
    for hit in (*page.hits, *page.near):
        assert hit.snippet in hit.chunk.text
        assert all(0 <= span.start < span.end <= len(hit.snippet) for span in hit.highlights)
