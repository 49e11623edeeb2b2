"""Lập kế hoạch năm sau: the list of changes on the left, the chosen one at full length on the right, one button that makes the draft."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from kh_desktop.domain.roll_forward import Change
from kh_desktop.services import roll_forward
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.commit import commit_editors
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.roll.choosing import Choosing
from kh_desktop.ui.roll.details import DetailPane, quiet_note
from kh_desktop.ui.roll.tree import ChangeTree
from kh_desktop.ui.widgets import ElidedLabel, NoteLine, YearField, heading, plain_button, primary_button, quiet_button

_LEFT_MS = 120


class RollDialog(QDialog):
    """The proposal for the plan ``plan_id``; when accepted ``made`` is the id of the new draft, ``anchor`` the place in it a person
    wants to see, "" for none. ``due_year`` is the year offices plan for
    these days; ``may_leave``: asks whether what was decided may be given up.
    """

    def __init__(
        self,
        session: Session,
        plan_id: int,
        due_year: int,
        parent: QWidget | None = None,
        *,
        may_leave: Callable[[QWidget], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._plan_id, self._may_leave = session, plan_id, may_leave
        self.made, self.anchor = 0, ""
        plan = get_plan(session, plan_id)
        self._old_year = plan.year
        # Nobody plans a year that is over: an old plan becomes the plan of the year that is due.
        year = max(roll_forward.next_year(plan, due_year), due_year)
        self.choosing = Choosing(roll_forward.proposal(session, plan_id, year))
        self.setWindowTitle(tr("Lập kế hoạch năm sau"))
        self.setAccessibleName(self.windowTitle())
        self.year = YearField(tr("Năm của kế hoạch mới"), str(year), parent=self)
        self.year.set_check(self._year_problem)
        self.year.committed.connect(self._year_chosen)
        self.tree, self.details = ChangeTree(self), DetailPane(self)
        self.make_button = primary_button("", "next", self)
        self._summary = quiet_note("")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LEFT_MS)
        self._later.timeout.connect(self._show_left)
        self._build(plan.title)
        self._connect()
        self._show()
        self._fit_screen()
        self.tree.setFocus()

    def _build(self, title: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        layout.addLayout(self._top(title))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(9)
        split.setStyleSheet("QSplitter::handle { background: transparent; }")
        split.addWidget(self.tree)
        split.addWidget(self.details)
        split.setStretchFactor(0, 1)
        wide = round(330 * theme.font_scale())
        self.details.setMinimumWidth(round(260 * theme.font_scale()))
        split.setSizes([3 * wide, wide])
        layout.addWidget(split, 1)
        layout.addLayout(self._bottom())

    def _top(self, title: str) -> QVBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        head = heading(tr("Lập kế hoạch năm"), 2)
        head.setWordWrap(False)
        head.setBuddy(self.year)
        row.addWidget(head)
        row.addWidget(self.year)
        words = tr("từ kế hoạch năm {year}: {title}", year=self._old_year or "…", title=title)
        if self._old_year and self.choosing.found.year > self._old_year + 1:
            words = tr(
                "từ kế hoạch năm {year} (nay là lúc lập kế hoạch năm {due}; cần năm khác thì ghi lại): {title}",
                year=self._old_year, due=self.choosing.found.year, title=title,
            )  # fmt: skip
        row.addWidget(ElidedLabel(words), 1)
        top = QVBoxLayout()
        top.setSpacing(2)
        top.addLayout(row)
        note = NoteLine()
        note.follow(self.year)
        top.addWidget(note)
        return top

    def _bottom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, on in ((tr("Đánh dấu cả nhóm"), True), (tr("Bỏ cả nhóm"), False)):
            button = quiet_button(words)
            button.clicked.connect(lambda _checked=False, tick=on: self.tree.take_group(tick))
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self._summary, 1)
        row.addWidget(self.make_button)
        cancel = plain_button(tr("Thôi"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        return row

    def _connect(self) -> None:
        self.tree.shown.connect(lambda value: self.details.show_value(value, self.choosing))
        self.tree.chosen.connect(self._chosen)
        self.tree.edit_wanted.connect(self.details.start_editing)
        self.details.edited.connect(self._edited)
        self.details.jump.connect(self._jump)
        self.details.left_field.connect(self.tree.setFocus)
        self.details.open_there.connect(self.make)
        self.make_button.clicked.connect(lambda _checked=False: self.make())

    def _fit_screen(self) -> None:
        """As large as the window it belongs to, without covering its edges."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(round(1320 * theme.font_scale()), round(room.width() * 0.97)), round(room.height() * 0.95))

    # --- showing

    def _show(self) -> None:
        self.tree.show_choosing(self.choosing)
        self._say()

    def _say(self) -> None:
        """What the button will do, in numbers."""
        taken, all_of = len(self.choosing.taken), len(self.choosing.found.changes)
        self.make_button.setText(tr("Lập kế hoạch năm {year}", year=self.choosing.found.year))
        if all_of:
            self._summary.setText(tr("Đổi {count} chỗ, giữ nguyên {kept} chỗ", count=taken, kept=all_of - taken))
        else:
            self._summary.setText(tr("Không có chỗ nào phải đổi"))

    def _chosen(self) -> None:
        self._say()
        self._later.start()

    def _show_left(self) -> None:
        self.tree.show_left()

    def _edited(self, change: Change, text: str) -> None:
        self.choosing.edit(change, text)
        self.tree.refresh()

    def _jump(self, key: str) -> None:
        self.tree.go_to(key)
        self.tree.setFocus()

    # --- the year

    def _year_problem(self, text: str) -> str:
        if text.isdecimal() and int(text) <= self._old_year:
            return tr("Hãy ghi năm sau năm {year} của kế hoạch đang có.", year=self._old_year)
        return ""

    @guarded
    def _year_chosen(self, value: str) -> None:
        new = Choosing(roll_forward.proposal(self._session, self._plan_id, int(value)))
        new.keep_from(self.choosing)
        self.choosing = new
        self._show()

    # --- ending

    @guarded
    def make(self, where: str = "") -> None:
        """Make the draft with what is ticked and close; ``where``: the place of the old plan to be shown in it."""
        commit_editors(self)
        if self.year.problem():
            self.year.setFocus()
            return
        found = self.choosing
        self.made = roll_forward.roll_forward(self._session, self._plan_id, found.found.year, found.taken, found.edits)
        if where:
            self.anchor = roll_forward.anchor_in(self._session, self.made, found.found, found.taken, found.edits, where)
        self.accept()

    def reject(self) -> None:
        """Close without a draft; what was decided here is given up only when a person says so."""
        commit_editors(self)
        if self._may_leave is None or not self.choosing.touched or self._may_leave(self):
            super().reject()
