"""The rows of a table whose columns are lost: found by their numbers, which follow one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kh_desktop.domain.vitext import fold
from kh_desktop.importing.marks import roman_value
from kh_desktop.importing.text_flat_header import Header, find_header, repeated_header
from kh_desktop.importing.text_flat_words import openness
from kh_desktop.importing.text_lines import Line
from kh_desktop.importing.text_marks import plain

_FIGURE = re.compile(r"(\d{1,3})\s*[.)]?(?:\s+(?=\D)|$)")
_SUB = re.compile(r"(\d{1,3})\.(\d{1,2})[.)]?(?:\s+(?=\D)|$)")
_ROMAN = re.compile(r"([IVXL]{1,7})\s*[.)/]?(?:\s+(?=[^\W\d_])|$)")
_LETTER = re.compile(r"([A-HĐ])\s*[.)/](?:\s+(?=[^\W\d_])|$)")
_CONTINUED = re.compile(r"\(tiếp(?: theo)?\)\s*$", re.IGNORECASE)
_LETTERS = "ABCDĐEGHIK"
# What comes after a table: the end of the plan, an appendix, a heading.
_BEHIND = re.compile(r"(?:nơi nhận|trên đây là|tm\.|kt\.|tl\.|phụ lục|ghi chú\s*:|ngày \.|chương\s+[ivx\d])", re.IGNORECASE)
_MOST_TITLE_LINES = 5


@dataclass(slots=True)
class Part:
    """The text of a row, or of a group's title. ``number``: as written; ``lines`` behind it; ``breaks``: lines at which a page turns;
    ``layout``: which of the table's headers stands above it (tables change their widths with it)."""

    number: str
    lines: list[Line]
    group: bool = False
    breaks: set[int] = field(default_factory=set)
    layout: int = 0
    known: bool = True


@dataclass(slots=True)
class Found:
    """The rows of a table, the line behind it, and what stands again on its pages: headers, titles of groups, and page numbers."""

    parts: list[Part]
    end: int
    headers: list[Header] = field(default_factory=list)
    titles_again: list[str] = field(default_factory=list)
    page_numbers: int = 0


def find_rows(lines: Sequence[Line], header: Header, width: int) -> Found:
    """The rows from ``header.end`` on. ``width``: of a full line of the text around the table, 0 when unknown."""
    walk = _Walk(lines, header, width)
    at = header.end
    while at < len(lines):
        following = walk.step(at)
        if following < 0:
            break
        at = following
    return Found(walk.parts, at, walk.headers, walk.titles_again, walk.page_numbers)


def _is_page_number(lines: Sequence[Line]) -> bool:
    """Whether the last line is a figure that does not end the one above ("năm" / "2025", "tháng" / "12")."""
    return len(lines) > 1 and lines[-1].text.isdecimal() and len(lines[-1].text) < 3 and not openness(lines[-2].text)


class _Walk:
    """Goes over the lines and knows which numbers may come next."""

    def __init__(self, lines: Sequence[Line], header: Header, width: int) -> None:
        self._lines, self._header, self._width = lines, header, width
        self.parts: list[Part] = []
        self.headers: list[Header] = []
        self.titles_again: list[str] = []
        self.page_numbers = 0
        self._figure = self._sub = self._roman = self._letter = 0
        self._layout = 0
        self._turned = False

    def step(self, at: int) -> int:
        """Takes in the line at ``at`` (and what belongs to it); the next line, or -1 when the table ends before this one."""
        line = self._lines[at]
        text = plain(line.text)
        again = repeated_header(self._lines, at, self._header)
        if again is not None:
            if [t.label for t in again.titles] != [t.label for t in (self.headers or [self._header])[-1].titles]:
                self._layout += 1
            self.headers.append(again)
            self._turned = True
            self._drop_page_number()
            return again.end
        if self._turned and self._group_again(text):
            self.titles_again.append(text)
            return at + 1
        if _BEHIND.match(text) or (at > self._header.end and find_header(self._lines, at) is not None):
            return -1
        group = self._group(text)
        if group is None and (self._heading_of_text(text) or self._wide(at)):
            return -1
        if group is not None:
            return self._take_group(at, group)
        rest = self._row(text)
        if rest is not None:
            self.parts.append(Part(text[: len(text) - len(rest)].strip(), [], layout=self._layout))
            self._add(line, rest)
        elif self.parts:
            self._add(line, text)
        else:
            return -1
        return at + 1

    def _add(self, line: Line, text: str) -> None:
        part = self.parts[-1]
        if part.group:  # a row without a number below a group's title
            part = Part("", [], layout=self._layout, known=False)
            self.parts.append(part)
        if (self._turned or line.turns) and part.lines:
            part.breaks.add(len(part.lines))
        self._turned = False
        if text:
            part.lines.append(Line(text, text, line.gap, line.goes_on, line.page, line.turns))

    def _drop_page_number(self) -> None:
        """A figure alone right above a header that stands again is the number of the page."""
        if self.parts and not self.parts[-1].lines and not self.parts[-1].group:
            self._figure -= 1
            self.page_numbers += 1
            self.parts.pop()
        elif self.parts and _is_page_number(self.parts[-1].lines):
            self.page_numbers += 1
            self.parts[-1].lines.pop()

    def _group_again(self, text: str) -> bool:
        """Whether a group's title stands again on the next page: "II. Rà soát (tiếp)"."""
        found = _ROMAN.match(text) or _LETTER.match(text)
        return found is not None and _CONTINUED.search(text) is not None

    # --- numbers

    def _row(self, text: str) -> str | None:
        """What follows the number of a row; None when ``text`` begins with no number that may come now."""
        found = _FIGURE.match(text)
        if found:
            value = int(found.group(1))
            if value == self._figure + 1 or (value == 1 and self._may_restart()):
                self._figure, self._sub = value, 0
                return text[found.end() :]
            return None
        found = _SUB.match(text)
        if found and int(found.group(1)) == max(self._figure, 1) and int(found.group(2)) == self._sub + 1 and self._may_divide():
            self._sub += 1
            self._figure = max(self._figure, 1)
            return text[found.end() :]
        return None

    def _may_restart(self) -> bool:
        return not self.parts or self.parts[-1].group

    def _may_divide(self) -> bool:
        """Whether "1.1" begins a row: it does where the row before has all its cells, and below a row that is nothing but a title."""
        if not self.parts or self.parts[-1].group:
            return True
        words = fold(" ".join(line.text for line in self.parts[-1].lines))
        return self._sub > 0 or len(words.split()) > 40 or (len(self.parts[-1].lines) <= 2 and not words.endswith((":", ",")))

    def _group(self, text: str) -> tuple[int, int, int] | None:
        """(kind, value, length of the number) of a group's title that may come now."""
        found = _ROMAN.match(text)
        if found and roman_value(found.group(1)) == self._roman + 1 and self._titled(text[found.end() :]):
            return 0, self._roman + 1, found.end()
        found = _LETTER.match(text)
        if found and _LETTERS.index(found.group(1)) == self._letter and self._titled(text[found.end() :]) and not self._roman:
            return 1, self._letter + 1, found.end()
        return None

    def _titled(self, rest: str) -> bool:
        return not rest or rest[0].isupper() or not rest[0].isalpha()

    def _heading_of_text(self, text: str) -> bool:
        """Whether ``text`` is a heading of the plan's own sections: numbered, but not as the next group of this table."""
        found = _LETTER.match(text) or _ROMAN.match(text)
        return (
            found is not None and len(text) > found.end() and (text[found.end() :].isupper() or text[found.end() - 2 : found.end()] == ". ")
        )

    def _wide(self, at: int) -> bool:
        """Whether running text begins: two lines as wide as those around the table."""
        if self._width < 60 or at + 1 >= len(self._lines):
            return False
        return all(len(line.text) >= self._width * 0.88 for line in self._lines[at : at + 2])

    def _take_group(self, at: int, group: tuple[int, int, int]) -> int:
        kind, value, length = group
        line = self._lines[at]
        text = plain(line.text)
        part = Part(text[:length].strip(), [], group=True, layout=self._layout)
        if kind == 0:
            self._roman = value
        else:
            self._letter = value
        self._sub = 0
        self._turned = False
        self.parts.append(part)
        rest = text[length:].strip()
        if rest:
            part.lines.append(Line(rest, rest, line.gap, line.goes_on, line.page, line.turns))
        following = self._title_end(at + 1)
        for more in self._lines[at + 1 : following]:
            part.lines.append(more)
        return following

    def _title_end(self, at: int) -> int:
        """The line behind a group's title, which goes on until the first number."""
        for end in range(at, min(at + _MOST_TITLE_LINES, len(self._lines))):
            text = plain(self._lines[end].text)
            found = _FIGURE.match(text) or _SUB.match(text)
            if found and int(found.group(1)) in (1, self._figure + 1):
                return end
        if self.parts[-1].lines or at >= len(self._lines):
            return at
        return at + 1
