"""What many tests share: the browser, and the folder of reference texts beside the checkout where there is one.

Without a browser the tests that need one are skipped and the last line of the run says so; with CI=true they fail.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.browsers import find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
NO_BROWSER = "no Chromium, Chrome or Edge on this machine (KB_BROWSER names one)"


class WantOfABrowser:
    """Counts the tests that were skipped for want of a browser, and says so below everything else."""

    def __init__(self) -> None:
        self.skipped = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.skipped += report.skipped and NO_BROWSER in str(report.longrepr)

    @pytest.hookimpl(tryfirst=True)
    def pytest_unconfigure(self, config: pytest.Config) -> None:
        if self.skipped:
            config.get_terminal_writer().line(
                f"Chưa chạy {self.skipped} phép thử bằng trình duyệt: máy này không có Chromium, Chrome hay Edge "
                "(cài một trình duyệt, hoặc đặt KB_BROWSER)."
            )


# Other programs may keep the machine busy: how long an example takes says nothing.
settings.register_profile("kb", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kb")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(WantOfABrowser(), "kb-want-of-a-browser")


@pytest.fixture(scope="session")
def browser_path() -> Path:
    """The program of the browser to drive."""
    found = find_browser(os.environ, sys.platform)
    if found is not None:
        return found
    if named := os.environ.get("KB_BROWSER"):
        pytest.fail(f"KB_BROWSER is {named}: there is no such program")
    if os.environ.get("CI") == "true":
        pytest.fail(NO_BROWSER)
    pytest.skip(NO_BROWSER)


@pytest.fixture(scope="session")
def browser(browser_path: Path) -> Iterator[Browser]:
    """A headless browser; each test makes its own context in it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser_path)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference texts beside the checkout; skips where there is none."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not beside this checkout")
    return SHARED
