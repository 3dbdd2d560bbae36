"""Which browser the tests drive: KB_BROWSER, else Chromium, Chrome or Edge where each system keeps it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)


def find_browser(environment: Mapping[str, str], platform: str) -> Path | None:
    """The program of a browser that speaks Chrome's protocol; None when none is found.

    `platform` is as in sys.platform. KB_BROWSER is a path or a name on PATH, and alone counts when it is set.
    """
    path = environment.get("PATH", "")
    if named := environment.get("KB_BROWSER"):
        found = shutil.which(named, path=path)
        return Path(found) if found else None
    for name in NAMES:
        if found := shutil.which(name, path=path):
            return Path(found)
    return next((program for program in _usual_places(environment, platform) if program.is_file()), None)


def _usual_places(environment: Mapping[str, str], platform: str) -> list[Path]:
    """Where the systems keep programs that are not on PATH; system-wide before the person's own."""
    if platform == "darwin":
        own = Path(environment.get("HOME", "/")) / "Applications"
        return [folder / program for folder in (Path("/Applications"), own) for program in MAC]
    if platform == "win32":
        names = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        folders = [Path(environment[name]) for name in names if environment.get(name)]
        return [folder / program for folder in folders for program in WINDOWS]
    return []
