"""What every request must bring and every answer carries: the host it asks for, headers that close doors, ETag, gzip.

The server has no passwords. It answers on this computer, so a page of another site must not be able to read it under a
name that was made to point here (DNS rebinding): a name is answered only when it is known, an address always, because
no one can rebind an address.
"""

from __future__ import annotations

import gzip
from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from flask import Response, request

from kb.errors import UnknownHost

HEADERS = (
    (
        "Content-Security-Policy",
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
REVALIDATE = "private, no-cache"  # never no-store: it would switch the back/forward cache off
PACKABLE = ("text/html", "text/plain", "application/json", "application/opensearchdescription+xml")
WORTH_PACKING = 1400  # bytes; a shorter answer fits one packet as it is


def is_answered(host: str, names: Collection[str]) -> bool:
    """Whether a Host header names this server: an address, localhost, or one of the names it is served under.

    >>> [is_answered(host, ("van-phong",)) for host in ("127.0.0.1:8000", "[::1]:8000", "van-phong:80", "a.example")]
    [True, True, True, False]
    """
    name = host.partition("]")[0][1:] if host.startswith("[") else host.partition(":")[0]
    name = name.casefold().rstrip(".")
    if name == "localhost" or name.endswith(".localhost") or name in names:
        return True
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def check_host(names: Collection[str]) -> None:
    """Raise UnknownHost when the request asks for a name that is not this server's."""
    host = request.headers.get("Host", "")
    if not is_answered(host, names):
        raise UnknownHost(host=host[:100])


def check_origin() -> None:
    """Refuse what a page of another site posts: its Origin is not the host that was asked."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise UnknownHost(host=origin[:100])


def finish(response: Response) -> Response:
    """Give an answer the headers it must have, a fingerprint, and a smaller body where that is worth it."""
    for name, value in HEADERS:
        response.headers.setdefault(name, value)
    if "Cache-Control" in response.headers or response.direct_passthrough:
        return response
    response.headers["Cache-Control"] = REVALIDATE
    response.vary.update(("Accept-Encoding", "Accept-Language", "Cookie"))
    if response.status_code == 200:
        response.add_etag(weak=True)
        response.make_conditional(request)
    return _packed(response)


def _packed(response: Response) -> Response:
    body = response.get_data()
    if len(body) >= WORTH_PACKING and response.mimetype in PACKABLE and request.accept_encodings["gzip"] > 0:
        response.set_data(gzip.compress(body, compresslevel=5, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response
