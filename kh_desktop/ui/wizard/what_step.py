"""First step: title, year, period, shape, and how the document is laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kh_desktop.domain.columns import COLUMN_SET_NAMES, COLUMN_SETS
from kh_desktop.domain.model import Numbering, Office, Plan, Shape
from kh_desktop.domain.outline import number_sections
from kh_desktop.services.office import get_office
from kh_desktop.services.sections import update_section
from kh_desktop.services.session import Session
from kh_desktop.services.templates import appendix_title_for, closing_for, intro_for, title_for
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import Banner, ComboBox, LineEdit, NoteLine, TextEdit, YearField, heading, muted, quiet_button
from kh_desktop.ui.wizard.form import StepForm, bring_into_view, labelled, narrow_first, set_anchor, shrinkable, side_by_side
from kh_desktop.ui.wizard.holding import holder_for, without_reference
from kh_desktop.ui.wizard.period_field import PeriodField
from kh_desktop.ui.wizard.shape_cards import SHAPE_NAMES, ShapeCards, what_moves

NUMBERING_NAMES: dict[Numbering, str] = {
    Numbering.ROMAN: N_("I – 1 – a)"),
    Numbering.LETTER: N_("A – 1 – a)"),
    Numbering.DECIMAL: N_("I – 1 – 1.1"),
}
_OWN_COLUMNS = "own"


def numbering_example(plan: Plan, lines: int = 4) -> str:
    """The first headings of the plan with the numbers they will be printed with."""
    shown = []
    for item in number_sections(plan.sections, plan.numbering):
        words = (item.section.heading or item.section.text).split("\n")[0]
        short = words if len(words) <= 44 else f"{words[:42].rstrip()}…"
        shown.append(f"{'    ' * item.depth}{item.label} {short.upper() if item.depth == 0 else short}")
    return "\n".join(shown[:lines])


def column_set_of(plan: Plan) -> str:
    """The ready column set a plan uses; "own" for edited columns."""
    return next((name for name, columns in COLUMN_SETS.items() if columns == plan.columns), _OWN_COLUMNS)


class WhatStep(StepForm):
    """What the plan is called, for when, in which form."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._shape_before: Shape | None = None
        self._make_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(labelled(tr("Trích yếu (tên kế hoạch)"), self.title, tr("Viết sau chữ KẾ HOẠCH, không viết lại hai chữ đó.")))
        column.addWidget(self.stale_year)
        column.addLayout(narrow_first(labelled(tr("Năm"), self.year), labelled(tr("Kỳ của kế hoạch"), self.period)))
        column.addWidget(self.year_note)
        column.addWidget(heading(tr("Hình thức kế hoạch"), 3))
        column.addWidget(self.shapes)
        column.addWidget(self.moved)
        column.addWidget(self.holder)
        self._add_layout_fields(column)
        column.addWidget(heading(tr("Cơ quan ban hành"), 3))
        column.addLayout(side_by_side(labelled(tr("Cấp"), self.level), labelled(tr("Tên"), self.agency_name)))
        place = labelled(tr("Địa danh (trước ngày, tháng)"), self.place)
        column.addLayout(side_by_side(labelled(tr("Cấp trên trực tiếp"), self.superior), place))
        column.addStretch(1)
        self._connect()

    # building

    def _make_fields(self) -> None:
        self.title = TextEdit(lines=2, parent=self)
        self.year = YearField(parent=self)
        self.year_note = NoteLine(parent=self)
        self.period = PeriodField(self)
        self.shapes = ShapeCards(self)
        self.moved = Banner("", "info", closable=True, parent=self)
        self.moved.add_action(tr("Đổi lại"), self._shape_back)
        self.holder = Banner("", "warning", parent=self)
        self._hold = self.holder.add_action("", self._hold_tasks)
        self.stale_year = Banner("", "warning", parent=self)
        self.stale_year.add_action(tr("Sửa năm trong trích yếu"), self._fix_year)
        self.intro = TextEdit(lines=3, parent=self)
        self.intro_again = quiet_button(tr("Dùng câu mẫu"))
        self.numbering = ComboBox(choices=[(n.value, tr(name)) for n, name in NUMBERING_NAMES.items()], parent=self)
        self.example = muted("")
        self.indent = ComboBox(choices=[("1.27", tr("1,27 cm")), ("1.0", tr("1 cm"))], parent=self)
        self.columns = shrinkable(ComboBox(parent=self))
        self.landscape = ComboBox(choices=[("", tr("Giấy đứng")), ("1", tr("Giấy ngang"))], parent=self)
        self.appendix_title = TextEdit(lines=2, parent=self)
        self.appendix_again = quiet_button(tr("Dùng tên mẫu"))
        self.level = ComboBox(choices=[(name, name.capitalize()) for name in ("xã", "phường", "đặc khu", "thị trấn")], parent=self)
        self.agency_name, self.superior, self.place = LineEdit(parent=self), LineEdit(parent=self), LineEdit(parent=self)
        for banner in (self.moved, self.stale_year, self.holder):
            banner.hide()
        for anchor, widget in (
            ("title", self.title), ("year", self.year), ("period", self.period), ("shape", self.shapes), ("intro", self.intro),
            ("numbering", self.numbering), ("indent", self.indent), ("columns", self.columns), ("landscape", self.landscape),
            ("appendix_title", self.appendix_title), ("agency", self.agency_name), ("place", self.place),
        ):  # fmt: skip
            set_anchor(widget, anchor)

    def _add_layout_fields(self, column: QVBoxLayout) -> None:
        column.addWidget(heading(tr("Cách trình bày"), 3))
        intro = labelled(tr("Lời dẫn (câu mở đầu, sau các căn cứ)"), self.intro)
        intro.addWidget(self.intro_again)
        column.addLayout(intro)
        numbering = labelled(tr("Cách đánh số các mục"), self.numbering)
        numbering.addWidget(self.example)
        indent = labelled(tr("Lùi đầu dòng"), self.indent)
        indent.addStretch(1)
        column.addLayout(side_by_side(numbering, indent))
        self.table_part = QWidget(self)
        table = QVBoxLayout(self.table_part)
        table.setContentsMargins(0, 0, 0, 0)
        table.setSpacing(14)
        table.addLayout(
            side_by_side(labelled(tr("Các cột của bảng nhiệm vụ"), self.columns), labelled(tr("Khổ giấy của bảng"), self.landscape))
        )
        self.appendix_part = QWidget(self.table_part)
        appendix = labelled(tr("Tên phụ lục"), self.appendix_title)
        appendix.setContentsMargins(0, 0, 0, 0)
        appendix.addWidget(self.appendix_again)
        self.appendix_part.setLayout(appendix)
        table.addWidget(self.appendix_part)
        column.addWidget(self.table_part)

    def _connect(self) -> None:
        self.title.committed.connect(lambda value: self.save(title=value))
        self.year.committed.connect(self._year_typed)
        self.year.refused.connect(self.year_note.say)
        self.period.changed.connect(self._period_chosen)
        self.shapes.chosen.connect(self._shape_chosen)
        self.intro.committed.connect(lambda value: self.save(intro=value))
        self.numbering.committed.connect(lambda value: self.save(numbering=Numbering(value)))
        self.indent.committed.connect(lambda value: self.save(indent_cm=float(value)))
        self.columns.committed.connect(lambda value: self.save(columns=COLUMN_SETS[value]))
        self.landscape.committed.connect(lambda value: self.save(landscape=bool(value)))
        self.appendix_title.committed.connect(lambda value: self.save(appendix_title=value))
        for name, field in (("level", self.level), ("name", self.agency_name), ("superior", self.superior), ("place", self.place)):
            field.committed.connect(lambda value, part=name: self._save_agency(part, value))
        self.intro_again.clicked.connect(lambda: self.plan and self.save(intro=intro_for(self.plan, self._office())))
        self.appendix_again.clicked.connect(lambda: self.plan and self.save(appendix_title=appendix_title_for(self.plan)))

    # showing

    def _office(self) -> Office:
        return get_office(self.session)

    def load(self, plan: Plan) -> None:
        """Show the plan; what was refused in the fields of another one goes."""
        if self.plan is not None and self.plan.id != plan.id:
            self.year.reset()
            self.period.forget_refused()
        super().load(plan)

    def show_plan_fields(self, plan: Plan) -> None:
        self.title.set_value(plan.title)
        self.year.set_value(str(plan.year))
        self.period.set_period(plan.year, plan.period_start, plan.period_end)
        self.shapes.set_shape(plan.shape)
        self.intro.set_value(plan.intro)
        self.intro_again.setVisible(plan.intro != intro_for(plan, self._office()))
        self.numbering.set_value(plan.numbering.value)
        self.example.setText(numbering_example(plan))
        self.indent.set_value("1.0" if plan.indent_cm < 1.2 else "1.27")
        self._show_columns(plan)
        self.landscape.set_value("1" if plan.landscape else "")
        self.appendix_title.set_value(plan.appendix_title)
        self.appendix_again.setVisible(plan.appendix_title != appendix_title_for(plan))
        self.table_part.setVisible(plan.shape in (Shape.APPENDIX, Shape.TABLE_IN_BODY))
        self.appendix_part.setVisible(plan.shape is Shape.APPENDIX)
        agency = plan.agency
        for field, value in (
            (self.level, agency.level), (self.agency_name, agency.name), (self.superior, agency.superior), (self.place, agency.place),
        ):  # fmt: skip
            field.set_value(value)
        self._show_stale_year(plan)
        self._show_holder(plan)
        if self._shape_before is None or self._shape_before is plan.shape:
            self.moved.hide()

    def _show_columns(self, plan: Plan) -> None:
        chosen = column_set_of(plan)
        choices = [(name, tr(COLUMN_SET_NAMES[name])) for name in COLUMN_SETS if name != "lines"]
        if chosen == _OWN_COLUMNS:
            choices.append((_OWN_COLUMNS, tr("Các cột đã sửa riêng")))
        self.columns.set_choices(choices, chosen)

    def _show_stale_year(self, plan: Plan) -> None:
        old = _other_year(plan)
        self.stale_year.set_text(tr("Trích yếu ghi năm {old}, kế hoạch lập cho năm {year}.", old=old, year=plan.year) if old else "")

    def _show_holder(self, plan: Plan) -> None:
        """Tasks that are printed in the body need a section that holds them."""
        found, words = holder_for(plan), ""
        if found is not None:
            self._hold.setText(tr("In ở mục {no}", no=found.label.rstrip(".")))
            words = tr("Chưa chọn mục để in các nhiệm vụ. Nên in ở mục “{heading}”.", heading=found.section.heading)
        self.holder.set_text(words)

    def first_anchor(self) -> str:
        return "title"

    # saving

    def _year_typed(self, text: str) -> None:
        plan = self.plan
        if plan is None:
            return
        changed = replace(plan, year=int(text), period_start=_in_year(plan.period_start, text), period_end=_in_year(plan.period_end, text))
        self._save_period(plan, changed)

    def _save_period(self, before: Plan, after: Plan) -> None:
        """Year and period in one step, together with the ready sentences that nobody has changed."""
        fields: dict[str, object] = {"year": after.year, "period_start": after.period_start, "period_end": after.period_end}
        office = self._office()
        ready_ones: dict[str, Callable[[Plan], str]] = {
            "intro": lambda plan: intro_for(plan, office),
            "closing": lambda plan: closing_for(plan, office),
            "appendix_title": appendix_title_for,
        }
        for name, ready in ready_ones.items():
            if getattr(before, name) == ready(before):
                fields[name] = ready(after)
        if before.title == title_for(office, before.year):
            fields["title"] = title_for(office, after.year)
        self.save(**fields)

    def _period_chosen(self, start: str, end: str) -> None:
        if self.plan is not None:
            self._save_period(self.plan, replace(self.plan, period_start=start, period_end=end))

    def _save_agency(self, part: str, value: str) -> None:
        if self.plan is not None:
            self.save(agency=replace(self.plan.agency, **{part: value}))

    def _fix_year(self) -> None:
        if self.plan is not None:
            self.save(title=self.plan.title.replace(_other_year(self.plan), str(self.plan.year)))

    def _shape_chosen(self, shape: Shape) -> None:
        plan = self.plan
        if plan is None or plan.shape is shape:
            return
        before = plan.shape
        if self.save(shape=shape):
            self._shape_before = before
            tasks = sum(len(group.tasks) for group in plan.groups)
            bring_into_view(self.moved if self.holder.isHidden() else self.holder)
            self.moved.set_text(tr("Đã chọn “{shape}”. {moves}", shape=tr(SHAPE_NAMES[shape]), moves=what_moves(shape, tasks)))

    @guarded
    def _hold_tasks(self) -> None:
        number = holder_for(self.plan) if self.plan is not None else None
        if number is not None:
            update_section(self.session, number.section.id, holds_tasks=True, text=without_reference(number.section.text))
            self.status.emit(tr("Các nhiệm vụ sẽ in ở mục {no}.", no=number.label.rstrip(".")))

    def _shape_back(self) -> None:
        before, self._shape_before = self._shape_before, None
        if before is not None:
            self.save(shape=before)
        self.moved.hide()


def _in_year(day: str, year: str) -> str:
    return f"{year}{'-02-28' if day[4:] == '-02-29' else day[4:]}" if day else ""


def _other_year(plan: Plan) -> str:
    """A year said in the title that is not the year of the plan, or ""."""
    words = plan.title.replace(",", " ").replace(".", " ").split()
    years = [
        word for before, word in zip(words, words[1:], strict=False) if before.casefold() == "năm" and len(word) == 4 and word.isdecimal()
    ]
    return next((year for year in years if year != str(plan.year)), "") if str(plan.year) not in years else ""
