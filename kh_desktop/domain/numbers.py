"""Decimal numbers: as they are stored ("12.5"), as people type them ("1.234,5", "95%") and as they are printed ("1.234,5")."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.vitext import clean_line

_STORED = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,12})?")
# Thousands parted by points or blanks with a decimal comma, or as Excel with English settings shows them.
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+)(?:,[0-9]{1,12})?")
_ENGLISH = re.compile(r"-?[0-9]{1,3}(?:(?:,[0-9]{3})+\.[0-9]{1,12}|(?:,[0-9]{3}){2,})")
_PLAIN = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,12})?")
_LONGEST = 30


def is_stored_number(text: str) -> bool:
    """Whether ``text`` is a number in stored form: digits, at most one point."""
    return bool(_STORED.fullmatch(text))


def stored(value: Decimal | None) -> str:
    """``value`` as it is stored: no exponent, no zeros at the end; "" for None."""
    if value is None:
        return ""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def of_stored(text: str) -> Decimal | None:
    """The number of its stored form; None for ""."""
    return Decimal(text) if text else None


def read_number(text: str) -> Decimal:
    """A number as an official types it: "1.234,5", "1234,5", "12.5", "-3", "1 234". A point before three digits parts thousands.

    KhError "number.unreadable".
    """
    plain = clean_line(text).replace("\u2212", "-")
    if len(plain) <= _LONGEST:
        if _GROUPED.fullmatch(plain):
            return Decimal(plain.replace(".", "").replace(" ", "").replace(",", "."))
        if _ENGLISH.fullmatch(plain):
            return Decimal(plain.replace(",", ""))
        if _PLAIN.fullmatch(plain):
            return Decimal(plain.replace(",", "."))
    raise KhError("number.unreadable", value=clean_line(text)[:40])


def read_percent(text: str) -> Decimal:
    """A percentage as it is typed: "95", "95%", "94,5 %". "0,95" and "1" without the sign could be 95 % and 100 % as well, so they are
    refused: nobody can tell, and both happen (a late share of 0,95 %, a cell of a spreadsheet that holds 95 % as 0.95).

    KhError "number.unreadable", "number.percent_unclear" (with both readings).
    """
    plain = clean_line(text)
    bare = plain.removesuffix("%").rstrip()
    # No share is a thousand per cent: here a point before three digits parts the decimals.
    value = Decimal(bare) if is_stored_number(bare) else read_number(bare)
    if bare == plain and 0 < value <= 1:
        raise KhError("number.percent_unclear", value=plain, low=number_words(value, 12), high=number_words(value * 100, 12))
    return value


def number_words(value: Decimal, places: int = 2) -> str:
    """``value`` as it is printed: "1.234,5"; at most ``places`` decimals, rounded half up, no zeros at the end."""
    unit = Decimal(1).scaleb(-places)
    rounded = value.quantize(unit, ROUND_HALF_UP) if value != value.quantize(unit) else value
    whole, _, part = f"{abs(rounded):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    part = part.rstrip("0")
    sign = "-" if rounded < 0 else ""
    return f"{sign}{grouped}{',' + part if part else ''}"
