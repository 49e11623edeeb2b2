"""Indicators (chỉ tiêu), what a period measured (số liệu), and how that stands against what a plan promises.

A zero denominator is "không phát sinh": there is no figure, never 100 %.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kh_desktop.domain.model import Target
from kh_desktop.domain.numbers import of_stored
from kh_desktop.domain.periods import Period

ORIGINS = ("typed", "imported", "computed")
# How far below a target still counts as near, in points of its unit.
NEAR = Decimal(5)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured: numerator and denominator in words. ``direction``: "up" when more is better, else "down".

    ``formula`` names a computation from form II.06a (``form06a.FORMULAS``), "" for none. ``sure``: the formula is confirmed by a text or a
    running system. ``own``: added by the office. ``words`` are phrases that point to it in plans ("a + b": both must stand there).
    """

    key: str
    name: str
    numerator: str = ""
    denominator: str = ""
    unit: str = "%"
    direction: str = "up"
    source: str = ""
    formula: str = ""
    sure: bool = False
    own: bool = False
    hidden: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a period measured for an indicator. ``origin``: "typed", "imported" or "computed"; ``source`` says from what in words.

    ``at`` (ISO time) and ``who``: the last change. ``alternatives``: what else is known for the same indicator and period.
    """

    id: int = 0
    indicator: str = ""
    period: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    origin: str = "typed"
    source: str = ""
    file_id: int = 0
    note: str = ""
    at: str = ""
    who: str = ""
    alternatives: tuple[Reading, ...] = ()


def figure_of(reading: Reading, unit: str = "%") -> Decimal | None:
    """The figure, not rounded: numerator by denominator (in per cent when that is the unit), else the stated value; None when there is
    none or nothing arose."""
    if reading.numerator is not None and reading.denominator is not None:
        if not reading.denominator:
            return None
        share = reading.numerator / reading.denominator
        return share * _HUNDRED if unit == "%" else share
    return None if nothing_arose(reading) else reading.value


def nothing_arose(reading: Reading) -> bool:
    """Whether the denominator is zero: "không phát sinh"."""
    return reading.denominator is not None and not reading.denominator


def ranked(readings: Sequence[Reading]) -> Reading | None:
    """The reading that counts (typed before imported before computed; of one origin the newest, a sum before its parts)
    with the others as its ``alternatives``; None of none."""
    order = sorted(readings, key=lambda r: (r.at, not r.id, r.id), reverse=True)
    order.sort(key=lambda r: ORIGINS.index(r.origin))
    return replace(order[0], alternatives=tuple(order[1:])) if order else None


def level_for(target: Target, year: int) -> Decimal | None:
    """The level a target asks for in ``year``; None when it names no number, or grows from a level nobody entered.

    "+" targets: ``base`` ("2023:40") moved by ``growth`` for each year since, up to (or, falling, down to) ``ceiling``, never below 0.
    """
    if target.comparator == "assigned" and not target.value:
        return None
    if target.comparator != "+":
        return of_stored(target.value)
    base_year, _, text = target.base.rpartition(":")
    level, years = of_stored(text), year - int(base_year) if base_year.isdigit() else 0
    if level is None or not target.growth or years < 0 or not base_year:
        return None
    step = Decimal(target.growth.removesuffix("%"))
    if target.growth.endswith("%"):
        level *= (1 + step / _HUNDRED) ** years
    else:
        level += step * years
    limit = of_stored(target.ceiling)
    if limit is not None:
        level = min(level, limit) if step >= 0 else max(level, limit)
    return max(level, Decimal(0))


def gap(target: Target, value: Decimal | None, year: int, direction: str = "up") -> Decimal | None:
    """By how much a figure is beyond (+) or short of (-) its target; None without a figure or a level. For "=" every difference is short,
    but for the full 100 % nothing more can be had, so there only less is."""
    level = level_for(target, year)
    if value is None or level is None:
        return None
    if asks_for_less(target, direction):
        return level - value
    if target.comparator == "=" and level != _HUNDRED:
        return -abs(value - level)
    return value - level


def asks_for_less(target: Target, direction: str = "up") -> bool:
    """Whether a smaller figure is better: the target says at most, or falls year by year, or its indicator does."""
    if target.comparator == "+":
        return target.growth.startswith("-")
    return target.comparator == "<=" or (target.comparator == "assigned" and direction == "down")


def judge(target: Target, reading: Reading | None, year: int, direction: str = "up", unit: str = "%") -> str:
    """ "met", "near" (short by at most ``NEAR``), "missed", "no_figure", "nothing" (không phát sinh), "no_number" (no level to compare)."""
    if reading is not None and nothing_arose(reading):
        return "nothing"
    value = figure_of(reading, unit) if reading is not None else None
    if value is None:
        return "no_figure"
    short = gap(target, value, year, direction)
    if short is None:
        return "no_number"
    if short >= 0:
        return "met"
    return "near" if short >= -NEAR else "missed"


def forecast(points: Sequence[tuple[Period, Reading]], year: int, unit: str = "%") -> Decimal | None:
    """What the year will end at when it goes on as it did: None without a figure of that year.

    Shares of counts are summed over the year's periods that do not overlap (the rest of the year is taken to be like what was), so a
    busy quarter weighs more. Figures without counts: the mean of the year's figures, weighted by their days. A figure of a longer
    period (6 tháng) replaces those of the shorter ones inside it.
    """
    apart = _apart([(p, r) for p, r in points if p.year == year and (figure_of(r, unit) is not None or nothing_arose(r))])
    if not apart:
        return None
    if all(r.numerator is not None and r.denominator is not None for _, r in apart):
        numerator = sum((r.numerator for _, r in apart if r.numerator is not None), Decimal(0))
        denominator = sum((r.denominator for _, r in apart if r.denominator is not None), Decimal(0))
        return figure_of(Reading(numerator=numerator, denominator=denominator), unit)
    figures = [(p.days, figure) for p, r in apart if (figure := figure_of(r, unit)) is not None]
    days = sum(d for d, _ in figures)
    return sum((figure * d for d, figure in figures), Decimal(0)) / days if days else None


def _apart(points: Sequence[tuple[Period, Reading]]) -> list[tuple[Period, Reading]]:
    """Periods that do not overlap, the longest first."""
    kept: list[tuple[Period, Reading]] = []
    for period, reading in sorted(points, key=lambda point: -point[0].days):
        if all(period.end < other.start or period.start > other.end for other, _ in kept):
            kept.append((period, reading))
    return kept
