"""Where pages begin, how it is known, and the numbers printed on them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kb.model import Page
from kb.source.edits import Ledger
from kb.source.layout import lay_out
from tests.outline.expected import GOLDEN

OUTLINE = GOLDEN.parent.parent / "corpus" / "000_d092e2f3fc018b89.txt"
DOCUMENTS = sorted((GOLDEN / "documents").glob("*.json"))
LINE = "dòng chữ thường ở giữa câu, không dấu chấm ở cuối"


def pages_of(text: str, *, wrapped: bool = True, given: tuple[int, ...] = ()) -> tuple[Page, ...]:
    return lay_out(Ledger.of(text), wrapped=wrapped, pages=given)[1]


def outline_pages() -> tuple[Page, ...]:
    return pages_of(OUTLINE.read_text(encoding="utf-8"))


def test_the_outline_has_the_pages_of_the_gold() -> None:
    gold = json.loads((GOLDEN / "pages.json").read_text(encoding="utf-8"))
    found = [(page.number, page.first_line, page.last_line, page.printed) for page in outline_pages()]
    assert found == [(row["page"], row["first_line"], row["last_line"], row["printed_page"]) for row in gold]


def test_the_outline_says_how_each_page_is_known() -> None:
    seventh = {page.number: page for page in outline_pages()}[7]
    assert (seventh.how, seventh.printed, seventh.printed_how) == ("page-number", 8, "read")
    assert {(page.how, page.printed_how) for page in outline_pages() if page.number != 7} == {
        ("leading-space", "inferred")
    }


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_other_documents_have_the_pages_that_they_show(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))["pages"]
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    found = [(page.number, page.first_line, page.last_line) for page in pages_of(text)]
    assert found == [(row["page"], row["first_line"], row["last_line"]) for row in gold]


def test_a_form_feed_belongs_to_the_line_that_it_begins() -> None:
    assert [(p.first_line, p.last_line, p.how) for p in pages_of(f"{LINE}\n\n\f{LINE}\n{LINE}\n")] == [
        (1, 1, "form-feed"),
        (3, 4, "form-feed"),
    ]


def test_a_form_feed_at_the_end_begins_no_page() -> None:
    assert [(page.first_line, page.last_line) for page in pages_of(f"{LINE}\n{LINE}\n\f")] == [(1, 3)]


def test_pages_that_the_format_knows_count_more_than_marks_in_the_text() -> None:
    found = pages_of(f"{LINE}\n{LINE}\n{LINE}", wrapped=False, given=(1, 1, 2))
    assert [(page.number, page.first_line, page.last_line, page.how) for page in found] == [
        (1, 1, 2, "source"),
        (2, 3, 3, "source"),
    ]


def test_numbers_at_the_foot_close_their_pages() -> None:
    page = "\n".join([LINE] * 12)
    found = pages_of(f"{page}\n\n1\n\n{page}\n\n2\n")
    assert [(p.first_line, p.last_line, p.printed) for p in found] == [(1, 14, 1), (15, 29, 2)]


def test_an_annex_is_counted_anew_and_then_nothing_is_inferred() -> None:
    first, second, third, fourth = ("\n".join(f"{LINE} {name}{n * 'x'}" for n in range(6)) for name in "abcd")
    found = pages_of(f"{first}\n\f2\n{second}\n\f1\n{third}\n\f2\n{fourth}\n")
    assert [(page.printed, page.printed_how) for page in found] == [
        (None, None),
        (2, "read"),
        (1, "read"),
        (2, "read"),
    ]


def test_a_text_that_does_not_show_its_pages_has_none() -> None:
    assert pages_of("\n".join([LINE] * 40)) == ()
