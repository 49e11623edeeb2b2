"""Numbering of sections and groups: the program counts, nobody types a number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kh_desktop.domain.model import Numbering, Section

# Vietnamese order of the letters used for points (NĐ 30/2020, Phụ lục I, II.6: a, b, c, d, đ, e, g …).
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A section in print order: ``label`` is printed before its heading ("I.", "1.", "a)", "1.1."), ``path`` its places from the top
    (0-based), ``depth`` 0 for a top-level section."""

    section: Section
    depth: int
    label: str
    path: tuple[int, ...]


@lru_cache(maxsize=4096)
def roman(number: int) -> str:
    """``number`` (1 or more) in Roman numerals."""
    out = []
    for value, digits in _ROMAN:
        count, number = divmod(number, value)
        out.append(digits * count)
    return "".join(out)


def letter(number: int) -> str:
    """The ``number``-th point letter (1 → a); after y come aa, ab, …"""
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, len(_LETTERS))
        out = _LETTERS[rest] + out
    return out


def label(path: tuple[int, ...], numbering: Numbering) -> str:
    """The printed number of the section at ``path``: "I.", "1.", "a)" (or "A.", or "1.1." by ``numbering``); deeper ones are bullets."""
    number = path[-1] + 1
    match len(path):
        case 1:
            return f"{letter(number).upper()}." if numbering is Numbering.LETTER else f"{roman(number)}."
        case 2:
            return f"{number}."
        case 3 if numbering is Numbering.DECIMAL:
            return f"{path[1] + 1}.{number}."
        case 3:
            return f"{letter(number)})"
        case 4 if numbering is Numbering.DECIMAL:
            return f"{letter(number)})"
        case _:
            return "-"


def number_sections(sections: tuple[Section, ...], numbering: Numbering) -> tuple[Numbered, ...]:
    """All sections flattened in print order with their printed numbers."""
    out: list[Numbered] = []

    def walk(level: tuple[Section, ...], above: tuple[int, ...]) -> None:
        for index, section in enumerate(level):
            path = (*above, index)
            out.append(Numbered(section, len(above), label(path, numbering), path))
            walk(section.children, path)

    walk(sections, ())
    return tuple(out)
