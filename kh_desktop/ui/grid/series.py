"""How filling goes on from one or more cells: "Quý IV/2027" → "Quý I/2028", "Tháng 02/2027" → "Tháng 03/2027", dates, years, numbers.

One cell goes on by itself only when it names a quarter, month or year or is nothing but a date or a number; other texts are copied.
Several cells go on with the step they show; where they show none they are repeated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

_ROMAN = ("I", "II", "III", "IV")
_QUARTER = re.compile(r"(?i)(.*\bquý\s+)(IV|I{1,3}|[1-4])\b(?:(\s*/\s*|\s+năm\s+|\s*-\s*)(\d{4})\b)?(.*)", re.DOTALL)
_MONTH = re.compile(r"(?i)((?:.*\s)?tháng\s+)(0?[1-9]|1[0-2])\b(?!\s*-)(?:(\s*/\s*|\s+năm\s+)(\d{4})\b)?(.*)", re.DOTALL)
_DATE = re.compile(r"(\D*?)(\d{1,2})([/.-])(\d{1,2})\3(\d{4})(\D*)", re.DOTALL)
_YEAR = re.compile(r"(?i)(.*\bnăm\s+)(\d{4})\b(.*)", re.DOTALL)
_NUMBER = re.compile(r"\d{1,9}")
_NUMBERED = re.compile(r"(.*?)(\d{1,9})(\D*)", re.DOTALL)
_DAY_BEFORE = re.compile(r"\d\s+tháng\s+$", re.IGNORECASE)
_MAX_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text with a counter in it. ``frame`` is everything else (two phrases of one series have the same); ``alone``: a single cell
    goes on by itself."""

    frame: tuple[object, ...]
    value: int
    render: Callable[[int], str | None]
    alone: bool = True


def extend(seeds: Sequence[str], count: int) -> list[str]:
    """The ``count`` texts that follow ``seeds``."""
    if not seeds:
        return [""] * count
    step = _step(seeds)
    copies = [seeds[place % len(seeds)] for place in range(count)]
    if step is None:
        return copies
    phrase = read(seeds[-1])
    made = [phrase.render(phrase.value + step * (place + 1)) if phrase is not None else None for place in range(count)]
    return cast(list[str], made) if all(text is not None for text in made) else copies


def _step(seeds: Sequence[str]) -> int | None:
    phrases = [read(seed) for seed in seeds]
    first = phrases[0]
    if first is None or any(phrase is None or phrase.frame != first.frame for phrase in phrases):
        return None
    if len(phrases) == 1:
        return 1 if first.alone else None
    values = [phrase.value for phrase in phrases if phrase is not None]
    steps = {after - before for before, after in zip(values, values[1:], strict=False)}
    return steps.pop() if len(steps) == 1 else None


def read(text: str) -> Phrase | None:
    """The counter in ``text``; None when there is none."""
    for reader in (_quarter, _month, _date, _year, _number, _numbered):
        phrase = reader(text)
        if phrase is not None:
            return phrase
    return None


def _quarter(text: str) -> Phrase | None:
    found = _QUARTER.fullmatch(text)
    if found is None:
        return None
    head, name, joint, year, tail = found.groups()
    digits = name.isdigit()
    quarter = int(name) - 1 if digits else _ROMAN.index(name.upper())

    def word(place: int) -> str:
        return str(place + 1) if digits else _ROMAN[place]

    return _cyclic(("quarter", head, digits, joint, tail), quarter, year, 4, head, word, joint, tail)


def _month(text: str) -> Phrase | None:
    found = _MONTH.fullmatch(text)
    if found is None or _DAY_BEFORE.search(found[1]):
        return None
    head, name, joint, year, tail = found.groups()
    padded = len(name) == 2 and (name.startswith("0") or year is not None)
    # "10" alone does not tell whether "9" is written "09"; with a year the two-digit form is the usual one.
    return _cyclic(
        ("month", head, joint, tail),
        int(name) - 1,
        year,
        12,
        head,
        lambda place: f"{place + 1:02d}" if padded else str(place + 1),
        joint,
        tail,
    )


def _cyclic(
    frame: tuple[object, ...], part: int, year: str | None, size: int, head: str, word: Callable[[int], str], joint: str | None, tail: str
) -> Phrase:
    """A quarter or month: with a year it counts on into the next one, without it begins again."""
    if year is None:
        return Phrase(frame, part, lambda value: f"{head}{word(value % size)}{tail}")

    def render(value: int) -> str | None:
        wanted = value // size
        return f"{head}{word(value % size)}{joint}{wanted:04d}{tail}" if 0 < wanted <= _MAX_YEAR else None

    return Phrase(frame, int(year) * size + part, render)


def _date(text: str) -> Phrase | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    head, day, joint, month, year, tail = found.groups()
    try:
        value = date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        return None
    padded = len(day) == 2 and len(month) == 2

    def render(wanted: int) -> str | None:
        if not 0 < wanted <= date.max.toordinal():
            return None
        then = date.fromordinal(wanted)
        days, months = (f"{then.day:02d}", f"{then.month:02d}") if padded else (str(then.day), str(then.month))
        return f"{head}{days}{joint}{months}{joint}{then.year:04d}{tail}"

    return Phrase(("date", head, joint, padded, tail), value, render, alone=not head.strip() and not tail.strip())


def _year(text: str) -> Phrase | None:
    found = _YEAR.fullmatch(text)
    if found is None:
        return None
    head, year, tail = found.groups()
    return Phrase(("year", head, tail), int(year), lambda value: f"{head}{value}{tail}" if 1000 <= value <= _MAX_YEAR else None)


def _number(text: str) -> Phrase | None:
    if _NUMBER.fullmatch(text) is None:
        return None
    width = len(text) if text.startswith("0") else 1
    return Phrase(("number",), int(text), lambda value: f"{value:0{width}d}" if value >= 0 else None)


def _numbered(text: str) -> Phrase | None:
    found = _NUMBERED.fullmatch(text)
    if found is None:
        return None
    head, digits, tail = found.groups()
    width = len(digits) if digits.startswith("0") else 1
    return Phrase(("text", head, tail), int(digits), lambda value: f"{head}{value:0{width}d}{tail}" if value >= 0 else None, alone=False)
