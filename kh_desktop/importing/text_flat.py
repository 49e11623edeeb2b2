"""A table that lost its columns on the way out of a PDF, put back: ``Table(guessed=True)`` with notices where it is least sure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kh_desktop.domain.vitext import fold
from kh_desktop.importing.blocks import Cell, Notice, Paragraph, Spot, Table
from kh_desktop.importing.text_cells import cell_paragraphs
from kh_desktop.importing.text_flat_columns import RowCutter, Run
from kh_desktop.importing.text_flat_header import Header, find_header
from kh_desktop.importing.text_flat_pieces import Habits, Piece
from kh_desktop.importing.text_flat_rows import Found, Part, find_rows
from kh_desktop.importing.text_flat_words import alike, time_cost, unit_cost
from kh_desktop.importing.text_lines import Line, usual_gap
from kh_desktop.importing.text_marks import plain

_ROUNDS = 2
# A row with more words than this is no row, but a text taken for one.
_MOST_WORDS = 3000
_DOUBTFUL = 2.0

Cut = tuple[Part, list[Piece], list[Run], float]


def flat_table(lines: Sequence[Line], at: int, width: int) -> tuple[Table, int, list[Notice]] | None:
    """The table whose header begins at ``lines[at]``, the line behind it, and notices; None when none begins there. ``width``: of
    a full line of the text around it. The notices' spots are in block 0."""
    header = find_header(lines, at)
    if header is None:
        return None
    found = find_rows(lines, header, width)
    rows = [part for part in found.parts if not part.group]
    if not any(part.known for part in rows) or any(sum(len(line.text.split()) for line in part.lines) > _MOST_WORDS for part in rows):
        return None
    cuts = _cut(found, _keys(header), usual_gap(lines[header.end : found.end]))
    return _Builder(header).table(found, cuts, lines[at].page)


def _keys(header: Header) -> list[str]:
    """The fields of the columns behind the number; a first one that names none holds the work, others by what they speak of."""
    keys = [title.key for title in header.titles[1:]]
    if "content" not in keys and "" in keys:
        keys[keys.index("")] = "content"
    if "lead" not in keys:
        for at, title in enumerate(header.titles[1:]):
            if not keys[at] and re.search(r"don vi|bo phan|co quan|nguoi|to chuc", fold(title.label)):
                keys[at] = "lead"
                break
    return keys


# --- cutting


def _cut(found: Found, keys: list[str], gap: int) -> list[Cut | Part]:
    """Every row cut into cells, first by what cells look like, then also by the habits seen in the first round."""
    rows = [part for part in found.parts if not part.group]
    gaps = sum(line.gap > gap for part in rows for line in part.lines)
    habits = Habits(between=min(0.95, gaps / max(1, len(rows) * len(keys))))
    cuts: list[Cut] = []
    for _ in range(_ROUNDS):
        cutter = RowCutter(keys, habits)
        finished = [_finished(cut, habits) for cut in cuts] or [set[int]()] * len(rows)
        cuts = [(part, *cutter.cut(part, gap, ended)) for part, ended in zip(rows, finished, strict=True)]
        habits = _habits(cuts, len(keys), habits)
    made = iter(cuts)
    return [part if part.group else next(made) for part in found.parts]


def _finished(cut: Cut, habits: Habits) -> set[int]:
    """The columns of a row whose cell ends before the page does: its text stands whole in other rows too, or ends a sentence."""
    _part, pieces, runs, _cost = cut
    turned = next((i for i, piece in enumerate(pieces) if piece.turns), len(pieces))
    found = set()
    for run in runs:
        text = " ".join(piece.text for piece in pieces[run.start : run.end])
        if run.end <= turned and (text.endswith((".", "…")) or habits.texts[run.column].get(alike(text))):
            found.add(run.column)
    return found


def _habits(cuts: Sequence[Cut], width: int, before: Habits) -> Habits:
    """What the rows of a first round show."""
    between: list[bool] = []
    inside: list[bool] = []
    widths: dict[tuple[int, int], list[int]] = {}
    texts: list[Counter[str]] = [Counter() for _ in range(width)]
    for part, pieces, runs, _cost in cuts:
        turned = next((i for i, piece in enumerate(pieces) if piece.turns), len(pieces))
        for run in runs:
            own = pieces[run.start : run.end]
            if run.start and own[0].begins_line and not own[0].turns:
                between.append(own[0].gap)
            inside += [piece.gap for piece in own[1:] if piece.begins_line and not piece.turns]
            texts[run.column][alike(" ".join(piece.text for piece in own))] += 1
            if run.end <= turned:
                widths.setdefault((part.layout, run.column), []).append(max(map(len, _lines_of(own))))
    return Habits(
        (sum(between) + 1) / (len(between) + 2) if between else before.between,
        (sum(inside) + 0.5) / (len(inside) + 2),
        {place: sorted(found)[int(len(found) * 0.75)] for place, found in widths.items() if len(found) >= 3},
        [{text: count - 1 for text, count in column.items() if count > 1} for column in texts],
    )


def _lines_of(pieces: Sequence[Piece]) -> list[str]:
    lines: list[str] = []
    for at, piece in enumerate(pieces):
        if at and not piece.begins_line:
            lines[-1] += f" {piece.text}"
        else:
            lines.append(piece.text)
    return lines


# --- the table


class _Builder:
    """Lays the cells of the rows out as a table."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self._keys = _keys(header)
        self._cells: dict[tuple[int, int], Cell] = {}
        self._notices: list[Notice] = []
        self._row = 0
        # Rows of tasks directly above, where cells may reach down from.
        self._above = -1

    def table(self, found: Found, cuts: Sequence[Cut | Part], page: int) -> tuple[Table, int, list[Notice]]:
        """The table of ``cuts`` below the header."""
        headers = self._add_header(page)
        for cut in cuts:
            if isinstance(cut, Part):
                self._add_group(cut)
            else:
                self._add_row(*cut)
        self._notices.insert(0, Notice("guessed_table", Spot(0)))
        again = [" | ".join(dict.fromkeys(word for t in h.titles for word in (t.group, t.label) if word)) for h in found.headers]
        again += found.titles_again
        if again:
            self._notices.append(Notice("repeated_header", Spot(0), len(again), "\n".join(again)))
        if found.page_numbers:
            self._notices.append(Notice("page_number", Spot(0), found.page_numbers))
        cells = tuple(self._cells[place] for place in sorted(self._cells))
        return Table(cells, self._row, len(self._header.titles), True, True, headers, (), page), found.end, self._notices

    def _put(self, row: int, column: int, paragraphs: tuple[Paragraph, ...], rows: int = 1, cols: int = 1) -> None:
        if paragraphs:
            self._cells[row, column] = Cell(row, column, paragraphs, rows, cols)

    def _add_header(self, page: int) -> int:
        titles = self._header.titles
        height = 2 if any(title.group for title in titles) else 1
        for column, title in enumerate(titles):
            if not title.group:
                self._put(0, column, (Paragraph(title.label, page=page),), height)
                continue
            self._put(1, column, (Paragraph(title.label, page=page),))
            if not column or titles[column - 1].group != title.group:
                across = sum(other.group == title.group for other in titles)
                self._put(0, column, (Paragraph(title.group, page=page),), 1, across)
        self._row = height
        return height

    def _add_group(self, part: Part) -> None:
        page = part.lines[0].page if part.lines else 0
        self._put(self._row, 0, (Paragraph(part.number, page=page),))
        title = " ".join(plain(line.text) for line in part.lines)
        self._put(self._row, 1, (Paragraph(title, page=page),) if title else (), 1, len(self._header.titles) - 1)
        self._row += 1
        self._above = -1

    def _add_row(self, part: Part, pieces: Sequence[Piece], runs: Sequence[Run], cost: float) -> None:
        top = self._row
        rows: list[dict[int, list[Piece]]] = [{}]
        for run in runs:
            if run.again:
                rows.append({})
            rows[-1].setdefault(run.column, []).extend(pieces[run.start : run.end])
        page = part.lines[0].page if part.lines else 0
        self._put(top, 0, (Paragraph(part.number, page=page),) if part.number else (), len(rows))
        for at, cells in enumerate(rows):
            for column, own in cells.items():
                down = len(rows) if self._keys[column] == "content" else 1
                self._put(top + at, column + 1, cell_paragraphs(_lines_of(own), page), down)
                self._doubt(top + at, column, own, len(rows) > 1)
        if not part.known or cost > 10:
            self._notices.append(Notice("guessed_cell", Spot(0, top)))
        self._share(top, rows[0])
        self._row += len(rows)
        self._above = top + len(rows) - 1

    def _share(self, row: int, cells: dict[int, list[Piece]]) -> None:
        """A row without anybody in charge shares the cells of the row above, as merged cells do that lost their lines."""
        charged = [c for c, key in enumerate(self._keys) if key in ("lead", "coord")]
        if self._above < 0 or not charged or any(c in cells for c in charged):
            return
        for column in charged:
            above = next((r for r in range(self._above, -1, -1) if (r, column + 1) in self._cells), -1)
            cell = self._cells.get((above, column + 1))
            if cell is not None and cell.row + cell.rows == row and above >= self._header_rows():
                self._cells[above, column + 1] = replace(cell, rows=cell.rows + 1)
                self._notices.append(Notice("guessed_cell", Spot(0, above, column + 1)))

    def _header_rows(self) -> int:
        return 2 if any(title.group for title in self._header.titles) else 1

    def _doubt(self, row: int, column: int, own: Sequence[Piece], again: bool) -> None:
        text = " ".join(piece.text for piece in own)
        key = self._keys[column]
        cost = time_cost(text) if key == "deadline" else unit_cost(text) if key in ("lead", "coord") else 0.0
        if cost >= _DOUBTFUL or again or not (own[0].begins_line or own[0].line == 0):
            self._notices.append(Notice("guessed_cell", Spot(0, row, column + 1)))
