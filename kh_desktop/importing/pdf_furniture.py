"""What stands on each page without belonging to the text: page numbers, and headers and footers that are repeated."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kh_desktop.importing.pdf_flow import Line
from kh_desktop.importing.pdf_sides import cuts_of

_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)
# The strip at the head and at the foot of a page where headers and footers stand, as a share of its height.
_STRIP = 0.12
# How often a text must return to be a header; a heading may well come twice, but not in the margin.
_OFTEN, _MARGIN = 3, 0.06


def without_furniture(pages: Sequence[list[Line]], heights: Sequence[float]) -> tuple[list[list[Line]], dict[str, int]]:
    """The lines of each page without page numbers and running text, and the running texts with how often each was there.

    ``pages``: all lines outside tables, top down.
    """
    kept = [_without_number(lines, height, len(pages)) for lines, height in zip(pages, heights, strict=True)]
    running: dict[str, int] = {}
    for _ in range(3):
        found = _running(kept, heights)
        if not found:
            break
        for count, text in found.values():
            running[text] = running.get(text, 0) + count
        kept = [_without(lines, height, found, len(pages)) for lines, height in zip(kept, heights, strict=True)]
    return kept, running


def _edge_lines(lines: Sequence[Line], height: float) -> list[Line]:
    """The first and the last line of a page when they stand in its strips."""
    if not lines:
        return []
    edges = [lines[0]] if lines[0].base < _STRIP * height else []
    return [*edges, lines[-1]] if lines[-1].base > (1 - _STRIP) * height else edges


def _without(lines: list[Line], height: float, found: Mapping[str, object], pages: int) -> list[Line]:
    gone = {id(line) for line in _edge_lines(lines, height) if _key(line) in found}
    return _without_number([line for line in lines if id(line) not in gone], height, pages)


def _without_number(lines: list[Line], height: float, pages: int) -> list[Line]:
    for line in _edge_lines(lines, height):
        match = _NUMBER.fullmatch(line.text)
        if match and 0 < int(match[1]) <= pages:
            return [other for other in lines if other is not line]
    return lines


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _running(pages: Sequence[list[Line]], heights: Sequence[float]) -> dict[str, tuple[int, str]]:
    """Keys of the lines that stand at the edge of most pages, always at the same height; how often, and the first one's text."""
    places: dict[str, list[float]] = {}
    texts: dict[str, str] = {}
    for lines, height in zip(pages, heights, strict=True):
        for line in _edge_lines(lines, height):
            # Not the header row of a table without lines, and no number that counts something else than pages.
            if sum(1 for _ in cuts_of(line)) < 2 and not _NUMBER.fullmatch(line.text):
                places.setdefault(_key(line), []).append(min(line.base, height - line.base) / height)
                texts.setdefault(_key(line), line.text)
    many = max(_OFTEN, len(pages) // 2)
    found = {}
    for key, bases in places.items():
        if max(bases) - min(bases) < 0.005 and len(bases) >= (2 if len(pages) == 2 and max(bases) < _MARGIN else many):
            found[key] = len(bases), texts[key]
    return found
