"""What a chairman asks in one minute: what is late and whose, how far each target is, the work of the units, the next report.

Read only from rows that are small: the packed rows of imported files are never opened for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kh_desktop.domain.indicators import Indicator, Reading, figure_of, forecast, gap, judge, level_for, nothing_arose
from kh_desktop.domain.model import Plan, Target, Task, TaskState
from kh_desktop.domain.periods import Period, period_of
from kh_desktop.domain.progress import Counts, count_states, joint_state
from kh_desktop.domain.reports import ReportRules
from kh_desktop.domain.schedule import SOON, Entry, by_day
from kh_desktop.domain.vitext import clean_line, fold, sort_key
from kh_desktop.services.indicator_book import indicators
from kh_desktop.services.periods import NextReport, next_report
from kh_desktop.services.plans import list_plans
from kh_desktop.services.readings import readings
from kh_desktop.services.schedule import dated_plan, followed_plans, plan_entries, report_rules
from kh_desktop.services.session import Session
from kh_desktop.store import indicators as store

TREND = 8


@dataclass(frozen=True, slots=True)
class LateUnit:
    """A unit with late days ("" for tasks without a unit and the office's own reports)."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target and where it stands. ``indicator`` None: not said yet. ``level``: what is asked in the year; ``reading``: what counts, of
    ``period``; ``trend``: the last periods of that kind, oldest first, with None where there is no figure."""

    target: Target
    plan_id: int
    indicator: Indicator | None
    level: Decimal | None
    value: Decimal | None
    judged: str
    gap: Decimal | None
    forecast: Decimal | None
    trend: tuple[tuple[str, Decimal | None], ...]
    origin: str
    period: str
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """The tasks a unit leads, a task with its continuing rows being one; ``late``: those with a day that passed. Ids of the rows behind."""

    name: str
    done: int
    doing: int
    todo: int
    dropped: int
    late: int
    total: int
    task_ids: tuple[int, ...]
    late_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MonthCell:
    """The days of a month (1 to 12) on which something is to be done, and how many of them are done and late."""

    month: int
    due: int
    done: int
    late: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """``year`` is the one shown; ``empty`` what to do first: "no_plan", "no_tasks", "no_targets", "no_readings"."""

    year: int
    late: tuple[LateUnit, ...]
    soon: tuple[Entry, ...]
    targets: tuple[TargetRow, ...]
    units: tuple[UnitRow, ...]
    states: Counts
    months: tuple[MonthCell, ...]
    next_report: NextReport
    empty: tuple[str, ...]
    unit_names: tuple[str, ...]


def dashboard(s: Session, today: date, *, plan_id: int = 0, unit: str = "", period: str = "") -> Dashboard:
    """The page as of ``today`` over a plan (0: those that are followed), for the tasks of one ``unit`` ("": all) and the readings of one
    ``period`` ("": the newest of the year). UsageError plan.missing; KhError period.unreadable."""
    rules = report_rules(s)
    chosen = period_of(rules, period) if period else None
    # Before the first plan is followed, the newest draft is what there is to show.
    plan_ids = [plan_id] if plan_id else [p.id for p in followed_plans(s, today) or list_plans(s)[:1]]
    plans = [dated_plan(s, i) for i in plan_ids]
    year = chosen.year if chosen else _year(plans, today)
    known = readings(s)
    families = [f for plan in plans for f in _families(plan)]
    mine = [f for f in families if not unit or fold(unit) in map(fold, f.leads)]
    entries = _entries(s, plans, today, unit)
    late = [e for e in entries if e.state == "late" and e.kind != "check"]
    rows = _Targets(s, rules, known, year, chosen, today).rows(plans)
    return Dashboard(
        year=year,
        late=_late_units(late),
        soon=tuple(e for e in entries if e.state in ("today", "soon") and e.kind != "check"),
        targets=rows,
        units=_units(mine, {e.task_id for e in late}, unit),
        states=count_states((f.state, False) for f in mine),
        months=_months(entries, year),
        next_report=next_report(s, today, known),
        empty=_empty(plans, families, rows),
        unit_names=tuple(sorted({fold(name): name for f in reversed(families) for name in reversed(f.leads)}.values(), key=sort_key)),
    )


def _year(plans: Sequence[Plan], today: date) -> int:
    years = {p.year for p in plans}
    return today.year if today.year in years or not years else max(years)


def _empty(plans: Sequence[Plan], families: Sequence[_Family], rows: Sequence[TargetRow]) -> tuple[str, ...]:
    if not plans:
        return ("no_plan",)
    found = []
    if not families:
        found.append("no_tasks")
    if not rows:
        found.append("no_targets")
    elif all(r.reading is None for r in rows):
        found.append("no_readings")
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Family:
    """A task with its continuing rows."""

    state: TaskState
    leads: tuple[str, ...]
    ids: tuple[int, ...]


def _families(plan: Plan) -> list[_Family]:
    out = []
    for group in plan.groups:
        leads: tuple[str, ...] = ()
        rows: list[Task] = []
        for task in group.tasks:
            if rows and not task.continues:
                out.append(_family(rows, leads))
                rows = []
            if not rows:
                own = tuple(dict.fromkeys(clean_line(u.label) for u in task.lead))
                leads = own or (leads if "lead" in task.merged else ())
            rows.append(task)
        if rows:
            out.append(_family(rows, leads))
    return out


def _family(rows: Sequence[Task], leads: tuple[str, ...]) -> _Family:
    further = (clean_line(u.label) for task in rows[1:] for u in task.lead)
    return _Family(joint_state(t.state for t in rows), tuple(dict.fromkeys([*leads, *further])), tuple(t.id for t in rows))


def _entries(s: Session, plans: Iterable[Plan], today: date, unit: str) -> list[Entry]:
    found: dict[str, Entry] = {}
    for plan in plans:
        found.update((e.key, e) for e in plan_entries(s, plan, today, soon=SOON))
    wanted = fold(unit)
    return sorted((e for e in found.values() if not unit or wanted in map(fold, e.lead)), key=by_day)


def _late_units(late: Iterable[Entry]) -> tuple[LateUnit, ...]:
    by_unit: dict[str, tuple[str, list[Entry]]] = {}
    for entry in late:
        for name in entry.lead or ("",):
            by_unit.setdefault(fold(name), (clean_line(name), []))[1].append(entry)
    found = [LateUnit(name, tuple(entries)) for name, entries in by_unit.values()]
    return tuple(sorted(found, key=lambda u: (-len(u.entries), sort_key(u.name))))


def _units(families: Iterable[_Family], late: set[int], unit: str) -> tuple[UnitRow, ...]:
    by_unit: dict[str, tuple[str, list[_Family]]] = {}
    for family in families:
        for name in family.leads or ("",):
            if not unit or fold(name) == fold(unit):
                by_unit.setdefault(fold(name), (name, []))[1].append(family)
    out = []
    for name, found in by_unit.values():
        counts = count_states((f.state, False) for f in found)
        behind = [f for f in found if late.intersection(f.ids)]
        ids, late_ids = (tuple(i for f in of for i in f.ids) for of in (found, behind))
        out.append(UnitRow(name, counts.done, counts.doing, counts.todo, counts.dropped, len(behind), counts.total, ids, late_ids))
    return tuple(sorted(out, key=lambda r: (-r.total, sort_key(r.name))))


def _months(entries: Iterable[Entry], year: int) -> tuple[MonthCell, ...]:
    counts = {month: [0, 0, 0] for month in range(1, 13)}
    for entry in entries:
        if entry.kind != "check" and entry.day[:4] == str(year) and entry.state != "dropped":
            cell = counts[int(entry.day[5:7])]
            cell[0] += 1
            cell[1] += entry.state == "done"
            cell[2] += entry.state == "late"
    return tuple(MonthCell(month, *cell) for month, cell in counts.items())


class _Targets:
    """Targets held against the readings, each period reckoned once."""

    def __init__(self, s: Session, rules: ReportRules, known: Sequence[Reading], year: int, chosen: Period | None, today: date) -> None:
        self._s, self._rules, self._year, self._chosen, self._today = s, rules, year, chosen, today
        self._indicators: Mapping[str, Indicator] = {i.key: i for i in indicators(s)}
        self._periods: dict[str, Period] = {}
        self._by_indicator: dict[str, list[Reading]] = {}
        for reading in known:
            self._by_indicator.setdefault(reading.indicator, []).append(reading)

    def rows(self, plans: Iterable[Plan]) -> tuple[TargetRow, ...]:
        """The targets of the plans, in order; those of hidden indicators left out."""
        found = ((plan.id, target) for plan in plans for target in store.targets(self._s.workspace.conn, plan.id))
        hidden = {i.key for i in self._indicators.values() if i.hidden}
        return tuple(self._row(plan_id, target) for plan_id, target in found if target.indicator not in hidden)

    def _row(self, plan_id: int, target: Target) -> TargetRow:
        known = self._indicators.get(target.indicator)
        points = [(self._period(r.period), r) for r in self._by_indicator.get(target.indicator, ())] if known else []
        unit, direction = (known.unit, known.direction) if known else ("%", "up")
        found = self._counting(points)
        period, reading = found if found else (None, None)
        value = figure_of(reading, unit) if reading else None
        kind = self._chosen.kind if self._chosen else period.kind if period else "quarter"
        # A past period is shown as it stood then.
        known_then = [(p, r) for p, r in points if not self._chosen or p.end <= self._chosen.end]
        # The figure that is shown ends the line, be its period over or not.
        last = self._chosen.start if self._chosen else max(self._today.isoformat(), period.start if period else "")
        trend = sorted(((p, r) for p, r in points if p.kind == kind and p.start <= last), key=lambda point: point[0].end)[-TREND:]
        return TargetRow(
            target, plan_id, known, level_for(target, self._year), value, judge(target, reading, self._year, direction, unit),
            gap(target, value, self._year, direction), forecast(known_then, self._year, unit),
            tuple((p.key, figure_of(r, unit)) for p, r in trend), reading.origin if reading else "", period.key if period else "", reading,
        )  # fmt: skip

    def _counting(self, points: Sequence[tuple[Period, Reading]]) -> tuple[Period, Reading] | None:
        """The reading of the chosen period, else the newest of the year; of those that end on one day the longest."""
        if self._chosen is not None:
            return next((point for point in points if point[0].key == self._chosen.key), None)
        of_year = [(p, r) for p, r in points if p.year == self._year and (figure_of(r) is not None or nothing_arose(r))]
        return max(of_year, key=lambda point: (point[0].end, point[0].days), default=None)

    def _period(self, key: str) -> Period:
        if key not in self._periods:
            self._periods[key] = period_of(self._rules, key)
        return self._periods[key]
