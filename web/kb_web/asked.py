"""What an address asks for: the question and the other parameters, read once for pages and JSON alike.

A parameter that is not known is ignored, one that is empty counts as left out, and one with a wrong value is a
BadRequest that says what is allowed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from werkzeug.datastructures import MultiDict

from kb.errors import BadRequest
from kb.query.read import MOST_CHARACTERS
from kb_web.language import gettext as _

Arguments = MultiDict[str, str]
LINES = re.compile(r"(?P<first>[0-9]{1,9})(?:[-–](?P<last>[0-9]{1,9}))?")
YEAR = re.compile(r"[0-9]{4}(\.\.([0-9]{4})?)?|\.\.[0-9]{4}")


def question(arguments: Arguments) -> str:
    """`q` on one line: control characters are spaces. What no question may be long enough for is cut; that it was too
    long is said by kb.query, so one character more is passed on.

    >>> question(MultiDict({"q": " thi\\x00đua\\n"}))
    'thi đua'
    """
    return _one_line(arguments.get("q", ""))[: MOST_CHARACTERS + 1]


def typed(arguments: Arguments) -> str:
    """`q` while it is being typed: a space at its end says that the last word is finished.

    >>> typed(MultiDict({"q": "thi đua "}))
    'thi đua '
    """
    text = arguments.get("q", "")
    return _one_line(text) + (" " if text[-1:].isspace() else "")


def number(arguments: Arguments, name: str, default: int, *, least: int = 0, most: int = 1_000_000) -> int:
    """A whole number in least..most, both included."""
    value = arguments.get(name, "").strip()
    if not value:
        return default
    if value.isascii() and value.isdigit() and len(value) <= 9 and least <= int(value) <= most:
        return int(value)
    allowed = _("Hãy ghi một số từ {least} đến {most}").format(least=least, most=most)
    raise BadRequest(name=name, value=_shown(value), allowed=allowed)


def lines(arguments: Arguments) -> tuple[int, int] | None:
    """`lines`: the first and last of a run of lines, or a single one; None when nothing is said."""
    value = arguments.get("lines", "").strip()
    if not value:
        return None
    match = LINES.fullmatch(value)
    if match is None:
        raise BadRequest(name="lines", value=_shown(value), allowed=_("Hãy ghi dòng đầu và dòng cuối, ví dụ 102-104"))
    return int(match["first"]), int(match["last"] or match["first"])


def choice(arguments: Arguments, name: str, allowed: Sequence[str]) -> str:
    """One of the allowed values; the first of them when nothing is said."""
    value = arguments.get(name, "").strip()
    if not value:
        return allowed[0]
    if value in allowed:
        return value
    known = ", ".join(one for one in allowed if one)
    raise BadRequest(name=name, value=_shown(value), allowed=_("Hãy ghi một trong: {known}").format(known=known))


def several(arguments: Arguments, name: str) -> tuple[str, ...]:
    """Every value of a parameter that may be repeated, each once."""
    values = (_one_line(value) for value in arguments.getlist(name))
    return tuple(dict.fromkeys(value for value in values if value))


def years(arguments: Arguments) -> tuple[str, ...]:
    """Every `year`: four digits, or a period ("2016..2020")."""
    values = several(arguments, "year")
    for value in values:
        if not YEAR.fullmatch(value):
            raise BadRequest(name="year", value=_shown(value), allowed=_("Năm phải là một số có bốn chữ số"))
    return values


def without(arguments: Arguments, name: str) -> Mapping[str, tuple[str, ...]]:
    """The parameters but one: the same request without what was wrong with it."""
    return {key: tuple(values) for key, values in arguments.lists() if key != name}


def _one_line(text: str) -> str:
    letters = ("" if _is_unseen(letter) else " " if _is_control(letter) else letter for letter in text)
    return " ".join("".join(letters).split())


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")


def _is_unseen(letter: str) -> bool:
    """Marks that turn the direction of a line: what is typed must be shown as it will be read."""
    return "\u202a" <= letter <= "\u202e" or "\u2066" <= letter <= "\u2069"


def _shown(value: str) -> str:
    return _one_line(value)[:60]
