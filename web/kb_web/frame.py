"""What stands around every page: the box with the question, the menu, the other language, the age of the index."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from flask import render_template, request

from kb.cite import written_date
from kb.errors.words import Language
from kb.snapshot import Snapshot
from kb_web import asked
from kb_web.language import chosen
from kb_web.language import gettext as _


@dataclass(frozen=True, slots=True)
class Link:
    """An address and what it is called; `is_current` where the reader is."""

    name: str
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as it is written: "08:15" and "24/11/2026"."""

    time: str
    day: str

    @classmethod
    def of(cls, at: datetime) -> Moment:
        """The moment on this computer's clock.

        >>> Moment.of(datetime(2026, 2, 4, 8, 15))
        Moment(time='08:15', day='04/02/2026')
        """
        return cls(f"{at:%H:%M}", written_date(f"{at:%Y-%m-%d}"))


@dataclass(frozen=True, slots=True)
class Frame:
    """The values of templates/base.html."""

    language: Language
    other_language: Language
    other_language_url: str
    question: str
    menu: tuple[Link, ...]
    built: Moment | None
    suggestion_kinds: str


def page(template: str, snapshot: Snapshot | None = None, /, **values: object) -> str:
    """A template with its values, in the frame of this request; the foot says how old the snapshot is."""
    return render_template(template, frame=_frame(built_at(snapshot) if snapshot else None), **values)


def built_at(snapshot: Snapshot) -> datetime:
    """When the snapshot's generation was last written to, on this computer's clock."""
    return datetime.fromtimestamp(snapshot.generation.library.stat().st_mtime)


def _frame(built: datetime | None) -> Frame:
    language = chosen()
    other: Language = "vi" if language == "en" else "en"
    menu = (
        ("/", _("Tìm")),
        ("/quotes", _("Trích dẫn")),
        ("/figures", _("Số liệu")),
        ("/references", _("Dẫn chiếu")),
        ("/findings", _("Chỗ cần xem lại")),
        ("/documents", _("Văn bản")),
        ("/about", _("Giới thiệu")),
    )
    return Frame(
        language,
        other,
        _address_with_language(other),
        asked.question(request.args),
        tuple(Link(name, url, request.path == url or (url == "/" and request.path == "/search")) for url, name in menu),
        Moment.of(built) if built else None,
        _suggestion_kinds(),
    )


def _suggestion_kinds() -> str:
    """What the script calls the kinds of `/api/v1/suggest`, as JSON; a kind without a name is not named."""
    return json.dumps(
        {
            "number": _("số văn bản"),
            "person": _("người"),
            "title": _("mục"),
            "name": _("tên gọi"),
            "body": _("cơ quan, danh hiệu"),
            "quotation": _("trích dẫn"),
            "phrase": _("cụm từ"),
        },
        ensure_ascii=False,
    )


def _address_with_language(language: Language) -> str:
    arguments = [pair for pair in request.args.items(multi=True) if pair[0] != "lang"]
    return f"?{urlencode([*arguments, ('lang', language)])}"
