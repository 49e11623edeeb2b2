"""Last step: everything on one page to read through, what is missing or doubtful, and what to do next."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kh_desktop.domain.model import Plan, PlanState
from kh_desktop.services.office import get_office
from kh_desktop.services.plans import finish_wizard, get_bookmark
from kh_desktop.services.review import Problem, problems
from kh_desktop.services.session import Session
from kh_desktop.ui import theme
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import say, tr
from kh_desktop.ui.icons import icon
from kh_desktop.ui.widgets import Banner, heading, plain_button, primary_button, quiet_button
from kh_desktop.ui.wizard.answers import Answer, answers
from kh_desktop.ui.wizard.form import StepForm
from kh_desktop.ui.wizard.step_names import STEP_NAMES, step_name

_LONG = 400
"""Longer texts are cut in the review; the step shows them whole."""


class ProblemButton(QPushButton):
    """One finding; a click goes to its field. The sentence wraps, which a plain button cannot."""

    def __init__(self, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problem = problem
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        sentence = say(problem.said)
        self.setAccessibleName(sentence)
        missing = problem.severity == "missing"
        mark = QLabel(self)
        mark.setPixmap(icon("error" if missing else "warn", "late" if missing else "soon").pixmap(16, 16))
        words = QLabel(sentence, self)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        for label in (mark, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(28, self._row.heightForWidth(width))


class ReviewStep(StepForm):
    """``jump(step, anchor)`` when a line is clicked."""

    jump = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.problem_buttons: list[ProblemButton] = []
        self._shown: tuple[object, ...] | None = None
        self.verdict = Banner("", "done", parent=self)
        self._problems = QVBoxLayout()
        self._problems.setSpacing(0)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.verdict)
        column.addLayout(self._problems)
        column.addLayout(self._make_actions())
        column.addLayout(self._answers)
        column.addStretch(1)

    def _make_actions(self) -> QVBoxLayout:
        self.finish_button = primary_button(tr("Hoàn thành soạn thảo"), "check")
        self.submit_button = primary_button(tr("Trình ký"), "send")
        self.finish_button.clicked.connect(self._finish)
        self.submit_button.clicked.connect(lambda: self.run_action.emit("submit"))
        first, second = QHBoxLayout(), QHBoxLayout()
        for button in (self.finish_button, self.submit_button):
            first.addWidget(button)
        self.file_buttons: dict[str, QPushButton] = {}
        for action, name, picture in (
            ("print", tr("Xem và in"), "print"),
            ("export_pdf", tr("Lưu PDF"), "pdf"),
            ("export_word", tr("Lưu Word"), "word"),
            ("export_excel", tr("Lưu Excel"), "excel"),
        ):
            button = plain_button(name, picture)
            button.clicked.connect(lambda _checked=False, wanted=action: self.run_action.emit(wanted))
            self.file_buttons[action] = button
            (first if action == "print" else second).addWidget(button)
        first.addStretch(1)
        second.addStretch(1)
        rows = QVBoxLayout()
        rows.setSpacing(8)
        rows.addLayout(first)
        rows.addLayout(second)
        return rows

    # showing

    def set_frozen(self, frozen: bool) -> None:
        """There is nothing to change here."""

    def show_plan_fields(self, plan: Plan) -> None:
        done = get_bookmark(self.session, plan.id).done
        self.finish_button.setVisible(not done and plan.state is PlanState.DRAFT)
        self.submit_button.setVisible(done and plan.state is PlanState.DRAFT)
        found, lines = problems(plan, get_office(self.session)), answers(plan)
        frozen = plan.state is PlanState.ISSUED
        shown = (tuple(found), tuple(lines), theme.is_dark(), frozen)
        if shown == self._shown:
            return
        self._shown = shown
        self._show_problems(found)
        self._show_answers(lines, frozen)

    def _show_problems(self, found: list[Problem]) -> None:
        _empty(self._problems)
        self.problem_buttons = []
        missing = sum(problem.severity == "missing" for problem in found)
        self.verdict.show_message(*_verdict(missing, len(found) - missing))
        for problem in found:
            button = ProblemButton(problem, self)
            button.clicked.connect(lambda _checked=False, p=problem: self.jump.emit(p.step, p.anchor))
            self.problem_buttons.append(button)
            self._problems.addWidget(button)

    def _show_answers(self, lines: list[Answer], frozen: bool) -> None:
        _empty(self._answers)
        for step in STEP_NAMES:
            mine = [line for line in lines if line.step == step]
            if step != "review":
                self._answers.addWidget(self._block(step, mine, frozen))

    def _block(self, step: str, lines: list[Answer], frozen: bool) -> QWidget:
        frame = QFrame(self)
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        title = heading(step_name(step), 3)
        edit = quiet_button(tr("Xem"), "eye") if frozen else quiet_button(tr("Sửa"), "edit")
        name = tr("Xem bước {step}", step=step_name(step)) if frozen else tr("Sửa bước {step}", step=step_name(step))
        edit.setAccessibleName(name)
        edit.clicked.connect(lambda _checked=False: self.jump.emit(step, ""))
        grid.addWidget(title, 0, 0)
        grid.addWidget(edit, 0, 1)
        text = QLabel(_html(lines) or f"<i>{escape(tr('chưa có'))}</i>", frame)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard)
        text.setAccessibleName(step_name(step))
        text.linkActivated.connect(lambda anchor: self.jump.emit(step, anchor))
        grid.addWidget(text, 1, 0, 1, 2)
        return frame

    @guarded
    def _finish(self) -> None:
        if self.plan is not None:
            finish_wizard(self.session, self.plan.id)
            self.load(self.plan)
            self.status.emit(tr("Đã soạn xong. Bước tiếp theo: in và trình ký."))
            self.submit_button.setFocus()


def _verdict(missing: int, doubts: int) -> tuple[str, str]:
    """What the findings come to, and the kind of banner that says it: not lacking anything is not yet free of doubts."""
    if missing and doubts:
        both = tr("Còn thiếu {missing} mục và {doubts} chỗ nên xem lại. Bấm vào từng dòng để sửa.", missing=missing, doubts=doubts)
        return both, "warning"
    if missing:
        return tr("Còn thiếu {missing} mục. Bấm vào từng dòng để sửa.", missing=missing), "warning"
    if doubts:
        return tr("Không thiếu mục nào, còn {doubts} chỗ nên xem lại trước khi in hoặc trình ký.", doubts=doubts), "warning"
    return tr("Không thiếu mục nào. Hãy đọc lại một lượt, rồi in hoặc trình ký."), "done"


def _html(lines: list[Answer]) -> str:
    colour, quiet = theme.hex_of("text"), theme.hex_of("text_muted")
    out = []
    for line in lines:
        text = line.text if len(line.text) <= _LONG else f"{line.text[:_LONG].rstrip()}…"
        label = f'<span style="color:{quiet}">{escape(line.label)}</span> ' if line.label else ""
        is_part = line.anchor.startswith(("section:", "group:"))
        shown = escape(text).replace("\n", "<br>") if text or is_part else "…"
        link = f'<a href="{line.anchor}" style="color:{colour};text-decoration:none">{label}{shown}</a>'
        out.append(f'<div style="margin-left:{line.depth * 14}px;margin-bottom:4px">{link}</div>')
    return "".join(out)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
