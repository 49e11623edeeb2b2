"""Every answer of every step as lines to read, each with the field it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kh_desktop.domain.citations import compose
from kh_desktop.domain.columns import column_title
from kh_desktop.domain.model import Plan, SectionRole, Shape
from kh_desktop.domain.outline import number_sections, roman
from kh_desktop.domain.task_rows import number_tasks
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import text_from_iso
from kh_desktop.ui.wizard.shape_cards import SHAPE_NAMES
from kh_desktop.ui.wizard.step_names import ROLE_STEPS
from kh_desktop.ui.wizard.what_step import NUMBERING_NAMES


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the review: ``label`` may be empty for a text that speaks for itself."""

    step: str
    anchor: str
    label: str
    text: str
    depth: int = 0


def answers(plan: Plan) -> list[Answer]:
    """All answers of a plan in the order of the steps."""
    found = [*_what(plan), *_bases(plan)]
    for step, role in ROLE_STEPS.items():
        found += _sections(plan, step, role)
    found.append(Answer("organisation", "closing", tr("Câu kết"), plan.closing))
    return [*found, *_tasks(plan), *_signature(plan)]


def _what(plan: Plan) -> Iterator[Answer]:
    period = tr("từ {start} đến {end}", start=text_from_iso(plan.period_start), end=text_from_iso(plan.period_end))
    lines = (
        ("title", tr("Trích yếu"), plan.title),
        ("year", tr("Năm"), str(plan.year)),
        ("period", tr("Kỳ"), period if plan.period_start or plan.period_end else tr("cả năm {year}", year=plan.year)),
        ("shape", tr("Hình thức"), tr(SHAPE_NAMES[plan.shape])),
        ("intro", tr("Lời dẫn"), plan.intro),
        ("numbering", tr("Đánh số"), tr(NUMBERING_NAMES[plan.numbering])),
        ("agency", tr("Cơ quan ban hành"), plan.agency.full_name),
        ("place", tr("Địa danh"), plan.agency.place),
    )
    for anchor, label, text in lines:
        yield Answer("what", anchor, label, text)
    yield Answer("what", "indent", tr("Lùi đầu dòng"), tr("1 cm") if plan.indent_cm < 1.2 else tr("1,27 cm"))
    if plan.shape in (Shape.APPENDIX, Shape.TABLE_IN_BODY):
        yield Answer("what", "columns", tr("Các cột"), " | ".join(column_title(column) for column in plan.columns))
        yield Answer("what", "landscape", tr("Khổ giấy của bảng"), tr("Giấy ngang") if plan.landscape else tr("Giấy đứng"))
    if plan.shape is Shape.APPENDIX:
        yield Answer("what", "appendix_title", tr("Tên phụ lục"), plan.appendix_title)


def _bases(plan: Plan) -> Iterator[Answer]:
    for basis in plan.bases:
        yield Answer("bases", f"basis:{basis.id}", "", compose(basis))


def _sections(plan: Plan, step: str, role: SectionRole) -> Iterator[Answer]:
    mine = {i for i, top in enumerate(plan.sections) if (top.role or SectionRole.CONTENT) is role}
    for item in number_sections(plan.sections, plan.numbering):
        if item.path[0] in mine:
            heading = f"{item.label} {item.section.heading}".strip()
            yield Answer(step, f"section:{item.section.id}", heading, item.section.text, item.depth)


def _tasks(plan: Plan) -> Iterator[Answer]:
    for place, group in enumerate(plan.groups, start=1):
        yield Answer("tasks", f"group:{group.id}", f"{roman(place)}. {group.title}", "")
        for number, task in zip(number_tasks(group.tasks), group.tasks, strict=True):
            parts = (
                task.content,
                _units(tr("chủ trì"), [unit.label for unit in task.lead]),
                _units(tr("phối hợp"), [unit.label for unit in task.coord]),
                task.product,
                task.deadline,
            )
            yield Answer("tasks", f"task:{task.id}:content", number, " · ".join(part for part in parts if part), 1)


def _units(word: str, labels: list[str]) -> str:
    return f"{word}: {', '.join(labels)}" if labels else ""


def _signature(plan: Plan) -> Iterator[Answer]:
    yield Answer("signature", "recipients", tr("Nơi nhận"), "; ".join(plan.recipients))
    block = plan.signature
    yield Answer("signature", "signature", tr("Ký"), " / ".join(part for part in (*block.authority, block.position, block.name) if part))
