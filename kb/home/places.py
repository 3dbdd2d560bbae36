"""Where the home is when nobody says it: --home, then KB_HOME, then the checkout, then the user's own folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from kb.home.folders import Home

PACKAGE = Path(__file__).parent.parent
NAME = "kb-vanban"


def chosen_home(said: Path | None, environment: Mapping[str, str] = os.environ) -> Home:
    """The home to work in; nothing is read or written in it.

    `said` is --home. Without it KB_HOME counts; without that a checkout is its own home; an installed kb has its home
    in the user's data folder and begins there with the corpus it was shipped with.
    """
    if said is not None:
        return Home(said.expanduser().absolute())
    if named := environment.get("KB_HOME"):
        return Home(Path(named).expanduser().absolute())
    if (PACKAGE.parent / "pyproject.toml").is_file() and (PACKAGE.parent / "corpus").is_dir():
        return Home(PACKAGE.parent)
    shipped = PACKAGE / "_corpus"
    return Home(user_folder(sys.platform, environment), shipped if shipped.is_dir() else None)


def user_folder(platform: str, environment: Mapping[str, str]) -> Path:
    """The folder for a user's data, by the rule of each system.

    >>> user_folder("linux", {"XDG_DATA_HOME": "/d"}).as_posix()
    '/d/kb-vanban'
    """
    own = Path.home()
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or own / "AppData" / "Local") / NAME
    if platform == "darwin":
        return own / "Library" / "Application Support" / NAME
    return Path(environment.get("XDG_DATA_HOME") or own / ".local" / "share") / NAME
