"""Reading a PDF with a text layer: paragraphs and tables put back from characters and lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import mode

from kh_desktop.domain.errors import KhError
from kh_desktop.importing.blocks import Block, Notice, Progress, Source, Table
from kh_desktop.importing.pdf_columns import aligned
from kh_desktop.importing.pdf_flow import Line, lines_of, paragraphs
from kh_desktop.importing.pdf_furniture import without_furniture
from kh_desktop.importing.pdf_grid import grids
from kh_desktop.importing.pdf_ink import PageInk, Word, upright
from kh_desktop.importing.pdf_pages import read_pages
from kh_desktop.importing.pdf_sides import beside
from kh_desktop.importing.pdf_tables import Part, continues, part_of, table_of

# A page with fewer characters than this and images over so much of it is a scan; a stamp or a page number may still be text.
_SPRINKLE, _COVERED = 40, 0.4
# Where more than this share of the characters has no meaning, the text cannot be read.
_GARBAGE = 0.1
# Full lines end within a word's length (pt) of one another.
_WORD = 40.0
# More lines than a page can hold: nothing is looked for in them.
_MAX_LINES = 400
# Between a table's border and its text (pt), where text above the table has to begin and end too.
_PADDING = 5.0

Item = Line | Table | Part


def _silent(_done: float) -> None:
    """Nobody listens."""


def read_pdf(data: bytes, name: str, progress: Progress = _silent) -> Source:
    """The blocks of a PDF. ``progress`` is heard after each page and may raise Cancelled.

    KhError import.damaged, import.locked (a password), import.too_big (pages), import.scanned_pdf (images of pages), import.no_text (no
    text at all, or one whose characters have no meaning).
    """
    inks = read_pages(data, progress)
    _refuse_unreadable(inks)
    bodies: list[list[Line]] = []
    parts: list[list[Part]] = []
    for ink in inks:
        words, found = _tables_taken_out(ink)
        parts.append(found)
        bodies.append(lines_of(words, 0.0, ink.width, ink.number))
    bodies, running = without_furniture(bodies, [ink.height for ink in inks])
    _set_borders(bodies, parts, inks)
    items = [item for lines, own in zip(bodies, parts, strict=True) for item in _in_order(lines, own)]
    blocks = tuple(_blocks(items))
    progress(1.0)
    return Source("pdf", name, blocks, (*_notices(inks), *(Notice("running_text", None, n, text) for text, n in running.items())))


def _refuse_unreadable(inks: Sequence[PageInk]) -> None:
    marks = sum(ink.marks for ink in inks)
    if not any(ink.marks >= _SPRINKLE or (ink.marks and ink.pictures < _COVERED) for ink in inks):
        if any(ink.pictures >= _COVERED for ink in inks):
            raise KhError("import.scanned_pdf")
        raise KhError("import.damaged" if inks and all(ink.damaged for ink in inks) else "import.no_text")
    if sum(ink.unmapped + ink.legacy for ink in inks) > _GARBAGE * marks:
        raise KhError("import.no_text")


def _tables_taken_out(ink: PageInk) -> tuple[list[Word], list[Part]]:
    """The words outside tables, and the tables of a page."""
    rest, parts = list(ink.words), []
    for grid in grids(ink.across, ink.down):
        # A last line that stands on the border, as some programs break rows, is still the cell's.
        inside = [w for w in rest if grid.holds(*w.middle, 0.45 * w.size)]
        if inside:
            taken = set(map(id, inside))
            rest = [w for w in rest if id(w) not in taken]
            parts.append(part_of(grid, inside, ink.number, ink.width))
    # Turned words in the margin are read as if they stood upright, after the rest of the page.
    turned = [w for w in rest if w.turn]
    rest = [w for w in rest if not w.turn]
    for turn in (90, 180, 270):
        rest += _below(rest, [upright(w) for w in turned if w.turn == turn], ink.height)
    return rest, parts


def _below(words: Sequence[Word], turned: Sequence[Word], height: float) -> list[Word]:
    if not turned:
        return []
    foot = max([height, *(w.base for w in words)]) + 40
    top, left = min(w.base for w in turned), min(w.x0 for w in turned)
    return [Word(w.text, w.x0 - left, w.x1 - left, w.base - top + foot, w.size, w.bold, w.italic) for w in turned]


def _set_borders(bodies: Sequence[list[Line]], parts: Sequence[list[Part]], inks: Sequence[PageInk]) -> None:
    """Tells every line from where to where text runs on pages of its size: the outermost words and tables show it."""
    begins: dict[int, list[float]] = {}
    ends: dict[int, list[float]] = {}
    for lines, own, ink in zip(bodies, parts, inks, strict=True):
        begins.setdefault(round(ink.width), []).extend([line.x0 for line in lines] + [p.grid.xs[0] + _PADDING for p in own])
        ends.setdefault(round(ink.width), []).extend([line.x1 for line in lines] + [p.grid.xs[-1] - _PADDING for p in own])
    for lines, ink in zip(bodies, inks, strict=True):
        if lines:
            left, right = min(begins[round(ink.width)]), _right_border(ends[round(ink.width)], begins[round(ink.width)], ink.width)
            for line in lines:
                line.left, line.right = left, right


def _right_border(ends: Sequence[float], begins: Sequence[float], width: float) -> float:
    """Where lines end. Lines of very different length do not show it: then it is where the margin would be as wide as the left one."""
    *_, second, furthest = 0.0, *sorted(ends)
    if furthest - second < _WORD:
        return furthest
    return max(furthest, width - max(mode([round(x) for x in begins]), 30))


def _in_order(lines: Sequence[Line], parts: Sequence[Part]) -> list[Item]:
    """What stands on a page, top down; side-by-side blocks only between tables, not across them."""
    items: list[Item] = []
    rest = list(lines)
    for part in parts:
        above = [line for line in rest if line.base < part.grid.ys[0] + 1]
        rest = rest[len(above) :]
        items += [*_beside(above), part]
    return [*items, *_beside(rest)]


def _beside(lines: Sequence[Line]) -> list[Line | Table]:
    if len(lines) > _MAX_LINES:
        return list(lines)
    items: list[Line | Table] = []
    run: list[Line] = []
    for item in aligned(lines):
        if isinstance(item, Line):
            run.append(item)
        else:
            items += [*beside(run), item]
            run = []
    return [*items, *beside(run)]


def _blocks(items: Sequence[Item]) -> Iterator[Block]:
    index = 0
    while index < len(items):
        end = index + 1
        item = items[index]
        if isinstance(item, Table):
            yield item
        elif isinstance(item, Part):
            run = [item]
            while end < len(items) and isinstance(below := items[end], Part) and continues(run[-1], below):
                run.append(below)
                end += 1
            yield table_of(run)
        else:
            lines = [item]
            while end < len(items) and isinstance(line := items[end], Line):
                lines.append(line)
                end += 1
            yield from paragraphs(lines)
        index = end


def _notices(inks: Sequence[PageInk]) -> Iterator[Notice]:
    unmapped = sum(ink.unmapped for ink in inks)
    if unmapped:
        yield Notice("unmapped", None, unmapped)
    scanned = [ink.number for ink in inks if ink.marks < _SPRINKLE and ink.pictures >= _COVERED]
    if scanned:
        yield Notice("scanned_pages", None, len(scanned), ", ".join(map(str, scanned)))
    damaged = [ink.number for ink in inks if ink.damaged]
    if damaged:
        yield Notice("damaged_pages", None, len(damaged), ", ".join(map(str, damaged)))
    hidden = sum(ink.hidden for ink in inks)
    if hidden:
        yield Notice("scan_text", None, hidden)
    notes = [note for ink in inks for note in ink.notes]
    if notes:
        yield Notice("annotations", None, len(notes), "; ".join(filter(None, notes)))
    slanted = [text for ink in inks for text in ink.slanted]
    if slanted:
        yield Notice("slanted_text", None, len(slanted), " ".join(slanted))
