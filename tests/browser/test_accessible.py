"""WCAG 2.2 AA on every page, light and dark, wide and narrow: axe-core finds nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import NARROW, WIDE
from tests.web.reading import DOCUMENT, PAGES

EVERY_RULE = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}  # what a dark screen changes
LONG = ("?view=changes", "?view=raw", "?all=1")
EACH = [one for one in PAGES if not one.endswith(tuple(DOCUMENT + view for view in LONG))]  # their sections stand here
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def faults(page: Page, rules: Mapping[str, object] = EVERY_RULE) -> list[str]:
    """What axe-core finds wrong with the page as it is: the rule and the first place."""
    page.evaluate("scrollTo(0, 0)")  # a link half under the bar that stays on top is no small target
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
    return [f"{one['id']}: {one['nodes'][0]['target']}" for one in found.response["violations"]]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(("scheme", "rules"), [("light", EVERY_RULE), ("dark", COLOURS)], ids=SCHEMES)
def test_every_page_can_be_used_by_everybody(
    browser: Browser, address: str, scheme: Scheme, rules: Mapping[str, object], size: ViewportSize
) -> None:
    context = browser.new_context(base_url=address, viewport=size, color_scheme=scheme, locale="vi-VN")
    page = context.new_page()
    found = {}
    for one in EACH:
        page.goto(one)
        found[one] = faults(page, rules)
    context.close()
    assert {one: wrong for one, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_opens_over_a_page_can_be_used_too(browser: Browser, address: str, scheme: Scheme) -> None:
    context = browser.new_context(base_url=address, viewport=NARROW, color_scheme=scheme, locale="vi-VN")
    page = context.new_page()
    page.goto("/search?q=thi+đua")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    assert faults(page) == []
    page.keyboard.press("Escape")
    for name in ("Danh mục", "Lọc"):
        page.get_by_role("button", name=name, exact=True).click()
        assert faults(page) == []
        page.keyboard.press("Escape")
    page.goto("/")
    page.get_by_role("combobox").press_sequentially("thi đua", delay=30)
    expect(page.get_by_role("option").first).to_be_visible()
    assert faults(page) == []
    context.close()


def test_english_pages_say_that_they_are_english(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, viewport=WIDE, locale="en-GB")
    page = context.new_page()
    for one in EACH[:8]:
        page.goto(one)
        assert page.locator("html").get_attribute("lang") == "en"
        assert faults(page) == []
    context.close()
