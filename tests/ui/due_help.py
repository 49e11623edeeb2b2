"""A plan with deadlines of every kind, and a clock that stands where a test puts it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QToolButton, QWidget

from kh_desktop.domain.model import Task, UnitRef
from kh_desktop.services import issuing, plans, tasks
from kh_desktop.services.schedule import set_report_rules
from kh_desktop.services.session import Session

MORNING = datetime(2027, 6, 16, 8, 0)

ROWS: tuple[tuple[str, str, str], ...] = (
    ("Ban hành kế hoạch truyền thông", "Trước ngày 31/5/2027", "Văn phòng HĐND và UBND"),
    ("Rà soát quy trình nội bộ", "30/6/2027", "Trung tâm Phục vụ hành chính công"),
    ("Tổng hợp kinh phí", "16/6/2027", "Phòng Kinh tế"),
    ("Đánh giá cuối năm", "15/12/2027", "Văn phòng HĐND và UBND"),
    ("Niêm yết thủ tục", "Thường xuyên", "Trung tâm Phục vụ hành chính công"),
    ("Tham gia tập huấn", "Theo kế hoạch của cấp trên", "Văn phòng HĐND và UBND"),
    ("Kiểm tra bộ phận một cửa", "31/9/2027", "Văn phòng HĐND và UBND"),
)


@dataclass
class Clock:
    """A clock one turns by hand."""

    now: datetime = MORNING

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        """Time goes by."""
        self.now += timedelta(**span)


def issued_plan(session: Session, rows: tuple[tuple[str, str, str], ...] = ROWS, *, reports: bool = False) -> tuple[int, list[int]]:
    """An issued plan of 2027 with these tasks (content, deadline, unit); (plan id, task ids)."""
    if not reports:
        set_report_rules(session, every=())
    plan_id = plans.new_plan(session, year=2027)
    group = tasks.add_group(session, plan_id, "Nhóm việc")
    made = [Task(content=content, deadline=deadline, lead=(UnitRef(unit),)) for content, deadline, unit in rows]
    ids = tasks.add_tasks(session, group, made)
    issuing.submit(session, plan_id, "Nguyễn Văn An")
    issuing.issue(session, plan_id, number="5", issued="2027-01-08")
    return plan_id, ids


def named(root: QWidget, beginning: str) -> list[QAbstractButton]:
    """The buttons in sight whose accessible name (or words) begins so."""
    QApplication.processEvents()
    buttons = [b for b in root.findChildren(QAbstractButton) if b.isVisible()]
    return [b for b in buttons if (b.accessibleName() or b.text()).startswith(beginning)]


def choose(button: QAbstractButton, words: str) -> None:
    """Choose the entry of a button's menu with these words."""
    assert isinstance(button, QPushButton | QToolButton)
    next(a for a in button.menu().actions() if a.text() == words).trigger()
