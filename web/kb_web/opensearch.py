"""`/opensearch.xml`: how a browser adds this search to its own box (OpenSearch 1.1)."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, request

MEDIA_TYPE = "application/opensearchdescription+xml"


def pages() -> Blueprint:
    """The description, with the host it was asked under."""
    blueprint = Blueprint("opensearch", __name__)

    @blueprint.get("/opensearch.xml")
    def description() -> Response:
        return Response(render_template("opensearch.xml", here=request.host_url.rstrip("/")), mimetype=MEDIA_TYPE)

    return blueprint
