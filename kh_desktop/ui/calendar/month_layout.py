"""The month as rectangles: days and entries in, boxes out. No Qt, so it is tested by properties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kh_desktop.domain.schedule import Entry
from kh_desktop.ui.calendar.boxes import Box
from kh_desktop.ui.calendar.days import month_of, month_weeks
from kh_desktop.ui.calendar.meanings import by_worry, meaning_of


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights in px: the row of weekday names, the line with the number of the day, one bar; ``gap`` between bars and to the edge."""

    names: float = 24.0
    head: float = 20.0
    bar: float = 19.0
    gap: float = 2.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One entry in the cell of its day."""

    box: Box
    entry: Entry


@dataclass(frozen=True, slots=True)
class Cell:
    """One day. ``hidden``: entries for which there is no room; ``more``: where "+3 nữa" stands then; ``worst``: the meaning of the hidden
    one that needs a person first, "" when all are shown."""

    day: str
    box: Box
    head: Box
    bars: tuple[Bar, ...]
    hidden: int
    more: Box | None
    in_month: bool
    worst: str = ""


@dataclass(frozen=True, slots=True)
class MonthLayout:
    """A whole month: the names of the weekdays above, then the days in order."""

    names: tuple[Box, ...]
    cells: tuple[Cell, ...]

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The day at a point."""
        return next((cell for cell in self.cells if cell.box.holds(x, y)), None)

    def bar_at(self, x: float, y: float) -> Bar | None:
        """The entry at a point."""
        cell = self.cell_at(x, y)
        return next((bar for bar in cell.bars if bar.box.holds(x, y)), None) if cell else None

    def cell_of(self, day: str) -> Cell | None:
        """The cell of a day; None when it is not shown."""
        return next((cell for cell in self.cells if cell.day == day), None)


def lay_out_month(year: int, month: int, entries: Mapping[str, Sequence[Entry]], width: float, height: float, sizes: Sizes) -> MonthLayout:
    """The boxes of a month in a widget of ``width`` × ``height``; ``entries`` by day. What does not fit is counted, never dropped."""
    weeks = month_weeks(year, month)
    column = max(1.0, width / 7)
    row = max(sizes.head, (height - sizes.names) / len(weeks))
    names = tuple(Box(i * column, 0, column, sizes.names) for i in range(7))
    cells = []
    for week_no, week in enumerate(weeks):
        for day_no, day in enumerate(week):
            box = Box(day_no * column, sizes.names + week_no * row, column, row)
            cells.append(_cell(day, box, entries.get(day, ()), month_of(day) == (year, month), sizes))
    return MonthLayout(names, tuple(cells))


def _cell(day: str, box: Box, entries: Sequence[Entry], in_month: bool, sizes: Sizes) -> Cell:
    head = Box(box.x, box.y, box.w, min(sizes.head, box.h))
    room = int((box.h - sizes.head - sizes.gap) // (sizes.bar + sizes.gap))
    shown = by_worry(entries)[: max(0, room)]
    bars = []
    for place, entry in enumerate(shown):
        top = box.y + sizes.head + place * (sizes.bar + sizes.gap)
        bars.append(Bar(Box(box.x + sizes.gap, top, max(1.0, box.w - 2 * sizes.gap), sizes.bar), entry))
    hidden = len(entries) - len(shown)
    worst = meaning_of(by_worry(entries)[len(shown)]) if hidden else ""
    more = Box(box.x + box.w * 0.4, box.y, box.w * 0.6, head.h) if hidden else None
    return Cell(day, box, head, tuple(bars), hidden, more, in_month, worst)
