"""Web pages: the document and not the site around it, one line a paragraph.

What is content is told by structure and by how much of it is links; no site is known by name. Tables that only set
text side by side (letterheads, signatures) are read cell by cell, tables of values row by row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from kb.errors import EmptySource
from kb.model import RawText
from kb.source.kinds import has_letters

WORD = re.compile(r"\w+")

BLOCKS = frozenset(
    WORD.findall(
        "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 "
        "h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul"
    )
)
NOT_TEXT = frozenset(
    WORD.findall(
        "script style noscript template svg math iframe object embed canvas audio video map head title button "
        "select option input textarea progress nav footer aside dialog menu"
    )
)
NOT_TEXT_ROLES = frozenset(
    WORD.findall(
        "navigation banner contentinfo search menu menubar menuitem tab tablist toolbar dialog alertdialog tooltip "
        "button status"
    )
)
DECLARATION = re.compile(r"\s*<\?xml[^>]*>")  # XHTML is read as HTML, as browsers do
INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
SPACE = re.compile(r"[ \t\n\r\f]+")  # not the no-break space: it is a letter of the text, and the repair's business

LONG = 80  # code points: a paragraph rather than a label, a menu line or a caption
LINKED = 0.5  # the share of links from which a paragraph counts as a menu
OUTSIDE = (0.05, 600)  # of the long paragraphs, how much may stay outside the content: a share, and code points
NO_PROSE = "no-prose"
MENU = 3  # so many linked lines one after the other are a menu, fewer may be a reference


@dataclass(slots=True)
class Line:
    """One line to be: its text, how much of it is links, and the element it stands in."""

    text: str
    linked: int
    owner: Tag


def read_page(html: str, path: Path) -> RawText:
    """The document on a page; EmptySource (of `path`) when there is none.

    The title is the page's one <h1>, else what the page is called. Lines are paragraphs, rows and items; list markers
    that a browser would print are printed.
    """
    page = BeautifulSoup(DECLARATION.sub("", html, count=1), "lxml")
    body = page.body or page
    lines = _Lines().read(body)
    title = _title(page)
    content = _content(body, lines)
    kept = [line for line in lines if content is body or content in line.owner.parents or line.owner is content]
    texts = _once([line.text for line in _without_menus(kept) if has_letters(line.text)], title)
    if not texts:
        raise EmptySource(path=path)
    prose = any(len(text) >= LONG for text in texts if text != title)
    return RawText("\n".join(texts) + "\n", wrapped=False, title=title, warnings=() if prose else (NO_PROSE,))


@dataclass(slots=True)
class _Lines:
    """The lines of an element, made while walking through it."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    begins: str = ""

    def read(self, element: Tag) -> list[Line]:
        self._walk(element, in_link=False)
        self._end(element)
        return self.lines

    def _walk(self, element: Tag, in_link: bool) -> None:
        for child in element.children:
            if isinstance(child, Tag):
                if _is_text(child):
                    self._tag(child, in_link or (child.name == "a" and child.has_attr("href")))
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                self._add(str(child), element, in_link)

    def _tag(self, tag: Tag, in_link: bool) -> None:
        if tag.name == "br":
            self._end(tag.parent or tag)
        elif tag.name == "table" and not _sets_text_only(tag):
            self._end(tag)
            self._rows(tag)
        elif tag.name in BLOCKS:
            self._end(tag.parent or tag)
            self.begins = _marker(tag) if tag.name == "li" else self.begins
            self._walk(tag, in_link)
            self._end(tag)
        else:
            if _is_set_apart(tag, self.pieces):
                self.pieces.append(" ")
            self._walk(tag, in_link)

    def _add(self, text: str, owner: Tag, in_link: bool) -> None:
        if _keeps_space(owner):
            *whole, text = text.split("\n")
            for line in whole:
                self.pieces.append(line)
                self._end(owner)
        self.pieces.append(text)
        self.linked += len(text.strip()) if in_link else 0

    def _end(self, owner: Tag) -> None:
        text = "".join(self.pieces)
        text = text.rstrip() if _keeps_space(owner) else SPACE.sub(" ", text).strip(" ")
        if text.strip():
            begins = "" if text.startswith(self.begins.strip() or "\0") else self.begins
            self.lines.append(Line(begins + text, self.linked, owner))
            self.begins = ""
        self.pieces, self.linked = [], 0

    def _rows(self, table: Tag) -> None:
        for row in table.find_all("tr"):
            cells = [_Lines().read(cell) for cell in row.find_all(["td", "th"], recursive=False) if _is_text(cell)]
            texts = [" ".join(line.text for line in cell) for cell in cells]
            if any(texts):
                linked = sum(line.linked for cell in cells for line in cell)
                self.lines.append(Line(" | ".join(texts).strip(" |"), linked, row))


def _keeps_space(owner: Tag) -> bool:
    return owner.name == "pre" or owner.find_parent("pre") is not None


def _is_text(tag: Tag) -> bool:
    return not (
        tag.name in NOT_TEXT
        or tag.get("role") in NOT_TEXT_ROLES
        or tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or INVISIBLE.search(str(tag.get("style", "")))
    )


def _sets_text_only(table: Tag) -> bool:
    """Whether a table is there for the layout: it holds another one, or two columns without heads or lines that are
    few rows, or hold more than one line a cell."""
    if table.find("table"):
        return True
    rows = table.find_all("tr")
    cells = [row.find_all(["td", "th"], recursive=False) for row in rows]
    if table.find("th") or table.get("border", "0") not in ("0", "") or max(map(len, cells), default=0) > 2:
        return False
    return len(rows) <= 4 or any(len(cell.find_all(["p", "br", "div", "li"])) > 1 for row in cells for cell in row)


def _marker(item: Tag) -> str:
    """What a browser prints before a list item: "- ", or its number in the list's kind of numbers."""
    parent = item.parent
    if parent is None or parent.name != "ol":
        return "- "
    number = _number(parent.get("start"), 1) + sum(1 for _ in item.find_previous_siblings("li"))
    number = _number(item.get("value"), number)
    kind = str(parent.get("type", "1"))
    if kind in ("a", "A") and 1 <= number <= 26:
        return f"{chr(ord(kind) + number - 1)}) "
    if kind in ("i", "I") and 1 <= number < 40:
        roman = "X" * (number // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]
        return f"{roman if kind == 'I' else roman.lower()}. "
    return f"{number}. "


def _number(said: object, otherwise: int) -> int:
    return int(said) if isinstance(said, str) and re.fullmatch(r"-?\d{1,6}", said) else otherwise


def _is_set_apart(tag: Tag, pieces: list[str]) -> bool:
    """Whether an inline element right after another begins a new word: "Số hiệu" and "04/VBHN" in two spans side by
    side, which only the page's style sets apart. Word cuts words into spans too, but never before a capital or digit.
    """
    before = tag.previous_sibling
    if not isinstance(before, Tag) or before.name in BLOCKS or "su" in (before.name[:2], tag.name[:2]):
        return False
    last, next_word = "".join(pieces)[-1:], tag.get_text()
    if last == ":" or next_word == "--":  # "--" is how sites say that there is no value
        return True
    return last.islower() and (next_word[:1].isupper() or next_word[:1].isdigit())


def _title(page: BeautifulSoup) -> str | None:
    heads = {text for head in page.find_all("h1") if (text := _plain(head.get_text(" ")))}
    if len(heads) == 1:
        return heads.pop()
    named = page.find("meta", property="og:title")
    if isinstance(named, Tag) and (text := _plain(str(named.get("content", "")))):
        return text
    return _plain(page.title.get_text()).split(" | ")[0] or None if page.title else None


def _plain(text: str) -> str:
    return " ".join(text.split())


def _content(body: Tag, lines: list[Line]) -> Tag:
    """The smallest element that holds the long paragraphs, but for what a site may have around a document."""
    long = [line for line in lines if len(line.text) >= LONG and line.linked < LINKED * len(line.text)]
    weights: dict[int, int] = {}
    for line in long or lines:
        for element in (line.owner, *line.owner.parents):
            weights[id(element)] = weights.get(id(element), 0) + len(line.text)
    whole = weights.get(id(body), 0)
    enough = whole - min(OUTSIDE[0] * whole, OUTSIDE[1])
    content = body
    while inner := next((c for c in content.children if isinstance(c, Tag) and weights.get(id(c), 0) >= enough), None):
        if inner.name in ("p", "tr", "li", "td", "h1", "h2", "h3"):
            break
        content = inner
    return content


def _without_menus(lines: list[Line]) -> Iterator[Line]:
    """The lines without runs of `MENU` or more that are nothing but links."""
    run: list[Line] = []
    for line in lines:
        if line.linked > 0.8 * len(line.text):
            run.append(line)
            continue
        if len(run) < MENU:
            yield from run
        run = []
        yield line
    if len(run) < MENU:
        yield from run


def _once(texts: list[str], title: str | None) -> list[str]:
    """A page shows its title in several places; a document says it once."""
    first = texts.index(title) if title in texts else -1
    return [text for place, text in enumerate(texts) if text != title or place == first]
