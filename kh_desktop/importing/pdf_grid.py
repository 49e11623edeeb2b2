"""Ruled lines that cross make a grid; where an inner line is missing, cells are merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kh_desktop.importing.pdf_ink import Rule

# Lines this near (pt) are one border; so are the ends of lines that meet.
NEAR = 2.5
# Lines that overhang the outer borders by more than this show a side the table has no line on.
_OPEN_SIDE = 12.0
# More is a drawing; looking for its crossings would take too long.
_MAX_RULES, _MAX_PLACES = 1200, 20_000


@dataclass(frozen=True, slots=True)
class Box:
    """A cell by its first row and column and how many of each it covers."""

    row: int
    col: int
    rows: int
    cols: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The borders of columns (``xs``) and rows (``ys``) from the top left, and the cells between."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]

    def holds(self, x: float, y: float, over: float = 0.0) -> bool:
        """Whether a point lies inside, or below the last border by no more than ``over``."""
        return self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[0] - 1 <= y <= self.ys[-1] + 1 + over

    def place(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of a point inside."""
        row = bisect_right(self.ys, y) - 1
        col = bisect_right(self.xs, x) - 1
        return min(max(row, 0), len(self.ys) - 2), min(max(col, 0), len(self.xs) - 2)


def grids(across: Sequence[Rule], down: Sequence[Rule]) -> list[Grid]:
    """The grids of a page, top down. Single frames and rules that cross none are no grid; a grid inside a cell belongs to the cell."""
    found = []
    for level, upright in _crossing(across, down):
        grid = _grid(level, upright)
        if grid is not None and len(grid.boxes) > 1:
            found.append(grid)
    found.sort(key=lambda g: (g.ys[0], g.xs[0]))
    return [g for g in found if not any(_inside(g, other) for other in found if other is not g)]


def _inside(inner: Grid, outer: Grid) -> bool:
    return (
        outer.xs[0] - NEAR < inner.xs[0] and inner.xs[-1] < outer.xs[-1] + NEAR
        and outer.ys[0] - NEAR < inner.ys[0] and inner.ys[-1] < outer.ys[-1] + NEAR
        and (inner.xs, inner.ys) != (outer.xs, outer.ys)
    )  # fmt: skip


def _crossing(across: Sequence[Rule], down: Sequence[Rule]) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """The level and upright rules of each heap of rules that touch."""
    if not across or not down or len(across) + len(down) > _MAX_RULES:
        return []
    parents = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for number, (x, top, foot) in enumerate(down, len(across)):
        for index, (y, left, right) in enumerate(across):
            if left - NEAR <= x <= right + NEAR and top - NEAR <= y <= foot + NEAR:
                parents[root(index)] = root(number)
    heaps: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate((*across, *down)):
        heaps.setdefault(root(index), ([], []))[index >= len(across)].append(rule)
    return heaps.values()


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    if not across or not down:
        return None
    xs = clusters([rule[0] for rule in down])
    ys = clusters([rule[0] for rule in across])
    xs = _with_open_sides(xs, min(r[1] for r in across), max(r[2] for r in across))
    ys = _with_open_sides(ys, min(r[1] for r in down), max(r[2] for r in down))
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MAX_PLACES or xs[-1] - xs[0] < 20 or ys[-1] - ys[0] < 6:
        return None
    walls = _covered(down, xs, ys)
    floors = _covered(across, ys, xs)
    return Grid(tuple(xs), tuple(ys), tuple(_boxes(len(ys) - 1, len(xs) - 1, walls, floors)))


def clusters(values: Sequence[float]) -> list[float]:
    """Values in order, near ones as one."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][0] <= NEAR:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(heap) / len(heap) for heap in found]


def _with_open_sides(borders: list[float], first: float, last: float) -> list[float]:
    before = [first] if first < borders[0] - _OPEN_SIDE else []
    after = [last] if last > borders[-1] + _OPEN_SIDE else []
    return [*before, *borders, *after]


def _covered(rules: Sequence[Rule], own: Sequence[float], other: Sequence[float]) -> set[tuple[int, int]]:
    """(border, piece between two crossing borders) for each piece that has a line on it for more than half."""
    share: dict[tuple[int, int], float] = {}
    for at, start, end in rules:
        border = min(range(len(own)), key=lambda i: abs(own[i] - at))
        for piece in range(len(other) - 1):
            part = min(end, other[piece + 1]) - max(start, other[piece])
            if part > 0:
                share[border, piece] = share.get((border, piece), 0.0) + part
    return {key for key, length in share.items() if length > 0.5 * (other[key[1] + 1] - other[key[1]])}


def _boxes(rows: int, cols: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]) -> Iterable[Box]:
    """Cells from the top left: as wide as no wall stops them, then as tall as no floor does."""
    taken: set[tuple[int, int]] = set()
    for row in range(rows):
        for col in range(cols):
            if (row, col) in taken:
                continue
            right = col + 1
            while right < cols and (right, row) not in walls and (row, right) not in taken:
                right += 1
            foot = row + 1
            while foot < rows and _open_below(foot, col, right, walls, floors, taken, cols):
                foot += 1
            taken.update((r, c) for r in range(row, foot) for c in range(col, right))
            yield Box(row, col, foot - row, right - col)


def _open_below(
    row: int, col: int, right: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]], taken: set[tuple[int, int]], cols: int
) -> bool:
    """Whether ``row`` belongs to the cell above it: no floor between, no wall within, the same sides."""
    if any((row, c) in floors or (row, c) in taken for c in range(col, right)):
        return False
    if any((c, row) in walls for c in range(col + 1, right)):
        return False
    return (col == 0 or (col, row) in walls) and (right == cols or (right, row) in walls)
