"""A value of the outline is found in whatever form it is typed; one that it has not is not there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kb.find import search
from kb.snapshot import Snapshot, open_snapshot
from tests.indexed import indexed_home

THERE = (
    ("II.2.2.*1", "13458|13.458|13,458|13.458 tỷ|mười ba nghìn bốn trăm năm mươi tám|13458000000000|13458 ti"),
    ("II.2.2.*1", "40.000.000|40 trieu|bốn mươi triệu đồng|18900000|6.6%|6,6 phan tram|2010 đến 2015"),
    ("I.1.-1", "11-6-1948|11.6.1948|ngay 11 thang 6 nam 1948|ngày mười một tháng sáu năm 1948|thang 6/1948|6/1948"),
    ("I.1.-1", "qd 258|QĐ 258|quyet dinh 258|quyết định số 258|258 qd ttg|quyết định 258 năm 2008|4/3/2008"),
    ("II.1", "chỉ thị 34|ct 34|34 ct tw|7.4.2014|kỷ niệm 20 năm|01-01-1997"),
    ("II.2.2.*5", "chi thi 5|05 ct tw|CT 05|15 tháng 5 năm 2016"),
    ("T.3", "công văn 1641|cv 1641|1641|23/7/2020"),
    ("II.3", "kế hoạch 368|31 tháng 10 năm 2016"),
    ("II.5.-3", "28/8/2020|27 tháng 8 năm 2020|tháng 8 năm 2020"),
    ("II.2.2.*2.-1", "1308 cá nhân|một nghìn ba trăm linh tám cá nhân"),
)
CASES = [(section, typed) for section, ways in THERE for typed in ways.split("|")]

NOT_THERE = (
    *("13459", "13.459 tỷ", "mười ba nghìn bốn trăm năm mươi chín", "41 triệu", "7%", "6,7 phần trăm"),
    *("12/6/1948", "ngay 12 thang 6 nam 1948", "tháng 7/1948", "năm 1999", "2011 - 2015"),
    *("quyet dinh 259", "nghi quyet 57", "57-NQ/TW", "chỉ thị 258", "qd 1731", "thứ XIV", "lần thứ 25"),
)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    with open_snapshot(indexed_home(tmp_path_factory.mktemp("values"))) as opened:
        yield opened


@pytest.mark.parametrize(("section", "typed"), CASES)
def test_a_value_is_found_first_where_it_stands(section: str, typed: str, snapshot: Snapshot) -> None:
    page = search(snapshot, typed)
    assert page.hits
    assert page.hits[0].citation.section == section
    assert page.hits[0].highlights


@pytest.mark.parametrize("typed", NOT_THERE)
def test_a_value_that_nowhere_stands_is_not_there(typed: str, snapshot: Snapshot) -> None:
    assert search(snapshot, typed).total == 0
