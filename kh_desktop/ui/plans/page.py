"""All plans, newest year first: state in plain words, the next step as a button, everything else behind "⋯"."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from kh_desktop.domain.model import PlanState
from kh_desktop.services.plans import PlanSummary, get_plan, list_plans
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.next_step import next_step, state_words
from kh_desktop.ui.widgets import (
    EmptyState,
    card,
    clear_layout,
    heading,
    icon_button,
    icon_label,
    muted,
    plain_button,
    primary_button,
    rule,
    scroll_page,
    text_label,
)

STATE_ICONS: dict[PlanState, tuple[str, str]] = {
    PlanState.DRAFT: ("edit", "ongoing"),
    PlanState.SUBMITTED: ("clock", "waiting"),
    PlanState.ISSUED: ("check", "done"),
}
# What "⋯" offers: deed, icon, words, states it makes sense in ("" for all), whether it writes.
MORE: tuple[tuple[str, str, str, str, bool], ...] = (
    ("print", "print", N_("Xem và in…"), "", False),
    ("export.pdf", "pdf", N_("Xuất PDF…"), "", False),
    ("export.docx", "word", N_("Xuất Word…"), "", False),
    ("export.xlsx", "excel", N_("Xuất Excel…"), "", False),
    ("", "", "", "", False),
    ("submit", "send", N_("Trình ký…"), "draft", True),
    ("withdraw", "undo", N_("Rút về dự thảo"), "submitted", True),
    ("issue", "stamp", N_("Ghi số, ngày ban hành…"), "draft submitted", True),
    ("scans", "attach", N_("Bản đã ký, tệp gốc…"), "", False),
    ("new_version", "copy", N_("Lập bản sửa đổi…"), "issued", True),
    ("next_year", "next", N_("Lập kế hoạch năm sau…"), "", True),
    ("history", "history", N_("Quá trình…"), "", False),
    ("", "", "", "", False),
    ("delete", "trash", N_("Xóa kế hoạch…"), "", True),
)


class PlansPage(QWidget):
    """``open_plan(id)``, ``open_at(id, anchor)``, ``run_action(command)``, ``plan_deed(deed, id)``."""

    open_plan = Signal(int)
    open_at = Signal(int, str)
    run_action = Signal(str)
    plan_deed = Signal(str, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page_id, self.title = "plans", tr("Kế hoạch")
        self.setAccessibleName(self.title)
        self._session = session
        self._stale = True
        self._layout = scroll_page(self, width=920)

    def on_shown(self) -> None:
        """Bring the list up to date when one turns to it."""
        if self._stale:
            self._build()

    def on_changes(self, changes: ChangeSet) -> None:
        """The list follows the plans."""
        self._stale = True
        if self.isVisible():
            self._build()

    def _build(self) -> None:
        self._stale = False
        clear_layout(self._layout)
        plans = list_plans(self._session)
        top = QHBoxLayout()
        top.addWidget(heading(tr("Kế hoạch")), 1)
        if plans:
            new = plain_button(tr("Soạn kế hoạch mới"), "plus")
            new.clicked.connect(lambda _checked=False: self.run_action.emit("new_plan"))
            new.setEnabled(not self._session.read_only)
            top.addWidget(new)
            old = plain_button(tr("Mở kế hoạch có sẵn"), "import")
            old.clicked.connect(lambda _checked=False: self.run_action.emit("import_plan"))
            old.setEnabled(not self._session.read_only)
            top.insertWidget(1, old)
        self._layout.addLayout(top)
        for year in sorted({p.year for p in plans}, reverse=True):
            self._layout.addWidget(self._year(year, [p for p in plans if p.year == year]))
        if not plans:
            words = tr("Kế hoạch mới đi từ mẫu có sẵn, từng bước; nghỉ lúc nào cũng được.")
            deed = (tr("Soạn kế hoạch mới"), lambda: self.run_action.emit("new_plan"))
            read = (tr("Mở kế hoạch có sẵn"), lambda: self.run_action.emit("import_plan"))
            deeds = [] if self._session.read_only else [deed, read]
            self._layout.addWidget(EmptyState("plan", tr("Sổ chưa có kế hoạch nào"), words, deeds))
        self._layout.addStretch(1)

    def _year(self, year: int, plans: list[PlanSummary]) -> QFrame:
        frame, layout = card()
        layout.setSpacing(12)
        layout.addWidget(heading(tr("Năm {year}", year=year), 3))
        for index, plan in enumerate(plans):
            if index:
                layout.addWidget(rule())
            layout.addLayout(self._row(plan))
        return frame

    def _row(self, plan: PlanSummary) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        name, token = STATE_ICONS[plan.state]
        row.addWidget(icon_label(name, 20, token), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(3)
        version = tr(" (bản {number})", number=plan.version) if plan.version > 1 else ""
        words.addWidget(text_label((plan.title or tr("Chưa có trích yếu")) + version))
        said = [state_words(plan)]
        if plan.number:
            said.insert(0, tr("Số {number}", number=plan.number))
        if plan.task_count:
            said.append(tr("{count} nhiệm vụ", count=plan.task_count))
        words.addWidget(muted(" · ".join(said)))
        row.addLayout(words, 1)
        step = next_step(self._session, get_plan(self._session, plan.id))
        if step.text and not self._session.read_only and not plan.has_newer:
            button = primary_button(step.text) if plan.state is not PlanState.ISSUED else plain_button(step.text)
            button.setAccessibleName(f"{step.text}: {plan.title}")
            button.clicked.connect(lambda _checked=False: self._do(step.deed, plan.id, step.anchor))
            row.addWidget(button)
        open_button = plain_button(tr("Mở"))
        open_button.setAccessibleName(tr("Mở: {title}", title=plan.title))
        open_button.clicked.connect(lambda _checked=False: self.open_plan.emit(plan.id))
        row.addWidget(open_button)
        row.addWidget(self._more(plan))
        return row

    def _do(self, deed: str, plan_id: int, anchor: str) -> None:
        if deed in ("submit", "issue", "scans", "next_year"):
            self.plan_deed.emit(deed, plan_id)
        elif anchor:
            self.open_at.emit(plan_id, anchor)
        else:
            self.open_plan.emit(plan_id)

    def _more(self, plan: PlanSummary) -> QToolButton:
        button = icon_button("more", tr("Việc khác: {title}", title=plan.title))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for deed, picture, words, states, writes in MORE:
            if not deed:
                menu.addSeparator()
            elif not states or plan.state.value in states.split():
                entry = menu.addAction(icon(picture, "text_muted"), tr(words))
                entry.setEnabled(not (writes and self._session.read_only))
                entry.triggered.connect(lambda _checked=False, what=deed: self.plan_deed.emit(what, plan.id))
        button.setMenu(menu)
        return button
