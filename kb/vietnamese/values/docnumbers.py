"""Numbers of documents of the State and the Party: "258/QĐ-TTg", "05-CT/TW", "30/2020/NĐ-CP", "Quyết định 258".

Owns how they are written and which terms they have. Kinds of documents and their letters are `doctypes`; a document's
title, issuer in words and day are read from references, not here.
"""

from __future__ import annotations

import re

from kb.vietnamese.letters import fold
from kb.vietnamese.syllables import folded_key
from kb.vietnamese.values import doctypes
from kb.vietnamese.values.counting import before_counted
from kb.vietnamese.values.form import DASH, GAP, SPACE, START, Form, compiled, span, unique
from kb.vietnamese.values.value import DocNumber, Value

NUMBER = r"0*(?P<number>\d{1,5}[a-z]?)"
YEAR = r"(?P<year>19\d\d|20\d\d)"
LETTERS = r"[a-z\u0111\u01b0&]{1,10}\d{0,2}"  # đ and ư beside a to z
MARK = rf"(?:{GAP}(?:/|{DASH})|{GAP}(?:/|{DASH}){GAP}(?=(?-i:[A-Z\u0110]{{2}})))"
"""What stands between the parts; a space behind it only before capitals: "258/QĐ - TTg", but "258/QĐ - Quy định"."""


NAMES = "|".join(sorted((kind.name for kind in doctypes.TYPES), key=len, reverse=True))
SHORT = "|".join(sorted(doctypes.SHORT, key=len, reverse=True))
ISSUERS = "|".join(sorted(doctypes.ISSUERS, key=len, reverse=True))

OPENS = " ".join(dict.fromkeys((*(kind.name.split()[0] for kind in doctypes.TYPES), *doctypes.SHORT)))

NAME_BEFORE = rf"(?<!\w)(?P<name>{NAMES}|{SHORT})(?:{SPACE}số)?:?{GAP}\Z"
FAR = 40  # code points in which a kind's name stands before its number
PARLIAMENT = re.compile(r"(?:ubtv)?qh\d{1,2}")

YEAR_BEHIND = r"(?:,? của [^\W\d_]+)?,?[ \u00a0]năm[ \u00a0](?P<year>(?:19|20)\d\d)(?![\d/])(?! ?[-–—] ?\d)"


def _whole(match: re.Match[str]) -> Value | None:
    """A number with its letters: of a kind, an issuer, or both."""
    letters = match["letters"]
    first, *rest = (fold(part.strip()) for part in re.split(r"[-–—/]", letters))
    kind = doctypes.codes().get(first)
    if kind is None and not letters[0].isupper():
        return None  # "5-học": a number of a kind that is known may be typed in small letters, no other
    if not rest:
        return _without_issuer(match, first, kind)
    if kind is None:
        if not _is_capital(match["letters"]):
            return None
        # "1234/UBND-VX": a dispatch has the letters of its issuer and of the office that wrote it, none of a kind
        is_dispatch = first in doctypes.issuers()
        kind, rest = ("cv", [first, *rest]) if is_dispatch else (first, rest)
    return _numbered(match, kind, "-".join(rest))


def _without_issuer(match: re.Match[str], letters: str, kind: str | None) -> Value | None:
    """ "59/2020/QH14", "80/CP", "195-SL"; not "3/G"."""
    if PARLIAMENT.fullmatch(letters) or letters in map(fold, doctypes.ALONE):
        return _numbered(match, "", letters)
    return _numbered(match, kind, "") if kind and len(letters) > 1 else None


def _numbered(match: re.Match[str], kind: str, issuer: str) -> Value:
    year = int(match["year"]) if match["year"] else None
    number = DocNumber(match["number"].lower(), year, kind, issuer)
    named = _kind_before(match.string, match.start())
    kinds = [one for one in unique(kind, named or "") if one]
    terms = (
        number.key,
        *((DocNumber(number.number, None, kind, issuer).key,) if year else ()),
        *_kind_terms(number.number, year, kinds),
        f"dn:{number.number}",
    )
    return _value(match, unique(*terms), number)


def _kind_terms(number: str, year: int | None, kinds: list[str]) -> list[str]:
    dated = [f"dt:{number}|{year}|{kind}" for kind in kinds] if year else []
    return dated + [f"dt:{number}|{kind}" for kind in kinds]


def _kind_before(text: str, at: int) -> str | None:
    """The code of the kind that is named before a number: "Luật số 59/2020/QH14", "Quy định số 102-QĐ/TW"."""
    found = compiled(NAME_BEFORE).search(text[max(0, at - FAR) : at])
    return _code(found["name"]) if found else None


def _short(match: re.Match[str]) -> Value | None:
    """A kind and a number, without the issuer's letters."""
    kind = _code(match["name"])
    year = match["year"]
    if kind == "da" and match["name"] == "đa":
        return None  # "ra đa 291": the one of the letters that is a word
    if not match["cue"] and not year:
        if re.fullmatch(r"(?:19|20)\d\d", match["number"]):
            return None  # "Kế hoạch 2020"
        behind = compiled(YEAR_BEHIND).match(match.string, match.end())
        if behind and kind not in doctypes.PLANS:
            year = behind["year"]
        elif before_counted(match.string, match.end()):
            return None  # "quyết định 5 nội dung", "Kế hoạch 5 năm 2016 - 2020"
    number = DocNumber(match["number"].lower(), int(year) if year else None, kind, "")
    # The Party's "Quy định số 102-QĐ/TW" may be meant, which has the letters of a "quyết định".
    kinds = ["qdi", "qd"] if kind == "qdi" else [kind] if kind else []
    terms = (*_kind_terms(number.number, number.year, kinds), f"dn:{number.number}")
    return _value(match, terms, number)


def _spaced(match: re.Match[str]) -> Value:
    issuer = match["issuer"]
    number = DocNumber(match["number"].lower(), None, _code(match["name"]), fold(issuer) if issuer else "")
    whole = (number.key,) if issuer else ()
    terms = (*whole, *_kind_terms(number.number, None, [number.kind]), f"dn:{number.number}")
    return _value(match, terms, number)


def _value(match: re.Match[str], terms: tuple[str, ...], number: DocNumber) -> Value:
    """The value; its normal form is what its first term says: "258|qd|ttg"."""
    return Value(span(match), "docnumber", terms[0].partition(":")[2], terms, number)


def _code(name: str) -> str:
    """The code of a kind by its name or letters."""
    named = doctypes.named().get(" ".join(map(folded_key, name.split())))
    return doctypes.codes()[fold(name)] if named is None else named


def _is_capital(letters: str) -> bool:
    return letters == letters.upper() or sum(map(str.isupper, letters)) * 2 > sum(map(str.isalpha, letters))


FORMS = (
    Form(
        "a document's number",
        "0",
        rf"(?<![\w/.,–-])(?<!\d:){NUMBER}(?:{GAP}/{GAP}{YEAR})?{MARK}"
        rf"(?P<letters>{LETTERS}(?:{MARK}{LETTERS}(?:[/–-]{LETTERS}){{0,3}})?)(?!\w)",
        _whole,
        takes="Quyết định số 258/QĐ-TTg",
        leaves="3/G, 24/24h, 5-học, QCVN 01:2025/BTNMT",
    ),
    Form(
        "kind and number",
        OPENS,
        rf"(?<!\w)(?P<name>(?:{NAMES})(?={SPACE})|{SHORT})[ \u00a0\n]{{0,3}}(?P<cue>số:?{GAP})?{NUMBER}"
        rf"(?:/{YEAR})?(?!\w)(?![.,/:]\d|{GAP}%)(?!{GAP}(?:/|{DASH}){GAP}\w)",
        _short,
        takes="nghị quyết 57",
        leaves="Kế hoạch 5 năm 2016 - 2020",
    ),
    Form(
        "a number with spaces",
        "0",
        rf"{START}{NUMBER}{SPACE}(?P<name>{SHORT}){SPACE}(?P<issuer>{ISSUERS})(?!\w)",
        _spaced,
        takes="05 ct tw",
        leaves="05 ct",
    ),
)
