"""Blocks that stand side by side without lines round them: the letterhead, and the recipients beside the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from kh_desktop.importing.blocks import Cell, Table
from kh_desktop.importing.pdf_flow import Line, paragraphs
from kh_desktop.importing.pdf_ink import Word

# The white between two blocks is at least this wide (pt).
_GUTTER = 8.0
_MARK = re.compile(r"[-–+•▪*➢]|[\w.]{1,6}[.)/]")


@dataclass(slots=True)
class _Zone:
    """Two growing blocks and the white between them, from ``g0`` to ``g1``."""

    g0: float
    g1: float
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> bool:
        """Takes a line in, on one side or on both; False when it crosses the white, or has nothing to do with its side."""
        for before, after in cuts_of(line):
            if min(after[0].x0, self.g1) - max(before[-1].x1, self.g0) >= _GUTTER:
                left, right = _like(line, before), _like(line, after)
                if not (_near(left, self.left, 4.0) and _near(right, self.right, 4.0)):
                    return False
                self._take(left, None)
                self._take(None, right)
                return True
        as_left, as_right = self.g1 - max(self.g0, line.x1), min(self.g1, line.x0) - self.g0
        if max(as_left, as_right) < _GUTTER:
            return False
        if as_left >= as_right:
            if not _belongs(line, self.left, 2.0):
                return False
            self._take(line, None)
        else:
            # Room for signature and seal is left above the signer's name.
            if not _belongs(line, self.right, 11.0):
                return False
            self._take(None, line)
        return True

    def _take(self, left: Line | None, right: Line | None) -> None:
        if left is not None:
            self.left.append(left)
            self.g0 = max(self.g0, left.x1)
        if right is not None:
            self.right.append(right)
            self.g1 = min(self.g1, right.x0)


def beside(lines: Sequence[Line]) -> list[Line | Table]:
    """``lines`` of one page, top down, with side-by-side blocks as tables of two cells."""
    found: list[Line | Table] = []
    index = 0
    done = 0
    while index < len(lines):
        seed = _seed(lines, index)
        if seed is None:
            index += 1
            continue
        zone, last = seed
        first, last = _grown(lines, index, last, done, zone)
        if _real(zone):
            found += lines[done:first]
            found.append(_table(zone, lines[0].left, lines[0].right))
            done = index = last + 1
        else:
            index += 1
    return [*found, *lines[done:]]


def _like(line: Line, words: list[Word]) -> Line:
    return Line(words, line.left, line.right, line.page)


def cuts_of(line: Line) -> Iterator[tuple[list[Word], list[Word]]]:
    """The line's words before and after each place where the white between them is far wider than elsewhere, the widest first."""
    words = line.words
    gaps = [b.x0 - a.x1 for a, b in zip(words, words[1:], strict=False)]
    if not gaps:
        return
    usual = 0.3 * line.size if len(gaps) < 3 else median(sorted(gaps)[: len(gaps) // 2])
    limit = max(1.1 * line.size, 2.5 * usual)
    for index in sorted(range(len(gaps)), key=lambda i: -gaps[i]):
        if gaps[index] > limit:
            yield words[: index + 1], words[index + 1 :]


def _seed(lines: Sequence[Line], index: int) -> tuple[_Zone, int] | None:
    """A zone that begins with this line, or with this and the next that stands beside it; and the index of its last line."""
    line = lines[index]
    cuts = list(cuts_of(line))
    if len(cuts) == 1:
        a, b, last = _like(line, cuts[0][0]), _like(line, cuts[0][1]), index
    elif not cuts and index + 1 < len(lines) and not any(cuts_of(lines[index + 1])):
        a, b = sorted((line, lines[index + 1]), key=lambda one: one.x0)
        last = index + 1
        if abs(b.base - a.base) > 0.9 * max(a.size, b.size):
            return None
    else:
        return None
    if b.x0 - a.x1 < 1.1 * max(a.size, b.size) or _MARK.fullmatch(a.text):
        return None
    return _Zone(a.x1, b.x0, [a], [b]), last


def _grown(lines: Sequence[Line], first: int, last: int, stop: int, zone: _Zone) -> tuple[int, int]:
    """The first and last line of the zone, grown downwards, then upwards as far as line ``stop``."""
    while last + 1 < len(lines) and zone.add(lines[last + 1]):
        last += 1
    while first > stop and _fits_above(lines[first - 1], zone) and zone.add(lines[first - 1]):
        first -= 1
    return first, last


def _fits_above(line: Line, zone: _Zone) -> bool:
    top = min(one.base for one in (*zone.left, *zone.right))
    return top - line.base < 1.6 * line.size


def _near(line: Line, side: Sequence[Line], reach: float) -> bool:
    """Whether a line is near its side's lines and not wider than they reach."""
    gap = min(abs(line.base - other.base) for other in side)
    slack = 4 * line.size
    return gap < reach * line.size and line.x0 > min(o.x0 for o in side) - slack and line.x1 < max(o.x1 for o in side) + slack


def _belongs(line: Line, side: Sequence[Line], reach: float) -> bool:
    """Whether a line is near enough to its side's lines, and stands under their middle or their beginning."""
    gap = min(abs(line.base - other.base) for other in side)
    if gap > reach * line.size:
        return False
    if min(abs(line.x0 + line.x1 - other.x0 - other.x1) for other in side) < 30:
        return True
    in_the_middle = abs(line.x0 + line.x1 - line.left - line.right) < 8
    return not in_the_middle and min(abs(line.x0 - other.x0) for other in side) < 6


def _real(zone: _Zone) -> bool:
    if len(zone.left) + len(zone.right) > 2:
        return True
    right = zone.right[0]
    return zone.g1 - zone.g0 > 3 * right.size and right.text[0].isupper()


def _table(zone: _Zone, left: float, right: float) -> Table:
    middle = (zone.g0 + zone.g1) / 2
    cells = [
        Cell(0, col, tuple(paragraphs(_limited(side, *limits), shy=True)))
        for col, (side, limits) in enumerate(((zone.left, (left, middle)), (zone.right, (middle, right))))
    ]
    return Table(tuple(cells), 1, 2, ruled=False, page=zone.left[0].page)


def _limited(side: Sequence[Line], left: float, right: float) -> list[Line]:
    """The lines of a side with the room they had: of centred ones as much on both sides of their middle, of others what they fill."""
    lines = sorted(side, key=lambda line: (line.base, line.x0))
    middles = [(line.x0 + line.x1) / 2 for line in lines]
    middle = median(middles)
    furthest = max(line.x1 for line in lines)
    if max(abs(m - middle) for m in middles) < 6:
        half = max(min(middle - left, right - middle), furthest - middle)
        left, right = middle - half, middle + half
    else:
        right = furthest
    return [Line(line.words, left, right, line.page) for line in lines]
