"""Every address of the product, once: pages, their JSON twins, fragments; and the print that lets a cited address last.

Ids stand in addresses as they are printed ("II.2.1.*1"), so `*`, `+` and `~` are not escaped. Parameters stand in one
order and defaults are left out: the same page has one address.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import quote, urlencode

from kb.analysis import Token, analyze
from kb.model import DocumentId, Section, SectionId

PARAMETERS = (
    "q",
    "has",
    "speaker",
    "part",
    "kind",
    "issuer",
    "section_kind",
    "document",
    "year",
    "sort",
    "syn",
    "page",
    "hit",
    "view",
    "all",
    "unit",
    "value",
    "verdict",
    "cites",
    "period",
    "show",
    "lines",
    "as",
    "v",
)
PRINT_SYLLABLES = 8
PRINT_LENGTH = 6

Value = str | int | Iterable[str] | None


def search_url(**parameters: Value) -> str:
    """The address of an answer; a parameter of None or "" is left out, several values are repeated.

    >>> search_url(q="thi đua", page=None, document=("a", "b"))
    '/search?q=thi+%C4%91ua&document=a&document=b'
    """
    return "/search" + _query(parameters)


def quotes_url(**parameters: Value) -> str:
    """The address of a list of quotations."""
    return "/quotes" + _query(parameters)


def figures_url(**parameters: Value) -> str:
    """The address of a list of figures."""
    return "/figures" + _query(parameters)


def references_url(**parameters: Value) -> str:
    """The address of a list of references."""
    return "/references" + _query(parameters)


def findings_url(**parameters: Value) -> str:
    """The address of a list of findings."""
    return "/findings" + _query(parameters)


def mark_url(document: DocumentId, section: SectionId, mark: str | None, line: int) -> str:
    """The place of something found, marked on its section's page; it begins on this line of the source.

    >>> mark_url(DocumentId("de-cuong"), SectionId("I.2.-1"), "q102-1", 102)
    '/d/de-cuong/s/I.2.-1?show=q102-1#l102'
    """
    return section_url(document, section, show=mark) + line_fragment(line)


def document_url(document: DocumentId, **parameters: Value) -> str:
    """The address of a whole document."""
    return f"/d/{_id(document)}" + _query(parameters)


def section_url(document: DocumentId, section: SectionId, **parameters: Value) -> str:
    """The address of a section, the one that stands in citations.

    >>> section_url(DocumentId("de-cuong"), SectionId("II.2.1.*1"), v="0a1b2c")
    '/d/de-cuong/s/II.2.1.*1?v=0a1b2c'
    """
    return f"/d/{_id(document)}/s/{_id(section)}" + _query(parameters)


def cite_url(
    document: DocumentId, section: SectionId, lines: tuple[int, int] | None = None, **parameters: Value
) -> str:
    """The page with every form of citing a section, or lines of it.

    >>> cite_url(DocumentId("de-cuong"), SectionId("I.2"), (102, 104))
    '/d/de-cuong/s/I.2/cite?lines=102-104'
    """
    named = None if lines is None else f"{lines[0]}-{lines[1]}"
    return f"/d/{_id(document)}/s/{_id(section)}/cite" + _query({**parameters, "lines": named})


def source_url(document: DocumentId) -> str:
    """The file as it was given."""
    return f"/d/{_id(document)}/source"


def api_url(path: str, **parameters: Value) -> str:
    """The JSON twin of a page or command.

    >>> api_url("search", q="thi đua")
    '/api/v1/search?q=thi+%C4%91ua'
    """
    return f"/api/v1/{path}" + _query(parameters)


def line_fragment(number: int) -> str:
    """The anchor of a printed line of the source on a document's page."""
    return f"#l{number}"


def section_fragment(section: SectionId) -> str:
    """The anchor of a section on its document's page."""
    return "#" + _id(section)


def section_print(section: Section, text: str) -> str:
    """Six hex digits that follow a section's words, not its number: the `v` of a citation's address.

    Made of the heading and the first eight syllables of the section's own text as keys, so that a repair of marks or
    another wrap leaves it as it is. `text` is the document's.
    """
    heading = analyze(section.heading.of(text), words=False).syllables
    wanted = len(heading) + PRINT_SYLLABLES
    own: list[Token] = []
    for span in section.own:
        own += _first_tokens(span.of(text), wanted - len(own))
    words = " ".join(token.text for token in (*heading, *own[len(heading) :]))
    return sha256(words.encode()).hexdigest()[:PRINT_LENGTH]


def _first_tokens(text: str, count: int) -> tuple[Token, ...]:
    """The first tokens of a text, of which no more is read than that takes: every hit has a print."""
    size = 16 * (count + 1)
    while True:
        found = analyze(text[:size], words=False).syllables
        if size >= len(text) or len(found) > count:  # the last one may be cut
            return found[:count]
        size *= 2


def _id(value: str) -> str:
    return quote(value, safe="*+~")


def _query(parameters: dict[str, Value]) -> str:
    pairs: list[tuple[str, str]] = []
    for name in sorted(parameters, key=PARAMETERS.index):
        value = parameters[name]
        values = (value,) if isinstance(value, str | int) else tuple(value or ())
        pairs += ((name, str(one)) for one in values if one != "")
    return "?" + urlencode(pairs) if pairs else ""
