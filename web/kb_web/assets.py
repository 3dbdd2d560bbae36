"""The files of static/, each under an address that carries a print of its content, so a browser keeps it for good."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from flask import Blueprint, Response, abort, request

FOLDER = Path(__file__).parent / "static"
PRINT_LENGTH = 10
FOR_GOOD = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its name in static/, the name in its address, its bytes as they are and packed."""

    name: str
    printed_name: str
    media_type: str
    body: bytes
    packed: bytes

    @property
    def address(self) -> str:
        return f"/static/{self.printed_name}"


def read_assets(folder: Path = FOLDER) -> tuple[Asset, ...]:
    """Every file of the folder, by name."""
    return tuple(_asset(path) for path in sorted(folder.iterdir()) if path.is_file())


def pages(assets: tuple[Asset, ...]) -> Blueprint:
    """`/static/NAME` for each asset, with the template function `asset("kb.css")` that gives its address."""
    blueprint = Blueprint("assets", __name__)
    by_printed_name = {asset.printed_name: asset for asset in assets}
    addresses = {asset.name: asset.address for asset in assets}
    blueprint.add_app_template_global(addresses.__getitem__, "asset")

    @blueprint.get("/static/<name>")
    def static_file(name: str) -> Response:
        asset = by_printed_name.get(name) or abort(404)
        is_packed = request.accept_encodings["gzip"] > 0
        response = Response(asset.packed if is_packed else asset.body, mimetype=asset.media_type)
        response.headers["Cache-Control"] = FOR_GOOD
        response.headers["Vary"] = "Accept-Encoding"
        if is_packed:
            response.headers["Content-Encoding"] = "gzip"
        return response

    return blueprint


def _asset(path: Path) -> Asset:
    body = path.read_bytes()
    digest = sha256(body).hexdigest()[:PRINT_LENGTH]
    media_type = guess_type(path.name)[0] or "application/octet-stream"
    return Asset(path.name, f"{path.stem}.{digest}{path.suffix}", media_type, body, gzip.compress(body, mtime=0))
