"""A year typed in four digits."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kh_desktop.ui import theme
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets.fields import LineEdit

FIRST_YEAR, LAST_YEAR = 1990, 2100


def year_problem(text: str) -> str:
    """Why ``text`` is no year a plan can be of, as a sentence; "" when it is one."""
    text = text.strip()
    if not text:
        return tr("Hãy ghi năm, ví dụ 2027.")
    if not (text.isascii() and text.isdecimal()):
        return tr("“{text}” không phải là năm. Hãy ghi bốn chữ số, ví dụ 2027.", text=text)
    if len(text) != 4:
        return tr("“{text}” không phải là năm: năm có bốn chữ số, ví dụ 2027.", text=text)
    if not FIRST_YEAR <= int(text) <= LAST_YEAR:
        return tr("Năm {text} ngoài khoảng ghi được. Hãy ghi năm từ {first} đến {last}.", text=text, first=FIRST_YEAR, last=LAST_YEAR)
    return ""


class YearField(LineEdit):
    """The value is four digits; anything else stays in the field with the sentence that says why (see ``LineEdit.refused``)."""

    def __init__(self, name: str = "", value: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(name, value, parent=parent)
        self.setFixedWidth(round(84 * theme.font_scale()))

    def problem_of(self, text: str) -> str:
        return year_problem(text) or super().problem_of(text)
