"""`/api/v1/…`: what the commands print with --json, for programs.

The name of a command is its address, its options are the parameters: `kb search thi đua --limit 5` is
`/api/v1/search?q=thi đua&limit=5`, `kb outline ID` is `/api/v1/outline?document=ID`.
"""

from __future__ import annotations

from functools import partial

from flask import Blueprint, Response, jsonify, request

from kb import browse
from kb.browse.quotes import QuotesWanted, quotes
from kb.browse.variants import recurrences
from kb.doctor import examine
from kb.errors import BadRequest
from kb.find import search
from kb.model import QUOTE_KINDS, QuoteKind
from kb.shapes.analysis import analysis
from kb.shapes.document import citation, outline, text
from kb.shapes.document import documents as listed
from kb.shapes.health import checks
from kb.shapes.quotes import quotes as quoted_shape
from kb.shapes.search import result
from kb.shapes.suggest import suggestions
from kb.suggest import LIMIT, suggest
from kb_web import asked
from kb_web.language import gettext as _
from kb_web.narrowing import ORDERS
from kb_web.shelf import Shelf

MOST_HITS = 100
MOST_ROWS = 1000
MOST_SUGGESTED = 50


def pages(shelf: Shelf) -> Blueprint:
    """The JSON twins, answered from what stands on the shelf."""
    blueprint = Blueprint("api", __name__, url_prefix="/api/v1")

    @blueprint.get("/search")
    def find() -> Response:
        arguments = request.args
        found = search(
            shelf.snapshot(),
            asked.question(arguments),
            limit=asked.number(arguments, "limit", 10, most=MOST_HITS),
            offset=asked.number(arguments, "offset", 0),
            document=asked.several(arguments, "document"),
            kind=asked.several(arguments, "kind"),
            issuer=asked.several(arguments, "issuer"),
            section_kind=asked.several(arguments, "section_kind"),
            year=asked.years(arguments),
            has=asked.several(arguments, "has"),
            order=ORDERS[ORDERS.index(asked.choice(arguments, "order", ORDERS))],
            syn=asked.several(arguments, "syn"),
        )
        return jsonify(result(found))

    @blueprint.get("/suggest")
    def suggested() -> Response:
        typed = asked.typed(request.args)
        limit = asked.number(request.args, "limit", LIMIT, least=1, most=MOST_SUGGESTED)
        return jsonify(suggestions(suggest(shelf.snapshot(), typed, limit=limit)))

    @blueprint.get("/quotes")
    def quoted() -> Response:
        arguments = request.args
        snapshot = shelf.snapshot()
        found = quotes(
            snapshot,
            QuotesWanted(
                asked.question(arguments),
                asked.several(arguments, "speaker"),
                _quote_kinds(),
                asked.several(arguments, "document"),
            ),
            limit=asked.number(arguments, "limit", MOST_ROWS, most=MOST_ROWS),
            offset=asked.number(arguments, "offset", 0),
        )
        asks_variants = asked.choice(arguments, "variants", ("0", "1")) == "1"
        return jsonify(quoted_shape(found, partial(recurrences, snapshot) if asks_variants else None))

    @blueprint.get("/analyze")
    def analyze() -> Response:
        return jsonify(analysis(asked.question(request.args)))

    @blueprint.get("/documents")
    def documents() -> Response:
        return jsonify(listed(shelf.snapshot().library.documents()))

    @blueprint.get("/outline")
    def document_outline() -> Response:
        document = browse.document(shelf.snapshot(), _named())
        return jsonify(outline(document, browse.listed_sections(document)))

    @blueprint.get("/text")
    def document_text() -> Response:
        document = browse.document(shelf.snapshot(), _named())
        named = request.args.get("section", "")
        section = browse.section_of(document, named) if named else None
        is_raw = asked.choice(request.args, "raw", ("0", "1")) == "1"
        blocks = browse.raw_blocks(document, section) if is_raw else browse.blocks(document, section)
        rows = [(block.section, block.text, block.location) for block in blocks]
        return jsonify(text(document, rows, section.whole if section else None))

    @blueprint.get("/cite")
    def document_citation() -> Response:
        document = browse.document(shelf.snapshot(), _named())
        found = browse.passage(document, request.args.get("section") or None, asked.lines(request.args))
        return jsonify(citation(found.place, found.url))

    @blueprint.get("/doctor")
    def health() -> Response:
        return jsonify(checks(examine(shelf.home)))

    return blueprint


def _named() -> str:
    """The id in `document`."""
    named = request.args.get("document", "")
    if not named:
        raise BadRequest(name="document", value="", allowed=_("Hãy ghi mã của một văn bản"))
    return named


def _quote_kinds() -> tuple[QuoteKind, ...]:
    """The kinds in `kind`; BadRequest for a word that is none."""
    kinds = {kind: kind for kind in QUOTE_KINDS}
    named = asked.several(request.args, "kind")
    if wrong := [name for name in named if name not in kinds]:
        known = ", ".join(QUOTE_KINDS)
        raise BadRequest(name="kind", value=wrong[0], allowed=_("Hãy ghi một trong: {known}").format(known=known))
    return tuple(kind for name, kind in kinds.items() if name in named)
