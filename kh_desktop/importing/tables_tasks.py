"""Rows of a task table read into groups and tasks: group rows, numbers, cells that reach over rows, rows cut by a page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kh_desktop.domain.clip.numbers import has_figures, is_group_mark, is_number, level_of, split_group, split_task
from kh_desktop.domain.model import Task, UnitRef
from kh_desktop.domain.plan_json import split_units
from kh_desktop.domain.task_rows import MERGEABLE
from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.importing.blocks import Spot
from kh_desktop.importing.tables_kind import LONGEST_TITLE, MARKED, NOTE, UNTIL, Grid, Header, is_figures, reaches_down

_FIELDS = ("content", "lead", "coord", "product", "deadline")
_MOST_WORDS_OF_TITLE = 60
_ENDS = re.compile(r"[.;:!?…]\s*$")
_OPEN_END = re.compile(r"(?:[-–,/&(]|\b(?:và|của|các|theo|tại|về|cho|với))$")
_TOTAL = re.compile(r"tong cong\b|cong\s*:")
_WHO = re.compile(r"^[-–+•*]?\s*((?:đơn vị |cơ quan |bộ phận |công chức )?(?:chủ trì|phối hợp))\s*:\s*", re.IGNORECASE)
_WHO_INSIDE = re.compile(r"[;,.]?\s+(?=(?:đơn vị |cơ quan |bộ phận |công chức )?phối hợp\s*:)", re.IGNORECASE)
_TICK = re.compile(r"[xX✓✔√☑×*+●•vV]|[xX]{2,3}")
_BULLET = re.compile(r"([-–+•])\s+(?=\S)")
_AGAIN = re.compile(r"\s*\(?(?:tiep|tiep theo)\)?$")
_STARTS_NEW = re.compile(r"^\s*(?:[-–+•*]|\d+[.)]|[a-zđ][.)])\s*")


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a table of the source."""

    index: int
    row: int
    columns: Mapping[str, int] = field(default_factory=dict)

    def spot(self, key: str = "") -> Spot:
        """The cell of a field; the row when the field has no column."""
        return Spot(self.index, self.row, self.columns.get(key, -1))


@dataclass(frozen=True, slots=True)
class Row:
    """A row that means something. ``kind``: "group" or "task"; ``texts`` by field; ``shared``: fields whose cell is one with that of the
    row above; ``places``: the rows of the source it comes from; ``unsure``: the codes of doubts about it."""

    kind: str
    number: str = ""
    title: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()
    level: int = 0
    continues: bool = False
    places: tuple[Place, ...] = ()
    unsure: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reader:
    grid: Grid
    header: Header
    index: int
    hints: Mapping[int, str]
    rows: list[Row]
    roles: dict[int, str] = field(default_factory=dict)
    in_text: bool = False
    above: int = -1
    fresh: bool = False  # whether the row is the first below the head of a page
    # Rows of groups that are numbered like tasks: "1" over "1.1", "1.2"; None where groups have numbers of their own.
    figures: frozenset[int] | None = None
    # The column of group titles that stand beside their tasks, -1 for none.
    beside: int = -1

    def key(self, col: int) -> str:
        return self.header.keys[col]

    def place(self, row: int) -> Place:
        keys = self.header.keys
        columns = {key: col for col, key in enumerate(keys) if key and key != MARKED}
        if MARKED in keys:
            columns["deadline"] = keys.index(MARKED)
        # What has no column of its own goes to the notes as well.
        other = (col for col, key in enumerate(keys) if not key and self.header.labels[col] and col != self.beside)
        if NOTE not in columns and (noted := next(other, -1)) >= 0:
            columns[NOTE] = noted
        return Place(self.index, row, columns)

    @property
    def numbers_groups(self) -> bool:
        """Whether the number column counts the groups beside their tasks and not these."""
        return self.beside > 0 and "no" in self.header.keys[: self.beside]


def read_rows(
    grid: Grid, header: Header, index: int, hints: Mapping[int, str], before: Sequence[Row] = ()
) -> tuple[list[Row], dict[int, str]]:
    """The rows below the header, behind the rows ``before`` of tables this one goes on with; and what each row was taken for."""
    reader = _Reader(grid, header, index, hints, list(before))
    reader.in_text = _numbers_in_text(reader)
    reader.figures = _figure_groups(reader)
    reader.beside = group_column(grid, header)
    reader.above = before[-1].level if before and before[-1].kind == "task" else -1
    titles = {_row_text(grid, row) for row in range(header.start, header.end)} - {""}
    fresh = bool(before)
    for row in range(header.end, grid.height):
        if row in grid.table.page_starts:
            fresh = True
        role = hints.get(row) or _role(reader, row, titles, fresh=fresh)
        reader.fresh = fresh
        if role:
            reader.roles[row] = role
            if role == "task":
                _take_beside(reader, row)
            _take(reader, row, role)
        fresh = role == "header" and (fresh or row in grid.table.page_starts)
    return reader.rows, reader.roles


def group_column(grid: Grid, header: Header) -> int:
    """The column of group titles beside their tasks: left of them, with a title and cells that reach over several rows; -1 when there is
    none."""
    if "content" not in header.keys:
        return -1
    columns = range(min(header.keys.index("content"), grid.width))
    return next((c for c in columns if not header.keys[c] and header.labels[c] and reaches_down(grid, header.end, c)), -1)


def _figure_groups(reader: _Reader) -> frozenset[int] | None:
    """The rows of groups numbered "1", "2" over tasks "1.1", "1.2". That is so where no other row is a group, and every row with a plain
    figure has nothing but a title and such tasks below it, or has its title across the table."""
    grid = reader.grid
    if "no" not in reader.header.keys or any(row.kind == "group" and not row.number.strip(".").isdecimal() for row in reader.rows):
        return None
    found: set[int] = set()
    across: set[int] = set()
    plain = 0
    rows = [row for row in range(reader.header.end, grid.height) if grid.filled(row)]
    for row, below in zip(rows, [*rows[1:], -1], strict=False):
        number = _text(reader, row, "no").strip().rstrip(".)")
        if row not in reader.hints and _group(reader, row) is not None:
            return None
        if not number.isdecimal() or is_figures(grid, row):
            continue
        plain += 1
        title = len(grid.filled(row)) == 2 and _text(reader, row, "content").strip() and not grid.is_reached(row)
        if title and below > 0 and _text(reader, below, "no").strip().startswith(f"{number}."):
            found.add(row)
            if grid.places[row][reader.header.keys.index("content")].cols > 1:
                across.add(row)
    if found and len(found) == plain:
        return frozenset(found)
    goes_on = any(row.kind == "group" for row in reader.rows)
    return frozenset(across) if across or goes_on else None


def _row_text(grid: Grid, row: int) -> str:
    """The texts of a row that may be a header, to know it again; "" for a row with a long text."""
    texts = [text for text in grid.texts[row] if text]
    return "|".join(map(fold, texts)) if max(map(len, texts), default=0) <= LONGEST_TITLE else ""


def _role(reader: _Reader, row: int, titles: set[str], *, fresh: bool) -> str:
    grid = reader.grid
    filled = grid.filled(row)
    covered = grid.is_reached(row)
    if not filled:
        return "continues" if covered and _covered(reader, row, "content") and reader.rows and reader.rows[-1].kind == "task" else ""
    if _row_text(grid, row) in titles or is_figures(grid, row) or (fresh and _is_nearly_header(reader, row)):
        return "header"
    if _TOTAL.match(fold(grid.text(row, filled[0])[:20])):
        return ""
    if (group := _group(reader, row)) is not None:
        return "header" if fresh and _is_repeated(reader, group) else "group"
    below_task = bool(reader.rows) and reader.rows[-1].kind == "task"
    number, content = _text(reader, row, "no"), _text(reader, row, "content")
    if not below_task or number.strip():
        return "task"
    if fresh and not covered and _is_cut(reader, row):
        return "join"
    if fresh and content.strip() and goes_on(reader.rows[-1].texts.get("content", ""), content) > 0:
        return "continues"
    if not content.strip() and (_covered(reader, row, "content") or "content" in reader.header.keys):
        return "continues"
    return "task"


def _is_nearly_header(reader: _Reader, row: int) -> bool:
    """Whether a row at the head of a page is a row of the header but for one cell: a title there may be broken otherwise."""
    grid, header = reader.grid, reader.header
    texts = {col: fold(grid.text(row, col)) for col in grid.filled(row)}
    for above in range(header.start, header.end):
        titles = {col: fold(grid.text(above, col)) for col in grid.filled(above)}
        if len(texts) > 3 and texts.keys() == titles.keys() and sum(texts[col] == titles[col] for col in texts) >= len(texts) - 1:
            return True
    return False


def _is_repeated(reader: _Reader, group: Row) -> bool:
    """Whether a group row at the head of a page only says again which group goes on ("Rà soát (tiếp)")."""
    current = next((row for row in reversed(reader.rows) if row.kind == "group"), None)
    bare = _AGAIN.sub("", fold(group.title))
    return current is not None and bare == fold(current.title) and group.number.rstrip(".") == current.number.rstrip(".")


def _text(reader: _Reader, row: int, key: str) -> str:
    return reader.grid.text(row, reader.header.keys.index(key)) if key in reader.header.keys else ""


def _covered(reader: _Reader, row: int, key: str) -> bool:
    """Whether the cell of ``key`` is one with that of the row above."""
    if key not in reader.header.keys:
        return False
    cell = reader.grid.places[row][reader.header.keys.index(key)]
    return 0 <= cell.row < row and cell.row >= reader.header.end


def _cut_cell(reader: _Reader, row: int, key: str) -> bool:
    """Whether an empty cell at the head of a page is the rest of one that reached over the last rows of the page before."""
    grid, last = reader.grid, reader.rows[-1].places
    if not reader.fresh or key not in MERGEABLE or _text(reader, row, key).strip() or not last or last[-1].index != reader.index:
        return False
    column = reader.header.keys.index(key)
    reaches = grid.places[last[-1].row][column].rows > 1 or grid.places[row][column].rows > 1
    return reaches and bool(grid.filled(row))


def _is_cut(reader: _Reader, row: int) -> bool:
    """Whether the first row of a page is the rest of the row above it. A text that begins small, or goes on after a hyphen or a comma,
    speaks for it; one that only repeats what stands above speaks for a row of its own."""
    above = reader.rows[-1].texts
    parts = [(key, _text(reader, row, key)) for key in _FIELDS if _text(reader, row, key).strip()]
    votes = [goes_on(above.get(key, ""), text) for key, text in parts]
    if not parts or (votes and sum(votes) < 0):
        return False
    if sum(votes) > 0 or parts[0][0] == "content":
        return True
    return len(parts) <= 2 and all(above.get(key, "").strip() and not _ENDS.search(above[key]) for key, _ in parts)


def goes_on(above: str, text: str) -> int:
    """Whether ``text`` is the rest of the text ``above``: 1 yes, -1 no, 0 it does not say."""
    above, text = above.strip(), text.strip()
    if not above:
        return 0
    if fold(text) == fold(above):
        return -1
    if _STARTS_NEW.match(text):
        return 1 if _STARTS_NEW.search(above) or above.endswith((":", ";")) else 0
    return 1 if text[0].islower() or _OPEN_END.search(above) else 0


def _take(reader: _Reader, row: int, role: str) -> None:
    if role == "group":
        reader.rows.append(_group(reader, row, forced=True) or Row("group", places=(reader.place(row),)))
        reader.above = -1
    elif role == "join" and reader.rows:
        reader.rows[-1] = _joined(reader, reader.rows[-1], row)
    elif role in ("task", "continues", "join"):
        if role == "continues" and reader.rows and row not in reader.hints:
            _join_content(reader, row)
        line = _task(reader, row, continues=role == "continues" and bool(reader.rows) and reader.rows[-1].kind == "task")
        reader.rows.append(line)
        if has_figures(line.number):
            reader.above = line.level


def _take_beside(reader: _Reader, row: int) -> None:
    """The group whose title begins beside a task; one that a page says again goes on."""
    title = clean_line(reader.grid.text(row, reader.beside)) if reader.beside >= 0 else ""
    if not title:
        return
    number, title = split_group(title)
    if reader.numbers_groups:
        number = _text(reader, row, "no").strip()
    group = Row("group", number, title, places=(Place(reader.index, row, {"": reader.beside}),))
    if not _is_repeated(reader, group):
        reader.rows.append(group)


def _join_content(reader: _Reader, row: int) -> None:
    """A page cut the content of a task between two of its products: its end stands beside the second."""
    above, rest = reader.rows[-1], _text(reader, row, "content").strip()
    if rest and above.kind == "task":
        reader.rows[-1] = replace(above, texts={**above.texts, "content": f"{above.texts.get('content', '')} {rest}".strip()})


def _group(reader: _Reader, row: int, *, forced: bool = False) -> Row | None:
    """The group row at ``row``, if it is one: only a title, with a group's number, across the table, or bold."""
    grid, filled = reader.grid, reader.grid.filled(row)
    if not filled or (not forced and grid.is_reached(row)):
        return None
    texts = [grid.text(row, col) for col in filled]
    place = reader.place(row)
    if reader.figures and row in reader.figures:
        return Row("group", texts[0].strip(), clean_line(texts[1]), places=(place,))
    if forced:
        number = texts[0].strip() if len(texts) > 1 and is_number(texts[0]) else ""
        mark, title = split_group(clean_line(" ".join(texts[1:] if number else texts)))
        return Row("group", number or mark, title, places=(place,))
    # A cell that is empty and one with it as its only neighbour both say "this title has the row to itself".
    if len(texts) == 2 and reader.key(filled[0]) in ("no", "") and is_group_mark(texts[0]):
        wide = grid.places[row][filled[1]].cols > 1 or reader.key(filled[1]) == "content"
        return Row("group", texts[0].strip(), clean_line(split_group(texts[1])[1]), places=(place,)) if wide else None
    if len(texts) != 1 or reader.key(filled[0]) not in ("no", "content") or is_number(texts[0]):
        return None
    cell = grid.places[row][filled[0]]
    number, title = split_group(texts[0])
    if len(title.split()) > _MOST_WORDS_OF_TITLE:
        return None
    across = cell.cols >= max(2, grid.width - 1)
    if number or (grid.width > 1 and (across or (cell.bold and not split_task(texts[0])[0]))):
        return Row("group", number, clean_line(title), places=(place,))
    return None


def _numbers_in_text(reader: _Reader) -> bool:
    """Whether the contents themselves begin with the numbers, for want of a number column."""
    if "no" in reader.header.keys:
        return False
    texts = [_text(reader, row, "content") for row in range(reader.header.end, reader.grid.height)]
    numbers = [split_task(text)[0] for text in texts if text and not split_group(text)[0]]
    return len(numbers) >= 2 and sum(map(bool, numbers)) >= 0.8 * len(numbers) and numbers[0] in ("1", "1.1")


def _task(reader: _Reader, row: int, *, continues: bool) -> Row:
    grid = reader.grid
    texts: dict[str, str] = {}
    shared: set[str] = set()
    other: list[str] = []
    times: list[str] = []
    for col, key in enumerate(reader.header.keys):
        text = grid.text(row, col)
        if key == MARKED:
            times += _marked(text, reader.header.labels[col])
        elif key and key != NOTE:
            texts[key] = text
            if reader.rows and reader.rows[-1].kind == "task" and (_covered(reader, row, key) or _cut_cell(reader, row, key)):
                shared.add(key)
        elif text.strip() and col != reader.beside:
            label = reader.header.labels[col]
            other.append(text if key == NOTE or not label else f"{label}: {text}")
    if MARKED in reader.header.keys:
        texts["deadline"] = ", ".join(times)
    if UNTIL in texts:
        _join_times(reader, row, texts, shared)
    number = "" if reader.numbers_groups else texts.get("no", "").strip()
    texts.pop("no", None)
    if reader.in_text and texts.get("content"):
        number, texts["content"] = split_task(texts["content"])
    elif not number and not continues and _numbered(reader) and (bullet := _BULLET.match(texts.get("content", ""))):
        number, texts["content"] = bullet.group(1), texts["content"][bullet.end() :]
    texts[NOTE] = "\n".join(other)
    if "coord" not in reader.header.keys and ":" in texts.get("lead", ""):
        texts |= _divided(texts["lead"])
    above = reader.rows[-1] if reader.rows and reader.rows[-1].kind == "task" else None
    if continues and above is not None:
        if row not in reader.hints or not texts.get("content", "").strip():
            texts["content"] = above.texts.get("content", "")
        number = number or above.number
    for key in shared & set(MERGEABLE):
        texts[key] = above.texts.get(key, "") if above else ""
    again = (
        above is not None
        and not continues
        and bool(number)
        and number == above.number
        and texts.get("content") == above.texts.get("content")
    )
    unsure = ("row_unnumbered",) if not number and not continues and not reader.numbers_groups and _numbered(reader) else ()
    level = above.level if continues and above else _level(reader, number)
    return Row("task", number, "", texts, frozenset(shared), level, continues or again, (reader.place(row),), unsure)


def _level(reader: _Reader, number: str) -> int:
    """The level of a task; where groups are numbered like tasks, "1.1" is one of the first."""
    level = level_of(number, reader.above)
    return max(level - 1, 0) if reader.figures is not None and has_figures(number) else level


def _marked(text: str, label: str) -> list[str]:
    """The time of a column whose cell is ticked, with what else the cell says."""
    words = clean_line(text)
    return ([label] if _TICK.fullmatch(words) else [f"{label}: {words}"]) if words else []


def _join_times(reader: _Reader, row: int, texts: dict[str, str], shared: set[str]) -> None:
    """Beginning and end of a task from two columns as one deadline: "01/2026 - 02/2026"."""
    end = texts.pop(UNTIL)
    if _covered(reader, row, "deadline") and not _covered(reader, row, UNTIL):
        shared.discard("deadline")
        texts["deadline"] = reader.grid.places[row][reader.header.keys.index("deadline")].text
    start = clean_line(texts.get("deadline", ""))
    end = clean_line(end)
    texts["deadline"] = start if not end or end == start else f"{start} - {end}" if start else end


def _divided(text: str) -> dict[str, str]:
    """ "Chủ trì: …" and "Phối hợp: …" as two fields where one column has both."""
    text = _WHO_INSIDE.sub("\n", text)
    parts: dict[str, list[str]] = {"lead": [], "coord": []}
    key = "lead"
    for line in text.split("\n"):
        label = _WHO.match(line)
        if label:
            key = "coord" if fold(label.group(1)).endswith("phoi hop") else "lead"
        parts[key].append(line[label.end() :] if label else line)
    return {name: "\n".join(lines) for name, lines in parts.items()} if parts["coord"] else {}


def _numbered(reader: _Reader) -> bool:
    return any(row.kind == "task" and row.number for row in reader.rows)


def _joined(reader: _Reader, above: Row, row: int) -> Row:
    """The row above with the texts of ``row``, which a page cut off."""
    texts = dict(above.texts)
    if above.kind == "group":
        more = clean_line(" ".join(reader.grid.text(row, col) for col in reader.grid.filled(row)))
        return replace(above, title=f"{above.title} {more}".strip(), places=(*above.places, reader.place(row)))
    for col, key in enumerate(reader.header.keys):
        text = reader.grid.text(row, col)
        if not text.strip():
            continue
        name = key if key in _FIELDS else NOTE
        if key == "no":
            name = "content"
        old = texts.get(name, "")
        mark = "\n" if not old or _STARTS_NEW.match(text) else " "
        texts[name] = f"{old}{mark}{text}".strip()
    return replace(above, texts=texts, places=(*above.places, reader.place(row)), unsure=(*above.unsure, "row_joined"))


def task_of(row: Row) -> Task:
    """The task of a row."""
    texts = row.texts
    return Task(
        content=texts.get("content", "").strip(),
        lead=_units(texts.get("lead", "")),
        coord=_units(texts.get("coord", "")),
        product=texts.get("product", "").strip(),
        deadline=texts.get("deadline", "").strip(),
        continues=row.continues,
        level=row.level,
        merged=tuple(key for key in MERGEABLE if key in row.shared),
        note=texts.get(NOTE, "").strip(),
    )


@lru_cache(maxsize=1024)
def _units(text: str) -> tuple[UnitRef, ...]:
    """The units of a cell; the same few stand in most rows."""
    return tuple(UnitRef(name) for name in split_units(text))
