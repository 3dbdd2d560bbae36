"""`/d/…/cite`: every form of a citation, on a page, as files, and as JSON."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from tests.indexed import OUTLINE
from tests.web.reading import DOCUMENT, part, read, words

CITED = f"{DOCUMENT}/s/I.2.-1/cite?lines=102-104"


def test_another_persons_words_are_cited_as_quoted_at_second_hand(client: FlaskClient) -> None:
    page = read(client, CITED)
    assert words(part(page, "#kb-full")).startswith("Hồ Chí Minh, dẫn theo Ban Tuyên giáo Tỉnh ủy Bắc Kạn: ")
    assert words(part(page, "#kb-quotation")).startswith("“Thi đua là yêu nước, yêu nước thì phải thi đua.")
    assert "tra lại ở bản gốc" in words(part(page, ".note"))


def test_a_long_section_is_cited_and_not_quoted(client: FlaskClient) -> None:
    page = read(client, f"{DOCUMENT}/s/II/cite")
    assert page.select_one("#kb-quotation") is None
    assert "mục II" in words(part(page, "#kb-full"))


@pytest.mark.parametrize(
    ("kind", "media_type", "name", "begins"),
    [
        ("ris", "application/x-research-info-systems", "kb.ris", "TY  - GOVDOC\r\n"),
        ("bibtex", "application/x-bibtex", "kb.bib", "@misc{"),
        ("csl", "application/vnd.citationstyles.csl+json", "kb.json", "[\n"),
    ],
)
def test_what_other_programs_read_is_a_file(
    client: FlaskClient, kind: str, media_type: str, name: str, begins: str
) -> None:
    response = client.get(f"{CITED}&as={kind}")
    assert (response.mimetype, response.headers["Content-Disposition"]) == (media_type, f"attachment; filename={name}")
    assert response.text.startswith(begins)
    assert "http://localhost/d/" in response.text


def test_the_json_twin_has_every_form(client: FlaskClient) -> None:
    answer = client.get(f"/api/v1/cite?document={OUTLINE}&lines=102-104").get_json()
    assert {"label", "full", "short", "url", "ris", "bibtex", "csl"} <= answer.keys()
    (item,) = json.loads(answer["csl"])
    assert (item["type"], item["issued"]) == ("document", {"date-parts": [[2020, 7, 23]]})


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"{DOCUMENT}/s/I.2/cite?lines=x", 400),
        (f"{DOCUMENT}/s/I.2/cite?lines=9-100000000", 404),
        (f"{DOCUMENT}/s/I.2/cite?as=pdf", 400),
        (f"{DOCUMENT}/s/IX/cite", 404),
    ],
)
def test_what_cannot_be_cited_is_told(client: FlaskClient, address: str, status: int) -> None:
    assert words(part(read(client, address, status), "h1"))


def test_a_hit_leads_to_its_citation(client: FlaskClient) -> None:
    page = read(client, "/search?q=luong+y+nhu+tu+mau")
    address = str(part(page, ".hit .acts a")["href"])
    assert "/s/II.2.2.*2.-2/cite?lines=" in address
    assert "Lương y như từ mẫu" in words(part(read(client, address), "blockquote"))
