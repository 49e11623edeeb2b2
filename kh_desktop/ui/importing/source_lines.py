"""The source as lines of the left side, each with what it was taken for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kh_desktop.services.import_review import Cell, Paragraph, Reading, Source, Spot, Table
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.importing.lines import Box, Key, PaneLine, as_above
from kh_desktop.ui.importing.roles import NOTHING, PARAGRAPH, PLAIN, ROW, TABLE

_NARROWEST, _WIDEST = 4.0, 36.0
# What a column needs of half a window for the longest of its short words ("STT", "12") to stay whole, up to four letters.
_FLOOR, _FLOOR_PER_LETTER, _FLOOR_LETTERS = 0.03, 0.018, 4


def source_lines(source: Source, reading: Reading, doubtful: Collection[Spot], said: Collection[Spot]) -> list[PaneLine]:
    """All lines in order. ``doubtful``: places somebody should look at; ``said``: places a person said something about."""
    known = {spot for spots in reading.origins.values() for spot in spots}
    maker = _Maker(reading, known, {item.spot for item in reading.leftovers}, doubtful, said)
    out: list[PaneLine] = []
    for index, block in enumerate(source.blocks):
        if isinstance(block, Paragraph):
            out.append(maker.paragraph(block, Spot(index)))
        else:
            out += maker.table(block, index)
    return out


@dataclass(frozen=True, slots=True)
class _Maker:
    """``known``: places some field comes from; ``left``: places of texts that stand in no field."""

    reading: Reading
    known: Collection[Spot]
    left: Collection[Spot]
    doubtful: Collection[Spot]
    said: Collection[Spot]

    def paragraph(self, block: Paragraph, spot: Spot) -> PaneLine:
        """A paragraph."""
        role = "leftover" if spot in self.left else self.reading.roles.get(spot, "")
        text = " ".join(filter(None, (block.number, block.text)))
        unread = role == "leftover" or (not role and bool(text.strip()) and spot not in self.known)
        look = PARAGRAPH.get(role, NOTHING if unread else PLAIN)
        word = NOTHING.word if unread and spot not in self.said else look.word
        box = Box(
            text, spot, bold=block.bold, italic=block.italic, centered=block.centered, doubtful=spot in self.doubtful,
            ground="warning_bg" if unread else "",
        )  # fmt: skip
        return PaneLine((box,), "text", tr(word) if word else "", look.token, said=spot in self.said)

    def table(self, table: Table, index: int) -> Iterator[PaneLine]:
        """The rows of a table."""
        look = TABLE.get(self.reading.roles.get(Spot(index), ""), PLAIN)
        shares = column_shares(table)
        said_at: frozenset[Key] = frozenset(self.said)
        by_row: dict[int, list[tuple[Cell, bool]]] = {}
        for cell in table.cells:
            for row in range(cell.row, min(cell.row + cell.rows, table.row_count)):
                by_row.setdefault(row, []).append((cell, row > cell.row))
        for row in range(table.row_count):
            role = self.reading.roles.get(Spot(index, row), "")
            here = ROW.get(role, look)
            cells = sorted(by_row.get(row, ()), key=lambda pair: pair[0].col)
            boxes = tuple(self._boxes(cells, Spot(index, row), shares, header=role == "header"))
            said = not said_at.isdisjoint((Spot(index, row), *(box.key for box in boxes), *([Spot(index)] if not row else ())))
            yield PaneLine(boxes or (Box("", Spot(index, row)),), "cells", tr(here.word) if here.word else "", here.token, said=said)

    def _boxes(self, cells: list[tuple[Cell, bool]], row: Spot, shares: list[float], *, header: bool) -> Iterator[Box]:
        at = 0
        # A doubt about a whole row or table is shown in its first cell with text.
        waits = row in self.doubtful or (row.row == 0 and Spot(row.block) in self.doubtful)
        for cell, covered in cells:
            if cell.col > at:
                yield Box("", Spot(row.block, row.row, at), sum(shares[at : cell.col]))
            spot = Spot(row.block, row.row, cell.col)
            written = bool(cell.text.strip()) and not covered
            column = header and Spot(row.block, -1, cell.col) in self.doubtful
            box = Box(
                cell.text, spot, sum(shares[cell.col : cell.col + cell.cols]) or 0.01, bold=cell.bold or header,
                centered=header, doubtful=spot in self.doubtful or column or (waits and written),
                ground="warning_bg" if spot in self.left and written else "raised" if header else "",
            )  # fmt: skip
            yield as_above(box, "" if header else cell.text) if covered else box
            waits = waits and not written
            at = cell.col + cell.cols
        if at < len(shares):
            yield Box("", Spot(row.block, row.row, at), sum(shares[at:]))


def column_shares(table: Table) -> list[float]:
    """The width of each column as a part of the whole: long texts need room, numbers little."""
    most = [0.0] * table.col_count
    words = [0] * table.col_count
    count = [0] * table.col_count
    for cell in table.cells:
        if cell.cols == 1 and cell.col < table.col_count and (text := cell.text):
            most[cell.col] += min(len(text), 200)
            count[cell.col] += 1
            words[cell.col] = max(words[cell.col], max(map(len, text.split()), default=0))
    widths = [
        min(_WIDEST, max(_NARROWEST, min(word, 12) + 1.5, (total / number) ** 0.75 if number else _NARROWEST))
        for total, number, word in zip(most, count, words, strict=True)
    ]
    whole = sum(widths) or 1.0
    floors = [_FLOOR + _FLOOR_PER_LETTER * min(word, _FLOOR_LETTERS) for word in words]
    if sum(floors) > 0.8:
        return [width / whole for width in widths]
    needy = [width / whole < floor for width, floor in zip(widths, floors, strict=True)]
    taken = sum(floor for floor, small in zip(floors, needy, strict=True) if small)
    rest = sum(width for width, small in zip(widths, needy, strict=True) if not small) or 1.0
    return [floor if small else width / rest * (1 - taken) for width, floor, small in zip(widths, floors, needy, strict=True)]
