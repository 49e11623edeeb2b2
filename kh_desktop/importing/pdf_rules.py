"""The straight lines of a PDF page, drawn as lines or as thin rectangles, and how much of it is covered by images."""

from __future__ import annotations

import ctypes
import math
from typing import Any

from kh_desktop.importing.pdf_ink import Frame, PageInk, Rule

# PDFium's kinds of objects and of pieces of a path.
_PATH, _IMAGE, _FORM = 2, 3, 5
_BEZIER, _MOVE = 1, 2
# A filled rectangle up to this thick is a line.
_THIN = 3.0
# Lines as far off as this are the same line, pieces as far apart one line.
_NEAR, _GAP = 1.0, 2.5
_SHORT = 4.0
# A drawing of more pieces than this is a picture made of strokes, not a table.
_MAX_SEGMENTS = 60_000
_MAX_DEPTH = 8

Matrix = tuple[float, float, float, float, float, float]
Points = list[tuple[float, float]]


def read_rules(raw: Any, page: Any, ink: PageInk, frame: Frame) -> None:
    """Puts the rules and the share of images into ``ink``. Call with PDFium's lock held; ``page`` is PDFium's handle."""
    reader = _RuleReader(raw, frame, ink)
    for index in range(raw.FPDFPage_CountObjects(page)):
        reader.look(raw.FPDFPage_GetObject(page, index), (1, 0, 0, 1, 0, 0), 0)
    ink.across, ink.down = joined(reader.across), joined(reader.down)
    ink.pictures = min(reader.pictures / max(ink.width * ink.height, 1.0), 1.0)


def joined(rules: list[Rule]) -> list[Rule]:
    """Rules on one line, touching or nearly so, as one; crumbs are left out."""
    found: list[Rule] = []
    rules = sorted(rules)
    index = 0
    while index < len(rules):
        level = rules[index][0]
        end = index
        while end < len(rules) and rules[end][0] - level <= _NEAR:
            end += 1
        same = rules[index:end]
        at = sum(rule[0] for rule in same) / len(same)
        begin, reach = 0.0, -1.0
        for _, start, stop in sorted(same, key=lambda rule: rule[1]):
            if reach < begin:
                begin, reach = start, stop
            elif start <= reach + _GAP:
                reach = max(reach, stop)
            else:
                found.append((at, begin, reach))
                begin, reach = start, stop
        found.append((at, begin, reach))
        index = end
    return [rule for rule in found if rule[2] - rule[1] >= _SHORT]


class _RuleReader:
    def __init__(self, raw: Any, frame: Frame, ink: PageInk) -> None:
        self._raw = raw
        self._frame = frame
        self._ink = ink
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._edges = [ctypes.c_float() for _ in range(4)]
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._left = _MAX_SEGMENTS
        self.across: list[Rule] = []
        self.down: list[Rule] = []
        self.pictures = 0.0

    def look(self, item: Any, above: Matrix, depth: int) -> None:
        """One object of the page; ``above``: the matrix of the form it stands in."""
        raw = self._raw
        kind = raw.FPDFPageObj_GetType(item)
        if kind == _PATH:
            self._path(item, above)
        elif kind == _IMAGE:
            self._image(item, above)
        elif kind == _FORM and depth < _MAX_DEPTH:
            inner = _times(self._own(item), above)
            for index in range(raw.FPDFFormObj_CountObjects(item)):
                self.look(raw.FPDFFormObj_GetObject(item, index), inner, depth + 1)

    def _own(self, item: Any) -> Matrix:
        m = self._matrix
        if not self._raw.FPDFPageObj_GetMatrix(item, m):
            return (1, 0, 0, 1, 0, 0)
        return (m.a, m.b, m.c, m.d, m.e, m.f)

    def _image(self, item: Any, above: Matrix) -> None:
        a, b, c, d, _, _ = _times(self._own(item), above)
        area = abs(a * d - b * c)
        self.pictures += area if math.isfinite(area) else 0.0

    def _path(self, item: Any, above: Matrix) -> None:
        raw = self._raw
        count = raw.FPDFPath_CountSegments(item)
        self._left -= max(count, 0)
        if self._left < 0 or not raw.FPDFPath_GetDrawMode(item, self._fill, self._stroke):
            return
        filled, stroked = self._fill.value != 0, self._stroke.value != 0
        if not (filled or stroked):
            return
        a, b, c, d, e, f = _times(self._own(item), above)
        place = self._frame.place
        points: Points = []
        straight = True
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(item, index)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == _MOVE:
                self._subpath(points, straight, filled, stroked)
                points, straight = [], True
            elif kind == _BEZIER:
                straight = False
            raw.FPDFPathSegment_GetPoint(segment, self._x, self._y)
            x, y = self._x.value, self._y.value
            points.append(place(a * x + c * y + e, b * x + d * y + f))
            if raw.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        self._subpath(points, straight, filled, stroked)

    def _subpath(self, points: Points, straight: bool, filled: bool, stroked: bool) -> None:
        if len(points) < 2 or not straight or not all(self._frame.near(*point) for point in points):
            return
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
        if y1 - y0 <= _THIN and x1 - x0 > _THIN:
            self.across.append(((y0 + y1) / 2, x0, x1))
        elif x1 - x0 <= _THIN and y1 - y0 > _THIN:
            self.down.append(((x0 + x1) / 2, y0, y1))
        elif stroked:
            for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
                if abs(ay - by) <= 0.5:
                    self.across.append(((ay + by) / 2, min(ax, bx), max(ax, bx)))
                elif abs(ax - bx) <= 0.5:
                    self.down.append(((ax + bx) / 2, min(ay, by), max(ay, by)))


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)
