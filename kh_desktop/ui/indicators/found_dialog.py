"""The targets the program found in the text of the plan: ticks, and the indicator where the words leave it open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from kh_desktop.domain.indicators import Indicator
from kh_desktop.domain.target_finder import FoundTarget
from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.indicators.rows_pane import scrolling
from kh_desktop.ui.indicators.target_form import offer_indicators
from kh_desktop.ui.indicators.words import aim_words
from kh_desktop.ui.sheets import Sheet
from kh_desktop.ui.widgets import ComboBox, icon_label, muted, quiet_button, text_label


class FoundDialog(Sheet):
    """``chosen()``: the ticked ones, each with the indicator a person gave it."""

    def __init__(self, found: Sequence[FoundTarget], indicators: Sequence[Indicator], parent: QWidget | None = None) -> None:
        words = tr("Đánh dấu những câu đúng là chỉ tiêu. Chỗ chưa rõ đo bằng gì thì chọn chỉ tiêu ở bên phải, hoặc để sau.")
        super().__init__(tr("Chỉ tiêu tìm thấy trong kế hoạch"), words, width=760, parent=parent)
        self._found = tuple(found)
        self._units = {i.key: i.unit for i in indicators}
        self.ticks: list[QCheckBox] = []
        self.choices: list[ComboBox] = []
        inner = QWidget()
        inner.setObjectName("pageBody")
        grid = QGridLayout(inner)
        grid.setContentsMargins(4, 4, 8, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, item in enumerate(self._found):
            self._add(grid, number, item, indicators)
        grid.setRowStretch(grid.rowCount(), 1)
        area = scrolling(inner, self)
        area.setMinimumHeight(round(300 * theme.font_scale()))
        self.body.addWidget(self._all_or_none())
        self.body.addWidget(area, 1)
        self._deed = self.add_deed("")
        self.add_close()
        self._count()

    def _all_or_none(self) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for words, on in ((tr("Đánh dấu tất cả"), True), (tr("Bỏ mọi dấu"), False)):
            button = quiet_button(words, parent=row)
            button.clicked.connect(lambda _checked=False, on=on: self._tick_all(on))
            line.addWidget(button)
        line.addStretch(1)
        return row

    def _add(self, grid: QGridLayout, number: int, item: FoundTarget, indicators: Sequence[Indicator]) -> None:
        top, sentence = Qt.AlignmentFlag.AlignTop, " ".join(item.target.sentence.split())
        aim = aim_words(item.target, self._units.get(item.target.indicator, "%"))
        tick = QCheckBox(aim)
        tick.setAccessibleName(f"{aim}: {sentence}")
        tick.setChecked(item.sure)
        tick.toggled.connect(lambda _on: self._count())
        choice = ComboBox(tr("Chỉ tiêu của “{sentence}”", sentence=sentence[:60]))
        choice.setFixedWidth(round(250 * theme.font_scale()))
        offer_indicators(choice, indicators, item.target.indicator)
        row = number * 3
        grid.addWidget(tick, row, 0, top)
        grid.addWidget(text_label(sentence), row, 1, top)
        grid.addWidget(choice, row, 2, top)
        if not item.sure:
            doubt = QWidget()
            line = QHBoxLayout(doubt)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(icon_label("due-soon", 14, "soon"), 0, top)
            line.addWidget(muted(tr("Chưa chắc: hãy đọc lại câu và chọn chỉ tiêu.")), 1)
            grid.addWidget(doubt, row + 1, 1, 1, 2)
        grid.setRowMinimumHeight(row + 2, 4)
        self.ticks.append(tick)
        self.choices.append(choice)

    def _tick_all(self, on: bool) -> None:
        for tick in self.ticks:
            tick.setChecked(on)

    def _count(self) -> None:
        count = sum(tick.isChecked() for tick in self.ticks)
        self._deed.setText(tr("Nhận {count} chỉ tiêu", count=count))
        self._deed.setEnabled(bool(count))

    def chosen(self) -> list[FoundTarget]:
        """What was ticked."""
        parts = zip(self._found, self.ticks, self.choices, strict=True)
        return [replace(f, target=replace(f.target, indicator=choice.value())) for f, tick, choice in parts if tick.isChecked()]
