"""The language a request is answered in, and the words of the interface in it.

Every string is written in Vietnamese where it is used, so Vietnamese needs no catalogue. The others are
locale/<language>.po, compiled in memory when first asked for; locale/README.md says how they are kept complete.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import get_args
from urllib.parse import urlencode

from flask import redirect, request
from werkzeug.wrappers import Response

from kb.errors.words import Language

LOCALE = Path(__file__).parent / "locale"
COOKIE = "kb-language"
SOURCE: Language = "vi"
YEAR = 365 * 24 * 3600  # seconds


def language_named(name: str | None) -> Language | None:
    """The language of this name; None where the interface does not speak it.

    >>> language_named("en"), language_named("fr")
    ('en', None)
    """
    known: tuple[Language, ...] = get_args(Language)
    return next((language for language in known if language == name), None)


def chosen() -> Language:
    """What the reader chose before (a cookie), else what the browser asks for: Vietnamese wherever it is listed."""
    return language_named(request.cookies.get(COOKIE)) or preferred(tuple(request.accept_languages.values()))


def preferred(listed: Sequence[str]) -> Language:
    """The language for a browser that lists these, as "vi-VN" or "en".

    A system bought in English still has a Vietnamese reader, who added Vietnamese somewhere in the list.

    >>> preferred(("en-US", "vi")), preferred(("fr", "en")), preferred(())
    ('vi', 'en', 'vi')
    """
    known = [language for one in listed if (language := language_named(one.partition("-")[0].casefold()))]
    return SOURCE if SOURCE in known or not known else known[0]


def change() -> Response | None:
    """Answer `?lang=en` with a cookie and the same address without it: what is passed on stays neutral."""
    language = language_named(request.args.get("lang"))
    if language is None:
        return None
    arguments = [pair for pair in request.args.items(multi=True) if pair[0] != "lang"]
    query = f"?{urlencode(arguments)}" if arguments else ""
    response = redirect("/" + request.path.lstrip("/") + query, 303)
    response.set_cookie(COOKIE, language, max_age=YEAR, samesite="Lax", httponly=True)
    return response


@cache
def catalogue(language: Language) -> NullTranslations:
    """The translations into a language; the empty ones for the source's own."""
    if language == SOURCE:
        return NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with (LOCALE / f"{language}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def gettext(words: str) -> str:
    """The words in the language of the request."""
    return catalogue(chosen()).gettext(words)


def ngettext(one: str, many: str, count: int) -> str:
    """The words for a count in the language of the request; Vietnamese has one form for all counts."""
    return catalogue(chosen()).ngettext(one, many, count)
