"""The pictures of README.md: the search and a document's page, taken in a browser over the shipped corpus.

    python scripts/pictures.py            # writes docs/pictures/*.png

Needs what the tests need (scripts/test.py sets it up) and a browser (KB_BROWSER, else Chromium, Chrome or Edge). The
home is made in a temporary folder, so the pictures do not depend on what is on this machine.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
WIDTH, HEIGHT = 1200, 720


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the name of its file, and the address it shows."""

    name: str
    address: str


PICTURES = (
    Picture("search", "/search?q=thi dua la yeu nuoc"),
    Picture("document", "/d/de-cuong-bac-kan-2020/s/I.2.-1?q=thi dua la yeu nuoc&hit=90#l90"),
)


def main() -> int:
    """Take every picture anew."""
    sys.path[:0] = [str(ROOT), str(ROOT / "web")]
    from playwright.sync_api import ViewportSize, sync_playwright

    from tests.browsers import find_browser

    program = find_browser(os.environ, sys.platform)
    if program is None:
        print("no Chromium, Chrome or Edge on this machine (KB_BROWSER names one)", file=sys.stderr)
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serving() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        size: ViewportSize = {"width": WIDTH, "height": HEIGHT}
        page = browser.new_page(base_url=address, viewport=size, locale="vi-VN", color_scheme="light")
        for picture in PICTURES:
            page.goto(picture.address)
            page.screenshot(path=FOLDER / f"{picture.name}.png")
            print(FOLDER / f"{picture.name}.png")
        browser.close()
    return 0


@contextmanager
def serving() -> Iterator[str]:
    """The address of the pages over a home of the shipped corpus, while it lasts."""
    from werkzeug.serving import make_server

    from kb.home import Home
    from kb.ingest import index
    from kb_web import create_app

    with TemporaryDirectory() as folder:
        home = Home(Path(folder))
        shutil.copytree(ROOT / "corpus", home.corpus)
        index(home)
        server = make_server("127.0.0.1", 0, create_app(home), threaded=True)
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


if __name__ == "__main__":
    sys.exit(main())
