"""The pages of kb and their JSON twins, as a WSGI application.

`create_app` does all wiring; importing this package does nothing. Views ask one use case of kb and render; what a page
shows is a value, made in the module of the page and printed by templates/.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from flask import Flask

from kb.home import Home

if TYPE_CHECKING:
    from kb_web.sharing import Share

LONGEST_BODY = 64 * 1024  # bytes; nothing is posted yet, and nothing is kept of what is


def create_app(home: Home, *, names: Collection[str] = (), share: Share | None = None) -> Flask:
    """The application that answers from a home's index.

    `names` are the host names it is reached under besides localhost and plain addresses (kb_web.guard). The index may
    be missing: every page then says how to make it. With a `share`, other machines read by its code.
    """
    from kb_web import (
        api,
        api_found,
        assets,
        citing,
        document,
        failures,
        figures,
        findings,
        guard,
        openapi,
        opensearch,
        quotes,
        references,
        search,
        source,
        start,
    )
    from kb_web.language import change, gettext, ngettext
    from kb_web.shelf import Shelf

    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LONGEST_BODY
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]

    hosts = frozenset(name.casefold() for name in names)
    app.before_request(lambda: guard.check_host(hosts))
    app.before_request(change)
    if share:
        app.before_request(share.admit)
    app.after_request(guard.finish)
    failures.register(app)
    shelf = Shelf(home)
    app.register_blueprint(assets.pages(assets.read_assets()))
    app.register_blueprint(openapi.pages())
    app.register_blueprint(opensearch.pages())
    for pages in (
        start.pages,
        search.pages,
        quotes.pages,
        figures.pages,
        references.pages,
        findings.pages,
        document.pages,
        citing.pages,
        source.pages,
        api.pages,
        api_found.pages,
    ):
        app.register_blueprint(pages(shelf))
    return app
