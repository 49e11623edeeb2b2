"""What was found in files of figures, before anything is stored: a list of sheets, each with what it is, its sums, what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from kh_desktop.domain.periods import Period
from kh_desktop.services import figures
from kh_desktop.services.figure_files import FigureTable, known, read_file
from kh_desktop.services.figure_tables import TableSummary, summary_of
from kh_desktop.services.indicators import indicators
from kh_desktop.services.periods import sent_reports
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.period_words import period_words
from kh_desktop.ui.reports.mapping_dialog import MappingDialog
from kh_desktop.ui.reports.reading import Found
from kh_desktop.ui.reports.take_details import ALL_ROWS, Beside, TakeDetails
from kh_desktop.ui.sheets import Sheet
from kh_desktop.ui.widgets import Banner, NoteLine


class TakeDialog(Sheet):
    """``chosen()`` are the tables to take in, as a person completed them."""

    def __init__(self, session: Session, period: Period, found: Sequence[Found], parent: QWidget | None = None) -> None:
        super().__init__(tr("Xem lại trước khi đưa vào {period}", period=period_words(period.key)), width=860, parent=parent)
        self._session, self._period = session, period
        self._codes = figures.known_codes(session, period.key)
        self._names = {i.key: (i.name, i.unit) for i in indicators(session)}
        self._before = figures.files(session, period.key)
        self._found: list[Found] = list(found)
        self._sums: dict[tuple[str, ...], TableSummary] = {}
        # What a person said of whether the dossiers of a sheet go into the form, by file and sheet.
        self._counting: dict[tuple[str, str], bool] = {}
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Các bảng tìm thấy"))
        self.list.setProperty("kind", "roomy")
        self.list.setWordWrap(True)
        self.list.setFixedWidth(round(280 * theme.font_scale()))
        self.details = TakeDetails(self)
        self.details.setMinimumHeight(round(280 * theme.font_scale()))
        self.note = NoteLine("", reserve=True)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.details, 1)
        if period.key in sent_reports(session):
            words = tr("Báo cáo kỳ này đã gửi. Nhập thêm thì số liệu trong sổ khác với bản đã gửi.")
            self.body.addWidget(Banner(words, "warning", slim=True))
        self.body.addLayout(row, 1)
        self.body.addWidget(self.note)
        self.deed = self.add_deed(tr("Đưa vào {period}", period=period_words(period.key)))
        self.add_close()
        self._fill()
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.list.itemChanged.connect(lambda _item: self._ticks_changed())
        self.details.completed.connect(self._complete)
        self.details.mapping_wanted.connect(self.explain)
        self.list.setCurrentRow(self._first_open())

    # --- the list

    def tables(self) -> list[FigureTable]:
        """All tables found, as completed."""
        return [f.table for f in self._found if f.table is not None]

    def chosen(self) -> list[FigureTable]:
        """The ticked ones."""
        return [f.table for row, f in enumerate(self._found) if f.table is not None and self._ticked(row)]

    def _ticked(self, row: int) -> bool:
        item = self.list.item(row)
        return item is not None and item.checkState() == Qt.CheckState.Checked

    def _fill(self, unticked: Collection[tuple[Path, str]] = ()) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for found in self._found:
            self.list.addItem(QListWidgetItem())
            self._show_item(self.list.count() - 1, found, tick=_place(found) not in unticked)
        self.list.blockSignals(False)
        self._settle()
        self._enable()

    def _show_item(self, row: int, found: Found, *, tick: bool) -> None:
        item = self.list.item(row)
        name = found.path.name if found.table is None else f"{found.table.name}\n{tr('trang {sheet}', sheet=found.table.sheet)}"
        sign, token = self._sign(found)
        item.setText(name)
        item.setIcon(icon(sign, token))
        usable = found.table is not None and not self._shut_out(found.table)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if usable else flags)
        item.setCheckState(Qt.CheckState.Checked if usable and tick else Qt.CheckState.Unchecked)
        item.setToolTip(str(found.path))

    def _sign(self, found: Found) -> tuple[str, str]:
        if found.table is None or self._shut_out(found.table):
            return "error", "late"
        if self._lacks(found.table) or self._rivals(found.table) or found.table.problems:
            return "warn", "soon"
        return "check", "done"

    def _shut_out(self, table: FigureTable) -> bool:
        return (bool(table.errors) and not table.skip_errors) or self._taken_before(table)

    def _taken_before(self, table: FigureTable) -> bool:
        return figures.is_taken(self._session, self._period.key, table)

    def _first_open(self) -> int:
        """The first sheet that needs a person, else the first."""
        return next((row for row, f in enumerate(self._found) if f.table is None or self._sign(f)[0] != "check"), 0)

    def _enable(self) -> None:
        self.deed.setEnabled(bool(self.chosen()))
        self.note.say("")

    # --- one sheet

    def _show(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._found):
            return
        found = self._found[row]
        if found.table is None:
            assert found.error is not None
            self.details.show_error(found.path.name, found.error)
            return
        same = [f.name for f in self._before if found.table.layout and f.layout == found.table.layout.id]
        same += [t.name for t in self.chosen() if t is not found.table and t.layout and t.layout == found.table.layout]
        taken = period_words(self._period.key) if self._taken_before(found.table) else ""
        beside = Beside(same, self._rivals(found.table), self._decided(found.table))
        self.details.show_table(found.table, self._summary(found.table), self._names, beside, taken=taken)

    def _summary(self, table: FigureTable) -> TableSummary:
        layout = table.layout.id if table.layout else ""
        key = (table.sha256, table.sheet, table.unit, str(table.all_rows), table.field, table.channel, layout)
        if key not in self._sums:
            self._sums[key] = summary_of(table, self._period, self._codes)
        return self._sums[key]

    def _complete(self, what: str, value: str) -> None:
        row = self.list.currentRow()
        found = self._found[row]
        if found.table is None:
            return
        # What a person took out stays out, unless it could not be taken at all until now.
        tick = self._ticked(row) or (what == "skip" and value == "yes")
        if what == "counted":
            self._counting[_key(found.table)] = value == "yes"
        else:
            self._found[row] = replace(found, table=_completed(found.table, what, value))
        self._renew(row, tick=tick)

    def _renew(self, row: int, *, tick: bool) -> None:
        self.list.blockSignals(True)
        self._show_item(row, self._found[row], tick=tick)
        self.list.blockSignals(False)
        self._ticks_changed()

    def _ticks_changed(self) -> None:
        """Which tables are beside which has changed."""
        self._settle()
        self._enable()
        self._show()

    # --- tables that tell of the same dossiers

    def _rivals(self, table: FigureTable) -> list[str]:
        return figures.tells_the_same(self._session, self._period.key, table, self.chosen())

    def _decided(self, table: FigureTable) -> bool:
        """Whether it is known if the dossiers of a table with rivals count; the office's one row does not beside what is split up."""
        return _key(table) in self._counting or _is_whole(table)

    def _settle(self) -> None:
        """Which tables count: as a person said, and one row for the whole office not beside the same by field or dossier."""
        rows = [row for row, found in enumerate(self._found) if found.table is not None]
        # Beside a whole that is not counted the others have no rival.
        for row in sorted(rows, key=lambda row: not _is_whole(self._found[row].table)):
            found = self._found[row]
            assert found.table is not None
            said = self._counting.get(_key(found.table))
            counted = said if said is not None else not (_is_whole(found.table) and self._rivals(found.table))
            if counted != found.table.counted:
                self._found[row] = replace(found, table=replace(found.table, counted=counted))
        self.list.blockSignals(True)
        for row in rows:
            self._show_item(row, self._found[row], tick=self._ticked(row))
        self.list.blockSignals(False)

    # --- an export nobody knows yet

    def mapping_dialog(self) -> MappingDialog | None:
        """The dialog that explains the columns of the current sheet; None when it needs none."""
        found = self._found[self.list.currentRow()]
        if found.table is None or not found.table.needs_mapping:
            return None
        return MappingDialog(found.table, self)

    @guarded
    def explain(self) -> None:
        """Ask what the columns of the current sheet are, remember it, and read the file again."""
        dialog = self.mapping_dialog()
        if dialog is None:
            return
        if dialog.exec() == QDialog.DialogCode.Accepted:
            dialog.remember(self._session)
            self.read_again(self.list.currentRow())
        dialog.deleteLater()

    def read_again(self, row: int) -> None:
        """Read the file of a row again, with what is known now; its sheets stand in place of the old ones."""
        path = self._found[row].path
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            tables = read_file(path, known(self._session))
        finally:
            QApplication.restoreOverrideCursor()
        first = next(place for place, f in enumerate(self._found) if f.path == path)
        others = [f for f in self._found if f.path != path]
        unticked = {_place(f) for place, f in enumerate(self._found) if not self._ticked(place) and f.path != path}
        self._found = [*others[:first], *(Found(path, table) for table in tables), *others[first:]]
        self._fill(unticked)
        self.list.setCurrentRow(first)
        self._show()

    # --- closing

    def problem(self) -> str:
        for row, found in enumerate(self._found):
            if found.table is not None and self._ticked(row) and (lack := self._lacks(found.table)):
                self.list.setCurrentRow(row)
                return tr("{name}, trang {sheet}: {what}", name=found.table.name, sheet=found.table.sheet, what=lack)
        return ""

    def _lacks(self, table: FigureTable) -> str:
        """What a person must still say of a table; "" when nothing."""
        if table.needs_mapping:
            return tr("hãy chỉ ra các cột, hoặc bỏ dấu chọn.")
        if table.needs_unit:
            return tr("hãy chọn dòng của cơ quan, hoặc bỏ dấu chọn.")
        if not self._decided(table) and self._rivals(table):
            return tr("hãy chọn có cộng vào biểu hay không, hoặc bỏ dấu chọn.")
        return ""

    def show_problem(self, text: str) -> None:
        self.note.say(text)


def _completed(table: FigureTable, what: str, value: str) -> FigureTable:
    """The table with what a person said of it."""
    if what == "unit":
        return replace(table, unit="" if value == ALL_ROWS else value, all_rows=value == ALL_ROWS)
    if what == "skip":
        return replace(table, skip_errors=value == "yes")
    return replace(table, field=value) if what == "field" else replace(table, channel=value)


def _key(table: FigureTable) -> tuple[str, str]:
    return table.sha256, table.sheet


def _place(found: Found) -> tuple[Path, str]:
    return found.path, found.table.sheet if found.table else ""


def _is_whole(table: FigureTable | None) -> bool:
    """Whether a table has one row for the whole office."""
    return bool(table and table.layout and table.layout.rows == "unit")
