"""The reporting periods of the office, and whether its next report can be written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kh_desktop.domain.indicators import Reading
from kh_desktop.domain.periods import (
    KINDS,
    Period,
    next_due,
    period_name,
    period_of,
    periods_of_year,
    previous,
    read_period,
    reported,
)
from kh_desktop.domain.reports import ReportRules
from kh_desktop.services.figures import form_06a
from kh_desktop.services.indicator_book import indicators
from kh_desktop.services.messages import Said, said
from kh_desktop.services.plans import list_plans
from kh_desktop.services.readings import readings
from kh_desktop.services.schedule import followed_plans, mark_report, report_rules, set_report_rules
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store import figures, settings
from kh_desktop.store import indicators as store

__all__ = [
    "KINDS", "NextReport", "Period", "ReportRules", "mark_sent", "missing", "next_report", "period", "period_name", "periods",
    "periods_in_use", "plans_of_year", "previous", "read_period", "report_rules", "sent_reports", "set_report_rules",
]  # fmt: skip
# So many indicators without a figure are named; of more only their number is said.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class NextReport:
    """The report that is due next and not marked as sent: days left to its due day (negative: late), and what is missing for it."""

    period: Period
    days_left: int
    missing: tuple[Said, ...]
    ready: bool


def periods(s: Session, year: int, kinds: Sequence[str] | None = None) -> tuple[Period, ...]:
    """The periods of a year under the office's rules; ``kinds`` None: those it reports."""
    return periods_of_year(report_rules(s), year, kinds)


def period(s: Session, text: str) -> Period:
    """The period of a key or of what a person types. KhError "period.unreadable"."""
    return read_period(report_rules(s), text)


def periods_in_use(s: Session) -> tuple[Period, ...]:
    """All periods that have figures or readings, the newest first."""
    conn, rules = s.workspace.conn, report_rules(s)
    keys = figures.periods_with_figures(conn) | store.periods_with_readings(conn)
    return tuple(sorted((period_of(rules, key) for key in keys), key=lambda p: (p.end, p.days), reverse=True))


def next_report(s: Session, today: date, known: Sequence[Reading] | None = None) -> NextReport:
    """The report due next that is not marked as sent; one that is late comes first. ``known``: the readings, where they are at hand."""
    rules = report_rules(s)
    sent = sent_reports(s)
    found = _late(s, rules, today, sent) or next_due(rules, today.isoformat())
    while found.key in sent:
        found = _after(rules, found)
    left = (date.fromisoformat(found.due) - today).days
    lacking = missing(s, found.key, today, known)
    return NextReport(found, left, lacking, not lacking)


def sent_reports(s: Session) -> frozenset[str]:
    """The keys of the periods whose report is marked as sent; nobody is reminded of those."""
    return frozenset(key for key, mark in settings.read_all(s.workspace.conn, "report:").items() if mark.get("done"))


def mark_sent(s: Session, key: str, sent: bool = True) -> ChangeSet:
    """Says that the report of a period was sent, or that it was not. KhError period.unreadable."""
    return mark_report(s, f"report:{period_of(report_rules(s), key).key}", sent)


def _late(s: Session, rules: ReportRules, today: date, sent: frozenset[str]) -> Period | None:
    """The oldest report of the last three months that has figures and was not sent: nobody waits for one nobody ever worked on."""
    begun = figures.periods_with_figures(s.workspace.conn) | store.periods_with_readings(s.workspace.conn)
    around = [p for year in (today.year - 1, today.year) for p in periods_of_year(rules, year)]
    late = [p for p in around if p.due < today.isoformat() and (today - date.fromisoformat(p.due)).days <= 92]
    return min((p for p in late if p.key in begun and p.key not in sent), key=lambda p: p.due, default=None)


def _after(rules: ReportRules, found: Period) -> Period:
    rules = replace(rules, every=reported(rules))
    later = [p for year in (found.year, found.year + 1) for p in periods_of_year(rules, year) if (p.due, p.days) > (found.due, found.days)]
    return min(later, key=lambda p: (p.due, p.days))


def plans_of_year(s: Session, year: int, today: date) -> list[int]:
    """The plans a report of a year is about: those followed, else the newest of that year; none where no plan is of that year."""
    followed = [p.id for p in followed_plans(s, today) if p.year == year]
    return followed or [p.id for p in list_plans(s) if p.year == year and not p.superseded][:1]


def missing(s: Session, key: str, today: date, known: Sequence[Reading] | None = None) -> tuple[Said, ...]:
    """What the report of a period still needs: lines of II.06a that close, and a figure for each indicator with a target in
    the plan the report is about."""
    conn = s.workspace.conn
    found: list[Said] = []
    form = form_06a(s, key)
    if not form.lines:
        found.append(said("ready.no_figures"))
    elif form.breaks:
        found.append(said("ready.breaks", count=len(form.breaks)))
    there = {r.indicator for r in (readings(s, period=key) if known is None else known) if r.period == key}
    names = {i.key: i.name for i in indicators(s) if not i.hidden}
    plans = plans_of_year(s, period_of(report_rules(s), key).year, today) or [p.id for p in followed_plans(s, today)]
    wanted = [t.indicator for plan_id in plans for t in store.targets(conn, plan_id)]
    lacking = [names[k] for k in dict.fromkeys(wanted) if k in names and k not in there]
    if len(lacking) > _NAMED:
        found.append(said("ready.no_readings", count=len(lacking)))
    else:
        found += [said("ready.no_reading", name=name) for name in lacking]
    return tuple(found)
