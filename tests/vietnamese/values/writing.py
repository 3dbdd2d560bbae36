"""Values written in the ways that people write them: strategies of (value, text)."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from kb.vietnamese.letters import fold

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ((10**9, ("tỷ", "tỉ")), (10**6, ("triệu",)), (10**3, ("nghìn", "ngàn")))
MOST = 10**12


@st.composite
def numbers_in_words(draw: st.DrawFn) -> tuple[int, str]:
    """A number from 0 to 10^12 and its words, as schools teach them, with or without marks."""
    number = draw(st.one_of(st.integers(0, MOST), st.integers(0, 2000), st.sampled_from((MOST, 10**9, 10**6))))
    words = " ".join(_words(draw, number)) or "không"
    return number, draw(st.sampled_from((words, fold(words), words.capitalize(), words.upper())))


def _words(draw: st.DrawFn, number: int, *, inside: bool = False) -> list[str]:
    """The words of a number; `inside`: more stands before it, so that no hundreds are left out."""
    words: list[str] = []
    for scale, names in SCALES:
        count, number = divmod(number, scale)
        if count:
            words += [*_words(draw, count, inside=inside or bool(words)), draw(st.sampled_from(names))]
    return words + _below_thousand(draw, number, inside=inside or bool(words))


def _below_thousand(draw: st.DrawFn, number: int, *, inside: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [DIGITS[hundreds], "trăm"] if hundreds or (inside and number) else []
    if not rest:
        return words
    if not tens:
        return [*words, draw(st.sampled_from(("linh", "lẻ"))), DIGITS[ones]] if words else [DIGITS[ones]]
    words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    return [*words, draw(st.sampled_from(_ones(tens, ones)))] if ones else words


def _ones(tens: int, ones: int) -> tuple[str, ...]:
    """How a last digit is said behind tens."""
    if ones == 1 and tens > 1:
        return ("mốt", "một")
    if ones == 4 and tens > 1:
        return ("tư", "bốn")
    return ("lăm", "nhăm") if ones == 5 and tens > 1 else ("lăm",) if ones == 5 else (DIGITS[ones],)


@st.composite
def written_days(draw: st.DrawFn) -> tuple[date, str]:
    """A day from 1800 to 2149 and a way to write it."""
    day = draw(st.dates(date(1800, 1, 1), date(2149, 12, 31)))
    d, m = (draw(st.sampled_from((f"{part}", f"{part:02}"))) for part in (day.day, day.month))
    mark = draw(st.sampled_from(("/", "-", ".", " / ")))
    in_words = f"ngày {d} tháng {m} năm {day.year}"
    ways = (f"{d}{mark}{m}{mark}{day.year}", in_words, fold(in_words), in_words.upper(), f"{d} tháng {m}, {day.year}")
    return day, draw(st.sampled_from((*ways, f"ngày {d}/{m}/{day.year}", day.isoformat())))


def grouped(number: int) -> str:
    """A number as it is printed: 13.458.

    >>> grouped(13458), grouped(308)
    ('13.458', '308')
    """
    return f"{number:,}".replace(",", ".")
