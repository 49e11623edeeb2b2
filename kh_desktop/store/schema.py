"""The tables of a workspace and the numbered migrations that make them.

Version n is reached by the n-th function of ``MIGRATIONS``; released functions are never edited, a change is a new one at the end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# "KHDB" as a number: tells our files from other SQLite files.
APPLICATION_ID = 0x4B484442

# Columns of each recorded table, in the order of the row images. ``id`` is the key everywhere.
TABLES: dict[str, tuple[str, ...]] = {
    "office": ("level", "name", "superior", "place", "letterhead_superior", "letterhead", "code", "drafting_unit"),
    "unit": ("position", "name", "short_name", "aliases"),
    "signer": ("position", "name", "title", "authority"),
    "plan": (
        "year", "period_start", "period_end", "title", "shape", "numbering", "level", "name", "superior", "place", "letterhead_superior",
        "letterhead", "code", "number", "issued", "intro", "closing", "appendix_title", "landscape", "indent_cm", "columns", "recipients",
        "sign_authority", "sign_position", "sign_name", "state", "version", "previous_id", "wizard_done", "created",
    ),
    "basis": ("plan_id", "position", "form", "catalogue_id", "doc_type", "number", "issuer", "issued", "title", "text", "joined"),
    "section": ("plan_id", "parent_id", "position", "heading", "text", "role", "run_in", "holds_tasks"),
    "task_group": ("plan_id", "position", "title"),
    "task": (
        "plan_id", "group_id", "position", "content", "detail", "product", "deadline", "continues", "depth", "merged", "state",
        "note", "meaning",
    ),
    "assignment": ("plan_id", "task_id", "role", "position", "label", "unit_id"),
    "evidence": ("plan_id", "task_id", "position", "number", "issued", "title", "attachment_id"),
    "due_move": ("plan_id", "task_id", "original", "moved_to", "reason", "at"),
    "annex": ("plan_id", "position", "title", "columns", "rows"),
    "attachment": ("plan_id", "kind", "name", "sha256", "size", "added", "content"),
    "plan_event": ("plan_id", "at", "who", "state", "note"),
    # Choices of the office that belong to its data rather than to one PC: work days, report periods, reminders. Values are JSON.
    "setting": ("key", "value"),
    # Indicators of the office's own, and shipped ones it worded otherwise (by ``key``).
    "indicator": ("key", "name", "numerator", "denominator", "unit", "direction", "source", "formula", "position", "hidden"),
    # Numbers are decimal texts ("60", "12.5"), so that "no number" is "" and nothing is rounded on the way.
    "target": (
        "plan_id", "position", "indicator", "value", "comparator", "denominator", "sentence", "anchor", "growth", "ceiling", "base",
    ),
    "reading": ("indicator", "period", "numerator", "denominator", "value", "origin", "source", "file_id", "note", "at", "who"),
    # A file of figures as it was read: ``packed`` holds its rows (JSON, deflated), ``summary`` what is summed from them.
    "figure_file": ("period", "name", "layout", "unit", "sha256", "size", "row_count", "added", "who", "summary", "packed"),
    # A line of a form of a period: from a file, or typed (``file_id`` 0). ``counts`` is JSON by column.
    "figure_line": ("period", "form", "file_id", "position", "field", "counts", "note", "at", "who"),
    # A period's report: ``texts`` are the sentences a person changed, ``choices`` how it is put together (JSON).
    "report": ("period", "plan_id", "state", "texts", "choices", "at"),
    # Forms and outlines the office words by itself (JSON), by code; and how columns of an unknown export are to be read.
    "form_template": ("code", "definition"),
    "layout_map": ("signature", "name", "mapping"),
}  # fmt: skip

# The tables of the first release; later ones come with their migration.
_OF_FIRST = (
    "office", "unit", "signer", "plan", "basis", "section", "task_group", "task", "assignment", "evidence", "due_move", "annex",
    "attachment", "plan_event", "setting",
)  # fmt: skip
_OF_SECOND = ("indicator", "target", "reading", "figure_file", "figure_line", "report", "form_template", "layout_map")
_LOOKED_UP = {
    "indicator": ["key"], "reading": ["period", "indicator"], "figure_file": ["period"], "figure_line": ["period", "form"],
    "report": ["period"], "form_template": ["code"], "layout_map": ["signature"],
}  # fmt: skip
_BYTES = {"packed"}
# A report is of the office (plan 0) or of one plan.
_FREE = {"report"}

_REAL = {"position", "indent_cm"}
_INTEGER = {
    "year", "landscape", "version", "previous_id", "wizard_done", "plan_id", "joined", "parent_id", "run_in", "holds_tasks", "group_id",
    "continues", "depth", "task_id", "unit_id", "size", "attachment_id", "hidden", "file_id", "row_count",
}  # fmt: skip
_PARENTS = {"group_id": "task_group", "task_id": "task", "plan_id": "plan"}
_SEARCHED = {
    "plan": ("title", "id"),
    "section": ("heading || char(10) || text", "plan_id"),
    "task_group": ("title", "plan_id"),
    "task": ("content || char(10) || product || char(10) || deadline || char(10) || detail", "plan_id"),
}


def empty(column: str) -> str | int | float | bytes:
    """What a column holds when nothing was said."""
    return 0.0 if column in _REAL else 0 if column in _INTEGER else b"" if column in _BYTES else ""


def _column_types(columns: tuple[str, ...]) -> dict[str, type]:
    types: dict[str, type] = {"id": int}
    for column in columns:
        types[column] = float if column in _REAL else int if column in _INTEGER else bytes if column in _BYTES else str
    return types


def _make_table(db: Database, table: str) -> None:
    """A recorded table with its foreign keys and their indexes."""
    columns = TABLES[table]
    types = _column_types(columns)
    if table == "attachment":
        types["content"] = bytes
    parents = [(c, _PARENTS[c], "id") for c in columns if c in _PARENTS and table not in _FREE]
    db.table(table).create(types, pk="id", not_null=set(types) - {"id"}, foreign_keys=parents, strict=True)
    for column, *_ in parents:
        db.table(table).create_index([column, "position"] if "position" in columns else [column])


def _first(db: Database) -> None:
    """Everything of the first release: office, plans with their parts, attachments, bookmarks, search texts."""
    for table in _OF_FIRST:
        _make_table(db, table)
    db.table("setting").create_index(["key"], unique=True)
    # Which reminders were shown, put off or closed: a view of the day, never an undo step.
    db.table("reminder").create({"key": str, "shown": str, "until": str, "closed": str}, pk="key", strict=True)
    # Where a person was: never an undo step, so it stands apart from the recorded tables.
    db.table("bookmark").create({"plan_id": int, "step": str, "visited": str}, pk="plan_id", strict=True)
    db.table("plan_touch").create({"plan_id": int, "at": str}, pk="plan_id", strict=True)
    # What each task was before each change, with its day: kept across sessions, so that a row can be put back later.
    log = {"id": int, "plan_id": int, "task_id": int, "at": str, "label": str, "before": str}
    db.table("task_log").create(log, pk="id", strict=True)
    db.table("task_log").create_index(["task_id"])
    _search_texts(db)


def _search_texts(db: Database) -> None:
    """Folded texts and sort keys beside the originals, kept by triggers so that no undo step holds them."""
    columns = {"kind": str, "ref": int, "plan_id": int, "folded": str, "sort_key": str}
    db.table("search_text").create(columns, pk=("kind", "ref"), strict=True)
    for table, (text, plan) in _SEARCHED.items():
        for event in ("insert", "update"):
            db.execute(
                f"CREATE TRIGGER {table}_search_{event} AFTER {event} ON {table} BEGIN "
                f"INSERT OR REPLACE INTO search_text SELECT '{table}', id, {plan}, vi_fold({text}), vi_sort({text}) "
                f"FROM {table} WHERE id = NEW.id; END"
            )
        db.execute(
            f"CREATE TRIGGER {table}_search_delete AFTER DELETE ON {table} BEGIN "
            f"DELETE FROM search_text WHERE kind = '{table}' AND ref = OLD.id; END"
        )


def _second(db: Database) -> None:
    """Indicators, targets, readings, figures and reports, and who changed a figure when."""
    for table in _OF_SECOND:
        _make_table(db, table)
        if table in _LOOKED_UP:
            db.table(table).create_index(_LOOKED_UP[table])
    # What each figure was before each change: kept by triggers, so that undo, too, leaves a trace.
    log = {"id": int, "at": str, "kind": str, "ref": int, "before": str}
    db.table("figure_log").create(log, pk="id", strict=True)
    db.table("figure_log").create_index(["kind", "ref"])
    for table, kept in (("reading", _READING_LOG), ("figure_line", _LINE_LOG)):
        image = ", ".join(f"'{c}', OLD.{c}" for c in kept)
        for event in ("UPDATE", "DELETE"):
            db.execute(
                f"CREATE TRIGGER {table}_log_{event.lower()} AFTER {event} ON {table} BEGIN INSERT INTO figure_log (at, kind, ref, before) "
                f"VALUES (strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime'), '{table}', OLD.id, json_object({image})); END"
            )


_READING_LOG = ("indicator", "period", "numerator", "denominator", "value", "origin", "source", "note", "at", "who")
_LINE_LOG = ("period", "form", "file_id", "field", "counts", "note", "at", "who")

MIGRATIONS: tuple[Callable[[Database], None], ...] = (_first, _second)
VERSION = len(MIGRATIONS)
