"""How passages are cited: the parts and their order (golden/citations.json holds the outline's)."""

from __future__ import annotations

import pytest

from kb.cite import Place, full, label, short
from kb.model import Cover, Front, Location, Page, Section, SectionId, SectionKind, Span

OUTLINE = Front(
    "Đề cương tuyên truyền Đại hội thi đua yêu nước",
    kind="Đề cương tuyên truyền",
    issuer="Ban Tuyên giáo Tỉnh ủy",
    signed_on="2020-07-23",
    cover=Cover("Công văn", "1641-CV/BTGTU", "2020-07-23", "Ban Tuyên giáo Tỉnh ủy"),
)
DECREE = Front(
    "Nghị định về công tác văn thư",
    kind="Nghị định",
    number="30/2020/NĐ-CP",
    issuer="Chính phủ",
    signed_on="2020-03-05",
)
PARTY = Front(
    "Nghị quyết về phát triển giáo dục",
    kind="Nghị quyết",
    number="09-NQ/TU",
    issuer="Tỉnh ủy Sông Vân",
    signed_on="2022-03-25",
)


def section(id: str, marker: str, kind: SectionKind, title: str = "") -> Section:
    return Section(SectionId(id), marker, id.count(".") + 1, kind, title, Span(0, 0), (), Span(0, 0))


II = section("II", "II.", "heading", "KẾT QUẢ")
II_2 = section("II.2", "2.", "heading", "Các phong trào")
II_2_2 = section("II.2.2", "2.2.", "heading", "Do tỉnh phát động")
CULTURE = section("II.2.2.*2", "*", "heading", "Phong trào thi đua trong phát triển văn hóa")
HEALTH = section("II.2.2.*2.-2", "-", "heading", "Lĩnh vực y tế")
LABELLED = section("II.5.-1", "-", "labelled-paragraph", "Chủ đề đại hội")


@pytest.mark.parametrize(
    ("lineage", "expected"),
    [
        ((), ()),
        ((section("T", "", "title-block", "ĐỀ CƯƠNG"),), ()),
        ((II, II_2, II_2_2), ("mục II.2.2",)),
        ((II, II_2, II_2_2, CULTURE, HEALTH), ("mục II.2.2", "lĩnh vực y tế")),
        ((II, section("II.5", "5.", "heading"), LABELLED), ("mục II.5",)),
        ((section("III", "III.", "heading"), section("III.6", "6.", "slogan-item")), ("mục III", "khẩu hiệu 6")),
        ((section("II", "II-", "heading"), section("II.3", "3-", "heading"), section("II.3.1", "3.1-", "item")),
         ("mục II.3.1",)),
        ((section("B", "B.", "heading"), section("B.I", "I.", "heading"), section("B.I.dd", "đ)", "item")),
         ("mục B.I.đ",)),
        ((section("chuong-II", "Chương II", "chapter"), section("dieu-5", "Điều 5.", "article"),
          section("dieu-5.2", "2.", "clause"), section("dieu-5.2.b", "b)", "point")), ("điểm b khoản 2 Điều 5",)),
        ((section("chuong-II", "Chương II", "chapter"), section("chuong-II.muc-1", "Mục 1.", "section")),
         ("Chương II", "Mục 1")),
        ((section("cau-1", "Câu 1:", "heading", "Ai đi bầu cử?"),), ("Câu 1",)),
        ((section("II", "II.", "heading"), section("II.H1", "", "heading", "Về y tế"),
          section("II.H1.2", "2.", "heading")), ("mục II.2", "về y tế")),
        ((section("phan-I", "Phần thứ nhất", "part"), section("phan-I.2", "2.", "heading")),
         ("Phần thứ nhất", "mục 2")),
    ],
)  # fmt: skip
def test_sections_are_named_by_printed_number_or_title(lineage: tuple[Section, ...], expected: tuple[str, ...]) -> None:
    assert label(Place(Front("Văn bản"), lineage)) == ", ".join(("Văn bản", *expected))


PAGES = (
    Page(6, 1, 10, "form-feed"),
    Page(7, 11, 20, "form-feed", 8, "read"),
    Page(8, 21, 30, "form-feed", 9, "inferred"),
)


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        (Location((11, 11), (7, 7)), "tr. 7 (số in 8), dòng 11"),
        (Location((21, 24), (8, 8)), "tr. 8, dòng 21–24"),
        (Location((18, 24), (7, 8)), "tr. 7–8, dòng 18–24"),
        (Location((3, 4), None), "dòng 3–4"),
    ],
)
def test_the_printed_number_follows_only_where_it_was_read(location: Location, expected: str) -> None:
    assert label(Place(Front("Văn bản"), (), location, PAGES)) == f"Văn bản, {expected}"


@pytest.mark.parametrize(
    ("front", "expected_full", "expected_short"),
    [
        (
            OUTLINE,
            "Ban Tuyên giáo Tỉnh ủy: Đề cương tuyên truyền Đại hội thi đua yêu nước"
            " (kèm theo Công văn số 1641-CV/BTGTU ngày 23/7/2020).",
            "Đề cương tuyên truyền (Công văn số 1641-CV/BTGTU ngày 23/7/2020)",
        ),
        (
            DECREE,
            "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư.",
            "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
        ),
        (
            PARTY,
            "Tỉnh ủy Sông Vân: Nghị quyết số 09-NQ/TU ngày 25/3/2022 về phát triển giáo dục.",
            "Nghị quyết số 09-NQ/TU ngày 25/3/2022",
        ),
        (Front("Di chúc"), "Di chúc.", "Di chúc"),
    ],
)
def test_state_papers_put_the_issuer_after_the_number_and_party_papers_before(
    front: Front, expected_full: str, expected_short: str
) -> None:
    assert (full(Place(front, ())), short(Place(front, ()))) == (expected_full, expected_short)


def test_the_short_form_gives_section_and_page_without_lines() -> None:
    place = Place(OUTLINE, (II, II_2, II_2_2, CULTURE), Location((536, 542), (7, 7)), PAGES)
    assert short(place).endswith("ngày 23/7/2020), mục II.2.2, tr. 7")
