"""`/references` and `/findings` with their twins: tabs, places, sums; every row leads to its marked words."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.web.reading import address, part, read, words


def test_papers_come_first_with_day_and_issuer(client: FlaskClient) -> None:
    row = words(part(read(client, "/references?q=258/QĐ-TTg"), "tbody tr"))
    assert "Quyết định số 258/QĐ-TTg" in row
    assert "04/3/2008" in row
    assert "Thủ tướng Chính phủ" in row
    assert "chưa có toàn văn" in row


def test_a_mention_opens_marked(client: FlaskClient) -> None:
    page = read(client, "/references?kind=anniversary&q=tái+lập")
    opened = read(client, address(page, "a.value"))
    assert "20 năm Ngày tái lập tỉnh" in words(part(opened, "mark"))


def test_a_tab_keeps_the_words_that_were_asked(client: FlaskClient) -> None:
    assert "q=t" in address(read(client, "/references?q=tái+lập"), '.tabs a[href*="kind=anniversary"]')


def test_findings_open_on_what_is_wrong_with_the_sum(client: FlaskClient) -> None:
    page = read(client, "/findings")
    assert words(part(page, ".tabs [aria-current]")).startswith("Chắc là sai")
    assert "2020 − 1990 = 30" in words(part(page, "main"))


def test_what_holds_is_shown_apart(client: FlaskClient) -> None:
    assert "21 + 17 + 69 = 107" in words(part(read(client, "/findings?verdict=holds"), "main"))


def test_every_place_of_a_finding_is_a_link_to_its_line(client: FlaskClient) -> None:
    page = read(client, "/findings?kind=anniversary")
    opened = read(client, address(page, ".finding blockquote a"))
    assert "120 năm Ngày thành lập tỉnh Bắc Kạn" in words(part(opened, "mark"))


def test_lists_without_rows_say_so(client: FlaskClient) -> None:
    assert "Không thấy dẫn chiếu nào" in words(part(read(client, "/references?q=bánh+xèo"), "main"))
    assert "Không có chỗ nào" in words(part(read(client, "/findings?q=bánh+xèo"), "main"))


def test_the_twins_have_the_shapes_of_the_commands(client: FlaskClient) -> None:
    told = client.get("/api/v1/references?kind=anniversary&limit=1").json
    found = client.get("/api/v1/findings?verdict=error&category=anniversary").json
    assert told is not None
    assert found is not None
    assert told["references"][0]["kind"] == "anniversary"
    assert found["findings"][0]["evidence"][0]["lines"] == [211, 213]


def test_a_value_that_is_none_is_told(client: FlaskClient) -> None:
    for url in ("/api/v1/references?kind=x", "/references?kind=x", "/api/v1/findings?verdict=x", "/findings?verdict=x"):
        assert client.get(url).status_code == 400


def test_a_finding_is_accepted_by_a_button_and_listed_again_by_another(client: FlaskClient) -> None:
    page = read(client, "/findings?kind=anniversary")
    id = str(part(page, 'button[name="accept"]')["value"])
    posted = client.post("/findings?kind=anniversary", data={"accept": id, "note": "đã hỏi"})
    assert (posted.status_code, posted.headers["Location"]) == (303, "/findings?kind=anniversary")
    assert "Không có chỗ nào" in words(part(read(client, "/findings?kind=anniversary"), "main"))
    assert "đã hỏi" in words(part(read(client, "/findings?verdict=accepted"), "main"))
    assert client.post("/findings", data={"withdraw": id}).status_code == 303
    assert "2020 − 1990 = 30" in words(part(read(client, "/findings"), "main"))


def test_another_site_cannot_press_the_button(client: FlaskClient) -> None:
    posted = client.post("/findings", data={"accept": "0000000000"}, headers={"Origin": "https://a.example"})
    assert posted.status_code == 421
