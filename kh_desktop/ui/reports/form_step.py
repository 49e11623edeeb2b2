"""Biểu II.06a and the small forms: numbers typed in their cells, what does not close, where a number comes from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabBar, QVBoxLayout, QWidget

from kh_desktop.domain.vitext import fold
from kh_desktop.services import figures, form_lines
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.reports import keys
from kh_desktop.ui.reports.form_data import MAIN, FormData, main_data, small_data
from kh_desktop.ui.reports.form_grid import FormGrid, read_count
from kh_desktop.ui.reports.form_side import FormSide
from kh_desktop.ui.reports.forms_dialog import FormsDialog
from kh_desktop.ui.reports.step import ReportStep
from kh_desktop.ui.reports.words import column_title, field_name
from kh_desktop.ui.widgets import Banner, ComboBox, ElidedLabel, muted, quiet_button

FORMS: tuple[tuple[str, str], ...] = ((MAIN, N_("Biểu II.06a")), ("pakn", N_("Phản ánh, kiến nghị")), ("review", N_("Rà soát thủ tục")))
CHOICES: tuple[tuple[str, str], ...] = (
    ("on_time", N_("Hồ sơ rút, dừng: tính vào đúng hạn")), ("open", N_("Hồ sơ rút, dừng: tính vào đang giải quyết")),
    ("apart", N_("Hồ sơ rút, dừng: không tính, ghi chú riêng")),
)  # fmt: skip


class FormStep(ReportStep):
    """One form at a time; the tabs above choose which."""

    def __init__(self, session: Session, clock: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(session, clock, parent)
        self._filled: figures.Form06a | None = None
        self._at_break = -1
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName(tr("Các biểu"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        for _name, words in FORMS:
            self.tabs.addTab(tr(words))
        self.withdrawn = ComboBox(tr("Hồ sơ rút, dừng, trả lại"), [(key, tr(words)) for key, words in CHOICES])
        self.withdrawn.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.withdrawn.setMinimumContentsLength(26)
        self.wording = quiet_button(tr("Sửa mẫu biểu…"), "edit")
        self.legal = ElidedLabel("")
        self.footnote = muted("")
        self.banner = Banner("", "error", closable=True, slim=True, parent=self)
        self.banner.hide()
        self.grid = FormGrid(FormData(form_lines.form(session, MAIN)), self)
        self.grid.form_model.writable = not session.read_only
        self.side = FormSide(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.withdrawn)
        top.addWidget(self.wording)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.legal)
        column.addWidget(self.grid, 1)
        column.addWidget(self.footnote)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setCollapsible(0, False)
        self.side.setMinimumWidth(round(150 * theme.font_scale()))
        self.splitter.setSizes([760, round(210 * theme.font_scale())])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.banner)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _tab: self._turned())
        self.withdrawn.committed.connect(self._choose)
        self.wording.clicked.connect(self.edit_forms)
        self.grid.form_model.typed.connect(self._typed)
        self.grid.form_model.added.connect(self._added)
        self.grid.refused.connect(self.banner.set_text)
        self.grid.cell_chosen.connect(self._show_origin)
        self.grid.remove_wanted.connect(self.remove_line)
        self.side.remove_wanted.connect(self.remove_line)
        self.side.break_chosen.connect(self.go_to_break)
        for key, run in ((keys.NEXT_BREAK, self.next_break), (keys.NEW_FIELD, self.grid.go_to_new)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    @property
    def form_name(self) -> str:
        """The form that is shown: "06a", "pakn" or "review"."""
        return FORMS[max(0, self.tabs.currentIndex())][0]

    def turn_to(self, name: str) -> None:
        """Show a form."""
        self.tabs.setCurrentIndex([key for key, _ in FORMS].index(name))

    # --- what is shown

    def load(self) -> None:
        self._filled = figures.form_06a(self.session, self.period)
        main = self.form_name == MAIN
        data = main_data(self.session, self._filled) if main else small_data(self.session, self.period, self.form_name)
        filled = self._filled
        self.withdrawn.setVisible(main and bool(filled.footnote))
        self.withdrawn.set_value(filled.choice)
        self.withdrawn.setEnabled(not self.session.read_only)
        self.footnote.setText(filled.footnote if main else "")
        self.footnote.setVisible(main and bool(filled.footnote))
        self.legal.set_text(f"{data.form.name}: {data.form.legal_line}")
        names, any_rows = {f.id: f.name for f in filled.files}, main and bool(data.rows)
        self.side.show_breaks(data.breaks, data.form, names, filled=any_rows, apart=filled.total.withdrawn)
        self._at_break = min(self._at_break, len(data.breaks) - 1)
        self.grid.show_data(data)

    def _turned(self) -> None:
        # The chosen tab is bold: its room is measured anew.
        for place, (_name, words) in enumerate(FORMS):
            self.tabs.setTabText(place, tr(words))
        self.banner.hide()
        self._at_break = -1
        self.load()

    def _show_origin(self, label: object, column: str) -> None:
        shown = self.grid.form_model.shown
        key = next((c.key for c in shown.form.columns if c.key == column and c.kind != "text"), "")
        if not key:
            self.side.clear_origin()
            if shown.rows or self.session.read_only:
                return
            self.side.add_hint(tr("Chưa có dòng nào. Gõ tên lĩnh vực vào dòng đầu của biểu rồi gõ số, hoặc nhập tệp ở bước Số liệu."))
            return
        title = column_title(shown.form, key)
        if label is None:
            parts = [(row.label, row.counts.get(key, 0)) for row in shown.rows if row.counts.get(key, 0)]
            self.side.show_parts(f"{tr('Tổng số')}, {title}", shown.total.get(key, 0), parts)
            return
        row = shown.rows[shown.row_of(str(label))]
        if self.form_name != MAIN:
            self.side.clear_origin()
            return
        origins = figures.line_origin(self.session, self.period, row.label, key)
        removable = row.label if row.typed and not self.session.read_only else ""
        self.side.show_origin(f"{field_name(row.label)}, {title}", row.counts.get(key, 0), origins, removable=removable)
        if row.typed and not row.label:
            self.side.add_hint(tr("Dòng này thay cho số trong tệp."))

    # --- what is typed

    @guarded
    def _typed(self, label: str, column: str, text: str) -> None:
        count = read_count(text)
        if count is None:
            return
        self.banner.hide()
        counts: dict[str, Any] = {column: count}
        if self.form_name == MAIN:
            figures.set_line(self.session, self.period, label, **counts)
        else:
            form_lines.set_form_line(self.session, self.period, self.form_name, label, **counts)

    @guarded
    def _added(self, text: str) -> None:
        self.banner.hide()
        shown = self.grid.form_model.shown
        if shown.row_of(text) >= 0:
            self.banner.set_text(tr("Biểu đã có dòng “{name}”.", name=text))
        elif self.form_name == MAIN:
            figures.set_line(self.session, self.period, text)
        else:
            form_lines.set_form_line(self.session, self.period, self.form_name, text)
        self.grid.go_to_label(text)

    @guarded
    def remove_line(self, label: str) -> None:
        """Take a typed line away; of II.06a what files say of the field counts again."""
        if self.session.read_only:
            return
        row = next((x for x in self.grid.form_model.shown.rows if fold(x.label) == fold(label)), None)
        if row is None:
            return
        if self.form_name != MAIN:
            form_lines.remove_form_line(self.session, self.period, self.form_name, label)
        elif row.typed:
            figures.remove_line(self.session, self.period, label)
        else:
            self.status.emit(tr("Dòng này từ tệp. Muốn bỏ thì bỏ tệp ở bước Số liệu, hoặc gõ số khác vào ô."))
            return
        self.status.emit(tr("Đã bỏ dòng nhập tay. Ctrl+Z để hoàn tác."))

    @guarded
    def _choose(self, choice: str) -> None:
        figures.set_withdrawn(self.session, self.period, choice)

    # --- going about

    def go_to_break(self, place: int) -> None:
        """The cell that does not close."""
        breaks = self.grid.form_model.shown.breaks
        if 0 <= place < len(breaks):
            self._at_break = place
            self.side.mark_break(place)
            self.grid.go_to_break(breaks[place])

    def next_break(self) -> None:
        """The next cell that does not close; after the last the first."""
        breaks = self.grid.form_model.shown.breaks
        if breaks:
            self.go_to_break((self._at_break + 1) % len(breaks))

    def forms_dialog(self) -> FormsDialog:
        """The dialog that words the forms."""
        return FormsDialog(self.session, self.form_name, self)

    @guarded
    def edit_forms(self) -> None:
        """Sửa mẫu biểu."""
        dialog = self.forms_dialog()
        dialog.exec()
        dialog.deleteLater()
