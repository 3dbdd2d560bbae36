"""Answers while somebody types: asked once at rest, in order, with a way back, and nothing that moves away."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import WIDE

TITLE = "#kb-results h1"
SLOW = 0.6  # seconds that a late answer waits


@pytest.fixture
def live(browser: Browser, address: str) -> Iterator[Page]:
    """A wide window whose clipboard may be read."""
    context = browser.new_context(
        base_url=address, viewport=WIDE, permissions=["clipboard-read", "clipboard-write"], locale="vi-VN"
    )
    yield context.new_page()
    context.close()


def test_answers_come_while_typing_and_the_page_stays(live: Page) -> None:
    live.goto("/search?q=thi+đua")
    live.evaluate("window.stays = true")
    live.get_by_role("searchbox").fill("luong y nhu tu mau")
    expect(live.locator(".hit mark").first).to_have_text("Lương y như từ mẫu")
    expect(live).to_have_url(re.compile(r"q=luong\+y\+nhu\+tu\+mau$"))
    expect(live).to_have_title(re.compile("luong y nhu tu mau"))
    assert live.evaluate("window.stays") is True


def test_an_answer_that_comes_late_is_not_shown(live: Page) -> None:
    def late(route: Route) -> None:
        time.sleep(SLOW)
        route.continue_()

    live.goto("/search?q=thi+đua")
    live.route(re.compile(r"q=ganh"), late)
    live.get_by_role("searchbox").fill("ganh đua")
    live.wait_for_timeout(200)
    live.get_by_role("searchbox").fill("luong y nhu tu mau")
    live.wait_for_timeout(1000 * SLOW + 400)
    expect(live.locator(".hit mark").first).to_have_text("Lương y như từ mẫu")


def test_nothing_is_asked_between_the_keys_of_one_letter(live: Page) -> None:
    live.goto("/search?q=thi+đua")
    asked: list[str] = []
    live.on("request", lambda request: asked.append(request.url) if "/search" in request.url else None)
    box = live.get_by_role("searchbox")
    box.dispatch_event("compositionstart")
    box.evaluate("box => { box.value = 'ganh'; box.dispatchEvent(new InputEvent('input', {isComposing: true})) }")
    live.wait_for_timeout(400)
    assert asked == []
    box.dispatch_event("compositionend")
    expect(live).to_have_url(re.compile("q=ganh$"))


def test_back_goes_question_by_question(live: Page) -> None:
    live.goto("/search?q=thi+đua")
    box = live.get_by_role("searchbox")
    box.fill("")
    box.press_sequentially("lương y", delay=30)
    expect(live).to_have_url(re.compile(r"q=l%C6%B0%C6%A1ng\+y$"))
    live.wait_for_timeout(1300)
    box.fill("ganh đua")
    expect(live).to_have_url(re.compile("q=ganh"))
    live.go_back()
    expect(box).to_have_value("lương y")
    expect(live.locator(".hit mark").first).to_contain_text(re.compile("lương y", re.IGNORECASE))
    live.go_back()
    expect(box).to_have_value("thi đua")


def test_only_the_count_is_told_to_screen_readers(live: Page) -> None:
    live.goto("/search?q=thi+đua")
    live.get_by_role("searchbox").fill("luong y nhu tu mau")
    expect(live.locator("#kb-heard")).to_have_text(re.compile(r"\d+ đoạn"))
    assert live.locator("#kb-heard").inner_text() == live.locator(TITLE).inner_text()
    assert live.locator("#kb-results [aria-live]").count() == 0


def test_the_box_keeps_the_focus_and_arrows_go_through_the_new_hits(live: Page) -> None:
    live.goto("/search?q=thi+đua")
    box = live.get_by_role("searchbox")
    box.fill("luong y nhu tu mau")
    expect(live.locator(".hit mark").first).to_have_text("Lương y như từ mẫu")
    expect(box).to_be_focused()
    live.keyboard.press("ArrowDown")
    expect(live.locator(".hit h3 a").first).to_be_focused()
    live.keyboard.press("Enter")
    expect(live).to_have_url(re.compile(r"/s/II\.2\.2\.\*2\.-2\?"))


def test_c_copies_the_passage_with_its_source_as_one_paragraph(live: Page) -> None:
    live.goto("/search?q=luong+y+nhu+tu+mau")
    live.keyboard.press("ArrowDown")
    live.keyboard.press("c")
    expect(live.locator(".toast")).to_contain_text("Đã chép")
    plain = live.evaluate("navigator.clipboard.readText()")
    assert plain.startswith("“")
    assert re.search(r"\(.*mục II\.2\.2, .*dòng \d+–\d+\)$", plain)
    rich = live.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(blob => blob.text())"
    )
    assert rich.count("<p") == 1
    assert "\n" not in plain


def test_where_there_is_no_clipboard_the_old_way_copies(live: Page) -> None:
    live.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    live.goto("/search?q=luong+y+nhu+tu+mau")
    live.keyboard.press("ArrowDown")
    live.keyboard.press("c")
    expect(live.locator(".toast")).to_contain_text("Đã chép")
    expect(live.locator(".hit h3 a").first).to_be_focused()


def test_a_copied_selection_takes_its_place_along(live: Page) -> None:
    live.goto("/d/de-cuong-bac-kan-2020/s/I.2")
    live.locator(".par", has_text="Về mục đích").locator("p").click(click_count=3)
    live.keyboard.press("Control+c")
    expect(live.locator(".toast")).to_contain_text("dòng 106")
    assert re.search(r"năm 2020, tr\. 2, dòng 106–108\)$", live.evaluate("navigator.clipboard.readText()"))


def test_c_copies_the_paragraph_whose_line_is_open(live: Page) -> None:
    live.goto("/d/de-cuong-bac-kan-2020/s/I.2#l106")
    live.keyboard.press("c")
    expect(live.locator(".toast")).to_contain_text("Đã chép")
    assert re.search(r"^“- Về mục đích.*tr\. 2, dòng 106–108\)$", live.evaluate("navigator.clipboard.readText()"))


def test_single_keys_can_be_switched_off(live: Page) -> None:
    live.goto("/about")
    live.locator("#kb-keys-off").check()
    live.goto("/search?q=thi+đua")
    live.keyboard.press("?")
    live.keyboard.press("/")
    expect(live.locator("dialog")).to_have_count(0)
    expect(live.get_by_role("searchbox")).not_to_be_focused()


def test_the_list_of_keys_opens_and_closes(live: Page) -> None:
    live.goto("/search?q=thi+đua")
    live.keyboard.press("?")
    expect(live.locator("dialog")).to_be_visible()
    live.keyboard.press("Escape")
    expect(live.locator("dialog")).to_have_count(0)


def test_n_and_p_step_through_the_passages_of_a_document(live: Page) -> None:
    live.goto("/d/de-cuong-bac-kan-2020?q=thi+đua+yêu+nước&all=1")
    before = live.locator(".passages b").nth(1).inner_text()
    live.keyboard.press("n")
    expect(live.locator(".passages b").nth(1)).not_to_have_text(before)
    live.keyboard.press("p")
    expect(live.locator(".passages b").nth(1)).to_have_text(before)


def test_the_outline_follows_the_reading(live: Page) -> None:
    live.goto("/d/de-cuong-bac-kan-2020?all=1")
    address = live.url
    live.locator("[id='III']").evaluate("section => section.scrollIntoView()")
    expect(live.locator(".outline [aria-current=location]")).to_have_attribute("href", re.compile("^#III"))
    assert live.url == address


def test_the_last_questions_stand_on_the_start_page_until_they_are_cleared(live: Page) -> None:
    live.goto("/search?q=thi+đua")
    live.goto("/")
    expect(live.locator("#kb-asked a")).to_have_text(["thi đua"])
    live.locator("#kb-asked button").click()
    live.reload()
    expect(live.locator("#kb-asked")).to_be_hidden()


def test_nothing_moves_while_answers_come(live: Page) -> None:
    live.goto("/search?q=thi+đua+yêu")
    live.evaluate(
        """window.moved = 0;
        new PerformanceObserver(list => {
          for (const shift of list.getEntries()) if (!shift.hadRecentInput) moved += shift.value;
        }).observe({type: 'layout-shift', buffered: true})"""
    )
    live.get_by_role("searchbox").press("End")
    live.get_by_role("searchbox").press_sequentially(" nước", delay=40)
    expect(live).to_have_url(re.compile("n%C6%B0%E1%BB%9Bc$"))
    live.wait_for_timeout(300)
    assert live.evaluate("moved") == 0


def test_suggestions_open_while_typing_and_are_taken_with_keys(live: Page) -> None:
    live.goto("/")
    box = live.get_by_role("combobox")
    box.press_sequentially("thi đua", delay=30)
    options = live.get_by_role("option")
    expect(options.first).to_be_visible()
    assert live.url.endswith("/")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    chosen = options.first.locator("b").inner_text()
    box.press("Enter")
    expect(live.get_by_role("searchbox")).to_have_value(chosen)


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(live: Page) -> None:
    live.goto("/")
    box = live.get_by_role("combobox")
    box.press_sequentially("thi đua", delay=30)
    expect(live.get_by_role("option").first).to_be_visible()
    box.press("Escape")
    expect(live.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("thi đua")
