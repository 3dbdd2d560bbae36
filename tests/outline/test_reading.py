"""What a marked paragraph is by its own words: a heading, a labelled paragraph, an item."""

import pytest

from kb.outline.markers import read_markers
from kb.outline.reading import label_of, read_paragraph


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("1. Hoàn cảnh ra đời", "heading", "Hoàn cảnh ra đời"),
        ("1. Vì sao phải tiêm?", "heading", "Vì sao phải tiêm?"),
        ("A. MỤC ĐÍCH.", "heading", "MỤC ĐÍCH."),
        ("1. Mục tiêu cụ thể:", "heading", "Mục tiêu cụ thể"),
        ("- Hoàn cảnh ra đời: Sau Cách mạng, thực dân quay lại.", "labelled-paragraph", "Hoàn cảnh ra đời"),
        ("a) Về chính trị: là dịp để cử tri phát huy quyền.", "labelled-paragraph", "Về chính trị"),
        ("- Chủ đề đại hội: “Đoàn kết, sáng tạo”.", "labelled-paragraph", "Chủ đề đại hội"),
        ("- Xây mới 420 phòng học.", "item", ""),
        ("- Người kêu gọi: “Hễ chúng ta nâng bát cơm”.", "item", ""),
        ("- Trước nạn đói, Người kêu gọi: “Hễ chúng ta”.", "item", ""),
        ("- Số đại biểu được bầu: 06 đại biểu.", "item", ""),
        ("2. Cá nhân cư trú là người đáp ứng một trong các điều kiện sau đây:", "item", ""),
        ("Điều 3. Thu nhập chịu thuế", "article", "Thu nhập chịu thuế"),
        ("Điều 4. Luật này có hiệu lực từ ngày 01 tháng 7.", "article", ""),
        ("Chương II", "chapter", ""),
    ],
)
def test_a_paragraph_is_read_by_its_words(text: str, kind: str, title: str) -> None:
    reading = read_paragraph(text, read_markers(text)[0])
    assert (reading.kind, reading.title) == (kind, title)


def test_a_label_is_not_looked_for_behind_a_sentence() -> None:
    assert label_of("Tổ chức thi. Đồng chí lưu ý: tuyên truyền đến bản xa nhất.") == ""
