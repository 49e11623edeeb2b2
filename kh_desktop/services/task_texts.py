"""Find and replace in the tasks of a plan, and what earlier plans wrote in the same column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.finding import replaced, spans
from kh_desktop.domain.model import Plan, Task
from kh_desktop.domain.vitext import clean, fold
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.services.tasks import update_group, update_tasks
from kh_desktop.store.plans import rows_where

FIELDS = ("content", "detail", "lead", "coord", "product", "deadline")


@dataclass(frozen=True, slots=True)
class Match:
    """A found place: the cell ("task", id, field) or group title ("group", id, "title"), and where in its text."""

    kind: str
    id: int
    field: str
    start: int
    end: int


def cell_text(task: Task, field: str) -> str:
    """The text of a cell as it is edited: units one a line."""
    if field in ("lead", "coord"):
        return "\n".join(u.label for u in (task.lead if field == "lead" else task.coord))
    return str(getattr(task, field))


def find(
    plan: Plan, query: str, *, exact: bool = False, fields: Sequence[str] = FIELDS, only: Collection[int] | None = None
) -> list[Match]:
    """Places of ``query`` in group titles and cells, in print order. ``only``: ids of the tasks to look in (then no group titles)."""
    out: list[Match] = []
    for group in plan.groups:
        if only is None:
            out += [Match("group", group.id, "title", a, b) for a, b in spans(group.title, query, exact=exact)]
        for task in group.tasks:
            if only is None or task.id in only:
                for field in fields:
                    out += [Match("task", task.id, field, a, b) for a, b in spans(cell_text(task, field), query, exact=exact)]
    return out


def replace_all(
    s: Session,
    plan_id: int,
    query: str,
    replacement: str,
    *,
    exact: bool = False,
    fields: Sequence[str] = FIELDS,
    only: Collection[int] | None = None,
) -> tuple[int, ChangeSet]:
    """Replaces every found place as one step; returns how many places there were."""
    plan = get_plan(s, plan_id)
    matches = find(plan, query, exact=exact, fields=fields, only=only)
    if not matches:
        return 0, ChangeSet()
    return len(matches), replace_matches(s, plan, matches, query, replacement, exact=exact)


def replace_matches(s: Session, plan: Plan, matches: Collection[Match], query: str, replacement: str, *, exact: bool = False) -> ChangeSet:
    """Replaces ``query`` in every cell and title that has one of ``matches``, as one step."""
    tasks = {t.id: t for g in plan.groups for t in g.tasks}
    cells: dict[int, dict[str, object]] = {}
    for m in matches:
        if m.kind == "task":
            cells.setdefault(m.id, {})[m.field] = replaced(cell_text(tasks[m.id], m.field), query, replacement, exact=exact)
    titles = {g.id: g.title for g in plan.groups}
    with s.step("task.replace", plan_id=plan.id, count=len(matches)) as doing:
        for group_id in {m.id for m in matches if m.kind == "group"}:
            update_group(s, group_id, replaced(titles[group_id], query, replacement, exact=exact))
        if cells:
            update_tasks(s, cells)
    return doing.changes


def replace_one(s: Session, plan: Plan, match: Match, replacement: str) -> ChangeSet:
    """Replaces one found place, as one step. UsageError "row.gone" when its row is no longer in ``plan``."""
    titles = {g.id: g.title for g in plan.groups}
    tasks = {t.id: t for g in plan.groups for t in g.tasks}
    known: Collection[int] = titles if match.kind == "group" else tasks
    if match.id not in known:
        raise UsageError("row.gone")
    text = titles[match.id] if match.kind == "group" else cell_text(tasks[match.id], match.field)
    text = text[: match.start] + clean(replacement) + text[match.end :]
    with s.step("task.replace", plan_id=plan.id, count=1) as doing:
        if match.kind == "group":
            update_group(s, match.id, text)
        else:
            update_tasks(s, {match.id: {match.field: text}})
    return doing.changes


def suggestions(s: Session, field: str, typed: str, limit: int = 12) -> list[str]:
    """Texts that plans of this workspace have in ``field`` ("product", "deadline", "content"), accent-free, most used first; those that
    begin with what is typed come before those that only contain it. At most one line each."""
    wanted = fold(typed)
    counts = Counter(row[field] for row in rows_where(s.workspace.conn, "task", f"{field} != ''", order="id"))
    ranked = []
    for text, count in counts.items():
        folded = fold(text)
        if "\n" not in text and wanted in folded and text != typed:
            ranked.append((not folded.startswith(wanted), -count, folded, text))
    return [text for *_, text in sorted(ranked)[:limit]]
