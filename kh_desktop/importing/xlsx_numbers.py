"""What Excel shows for a number: the number formats of ECMA-376 (18.8.30) as far as offices use them, written the Vietnamese way.

Decimal comma and thousands dot, days as dd/mm/yyyy whatever the order in the format: the file does not say what the machine showed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

# Formats known by number only (18.8.30); those for dates in other languages are 27 to 36 and 50 to 58.
_BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "General", 13: "General",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00",
    44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "0.00E+00", 49: "@",
}  # fmt: skip

# Dates in the ways of other languages.
_OTHER_DATES = (range(27, 37), range(50, 59))
_TOKEN = re.compile(r'"([^"]*)"?|\\(.)|\[([^\]]*)\]?|_.|\*.|([^"\\\[_*]+)')
_DIGITS = re.compile(r"[#0?](?:[#0?,.]*[#0?])?")
# The last day Excel knows is 31/12/9999.
_LAST_DAY = 2_958_466
_MOST_FORMAT = 500


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A number format: "text", "general", "number" or "date", and what is written around and inside it.

    ``parts`` of a date: which of the letters d, m, y, h, s it has ("n" stands for minutes).
    """

    kind: str
    prefix: str = ""
    suffix: str = ""
    whole: int = 1
    decimals: int = 0
    optional: int = 0
    grouped: bool = False
    percent: bool = False
    parts: str = ""


@lru_cache(maxsize=512)
def number_format(code: str) -> NumberFormat:
    """A format code understood. Only its first section counts (the one for positive numbers)."""
    literal: list[tuple[str, str]] = []
    code = code[:_MOST_FORMAT]
    for quoted, escaped, bracket, bare in _TOKEN.findall(code):
        if bare:
            head, semicolon, _ = bare.partition(";")
            literal.append(("bare", head))
            if semicolon:
                break
        elif bracket:
            literal.append(_bracket(bracket))
        elif quoted or escaped:
            literal.append(("said", quoted or escaped))
    signs = "".join(text for kind, text in literal if kind != "said")
    if "general" in signs.lower() or not signs.strip():
        return NumberFormat("general", *_around(literal, "general"))
    if "@" in signs:
        return NumberFormat("text")
    if re.search("[dmyhs]", re.sub("(?i)e[+-]", "", signs.lower())):
        return NumberFormat("date", parts=_parts(signs.lower()))
    return _plain_number(signs, literal)


def built_in(number: int) -> str:
    """The format code known by a number only; "General" for one that is not known."""
    return "dd/mm/yyyy" if any(number in one for one in _OTHER_DATES) else _BUILT_IN.get(number, "General")


def _bracket(inside: str) -> tuple[str, str]:
    """What stands in brackets: hours that run on, a currency sign, or a colour, a condition, a language, which show nothing."""
    if inside.lower().strip("hms") == "":
        return "bare", inside
    if inside.startswith("$"):
        return "said", inside[1:].partition("-")[0]
    return "said", ""


def _plain_number(signs: str, literal: list[tuple[str, str]]) -> NumberFormat:
    found = _DIGITS.search(signs)
    if not found or "e+" in signs.lower() or "/" in signs:
        return NumberFormat("general")
    whole, _, decimals = found.group().partition(".")
    return NumberFormat(
        "number",
        *_around(literal, found.group()),
        whole=whole.count("0"),
        decimals=sum(decimals.count(sign) for sign in "0#?"),
        optional=decimals.count("#") + decimals.count("?"),
        grouped="," in whole,
        percent="%" in signs,
    )


def _around(literal: list[tuple[str, str]], digits: str) -> tuple[str, str]:
    """The words before and behind the digits."""
    whole = "".join(text if kind == "said" else text.replace("%", "") for kind, text in literal)
    at = whole.lower().find(digits.lower())
    if at < 0:
        return "", ""
    # What is left of a sign for digits is no word.
    return whole[:at].lstrip("#0?"), re.sub("[#0?]", "", whole[at + len(digits) :]).rstrip()


def _parts(signs: str) -> str:
    """The units a date format shows, each once; m beside h or s is minutes."""
    found = ""
    letters = re.findall(r"d+|m+|y+|h+|s+|b+", signs)
    for at, letter in enumerate(letters):
        unit = letter[0]
        before = letters[at - 1][0] if at else ""
        after = letters[at + 1][0] if at + 1 < len(letters) else ""
        if unit == "m" and (before == "h" or after == "s"):
            unit = "n"
        if unit in "dmyhns" and unit not in found:
            found += unit
    return found


def shown(number: float, form: NumberFormat) -> str:
    """A number as the format shows it; dates see ``as_date``."""
    if form.kind != "number":
        return f"{form.prefix}{general(number)}{form.suffix}"
    value = number * 100 if form.percent else number
    text = f"{round(abs(value) + 1e-9 * (abs(value) < 1e9), form.decimals):.{form.decimals}f}"
    whole, _, decimals = text.partition(".")
    while form.optional and decimals.endswith("0") and len(decimals) > form.decimals - form.optional:
        decimals = decimals[:-1]
    whole = whole.zfill(form.whole)
    if form.grouped:
        whole = f"{int(whole):,}".replace(",", ".").zfill(form.whole)
    sign = "-" if value < 0 and any(digit in "123456789" for digit in text) else ""
    return f"{sign}{form.prefix}{whole}{',' + decimals if decimals else ''}{'%' if form.percent else ''}{form.suffix}"


def general(number: float) -> str:
    """A number without a format: whole when it is whole, at most 11 digits otherwise, decimal comma."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.11g}".replace(".", ",")


def as_date(number: float, form: NumberFormat, from_1904: bool) -> tuple[date | None, str]:
    """The day a serial number stands for (a datetime when its format shows hours) and how it is shown; None and its digits when no
    calendar has it, or when the format shows hours only."""
    hours = any(unit in form.parts for unit in "hns")
    if not 0 <= number < _LAST_DAY:
        return None, general(number)
    seconds = round(number % 1 * 86_400)
    if hours and not any(unit in form.parts for unit in "dmy"):
        total = int(number) * 86_400 + seconds
        tail = f":{total % 60:02d}" if "s" in form.parts else ""
        return None, f"{total // 3600:02d}:{total // 60 % 60:02d}{tail}"
    if from_1904:
        start = datetime(1904, 1, 1)
    else:
        # Excel counts a 29/02/1900 that never was.
        start = datetime(1899, 12, 30) if number >= 61 else datetime(1899, 12, 31)
    try:
        moment = start + timedelta(days=int(number), seconds=seconds)
    except OverflowError:
        return None, general(number)
    return (moment if hours else moment.date()), _date_words(moment, form.parts, hours)


def _date_words(moment: datetime, parts: str, hours: bool) -> str:
    pieces = {"d": f"{moment.day:02d}", "m": f"{moment.month:02d}", "y": f"{moment.year:04d}"}
    day = "/".join(text for unit, text in pieces.items() if unit in parts)
    return f"{day} {moment.hour:02d}:{moment.minute:02d}" if hours else day
