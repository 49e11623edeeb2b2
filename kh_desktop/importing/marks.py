"""Numbers before headings and paragraphs as offices write them: "II.", "B.", "1.", "1.1.", "a)", "II.3.", "- "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kh_desktop.domain.clip.numbers import is_roman

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

BULLET = re.compile(r"^([-–—+•*·▪●○◦])\s*(?=\S)")
_UPPER = re.compile(r"^(?:(?:(?i:phần|mục|chương)\s+)?([IVXLC]{1,6}|[A-HĐ]))(?:\s*[.):/]\s*|\s*[-–]\s+|(?<=[IVX])\s+(?=[^\W\d_]))(?=\S)")
_JOINED = re.compile(r"^((?:[IVXL]{1,5}|[A-H])(?:\.\d{1,2}){1,3}(?:\.?[a-zđ]\))?)(?:[.):]\s*|\s+)(?=\S)")
_DECIMAL = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.):/]\s*|\s+)(?=[^\W\d_]|[“\"(\[])")
_BRACKET = re.compile(r"^\((\d{1,2})\)\s*(?=\S)")
_FIGURE = re.compile(r"^(?:(?i:mục)\s+)?\(?(\d{1,3})(?:[.)/:](?!\d)\s*|\)\s*|\s*[-–]\s+)(?=\S)")
_LETTER = re.compile(r"^\(?([a-zđ])(?:[.)]\s*|/\s*)(?=\S)")
# A number that has its line to itself, its heading on the next: "Phần II", "II."
_ALONE = re.compile(r"^(?:(?i:phần|chương|mục)\s+([IVXLC]{1,6}|\d{1,2})\s*[.:]?|([IVXLC]{1,6}|\d{1,2})\.)$")
_SUBJECT = re.compile(r"^[Vv]/v\b")
_ARTICLE = re.compile(r"^(?i:điều)\s+(\d{1,2})\s*[.:]\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A number before a text. ``kind``: "upper" (A), "roman", "figure" (1), "decimal2" (1.1), "decimal3"…, "letter" (a), "bracket" ((1)),
    "article" or "bullet"; ``value`` its place in the row (1 upwards); ``text`` as written; ``rest`` what follows it."""

    kind: str
    value: int
    text: str
    rest: str


def mark_of(text: str) -> Mark | None:
    """The mark ``text`` begins with; None when it begins with a word."""
    if _SUBJECT.match(text):
        return None
    for read in (_bullet, _alone, _bracket, _joined, _upper, _decimal, _figure, _letter, _article):
        if found := read(text):
            return found
    return None


def roman_value(text: str) -> int:
    """The value of a Roman number."""
    values = [_DIGITS.get(c, 0) for c in text]
    return sum(-v if any(v < later for later in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def as_upper(mark: Mark, before: int) -> Mark:
    """A letter that could be Roman ("C.", "D.") read as the letter when that follows the one ``before``."""
    bare = re.sub(r"\W", "", mark.text)
    if len(bare) == 1 and bare.lower() in _LETTERS and _LETTERS.index(bare.lower()) + 1 == before + 1:
        return Mark("upper", before + 1, mark.text, mark.rest)
    return mark


def _bullet(text: str) -> Mark | None:
    found = BULLET.match(text)
    return Mark("bullet", 0, found.group(1), text[found.end() :]) if found else None


def _alone(text: str) -> Mark | None:
    found = _ALONE.match(text)
    if not found:
        return None
    number = found.group(1) or found.group(2)
    return Mark("figure", int(number), text, "") if number.isdecimal() else Mark("roman", roman_value(number), text, "")


def _bracket(text: str) -> Mark | None:
    found = _BRACKET.match(text)
    return Mark("bracket", int(found.group(1)), text[: found.end()].strip(), text[found.end() :]) if found else None


def _upper(text: str) -> Mark | None:
    found = _UPPER.match(text)
    if not found:
        return None
    if not re.search(r"[^\W\d_]", text[found.end() :]):
        return None  # "IV/2026" is a time, "I.1" a number
    number, written = found.group(1), text[: found.end()].strip()
    if is_roman(number):
        return Mark("roman", roman_value(number), written, text[found.end() :])
    return Mark("upper", _LETTERS.index(number.lower()) + 1, written, text[found.end() :])


def _joined(text: str) -> Mark | None:
    found = _JOINED.match(text)
    if not found:
        return None
    parts = [p for p in re.split(r"[.)]", found.group(1)) if p]
    last = parts[-1]
    kind = "letter" if last.isalpha() else "figure" if len(parts) == 2 else f"decimal{len(parts) - 1}"
    value = _LETTERS.index(last) + 1 if last.isalpha() else int(last)
    return Mark(kind, value, text[: found.end()].strip(), text[found.end() :])


def _decimal(text: str) -> Mark | None:
    found = _DECIMAL.match(text)
    if not found:
        return None
    parts = found.group(1).split(".")
    return Mark(f"decimal{len(parts)}", int(parts[-1]), text[: found.end()].strip(), text[found.end() :])


def _figure(text: str) -> Mark | None:
    found = _FIGURE.match(text)
    return Mark("figure", int(found.group(1)), text[: found.end()].strip(), text[found.end() :]) if found else None


def _letter(text: str) -> Mark | None:
    found = _LETTER.match(text)
    if not found or found.group(1) not in _LETTERS:
        return None
    return Mark("letter", _LETTERS.index(found.group(1)) + 1, text[: found.end()].strip(), text[found.end() :])


def _article(text: str) -> Mark | None:
    found = _ARTICLE.match(text)
    return Mark("article", int(found.group(1)), text[: found.end()].strip(), text[found.end() :]) if found else None
