"""What stands in quotation marks: one row a sieve and a trap."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.extract.quotes import owner_of, quotes_in
from kb.extract.quotes.heads import NOUNS, Noun, head_before

HO = "Hồ Chí Minh"

OWNED = [
    ("Người chỉ rõ: “việc dễ mấy không có dân cũng chịu”.", [HO]),
    ("Như lời Bác dặn: “lá phiếu có sức như viên đạn”.", [HO]),
    ("Theo Người, học là việc lâu dài và “học, học nữa, học mãi không thôi”.", [HO]),
    ("Bác sĩ trực nói: “bệnh nhân đêm qua đã tỉnh”.", []),
    ("Người nói: “một hai ba bốn năm”, rồi “sáu bảy tám chín mười mười một”.", [HO, HO]),
    ("Theo đề nghị của Người, ngày 02/3/1950, Xứ ủy Nam Bộ ra Chỉ thị về học tập, nêu rõ: “phải học cho kỳ được”.",
     ["Chỉ thị về học tập ngày 02/3/1950 của Xứ ủy Nam Bộ"]),
    ("Ngày nay, theo Quyết định số 12/QĐ-TTg ngày 03/4/2010 của Thủ tướng Chính phủ “Về việc lập Ngày Sách Việt Nam”.",
     ["Quyết định số 12/QĐ-TTg ngày 03/4/2010 của Thủ tướng Chính phủ"]),
    ("Từ ngày 03/4/2010, Bộ Y tế ban hành Chỉ thị số 05/CT-BYT “Về việc phòng dịch mùa hè”.",
     ["Chỉ thị số 05/CT-BYT ngày 03/4/2010 của Bộ Y tế"]),
    ("Theo đó, Hội đồng nhân dân tỉnh ra Nghị quyết số 07/NQ-HĐND “Về việc chăm lo người có công”.",
     ["Nghị quyết số 07/NQ-HĐND của Hội đồng nhân dân tỉnh"]),
    ("Ngày 01/02/2021, thay mặt ủy ban, của nhân dân xã ban hành Kế hoạch số 3/KH-UBND “Về việc trồng cây đầu xuân”.",
     ["Kế hoạch số 3/KH-UBND"]),
    ("Người phát động phong trào “Toàn dân thi đua học chữ”.", []),
    ("Đẩy mạnh việc “Học tập và làm theo tư tưởng Hồ Chí Minh”.", []),
    ("Kế hoạch số 27-KH/TU ngày 05/02/2021 của Tỉnh ủy yêu cầu không để xảy ra “điểm nóng”.", []),
]  # fmt: skip

SPOKEN = [
    ("Phó Bí thư Thường trực Tỉnh ủy Trần Văn Bình nhấn mạnh: “phải làm cho kỳ được”.", "Trần Văn Bình"),
    ("Đồng chí Hoàng Thị Bích, Bí thư Tỉnh ủy, chỉ đạo: “không được chậm thêm ngày nào”.", "Hoàng Thị Bích"),
    ("Bà Triệu Thị Mùi, một hội viên, chia sẻ: “nhà tôi nay đã khác trước nhiều”.", "Triệu Thị Mùi"),
    ("“Làm xong việc này tôi mới yên tâm”, ông Nguyễn Văn Hòa nói.", "Nguyễn Văn Hòa"),
    ("“Không có việc gì khó, chỉ sợ lòng không bền” (Hồ Chí Minh).", HO),
    ("Trả lời ông Lê Văn Tám, bác sĩ Phạm Thu Hà cho biết: “thuốc đã về đủ cho cả xã”.", "Phạm Thu Hà"),
    ("Đồng chí bí thư chi bộ nhắc lại lời Chủ tịch Hồ Chí Minh: “việc gì có lợi cho dân thì làm”.", HO),
    ("Người nhắc lại câu nói của Khổng Tử: “dân vô tín bất lập là thế”.", "Khổng Tử"),
    ("Làm theo lời Thủ tướng Phạm Văn Đồng là “nghề dạy học là nghề cao quý”.", "Phạm Văn Đồng"),
    ("Nghị quyết Đại hội XIII của Đảng xác định: “phát huy giá trị văn hóa, con người Việt Nam”.", "Đảng"),
    ("V.I. Lênin từng viết: “học, học nữa, học mãi”.", "V.I. Lênin"),
    ("Trong thư gửi học sinh, Bác viết: “non sông Việt Nam có trở nên vẻ vang hay không”.", HO),
    ("Cụ Hoàng A Tếnh mang lợn đến xã. Cụ bảo: “tôi già rồi, góp được con lợn”.", "Hoàng A Tếnh"),
    ("Đảng ta khẳng định: “dân là gốc, là chủ thể của công cuộc đổi mới”.", "Đảng"),
    ("Ông Lê Quang Huy (Giám đốc Sở Tài chính): “các huyện quyết toán trước cuối năm”.", "Lê Quang Huy"),
    ("Bà Trần Thị Hạnh, đại biểu HĐND huyện, chất vấn: “vì sao dự án chậm tiến độ ba năm?”.", "Trần Thị Hạnh"),
    ("Chủ tịch UBND huyện trả lời: “quý IV năm nay sẽ khởi công”.", "Chủ tịch UBND huyện"),
    ("Học sinh Lý A Chang, lớp 9B, tâm sự: “em muốn làm thầy giáo bản mình”.", "Lý A Chang"),
    ("Theo báo cáo của Sở Y tế, “dịch đã cơ bản được kiểm soát”.", "Sở Y tế"),
    ("Chân lý “Không có gì quý hơn độc lập, tự do” của Chủ tịch Hồ Chí Minh.", HO),
    ("Hỏi: “Ai được miễn học phí?”.", None),
    ("Ông cha ta có câu: “một cây làm chẳng nên non”.", None),
    ("Người dân nói: “từ ngày có đường, đi lại dễ hơn”.", None),
]

KINDS = [
    ("phát động phong trào thi đua “Chung sức xây dựng nông thôn mới”.", ["movement"]),
    ("các phong trào như: “Dạy tốt, học tốt”; “Trường học thân thiện”; “Ba đảm đang”.", ["movement"] * 3),
    ("xây dựng mô hình “Ngân hàng bò”, “Lục lạc vàng”.", ["model"] * 2),
    ("với chủ đề “Đoàn kết, sáng tạo”, phong trào “Luyện quân, lập công”.", ["slogan", "movement"]),
    ("được tặng danh hiệu “Anh hùng Lao động” và Kỷ niệm chương “Vì sức khỏe nhân dân”.", ["award"] * 2),
    ("ra mắt cuốn sách “Bắc Kạn quê tôi” và chuyên mục “Hỏi - đáp”.", ["title"] * 2),
    ("Chủ tịch Hồ Chí Minh ra “Lời kêu gọi thi đua ái quốc”.", ["title"]),
    ("không để xảy ra “điểm nóng”, phá nhiều băng nhóm “xã hội đen”.", ["scare"] * 2),
    ("quan điểm của Đảng về “toàn cầu hóa”, “hội nhập quốc tế”.", ["scare"] * 2),
    ("bãi bỏ cụm từ “thanh tra chuyên ngành” tại khoản 2.", ["scare"]),
    ("2. Sửa đổi Điều 7 như sau:\n“Điều 7. Hồ sơ\n1. Đơn “xin cấp” phép.\n2. Bản vẽ.”.", ["title", "scare"]),
    ("Sáng kiến “A bê xê” rồi thôi. Nơi khác gọi đó là việc làm của “A bê xê”.", ["title", "title"]),
    ("Đồng chí nói: “không để ‘trên nóng, dưới lạnh’ kéo dài”.", ["quotation", "scare"]),
]


@pytest.mark.parametrize(("paragraph", "owners"), OWNED)
def test_words_have_the_owner_that_the_text_states(paragraph: str, owners: list[str]) -> None:
    assert [owner for quote in quotes_in(paragraph) if (owner := owner_of(quote)) is not None] == owners


@pytest.mark.parametrize(("paragraph", "speaker"), SPOKEN)
def test_a_quotation_has_the_speaker_that_the_text_names(paragraph: str, speaker: str | None) -> None:
    (quote,) = quotes_in(paragraph)
    assert (quote.kind, quote.speaker.name if quote.speaker else None) == ("quotation", speaker)


@pytest.mark.parametrize(("paragraph", "kinds"), KINDS)
def test_names_and_figures_of_speech_are_told_from_quotations(paragraph: str, kinds: list[str]) -> None:
    assert [quote.kind for quote in quotes_in(paragraph)] == kinds


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.kind)
def test_a_noun_names_what_follows_it_and_nothing_further_off(noun: Noun) -> None:
    taken = head_before(noun.takes + " ", len(noun.takes) + 1)
    left = head_before(noun.leaves + " ", len(noun.leaves) + 1)
    assert taken is not None
    assert taken.kind == noun.kind
    assert left is None or left.kind != noun.kind


def test_a_source_is_named_with_its_day() -> None:
    text = "Trong bài “Sức khỏe và thể dục”, ngày 27/3/1946, Người viết: “việc gì cũng cần có sức khỏe mới thành công”."
    _, quote = quotes_in(text)
    assert str(quote.source) == "Sức khỏe và thể dục, 27/3/1946"


def test_a_quotation_runs_over_the_lines_it_stands_on() -> None:
    text = "Người dặn:\n“Phải giữ gìn Đảng ta\nthật trong sạch”."
    (quote,) = quotes_in(text)
    assert (quote.words, quote.speaker and quote.speaker.name) == ("Phải giữ gìn Đảng ta thật trong sạch", HO)


def test_a_mark_that_was_forgotten_quotes_nothing() -> None:
    text = "Người viết: “một hai ba.\n" + "Đoạn khác.\n" * 10 + "Cuối ” cùng."
    assert quotes_in(text) == ()


@given(
    st.lists(st.sampled_from(["“", "”", '"', "Người nói: ", "phong trào ", "một hai ba ", "\n", ", ", ". ", "‘", "’"]))
)
def test_every_quote_is_a_stretch_of_the_text_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = quotes_in(text)
    assert [quote.span.start for quote in found] == sorted(quote.span.start for quote in found)
    for quote in found:
        assert quote.words == " ".join(quote.span.of(text).split())
        assert quote.cue is None or re.sub(r"\s+", " ", quote.cue.span.of(text)).strip() == quote.cue.words


@pytest.mark.parametrize(
    "text",
    [
        "“a " * 4_000,
        "“Dạy tốt, học tốt”, " * 2_000,
        "a" * 20_000 + "“" + "b" * 20_000 + "”",
        "Bác sĩ Lò A, " * 3_000 + "nói: “một hai ba bốn năm”",
        "Nguyễn Văn " * 3_000 + "nói: “một hai ba bốn năm”",
        "“" * 3_000 + "a" + "”" * 3_000,
        "Theo Người, " * 3_000 + "“một hai ba bốn năm sáu”",
    ],
    ids=lambda text: text[:12],
)
def test_odd_text_is_read_in_time(text: str) -> None:
    quotes_in(text)
