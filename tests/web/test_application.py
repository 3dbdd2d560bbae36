"""What holds for every page: it answers, its links lead somewhere, nothing in it can run, and doors stay closed."""

from __future__ import annotations

import gzip
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from kb.home import Home
from kb.ingest import index
from kb_web import create_app
from tests.web.reading import DOCUMENT, PAGES, links, part, read, words

MOST_PAGES = 80
STATIC = 'link[href^="/static/"], script[src]'


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_vietnamese_with_one_title_and_one_main_part(client: FlaskClient, address: str) -> None:
    page = client.get(address).text
    assert page.startswith('<!doctype html>\n<html lang="vi">')
    assert (page.count("<h1"), page.count("<main"), page.count("<title>")) == (1, 1, 1)


@pytest.mark.parametrize("address", PAGES)
def test_nothing_in_a_page_needs_what_its_policy_forbids(client: FlaskClient, address: str) -> None:
    page = client.get(address).text
    assert (
        re.findall(r"<script(?![^>]*\bsrc=\"/static/)|<style|\sstyle=|\son[a-z]+=|(?:href|src|action)=\"https?:", page)
        == []
    )


@pytest.mark.parametrize("address", PAGES)
def test_titles_go_down_one_step_at_a_time(client: FlaskClient, address: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", client.get(address).text)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_leads_to_a_page_with_its_fragment(client: FlaskClient) -> None:
    waiting = ["/"]
    seen: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str]] = []
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.pop(0)
        if address in seen:
            continue
        response = client.get(address, follow_redirects=True, buffered=True)
        assert response.status_code == 200, address
        if response.mimetype != "text/html":
            seen[address] = set()
            continue
        page = read(client, response.request.full_path.rstrip("?"))
        seen[address] = {str(tag["id"]) for tag in page.select("[id]")}
        for link in links(page):
            target, _, fragment = link.partition("#")
            target = address if not target else link_from(address, target)
            if "lang=" not in target:
                waiting.append(target)
            if fragment:
                wanted.append((address, target, fragment))
    assert [one for one in wanted if one[1] in seen and one[2] not in seen[one[1]]] == []


def link_from(address: str, link: str) -> str:
    """The address of a link on the page at an address."""
    return address.partition("?")[0] + link if link.startswith("?") else link


def test_a_missing_index_is_a_page_that_says_how_to_make_it(tmp_path: Path) -> None:
    client = create_app(Home(tmp_path)).test_client()
    for address in ("/", "/search?q=thi+đua", DOCUMENT, "/documents", "/about"):
        assert "kb index" in words(read(client, address, 503))


def test_a_new_index_answers_the_next_request(tmp_path: Path) -> None:
    home = Home(tmp_path)
    client = create_app(home).test_client()
    assert client.get("/").status_code == 503
    home.make()
    (home.corpus / "mot.txt").write_text("Kế hoạch trồng rừng ngập mặn.\n", "utf-8")
    index(home)
    assert words(part(read(client, "/search?q=ngập+mặn"), "h1")) == "1 đoạn"
    (home.corpus / "hai.txt").write_text("Báo cáo về rừng ngập mặn.\n", "utf-8")
    index(home)
    assert words(part(read(client, "/search?q=ngập+mặn"), "h1")) == "2 đoạn"
    shutil.rmtree(home.index)
    assert client.get("/").status_code == 503


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost", 200),
        ("[::1]:8000", 200),
        ("192.168.1.7", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example:80", 421),
    ],
)
def test_only_this_computers_names_and_plain_addresses_are_answered(
    client: FlaskClient, host: str, status: int
) -> None:
    assert client.get("/", headers={"Host": host}).status_code == status


@pytest.mark.parametrize("address", [*PAGES, f"{DOCUMENT}/source", "/api/v1/documents"])
def test_every_answer_closes_the_same_doors(client: FlaskClient, address: str) -> None:
    headers = client.get(address, buffered=True).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'self';")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_static_files_are_kept_for_good_under_the_print_of_their_content(client: FlaskClient) -> None:
    for link in read(client, "/").select('link[href^="/static/"], script[src]'):
        response = client.get(str(link.get("href") or link.get("src")))
        assert (response.status_code, response.headers["Cache-Control"]) == (
            200,
            "public, max-age=31536000, immutable",
        )


def test_a_page_that_is_known_is_not_sent_again(client: FlaskClient) -> None:
    etag = client.get("/documents").headers["ETag"]
    assert client.get("/documents", headers={"If-None-Match": etag}).status_code == 304


def test_pages_may_be_kept_by_the_browser_only(client: FlaskClient) -> None:
    assert client.get("/documents").headers["Cache-Control"] == "private, no-cache"


def test_a_packed_page_is_the_page(client: FlaskClient) -> None:
    packed = client.get(DOCUMENT, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == client.get(DOCUMENT).data


def test_what_is_posted_is_refused_in_words(client: FlaskClient) -> None:
    assert client.post("/search").status_code == 405


SMALL = [one for one in PAGES if "all=1" not in one and not one.startswith(f"{DOCUMENT}?view")]


@pytest.mark.parametrize("address", SMALL)
def test_every_page_but_a_whole_document_is_small(client: FlaskClient, address: str) -> None:
    page = client.get(address, headers={"Accept-Encoding": "gzip"})
    files = [str(link.get("href") or link.get("src")) for link in read(client, "/").select(STATIC)]
    sent = [client.get(file, headers={"Accept-Encoding": "gzip"}) for file in files]
    assert sum(len(response.data) for response in (page, *sent)) < 60_000


def test_a_browser_can_add_the_search_to_its_own_box(client: FlaskClient) -> None:
    response = client.get(str(part(read(client, "/"), "link[rel=search]")["href"]))
    assert response.mimetype == "application/opensearchdescription+xml"
    assert 'template="http://localhost/search?q={searchTerms}"' in response.text
