"""Cells of exported figures as counts, shares and days; what cannot be read is named with its cell and never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.numbers import read_number
from kh_desktop.domain.vitext import clean_line
from kh_desktop.importing.xlsx_sheets import SheetCell

# No commune has more dossiers in a period: a larger number is looked at by a person.
HUGE = 1_000_000
_NOTHING = frozenset({"", "-", "–", "—", "0", "x", "không", "không có"})
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
# Day 0 of Excel's calendar; the days of this century.
_EXCEL_START = date(1899, 12, 30)
_EXCEL_DAYS = range(36_526, 73_415)


def read_count(cell: SheetCell | None) -> int:
    """A number of dossiers. KhError "figures.text_in_number", "figures.not_whole", "figures.negative", "figures.no_value",
    "figures.error_cell"."""
    if cell is None:
        return 0
    _whole_cell(cell)
    value = cell.value
    if isinstance(value, str):
        if value.strip().casefold() in _NOTHING:
            return 0
        try:
            number = read_number(value)
        except KhError as error:
            raise KhError("figures.text_in_number", value=clean_line(value)[:60]) from error
    elif isinstance(value, int | float):
        number = Decimal(str(value))
    elif value is None:
        return 0
    else:
        raise KhError("figures.text_in_number", value=clean_line(cell.shown)[:60])
    if number != number.to_integral_value():
        raise KhError("figures.not_whole", value=clean_line(cell.shown)[:60])
    if number < 0:
        raise KhError("figures.negative", value=clean_line(cell.shown)[:60])
    return int(number)


def read_day(cell: SheetCell | None) -> str:
    """An ISO day, "" for an empty cell: a date, a day as text ("15/3/2026", "2026-03-15 08:10") or Excel's number of it.

    KhError "figures.not_a_day", "figures.no_value", "figures.error_cell".
    """
    if cell is None:
        return ""
    _whole_cell(cell)
    value = cell.value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        if int(value) in _EXCEL_DAYS:
            return (_EXCEL_START + timedelta(days=int(value))).isoformat()
        raise KhError("figures.not_a_day", value=clean_line(cell.shown)[:60])
    text = clean_line(str(value or ""))
    if text in ("", "-"):
        return ""
    found = _DAY_FIRST.search(text)
    parts = (found[3], found[2], found[1]) if found else ()
    if not found and (found := _YEAR_FIRST.search(text)):
        parts = (found[1], found[2], found[3])
    try:
        year, month, day = map(int, parts)
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise KhError("figures.not_a_day", value=text[:60]) from error


def read_words(cell: SheetCell | None) -> str:
    """The text of a cell as one line."""
    return "" if cell is None else _line(cell.shown)


@lru_cache(maxsize=4096)
def _line(text: str) -> str:
    """A register says the same few names thousands of times."""
    return clean_line(text)


def _whole_cell(cell: SheetCell) -> None:
    """Refuses a formula nobody worked out and Excel's errors."""
    if cell.error:
        raise KhError("figures.error_cell", value=clean_line(cell.shown)[:60])
    if cell.value is None and cell.formula:
        raise KhError("figures.no_value")
