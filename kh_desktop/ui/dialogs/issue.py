"""Trình ký; ghi số, ngày ban hành."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kh_desktop.domain.vitext import clean_line
from kh_desktop.ui.dialogs.base import Sheet
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import Banner, Field, FormTable, text_from_iso, text_label


class SubmitDialog(Sheet):
    """Who the draft goes to. What is still missing is listed, and may be left so."""

    def __init__(self, signers: Sequence[str], missing: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Trình ký kế hoạch"), tr("Kế hoạch chuyển sang “Đã trình”. Cần sửa thêm thì rút về dự thảo bất cứ lúc nào."), parent=parent
        )
        if missing:
            self.body.addWidget(Banner(tr("Còn {count} chỗ chưa đủ:", count=len(missing)), "warning"))
            for sentence in missing[:6]:
                self.body.addWidget(text_label(f"•  {sentence}"))
        choices = tuple((name, name) for name in signers)
        self.form = FormTable([Field("who", N_("Trình"), "combo", N_("Người nhận bản dự thảo, để trống cũng được"), choices=choices)])
        if signers:
            self.form.set_values({"who": signers[0]})
        self.body.addWidget(self.form)
        self.add_deed(tr("Trình ký"))
        self.add_close()

    def who(self) -> str:
        """The person named."""
        return self.form.values()["who"]


class IssueDialog(Sheet):
    """Number and day of issue, as stamped on the paper. The plan is closed for editing afterwards."""

    FIELDS = (
        Field("number", N_("Số"), "line", N_("Chỉ ghi phần số, ví dụ 24"), width=120),
        Field("issued", N_("Ngày ban hành"), "date", width=170),
    )

    def __init__(self, code: str, hint: str, today: str, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Ghi số, ngày ban hành"),
            tr("Ghi đúng như trên bản đã ký. Sau bước này kế hoạch không sửa được nữa; cần sửa thì lập bản sửa đổi."),
            parent=parent,
        )
        self._today = today
        self.form = FormTable(self.FIELDS)
        self.form.set_values({"issued": today})
        self.body.addWidget(self.form)
        if hint:
            self.form.set_hint("number", tr("Số tiếp theo trong sổ: {number}. Ký hiệu: {code}", number=hint, code=code))
        self.add_deed(tr("Ban hành"))
        self.add_close()

    def problem(self) -> str:
        """Both fields are needed."""
        number = clean_line(self.form.values()["number"])
        if not number:
            return "number"
        return "issued" if self.form.field("issued").is_dirty() or not self.issued() else ""

    def show_problem(self, text: str) -> None:
        """Under the field concerned."""
        words = {
            "number": tr("Hãy ghi số của văn bản."),
            "issued": tr("Hãy ghi ngày ban hành, dạng {day}.", day=text_from_iso(self._today)),
        }
        field = self.form.field(text)
        # A date that does not exist has said so itself.
        if not field.is_dirty():
            self.form.set_note(text, words[text])
        field.setFocus()

    def number(self) -> str:
        """The number typed."""
        return self.form.values()["number"]

    def issued(self) -> str:
        """The day, ISO."""
        return self.form.values()["issued"]
