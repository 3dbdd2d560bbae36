"""What is printed on a page and is no text: rules, page numbers, running heads."""

import pytest

from kb.source.layout.furniture import bare_number, counting_numbers, interrupting, is_rule, page_furniture
from kb.source.layout.lines import PrintedLine, printed_lines

TEXT = "Dòng chữ dài đủ để là một dòng của văn bản"


def lines(*inks: str) -> list[PrintedLine]:
    return [line for line in printed_lines("\n".join(inks)) if line.ink]


def other(name: str) -> list[str]:
    """Five lines that stand on no other page."""
    return [f"{TEXT} {name}{'c' * count}" for count in range(1, 6)]


@pytest.mark.parametrize(
    ("ink", "expected"),
    [("-----", True), ("___________________", True), ("* * *", True), ("*", True), ("--", False), ("- 5 tuổi", False)],
)
def test_a_rule_only_draws(ink: str, expected: bool) -> None:
    assert is_rule(ink) is expected


@pytest.mark.parametrize(
    ("ink", "number"),
    [("8", 8), ("- 12 -", 12), ("Trang 3", 3), ("trang 3/14", 3), ("5/2021", None), ("8 - 10", None), ("8.", None)],
)
def test_a_bare_number_is_all_that_a_line_says(ink: str, number: int | None) -> None:
    assert bare_number(ink) == number


def test_numbers_that_count_the_pages_are_page_numbers() -> None:
    page = [TEXT] * 10
    found = counting_numbers(lines(*page, "2", *page, "3", *page))
    assert [(each.line, each.number) for each in found] == [(11, 2), (22, 3)]


def test_a_column_of_numbers_counts_no_pages() -> None:
    assert counting_numbers(lines(TEXT, "1", "2", "3", "4", TEXT)) == ()


def test_the_rest_of_a_wrapped_line_is_no_page_number() -> None:
    page = [TEXT] * 12
    assert counting_numbers(lines(*page, "KẾT QUẢ GIAI ĐOẠN 2016 -", "2020", *page)) == ()


def test_a_lone_number_higher_than_the_pages_above_it_is_none() -> None:
    page = [TEXT] * 12
    assert counting_numbers(lines(*page, "386", *page)) == ()


def test_a_line_that_stands_on_every_page_is_a_running_head() -> None:
    pages = [lines("TÀI LIỆU", *other("a")), *(lines(f"Sở Y tế {n}", *other(n * "b")) for n in (2, 3))]
    assert [(each.rule, each.number) for each in page_furniture(pages)] == [("running_head", 2), ("running_head", 3)]


def test_the_title_is_kept_on_the_first_page_and_dropped_on_the_others() -> None:
    first = lines("ĐỀ CƯƠNG TUYÊN TRUYỀN", *other("a"))
    second = lines(*[""] * 8, "Đề cương tuyên truyền", *other("b"))
    assert [each.line for each in page_furniture([first, second])] == [9]


def test_a_line_that_comes_again_in_the_middle_of_sentences_is_a_running_head() -> None:
    pages = [line for name in "abcd" for line in (*other(name), *other(f"{name}{name}"), "ĐẢNG BỘ TỈNH SÔNG VÂN")]
    small = [line.lower() if line.startswith("Dòng") else line for line in pages]
    assert len(interrupting(lines(*small, "hết"))) == 4


def test_a_line_that_comes_again_now_and_then_is_text() -> None:
    small = [[line.lower() for line in other(name * 2)] for name in "abcd"]
    text = [*small[0] * 2, "Quốc phòng", *small[1] * 3, "Quốc phòng", *small[2] * 8, "Quốc phòng", *small[3]]
    assert interrupting(lines(*text)) == ()


def test_a_line_that_comes_again_between_sentences_stays() -> None:
    pages = [line for name in "abcd" for line in (*other(name), *other(f"{name}{name}"), "Hết giờ.", "Vỗ tay")]
    assert interrupting(lines(*pages)) == ()


def test_a_page_that_is_named_at_the_end_of_a_line_counts() -> None:
    pages = [line for number in (1, 2, 3) for line in (*other("a"), *other("b"), f"Tỉnh ủy An Bình - Trang {number}")]
    assert [(each.rule, each.number) for each in counting_numbers(lines(*pages))] == [
        ("running_head", 1),
        ("running_head", 2),
        ("running_head", 3),
    ]
