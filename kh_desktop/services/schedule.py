"""The schedule of the office: the days of its plans and its report duties, what people say about them, and what is next.

What day it is comes from the caller. Explaining and moving deadlines follows the work and changes nothing that was signed, so both also
work on issued plans.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import Any

from kh_desktop.domain.deadlines import EVERY
from kh_desktop.domain.deadlines.model import EXPLAINED
from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.json_reader import check_day
from kh_desktop.domain.model import DueMove, Meaning, Plan, PlanState, Task
from kh_desktop.domain.reports import UNITS, ReportRules, report_name
from kh_desktop.domain.schedule import (
    SOON,
    Calendar,
    Entry,
    ReportMark,
    Waiting,
    by_day,
    current_checks,
    pile_ups,
    plan_period,
    reading_of,
    report_entries,
    task_entries,
    waiting_tasks,
)
from kh_desktop.domain.vitext import clean_line
from kh_desktop.domain.workdays import Workdays, next_workday
from kh_desktop.services.messages import Said, said
from kh_desktop.services.plans import PlanSummary, list_plans
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.services.tasks import task_number
from kh_desktop.services.workdays import workdays
from kh_desktop.store import plans as store
from kh_desktop.store import settings
from kh_desktop.store.attachments import read_in_untouched
from kh_desktop.store.dated import read_dated
from kh_desktop.store.rows import meaning_text, move_values

__all__ = [
    "Agenda", "Entry", "ReportRules", "Waiting", "agenda", "dated_plan", "entries", "explain", "explain_deadline", "explanation",
    "followed_plans", "forget_explanation", "mark_report", "move_due", "moves_of", "ongoing", "pile_ups", "plan_entries", "put_due_back",
    "reading_of", "report_rules", "set_report_rules", "waiting",
]  # fmt: skip

_REPORT = "report:"
_RULES = "report_rules"


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is to be done, over all plans that are followed: open entries apart by when they fall due, each in exactly one list.

    ``week`` ends on Sunday, ``month`` with the calendar month (or week, when that ends later). ``ongoing`` holds the checks that count now.
    """

    late: list[Entry]
    today: list[Entry]
    week: list[Entry]
    month: list[Entry]
    later: list[Entry]
    waiting: list[Waiting]
    ongoing: list[Entry]


def entries(s: Session, plan_id: int, today: date, *, soon: int = SOON) -> list[Entry]:
    """All days of a plan, with the report duties that fall into its period, by day. UsageError plan.missing."""
    return plan_entries(s, dated_plan(s, plan_id), today, soon=soon)


def dated_plan(s: Session, plan_id: int) -> Plan:
    """A plan with what its schedule needs and nothing else: for ``plan_entries`` and ``waiting_tasks``. UsageError plan.missing."""
    return read_dated(s.workspace.conn, plan_id)


def plan_entries(s: Session, plan: Plan, today: date, *, soon: int = SOON) -> list[Entry]:
    """``entries`` for a plan at hand."""
    calendar = Calendar(workdays(s), today.isoformat(), soon)
    return sorted([*task_entries(plan, calendar), *_reports(s, calendar, *plan_period(plan))], key=by_day)


def _reports(s: Session, calendar: Calendar, start: str, end: str) -> list[Entry]:
    conn = s.workspace.conn
    marks = {key: ReportMark(**value) for key, value in settings.read_all(conn, _REPORT).items()}
    return report_entries(report_rules(s), start, end, calendar, marks, store.first_day(conn))


def waiting(s: Session, plan_id: int) -> list[Waiting]:
    """The tasks of a plan whose deadline gives no day: open, not understood, or naming a day that does not exist."""
    return waiting_tasks(dated_plan(s, plan_id))


def ongoing(s: Session, plan_id: int, today: date) -> list[Entry]:
    """For each ongoing task of a plan the check that counts now."""
    return current_checks(entries(s, plan_id, today), today.isoformat())


def followed_plans(s: Session, today: date) -> list[PlanSummary]:
    """The plans whose work is followed: issued or submitted ones of this year, the last and coming ones; while a newer version is not
    issued the one it will replace counts. Drafts of this year when no plan of it is issued or submitted. A plan of last year that was read
    from a file only to go on from it is not followed until somebody notes something about its work."""
    past = read_in_untouched(s.workspace.conn)
    found = [p for p in list_plans(s) if not p.superseded and (p.year >= today.year or (p.year == today.year - 1 and p.id not in past))]
    signed = [p for p in found if p.state is PlanState.ISSUED or (p.state is PlanState.SUBMITTED and p.version == 1)]
    if any(p.year == today.year for p in signed):
        return signed
    return signed + [p for p in found if p not in signed and p.year == today.year]


def agenda(s: Session, today: date, plan_ids: Iterable[int] | None = None, within: int = SOON - 1) -> Agenda:
    """What is late, what comes next and what waits, over ``plan_ids`` (None: the plans that are followed). ``within``: how many days ahead
    an entry's state is "soon"."""
    chosen = [p.id for p in followed_plans(s, today)] if plan_ids is None else list(dict.fromkeys(plan_ids))
    plans = [dated_plan(s, plan_id) for plan_id in chosen]
    found: dict[str, Entry] = {}
    for plan in plans:
        found.update((e.key, e) for e in plan_entries(s, plan, today, soon=within))
    everything = sorted(found.values(), key=by_day)
    checks = [e for e in current_checks(everything, today.isoformat()) if e.open]
    return _parted([e for e in everything if e.open and e.kind != "check"], checks, [w for p in plans for w in waiting_tasks(p)], today)


def _parted(open_entries: Sequence[Entry], checks: list[Entry], waits: list[Waiting], today: date) -> Agenda:
    sunday = (today + timedelta(days=6 - today.weekday())).isoformat()
    month = today.isoformat()[:7]
    parted: dict[str, list[Entry]] = {name: [] for name in ("late", "today", "week", "month", "later")}
    for entry in open_entries:
        if entry.state in ("late", "today"):
            parted[entry.state].append(entry)
        else:
            parted["week" if entry.day <= sunday else "month" if entry.day[:7] == month else "later"].append(entry)
    return Agenda(**parted, waiting=waits, ongoing=checks)


def explain_deadline(s: Session, task_id: int, *, kind: str, start: str = "", end: str = "", every: Iterable[str] = ()) -> ChangeSet:
    """Says what the deadline of a task means (ISO days); the phrase itself stays as it is printed. It counts until the phrase is changed.

    UsageError explain.kind, explain.needs_end, explain.needs_every, explain.order; KhError answers.wrong_date.
    """
    units = tuple(e for e in EVERY if e in set(every))
    if kind not in EXPLAINED:
        raise UsageError("explain.kind", value=kind)
    check_day(start, "ngày đầu")
    check_day(end, "ngày cuối")
    if kind in ("due", "window") and not end:
        raise UsageError("explain.needs_end")
    if kind == "recurring" and not units:
        raise UsageError("explain.needs_every")
    if start and end and start > end:
        raise UsageError("explain.order")
    head = _says_deadline(s, task_id)
    meaning = Meaning(
        head["deadline"], kind, "" if kind in ("due", "open") else start, "" if kind == "open" else end,
        units if kind == "recurring" else (),
    )  # fmt: skip
    with s.step("deadline.explain", no=task_number(s, task_id)) as doing:
        doing.uow.update("task", head["id"], {"meaning": meaning_text(meaning)})
    return doing.changes


def forget_explanation(s: Session, task_id: int) -> ChangeSet:
    """The deadline of a task means again what the program reads in it."""
    head = _says_deadline(s, task_id)
    with s.step("deadline.forget", no=task_number(s, task_id)) as doing:
        doing.uow.update("task", head["id"], {"meaning": ""})
    return doing.changes


def explanation(task: Task) -> Meaning | None:
    """What a person said the present deadline of a task means; None when nothing, or when the phrase has been changed since."""
    return task.meaning if task.meaning is not None and task.meaning.phrase == task.deadline else None


def _task(s: Session, task_id: int) -> dict[str, Any]:
    rows = store.rows_where(s.workspace.conn, "task", "id = ?", (task_id,))
    if not rows:
        raise UsageError("row.gone")
    return rows[0]


def _says_deadline(s: Session, task_id: int) -> dict[str, Any]:
    """The row whose deadline cell a task shows: its own, or the one above it that spans it."""
    row = _task(s, task_id)
    if "deadline" not in row["merged"].split():
        return row
    rows = store.rows_where(s.workspace.conn, "task", "group_id = ?", (row["group_id"],))
    above = rows[: [r["id"] for r in rows].index(task_id) + 1]
    return next((r for r in reversed(above) if "deadline" not in r["merged"].split()), above[0])


def move_due(s: Session, key: str, to: str, reason: str) -> ChangeSet:
    """Moves one day of the schedule (``Entry.key``) to another (ISO); the move is logged with its reason and time.

    UsageError move.no_reason, row.gone; KhError answers.wrong_date.
    """
    words = clean_line(reason)
    if not words:
        raise UsageError("move.no_reason")
    if not to:
        raise UsageError("field.wrong", field="ngày", value=to)
    return _moved(s, key, check_day(to, "ngày"), words)


def put_due_back(s: Session, key: str) -> ChangeSet:
    """A moved day counts for its own day again; what was logged stays in the log."""
    return _moved(s, key, "", "")


def _moved(s: Session, key: str, to: str, reason: str) -> ChangeSet:
    if key.startswith(_REPORT):
        return _marked(s, key, "due.move" if to else "due.back", moved_to=to, reason=reason)
    task_id, original = task_of_key(key)
    row = _task(s, task_id)
    move = DueMove(original, to, reason, datetime.now().isoformat(timespec="seconds"))
    with s.step("due.move" if to else "due.back", name=said("name.task", no=task_number(s, task_id))) as doing:
        doing.uow.insert("due_move", {"plan_id": row["plan_id"], "task_id": task_id, **move_values(move)})
    return doing.changes


def moves_of(s: Session, key: str) -> list[DueMove]:
    """The log of moves of one day of a task, oldest first."""
    task_id, original = task_of_key(key)
    rows = store.rows_where(s.workspace.conn, "due_move", "task_id = ? AND original = ?", (task_id, original), order="id")
    return [DueMove(r["original"], r["moved_to"], r["reason"], r["at"]) for r in rows]


def task_of_key(key: str) -> tuple[int, str]:
    """(task id, day by the phrase) of the key of a task's entry. UsageError row.gone for anything else."""
    kind, _, rest = key.partition(":")
    number, _, day = rest.partition(":")
    if kind != "task" or not number.isdigit() or not day:
        raise UsageError("row.gone")
    return int(number), check_day(day, "ngày")


def mark_report(s: Session, key: str, done: bool = True) -> ChangeSet:
    """Says that a report duty of the office was met, or that it was not."""
    return _marked(s, key, "report.done" if done else "report.open", done=done)


def _marked(s: Session, key: str, label: str, **changes: object) -> ChangeSet:
    if not key.startswith(_REPORT):
        raise UsageError("row.gone")
    known = ReportMark(**(settings.read(s.workspace.conn, key) or {}))
    mark = replace(known, **changes)  # type: ignore[arg-type]
    with s.step(label, name=report_name(key.removeprefix(_REPORT))) as doing:
        settings.write(doing.uow, key, None if mark == ReportMark() else asdict(mark))
    return doing.changes


def report_rules(s: Session) -> ReportRules:
    """The reporting periods of the office."""
    kept = settings.read(s.workspace.conn, _RULES) or {}
    return ReportRules(**{**kept, **({"every": tuple(kept["every"])} if "every" in kept else {})})


def set_report_rules(s: Session, **changes: object) -> ChangeSet:
    """Changes the reporting periods: any field of ``ReportRules``. UsageError field.unknown, field.wrong; KhError answers.wrong_date."""
    known = {f.name for f in fields(ReportRules)}
    if unknown := changes.keys() - known:
        raise UsageError("field.unknown", field=", ".join(sorted(unknown)))
    rules = replace(report_rules(s), **changes)  # type: ignore[arg-type]
    for name in ("from_day", "to_day", "due_day"):
        value = getattr(rules, name)
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 31:
            raise UsageError("field.wrong", field=name, value=value)
    check_day(rules.first_start, "first_start")
    wanted = set(rules.every)
    if wanted - set(UNITS):
        raise UsageError("field.wrong", field="every", value=", ".join(sorted(wanted - set(UNITS))))
    rules = replace(rules, every=tuple(u for u in UNITS if u in wanted))
    with s.step("report.rules") as doing:
        settings.write(doing.uow, _RULES, None if rules == ReportRules() else asdict(rules))
    return doing.changes


def explain(s: Session, entry: Entry) -> list[Said]:
    """Why an entry stands on its day, sentence by sentence: moved, a day off and what the law says of it, not decided, conditional."""
    return explained(entry, workdays(s))


def explained(entry: Entry, days: Workdays) -> list[Said]:
    """``explain`` with the work days at hand, for many entries."""
    found = []
    if entry.moved:
        found.append(said("schedule.moved", original=_words(entry.original), day=_words(entry.day), reason=entry.reason))
    elif entry.day_off:
        after = next_workday(days, entry.original)
        code = "schedule.day_off" if entry.day != entry.original else "schedule.day_off_kept"
        found.append(said(code, original=_words(entry.original), name=entry.day_off, day=_words(entry.day)))
        found.append(said("schedule.article_148", next=_words(after)))
    if entry.provisional:
        found.append(said("schedule.provisional"))
    if entry.conditional:
        found.append(said("schedule.conditional"))
    if entry.kind == "check":
        found.append(said("schedule.check", start=_words(entry.start), end=_words(entry.original)))
    return found


def _words(day: str) -> str:
    return f"{day[8:]}/{day[5:7]}/{day[:4]}"
