"""What a day, a month or a stretch of months is called in terms and in ISO 8601, and the patterns of their parts."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal

from kb.vietnamese.values.spelled import WORD, read_spelled
from kb.vietnamese.values.value import Days, Grain

LEAP_YEAR = 2000  # a day of no year may be 29 February
CENTURY_TURNS = 30  # "30/4/75" is 1975, "05/7/19" is 2019

DAY, MONTH, YEAR = r"(?P<d>3[01]|[12]\d|0?[1-9])", r"(?P<m>1[0-2]|0?[1-9])", r"(?P<y>[12]\d{3})"
NEAR_YEAR = r"(?P<y>1[89]\d{2}|20\d{2}|21[0-4]\d)"
"""Years that official documents speak of, 1800 to 2149."""

IN_WORDS = rf"{WORD}(?:[ \u00a0](?!năm){WORD}){{0,2}}"
"""A day or month; "năm" begins one only, behind others it is the year's: "tháng sáu năm 1948"."""

END_OF_DATE = r"(?!\w)(?![/-]\d)(?![.,]\d)"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a year, or of any."""

    day: int
    month: int
    year: int | None = None

    @property
    def exists(self) -> bool:
        """Whether a calendar has it.

        >>> Day(29, 2).exists, Day(29, 2, 2019).exists, Day(31, 6).exists
        (True, False, False)
        """
        return 1 <= self.month <= 12 and 1 <= self.day <= monthrange(self.year or LEAP_YEAR, self.month)[1]

    @property
    def iso(self) -> str:
        """
        >>> Day(11, 6, 1948).iso, Day(11, 6).iso
        ('1948-06-11', '--06-11')
        """
        return f"{self.year:04}-{self.month:02}-{self.day:02}" if self.year else f"--{self.month:02}-{self.day:02}"

    @property
    def terms(self) -> tuple[str, ...]:
        """
        >>> Day(11, 6, 1948).terms, Day(11, 6).terms
        (('d:1948-06-11', 'md:06-11', 'm:1948-06', 'y:1948'), ('md:06-11',))
        """
        of_any_year = f"md:{self.month:02}-{self.day:02}"
        if not self.year:
            return (of_any_year,)
        return (f"d:{self.iso}", of_any_year, f"m:{self.year:04}-{self.month:02}", f"y:{self.year}")


def months(first: int, last: int, year: int | None, grain: Grain) -> Days:
    """The days of the months from `first` to `last`.

    >>> months(4, 6, 2020, "quarter")
    Days(first='2020-04-01', last='2020-06-30', grain='quarter')
    """
    ends = monthrange(year or LEAP_YEAR, last)[1]
    return Days(Day(1, first, year).iso, Day(ends, last, year).iso, grain)


def whole_year(year: str) -> str:
    """A year of two digits as the one of four that is meant.

    >>> whole_year("75"), whole_year("19"), whole_year("1948")
    ('1975', '2019', '1948')
    """
    if len(year) == 4:
        return year
    return f"19{year}" if int(year) >= CENTURY_TURNS else f"20{year}"


def counted(words: str) -> int | None:
    """A day or month in digits or words; None where it is none.

    >>> counted("06"), counted("mười một"), counted("tư"), counted("giêng"), counted("hai nghìn")
    (6, 11, 4, 1, None)
    """
    named = {"tư": 4, "tu": 4, "giêng": 1, "gieng": 1, "chạp": 12, "chap": 12}.get(words.lower())
    if named or words.isdigit():
        return named or int(words)
    number = read_spelled(words)
    return int(number) if number is not None and number <= Decimal(31) else None
