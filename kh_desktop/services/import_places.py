"""Where a place of a source is, in the words of people: only what they see as a table is counted, rows have the number of their task."""

from __future__ import annotations

from kh_desktop.domain.outline import roman
from kh_desktop.domain.task_rows import number_tasks
from kh_desktop.domain.vitext import clean_line
from kh_desktop.importing.blocks import Paragraph, Source, Spot, Table
from kh_desktop.importing.reading import Reading
from kh_desktop.services.messages import Said, said

_FRAMES = {"letterhead": "place.letterhead", "signature": "place.signature"}


class Places:
    """Of a source and its reading; without a reading every table counts."""

    def __init__(self, source: Source, reading: Reading | None = None) -> None:
        self._source = source
        self._roles = reading.roles if reading is not None else {}
        self._rows = _row_numbers(reading) if reading is not None else {}
        blocks = [at for at, block in enumerate(source.blocks) if isinstance(block, Table)]
        seen = [at for at in blocks if self._roles.get(Spot(at)) in ("tasks", "annex")] if reading is not None else blocks
        self._numbers = {at: number for number, at in enumerate(seen, start=1)}
        self._tasks = [at for at in seen if self._roles.get(Spot(at)) == "tasks"]

    def words(self, spot: Spot) -> Said:
        """ "Bảng nhiệm vụ, dòng 12 (nhiệm vụ II.3)", "Bảng 2, dòng 4, cột “Sản phẩm”", "Đoạn 12", "Trang 2, đoạn 3"."""
        blocks = self._source.blocks
        block = blocks[spot.block] if 0 <= spot.block < len(blocks) else None
        if block is None:
            return said("place.file")
        if isinstance(block, Table):
            return self._in_table(block, spot)
        page = block.page
        same = [b for b in blocks[: spot.block + 1] if isinstance(b, Paragraph) and b.page == page]
        return said("place.page_paragraph", page=page, paragraph=len(same)) if page else said("place.paragraph", paragraph=len(same))

    def _in_table(self, table: Table, spot: Spot) -> Said:
        name = self._name(spot.block)
        if spot.block not in self._numbers:
            return name
        column = _column(table, spot.col)
        if spot.row < 0:
            return name if spot.col < 0 else said("place.column", table=name, column=column)
        row = self._row(spot)
        return said("place.row", table=name, row=row) if spot.col < 0 else said("place.cell", table=name, row=row, column=column)

    def _name(self, block: int) -> Said:
        if frame := _FRAMES.get(self._roles.get(Spot(block), "")):
            return said(frame)
        if self._tasks == [block]:
            return said("place.task_table")
        number = self._numbers.get(block)
        return said("place.table", table=number) if number else said("place.frame")

    def _row(self, spot: Spot) -> Said | int:
        here = self._rows.get(Spot(spot.block, spot.row))
        if here is None:
            return spot.row + 1
        kind, number = here
        return said(f"place.{kind}", row=spot.row + 1, number=number)


def _row_numbers(reading: Reading) -> dict[Spot, tuple[str, str]]:
    """What each row of a task table is in the plan: ("of_task", "II.3"), ("of_group", "II")."""
    found: dict[Spot, tuple[str, str]] = {}
    titled = 0
    for g, group in enumerate(reading.plan.groups):
        titled += bool(group.title)
        mark = roman(titled) if group.title else ""
        for spot in reading.origins.get(f"group:{g}", ()) if mark else ():
            found.setdefault(Spot(spot.block, spot.row), ("of_group", mark))
        for t, number in enumerate(number_tasks(group.tasks)):
            if number[:1].isdigit():
                for spot in reading.origins.get(f"task:{g}.{t}", ()):
                    found[Spot(spot.block, spot.row)] = ("of_task", f"{mark}.{number}" if mark else number)
    return found


def _column(table: Table, col: int) -> str:
    """A column by the title above it, else by its number."""
    title = next((c.text for c in table.cells if c.col <= col < c.col + c.cols and c.cols == 1 and c.text.strip()), "")
    words = clean_line(title)
    return f"“{words}”" if words and len(words) <= 40 and not words.isdigit() else str(col + 1)
