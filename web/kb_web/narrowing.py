"""An answer's address as a value, and every link that changes one thing in it: a word, a filter, the order.

The page is a function of its address, so a chip, a filter and an order are each one `Asked` with one difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from kb.analysis import analyze
from kb.links import search_url
from kb.model import FacetValue, Understood
from kb_web import asked
from kb_web.frame import Link
from kb_web.language import gettext as _

Order = Literal["score", "place"]
ORDERS: tuple[Order, ...] = ("score", "place")
FILTERS = ("document", "kind", "section_kind", "year")
LAST_PAGE = 1000
SEARCHED = ("words", "phrase", "without", "filter")
MOST_CHIPS = 24


@dataclass(frozen=True, slots=True)
class Asked:
    """The question and what narrows, orders and pages its answer. `chosen` holds a field and a value each."""

    question: str
    chosen: tuple[tuple[str, str], ...] = ()
    order: Order = "score"
    page: int = 1

    @classmethod
    def of(cls, arguments: asked.Arguments) -> Asked:
        """What an address asks; BadRequest."""
        asked.years(arguments)
        return cls(
            asked.question(arguments),
            tuple((field, value) for field in FILTERS for value in asked.several(arguments, field)),
            ORDERS[ORDERS.index(asked.choice(arguments, "sort", ORDERS))],
            asked.number(arguments, "page", 1, least=1, most=LAST_PAGE),
        )

    def values(self, field: str) -> tuple[str, ...]:
        """What of a field is chosen."""
        return tuple(value for name, value in self.chosen if name == field)

    def toggled(self, field: str, value: str) -> Asked:
        """The first page with this value chosen, or no longer chosen.

        >>> Asked("thi đua", page=3).toggled("year", "2020")
        Asked(question='thi đua', chosen=(('year', '2020'),), order='score', page=1)
        """
        pair = (field, value)
        rest = tuple(one for one in self.chosen if one != pair)
        return replace(self, chosen=rest if pair in self.chosen else (*rest, pair), page=1)

    def asking(self, question: str) -> Asked:
        """The first page of another question under the same filters."""
        return replace(self, question=question, page=1)

    @property
    def url(self) -> str:
        """The one address of this answer; what is usual is left out."""
        return search_url(
            q=self.question,
            sort=None if self.order == "score" else self.order,
            page=None if self.page == 1 else self.page,
            **{field: self.values(field) for field in FILTERS},
        )


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value that narrows the answer to `count` passages; chosen already, its link takes it back."""

    name: str
    count: int
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A field and its values in the answer."""

    name: str
    values: tuple[FacetLink, ...]


def facets(
    found: Mapping[str, tuple[FacetValue, ...]], wanted: Asked, title_of: Callable[[str], str]
) -> tuple[Facet, ...]:
    """The fields that can narrow the answer: those with more than one value, or with one chosen already."""
    return tuple(
        Facet(name, tuple(links))
        for field, name in _field_names().items()
        if len(links := _facet_links(field, found.get(field, ()), wanted, title_of)) > 1 or wanted.values(field)
    )


def chips(understood: tuple[Understood, ...], wanted: Asked) -> tuple[Link, ...]:
    """The parts of the question as they were read; a part's link asks without it, where something would be left."""
    parts = (piece for part in understood if part.kind in SEARCHED for piece in _pieces(part))
    return tuple(_chip(piece, wanted) for piece in islice(parts, MOST_CHIPS))


def remarks(understood: tuple[Understood, ...]) -> tuple[Understood, ...]:
    """What of the question was read in another way than it was typed, or stands nowhere."""
    return tuple(part for part in understood if part.note and part.kind not in SEARCHED)


def without_part(question: str, words: str) -> str:
    """The question without these words and what made them special; "" where nothing is left or they are not there.

    >>> without_part('thi đua "yêu nước" -doanh', "yêu nước"), without_part("thi đua", "luật")
    ('thi đua -doanh', '')
    """
    special = re.compile(rf'(?<!\w)(?:-|NOT\s+)?["“]?{re.escape(words)}["”]?\*?(?!\w)', re.IGNORECASE)
    rest, found = special.subn(" ", question, count=1)
    return " ".join(rest.split()) if found else ""


def _pieces(part: Understood) -> Iterator[Understood]:
    """The words that can be dropped one by one: compounds stay together ("thi đua", "yêu nước")."""
    if part.kind != "words":
        yield part
        return
    tokens = analyze(part.text)
    compounds = [token.span for token in tokens.words]
    alone = [t.span for t in tokens.syllables if not any(compound.holds(t.span) for compound in compounds)]
    for span in sorted((*compounds, *alone)):
        yield Understood("word", span.of(part.text))


def _chip(part: Understood, wanted: Asked) -> Link:
    rest = without_part(wanted.question, part.text)
    names = {"phrase": "“{words}”", "without": _("không có: {words}")}
    return Link(names.get(part.kind, "{words}").format(words=part.text), wanted.asking(rest).url if rest else "")


def _facet_links(
    field: str, found: tuple[FacetValue, ...], wanted: Asked, title_of: Callable[[str], str]
) -> list[FacetLink]:
    chosen = wanted.values(field)
    counts = dict.fromkeys(chosen, 0) | {value.value: value.count for value in found}
    names = _section_kind_names()
    return [
        FacetLink(
            title_of(value) if field == "document" else names.get(value, value),
            count,
            wanted.toggled(field, value).url,
            value in chosen,
        )
        for value, count in counts.items()
    ]


def _field_names() -> dict[str, str]:
    return {
        "document": _("Văn bản"),
        "kind": _("Loại văn bản"),
        "section_kind": _("Loại mục"),
        "year": _("Năm"),
    }


def _section_kind_names() -> dict[str, str]:
    return {
        "title-block": _("phần đầu"),
        "part": _("phần"),
        "chapter": _("chương"),
        "section": _("mục"),
        "article": _("điều"),
        "clause": _("khoản"),
        "point": _("điểm"),
        "heading": _("đề mục"),
        "labelled-paragraph": _("đoạn có nhãn"),
        "item": _("ý"),
        "slogan-item": _("khẩu hiệu"),
        "signature": _("phần ký"),
        "body": _("ngoài các mục"),
    }
