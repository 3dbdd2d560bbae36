"""`/d/…`: the document as it is, letter for letter, with an anchor for each section and each printed line."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient

from kb.browse import passage
from kb.model import Document
from kb.vietnamese.letters import nfc
from tests.indexed import ROOT
from tests.web.reading import DOCUMENT, WHOLE, part, read, words


def printed(par: Tag) -> str:
    """The source's words of a paragraph, without our numbers in the margin."""
    body = par.find(["p", "h2", "h3", "h4", "h5", "h6"])
    assert body is not None
    return body.get_text()


def test_the_paragraphs_are_the_text_letter_for_letter(client: FlaskClient, outline: Document) -> None:
    page = read(client, WHOLE)
    assert "\n".join(printed(par) for par in page.select(".par")) == outline.text.strip("\n")


def test_the_raw_view_has_the_files_own_lines(client: FlaskClient, outline: Document) -> None:
    lines = (ROOT / "corpus" / outline.source.path).read_text("utf-8").split("\n")
    page = read(client, f"{DOCUMENT}?view=raw")
    shown = [par.p.get_text() for par in page.select(".par") if par.p]
    assert [line.strip() for line in shown] == [line.strip() for line in lines if line.strip()]


def test_every_section_has_an_anchor(client: FlaskClient, outline: Document) -> None:
    page = read(client, WHOLE)
    assert [section.id for section in outline.walk() if page.find(id=section.id) is None] == []


def test_every_printed_line_has_an_anchor(client: FlaskClient, outline: Document) -> None:
    page = read(client, WHOLE)
    numbers = [line.number for line in outline.body.lines if line.span.of(outline.text).strip()]
    assert [number for number in numbers if page.find(id=f"l{number}") is None] == []


@pytest.mark.parametrize("view", ["", "?all=1", "?view=changes", "?view=raw", "?q=thi+đua"])
def test_no_id_stands_twice(client: FlaskClient, view: str) -> None:
    ids = [str(tag["id"]) for tag in read(client, DOCUMENT + view).select("[id]")]
    assert len(ids) == len(set(ids))


def test_every_section_has_a_page_that_shows_it(client: FlaskClient, outline: Document) -> None:
    for section in outline.walk():
        page = read(client, f"{DOCUMENT}/s/{quote(section.id, safe='*+~')}")
        assert page.find(id=section.id) is not None, section.id


def test_a_section_of_one_paragraph_is_shown_inside_the_titled_one_around_it(client: FlaskClient) -> None:
    page = read(client, f"{DOCUMENT}/s/I.2.-1")
    assert words(part(page, "#kb-text h2")) == "2. Tư tưởng Hồ Chí Minh về thi đua yêu nước"
    assert page.find(id="I.2.-1", autofocus=True) is not None


def test_the_words_that_answer_are_marked_and_counted_in_the_outline(client: FlaskClient) -> None:
    page = read(client, f"{DOCUMENT}/s/I.2.-1?q=" + quote("thi đua là yêu nước"))
    assert "Thi đua là yêu nước" in [words(mark) for mark in page.select("#kb-text mark")]
    assert page.select_one(".outline [aria-current=location] b") is not None


def test_steps_lead_through_every_passage_in_the_order_of_the_text(client: FlaskClient) -> None:
    address = f"{DOCUMENT}?q=" + quote('"thi đua yêu nước"')
    lines: list[int] = []
    page = read(client, address)
    while step := page.select_one(".passages [rel=next][href]"):
        address, _, line = str(step["href"]).partition("#l")
        page = read(client, address)
        lines.append(int(line))
        assert page.find(id=f"l{line}") is not None
    total = int(words(part(page, ".passages b:not(.wide)")).partition("/")[2])
    assert (len(lines), lines) == (total - 1, sorted(lines))


def test_changes_show_what_the_file_has_and_what_was_made_of_it(client: FlaskClient) -> None:
    page = read(client, f"{DOCUMENT}/s/II.1?view=changes")
    shown = [(nfc(words(gone)), words(put)) for gone, put in pairs(page)]
    assert {(nfc("dưṇg"), "dựng"), (nfc("hoac̣h"), "hoạch"), ("năm ,", "năm,")} <= set(shown)


def pairs(page: BeautifulSoup) -> list[tuple[Tag, Tag]]:
    """What was struck and what stands for it."""
    found = [(gone, gone.find_next_sibling()) for gone in page.select(".par del")]
    return [(gone, put) for gone, put in found if isinstance(put, Tag) and put.name == "ins"]


def test_faults_are_underlined_in_the_raw_view(client: FlaskClient) -> None:
    page = read(client, f"{DOCUMENT}/s/I.2?view=raw")
    assert [words(fault) for fault in page.select(".par u")][:2] == ["Tƣ tƣởng", "nƣớc"]


def test_a_cited_address_opens_its_section(client: FlaskClient, outline: Document) -> None:
    page = read(client, passage(outline, "II.2.2.*1").url)
    assert page.select_one(".note.warn") is None


def test_a_cited_section_that_has_moved_is_found_by_its_words(client: FlaskClient, outline: Document) -> None:
    print = passage(outline, "II.2.2.*1").url.partition("?v=")[2]
    response = client.get(f"{DOCUMENT}/s/II.9?v={print}")
    assert response.status_code == 303
    assert response.location.startswith(f"{DOCUMENT}/s/II.2.2.*1?v=")


def test_a_cited_section_whose_words_are_gone_says_so(client: FlaskClient) -> None:
    page = read(client, f"{DOCUMENT}/s/I.2?v=000000")
    assert "đã khác" in words(part(page, ".note.warn"))


def test_a_section_that_is_not_there_names_it_and_leads_to_the_document(client: FlaskClient) -> None:
    page = read(client, f"{DOCUMENT}/s/II.9", 404)
    assert "II.9" in words(part(page, ".lead"))
    assert DOCUMENT in [str(link["href"]) for link in page.select("main a")]


def test_the_source_is_the_file_byte_for_byte(client: FlaskClient, outline: Document) -> None:
    response = client.get(f"{DOCUMENT}/source", buffered=True)
    assert response.data == (ROOT / "corpus" / outline.source.path).read_bytes()
    assert response.mimetype == "text/plain"
