"""An answer's address as a value, and every link that changes one thing in it: a word, a filter, the order.

The page is a function of its address, so a filter, an order and another question are each one `Asked` with one
difference.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import get_args

from kb.engine.port import Order
from kb.links import search_url
from kb.model import FacetValue
from kb.query.near import ALL
from kb_web import asked
from kb_web.frame import Link
from kb_web.language import gettext as _

ORDERS: tuple[Order, ...] = get_args(Order)
FILTERS = ("document", "kind", "issuer", "section_kind", "year", "has")
LONGEST_NAME = 80  # code points of words that are shown
PARTIAL = ("has",)  # fields that a passage may lack: one value narrows too
MOST_SHOWN = 12  # values of one facet
LAST_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """The question and what narrows, orders and pages its answer. `chosen` holds a field and a value each.

    `syn`: the words that are looked for as they were typed, and not by others of near meaning.
    """

    question: str
    chosen: tuple[tuple[str, str], ...] = ()
    order: Order = "score"
    page: int = 1
    syn: tuple[str, ...] = ()

    @classmethod
    def of(cls, arguments: asked.Arguments) -> Asked:
        """What an address asks; BadRequest."""
        asked.years(arguments)
        return cls(
            asked.question(arguments),
            tuple((field, value) for field in FILTERS for value in asked.several(arguments, field)),
            ORDERS[ORDERS.index(asked.choice(arguments, "sort", ORDERS))],
            asked.number(arguments, "page", 1, least=1, most=LAST_PAGE),
            asked.several(arguments, "syn"),
        )

    def values(self, field: str) -> tuple[str, ...]:
        """What of a field is chosen."""
        return tuple(value for name, value in self.chosen if name == field)

    def toggled(self, field: str, value: str) -> Asked:
        """The first page with this value chosen, or no longer chosen.

        >>> Asked("thi đua", page=3).toggled("year", "2020")
        Asked(question='thi đua', chosen=(('year', '2020'),), order='score', page=1, syn=())
        """
        pair = (field, value)
        rest = tuple(one for one in self.chosen if one != pair)
        return replace(self, chosen=rest if pair in self.chosen else (*rest, pair), page=1)

    def as_typed(self, words: str) -> Asked:
        """The first page with these words looked for as they were typed only, or also by near ones again."""
        rest = tuple(one for one in self.syn if one != words)
        return replace(self, syn=rest if words in self.syn else (*rest, words), page=1)

    def asking(self, question: str) -> Asked:
        """The first page of another question under the same filters."""
        return replace(self, question=question, page=1)

    @property
    def url(self) -> str:
        """The one address of this answer; what is usual is left out."""
        return search_url(
            q=self.question,
            syn=self.syn,
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
    """The fields that can narrow the answer: with more than one value, with one chosen, or with one that some lack."""
    return tuple(
        Facet(name, tuple(links))
        for field, name in _field_names().items()
        if len(links := _facet_links(field, found.get(field, ()), wanted, title_of)) > 1
        or wanted.values(field)
        or (links and field in PARTIAL)
    )


def chosen_links(wanted: Asked, title_of: Callable[[str], str]) -> tuple[Link, ...]:
    """What is chosen, each with a link that takes it back."""
    names = _field_names()
    return (
        *(
            Link(f"{names[field]}: {_value_name(field, value, title_of)}", wanted.toggled(field, value).url)
            for field, value in wanted.chosen
        ),
        *(Link(_as_typed_name(words), wanted.as_typed(words).url) for words in wanted.syn),
    )


def _facet_links(
    field: str, found: tuple[FacetValue, ...], wanted: Asked, title_of: Callable[[str], str]
) -> list[FacetLink]:
    chosen = wanted.values(field)
    known = {value.value: value.count for value in found}
    shown = [value.value for value in found][:MOST_SHOWN]
    counts = {value: known.get(value, 0) for value in dict.fromkeys((*chosen, *shown))}
    return [
        FacetLink(_value_name(field, value, title_of), count, wanted.toggled(field, value).url, value in chosen)
        for value, count in counts.items()
    ]


def _value_name(field: str, value: str, title_of: Callable[[str], str]) -> str:
    match field:
        case "document":
            return title_of(value)
        case "section_kind":
            return _section_kind_names().get(value, value)
        case "has":
            return {"quotes": _("trích dẫn"), "figures": _("số liệu")}.get(value, value)
        case _:
            return value


def _as_typed_name(words: str) -> str:
    return _("chỉ đúng chữ đã gõ") if words == ALL else _("chỉ đúng chữ: {words}").format(words=words[:LONGEST_NAME])


def _field_names() -> dict[str, str]:
    return {
        "document": _("Văn bản"),
        "kind": _("Loại văn bản"),
        "issuer": _("Nơi ban hành"),
        "section_kind": _("Loại mục"),
        "year": _("Năm"),
        "has": _("Trong đoạn có"),
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
