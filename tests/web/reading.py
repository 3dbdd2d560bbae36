"""Pages as a reader's program sees them: fetched, parsed, and followed."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient

DOCUMENT = "/d/de-cuong-bac-kan-2020"
WHOLE = f"{DOCUMENT}?all=1"

PAGES = (
    "/",
    "/search?q=thi+đua+là+yêu+nước",
    "/search?q=luong+y+nhu+tu+mau",
    "/search?q=bánh+xèo+miền+tây",
    "/quotes",
    "/quotes?kind=movement&q=nông+thôn",
    "/figures",
    "/references",
    "/references?kind=anniversary",
    "/findings",
    "/findings?verdict=holds",
    "/figures?q=huy+chương&sort=-value",
    "/documents",
    "/about",
    DOCUMENT,
    f"{DOCUMENT}?q=thi+đua",
    f"{DOCUMENT}?view=changes",
    f"{DOCUMENT}?view=raw",
    WHOLE,
    f"{DOCUMENT}/s/I.2",
    f"{DOCUMENT}/s/I.2/cite",
    f"{DOCUMENT}/s/I.2.-1/cite?lines=102-104",
    f"{DOCUMENT}/s/I.2.-1?q=thi+đua",
    f"{DOCUMENT}/s/II.1?view=changes",
    f"{DOCUMENT}/s/I.2?view=raw&q=thi+đua",
    f"{DOCUMENT}/s/II.9",
    "/search?q=thi+đua&year=hai+nghìn",
    "/khong-co",
)


def read(client: FlaskClient, address: str, status: int = 200) -> BeautifulSoup:
    """The page at an address, which answers with this status."""
    response = client.get(address)
    assert response.status_code == status, (address, response.status)
    return BeautifulSoup(response.text, "lxml")


def part(page: Tag, selector: str) -> Tag:
    """The first part of a page that the selector names; it has to be there."""
    found = page.select_one(selector)
    assert found is not None, selector
    return found


def address(page: Tag, selector: str) -> str:
    """Where the first link that the selector names leads."""
    return str(part(page, selector)["href"])


def words(tag: Tag) -> str:
    """The words of a part of a page, with single spaces."""
    return " ".join(tag.get_text().split())


def links(page: BeautifulSoup, within: str = "body") -> list[str]:
    """The addresses that a part of a page leads to."""
    return [str(link["href"]) for link in page.select(f"{within} a[href]")]
