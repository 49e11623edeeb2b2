"""One sheet of a file of figures in full: what it was taken for, its sums, what is wrong in which cell, what a person must add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from kh_desktop.domain.errors import KhError
from kh_desktop.domain.form06a import Line06a
from kh_desktop.domain.indicators import Reading
from kh_desktop.domain.printed import count_words
from kh_desktop.services.figure_files import FigureTable
from kh_desktop.services.figure_tables import TableSummary
from kh_desktop.services.indicators import figure_words
from kh_desktop.services.messages import Said
from kh_desktop.ui.errors import error_sentence
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets import Banner, ComboBox, LineEdit, clear_layout, heading, muted, plain_button, text_label

_MOST_SHOWN = 60
ALL_ROWS = "\0all"
Names = Mapping[str, tuple[str, str]]
"""Name and unit of each indicator."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Names of the tables beside one: ``same`` of its kind, ``rivals`` that tell of its dossiers in another cut; ``decided``: it is known
    whether its dossiers count."""

    same: Sequence[str] = ()
    rivals: Sequence[str] = ()
    decided: bool = True


class TakeDetails(QScrollArea):
    """``completed(what, value)``: "unit" (``ALL_ROWS`` for every row), "field", "channel", "counted" or "skip" ("yes", "no") was said;
    ``mapping_wanted()``."""

    completed = Signal(str, str)
    mapping_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget()
        self._body.setObjectName("pageBody")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self.setWidget(self._body)

    def show_error(self, name: str, error: KhError) -> None:
        """A file that could not be read."""
        clear_layout(self._column)
        self._column.addWidget(heading(name, 3))
        self._column.addWidget(Banner(error_sentence(error), "error"))
        self._column.addStretch(1)

    def show_table(self, table: FigureTable, summary: TableSummary, names: Names, beside: Beside, *, taken: str) -> None:
        """A sheet with all that is known of it. ``taken``: the period it was taken into before."""
        clear_layout(self._column)
        self._column.addWidget(heading(f"{table.name}, {tr('trang {sheet}', sheet=table.sheet)}", 3))
        if taken:
            self._column.addWidget(Banner(tr("Bảng này đã được nhập cho {period}, không nhập lần nữa.", period=taken), "error"))
        if table.needs_mapping:
            self._show_unknown(table)
        else:
            self._show_known(table, summary, names, beside)
        self._column.addStretch(1)

    def _show_unknown(self, table: FigureTable) -> None:
        banner = Banner(tr("Chưa biết kiểu bảng này. Hãy chỉ ra từng cột một lần, lần sau chương trình tự nhớ."), "warning")
        self._column.addWidget(banner)
        button = plain_button(tr("Chỉ ra các cột…"), "table")
        button.clicked.connect(lambda _checked=False: self.mapping_wanted.emit())
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(muted(tr("Các cột: {columns}", columns="; ".join(table.columns))))

    def _show_known(self, table: FigureTable, summary: TableSummary, names: Names, beside: Beside) -> None:
        assert table.layout is not None
        rows = count_words(summary.rows)
        self._column.addWidget(text_label(tr("Kiểu bảng: {layout}, {count} dòng", layout=table.layout.title, count=rows)))
        if table.layout.note:
            self._column.addWidget(muted(table.layout.note))
        if table.errors:
            self._column.addWidget(self._error_banner(table))
        if beside.rivals:
            self._add_question(table, summary, beside)
        self._add_fields(table)
        if summary.total is not None:
            for words in sum_lines(summary.total):
                self._column.addWidget(text_label(words))
        for reading in summary.readings:
            self._column.addWidget(text_label(reading_words(reading, names)))
        if summary.total is None and not summary.readings:
            self._column.addWidget(muted(tr("Bảng này chỉ để xem và tra lại, không cộng vào biểu.")))
        if summary.doubles:
            words = tr("{count} hồ sơ đã có trong tệp khác, chỉ tính một lần.", count=count_words(summary.doubles))
            self._column.addWidget(Banner(words, "info", slim=True))
        if beside.same and table.counted:
            words = tr("Đã có bảng cùng kiểu: {names}. Số liệu các bảng được cộng lại.", names=", ".join(dict.fromkeys(beside.same)))
            self._column.addWidget(Banner(words, "warning", slim=True))
        if table.problems:
            self._add_problems(table)

    def _add_question(self, table: FigureTable, summary: TableSummary, beside: Beside) -> None:
        """Whether its dossiers count beside a table that tells of them in another cut."""
        words = tr(
            "Bảng này và {names} cùng đếm hồ sơ nhưng chia theo cách khác nhau. Nếu là cùng những hồ sơ ấy, cộng cả hai thì mỗi hồ sơ bị "
            "tính hai lần.", names=", ".join(beside.rivals),
        )  # fmt: skip
        self._column.addWidget(Banner(words, "warning", slim=True))
        apart = tr("Chỉ lấy chỉ tiêu") if summary.readings else tr("Không cộng, chỉ để tra lại")
        choices = [] if beside.decided else [("", tr("Hãy chọn"))]
        choices += [("yes", tr("Cộng vào biểu")), ("no", apart)]
        value = ("yes" if table.counted else "no") if beside.decided else ""
        box = ComboBox(tr("Hồ sơ của bảng này"), choices, value)
        box.committed.connect(lambda chosen: self.completed.emit("counted", chosen))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.addRow(tr("Hồ sơ của bảng này"), box)
        self._column.addLayout(form)

    def _add_fields(self, table: FigureTable) -> None:
        layout = table.layout
        assert layout is not None
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        if len(table.units) > 1:
            choices = [("", tr("Hãy chọn dòng của cơ quan")), *((unit, unit) for unit in table.units)]
            choices.append((ALL_ROWS, tr("Cộng tất cả các dòng")))
            unit = ComboBox(tr("Đơn vị"), choices, ALL_ROWS if table.all_rows else table.unit)
            unit.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            unit.committed.connect(lambda value: self.completed.emit("unit", value))
            form.addRow(tr("Dòng của cơ quan"), unit)
        if layout.kind in ("counts", "dossiers") and layout.rows != "field":
            field = LineEdit(tr("Lĩnh vực"), table.field, placeholder=tr("để trống: chưa tách lĩnh vực"))
            field.committed.connect(lambda value: self.completed.emit("field", value))
            form.addRow(tr("Lĩnh vực của dòng không ghi"), field)
        if layout.kind == "dossiers":
            channels = [("direct", tr("Trực tiếp, bưu chính")), ("online", tr("Trực tuyến"))]
            channel = ComboBox(tr("Cách nộp"), channels, table.channel)
            channel.committed.connect(lambda value: self.completed.emit("channel", value))
            form.addRow(tr("Cách nộp của hồ sơ không ghi"), channel)
        if form.rowCount():
            self._column.addLayout(form)

    def _add_problems(self, table: FigureTable) -> None:
        found = QListWidget()
        found.setAccessibleName(tr("Chỗ cần xem"))
        found.setWordWrap(True)
        found.setMinimumHeight(90)
        for problem in sorted(table.problems, key=lambda p: not p.error)[:_MOST_SHOWN]:
            place = tr("trang {sheet}, ô {cell}", sheet=problem.sheet, cell=problem.cell) if problem.cell else problem.sheet
            sign = icon("error", "late") if problem.error else icon("warn", "soon")
            found.addItem(QListWidgetItem(sign, f"{place}: {say(Said(problem.code, dict(problem.params)))}"))
        more = len(table.problems) - _MOST_SHOWN + (table.read.more_problems if table.read else 0)
        if more > 0:
            found.addItem(tr("và {count} chỗ khác", count=count_words(more)))
        self._column.addWidget(found, 1)

    def _error_banner(self, table: FigureTable) -> Banner:
        """What keeps it out, with the way round where there is one: a register is counted row by row."""
        assert table.read is not None
        cells, wrong = count_words(len(table.errors) + table.read.more_problems), count_words(table.wrong_rows)
        if not table.may_skip:
            return Banner(tr("{count} ô phải sửa trong tệp rồi nhập lại; bảng này chưa nhập được.", count=cells), "error", slim=True)
        if table.skip_errors:
            banner = Banner(tr("Bỏ {count} dòng sai, không tính vào biểu.", count=wrong), "warning", slim=True)
            banner.add_action(tr("Không bỏ"), lambda: self.completed.emit("skip", "no"))
            return banner
        banner = Banner(tr("{count} ô sai: sửa trong tệp rồi nhập lại, hoặc bỏ các dòng ấy.", count=cells), "error", slim=True)
        words = tr("Bỏ {wrong} dòng sai, lấy {count} dòng còn lại", wrong=wrong, count=count_words(len(table.read.dossiers)))
        banner.add_action(words, lambda: self.completed.emit("skip", "yes"))
        return banner


def sum_lines(total: Line06a) -> list[str]:
    """The sums of a table in three short lines."""
    numbers = {key: count_words(getattr(total, key)) for key in ("received", "online", "direct", "carried", "settled", "early", "on_time",
               "late", "open", "open_in_time", "open_late")}  # fmt: skip
    found = [
        tr("Tiếp nhận {received}: trực tuyến {online}, trực tiếp và bưu chính {direct}, kỳ trước chuyển sang {carried}", **numbers),
        tr("Đã giải quyết {settled}: trước hạn {early}, đúng hạn {on_time}, quá hạn {late}", **numbers),
        tr("Đang giải quyết {open}: trong hạn {open_in_time}, quá hạn {open_late}", **numbers),
    ]
    if total.withdrawn:
        found.append(tr("Rút, dừng, trả lại {count}", count=count_words(total.withdrawn)))
    return found


def reading_words(reading: Reading, names: Names) -> str:
    """ "Mức độ hài lòng: 95% (38/40)"."""
    name, unit = names.get(reading.indicator, (reading.indicator, "%"))
    return f"{name}: {figure_words(reading, unit)}"
