"""The words of the interface: every one of them is in every catalogue, and a reader's choice of language is kept."""

from __future__ import annotations

from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from flask.testing import FlaskClient

import kb_web
from kb_web.language import LOCALE
from tests.web.reading import part, read, words

FOLDER = Path(kb_web.__file__).parent
Id = str | tuple[str, ...]


def written() -> set[Id]:
    """Every string that the modules and templates show."""
    config = ConfigParser()
    config.read(LOCALE / "babel.cfg", encoding="utf-8")
    methods = [(pattern, method) for method, _, pattern in (name.partition(": ") for name in config.sections())]
    options = {pattern: dict(config[f"{method}: {pattern}"]) for pattern, method in methods}
    found = extract_from_dir(FOLDER, methods, options)
    return {id if isinstance(id, str) else tuple(id) for _, _, id, _, _ in found}


def translated() -> Iterator[Message]:
    with (LOCALE / "en.po").open("rb") as file:
        yield from (message for message in read_po(file, locale="en") if message.id)


def test_the_english_catalogue_has_every_word_and_no_other() -> None:
    assert {id if isinstance(id := message.id, str) else tuple(id) for message in translated()} == written()


def test_every_word_of_the_english_catalogue_is_translated() -> None:
    assert [message.id for message in translated() if not message.string or not all(message.string)] == []


def test_no_translation_loses_a_value() -> None:
    assert [error for message in translated() for error in message.check()] == []


def test_a_language_is_chosen_once_and_addresses_stay_neutral(client: FlaskClient) -> None:
    chosen = client.get("/search?q=thi+đua&lang=en")
    assert (chosen.status_code, chosen.location) == (303, "/search?q=thi+%C4%91ua")
    page = read(client, "/about")
    assert (part(page, "html")["lang"], words(part(page, "h1"))) == ("en", "About")


def test_a_language_that_is_not_spoken_changes_nothing(client: FlaskClient) -> None:
    assert part(read(client, "/about?lang=fr"), "html")["lang"] == "vi"


def test_an_address_that_begins_with_two_slashes_leads_nowhere_else(client: FlaskClient) -> None:
    response = client.get("//evil.example/?lang=en")
    assert not response.headers.get("Location", "/").startswith("//")


def test_errors_are_told_in_the_chosen_language(client: FlaskClient) -> None:
    client.get("/?lang=en")
    assert words(part(read(client, "/khong-co", 404), "h1")) == "No such page"
