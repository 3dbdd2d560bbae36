"""`/quotes` and its twin: quotations first, every row leads to its marked words."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.web.reading import address, part, read, words


def test_the_page_opens_on_quotations_with_their_speakers(client: FlaskClient) -> None:
    page = read(client, "/quotes")
    assert words(part(page, ".tabs [aria-current]")).startswith("Trích dẫn")
    assert "Hồ Chí Minh" in words(part(page, "main"))


def test_a_row_opens_its_marked_words(client: FlaskClient) -> None:
    page = read(client, "/quotes?q=ganh+đua")
    opened = read(client, address(page, "blockquote a"))
    assert " ".join(map(words, opened.select("mark"))) == "thi đua chứ không phải ganh đua"


def test_a_tab_keeps_the_words_that_were_asked(client: FlaskClient) -> None:
    page = read(client, "/quotes?q=nông+thôn")
    assert "q=n" in address(page, '.tabs a[href*="kind=movement"]')


def test_a_list_without_rows_says_so(client: FlaskClient) -> None:
    assert "Không thấy gì" in words(part(read(client, "/quotes?q=bánh+xèo"), "main"))


def test_the_twin_has_the_shape_of_the_command(client: FlaskClient) -> None:
    answer = client.get("/api/v1/quotes?speaker=ho+chi+minh&limit=1").json
    assert answer is not None
    assert answer["quotes"][0]["speaker"] == "Hồ Chí Minh"
    assert len(answer["quotes"]) == 1 < answer["total"]


def test_a_kind_that_is_none_is_told(client: FlaskClient) -> None:
    assert client.get("/api/v1/quotes?kind=lời").status_code == 400
    assert client.get("/quotes?kind=lời").status_code == 400


def test_where_the_words_of_a_quotation_stand_without_marks_is_told(client: FlaskClient) -> None:
    page = read(client, "/quotes?q=là+yêu+nước")
    assert "Nhắc lại, không có ngoặc kép" in words(part(page, "main"))


def test_the_twin_has_the_other_places_when_they_are_asked_for(client: FlaskClient) -> None:
    answer = client.get("/api/v1/quotes?q=là+yêu+nước&kind=quotation&variants=1").json
    assert answer is not None
    (quote,) = answer["quotes"]
    assert [(one["lines"], one["quoted"]) for one in quote["recurs"]] == [([1087, 1087], False)]
