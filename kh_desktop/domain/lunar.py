"""The Vietnamese lunar calendar (âm lịch), computed from the sun and the moon for the meridian of UTC+7.

A month begins on the day of a new moon; the month that holds the winter solstice is the eleventh; in a year of thirteen months the first
one in which the sun enters no new twelfth of the zodiac is the leap month. The series are those of Meeus, "Astronomical Algorithms",
shortened: good to some minutes in 1900–2199. China's calendar (UTC+8) differs on some days: Tết 1985 by a month, 2007 and 2030 by a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import floor, pi, sin

_ZONE = 7 / 24
# The Julian day number (at noon) of a day is its ordinal in Python's calendar and this.
_ORDINAL_ZERO = 1721425
_SYNODIC = 29.530588853
# The new moon of 01/01/1900, lunation 0 of the series.
_EPOCH = 2415021.076998695
_RADIANS = pi / 180


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar; ``leap``: the month is a leap month, "tháng 6 nhuận"."""

    day: int
    month: int
    leap: bool
    year: int


@lru_cache(maxsize=2048)
def lunar(day: str) -> LunarDay:
    """The lunar day of an ISO day."""
    number = date.fromisoformat(day).toordinal() + _ORDINAL_ZERO
    lunation = _lunation_of(number)
    start = _new_moon_day(lunation)
    eleventh = _eleventh_month(int(day[:4]))
    if eleventh <= lunation:
        solstice_year, first, following = int(day[:4]), eleventh, _eleventh_month(int(day[:4]) + 1)
    else:
        solstice_year, first, following = int(day[:4]) - 1, _eleventh_month(int(day[:4]) - 1), eleventh
    place = lunation - first
    leap_place = _leap_place(first, following)
    is_leap = leap_place > 0 and place == leap_place
    month = (place + 11 - (1 if leap_place and place >= leap_place else 0) - 1) % 12 + 1
    year = solstice_year if month >= 11 and place < 4 else solstice_year + 1
    return LunarDay(number - start + 1, month, is_leap, year)


@lru_cache(maxsize=512)
def solar(day: int, month: int, year: int) -> str:
    """The ISO day of a day in a month (not a leap month) of a lunar year; day 1 of month 1 is Tết. Months 1 to 12, years 1900–2199."""
    first, following = _eleventh_month(year - 1), _eleventh_month(year)
    if month >= 11:
        first, following = following, _eleventh_month(year + 1)
    place = (month - 11) % 12
    leap_place = _leap_place(first, following)
    if leap_place and place >= leap_place:
        place += 1
    return _iso(_new_moon_day(first + place) + day - 1)


def tet(year: int) -> str:
    """Mồng 1 Tết Nguyên đán of ``year``, ISO."""
    return solar(1, 1, year)


def hung_kings_day(year: int) -> str:
    """Giỗ Tổ Hùng Vương: mồng 10 tháng 3, ISO."""
    return solar(10, 3, year)


def _iso(julian_day: int) -> str:
    return date.fromordinal(julian_day - _ORDINAL_ZERO).isoformat()


def _lunation_of(julian_day: int) -> int:
    guess = floor((julian_day - _EPOCH) / _SYNODIC) + 1
    while _new_moon_day(guess) > julian_day:
        guess -= 1
    return guess


@lru_cache(maxsize=4096)
def _new_moon_day(lunation: int) -> int:
    """The day (Julian day number, UTC+7) on which a lunation begins."""
    t = lunation / 1236.85
    mean = 2415020.75933 + 29.53058868 * lunation + (0.0001178 - 0.000000155 * t) * t**2
    mean += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t**2) * _RADIANS)
    sun = (359.2242 + 29.10535608 * lunation - (0.0000333 + 0.00000347 * t) * t**2) * _RADIANS
    moon = (306.0253 + 385.81691806 * lunation + (0.0107306 + 0.00001236 * t) * t**2) * _RADIANS
    node = (21.2964 + 390.67050646 * lunation - (0.0016528 + 0.00000239 * t) * t**2) * _RADIANS
    terms = (
        (0.1734 - 0.000393 * t, sun), (0.0021, 2 * sun), (-0.4068, moon), (0.0161, 2 * moon), (-0.0004, 3 * moon), (0.0104, 2 * node),
        (-0.0051, sun + moon), (-0.0074, sun - moon), (0.0004, 2 * node + sun), (-0.0004, 2 * node - sun), (-0.0006, 2 * node + moon),
        (0.0010, 2 * node - moon), (0.0005, 2 * moon + sun),
    )  # fmt: skip
    true = mean + sum(size * sin(angle) for size, angle in terms)
    # From dynamical time to the clock: the earth slows down.
    return floor(true - (-0.000278 + 0.000265 * t + 0.000262 * t**2) + 0.5 + _ZONE)


def _sun_twelfth(julian_day: int) -> int:
    """In which twelfth of the zodiac (0 from the spring equinox) the sun stands when a day of UTC+7 begins."""
    t = (julian_day - 0.5 - _ZONE - 2451545.0) / 36525
    anomaly = (357.52910 + 35999.05030 * t - (0.0001559 + 0.00000048 * t) * t**2) * _RADIANS
    mean = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    centre = (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(anomaly)
    centre += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    return floor((mean + centre) % 360 / 30)


@lru_cache(maxsize=512)
def _eleventh_month(year: int) -> int:
    """The lunation of the month that holds the winter solstice of ``year``."""
    lunation = _lunation_of(date(year, 12, 31).toordinal() + _ORDINAL_ZERO)
    return lunation - 1 if _sun_twelfth(_new_moon_day(lunation)) >= 9 else lunation


def _leap_place(first: int, following: int) -> int:
    """Which month after the eleventh is the leap one in the year up to the next eleventh month; 0 for none."""
    if following - first < 13:
        return 0
    for place in range(1, 14):
        if _sun_twelfth(_new_moon_day(first + place)) == _sun_twelfth(_new_moon_day(first + place + 1)):
            return place
    return 0
