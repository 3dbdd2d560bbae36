"""`/d/DOCUMENT/source`: the file a document was read from, byte for byte.

Plain text is shown; everything else is handed over as a download, because a page that somebody saved must not run as a
page of this site.
"""

from __future__ import annotations

from flask import Blueprint, Response, send_file

from kb import browse
from kb.errors import NoSuchFile
from kb_web.shelf import Shelf


def pages(shelf: Shelf) -> Blueprint:
    """The files, where they still are."""
    blueprint = Blueprint("source", __name__)

    @blueprint.get("/d/<document>/source")
    def source(document: str) -> Response:
        given = browse.document(shelf.snapshot(), document).source
        path = shelf.home.corpus / given.path
        if not path.is_file():
            raise NoSuchFile(path=given.path)
        is_text = path.suffix.casefold() == ".txt"
        return send_file(
            path,
            mimetype="text/plain" if is_text else "application/octet-stream",
            as_attachment=not is_text,
            download_name=path.name,
            max_age=0,
        )

    return blueprint
