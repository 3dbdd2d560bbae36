"""Numbers, dates, periods and document numbers are seen in a question, in each way they may be printed."""

from __future__ import annotations

import re

import pytest

from kb.query.numbers import FORMS, Form, read_numbers
from kb.query.read import read


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_form_takes_its_example_and_leaves_the_other(form: Form) -> None:
    assert re.search(form.pattern, form.takes)
    assert not re.fullmatch(form.pattern, form.leaves)


SAME = (
    ("24/08/1949", "24 8 1949"),
    ("24-8-1949", "24 thang 8 nam 1949"),
    ("3/2/1930", "03 02 1930"),
    ("ngày 27 tháng 8 năm 2020", "27 28 8 2020"),
    ("ngay 11 thang 6 nam 1948", "11 6 1948"),
    ("11.6.1948", "11 6 1948"),
    ("ngày 11 tháng 6", "11 6"),
    ("tháng 6/1948", "6 1948"),
    ("2016-2020", "2016 den nam 2020"),
    ("từ 2016 đến 2020", "2016 2020"),
    ("34-CT/TW", "34 ct tw"),
    ("5-CT/TW", "05 ct tw"),
    ("15/2023/NĐ-CP", "15 2023 nd cp"),
    ("27/KH-HĐTĐKT", "27 kh hdtdkt"),
    ("1308", "1.308"),
    ("1.308", "1308"),
    ("6.6%", "6,6"),
    ("5 năm", "05"),
    ("lần thứ 5", "thu v"),
    ("lần thứ XII", "thu 12"),
    ("khóa XV", "khoa 15"),
    ("thế kỷ 15", "the ki xv"),
)


@pytest.mark.parametrize(("typed", "printed"), SAME)
def test_one_way_of_writing_stands_for_the_other(typed: str, printed: str) -> None:
    (number,) = read_numbers(read(typed).words())
    assert tuple(printed.split()) in number.readings


@pytest.mark.parametrize("typed", ["thi đua", "thứ nhất", "năm qua", "V sẽ được", "Ban Bí thư", "3G", "H5N1"])
def test_what_is_no_number_is_left(typed: str) -> None:
    assert read_numbers(read(typed).words()) == ()


def test_a_number_of_one_digit_may_be_printed_as_a_word() -> None:
    assert [number.certain for number in read_numbers(read("3 tập thể, 30 cá nhân").words())] == [False, True]
