"""Where the parts of a plan begin and end in its source: head, title and citations, body, the end with the signature, appendices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kh_desktop.domain.vitext import fold
from kh_desktop.importing.blocks import Cell, Paragraph, Source, Spot, Table
from kh_desktop.importing.citation_reader import opens_citation
from kh_desktop.importing.lines import Findings, Item, Line, TableItem, cell_lines, frame_lines, paragraph_lines, roles_of
from kh_desktop.importing.reading import Hint
from kh_desktop.importing.recognise_head import is_decision, is_letterhead, title_start
from kh_desktop.importing.recognise_sections import starts_section
from kh_desktop.importing.recognise_tail import read_tail, starts_tail
from kh_desktop.importing.tables_kind import Grid, frame_kind, grid_of, header_of, is_task_header

_APPENDIX = re.compile(r"^\W*(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s*|SỐ\s*)?(?:[IVX]{1,5}|\d{1,2}|[A-Z]))?\s*(?P<rest>[:.–-]?\s*.*)$")
_BELONGS = re.compile(r"^\W*\(?\s*(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)


@dataclass(slots=True)
class Appendix:
    """An appendix: the lines of its heading, and what follows."""

    heading: list[Line] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    named: bool = True


@dataclass(slots=True)
class Zones:
    """The parts of a source. ``cover``: a decision that issues the plan stands before it; ``opening``: title, citations, introduction;
    ``begun``: citations or introduction have begun."""

    head: list[Line] = field(default_factory=list)
    cover: list[Line] = field(default_factory=list)
    opening: list[Line] = field(default_factory=list)
    titled: bool = False
    begun: bool = False
    body: list[Item] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)
    appendices: list[Appendix] = field(default_factory=list)


def items_of(source: Source, hints: tuple[Hint, ...], found: Findings) -> list[Item]:
    """The lines and tables of a source in order. Tables that only arrange text become lines."""
    paragraphs, tables = roles_of(hints, "paragraph"), roles_of(hints, "table")
    out: list[Item] = []
    for index, block in enumerate(source.blocks):
        if isinstance(block, Paragraph):
            out += paragraph_lines(block, index, paragraphs)
        else:
            out += _table_items(block, index, tables.get(Spot(index), ""), paragraphs, found)
    return out


def _table_items(table: Table, index: int, said: str, roles: dict[Spot, str], found: Findings) -> Iterator[Item]:
    kind = said
    header = None
    grid = grid_of(table)
    if not said:
        header = header_of(grid)
        tasks = header is not None and is_task_header(header)
        kind = "" if tasks else frame_kind(table)
    if kind in ("letterhead", "signature", "frame"):
        found.roles[Spot(index)] = kind if kind != "frame" else "text"
        yield from frame_lines(table, index, roles)
    elif kind == "text":
        found.roles[Spot(index)] = kind
        yield from cell_lines(table.cells, index, roles)
    elif header is not None and not said:
        yield from _with_frame(grid, index, header.start, roles)
    else:
        yield TableItem(index, grid, kind)


def _with_frame(grid: Grid, index: int, start: int, roles: dict[Spot, str]) -> Iterator[Item]:
    """A table of a sheet may hold lines above its header and nơi nhận below its rows; they are read as lines."""
    table = grid.table
    ends = [c.row for c in table.cells if c.row > start and c.text[:1] in "nN" and fold(c.text[:12]).startswith(("noi nhan", "noi gui"))]
    end = min(ends, default=table.row_count)
    above = tuple(cell for cell in table.cells if cell.row < start)
    yield from cell_lines(above, index, roles)
    if above or end < table.row_count:
        kept = tuple(cell for cell in table.cells if start <= cell.row < end)
        part = Table(kept, end, table.col_count, table.ruled, table.guessed, 0, table.page_starts, table.page)
        yield TableItem(index, grid_of(part))
    else:
        yield TableItem(index, grid)
    below: tuple[Cell, ...] = tuple(cell for cell in table.cells if cell.row >= end)
    yield from cell_lines(
        tuple(sorted(below, key=lambda c: (c.col >= table.col_count / 2, c.row, c.col))), index, roles, table.col_count / 2
    )


def zones_of(items: Sequence[Item]) -> Zones:
    """The parts of a plan in the order they come."""
    zones = Zones()
    start = _title_at(items)
    at = _read_head(zones, items, start)
    state = "opening"
    while at < len(items):
        item = items[at]
        before = state
        at += 1
        if isinstance(item, Line) and item.role and _stands_alone(item, state, items[at:]):
            _put(zones, _STATES[item.role], item)  # what follows such a line stays where it is
            continue
        state = _next_state(state, item, items, at - 1, zones)
        if state == "appendix" and isinstance(item, Line) and (before != "appendix" or _new_appendix(zones, item, items, at - 1)):
            zones.appendices.append(Appendix(named=_opens_appendix(item, items, at - 1) or item.role == "appendix_title"))
        if state == "appendix" and not zones.appendices:
            zones.appendices.append(Appendix(named=False))
        _put(zones, state, item)
    return zones


def _stands_alone(line: Line, state: str, following: Sequence[Item]) -> bool:
    """Whether what a person said of a line is about this line only: it belongs further up, or the end of the plan comes later."""
    wanted = _STATES[line.role]
    if _ORDER.index(wanted) < _ORDER.index(state):
        return True
    return wanted == "tail" != state and any(isinstance(item, Line) and not item.role and starts_tail(item) for item in following)


def _title_at(items: Sequence[Item]) -> int | None:
    said = [i for i, item in enumerate(items) if isinstance(item, Line) and item.role == "title"]
    limit = next((i for i, item in enumerate(items) if isinstance(item, Line) and _opens_appendix(item, items, i)), len(items))
    limit = min(said[0] + 1, limit) if said else limit
    for i, item in enumerate(items[:limit]):
        if isinstance(item, Line) and not item.role and title_start(item) is not None:
            return i
    return said[0] if said else None


def _read_head(zones: Zones, items: Sequence[Item], start: int | None) -> int:
    """Puts what stands above the title into the head (and a decision's text into the cover); the place where the rest begins."""
    if start is None:
        at = 0
        while at < len(items):
            item = items[at]
            if not isinstance(item, Line) or not (item.role == "letterhead" or (not item.role and is_letterhead(item))):
                break
            zones.head.append(item)
            at += 1
        return at
    cover = False
    for item in items[:start]:
        if not isinstance(item, Line):
            zones.body.append(item)
            continue
        cover = cover or is_decision(item)
        if item.role and item.role != "letterhead":
            _put(zones, _STATES.get(item.role, "opening"), item)
        elif cover:
            zones.cover.append(item)
        else:
            zones.head.append(item)
    if zones.cover:
        _split_cover(zones)
    zones.titled = True
    return start


def _split_cover(zones: Zones) -> None:
    """Behind the signature of the decision the letterhead may come again, for the plan itself."""
    at = next((i for i, line in enumerate(zones.cover) if starts_tail(line)), len(zones.cover))
    behind = read_tail(zones.cover[at:], Findings()).rest
    zones.head += behind
    zones.cover = [line for line in zones.cover if line not in behind]


_ORDER = ("head", "opening", "body", "tail", "appendix")
_STATES = {
    "letterhead": "head", "title": "opening", "basis": "opening", "intro": "opening", "heading1": "body", "heading2": "body",
    "heading3": "body", "text": "body", "closing": "body", "recipient": "tail", "signature": "tail", "appendix_title": "appendix",
}  # fmt: skip


def _next_state(state: str, item: Item, items: Sequence[Item], at: int, zones: Zones) -> str:
    if isinstance(item, TableItem):
        return "body" if state == "opening" else "appendix" if state == "tail" else state
    if item.role:
        return _STATES[item.role]
    if state != "appendix" and (zones.titled or not at) and _opens_appendix(item, items, at):
        return "appendix"
    if state in ("opening", "body") and (zones.titled or zones.body or zones.opening or state == "body") and starts_tail(item):
        return "tail"
    if state == "appendix":
        return "tail" if starts_tail(item) and not zones.tail else state
    if state == "opening":
        title_line = zones.titled and len(zones.opening) <= 1
        styled = zones.begun and (item.level > 0 or (item.bold and item.text.isupper())) and not opens_citation(item.whole)
        plain = (styled or starts_section(item)) and not (title_line and title_start(item) is not None)
        return "body" if plain and not opens_citation(item.whole) else state
    return state


def _opens_appendix(line: Line, items: Sequence[Item], at: int) -> bool:
    """Whether an appendix begins here: "Phụ lục", alone or in capitals, or with "(Kèm theo …)" soon below it."""
    if line.role:
        return line.role == "appendix_title"
    match = _APPENDIX.match(line.text) if not line.mark else None
    if not match:
        return False
    rest = match["rest"].strip(" :.–-")
    if not rest or line.text.isupper():
        return True
    if len(line.text.split()) > 40 or line.text.endswith((";", ".")):
        return False
    following = items[at + 1 : at + 7]
    soon = any(isinstance(item, Line) and _BELONGS.match(item.text) for item in following)
    return soon or any(isinstance(item, TableItem) for item in following[:2]) or line.bold or line.centered


def _new_appendix(zones: Zones, line: Line, items: Sequence[Item], at: int) -> bool:
    if not _opens_appendix(line, items, at):
        return False
    return not (line.role == "appendix_title" and not zones.appendices[-1].items)


def _put(zones: Zones, state: str, item: Item) -> None:
    if state == "head" and isinstance(item, Line):
        zones.head.append(item)
    elif state == "opening" and isinstance(item, Line):
        zones.opening.append(item)
        zones.begun = zones.begun or opens_citation(item.whole) or item.text.endswith(":")
    elif state == "tail" and isinstance(item, Line):
        zones.tail.append(item)
    elif state == "appendix":
        appendix = zones.appendices[-1]
        if isinstance(item, Line) and not appendix.items and (appendix.named or item.role == "appendix_title"):
            appendix.heading.append(item)
        else:
            appendix.items.append(item)
    else:
        zones.body.append(item)


def split_unnamed(zones: Zones, found: Findings) -> None:
    """A table behind the signature is an appendix without the word: what stands between the name and the table is its title."""
    first = zones.appendices[0] if zones.appendices else None
    if first is None or first.named or not zones.tail:
        return
    rest = read_tail(zones.tail, Findings()).rest
    if rest:
        zones.tail = [line for line in zones.tail if line not in rest]
        first.heading = list(rest)
        first.named = True
