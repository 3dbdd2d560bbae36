"""The pages served on this computer, and a browser's window on them."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, ViewportSize
from werkzeug.serving import make_server

from kb_web import create_app
from tests.indexed import indexed_home

WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages are served while the tests run."""
    app = create_app(indexed_home(tmp_path_factory.mktemp("browser")))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A wide window."""
    context = browser.new_context(base_url=address, viewport=WIDE, locale="vi-VN", java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.fixture
def narrow(browser: Browser, address: str) -> Iterator[Page]:
    """A window as narrow as a phone."""
    context = browser.new_context(base_url=address, viewport=NARROW, locale="vi-VN")
    yield context.new_page()
    context.close()
