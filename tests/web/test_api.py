"""`/api/v1/…`: the shapes of the contract, and one shape for what cannot be answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kb.home import Home
from kb_web import create_app
from tests.indexed import OUTLINE


def json_of(response: TestResponse) -> dict[str, Any]:
    """The JSON object of an answer."""
    assert isinstance(response.json, dict)
    return response.json


def test_search_has_the_fields_of_the_contract(client: FlaskClient) -> None:
    answer = json_of(client.get("/api/v1/search?q=luong+y+nhu+tu+mau&limit=1"))
    assert {"question", "understood", "total", "took_ms", "hits", "near", "suggestions", "facets"} <= answer.keys()
    (hit,) = answer["hits"]
    fields = {"rank", "score", "document", "section", "path", "text", "snippet", "highlights", "citation"}
    assert fields <= hit.keys()
    assert {"label", "lines", "pages", "url"} <= hit["citation"].keys()


def test_analyze_tells_how_a_text_is_read(client: FlaskClient) -> None:
    answer = json_of(client.get("/api/v1/analyze?q=ngay+11/6/1948"))
    assert answer["folded"] == ["ngay", "11", "6", "1948"]
    (value,) = answer["values"]
    assert (value["text"], value["kind"], value["value"]) == ("11/6/1948", "date", "1948-06-11")
    assert json_of(client.get("/api/v1/analyze"))["values"] == []


def test_documents_lists_what_is_there(client: FlaskClient) -> None:
    assert OUTLINE in [one["document"] for one in json_of(client.get("/api/v1/documents"))["documents"]]


def test_outline_has_every_section(client: FlaskClient) -> None:
    answer = json_of(client.get(f"/api/v1/outline?document={OUTLINE}"))
    assert (answer["document"], len(answer["sections"])) == (OUTLINE, 52)


def test_text_has_the_blocks_of_a_section_and_its_repairs(client: FlaskClient) -> None:
    answer = json_of(client.get(f"/api/v1/text?document={OUTLINE}&section=I.2"))
    assert answer["blocks"][0]["text"] == "2. Tư tưởng Hồ Chí Minh về thi đua yêu nước"
    assert {"rule", "before", "after", "line"} <= answer["repairs"][0].keys()


def test_raw_text_is_the_files_own(client: FlaskClient) -> None:
    answer = json_of(client.get(f"/api/v1/text?document={OUTLINE}&section=I.2&raw=1"))
    assert "Tƣ tƣởng" in answer["blocks"][0]["text"]


def test_vietnamese_letters_are_not_escaped(client: FlaskClient) -> None:
    assert "Bắc Kạn" in client.get("/api/v1/documents").text


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/api/v1/outline?document=khong-co", 404, "no-such-document"),
        (f"/api/v1/text?document={OUTLINE}&section=IX", 404, "no-such-section"),
        ("/api/v1/outline", 400, "bad-request"),
        ("/api/v1/search?q=a&limit=nhiều", 400, "bad-request"),
        ("/api/v1/khong-co", 404, "no-such-page"),
    ],
)
def test_what_cannot_be_answered_has_one_shape(client: FlaskClient, address: str, status: int, code: str) -> None:
    response = client.get(address)
    assert (response.status_code, json_of(response)["error"]["code"]) == (status, code)
    assert json_of(response)["error"].keys() == {"code", "message", "cure"}


def test_a_missing_index_has_it_too(tmp_path: Path) -> None:
    response = create_app(Home(tmp_path)).test_client().get("/api/v1/documents")
    assert (response.status_code, json_of(response)["error"]["code"]) == (503, "index-missing")


def test_suggestions_are_those_of_the_command(client: FlaskClient) -> None:
    found = client.get("/api/v1/suggest?q=loi+keu+g").get_json()["suggestions"]
    assert {"text", "kind", "count"} == set(found[0])
    assert "Lời kêu gọi thi đua ái quốc" in [one["text"] for one in found]
    assert client.get("/api/v1/suggest?q=").get_json() == {"suggestions": []}
