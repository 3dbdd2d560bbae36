"""Values that are written are read again as they were meant, wherever they stand; odd text takes no long time."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.vietnamese.values import Amount, Days, DocNumber, Relative, Share, Value, read_values
from kb.vietnamese.values.digits import read_numeral, written
from kb.vietnamese.values.spelled import read_spelled
from tests.strategies import vietnamese_texts
from tests.vietnamese.values.writing import MOST, grouped, numbers_in_words, written_days


@given(numbers_in_words())
def test_a_number_in_words_is_read_again(written: tuple[int, str]) -> None:
    number, words = written
    assert read_spelled(words) == number


@given(numbers_in_words().filter(lambda pair: len(pair[1].split()) > 1))
def test_a_number_in_words_stands_in_a_text_as_one_value(written: tuple[int, str]) -> None:
    number, words = written
    (value,) = read_values(f"({words})")
    assert (value.span.of(f"({words})"), value.terms) == (words, (f"n:{number}",))


@given(st.integers(0, MOST))
def test_a_number_in_digits_is_read_again(number: int) -> None:
    assert {read_numeral(str(number)), read_numeral(grouped(number))} == {Decimal(number)}
    assert written(Decimal(number)) == str(number)


@given(st.decimals(0, 10**6, places=2))
def test_a_decimal_is_read_again(number: Decimal) -> None:
    assert read_numeral(f"{number:f}".replace(".", ",")) == number


@given(written_days())
def test_a_written_day_is_read_again(written: tuple[date, str]) -> None:
    day, text = written
    (value,) = read_values(text)
    assert (value.kind, value.value, value.terms[0]) == ("date", day.isoformat(), f"d:{day.isoformat()}")
    assert value.meaning == Days(day.isoformat(), day.isoformat(), "day")


@given(st.one_of(vietnamese_texts(), st.text("0123456789.,/-%đô năm tháng ngày XIVQĐ\n", max_size=80)))
def test_values_stand_in_order_inside_the_text_and_none_overlaps(text: str) -> None:
    values = read_values(text)
    assert all(0 <= value.span.start < value.span.end <= len(text) for value in values)
    assert all(one.span.end <= other.span.start for one, other in pairwise(values))
    assert all(value.terms and len(set(value.terms)) == len(value.terms) for value in values)
    assert all(value.meaning.low <= value.meaning.high for value in values if isinstance(value.meaning, Amount))


def one(text: str) -> Value:
    (value,) = read_values(text)
    return value


AMOUNTS = (
    ("13.458 tỷ đồng", "13458", "13458", "tỷ đồng", "đồng", "1000000000"),
    ("18,9 triệu đồng/người/năm", "18.9", "18.9", "triệu đồng/người/năm", "đồng/người/năm", "1000000"),
    ("6,6%", "6.6", "6.6", "%", "%", "1"),
    ("mười lăm phần trăm", "15", "15", "phần trăm", "%", "1"),
    ("từ 500 triệu đến 1 tỷ đồng", "0.5", "1", "tỷ đồng", "đồng", "1000000000"),
    ("10 - 15%", "10", "15", "%", "%", "1"),
    ("20ha", "20", "20", "ha", "ha", "1"),
    ("hai triệu đồng", "2000000", "2000000", "đồng", "đồng", "1"),
    ("700 hộ", "700", "700", "", "", "1"),
    ("2 điểm phần trăm", "2", "2", "điểm phần trăm", "điểm %", "1"),
)


@pytest.mark.parametrize(("text", "low", "high", "unit", "base", "scale"), AMOUNTS)
def test_an_amount_says_what_is_said_in_which_unit(
    text: str, low: str, high: str, unit: str, base: str, scale: str
) -> None:
    meaning = one(text).meaning
    assert isinstance(meaning, Amount)
    assert (written(meaning.low), written(meaning.high), written(meaning.scale)) == (low, high, scale)
    assert (meaning.unit, meaning.base) == (unit, base)


MEANINGS = (
    ("11/6", Days("--06-11", "--06-11", "day")),
    ("27, 28/8/2020", Days("2020-08-27", "2020-08-28", "day")),
    ("tháng 2/2020", Days("2020-02-01", "2020-02-29", "month")),
    ("năm 2020", Days("2020-01-01", "2020-12-31", "year")),
    ("quý II/2020", Days("2020-04-01", "2020-06-30", "quarter")),
    ("6 tháng đầu năm 2020", Days("2020-01-01", "2020-06-30", "half")),
    ("nhiệm kỳ 2015 - 2020", Days("2015-01-01", "2020-12-31", "year")),
    ("5 năm qua", Relative(Decimal(5), "year", past=True)),
    ("10 năm tới", Relative(Decimal(10), "year", past=False)),
    ("110/122 xã", Share(Decimal(110), Decimal(122))),
    ("30/2020/NĐ-CP", DocNumber("30", 2020, "nd", "cp")),
    ("Quyết định số 258", DocNumber("258", None, "qd", "")),
    ("59/2020/QH14", DocNumber("59", 2020, "", "qh14")),
)


@pytest.mark.parametrize(("text", "meaning"), MEANINGS)
def test_a_value_says_what_it_means(text: str, meaning: object) -> None:
    assert one(text).meaning == meaning


LEFT = (
    *(
        "HIV/AIDS",
        "A2, B1",
        "H5N1",
        "bài 3.2.1",
        "ra đa Doi-10.2307/2752241",
        "192.168.1.1",
        "tỷ số đẹp",
        "một số",
        "hàng trăm, hàng nghìn",
    ),
    *("năm nay", "ba năm", "thứ trưởng", "thư ký", "Đại hội đồng", "quý vị", "phần trăm", "thế kỷ nào", "lần nữa"),
)


@pytest.mark.parametrize("text", LEFT)
def test_what_looks_like_a_value_is_left(text: str) -> None:
    assert read_values(text) == ()


ODD = (
    *(
        "1",
        "1.",
        "1/",
        "1 ",
        "1,",
        "1-",
        "1 - ",
        "11/6 ",
        "11/6/",
        "12, ",
        "2016 - ",
        "258/QĐ-",
        "1/QĐ",
        "1:",
        "%",
        "1%",
    ),
    *("năm ", "hai ", "mười ", "tháng 6 ", "ngày 1 ", "thứ ", "Đại hội ", "hội a ", "XX", "từ 1 đến ", "quyết định 5 "),
    *("1 tỷ ", "một phần ", "nửa đầu năm ", "đồng/a/", " ", "\n", "A2", "(", "“"),
)


@pytest.mark.parametrize("piece", ODD)
def test_twice_as_long_a_run_takes_about_twice_as_long(piece: str) -> None:
    short, long = (piece * 20_000)[:10_000], (piece * 40_000)[:40_000]
    assert _cpu_time(long) < 12 * _cpu_time(short) + 0.1  # four times as long; sixteen were quadratic


def _cpu_time(text: str) -> float:
    begun = time.process_time()
    read_values(text)
    return time.process_time() - begun
