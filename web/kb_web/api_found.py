"""The JSON twins of what is found in the texts: `/api/v1/figures` and the like, with the names of the commands."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from kb.browse.figures import figures
from kb.shapes.figures import figures as figures_shape
from kb_web import asked
from kb_web.figures import Asked as AskedFigures
from kb_web.shelf import Shelf

MOST_ROWS = 1000


def pages(shelf: Shelf) -> Blueprint:
    """The twins, answered from what stands on the shelf."""
    blueprint = Blueprint("api_found", __name__, url_prefix="/api/v1")

    @blueprint.get("/figures")
    def listed_figures() -> Response:
        wanted = AskedFigures.of(request.args)
        limit, offset = _part()
        found = figures(
            shelf.snapshot(),
            wanted.wanted,
            order=wanted.order,
            descending=wanted.is_descending,
            limit=limit,
            offset=offset,
        )
        return jsonify(figures_shape(found))

    return blueprint


def _part() -> tuple[int, int]:
    """How many rows, and how many are passed over."""
    return (
        asked.number(request.args, "limit", MOST_ROWS, most=MOST_ROWS),
        asked.number(request.args, "offset", 0),
    )
