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
}  # fmt: skip

_REAL = {"position", "indent_cm"}
_INTEGER = {
    "year", "landscape", "version", "previous_id", "wizard_done", "plan_id", "joined", "parent_id", "run_in", "holds_tasks", "group_id",
    "continues", "depth", "task_id", "unit_id", "size", "attachment_id",
}  # fmt: skip
_PARENTS = {"group_id": "task_group", "task_id": "task", "plan_id": "plan"}
_SEARCHED = {
    "plan": ("title", "id"),
    "section": ("heading || char(10) || text", "plan_id"),
    "task_group": ("title", "plan_id"),
    "task": ("content || char(10) || product || char(10) || deadline || char(10) || detail", "plan_id"),
}


def empty(column: str) -> str | int | float:
    """What a column holds when nothing was said."""
    return 0.0 if column in _REAL else 0 if column in _INTEGER else ""


def _column_types(columns: tuple[str, ...]) -> dict[str, type]:
    types: dict[str, type] = {"id": int}
    for column in columns:
        types[column] = float if column in _REAL else int if column in _INTEGER else str
    return types


def _first(db: Database) -> None:
    """Everything of the first release: office, plans with their parts, attachments, bookmarks, search texts."""
    for table, columns in TABLES.items():
        types = _column_types(columns)
        if table == "attachment":
            types["content"] = bytes
        parents = [(c, _PARENTS[c], "id") for c in columns if c in _PARENTS]
        db.table(table).create(types, pk="id", not_null=set(types) - {"id"}, foreign_keys=parents, strict=True)
        for column, *_ in parents:
            db.table(table).create_index([column, "position"] if "position" in columns else [column])
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


MIGRATIONS: tuple[Callable[[Database], None], ...] = (_first,)
VERSION = len(MIGRATIONS)
