"""What stands in the number column of a task table, or before the text of a row that has none."""

from __future__ import annotations

import re

from kh_desktop.domain.task_rows import MAX_LEVEL

_ROMAN = re.compile(r"M{0,2}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_DECIMAL = re.compile(r"\(?(\d{1,4}(?:\.\d{1,3}){0,3})\s*[.)/]?")
_JOINED = re.compile(r"[IVXLC]{1,6}\.\d{1,3}(?:\.\d{1,3})?\s*[.)]?")
_LETTER = re.compile(r"([a-zđ])\s*[.)]|([a-zđ])")
_BULLETS = frozenset("-–—+•*·▪●○◦")
_GROUP_START = re.compile(r"[IVXLC]{1,7}\s*[.)/:-]\s*(?=\S)|[A-HĐ]\s*[.)/]\s+(?=\S)|(?i:phần|nhóm|mục)\s+[IVXLC\d]+\s*[.):-]\s*(?=\S)")
_LINE_START = re.compile(r"(?:(?i:nhóm|phần|mục)\s+)?([IVXLC]{1,7}|[A-HĐ])\s*[.)]?\n")
_TASK_START = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,2})(?:[.)]\s*|\s+)(?=[^\W\d_])")


def is_roman(text: str) -> bool:
    """Whether ``text`` is a Roman number, with or without a point behind it."""
    bare = text.strip().rstrip(".)").strip()
    return bool(bare) and _ROMAN.fullmatch(bare) is not None


def is_group_mark(text: str) -> bool:
    """Whether a number cell is that of a group row: "II", "B."."""
    bare = text.strip().rstrip(".)").strip()
    return is_roman(text) or (len(bare) == 1 and bare.isupper() and bare.isalpha())


def is_number(text: str) -> bool:
    """Whether ``text`` is nothing but the number of a task or group: "1", "2.1.", "(1)", "I.1", "a)", "-", "IV"."""
    bare = text.strip()
    figures = _DECIMAL.fullmatch(bare) or _JOINED.fullmatch(bare) or _LETTER.fullmatch(bare)
    return bool(bare) and (bare in _BULLETS or bool(figures) or is_group_mark(bare))


def level_of(number: str, above: int) -> int:
    """The level a row's number gives it: "1" 0, "2.1" 1, "2.1.1" 2; letters and bullets are one below the last row numbered with figures,
    whose level is ``above`` (-1: none). No number: that level itself."""
    bare = number.strip()
    figures = _DECIMAL.fullmatch(bare)
    if figures:
        return min(figures.group(1).count("."), MAX_LEVEL)
    if bare and (bare in _BULLETS or _LETTER.fullmatch(bare)):
        return min(above + 1, MAX_LEVEL)
    return max(above, 0)


def has_figures(number: str) -> bool:
    """Whether a number is made of figures: what letters and bullets below it hang on."""
    return _DECIMAL.fullmatch(number.strip()) is not None


def split_group(text: str) -> tuple[str, str]:
    """("II", "Rà soát") of "II. Rà soát" or of a number and a title on two lines; ("", text) when no group number begins the text."""
    found = _LINE_START.match(text) or _GROUP_START.match(text)
    if found is None or not text[found.end() :].strip():
        return "", text
    return text[: found.end()].strip(), text[found.end() :].strip()


def split_task(text: str) -> tuple[str, str]:
    """("2.1", "Rà soát") of "2.1. Rà soát"; ("", text) when no number begins the text."""
    found = _TASK_START.match(text)
    return (found.group(1), text[found.end() :]) if found else ("", text)
