"""Values in a question are looked for in their normal form, and as they were typed."""

from __future__ import annotations

import pytest

from kb.query.numbers import Number, read_numbers
from kb.query.read import read
from kb.vietnamese.values import read_values

SAME = (
    ("24/08/1949", "ngày 24 tháng 8 năm 1949"),
    ("24-8-1949", "24/8/1949"),
    ("3/2/1930", "03/02/1930"),
    ("ngày 27 tháng 8 năm 2020", "27, 28/8/2020"),
    ("28/8/2020", "27, 28/8/2020"),
    ("ngay 11 thang 6 nam 1948", "11/6/1948"),
    ("11/6", "Ngày 11/6/1948"),
    ("thang 6/1948", "Ngày 11/6/1948"),
    ("1948", "Ngày 11/6/1948"),
    ("2016-2020", "từ 2016 đến năm 2020"),
    ("2020", "2016 - 2020"),
    ("34-CT/TW", "Chỉ thị số 34-CT/TW"),
    ("5-CT/TW", "05-CT/TW"),
    ("05 ct tw", "05-CT/TW"),
    ("quyet dinh 258", "Quyết định số 258/QĐ-TTg"),
    ("qd 258", "Quyết định số 258/QĐ-TTg"),
    ("nghi quyet 57", "Nghị quyết số 57-NQ/TW"),
    ("quy định 102", "102-QĐ/TW"),
    ("1641", "1641-CV/BTGTU"),
    ("nghị định 30/2020", "30/2020/NĐ-CP"),
    ("1308", "1.308"),
    ("mười ba nghìn bốn trăm năm mươi tám", "13.458 tỷ đồng"),
    ("13,458", "13.458"),
    ("40 triệu", "40.000.000 đồng"),
    ("6.6%", "6,6%"),
    ("6,6 phan tram", "6,6%"),
    ("6,6", "6,6%"),
    ("5 năm", "05"),
    ("lần thứ 5", "thứ V"),
    ("lần thứ XII", "thứ 12"),
    ("khóa XV", "khóa 15"),
    ("3-5 tuổi", "trẻ 3 - 5 tuổi"),
    ("8/8 huyen", "8/8 cấp huyện"),
)


@pytest.mark.parametrize(("typed", "printed"), SAME)
def test_one_way_of_writing_stands_for_the_other(typed: str, printed: str) -> None:
    (number,) = read_numbers(read(typed).words())
    assert _is_in(number, printed)


DIFFERENT = (
    ("quyết định 258", "Quyết định 259/QĐ-TTg và 258 hộ"),
    ("chỉ thị 258", "Quyết định số 258/QĐ-TTg"),
    ("24/8/1949", "24/8/2019"),
    ("tháng 7/1948", "11/6/1948"),
    ("13.458 tỷ", "13.458 hộ"),
    ("6,6%", "6,6 tỷ"),
    ("2016-2020", "năm 2016 và năm 2020"),
    ("lần thứ V", "lần thứ VI"),
    ("3-5 tuổi", "5 tuổi"),
)


@pytest.mark.parametrize(("typed", "printed"), DIFFERENT)
def test_another_value_does_not_stand_for_it(typed: str, printed: str) -> None:
    (number,) = read_numbers(read(typed).words())
    assert not _is_in(number, printed)


def _is_in(number: Number, printed: str) -> bool:
    terms = {term for value in read_values(printed) for term in value.terms}
    return any(terms.issuperset(group) for group in number.sought)


@pytest.mark.parametrize("typed", ["thi đua", "năm qua", "V sẽ được", "Ban Bí thư", "3G", "H5N1"])
def test_what_is_no_value_is_left(typed: str) -> None:
    assert read_numbers(read(typed).words()) == ()


def test_a_number_of_one_digit_may_be_printed_as_a_word() -> None:
    assert [number.certain for number in read_numbers(read("3 tập thể, 30 cá nhân").words())] == [False, True]


def test_an_ordinal_in_words_may_be_a_day_of_the_week() -> None:
    assert [number.certain for number in read_numbers(read("thứ hai, thứ 2").words())] == [False, False]
    assert [number.certain for number in read_numbers(read("thứ XII, thứ 12").words())] == [True, True]


def test_the_number_of_a_relative_period_is_looked_for_alone() -> None:
    (number,) = read_numbers(read("trong 5 năm qua").words())
    assert (number.start, number.end, number.whole) == (1, 2, False)
