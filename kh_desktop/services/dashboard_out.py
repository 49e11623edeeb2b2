"""The dashboard as an Excel workbook: what its page shows, as tables with numbers that stay numbers."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from kh_desktop.documents.workbook import Align, Figure, FigureBook, FigureRow, FigureSheet, at
from kh_desktop.domain.indicators import asks_for_less, nothing_arose
from kh_desktop.domain.model import Target
from kh_desktop.domain.numbers import number_words, of_stored
from kh_desktop.domain.periods import period_name
from kh_desktop.domain.printed import day_words
from kh_desktop.domain.schedule import Entry
from kh_desktop.services.dashboard import Dashboard, TargetRow, dashboard
from kh_desktop.services.office import get_office
from kh_desktop.services.plans import list_plans
from kh_desktop.services.schedule import followed_plans
from kh_desktop.services.session import Session

JUDGED = {
    "met": "Đạt", "near": "Gần đạt", "missed": "Chưa đạt", "no_figure": "Chưa có số liệu", "nothing": "Không phát sinh",
    "no_number": "Chưa có mức để so",
}  # fmt: skip
ORIGINS = {"typed": "nhập tay", "imported": "từ tệp", "computed": "tính từ biểu II.06a"}
_SIGNS = {">=": "≥ ", "<=": "≤ ", "=": "", "assigned": "", "+": ""}
_TITLE = "Tổng hợp chỉ tiêu, nhiệm vụ"
_OF_TARGETS = (
    "TT", "Chỉ tiêu", "Mức giao", "Mức giao (số)", "Đơn vị tính", "Tử số", "Mẫu số", "Kết quả", "So với mức giao", "Đánh giá", "Ước cả năm",
    "Kỳ", "Nguồn số liệu",
)  # fmt: skip
_OF_UNITS = ("TT", "Đơn vị", "Hoàn thành", "Đang làm", "Chưa làm", "Không thực hiện", "Cộng", "Quá hạn")
_OF_MONTHS = ("Tháng", "Đến hạn", "Xong", "Quá hạn", "Còn lại")
_OF_LATE = ("TT", "Đơn vị", "Việc", "Hạn", "Quá hạn (ngày)")


def export_dashboard(s: Session, out: Path, today: date, *, plan_id: int = 0, unit: str = "", period: str = "") -> Path:
    """Writes the dashboard as of ``today`` to ``out`` (.xlsx), whole or not at all. Filters as in ``dashboard``.

    UsageError plan.missing; KhError period.unreadable, disk.full, file.busy, file.no_access.
    """
    from kh_desktop.documents.atomic import write_file
    from kh_desktop.documents.excel_workbook import write_workbook

    board = dashboard(s, today, plan_id=plan_id, unit=unit, period=period)
    shown = [p for p in list_plans(s) if p.id == plan_id] if plan_id else followed_plans(s, today) or list_plans(s)[:1]
    plans = [p.title for p in shown]
    made = io.BytesIO()
    write_workbook(dashboard_book(board, filter_words(plans, unit, period, today), today, get_office(s).agency.full_name), made)
    write_file(out, lambda handle: handle.write(made.getvalue()))
    return out


def dashboard_name(today: date, suffix: str) -> str:
    """A file name: "Chi-tieu-2027-06-20.pdf"."""
    return f"Chi-tieu-{today.isoformat()}{suffix}"


def filter_words(plans: Sequence[str], unit: str, period: str, today: date) -> str:
    """What the tables are of, for under the title."""
    parts = (
        "; ".join(" ".join(title.split()) for title in plans) or "Chưa có kế hoạch",
        f"Đơn vị: {unit}" if unit else "Mọi đơn vị",
        f"Kỳ: {period_name(period)}" if period else "Kỳ mới nhất có số liệu",
        f"Đến ngày {day_words(today.isoformat())}",
    )
    return " · ".join(parts)


def dashboard_book(board: Dashboard, of: str, today: date, agency: str = "") -> FigureBook:
    """The workbook: targets, what is late, units, months; ``of`` says what it is of."""
    sheets = (_targets(board, of), _late(board, of, today), _units(board, of), _months(board, of))
    return FigureBook(_TITLE, sheets, agency)


def _targets(board: Dashboard, of: str) -> FigureSheet:
    rows = [*_heading("Chỉ tiêu", of, len(_OF_TARGETS)), _titles(_OF_TARGETS)]
    for number, row in enumerate(board.targets, start=1):
        rows.append(_target(row, number, len(rows) + 1))
    widths = (10, 62, 34, 16, 14, 18, 18, 18, 18, 26, 18, 26, 28)
    return FigureSheet("Chỉ tiêu", widths, tuple(rows), (3, 3))


def _target(row: TargetRow, number: int, line: int) -> FigureRow:
    unit = row.indicator.unit if row.indicator else "%"
    less = asks_for_less(row.target, row.indicator.direction if row.indicator else "up")
    reading = row.reading
    top, bottom = (reading.numerator, reading.denominator) if reading else (None, None)
    counted = top is not None and bottom is not None
    share = f"{at(line, 6)}/{at(line, 7)}" + ("*100" if unit == "%" else "")
    result: Decimal | str | None = "không phát sinh" if reading is not None and nothing_arose(reading) else row.value
    simple = row.target.comparator != "=" and row.gap is not None
    gap = f"{at(line, 4)}-{at(line, 8)}" if less else f"{at(line, 8)}-{at(line, 4)}"
    name = row.indicator.name if row.indicator else " ".join(row.target.sentence.split())
    return FigureRow((
        Figure(number, align="center"), Figure(name), Figure(aim(row.target, unit), align="center"), _number(row.level, 2),
        Figure(unit, align="center"), _number(top), _number(bottom),
        _number(result, 2, f'IF({at(line, 7)}=0,"không phát sinh",{share})' if counted else ""),
        _number(row.gap, 2, gap if simple else ""), Figure(JUDGED[row.judged], align="center"), _number(row.forecast, 2),
        Figure(period_name(row.period) if row.period else "", align="center"), Figure(_source(row)),
    ))  # fmt: skip


def aim(target: Target, unit: str) -> str:
    """What the plan asks for: "≥ 95%", "60% đến 80%", "mỗi năm tăng 20 điểm %, đến 100%", "theo mức cấp trên giao"."""
    sign = "%" if unit == "%" else f" {unit}" if unit else ""
    value, ceiling = of_stored(target.value), of_stored(target.ceiling)
    if target.comparator == "+":
        step = of_stored(target.growth.removesuffix("%")) or Decimal(0)
        size = number_words(abs(step)) + ("%" if target.growth.endswith("%") or unit != "%" else " điểm %")
        limit = f", đến {number_words(ceiling)}{sign}" if ceiling is not None else ""
        return f"mỗi năm {'tăng' if step >= 0 else 'giảm'} {size}{limit}"
    if value is None:
        return "theo mức cấp trên giao"
    if ceiling is not None and target.comparator != "assigned":
        return f"{number_words(value)}{sign} đến {number_words(ceiling)}{sign}"
    return f"{_SIGNS[target.comparator]}{number_words(value)}{sign}"


def _source(row: TargetRow) -> str:
    if row.reading is None:
        return ""
    origin = ORIGINS[row.origin]
    return f"{origin}: {row.reading.source}" if row.origin == "imported" and row.reading.source else origin


def _late(board: Dashboard, of: str, today: date) -> FigureSheet:
    rows = [*_heading("Việc quá hạn", of, len(_OF_LATE)), _titles(_OF_LATE)]
    entries = [(unit.name, entry) for unit in board.late for entry in unit.entries]
    for number, (unit, entry) in enumerate(entries, start=1):
        rows.append(_late_row(number, unit, entry, today))
    if not entries:
        rows.append(FigureRow((Figure("Không có việc nào quá hạn.", colspan=len(_OF_LATE)),)))
    return FigureSheet("Quá hạn", (12, 70, 130, 28, 24), tuple(rows), (3, 3))


def _late_row(number: int, unit: str, entry: Entry, today: date) -> FigureRow:
    title = " ".join(entry.title.split())
    days = (today - date.fromisoformat(entry.limit)).days
    return FigureRow((
        Figure(number, align="center"), Figure(unit or ("Chưa giao đơn vị" if entry.task_id else "Báo cáo của cơ quan")),
        Figure(f"{entry.number}. {title}" if entry.number else title), Figure(day_words(entry.day), align="center"),
        Figure(days, align="right"),
    ))  # fmt: skip


def _units(board: Dashboard, of: str) -> FigureSheet:
    rows = [*_heading("Nhiệm vụ theo đơn vị chủ trì", of, len(_OF_UNITS)), _titles(_OF_UNITS)]
    for number, row in enumerate(board.units, start=1):
        line = len(rows) + 1
        rows.append(FigureRow((
            Figure(number, align="center"), Figure(row.name or "Chưa giao đơn vị"),
            *(Figure(count, align="right") for count in (row.done, row.doing, row.todo, row.dropped)),
            Figure(row.total, f"SUM({at(line, 3)}:{at(line, 6)})", align="right"), Figure(row.late, align="right"),
        )))  # fmt: skip
    states = board.states
    counts = (states.done, states.doing, states.todo, states.dropped, states.total)
    # A task that two units lead stands at both, so this is no sum of the rows above.
    total = [Figure("Số nhiệm vụ, mỗi nhiệm vụ tính một lần", bold=True, colspan=2), None]
    rows.append(FigureRow((*total, *(Figure(count, bold=True, align="right") for count in counts), Figure("", frame=True))))
    return FigureSheet("Đơn vị", (12, 90, 26, 26, 26, 30, 22, 24), tuple(rows), (3, 3))


def _months(board: Dashboard, of: str) -> FigureSheet:
    rows = [*_heading(f"Việc đến hạn theo tháng, năm {board.year}", of, len(_OF_MONTHS)), _titles(_OF_MONTHS)]
    first = len(rows) + 1
    for cell in board.months:
        line = len(rows) + 1
        rest = Figure(cell.due - cell.done - cell.late, f"{at(line, 2)}-{at(line, 3)}-{at(line, 4)}", align="right")
        rows.append(FigureRow((Figure(cell.month, align="center"), *_counts((cell.due, cell.done, cell.late)), rest)))
    last = len(rows)
    sums = [sum(getattr(cell, key) for cell in board.months) for key in ("due", "done", "late")]
    sums.append(sums[0] - sums[1] - sums[2])
    columns = [f"SUM({at(first, column)}:{at(last, column)})" for column in range(2, 6)]
    cells = (Figure(value, formula, bold=True, align="right") for value, formula in zip(sums, columns, strict=True))
    rows.append(FigureRow((Figure("Cả năm", bold=True, align="center"), *cells)))
    return FigureSheet("Tháng", (40, 40, 40, 40, 40), tuple(rows), (3, 3), landscape=False)


def _counts(counts: Iterable[int]) -> list[Figure]:
    return [Figure(count, align="right") for count in counts]


def _heading(title: str, of: str, columns: int) -> list[FigureRow]:
    plain = {"frame": False, "colspan": columns}
    return [
        FigureRow((Figure(title.upper(), bold=True, align="center", size=14, **plain),), 24),  # type: ignore[arg-type]
        FigureRow((Figure(of, italic=True, align="center", **plain),)),  # type: ignore[arg-type]
    ]


def _titles(titles: Sequence[str]) -> FigureRow:
    return FigureRow(tuple(Figure(title, bold=True, align="center") for title in titles))


def _number(value: Decimal | str | None, decimals: int = 0, formula: str = "") -> Figure:
    whole = isinstance(value, Decimal) and value == value.to_integral_value()
    shown = round(value, 12) if isinstance(value, Decimal) else value
    side: Align = "center" if isinstance(value, str) else "right"
    return Figure(shown, formula, align=side, decimals=0 if whole else decimals or 2)

