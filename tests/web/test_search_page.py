"""`/search`: what was found, where, how the question was read, and every way on."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from tests.web.reading import address, part, read, words


def test_an_unmarked_question_finds_the_marked_words_and_marks_them(client: FlaskClient) -> None:
    page = read(client, "/search?q=luong+y+nhu+tu+mau")
    assert words(part(page, ".hit mark")) == "Lương y như từ mẫu"


def test_the_first_hit_leads_to_its_section_and_line(client: FlaskClient) -> None:
    page = read(client, "/search?q=luong+y+nhu+tu+mau")
    url = address(page, ".hit h3 a")
    page_url, _, line = url.partition("#")
    assert read(client, page_url).find(id=line) is not None


def test_a_hit_says_page_and_lines_in_its_margin_and_in_its_citation(client: FlaskClient) -> None:
    hit = part(read(client, "/search?q=luong+y+nhu+tu+mau"), ".hit")
    margin = words(part(hit, ".at"))
    assert margin.startswith("tr. ")
    assert margin.replace("dòng", ", dòng").replace(" ,", ",") in str(part(hit, "[data-copy]")["data-copy"])


def test_a_question_without_an_answer_says_so_before_anything_else(client: FlaskClient) -> None:
    page = read(client, "/search?q=" + quote("bánh xèo miền tây"))
    assert words(part(page, "h1")) == "Không thấy"


def test_near_passages_stand_in_a_frame_that_says_they_are_no_answer(client: FlaskClient) -> None:
    page = read(client, "/search?q=" + quote("đại hội thi đua yêu nước tỉnh Thái Nguyên"))
    assert "không phải câu trả lời" in words(part(page, ".near h2"))
    assert [hit for hit in page.select(".hit") if not hit.find_parent(class_="near")] == []


def test_words_that_stand_nowhere_can_be_dropped(client: FlaskClient) -> None:
    page = read(client, "/search?q=" + quote("đại hội thi đua yêu nước tỉnh Thái Nguyên"))
    shorter = address(page, ".mean a")
    assert words(part(page, ".mean a")) == "bỏ “Thái Nguyên”"
    assert words(part(read(client, shorter), "h1")) != "Không thấy"


def test_each_chip_asks_without_its_words(client: FlaskClient) -> None:
    page = read(client, "/search?q=" + quote('thi đua "yêu nước" -doanh'))
    names = [words(chip) for chip in page.select(".read .chip")]
    urls = [str(chip.get("href")) for chip in page.select(".read .chip")]
    assert names == ["thi đua", "“yêu nước”", "không có: doanh"]
    assert urls[0] == "/search?q=" + "%22y%C3%AAu+n%C6%B0%E1%BB%9Bc%22+-doanh"


def test_pages_of_an_answer_join(client: FlaskClient) -> None:
    first = read(client, "/search?q=thi+đua")
    second = read(client, address(first, ".pager [rel=next]"))
    ids = [str(hit["id"]) for page in (first, second) for hit in page.select(".hit")]
    assert sorted(ids, key=lambda id: int(id[1:])) == [f"h{rank}" for rank in range(1, len(ids) + 1)]


def test_a_filter_can_be_set_and_taken_back(client: FlaskClient) -> None:
    page = read(client, "/search?q=thi+đua")
    chosen = read(client, address(page, ".facets a"))
    assert address(chosen, ".facets [aria-current]") == "/search?q=thi+%C4%91ua"


def test_a_filter_that_is_set_is_a_chip_that_takes_it_back(client: FlaskClient) -> None:
    page = read(client, "/search?q=thi+đua&year=2020&document=khong-co")
    chips = {words(chip): chip.get("href") for chip in page.select(".read .chip")}
    assert chips["Năm: 2020"] == "/search?q=thi+%C4%91ua&document=khong-co"
    assert "Văn bản: khong-co" in chips


def test_no_question_leads_to_the_start(client: FlaskClient) -> None:
    response = client.get("/search?q=++")
    assert (response.status_code, response.location) == (303, "/")


@pytest.mark.parametrize(
    "question",
    [
        "<script>alert(1)</script>",
        "\"'><img src=x onerror=alert(1)>",
        "thi\x00đua",
        "\u202eauđ iht",
        "thi đua " * 1250,
        "((((",
        "AND OR NOT",
        "*",
        "-",
        "%",
        "{{ 7 * 7 }}",
        "🇻🇳 \ud7ff",
        "document:",
        '"',
    ],
)
def test_whatever_is_typed_gives_a_page_in_which_it_is_only_words(client: FlaskClient, question: str) -> None:
    page = read(client, "/search?q=" + quote(question))
    assert page.h1 is not None
    assert [tag for tag in page.find_all(["script", "img"]) if not str(tag.get("src", "")).startswith("/static/")] == []
    assert "\x00" not in page.get_text()
    assert "\u202e" not in page.get_text()
    assert " 49 " not in words(part(page, "h1"))


@pytest.mark.parametrize("wrong", ["page=0", "page=hai", "year=hai+nghìn", "sort=giá", "page=99999999999999999999"])
def test_a_wrong_value_is_named_and_the_question_can_be_asked_without_it(client: FlaskClient, wrong: str) -> None:
    page = read(client, f"/search?q=thi+đua&{wrong}", 400)
    assert wrong.partition("=")[0] + "=" in words(part(page, "main"))
    assert "/search?q=thi+%C4%91ua" in [str(link["href"]) for link in page.select("main a")]


def test_unknown_parameters_do_not_matter(client: FlaskClient) -> None:
    assert read(client, "/search?q=thi+đua&utm=x").h1 == read(client, "/search?q=thi+đua").h1


def test_what_an_abbreviation_is_also_looked_for_as_is_a_chip_that_drops_it(client: FlaskClient) -> None:
    page = read(client, "/search?q=HTX")
    chips = {words(chip): str(chip.get("href")) for chip in page.select(".read .chip")}
    assert chips["gần nghĩa: hợp tác xã"] == "/search?q=HTX&syn=HTX"
    without = read(client, chips["gần nghĩa: hợp tác xã"])
    assert words(part(without, "h1")) == "Không thấy"
    back = {words(chip): str(chip.get("href")) for chip in without.select(".read .chip")}
    assert back["chỉ đúng chữ: HTX"] == "/search?q=HTX"


def test_passages_are_counted_by_the_kind_of_their_section(client: FlaskClient) -> None:
    page = read(client, "/search?q=thi+đua")
    facets = {words(head): head.find_next("ul") for head in page.select(".facets h2")}
    assert "Loại mục" in facets


def test_a_filter_by_issuer_narrows(client: FlaskClient) -> None:
    assert words(part(read(client, "/search?q=thi+đua&issuer=khong-co"), "h1")) == "Không thấy"
    found = read(client, "/search?q=thi+đua&issuer=" + quote("Ban Tuyên giáo Tỉnh ủy Bắc Kạn"))
    assert words(part(found, "h1")) != "Không thấy"


def test_a_figure_that_one_place_has_stands_above_the_hits(client: FlaskClient) -> None:
    box = part(read(client, "/search?q=" + quote("GRDP bình quân đầu người năm 2020 là bao nhiêu")), ".answer")
    assert words(part(box, "blockquote")) == "40 triệu đồng/người"
    assert read(client, address(box, "p a").partition("#")[0]).select("mark")


def test_a_quotation_that_one_place_has_stands_above_the_hits_with_its_speaker(client: FlaskClient) -> None:
    box = part(read(client, "/search?q=" + quote("thi dua chu khong phai ganh dua")), ".answer")
    assert words(part(box, "blockquote")) == "“thi đua chứ không phải ganh đua”"
    assert "Hồ Chí Minh" in words(box)


@pytest.mark.parametrize("question", ["thi đua", "hộ nghèo", "thi đua -doanh", "GRDP năm 2015", "mức độ 3", "?"])
def test_what_several_places_or_none_have_is_no_exact_answer(client: FlaskClient, question: str) -> None:
    page = client.get("/search?q=" + quote(question), follow_redirects=True)
    assert 'class="answer"' not in page.text


def test_a_passage_with_a_quotation_or_a_figure_says_so(client: FlaskClient) -> None:
    page = read(client, "/search?q=" + quote("thi đua chứ không phải ganh đua"))
    assert "trích dẫn" in [words(tag) for tag in page.select(".hit .tag")]
    page = read(client, "/search?q=" + quote("tốc độ tăng trưởng kinh tế"))
    assert "số liệu" in [words(tag) for tag in page.select(".hit .tag")]
