"""In the hall: a code from the terminal opens the pages for reading; without it the door stays shut."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from kb.home import Home
from kb_web import create_app
from kb_web.sharing import MOST_WRONG, WAIT, Share
from tests.web.reading import part, read, words

CODE = "204860"


class Clock:
    """Seconds that stand still until somebody moves them."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guest(home: Home, clock: Clock) -> FlaskClient:
    """A reader on another machine."""
    client = create_app(home, share=Share(CODE, "token", clock)).test_client()
    client.environ_base["REMOTE_ADDR"] = "192.168.1.20"
    return client


def test_a_reader_without_the_code_is_asked_for_it(guest: FlaskClient) -> None:
    page = read(guest, "/search?q=thi+đua", 403)
    assert page.select_one("#kb-code") is not None
    assert page.select_one(".hit") is None
    assert part(page, "input[name=q]")["value"] == "thi đua"


def test_the_code_opens_the_page_that_was_asked_for_and_leaves_its_address(guest: FlaskClient) -> None:
    response = guest.get(f"/search?q=thi+đua&code={CODE[:3]}+{CODE[3:]}")
    assert (response.status_code, response.location) == (303, "/search?q=thi+%C4%91ua")
    assert read(guest, response.location).select(".hit")


@pytest.mark.parametrize("address", ["/?code=000000", "/?code=ab", "/?code=٢٠٤٨٦٠"])
def test_a_wrong_code_is_told(guest: FlaskClient, address: str) -> None:
    assert "không đúng" in words(part(read(guest, address, 403), "#kb-wrong"))


def test_after_some_wrong_codes_the_right_one_has_to_wait_too(guest: FlaskClient, clock: Clock) -> None:
    for _ in range(MOST_WRONG):
        assert guest.get("/?code=000000").status_code == 403
    assert guest.get(f"/?code={CODE}").status_code == 429
    clock.seconds += WAIT + 1
    assert guest.get(f"/?code={CODE}").status_code == 303


def test_one_readers_wrong_codes_do_not_hold_up_another(guest: FlaskClient) -> None:
    for _ in range(MOST_WRONG):
        guest.get("/?code=000000")
    other = {"REMOTE_ADDR": "192.168.1.21"}
    assert guest.get(f"/?code={CODE}", environ_overrides=other).status_code == 303


def test_this_machine_needs_no_code(guest: FlaskClient) -> None:
    assert guest.get("/", environ_overrides={"REMOTE_ADDR": "127.0.0.1"}).status_code == 200


def test_a_guest_only_reads(guest: FlaskClient) -> None:
    guest.get(f"/?code={CODE}")
    assert guest.post("/search").status_code == 403
    assert guest.get("/about").status_code == 200


def test_programs_are_told_in_the_one_error_shape(guest: FlaskClient) -> None:
    response = guest.get("/api/v1/documents")
    assert (response.status_code, response.get_json()["error"]["code"]) == (403, "code-needed")


def test_a_cookie_of_another_server_opens_nothing(guest: FlaskClient) -> None:
    guest.set_cookie("kb-share", "tôken")
    assert guest.get("/").status_code == 403


def test_each_server_has_its_own_code() -> None:
    shares = [Share.new() for _ in range(20)]
    assert all(re.fullmatch(r"\d{6}", share.code) for share in shares)
    assert len({share.token for share in shares}) == 20
