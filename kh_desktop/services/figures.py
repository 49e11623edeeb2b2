"""The figures of a period: files taken in, form II.06a with its checks, lines typed by hand, and where each number comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kh_desktop.domain import form06a
from kh_desktop.domain.dossiers import count_cases, without_doubles
from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.form06a import Break, Line06a
from kh_desktop.domain.periods import Period, period_name, period_of
from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.services.figure_files import FigureTable, Layout, layouts
from kh_desktop.services.figure_tables import cases_of, lines_of, packed, readings_of, total_of
from kh_desktop.services.messages import text
from kh_desktop.services.readings import FORM, WITHDRAWN_DEFAULT, now, user
from kh_desktop.services.schedule import report_rules
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store import figures as store
from kh_desktop.store import indicators as readings
from kh_desktop.store import report_rows
from kh_desktop.store.unit_of_work import UnitOfWork, Value


@dataclass(frozen=True, slots=True)
class FigureFile:
    """A file taken in: ``sums`` are its II.06a columns, ``doubles`` dossiers left out because another file has them, ``skipped``
    rows left out because a cell was wrong; not ``counted``: only its indicators were taken."""

    id: int
    name: str
    sheet: str
    layout: str
    layout_name: str
    unit: str
    row_count: int
    added: str
    who: str
    sums: Mapping[str, int]
    doubles: int = 0
    skipped: int = 0
    counted: bool = True


@dataclass(frozen=True, slots=True)
class FigureResult:
    """What an import did: the ids of the files added, codes counted once only, and names of files of the same kind already there."""

    changes: ChangeSet
    added: tuple[int, ...]
    doubles: tuple[str, ...] = ()
    same_kind: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form06a:
    """The form of a period as it is printed: withdrawn dossiers placed by ``choice``, ``footnote`` says where; ``breaks`` do not close.

    ``typed``: fields whose line a person typed in place of what the files say.
    """

    period: str
    lines: tuple[Line06a, ...]
    total: Line06a
    breaks: tuple[Break, ...]
    choice: str
    footnote: str
    files: tuple[FigureFile, ...]
    typed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Origin:
    """One part of a number: the file with sheet and row (from 1), or a typed line (``file`` ""), with who and when."""

    file: str
    sheet: str
    row: int
    value: int
    who: str
    at: str


def import_figures(s: Session, period: str, tables: Sequence[FigureTable], *, who: str = "") -> FigureResult:
    """Takes tables of figures into a period: lines of II.06a, readings of indicators, single dossiers counted once. One step, all or
    nothing. UsageError figures.has_errors (names file and cell), figures.needs_mapping, figures.needs_unit, figures.twice."""
    chosen = period_of(report_rules(s), period)
    for table in tables:
        _check(s, chosen, table, tables)
    who, at = who or user(), now()
    known = known_codes(s, chosen.key)
    added, doubles, same = [], [], []
    with s.step("figures.import", period=period_name(chosen.key), count=len(tables)) as doing:
        for table in tables:
            same += [f.name for f in store.files(doing.uow.conn, chosen.key) if table.layout and f.layout == table.layout.id]
            file_id, left_out = _add(doing.uow, chosen, table, known, who, at)
            added.append(file_id)
            doubles += left_out
    return FigureResult(doing.changes, tuple(added), tuple(doubles), tuple(dict.fromkeys(same)))


def _check(s: Session, period: Period, table: FigureTable, others: Sequence[FigureTable]) -> None:
    if table.read is None:
        raise UsageError("figures.needs_mapping", name=table.name, sheet=table.sheet)
    if table.errors and not (table.skip_errors and table.may_skip):
        first = table.errors[0]
        reason = text(first.code, **first.params)
        raise UsageError("figures.has_errors", name=table.name, sheet=first.sheet, cell=first.cell, reason=reason, count=len(table.errors))
    if table.needs_unit:
        raise UsageError("figures.needs_unit", name=table.name, sheet=table.sheet)
    before = is_taken(s, period.key, table)
    twice = [t for t in others if t is not table and (t.sha256, t.sheet) == (table.sha256, table.sheet)]
    if before or twice:
        raise UsageError("figures.twice", name=table.name, period=period_name(period.key))


def tells_the_same(s: Session, period: str, table: FigureTable, others: Sequence[FigureTable] = ()) -> list[str]:
    """Names of tables that tell of the same dossiers in another cut: one row for the whole commune (a table by units), sums by field or
    procedure, or dossier by dossier; in the period or among ``others``. Adding two of them may count the dossiers twice."""
    mine = _cut(table.layout)
    if not mine:
        return []
    kinds = {layout.id: _cut(layout) for layout in layouts()}
    kept = [(f.name, kinds.get(f.layout, "")) for f in store.files(s.workspace.conn, period) if f.summary.get("counted", True)]
    beside = [(t.name, _cut(t.layout)) for t in others if t is not table and t.counted]
    return list(dict.fromkeys(name for name, cut in [*kept, *beside] if cut and cut != mine))


def _cut(layout: Layout | None) -> str:
    """ "whole" for a table with one row for the office, "parts" for one by field or procedure, "single" for dossiers; "" where II.06a
    counts nothing."""
    if layout is None or layout.kind not in ("counts", "dossiers"):
        return ""
    return "single" if layout.kind == "dossiers" else "whole" if layout.rows == "unit" else "parts"


def is_taken(s: Session, period: str, table: FigureTable) -> bool:
    """Whether this very sheet of this very file was taken into the period before."""
    return any(f.summary.get("sheet") == table.sheet for f in store.same_file(s.workspace.conn, period, table.sha256))


def _add(uow: UnitOfWork, period: Period, table: FigureTable, known: set[str], who: str, at: str) -> tuple[int, list[str]]:
    """Writes one table; its id and the codes left out."""
    assert table.read is not None and table.layout is not None
    # What is not counted keeps no dossier of another file out.
    there = known if table.counted else set(known)
    kept, doubles = without_doubles(cases_of(table), there) if table.layout.kind == "dossiers" else ([], [])
    lines = (count_cases(kept, period.start, period.end) if kept else lines_of(table)) if table.counted else ()
    total = total_of(table) if table.counted else {}
    summary: dict[str, Any] = {
        "sheet": table.sheet, "doubles": len(doubles), "field": table.field, "channel": table.channel,
        "counted": table.counted, "skipped": table.wrong_rows if table.skip_errors else 0,
        "sums": form06a.counts_of(form06a.sum_lines(lines)), "total": total,
        "lines": [[line.field, line.row] for line in lines],
    }  # fmt: skip
    values: dict[str, Value] = {
        "period": period.key, "name": clean_line(table.name), "layout": table.layout.id, "unit": table.unit, "sha256": table.sha256,
        "size": table.size, "row_count": len(table.read.rows) + len(table.read.dossiers), "added": at, "who": who,
    }  # fmt: skip
    file_id = store.add_file(uow, values, summary, packed(table, kept))
    for line in lines:
        store.add_line(uow, period.key, FORM, line.field, {**form06a.counts_of(line), "row": line.row}, file_id=file_id, at=at, who=who)
    for reading in readings_of(table, period, file_id, who, at):
        readings.write_reading(uow, reading)
    return file_id, doubles


def known_codes(s: Session, period: str) -> set[str]:
    """The codes of dossiers the period's counted files have already."""
    kinds = {layout.id for layout in layouts() if layout.kind == "dossiers"}
    conn = s.workspace.conn
    found: set[str] = set()
    for file in store.files(conn, period):
        if file.layout in kinds and file.summary.get("counted", True):
            found |= {"".join(fold(str(row[0])).split()) for row in store.file_rows(conn, file.id) if row[0]}
    return found


def files(s: Session, period: str) -> list[FigureFile]:
    """The files of a period, oldest first."""
    titles = {layout.id: layout.title for layout in layouts()}
    return [
        FigureFile(
            f.id, f.name, str(f.summary.get("sheet", "")), f.layout, titles.get(f.layout, f.layout), f.unit, f.row_count, f.added, f.who,
            dict(f.summary.get("sums", {})), int(f.summary.get("doubles", 0)), int(f.summary.get("skipped", 0)),
            bool(f.summary.get("counted", True)),
        )
        for f in store.files(s.workspace.conn, period)
    ]  # fmt: skip


def remove_file(s: Session, file_id: int) -> ChangeSet:
    """Takes a file out again, with its lines and readings. UsageError figures.gone."""
    found = store.file(s.workspace.conn, file_id)
    if found is None:
        raise UsageError("figures.gone")
    with s.step("figures.remove", name=found.name) as doing:
        store.remove_file(doing.uow, file_id)
    return doing.changes


def form_06a(s: Session, period: str) -> Form06a:
    """The form of a period, with what does not close."""
    conn = s.workspace.conn
    rows = store.lines(conn, period, FORM)
    own = {f.id: f for f in store.files(conn, period)}
    lines = [_stored(row, own) for row in rows]
    choice = withdrawn_choice(s, period)
    placed = form06a.place_withdrawn(lines, choice)
    shown = form06a.by_field(placed)
    # What a person typed is what counts: what a file says of that field is not held against it any more.
    replaced = {fold(line.field) for line in lines if not line.file_id}
    broken = form06a.checks([line for line in placed if not line.file_id or fold(line.field) not in replaced])
    for file in own.values():
        mine = [line for line in lines if line.file_id == file.id]
        right = {b.column for b in _broken_total(file, [_corrected(line, lines) for line in mine])}
        # A total row must fit the file's own rows or the corrected ones.
        broken += [b for b in _broken_total(file, mine) if b.column in right]
    code = form06a.footnote_code(lines, choice)
    footnote = text(code, count=sum(line.withdrawn for line in form06a.by_field(lines))) if code else ""
    typed = frozenset(row.field for row in rows if not row.file_id)
    return Form06a(period, shown, form06a.sum_lines(shown), tuple(broken), choice, footnote, tuple(files(s, period)), typed)


def withdrawn_choice(s: Session, period: str) -> str:
    """Where withdrawn dossiers of a period count, a value of ``form06a.WITHDRAWN``."""
    return str(report_rows.report(s.workspace.conn, period).choices.get("withdrawn", WITHDRAWN_DEFAULT))


def _corrected(line: Line06a, lines: Sequence[Line06a]) -> Line06a:
    """The typed line in place of a file's, where no other file tells of that field: then the file's own total is held against it."""
    same = [x for x in lines if fold(x.field) == fold(line.field)]
    typed = next((x for x in same if not x.file_id), None)
    return typed if typed is not None and sum(bool(x.file_id) for x in same) == 1 else line


def _stored(row: store.LineRow, own: Mapping[int, store.FileRow]) -> Line06a:
    sheet = str(own[row.file_id].summary.get("sheet", "")) if row.file_id in own else ""
    return form06a.line_of(row.field, row.counts, note=row.note, file_id=row.file_id, sheet=sheet, row=row.counts.get("row", 0))


def _broken_total(file: store.FileRow, lines: Sequence[Line06a]) -> list[Break]:
    """Where a file's total row is not the sum of its rows."""
    stated = dict(file.summary.get("total", {}))
    row = stated.pop("row", 0)
    summed = form06a.sum_lines(lines)
    sheet = str(file.summary.get("sheet", ""))
    return [
        Break("total", "", form06a.column_of(summed, key), value, file.id, row, key, sheet)
        for key, value in stated.items()
        if form06a.column_of(summed, key) != value
    ]


def set_line(s: Session, period: str, field: str, *, note: str | None = None, who: str = "", **counts: int) -> ChangeSet:
    """Types columns of a field's line (names of ``form06a.COUNTED``): from then on it stands in place of what files say; columns not given
    stay as shown, and a column that holds withdrawn dossiers is typed as it is shown, with them. A new field makes a new line; "" is the
    line of files that name no field. UsageError field.unknown, figures.negative, figures.no_field."""
    name = clean_line(field)
    for key, value in counts.items():
        if key not in form06a.COUNTED:
            raise UsageError("field.unknown", field=key)
        if value < 0:
            raise UsageError("figures.negative", value=value)
    key = period_of(report_rules(s), period).key
    rows = store.lines(s.workspace.conn, key, FORM)
    same = [r for r in rows if fold(r.field) == fold(name)]
    if not name and not same:
        raise UsageError("figures.no_field")
    typed = next((r for r in same if not r.file_id), None)
    shown = form06a.by_field([form06a.line_of(r.field, r.counts, file_id=r.file_id) for r in same])
    before = {c: form06a.column_of(shown[0], c) for c in form06a.COUNTED} if shown else {}
    after = {c: v for c, v in {**before, **_without_withdrawn(before, counts, withdrawn_choice(s, key))}.items() if v}
    who, at = who or user(), now()
    with s.step("figures.line", field=name, period=period_name(key)) as doing:
        words = clean_line(note) if note is not None else typed.note if typed else ""
        if typed is None:
            store.add_line(doing.uow, key, FORM, name, after, note=words, at=at, who=who)
        elif ({c: v for c, v in typed.counts.items() if v}, typed.note) != (after, words):
            store.update_line(doing.uow, typed.id, counts=after, note=words, at=at, who=who)
    return doing.changes


def _without_withdrawn(before: Mapping[str, int], counts: Mapping[str, int], choice: str) -> dict[str, int]:
    """What was typed into the column that shows withdrawn dossiers beside its own, without those; fewer than there are: all are that."""
    column = {"on_time": "on_time", "open": "open_in_time"}.get(choice, "")
    withdrawn = before.get("withdrawn", 0)
    if column not in counts or "withdrawn" in counts or not withdrawn:
        return dict(counts)
    kept = min(withdrawn, counts[column])
    return {**counts, column: counts[column] - kept, "withdrawn": kept}


def remove_line(s: Session, period: str, field: str) -> ChangeSet:
    """Takes a typed line away; what files say of the field counts again. UsageError figures.not_typed."""
    rows = [r for r in store.lines(s.workspace.conn, period, FORM) if not r.file_id and fold(r.field) == fold(field)]
    if not rows:
        raise UsageError("figures.not_typed", field=field)
    with s.step("figures.line_remove", field=rows[0].field) as doing:
        for row in rows:
            store.remove_line(doing.uow, row.id)
    return doing.changes


def set_withdrawn(s: Session, period: str, choice: str) -> ChangeSet:
    """Where withdrawn and stopped dossiers of a period count: "on_time", "open" or "apart". UsageError field.wrong."""
    if choice not in form06a.WITHDRAWN:
        raise UsageError("field.wrong", field="withdrawn", value=choice)
    kept = report_rows.report(s.workspace.conn, period).choices
    with s.step("figures.withdrawn", period=period_name(period)) as doing:
        report_rows.write_report(doing.uow, period, at=now(), choices={**kept, "withdrawn": choice})
    return doing.changes


def line_origin(s: Session, period: str, field: str, column: str) -> list[Origin]:
    """Where a number of II.06a comes from: its parts by file, sheet and row, or the person who typed it."""
    conn = s.workspace.conn
    own = {f.id: f for f in store.files(conn, period)}
    rows = [r for r in store.lines(conn, period, FORM) if fold(r.field) == fold(field)]
    rows = [r for r in rows if not r.file_id] or rows
    placed = form06a.place_withdrawn([_stored(r, own) for r in rows], withdrawn_choice(s, period))
    return [
        Origin(
            own[r.file_id].name if r.file_id in own else "", line.sheet, r.counts.get("row", 0), form06a.column_of(line, column),
            r.who, r.at,
        )
        for r, line in zip(rows, placed, strict=True)
    ]  # fmt: skip
