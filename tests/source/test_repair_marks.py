"""Tone marks behind a space and on the wrong letter."""

from __future__ import annotations

import pytest

from kb.source.repair.marks import attach_detached, place_misplaced
from tests.source.repairing import after

DOT = "\u0323"
HOOK = "\u0309"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        (f"hê {DOT}thống", "hệ thống"),  # outline, line 349
        (f"tri {DOT} đã", "trị đã"),
        (f"hô {DOT}câ{DOT}n", "hộ câ\u0323n"),
        (f"Thi {DOT}Sen", "Thị Sen"),
        (f"hỗ trơ {DOT}, giúp", "hỗ trợ, giúp"),
        (f"tô {HOOK}chức", "tổ chức"),
        (f"hoa {HOOK}hoạn", "hỏa hoạn"),
        (f"công nghê {DOT}", "công nghệ"),
        (f"bộ {DOT}tham", f"bộ {DOT}tham"),  # has a tone already
        (f"xyz {DOT}a", f"xyz {DOT}a"),  # no syllable
        (f"ca {DOT}c", "cạ c"),
        (f"5 {DOT}m", f"5 {DOT}m"),
    ],
)
def test_a_mark_behind_a_space_goes_back_to_its_syllable(printed: str, meant: str) -> None:
    assert after(attach_detached, printed) == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("kêu goị", "kêu gọi"),
        ("Chủ tic̣h", "Chủ tịch"),
        ("Cưụ chiến binh", "Cựu chiến binh"),  # outline, line 270
        ("HÔỊ NGHỊ", "HỘI NGHỊ"),
        ("giaó viên", "giáo viên"),
        ("lañh đaọ vưñg vàng", "lãnh đạo vững vàng"),
        ("tươn̉g, tât́", "tưởng, tất"),
        ("Bac̣h Đằng, Bắc Kaṇ", "Bạch Đằng, Bắc Kạn"),
        ("qủa, qúy, gỉai", "quả, quý, giải"),
        ("hoá, hóa, thuý, thúy, khoẻ", "hoá, hóa, thuý, thúy, khoẻ"),
        ("José, più, El Niño, España, vaÌ", "José, più, El Niño, España, vaÌ"),
        ("Trần, Trà̂n", "Trần, Trần"),
    ],
)
def test_a_mark_on_the_wrong_letter_moves_to_the_right_one(printed: str, meant: str) -> None:
    assert after(place_misplaced, printed) == meant
