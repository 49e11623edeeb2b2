"""How wide a text is in Times New Roman, and on how many lines it wraps; for Word's rules and Excel's row heights.

The widths are the font's own, in thousandths of the size; Liberation Serif has the same. A Vietnamese letter is as wide as its base letter,
and only ơ, ư and đ count as letters of their own. Kept here, because neither Word nor Excel needs a font engine for a whole document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

MM_PER_PT = 25.4 / 72

_REGULAR = {
    180: "'", 200: "|", 250: " ,.", 278: "/:;\\ijlt", 333: "!()-I[]`fr‘’", 350: "•", 389: "Js", 400: "°", 408: '"', 444: "?acezăâê“”",
    469: "^", 480: "{}", 529: "ơ", 541: "~", 542: "ư", 556: "FPS", 564: "+<=>×", 611: "ELTZÊ", 667: "BCR", 722: "ADGHKNOQUVXYwƠĐĂÂÔ",
    750: "½", 776: "Ư", 778: "&m", 833: "%", 889: "M", 921: "@", 944: "W", 1000: "—…",
}  # fmt: skip
_BOLD = {
    220: "|", 250: " ,.", 278: "'/\\il", 333: "!()-:;[]`fjt‘’", 350: "•", 389: "Is", 394: "{}", 400: "°", 444: "cerzê", 520: "~", 554: "ơ",
    555: '"', 556: "Sbdhknpquđ", 570: "+<=>×", 581: "^", 600: "ư", 611: "FP", 667: "BELTZÊ", 722: "ACDNRUVXYwĐĂÂ", 750: "½",
    778: "GHKOQƠÔ", 796: "Ư", 833: "&m", 930: "@", 944: "M", 1000: "%W—…",
}  # fmt: skip
_DEFAULT = 500
_HORN = "\u031b"
_BREAKS = re.compile(r"[ \t]+")
_WORD = re.compile(r"[^ \t]+")


class WidthTable(dict[str, int]):
    """Widths of whole words in thousandths of the size, filled as they are met: a plan has few different syllables."""

    def __init__(self, groups: dict[int, str]) -> None:
        super().__init__()
        self._letters = {char: width for width, chars in groups.items() for char in chars}

    def __missing__(self, word: str) -> int:
        width = sum(self._letter(char) for char in word)
        if len(word) < 40:
            self[word] = width
        return width

    def _letter(self, char: str) -> int:
        width = self._letters.get(char)
        if width is None:
            spread = unicodedata.normalize("NFD", char)
            base = unicodedata.normalize("NFC", spread[0] + _HORN) if _HORN in spread else spread[0]
            if unicodedata.east_asian_width(base) in "WF":
                width = 1000
            elif base == "\u00a0":
                width = self._letters[" "]
            else:
                width = 0 if unicodedata.combining(base) else self._letters.get(base, _DEFAULT)
            self._letters[char] = width
        return width


def width_table(bold: bool) -> WidthTable:
    """A fresh table for the upright or the bold face (italic is as wide as upright to within a hair)."""
    return WidthTable(_BOLD if bold else _REGULAR)


def line_width(text: str, size: float, table: WidthTable) -> float:
    """Width in mm of ``text`` on one line at ``size`` pt."""
    words = text.split(" ")
    return (sum(map(table.__getitem__, words)) + table[" "] * (len(words) - 1)) * size / 1000 * MM_PER_PT


def widest_line(text: str, size: float, table: WidthTable) -> float:
    """Width in mm of the widest line of a text with line breaks."""
    return max(line_width(line, size, table) for line in text.split("\n"))


def count_lines(lines: Iterable[str], width: float, size: float, table: WidthTable) -> int:
    """On how many lines these paragraphs wrap in a column of ``width`` mm at ``size`` pt. A word wider than the column is broken."""
    room = max(int(width / MM_PER_PT / size * 1000), 1)
    blank = table[" "]
    count = 0
    for line in lines:
        count += 1
        if len(line) * 1000 < room:
            continue
        used = 0
        for word in _BREAKS.split(line):
            wide = table[word]
            if used and used + blank + wide <= room:
                used += blank + wide
                continue
            if used:
                count += 1
            if wide > room:
                count += wide // room
                wide %= room
            used = wide
    return count


def line_starts(text: str, width: float, size: float, table: WidthTable) -> list[int]:
    """Where in ``text`` each of the lines ``count_lines`` counts begins."""
    room = max(int(width / MM_PER_PT / size * 1000), 1)
    blank = table[" "]
    starts: list[int] = []
    offset = 0
    for line in text.split("\n"):
        starts.append(offset)
        used = 0
        for word in _WORD.finditer(line):
            wide = table[word.group()]
            if used and used + blank + wide <= room:
                used += blank + wide
                continue
            if used:
                starts.append(offset + word.start())
            step = max(len(word.group()) * room // max(wide, 1), 1)
            starts += range(offset + word.start() + step, offset + word.end(), step) if wide > room else ()
            used = wide % room if wide > room else wide
        offset += len(line) + 1
    return starts


def last_line_width(text: str, width: float, size: float, table: WidthTable) -> float:
    """Width in mm of the last line of a text that wraps in ``width`` mm."""
    line = ""
    for word in _BREAKS.split(text.split("\n")[-1]):
        longer = f"{line} {word}" if line else word
        line = longer if not line or line_width(longer, size, table) <= width else word
    return min(line_width(line, size, table), width)


def balanced_width(text: str, width: float, size: float, table: WidthTable) -> float:
    """The narrowest width in mm in which a text takes no more lines than in ``width`` mm: its lines are then about equally long."""
    lines = text.split("\n")
    count = count_lines(lines, width, size, table)
    low, high = width / 4, width
    while high - low > 0.5:
        middle = (low + high) / 2
        if count_lines(lines, middle, size, table) > count:
            low = middle
        else:
            high = middle
    return high
