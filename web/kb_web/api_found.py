"""The JSON twins of what is found in the texts: `/api/v1/figures` and the like, with the names of the commands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from flask import Blueprint, Response, jsonify, request

from kb.browse.figures import figures
from kb.browse.findings import FindingsWanted, evidence_of, findings
from kb.browse.references import ReferencesWanted, references
from kb.errors import BadRequest
from kb.model import FINDING_CATEGORIES, REFERENCE_KINDS, VERDICTS
from kb.shapes.figures import figures as figures_shape
from kb.shapes.findings import findings as findings_shape
from kb.shapes.references import references as references_shape
from kb_web import asked
from kb_web.figures import Asked as AskedFigures
from kb_web.language import gettext as _
from kb_web.shelf import Shelf

MOST_ROWS = 1000
Name = TypeVar("Name", bound=str)


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

    @blueprint.get("/references")
    def listed_references() -> Response:
        limit, offset = _part()
        wanted = ReferencesWanted(
            asked.question(request.args),
            _chosen("kind", REFERENCE_KINDS),
            asked.several(request.args, "document"),
            request.args.get("cites", "").strip() or None,
        )
        found = references(shelf.snapshot(), wanted, limit=limit, offset=offset)
        return jsonify(references_shape(found.page, found.targets))

    @blueprint.get("/findings")
    def listed_findings() -> Response:
        limit, offset = _part()
        snapshot = shelf.snapshot()
        wanted = FindingsWanted(
            asked.question(request.args),
            _chosen("verdict", VERDICTS),
            _chosen("category", FINDING_CATEGORIES),
            asked.several(request.args, "document"),
        )
        accepted = frozenset(one.finding for one in shelf.desk().accepted())
        with_accepted = asked.choice(request.args, "accepted", ("0", "1")) == "1"
        wanted = replace(wanted, accepted=accepted, with_accepted=with_accepted)
        found = findings(snapshot, wanted, limit=limit, offset=offset)
        return jsonify(findings_shape(found, [evidence_of(snapshot, placed) for placed in found.rows], accepted))

    return blueprint


def _chosen(name: str, known: Sequence[Name]) -> tuple[Name, ...]:
    """The values of a parameter that may be repeated; BadRequest for one that is none of the known."""
    named = asked.several(request.args, name)
    if wrong := [value for value in named if value not in known]:
        allowed = _("Hãy ghi một trong: {known}").format(known=", ".join(known))
        raise BadRequest(name=name, value=wrong[0][:60], allowed=allowed)
    return tuple(value for value in known if value in named)


def _part() -> tuple[int, int]:
    """How many rows, and how many are passed over."""
    return (
        asked.number(request.args, "limit", MOST_ROWS, most=MOST_ROWS),
        asked.number(request.args, "offset", 0),
    )
