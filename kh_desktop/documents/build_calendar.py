"""The calendar on paper: a month with a list of its days, and the agenda. State is said in words, for paper is often black and white."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from kh_desktop.documents.build_common import composed, paragraph
from kh_desktop.documents.build_tables import header_rows, sized_table
from kh_desktop.documents.layout import layout
from kh_desktop.documents.tree import Block, Cell, Document, Part, Row, Table
from kh_desktop.domain.model import Column
from kh_desktop.domain.schedule import Entry, Waiting
from kh_desktop.domain.workdays import Workdays, name_of_day

STATE_WORDS = {
    "late": "Quá hạn", "today": "Hôm nay", "soon": "Sắp đến hạn", "later": "Chưa đến hạn", "done": "Hoàn thành",
    "dropped": "Không thực hiện",
}  # fmt: skip
WHY_WORDS = {"open": "Chờ cơ quan khác hoặc sự việc", "unknown": "Chưa hiểu thời hạn", "invalid": "Thời hạn ghi ngày không có"}
_WEEK = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_IN_CELL = 5  # entries of one day in the month; the list below has all of them
_ROOM = 4  # lines of a week at least, to write something in by hand
_SHORT = 38
_LETTERS = 22  # in a line of a day
_LIST = (
    Column("day", "Ngày", width=26),
    Column("no", "TT", width=16),
    Column("title", "Việc", width=88),
    Column("lead", "Chủ trì", width=44),
    Column("phrase", "Thời hạn trong kế hoạch", width=48),
    Column("state", "Tình trạng", width=25),
)


def build_month(agency: str, year: int, month: int, entries: Iterable[Entry], workdays: Workdays, left_out: str = "") -> Document:
    """One month: weeks from Monday to Sunday, then every entry of it in a list. ``agency``: the full name of the office; ``left_out``:
    says under the title that these are not all entries."""
    name = f"{year:04d}-{month:02d}"
    mine = [e for e in entries if e.day[:7] == name and e.state != "dropped"]
    by_day: dict[str, list[Entry]] = {}
    for entry in mine:
        by_day.setdefault(entry.day, []).append(entry)
    heads = tuple(Column(str(i), word) for i, word in enumerate(_WEEK))
    weeks = [_week_row(week, month, by_day, workdays) for week in _weeks(year, month)]
    size = layout().table_size - 2
    width = layout().text_width(True) / 7
    grid = Table((width,) * 7, header_rows(heads), tuple(weeks), size)
    title = f"Lịch việc tháng {_month_words(month)} năm {year}"
    parts = [Part(f"Tháng {month:02d}-{year}", (*_heading(agency, title, left_out), grid), landscape=True)]
    if mine:
        listed = _list_table([_entry_row(e) for e in mine])
        parts.append(
            Part(
                "Danh sách",
                (*_heading(agency, f"Danh sách việc tháng {_month_words(month)} năm {year}", left_out), listed),
                landscape=True,
            )
        )
    return _document(title, tuple(parts))


def build_agenda(
    agency: str, today: str, entries: Sequence[tuple[str, Sequence[Entry]]], waiting: Sequence[Waiting], checks: Sequence[Entry],
    left_out: str = "",
) -> Document:  # fmt: skip
    """The agenda on an ISO day: ``entries`` in named parts ("Quá hạn", …), then what waits and the checks of ongoing work; ``left_out`` as
    in ``build_month``."""
    rows: list[Row] = []
    for name, found in entries:
        if found:
            rows += [_part_row(f"{name} ({len(found)})"), *map(_entry_row, found)]
    if waiting:
        rows += [_part_row(f"Chưa có ngày ({len(waiting)})"), *map(_waiting_row, waiting)]
    if checks:
        rows += [_part_row(f"Việc thường xuyên cần minh chứng trong quý ({len(checks)})"), *map(_entry_row, checks)]
    title = f"Việc phải làm, tính đến ngày {_words(today)}"
    empty = paragraph("noi_dung", "Không có việc nào." if left_out else "Không có việc nào chưa xong.", "", align="center")
    blocks = (*_heading(agency, title, left_out), _list_table(rows) if rows else empty)
    return _document(title, (Part("Việc phải làm", blocks, landscape=True),))


def _document(title: str, parts: tuple[Part, ...]) -> Document:
    shape = layout()
    return Document(title, parts, shape.margins, shape.page_number)


def _heading(agency: str, title: str, left_out: str) -> tuple[Block, ...]:
    under = (paragraph("noi_dung", left_out, "", keep_with_next=True, align="center", space_after=8.0),) if left_out else ()
    return (
        paragraph("phu_luc_label", agency, "", keep_with_next=True),
        paragraph("phu_luc_ten", title, "", keep_with_next=True, space_after=2.0 if left_out else 8.0, rule=0.0),
        *under,
    )


def _weeks(year: int, month: int) -> list[list[date]]:
    first = date(year, month, 1)
    at = first - timedelta(days=first.weekday())
    weeks = []
    while at <= first or at.month == month:
        weeks.append([at + timedelta(days=i) for i in range(7)])
        at += timedelta(days=7)
    return weeks


def _week_row(week: Sequence[date], month: int, by_day: dict[str, list[Entry]], workdays: Workdays) -> Row:
    """A week as one row, so that no page break parts a day from its entries. Cells are centred top to bottom: all are filled up to the
    same number of lines, near enough, so that the days stand at the top."""
    cells = [_day_lines(day, by_day.get(day.isoformat(), []), workdays) if day.month == month else [""] for day in week]
    heights = [sum(-(-max(1, len(line)) // _LETTERS) for line in lines) for lines in cells]
    tallest = max(_ROOM, *heights)
    return Row(tuple(Cell((*lines, *[""] * (tallest - height))) for lines, height in zip(cells, heights, strict=True)))


def _day_lines(day: date, found: Sequence[Entry], workdays: Workdays) -> list[str]:
    """The day and its entries; looks at ongoing work, many on the last day of a quarter, are only counted."""
    iso = day.isoformat()
    name = name_of_day(workdays, iso) if iso in workdays.off or iso in workdays.worked else ""
    named = [e for e in found if e.kind != "check"]
    lines = [f"{day.day}{f' – {name}' if name else ''}", *(_short(e) for e in named[:_IN_CELL])]
    if len(named) > _IN_CELL:
        lines.append(f"+ {len(named) - _IN_CELL} việc nữa")
    if checks := [e for e in found if e.kind == "check" and e.open]:
        lines.append(f"+ {len(checks)} việc thường xuyên")
    return lines


def _short(entry: Entry) -> str:
    title = composed(entry.title)
    title = title if len(title) <= _SHORT else f"{title[:_SHORT].rsplit(' ', 1)[0]}…"
    mark = {"done": " (xong)", "late": " (quá hạn)"}.get(entry.state, "")
    return f"- {entry.number} {title}{mark}".replace("-  ", "- ")


def _list_table(rows: Sequence[Row]) -> Table:
    return sized_table([c.width for c in _LIST], header_rows(_LIST), rows, True)


def _part_row(name: str) -> Row:
    return Row((Cell((name,), bold=True, colspan=len(_LIST)),), group=True)


def _entry_row(entry: Entry) -> Row:
    day = [_words(entry.day)]
    if entry.moved:
        day.append(f"(dời từ {_words(entry.original)})")
    elif entry.day != entry.original:
        day.append(f"({_words(entry.original)} là ngày nghỉ)")
    title = [composed(entry.title), *([f"Lý do dời: {composed(entry.reason)}"] if entry.moved and entry.reason else [])]
    cells = (tuple(day), (entry.number,), tuple(title), _lines("; ".join(entry.lead)), _lines(entry.phrase), (STATE_WORDS[entry.state],))
    return _row(cells)


def _waiting_row(w: Waiting) -> Row:
    why = WHY_WORDS[w.why]
    return _row((("",), (w.number,), (composed(w.title),), ("",), _lines(w.phrase), (why,)))


def _row(cells: Sequence[tuple[str, ...]]) -> Row:
    centred = (True, True, False, False, False, True)
    return Row(tuple(Cell(c, align="center" if mid else "left") for c, mid in zip(cells, centred, strict=True)))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in composed(text).split("\n") if line.strip()) or ("",)


def _words(day: str) -> str:
    return f"{day[8:]}/{day[5:7]}/{day[:4]}"


def _month_words(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)
