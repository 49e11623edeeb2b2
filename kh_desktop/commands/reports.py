"""``report PERIOD OUT``: a period's workbook or narrative as a file; without a file all its figures."""

from __future__ import annotations

import argparse
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kh_desktop.commands.answer import Answer, opened, typed
from kh_desktop.domain.errors import Exit
from kh_desktop.domain.form06a import COLUMNS, Line06a, column_of
from kh_desktop.domain.numbers import stored

if TYPE_CHECKING:
    from kh_desktop.services.report_texts import ReportView

_OF_BREAK = ("rule", "field", "column", "expected", "found", "sheet", "row")
_OF_FILE = ("name", "sheet", "layout", "row_count", "added", "who")


def add_arguments(add: Any, number: Any) -> None:
    """The grammar of ``report``."""
    report = add("report", "báo cáo của một kỳ; mã thoát 1 khi số liệu chưa khớp")
    report.add_argument("period", metavar="KỲ", help="kỳ: 2026Q3, 2026-07, 2026H1, 2026-9T, 2026 hoặc 2025-07-01..2025-12-14")
    words = "tệp cần ghi: .xlsx (biểu số liệu), .docx hoặc .pdf (báo cáo lời văn); không nêu: chỉ xem số liệu"
    report.add_argument("out", metavar="TỆP", type=Path, nargs="?", help=words)
    report.add_argument("--plan", metavar="ID", type=number, default=0, help="theo kế hoạch này (mặc định: kế hoạch của năm)")


def run(args: argparse.Namespace) -> Answer:
    """Writes or shows a period's report as of today."""
    from kh_desktop.services.periods import period
    from kh_desktop.services.report_out import export_report
    from kh_desktop.services.report_texts import report

    today = date.today()
    with opened(args.workspace, write=False) as session:
        chosen = period(session, typed(args.period))
        view = report(session, chosen.key, plan_id=args.plan, today=today)
        written = export_report(session, chosen.key, args.out, plan_id=args.plan, today=today) if args.out else None
    data = _data(view) | ({"file": str(written), "size": written.stat().st_size} if written else {})
    lines = (f"Đã ghi: {written}",) if written else _lines(view)
    broken = view.data.form.breaks
    lines += tuple(f"Chưa khớp: {b.rule} ở {b.field or 'dòng tổng'}: phải là {b.expected}, đang là {b.found}" for b in broken)
    return Answer(data, lines, Exit.FINDINGS if broken else Exit.DONE)


def _lines(view: ReportView) -> tuple[str, ...]:
    found = [view.title, view.intro.text]
    for section in view.sections:
        found.append(section.heading)
        found += [f"  {sentence.text}" for sentence in section.sentences if sentence.text]
    return tuple(found)


def _data(view: ReportView) -> dict[str, Any]:
    """All figures of the report."""
    data = view.data
    return {
        "period": {"key": data.period.key, "name": data.words, "start": data.period.start, "end": data.period.end, "due": data.period.due},
        "plan": view.plan_id or None,
        "form_06a": {
            "lines": [{"field": x.field, **_columns(x)} for x in data.form.lines],
            "total": _columns(data.form.total),
            "withdrawn": data.form.choice,
            "footnote": data.form.footnote,
            "breaks": [{key: getattr(b, key) for key in _OF_BREAK} for b in data.form.breaks],
            "files": [{key: getattr(f, key) for key in _OF_FILE} for f in data.form.files],
        },
        "targets": [
            {
                "indicator": r.target.indicator, "comparator": r.target.comparator, "level": _number(r.level), "value": _number(r.value),
                "judged": r.judged, "gap": _number(r.gap), "forecast": _number(r.forecast), "origin": r.origin,
            }
            for r in data.targets
        ],
        "readings": {
            key: {"numerator": _number(r.numerator), "denominator": _number(r.denominator), "value": _number(r.value), "source": r.source}
            for key, r in data.readings.items()
        },
        "tasks": {
            "total": data.counts.total, "done": data.counts.done, "doing": data.counts.doing, "todo": data.counts.todo,
            "dropped": data.counts.dropped, "late": len(data.late),
        },
        "small_forms": {name: [{"label": label, **counts} for label, counts in lines] for name, lines in data.small.items()},
        "sections": [
            {"key": s.key, "heading": s.heading, "sentences": [x.text for x in s.sentences], "added": s.added} for s in view.sections
        ],
    }  # fmt: skip


def _columns(line: Line06a) -> dict[str, int]:
    return {column: column_of(line, column) for column in COLUMNS} | ({"withdrawn": line.withdrawn} if line.withdrawn else {})


def _number(value: Decimal | None) -> str | None:
    return stored(value) or None
