"""The table of markers: every row takes its lines, leaves its traps, and is read as it is printed."""

import pytest
from hypothesis import given

from kb.outline.forms import FORMS, Form
from kb.outline.markers import read_markers
from tests.strategies import printed_texts

TAKES = [(form, line) for form in FORMS for line in form.takes]
LEAVES = [(form, line) for form in FORMS for line in form.leaves]


@pytest.mark.parametrize(("form", "line"), TAKES, ids=lambda value: getattr(value, "name", value))
def test_a_form_takes_its_lines(form: Form, line: str) -> None:
    assert form in [marker.form for marker in read_markers(line)]


@pytest.mark.parametrize(("form", "line"), LEAVES, ids=lambda value: getattr(value, "name", value))
def test_a_form_leaves_its_traps(form: Form, line: str) -> None:
    assert form not in [marker.form for marker in read_markers(line)]


@pytest.mark.parametrize(
    ("line", "printed", "path", "title"),
    [
        ("I. HOÀN CẢNH", "I.", (1,), "HOÀN CẢNH"),
        ("II- QUAN ĐIỂM", "II-", (2,), "QUAN ĐIỂM"),
        ("IV - KẾT LUẬN", "IV -", (4,), "KẾT LUẬN"),
        ("3.1- Ưu tiên", "3.1-", (3, 1), "Ưu tiên"),
        ("II.2.1. Kết quả", "II.2.1.", (2, 2, 1), "Kết quả"),
        ("Điều 12a. Tạm dừng", "Điều 12a.", (12,), "Tạm dừng"),
        ("Chương I", "Chương I", (1,), ""),
        ("Chương II - TỔ CHỨC", "Chương II", (2,), "TỔ CHỨC"),
        ("Phần thứ ba: Phương hướng", "Phần thứ ba:", (3,), "Phương hướng"),
        ("Câu 2: Ai?", "Câu 2:", (2,), "Ai?"),
        ("(1) Về ưu điểm", "(1)", (1,), "Về ưu điểm"),
        ("*  Phong trào", "*", (), "Phong trào"),
        ("–Về kinh tế", "–", (), "Về kinh tế"),
    ],
)
def test_a_marker_is_read_as_it_is_printed(line: str, printed: str, path: tuple[int, ...], title: str) -> None:
    marker = read_markers(line)[0]
    assert (marker.printed, marker.path, line[marker.end :]) == (printed, path, title)


def test_markers_of_one_list_have_one_style_whatever_their_number() -> None:
    lines = ("2.1. A", "2.2 B", "3.1- C")
    assert {read_markers(line)[0].style for line in lines} == {"decimal 2"}


def test_a_list_that_is_closed_in_another_way_has_another_style() -> None:
    assert len({read_markers(line)[0].style for line in ("1. A", "1) A", "(1) A", "1/ A", "1- A")}) == 5


@given(printed_texts())
def test_any_line_can_be_read_and_a_title_begins_inside_it(line: str) -> None:
    assert all(0 < marker.end <= len(line) for marker in read_markers(line))
