"""A home with the shipped corpus, indexed: what the tests of pages and of the browser ask."""

from __future__ import annotations

import shutil
from pathlib import Path

from kb.home import Home
from kb.ingest import index

ROOT = Path(__file__).parent.parent
OUTLINE = "de-cuong-bac-kan-2020"


def indexed_home(folder: Path) -> Home:
    """A new home in the folder, with a copy of the corpus and its index."""
    home = Home(folder / "home")
    shutil.copytree(ROOT / "corpus", home.corpus)
    index(home)
    return home
