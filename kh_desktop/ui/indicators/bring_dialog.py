"""For which period a table of figures is, and what it must look like."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kh_desktop.ui.i18n import tr
from kh_desktop.ui.period_words import period_words
from kh_desktop.ui.sheets import Sheet
from kh_desktop.ui.widgets import ComboBox, muted, text_label


class BringDialog(Sheet):
    """``period()``: the key of the chosen period."""

    def __init__(self, periods: Sequence[str], chosen: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Đưa bảng số liệu vào"), width=460, parent=parent)
        self._choice = ComboBox(tr("Kỳ của số liệu"), [(key, period_words(key)) for key in periods], chosen or periods[0])
        label = text_label(tr("Kỳ của số liệu"))
        label.setBuddy(self._choice)
        self.body.addWidget(label)
        self.body.addWidget(self._choice)
        self.body.addWidget(muted(tr(
            "Bảng Excel, CSV hoặc JSON có dòng tiêu đề: “Chỉ tiêu” và “Kết quả”, hoặc “Tử số” và “Mẫu số”. "
            "Sai một ô thì cả bảng không được lấy, chương trình nói rõ ô nào."
        )))  # fmt: skip
        self.add_deed(tr("Chọn tệp…"))
        self.add_close()

    def period(self) -> str:
        """The chosen period."""
        return self._choice.value()
