"""The main job in a real browser: ask without marks, open the first hit, read it where it stands."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.reading import DOCUMENT, PAGES


def test_a_question_without_marks_leads_to_the_marked_section(page: Page) -> None:
    page.goto("/")
    page.locator("main input[name=q]").fill("luong y nhu tu mau")
    page.locator("main input[name=q]").press("Enter")
    page.locator(".hit h3 a").first.click()
    expect(page).to_have_url(re.compile(r"/s/II\.2\.2\.\*2\.-2\?q=luong\+y\+nhu\+tu\+mau&hit=\d+#l\d+$"))
    mark = page.locator("#kb-text mark", has_text="Lương y như từ mẫu").first
    expect(mark).to_be_in_viewport()
    expect(page.locator(".outline [aria-current=location]")).to_contain_text("y tế")


def test_steps_lead_from_passage_to_passage_and_back_to_the_results(page: Page) -> None:
    page.goto("/search?q=thi+đua+là+yêu+nước")
    page.locator(".hit h3 a").first.click()
    before = page.locator(".passages b").nth(1).inner_text()
    page.locator(".passages a.button[href]").first.click()
    expect(page.locator(".passages b").nth(1)).not_to_have_text(before)
    expect(page.locator(".par.on").first).to_be_in_viewport()
    page.get_by_role("link", name="Về kết quả tìm").click()
    expect(page.locator(".hit").first).to_be_visible()


def test_a_cited_paragraph_is_scrolled_to_without_a_fragment(page: Page) -> None:
    page.goto(f"{DOCUMENT}/s/I.2.-5")
    expect(page.get_by_text("Về phương châm thi đua yêu nước:")).to_be_in_viewport()


def test_the_text_can_be_seen_as_repaired_with_its_repairs_and_as_it_was(page: Page) -> None:
    page.goto(f"{DOCUMENT}/s/II.1")
    page.get_by_role("link", name="Chỗ sửa", exact=True).click()
    expect(page.locator("del", has_text="hoac̣h").first).to_be_visible()
    page.get_by_role("link", name="Bản gốc", exact=True).click()
    expect(page.locator(".par u", has_text="hoac̣h").first).to_be_visible()


def test_the_first_tab_reaches_the_link_over_the_menu(page: Page) -> None:
    page.goto("/documents")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Đến nội dung chính")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("one", PAGES)
def test_nothing_scrolls_sideways(narrow: Page, one: str) -> None:
    narrow.goto(one)
    for width in (390, 320, 768, 1280):
        narrow.set_viewport_size({"width": width, "height": 844})
        assert narrow.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_narrow_window_the_outline_opens_from_a_button(narrow: Page) -> None:
    narrow.goto(DOCUMENT)
    outline = narrow.locator("#kb-outline")
    expect(outline).to_be_hidden()
    narrow.get_by_role("button", name="Mục lục").click()
    expect(outline).to_be_visible()
    narrow.keyboard.press("Escape")
    expect(outline).to_be_hidden()


def test_no_page_asks_another_computer_for_anything_or_complains(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, locale="vi-VN")
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for one in PAGES[:-3]:  # the last three are answered with an error, which the console tells
        page.goto(one)
    context.close()
    assert [url for url in asked if not url.startswith(address)] == []
    assert complaints == []


def test_keys_go_through_the_hits(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, locale="vi-VN")
    page = context.new_page()
    page.goto("/search?q=thi+đua")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hit h3 a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    context.close()


def test_a_printed_section_has_its_lines_and_its_source_and_nothing_to_press(page: Page) -> None:
    page.goto(f"{DOCUMENT}/s/I.2")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".paper")).to_contain_text("mục I.2, tr. 2, dòng 80–154. Địa chỉ: http://")
    expect(page.locator("#l106")).to_be_visible()
    for pressed in (".top", ".foot", ".outline", ".acts", ".cite-here"):
        expect(page.locator(pressed).first).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
