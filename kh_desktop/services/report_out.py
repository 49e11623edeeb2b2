"""A period's report as files: the workbook for reporting upward, the narrative as Word and PDF."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.form06a import COUNTED, column_of
from kh_desktop.domain.indicators import figure_of
from kh_desktop.domain.model import Plan, Task, TaskState
from kh_desktop.domain.printed import day_words, evidence_words
from kh_desktop.domain.vitext import fold
from kh_desktop.services.export import Preview, preview_document
from kh_desktop.services.figures import FigureFile, line_origin
from kh_desktop.services.form_lines import form
from kh_desktop.services.messages import text
from kh_desktop.services.office import get_office
from kh_desktop.services.report_data import ReportData
from kh_desktop.services.report_sentences import judged_words, target_words
from kh_desktop.services.report_texts import ReportView, as_plan, report
from kh_desktop.services.session import Session

if TYPE_CHECKING:
    from kh_desktop.documents.build_form import FormHead
    from kh_desktop.documents.build_report_sheets import SourceLine, TargetLine, TaskLine
    from kh_desktop.documents.tree import Document
    from kh_desktop.documents.workbook import FigureBook

SUFFIXES = (".xlsx", ".docx", ".pdf")
NO_FIELD = "Chưa tách lĩnh vực"
_ORDER = (TaskState.DONE, TaskState.DOING, TaskState.TODO, TaskState.DROPPED)


def export_report(s: Session, period: str, out: Path, *, plan_id: int = 0, today: date) -> Path:
    """Writes a period's report to ``out``: .xlsx the workbook, .docx and .pdf the narrative. Under a temporary name first.

    UsageError report.unknown_format, plan.missing; KhError period.unreadable, disk.full, file.busy, file.no_access, font.missing.
    """
    from kh_desktop.documents.atomic import write_file

    suffix = out.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError("report.unknown_format", suffix=out.suffix or "?", known=", ".join(SUFFIXES))
    view = report(s, period, plan_id=plan_id, today=today)
    made = io.BytesIO()
    if suffix == ".xlsx":
        from kh_desktop.documents.excel_workbook import write_workbook

        write_workbook(_workbook(s, view), made)
    elif suffix == ".docx":
        from kh_desktop.documents.word import write_word

        write_word(_document(s, view), made)
    else:
        from kh_desktop.documents.pdf import write_pdf

        write_pdf(_document(s, view), made)
    write_file(out, lambda handle: handle.write(made.getvalue()))
    return out


def preview_report(s: Session, period: str, *, plan_id: int = 0, today: date) -> Preview:
    """The pages of the narrative: the very PDF that is saved. KhError as ``export_report``."""
    return preview_document(_document(s, report(s, period, plan_id=plan_id, today=today)))


def pages_of(content: Plan) -> Preview:
    """The pages of a narrative as ``report_texts.as_plan`` puts it: needs no workspace, so that it can be made away from the window."""
    from kh_desktop.documents.build_report import build_report

    return preview_document(build_report(content))


def report_name(view: ReportView, suffix: str) -> str:
    """A file name: "Bao-cao-KSTTHC-quy-III-2026.xlsx"."""
    words = "-".join(fold(view.data.words).replace("/", " ").split())
    return f"Bao-cao-KSTTHC-{words}{suffix}"


def workbook(s: Session, period: str, *, plan_id: int = 0, today: date) -> FigureBook:
    """The sheets of a period's workbook, before they are written. KhError as ``export_report``."""
    return _workbook(s, report(s, period, plan_id=plan_id, today=today))


def _document(s: Session, view: ReportView) -> Document:
    from kh_desktop.documents.build_report import build_report

    return build_report(as_plan(s, view))


def _workbook(s: Session, view: ReportView) -> FigureBook:
    from kh_desktop.documents.build_form import FormLine, build_form
    from kh_desktop.documents.build_report_sheets import build_sources, build_targets, build_tasks
    from kh_desktop.documents.workbook import FigureBook

    data = view.data
    own = form(s, "06a")
    lines = [FormLine(x.field or NO_FIELD, {c: column_of(x, c) for c in COUNTED}) for x in data.form.lines]
    notes = [note for note in (data.form.footnote,) if note]
    sheets = [build_form(own, _head(s, data, own.unit), lines, name="II.06a", notes=notes, foot=("Người lập biểu", "Thủ trưởng đơn vị"))]
    about = f"{data.words} (từ ngày {day_words(data.period.start)} đến ngày {day_words(data.period.end)})"
    sheets.append(build_targets(f"Kết quả thực hiện chỉ tiêu {about}", _targets(data)))
    if data.tasks:
        c = data.counts
        counts = text("report.tasks_counts", total=c.total, done=c.done, doing=c.doing, todo=c.todo, dropped=c.dropped)
        sheets.append(build_tasks(f"Tình hình thực hiện nhiệm vụ {about}", counts, _tasks(data)))
    for name, words in (("pakn", "PAKN"), ("review", "Rà soát")):
        if data.small.get(name):
            small = form(s, name)
            rows = [FormLine(label, dict(counts)) for label, counts in data.small[name]]
            sheets.append(build_form(small, _head(s, data, small.unit), rows, name=words))
    if data.form.files or data.form.typed:
        sheets.append(build_sources(f"Nguồn số liệu {about}", _sources(s, data)))
    agency = as_plan(s, view).agency
    return FigureBook(view.title, tuple(sheets), agency.full_name)


def _head(s: Session, data: ReportData, unit: str) -> FormHead:
    from kh_desktop.documents.build_form import FormHead

    agency = data.plan.agency if data.plan else get_office(s).agency
    words = f"{data.words[:1].upper()}{data.words[1:]} (từ ngày {day_words(data.period.start)} đến ngày {day_words(data.period.end)})"
    return FormHead(agency.short_name, agency.superior, words, unit)


def _targets(data: ReportData) -> list[TargetLine]:
    """The plan's targets, then the indicators that were measured without one."""
    from kh_desktop.documents.build_report_sheets import TargetLine

    found = []
    promised = set()
    for row in data.targets:
        promised.add(row.target.indicator)
        reading = row.reading
        name = row.indicator.name if row.indicator else row.target.sentence
        found.append(
            TargetLine(
                name, target_words(row), row.level, row.indicator is None or row.indicator.direction == "up",
                reading.numerator if reading else None, reading.denominator if reading else None, row.value,
                row.target.denominator or (row.indicator.denominator if row.indicator else ""), reading.source if reading else "",
                judged_words(row),
            )
        )  # fmt: skip
    for key, reading in data.readings.items():
        known = data.indicators.get(key)
        if key not in promised and known and not known.hidden:
            value: Decimal | None = figure_of(reading, known.unit)
            up = known.direction == "up"
            found.append(
                TargetLine(known.name, "", None, up, reading.numerator, reading.denominator, value, known.denominator, reading.source, "")
            )
    return found


def _tasks(data: ReportData) -> list[TaskLine]:
    """Tasks by group, in each the finished ones first."""
    from kh_desktop.documents.build_report_sheets import TaskLine

    groups: dict[str, list[Any]] = {}
    for row in data.tasks:
        groups.setdefault(row.group, []).append(row)
    return [
        TaskLine(
            row.number, group, row.task.content, "; ".join(u.label for u in row.task.lead), _joined(row.rows, "deadline"),
            text(f"report.state.{row.state.value}") + (f" ({text('report.overdue')})" if row.late else ""),
            "; ".join(x for t in row.rows for e in t.evidence if (x := evidence_words(e))), _joined(row.rows, "note"),
        )
        for group, rows in groups.items()
        for row in sorted(rows, key=lambda r: _ORDER.index(r.state))
    ]  # fmt: skip


def _joined(rows: tuple[Task, ...], name: str) -> str:
    return "\n".join(dict.fromkeys(value for t in rows if (value := getattr(t, name))))


def _sources(s: Session, data: ReportData) -> list[SourceLine]:
    """The files of the period, then the lines a person typed, which stand in place of what files say."""
    from kh_desktop.documents.build_report_sheets import SourceLine

    found = [
        SourceLine(f"{f.name} ({f.sheet})", _kind_of(f), f.unit, f.row_count, _moment(f.added), f.who) for f in data.form.files
    ]
    for line in data.form.lines:
        if line.field in data.form.typed:
            (origin,) = line_origin(s, data.period.key, line.field, "received")[:1]
            name = text("report.typed_line", field=line.field or NO_FIELD)
            found.append(SourceLine(name, "", "", 1, _moment(origin.at), origin.who))
    return found


def _kind_of(file: FigureFile) -> str:
    """What a file is and what of it does not count."""
    left = [] if file.counted else [text("report.not_counted")]
    left += [text("report.skipped_rows", count=file.skipped)] if file.skipped else []
    return "; ".join([file.layout_name, *left])


def _moment(iso: str) -> str:
    return f"{day_words(iso)} {iso[11:16]}"
