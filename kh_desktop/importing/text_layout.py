"""Tables and blocks side by side whose columns show by blanks, as ``pdftotext -layout`` and typewriters set them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kh_desktop.domain.clip.numbers import is_group_mark, is_number, is_roman, split_group
from kh_desktop.domain.column_titles import column_key, is_title
from kh_desktop.importing.blocks import Cell, Notice, Paragraph, Spot, Table
from kh_desktop.importing.text_cells import cell_paragraphs
from kh_desktop.importing.text_lines import Line
from kh_desktop.importing.text_marks import plain

_PIECE = re.compile(r"\S+(?: \S+)*")
_FIRST = re.compile(r"\s*(?:STT|Stt|TT|Tt|Số TT)\s{2,}\S")
# The heading of a section between two tables: set in, and nothing beside it.
_SECTION = re.compile(r"\s{4,}(?:\d{1,2}|[a-zđ]|[IVX]{1,5})[.)]\s\S+(?: \S+)*$")
_BARE_GROUP = re.compile(r"([IVX]{1,5}) ([^\W\d_a-zà-ỹ].*)")
_BROKEN = re.compile(r"\s*(?P<part>ST|S|T)\s{2,}(?=[^\W\d_])")
_BROKEN_FIGURE = re.compile(r"\s*(?P<part>\(1)\s{2,}\(?2")
_BEHIND = re.compile(r"\s*(?:nơi nhận|trên đây là|tm\.|kt\.|phụ lục|[A-HĐ]\. )", re.IGNORECASE)
_WIDE = 400  # places looked at
_SIDE_GAP = 3
_MOST_LINES = 60  # of blocks side by side
_NUMBER_WITHIN = 12  # places from the left
_LEAST, _OFF = 3, 2  # letters on each side of a cut through a text; how far off its blank may be
_MOST_WORDS = 60  # of a header


@dataclass(frozen=True, slots=True)
class Word:
    """Words with single blanks between them, and where they stand in the line."""

    start: int
    end: int
    text: str


def pieces_of(raw: str) -> list[Word]:
    """The texts of a line that stand apart by more than one blank."""
    return [Word(found.start(), found.end(), found.group()) for found in _PIECE.finditer(raw)]


def layout_table(lines: Sequence[Line], at: int) -> tuple[Table, int, int, list[Notice]] | None:
    """The table whose header has its number column in ``lines[at]``: the table, how many lines above belong to its header, the line
    behind it, and notices (their spots in block 0). None when none stands there."""
    if not _FIRST.match(lines[at].raw) or "\t" in lines[at].raw:
        return None
    first = _header_start(lines, at)
    start, number, words = first, at, _MOST_WORDS
    pages: list[_Page] = []
    end = at
    while number >= 0:
        header_end = _header_end(lines, number, words, start)
        header = lines[start:header_end]
        if len(_title_places(header)[0]) != (pages[0].count if pages else len(_title_places(header)[0])) or not _is_header(header):
            break
        end = _page_end(lines, header_end)
        pages.append(_Page(header, lines[header_end:end]))
        words = sum(len(line.text.split()) for line in header)
        start, number = end, _next_header(lines, end)
    if not pages:
        return None
    made = _Table(pages)
    return made.table(lines[at].page), at - first, end, made.notices


def _is_header(header: Sequence[Line]) -> bool:
    """Whether these lines are titles of at least three columns, two of them of fields of a task."""
    words = " ".join(piece.text for line in header for piece in pieces_of(line.raw))
    fields = {column_key(piece.text) for line in header for piece in pieces_of(line.raw)} - {""}
    return len(fields) >= 2 and len(words.split()) <= _MOST_WORDS and len(_title_places(header)[0]) >= 3


def _header_start(lines: Sequence[Line], at: int) -> int:
    first = at
    while (
        first > 0 and at - first < 3 and lines[first].gap == 0 and lines[first - 1].indent > 10 and is_title(plain(lines[first - 1].text))
    ):
        first -= 1
    return first


def _header_end(lines: Sequence[Line], at: int, words: int, start: int) -> int:
    """The line behind a header of at most ``words`` that begins at ``start``."""
    end = at + 1
    left = words - sum(len(line.text.split()) for line in lines[start:end])
    while left > 0 and end < len(lines) and end - at < 6 and not is_number(pieces_of(lines[end].raw)[0].text) and is_title(lines[end].text):
        left -= len(lines[end].text.split())
        end += 1
    return end


def _next_header(lines: Sequence[Line], at: int) -> int:
    """The line of the number column of a header that begins at ``at``; -1 when none does, or one of another section."""
    if at < len(lines) and _SECTION.match(lines[at].raw):
        return -1
    return next((n for n in range(at, min(at + 4, len(lines))) if _FIRST.match(lines[n].raw)), -1)


def _page_end(lines: Sequence[Line], at: int) -> int:
    """The line behind the rows of one page: a header that stands again, or text that is no table."""
    apart = False  # groups have their number in its own column
    for end in range(at, len(lines)):
        if _FIRST.match(lines[end].raw):
            start = _header_start(lines, end)
            return start - 1 if start - 1 > at and _SECTION.match(lines[start - 1].raw) else start
        pieces = pieces_of(lines[end].raw)
        group = _group_of(pieces)
        apart = apart or (group is not None and len(pieces) == 2)
        behind = _BEHIND.match(lines[end].raw) is not None or (group is not None and len(pieces) == 1 and apart)
        if group is not None and not _has_rows(lines, end):
            return end
        if behind and (len(pieces) == 1 or pieces[0].text.startswith("Nơi nhận")):
            return end
    return len(lines)


def _has_rows(lines: Sequence[Line], at: int) -> bool:
    """Whether rows of a table follow the title at ``lines[at]``; below the heading of a section stands text."""
    following = [pieces_of(line.raw) for line in lines[at + 1 : at + 7]]
    return not following or any(len(pieces) >= 3 for pieces in following)


def mend_number_titles(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with the titles of number columns made whole that were too narrow for them: "ST" over "T", "S" over "T" over "T", and
    "(1" over ")" below them."""
    mended = list(lines)
    at = 0
    while at < len(mended):
        found = _BROKEN.match(mended[at].raw)
        if found:
            left = "STT"[len(found.group("part")) :]
            below = at + 1
            while left and below < len(mended) and below - at <= len("STT") and mended[below].raw.lstrip().split(" ", 1)[0] == left[0]:
                left, below = left[1:], below + 1
            if not left:
                for n in range(below - 1, at, -1):
                    _blank_first(mended, n)
                _put_whole(mended, at, found, "STT")
        elif (figure := _BROKEN_FIGURE.match(mended[at].raw)) and at + 1 < len(mended) and mended[at + 1].text == ")":
            del mended[at + 1]
            _put_whole(mended, at, figure, f"{figure.group('part')})")
        at += 1
    return mended


def _put_whole(lines: list[Line], at: int, found: re.Match[str], whole: str) -> None:
    """Writes ``whole`` for the part that was found, into the blanks behind it."""
    raw = lines[at].raw
    start, end = found.start("part"), found.start("part") + len(whole)
    raw = raw[:start] + whole + ("" if raw[end : end + 2] == "  " else "  ") + raw[end:]
    lines[at] = replace(lines[at], raw=raw, text=" ".join(raw.split()))


def _blank_first(lines: list[Line], at: int) -> None:
    """Takes the first letter off a line, and the line away when that is all of it."""
    raw = lines[at].raw
    start = len(raw) - len(raw.lstrip())
    raw = f"{raw[:start]} {raw[start + 1 :]}"
    if raw.strip():
        lines[at] = replace(lines[at], raw=raw, text=" ".join(raw.split()))
    else:
        del lines[at]


def _group_of(pieces: Sequence[Word]) -> tuple[str, str] | None:
    """Number and title when a line is that of a group: "II   Rà soát", "II. Rà soát"."""
    if not pieces or pieces[0].start > _NUMBER_WITHIN:
        return None
    if len(pieces) == 2 and is_group_mark(pieces[0].text):
        return pieces[0].text, pieces[1].text
    number, title = split_group(pieces[0].text) if len(pieces) == 1 else ("", "")
    if not number and len(pieces) == 1 and (bare := _BARE_GROUP.match(pieces[0].text)):
        number, title = bare.group(1), bare.group(2)
    return (number, title) if number and is_roman(number) else None


class _Page:
    """The rows of one page with the columns found in it: ``cuts`` are the places between them."""

    def __init__(self, header: Sequence[Line], body: Sequence[Line]) -> None:
        self.header, self.body = list(header), list(body)
        titles, self.groups = _title_places(self.header)
        inside = self._inside()
        self.cuts = [_best_cut(inside, before, after) for before, after in zip(titles, titles[1:], strict=False)]
        self.count = len(titles)
        self._starts = Counter(piece.start for line in self.body for piece in pieces_of(line.raw))

    def _inside(self) -> list[float]:
        """For each place, in how many lines it lies inside text; a single blank may lie between two columns, but seldom does."""
        lines = [*self.header, *(line for line in self.body if not _is_group(line))]
        inside = [0.0] * (_WIDE + 1)
        for line in lines:
            for piece in pieces_of(line.raw[:_WIDE]):
                for place, char in enumerate(piece.text, start=piece.start):
                    inside[place] += 0.4 if char == " " else 1.0
        return inside

    def cells(self, line: Line) -> dict[int, str]:
        """The texts of a line by the column they stand in."""
        found: dict[int, list[str]] = {}
        for piece in self._with_number(pieces_of(line.raw)):
            for part in self._cut(piece):
                found.setdefault(self._column(part), []).append(part.text)
        return {column: " ".join(texts) for column, texts in found.items()}

    def title(self, line: Line) -> dict[int, str]:
        """A line that begins in the number column with words and runs on: the title of a group that has no number."""
        pieces = pieces_of(line.raw)
        if len(pieces) != 1 or not self.cuts or len(pieces[0].text.split()) < 2:
            return {}
        only = pieces[0]
        begins = only.start + 1 < self.cuts[0] < only.end and only.text[0].isupper() and not is_number(only.text.split(" ", 1)[0])
        return {1: only.text} if begins else {}

    def _with_number(self, pieces: list[Word]) -> list[Word]:
        """The texts of a line, the number of a narrow column parted from the text behind it: "1 Ban hành kế hoạch"."""
        number, _, text = pieces[0].text.partition(" ") if pieces and self.cuts else ("", "", "")
        if not (text and number.isdecimal() and text[0].isupper() and pieces[0].start + len(number) <= self.cuts[0]):
            return pieces
        start, end = pieces[0].start, pieces[0].end
        return [Word(start, start + len(number), number), Word(end - len(text), end, text), *pieces[1:]]

    def _cut(self, piece: Word) -> list[Word]:
        """A text with only single blanks cut between columns where it has a blank beside the cut: programs set columns a little off."""
        for cut in self.cuts:
            if cut == self.cuts[0] and not is_number(piece.text.split(" ", 1)[0]):
                continue  # a title across the table, not a number and a text
            if not piece.start + _LEAST < cut < piece.end - _LEAST:
                continue
            blanks = [place for place, char in enumerate(piece.text, start=piece.start) if char == " " and abs(place - cut) <= _OFF]
            if blanks:
                # A text of the next column begins where its other texts begin.
                at = min(blanks, key=lambda place: (-self._starts[place + 1], abs(place - cut)))
                left = Word(piece.start, at, piece.text[: at - piece.start])
                return [left, *self._cut(Word(at + 1, piece.end, piece.text[at + 1 - piece.start :]))]
        return [piece]

    def _column(self, piece: Word) -> int:
        """The column most of a text stands in."""
        edges = [0.0, *self.cuts, float("inf")]
        return max(range(len(edges) - 1), key=lambda c: min(piece.end, edges[c + 1]) - max(piece.start, edges[c]))


def _title_places(header: Sequence[Line]) -> tuple[list[tuple[int, int]], list[Word]]:
    """Where the titles of the columns stand, left to right (lines of one title overlap), and the titles above several of them."""
    places: list[tuple[int, int]] = []
    groups: list[Word] = []
    for line in reversed(header):
        for piece in pieces_of(line.raw):
            over = [place for place in places if place[0] < piece.end + 1 and piece.start < place[1] + 1]
            if len(over) > 1:
                groups.append(piece)
                continue
            for place in over:
                places.remove(place)
            places.append((min(piece.start, *(p[0] for p in over), _WIDE), max(piece.end, *(p[1] for p in over), 0)))
    return sorted(places), groups


def _best_cut(inside: Sequence[float], before: tuple[int, int], after: tuple[int, int]) -> float:
    """The middle of the emptiest stretch between the middles of two titles."""
    low, high = sum(before) // 2, max(sum(after) // 2, sum(before) // 2 + 1)
    least = min(inside[low:high])
    empty = [place for place in range(low, high) if inside[place] == least]
    run = max(_runs(empty), key=len)
    return (run[0] + run[-1] + 1) / 2


def _runs(places: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _is_group(line: Line) -> bool:
    return _group_of(pieces_of(line.raw)) is not None


class _Table:
    """The rows of all pages."""

    def __init__(self, pages: Sequence[_Page]) -> None:
        self._pages = pages
        self._width = pages[0].count
        self._cells: list[Cell] = []
        self._row = 0
        self.notices = [Notice("guessed_table", Spot(0))]
        self._labels = self._titles(pages[0])
        keys = [column_key(label) for label in self._labels]
        self._lead = keys.index("lead") if "lead" in keys else None
        self._charged = False  # whether somebody leads the task above

    def _titles(self, page: _Page) -> list[str]:
        titles = [""] * self._width
        above = {group.text for group in page.groups}
        for line in page.header:
            for piece in pieces_of(line.raw):
                if piece.text not in above:
                    column = bisect_right(page.cuts, (piece.start + piece.end) / 2)
                    titles[column] = f"{titles[column]} {piece.text}".strip()
        return titles

    def table(self, number: int) -> Table:
        """The rows of all pages below one header."""
        self._add_header(self._pages[0], number)
        headers = self._row
        starts: list[int] = []
        for page in self._pages:
            if page is not self._pages[0]:
                starts.append(self._row)
            for row, across in _rows(page, first=page is self._pages[0]):
                self._add(row, number, across=across)
        if len(self._pages) > 1:
            words = "\n".join(line.text for page in self._pages[1:] for line in page.header)
            self.notices.append(Notice("repeated_header", Spot(0), len(self._pages) - 1, words))
        return Table(tuple(sorted(self._cells, key=_place)), self._row, self._width, True, True, headers, tuple(starts), number)

    def _add_header(self, page: _Page, number: int) -> None:
        below: set[int] = set()
        for group in page.groups:
            columns = range(bisect_right(page.cuts, group.start), bisect_right(page.cuts, group.end) + 1)
            if not below & set(columns):
                self._cells.append(Cell(0, columns[0], (Paragraph(group.text, page=number),), 1, len(columns)))
                below |= set(columns)
        self._row = 2 if below else 1
        for column, label in enumerate(self._labels):
            if label:
                row = 1 if column in below else 0
                self._cells.append(Cell(row, column, (Paragraph(label, page=number),), self._row - row))

    def _add(self, columns: Sequence[Sequence[str]], page: int, *, across: bool) -> None:
        if not across:
            self._share(columns)
        self._charged = not across and self._lead is not None and (bool(columns[self._lead]) or self._charged)
        for column, lines in enumerate(columns):
            if lines:
                width = self._width - 1 if across and column == 1 else 1
                self._cells.append(Cell(self._row, column, cell_paragraphs(list(lines), page), 1, width))
        self._row += 1


    def _share(self, columns: Sequence[Sequence[str]]) -> None:
        """A task nobody leads shares the cell of the task above, as merged cells do that lost their lines."""
        lead = self._lead
        if lead is None or columns[lead] or not columns[0] or not self._charged:
            return
        at = max((n for n, cell in enumerate(self._cells) if cell.col == lead), default=-1)
        cell = self._cells[at]
        if cell.row + cell.rows == self._row:
            self._cells[at] = replace(cell, rows=cell.rows + 1)
            self.notices.append(Notice("guessed_cell", Spot(0, self._row, lead)))


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.col


def _rows(page: _Page, *, first: bool) -> list[tuple[list[list[str]], bool]]:
    """The rows of a page: for each column its lines, and whether it is a title across the table. A number stands beside the first line of
    its row, or in the middle of it. A page behind the ``first`` may begin with the rest of a row."""
    placed = [_grouped(line) or page.title(line) or page.cells(line) for line in page.body]
    groups = [_is_group(line) or bool(page.title(line)) for line in page.body]
    marks = [at for at, cells in enumerate(placed) if groups[at] or is_number(cells.get(0, ""))]
    if not marks:
        return [(_merged(page, placed), False)] if placed else []
    rows = []
    start = 0
    top = not _middle(placed, marks, groups, first=first)
    if top and not first and marks[0]:
        rows.append((_merged(page, placed[: marks[0]]), False))
        start = marks[0]
    for index, mark in enumerate(marks):
        following = marks[index + 1] if index + 1 < len(marks) else len(placed)
        if groups[mark] or following == len(placed):
            end = mark + 1 if groups[mark] else following
        else:
            end = _row_end(placed, start, mark, following, top=top)
        rows.append((_merged(page, placed[start:end]), groups[mark]))
        start = end
    return rows


def _grouped(line: Line) -> dict[int, str] | None:
    group = _group_of(pieces_of(line.raw))
    return {0: group[0], 1: group[1]} if group else None


def _middle(placed: Sequence[dict[int, str]], marks: Sequence[int], groups: Sequence[bool], *, first: bool) -> bool:
    """Whether numbers stand in the middle of their rows: somewhere text stands above a number right behind a group's title."""
    starts = [*([0] if first else []), *(mark + 1 for mark in marks if groups[mark])]
    return any(start < len(placed) and start not in marks for start in starts)


def _row_end(placed: Sequence[dict[int, str]], start: int, mark: int, following: int, *, top: bool) -> int:
    """The line behind a row that begins at ``start`` and has its number at ``mark``; the next number stands at ``following``."""
    if top:
        return following
    wanted = 2 * mark - start + 1

    def cost(end: int) -> float:
        cells = placed[end] if end < len(placed) else {}
        small = sum(text[0].islower() for text in cells.values())
        return abs(end - wanted) + 1.5 * small

    return min(range(mark + 1, following + 1), key=cost)


def _merged(page: _Page, placed: Sequence[dict[int, str]]) -> list[list[str]]:
    columns: list[list[str]] = [[] for _ in range(page.count)]
    for cells in placed:
        for column, text in cells.items():
            columns[column].append(text)
    return columns


# --- two blocks side by side


def side_by_side(lines: Sequence[Line], start: int) -> tuple[Table, int] | None:
    """A letterhead or a signature: two blocks with a wide gap between them that runs down several lines. As a table without lines, one
    cell each; and the line behind it."""
    first = pieces_of(lines[start].raw)
    if len(first) != 2 or is_number(first[0].text) or is_title(first[0].text):
        return None
    if not (first[0].text.isupper() or first[0].text.startswith(("Nơi nhận", "Nơi gửi"))):
        return None
    left, right = 0, _WIDE
    both, end = 0, start
    while end < min(len(lines), start + _MOST_LINES) and (end == start or lines[end].gap <= 1) and "\t" not in lines[end].raw:
        room = _room(lines[end].raw, left, right)
        # A single text behind an empty line is a title below the letterhead, or the text below the signature.
        if room is None or (not room[2] and lines[end].gap):
            break
        left, right, two = room
        both += two
        end += 1
    if both < 2:
        return None
    page = lines[start].page
    cells = []
    for column, side in enumerate((slice(0, right), slice(right, None))):
        texts = (" ".join(line.raw[side].split()) for line in lines[start:end])
        cells.append(Cell(0, column, tuple(Paragraph(text, page=page) for text in texts if text)))
    return Table(tuple(cells), 1, 2, ruled=False, page=page), end


def _room(raw: str, left: int, right: int) -> tuple[int, int, bool] | None:
    """The gap that runs down between two blocks, ``left`` to ``right`` so far, after one more line, and whether that has text on both
    sides; None when the line fills it."""
    pieces = pieces_of(raw)
    if len(pieces) == 1:
        only = pieces[0]
        if only.end + _SIDE_GAP <= right:
            return max(left, only.end), right, False
        return (left, min(right, only.start), False) if only.start >= left + _SIDE_GAP else None
    gaps = [(max(a.end, left), min(b.start, right)) for a, b in zip(pieces, pieces[1:], strict=False)]
    low, high = max(gaps, key=lambda gap: gap[1] - gap[0])
    return (low, high, True) if high - low >= _SIDE_GAP else None
