"""`/figures` and its twin: a table sorted and narrowed by links, every row leads to its marked number."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.web.reading import address, part, read, words


def test_a_row_shows_number_subject_and_period(client: FlaskClient) -> None:
    row = words(part(read(client, "/figures?q=GRDP&unit=tỷ+đồng"), "tbody tr:has(.value)"))
    assert "13.458 tỷ đồng" in row
    assert "đến năm 2020" in row


def test_a_row_opens_its_marked_number(client: FlaskClient) -> None:
    page = read(client, "/figures?q=GRDP&unit=tỷ+đồng")
    opened = read(client, address(page, "a.value"))
    assert [words(mark) for mark in opened.select("mark")] == ["13.458 tỷ đồng"]


def test_a_part_stands_under_its_whole(client: FlaskClient) -> None:
    page = read(client, "/figures?q=huy+chương")
    assert "Huy chương Vàng" in words(part(page, "tr.tied"))


def test_a_head_sorts_and_sorts_back(client: FlaskClient) -> None:
    page = read(client, "/figures?sort=value")
    assert part(page, "th[aria-sort]")["aria-sort"] == "ascending"
    assert "sort=-value" in address(page, "th[aria-sort] a")


def test_the_table_is_a_file_for_spreadsheets(client: FlaskClient) -> None:
    answer = client.get("/figures?as=csv&unit=%25")
    assert answer.mimetype == "text/csv"
    assert answer.data.startswith(b"\xef\xbb\xbf")


def test_a_list_without_rows_says_so(client: FlaskClient) -> None:
    assert "Không thấy số liệu nào" in words(part(read(client, "/figures?q=bánh+xèo"), "main"))


def test_the_twin_has_the_shape_of_the_command(client: FlaskClient) -> None:
    answer = client.get("/api/v1/figures?q=huy+chương&sort=value&limit=1").json
    assert answer is not None
    assert answer["figures"][0]["printed"] == "17 Huy chương Bạc"
    assert answer["total"] > 1


def test_a_value_that_is_none_is_told(client: FlaskClient) -> None:
    assert client.get("/api/v1/figures?value=x").status_code == 400
    assert client.get("/figures?period=x").status_code == 400
