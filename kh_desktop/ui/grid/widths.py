"""Column widths of a plan: what is dragged on screen is what is printed (mm), one undo step for each change."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Column
from kh_desktop.services.plans import set_plan
from kh_desktop.ui.grid.delegate import PAD_X
from kh_desktop.ui.grid.header import GroupedHeader
from kh_desktop.ui.grid.host import Host
from kh_desktop.ui.grid.sizing import share_width
from kh_desktop.ui.i18n import tr

_LEAST_MM, _MOST_MM = 5.0, 250.0
_SAMPLE = 150  # rows looked at when a column is fitted
_WIDEST_SHARE = 0.45  # of the table, for a fitted column
_MOST_TEXTS = 0.9  # of the sampled lines stand on one line in a fitted column


class ColumnWidths:
    """The commands of the header."""

    def __init__(self, host: Host, header: GroupedHeader) -> None:
        self._host, self._header = host, header
        header.border_moved.connect(lambda _column: host.view.sizer.widths_dragged())
        header.border_dropped.connect(self._dropped)
        header.fit_wanted.connect(self.fit)

    def _dropped(self, column: int) -> None:
        sizes = [self._header.sectionSize(place) for place in (column, column + 1)]
        columns = self._host.model.columns
        wanted = split_pair(columns[column].width + columns[column + 1].width, sizes[0], sizes[1])
        if not self._store({column: wanted[0], column + 1: wanted[1]}):
            self._host.view.sizer.fit_columns()

    def fit(self, column: int) -> None:
        """Make a column as wide as most of its texts ask for; the others share the rest as before."""
        columns = self._host.model.columns
        pixels = sum(self._header.sectionSize(place) for place in range(len(columns)))
        wanted = min(self._asked(columns[column].key), round(pixels * _WIDEST_SHARE))
        total = sum(entry.width for entry in columns)
        self._store(dict(enumerate(with_width([entry.width for entry in columns], column, wanted * total / max(1, pixels)))))

    def _asked(self, key: str) -> int:
        """The px a column asks for: the longest word, and the whole line for most lines of a sample of its cells."""
        rows = [row for row in self._host.model.rows if row.kind == "task"]
        sample = rows[:: max(1, len(rows) // _SAMPLE)]
        metrics = self._host.view.fontMetrics()
        lines = list(chain.from_iterable(row.texts.get(key, "").split("\n") for row in sample)) or [""]
        whole = sorted(metrics.horizontalAdvance(line) for line in lines)
        words = max((metrics.horizontalAdvance(word) for line in lines for word in line.split()), default=0)
        return max(words, whole[int((len(whole) - 1) * _MOST_TEXTS)]) + 2 * PAD_X + 4

    def reset(self) -> None:
        """The widths of the column sets that come with the program."""
        self._store(dict(enumerate(usual_widths(self._host.model.columns))))

    def _store(self, widths: dict[int, float]) -> bool:
        plan, shown = self._host.plan(), self._host.model.columns
        if not self._host.begin() or plan is None:
            return False
        by_key = {shown[place].key: width for place, width in widths.items()}
        # Columns that are only shown on the screen (the state of tasks) are none of the plan's.
        columns = plan.columns or shown[: len(shown) - len(self._host.model.extra)]
        wanted = tuple(replace(entry, width=by_key.get(entry.key, entry.width)) for entry in columns)
        if wanted == columns:
            return False
        session, plan_id = self._host.commands.session, self._host.model.plan_id

        def change() -> None:
            with session.step("plan.widths", plan_id=plan_id):
                set_plan(session, plan_id, columns=wanted)

        done = self._host.commands.attempt(change)
        self._host.done()
        return done

    def menu(self, place: QPoint) -> QMenu:
        """What a right click on the header offers."""
        menu = QMenu(self._header)
        column = self._header.logicalIndexAt(place.x())
        fit = menu.addAction(tr("Vừa với chữ trong cột"))
        fit.triggered.connect(lambda: self.fit(column))
        usual = menu.addAction(tr("Trả về độ rộng mẫu"))
        usual.triggered.connect(self.reset)
        for action in (fit, usual):
            action.setEnabled(self._header.adjustable)
        return menu


def split_pair(total: float, left: int, right: int) -> tuple[float, float]:
    """``total`` mm shared as two widths in px, to half a millimetre, neither below the least a plan can have."""
    wanted = round(2 * total * left / max(1, left + right)) / 2
    wanted = max(_LEAST_MM, min(wanted, total - _LEAST_MM))
    return wanted, total - wanted


def with_width(widths: list[float], column: int, wanted: float) -> list[float]:
    """The widths (mm) when one column becomes ``wanted`` and the others share what is left as before; the sum stays."""
    total = sum(widths)
    wanted = round(2 * min(max(_LEAST_MM, wanted), total - _LEAST_MM * (len(widths) - 1), _MOST_MM)) / 2
    others = [width for place, width in enumerate(widths) if place != column]
    # In half millimetres, so that whole numbers can be shared.
    shared = share_width(round(2 * (total - wanted)), others, [round(2 * _LEAST_MM)] * len(others))
    out = [share / 2 for share in shared]
    out.insert(column, wanted)
    return out


def usual_widths(columns: tuple[Column, ...]) -> list[float]:
    """The width of each column in the set that is most like these columns; a column it lacks as in the first set that has it."""
    keys, labels = [column.key for column in columns], {column.label for column in columns}

    def likeness(entry: tuple[Column, ...]) -> tuple[bool, int]:
        return [column.key for column in entry] == keys, len(labels & {column.label for column in entry})

    best = max(COLUMN_SETS.values(), key=likeness)
    known = {column.key: column.width for column in (*chain.from_iterable(reversed(COLUMN_SETS.values())), *best)}
    return [known.get(column.key, column.width) for column in columns]
