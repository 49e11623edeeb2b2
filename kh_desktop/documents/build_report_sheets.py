"""Tables beside the forms in a report's workbook: targets with rates as formulas, tasks with what they yielded, where figures come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kh_desktop.documents.workbook import Figure, FigureRow, FigureSheet, at

_WIDTH = 257.0
_OF_TARGETS = (
    "TT", "Chỉ tiêu", "Mức giao", "Mức giao (số)", "Tử số", "Mẫu số", "Kết quả (%)", "So với mức giao", "Đánh giá", "Mẫu số là",
    "Nguồn số liệu",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target: its name, what is promised in words and as a number, what was measured. ``value`` is the rate (or stated value)."""

    name: str
    promised: str
    level: Decimal | None
    up: bool
    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None
    denominator_words: str
    source: str
    judged: str


def build_targets(title: str, lines: Sequence[TargetLine]) -> FigureSheet:
    """Targets against figures: the rate and the gap are formulas; a zero denominator says "không phát sinh"."""
    rows = [*_heading(title, len(_OF_TARGETS)), _titles(_OF_TARGETS)]
    for place, line in enumerate(lines, start=1):
        rows.append(_target_row(line, place, len(rows) + 1))
    return FigureSheet("Chỉ tiêu", _widths(10, 60, 24, 16, 18, 18, 18, 18, 22, 30, 30), tuple(rows), (3, 3))


def _target_row(line: TargetLine, place: int, row: int) -> FigureRow:
    above, below, rate = at(row, 5), at(row, 6), at(row, 7)
    whole = line.numerator is not None and line.denominator is not None
    result: str | Decimal | None = "không phát sinh" if whole and not line.denominator else line.value
    formula = f'IF({below}=0,"không phát sinh",{above}/{below}*100)' if whole else ""
    gap, gap_formula = _gap(line, result, rate, at(row, 4))
    return FigureRow((
        Figure(str(place), align="center"), Figure(line.name), Figure(line.promised, align="center"),
        Figure(line.level, align="right", decimals=1), Figure(line.numerator, align="right"), Figure(line.denominator, align="right"),
        Figure(result, formula, align="right", decimals=2), Figure(gap, gap_formula, align="right", decimals=2),
        Figure(line.judged, align="center"), Figure(line.denominator_words), Figure(line.source),
    ))  # fmt: skip


def _gap(line: TargetLine, result: str | Decimal | None, rate: str, level: str) -> tuple[str | Decimal | None, str]:
    """How far above the target the figure is (below: negative), as value and formula."""
    if line.level is None or result is None:
        return None, ""
    ahead = f"{rate}-{level}" if line.up else f"{level}-{rate}"
    formula = f'IF(ISNUMBER({rate}),{ahead},"")'
    if isinstance(result, str):
        return "", formula
    return (result - line.level if line.up else line.level - result), formula


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task in the workbook: all in words."""

    number: str
    group: str
    content: str
    lead: str
    deadline: str
    state: str
    evidence: str
    note: str


def build_tasks(title: str, counts: str, lines: Sequence[TaskLine]) -> FigureSheet:
    """Tasks by state with evidence, under the group they belong to."""
    titles = ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Thời hạn", "Tình trạng", "Minh chứng", "Ghi chú")
    rows = [*_heading(title, len(titles), counts), _titles(titles)]
    group = ""
    for line in lines:
        if line.group != group:
            group = line.group
            rows.append(FigureRow((Figure(group, bold=True, colspan=len(titles)),)))
        texts = (line.content, line.lead, line.deadline, line.state, line.evidence, line.note)
        rows.append(FigureRow((Figure(line.number, align="center"), *map(Figure, texts))))
    return FigureSheet("Nhiệm vụ", _widths(12, 80, 38, 32, 28, 42, 25), tuple(rows), (3, 3))


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A file of figures: what it is, whose, how many rows, when and by whom it was taken in."""

    name: str
    layout: str
    unit: str
    rows: int
    added: str
    who: str


def build_sources(title: str, lines: Sequence[SourceLine]) -> FigureSheet:
    """Which files the figures come from."""
    titles = ("TT", "Tệp", "Loại bảng", "Đơn vị", "Số dòng", "Nhập lúc", "Người nhập")
    rows = [*_heading(title, len(titles)), _titles(titles)]
    for place, x in enumerate(lines, start=1):
        words = (Figure(x.name), Figure(x.layout), Figure(x.unit), Figure(x.rows, align="right"), Figure(x.added), Figure(x.who))
        rows.append(FigureRow((Figure(str(place), align="center"), *words)))
    return FigureSheet("Nguồn số liệu", _widths(12, 80, 60, 40, 20, 30, 25), tuple(rows), (3, 3))


def _heading(title: str, count: int, below: str = "") -> list[FigureRow]:
    first = FigureRow((Figure(title.upper(), bold=True, align="center", frame=False, colspan=count, size=13),))
    return [first, FigureRow((Figure(below, italic=True, align="center", frame=False, colspan=count),))]


def _titles(titles: Sequence[str]) -> FigureRow:
    return FigureRow(tuple(Figure(x, bold=True, align="center", size=11) for x in titles))


def _widths(*shares: float) -> tuple[float, ...]:
    return tuple(round(x * _WIDTH / sum(shares), 2) for x in shares)
