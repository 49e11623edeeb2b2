"""The work days of the office: shipped notices, the law, and what people entered over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, cast

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.json_reader import check_day
from kh_desktop.domain.vitext import clean_line
from kh_desktop.domain.workdays import WEEKEND, DayOff, Workdays, YearlyDays
from kh_desktop.resources import resource_json
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store import settings

DayKind = Literal["off", "work", ""]
_DAY = "workday:"
_REST = "rest_weekdays"


@dataclass(frozen=True, slots=True)
class EditedDay:
    """A day people entered: "off" or "work" with a name, or "" for a usual day where our data say otherwise."""

    day: str
    kind: DayKind
    name: str


@dataclass(frozen=True, slots=True)
class ShippedDay:
    """A day of the shipped notices. ``kind``: "off", "work", or "maybe" (only being discussed, not counted); ``decided``: not "dự kiến"."""

    day: str
    kind: str
    name: str
    decided: bool
    note: str


@lru_cache(maxsize=1)
def shipped_days() -> tuple[ShippedDay, ...]:
    """All days of the shipped notices, in order."""
    found = cast(list[dict[str, Any]], _shipped()["days"])
    return tuple(ShippedDay(d["day"], d["kind"], d["name"], d["decided"], d.get("note", "")) for d in found)


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Any]:
    return cast(dict[str, Any], resource_json("workdays.json"))


def workdays(s: Session) -> Workdays:
    """The work days as they stand now."""
    return _workdays(rest_weekdays(s), tuple(edited_days(s)))


@lru_cache(maxsize=8)
def _workdays(rest: frozenset[int], edited: tuple[EditedDay, ...]) -> Workdays:
    given = [d for d in shipped_days() if d.kind == "off"]
    worked = {d.day: DayOff(d.day, d.name, not d.decided) for d in shipped_days() if d.kind == "work"}
    over: dict[str, DayOff | None] = {}
    for e in edited:
        over[e.day] = DayOff(e.day, e.name) if e.kind == "off" else None
        worked.pop(e.day, None)
        if e.kind == "work":
            worked[e.day] = DayOff(e.day, e.name)
    off = YearlyDays((DayOff(d.day, d.name, not d.decided) for d in given), _shipped()["years"], rest, over)
    return Workdays(rest, off, worked)


def rest_weekdays(s: Session) -> frozenset[int]:
    """The weekly rest days, 0 for Monday; Saturday and Sunday unless set otherwise."""
    found = settings.read(s.workspace.conn, _REST)
    return WEEKEND if found is None else frozenset(found)


def set_rest_weekdays(s: Session, days: Iterable[int]) -> ChangeSet:
    """Sets the weekly rest days; at least one day of the week must be worked (UsageError "workdays.none")."""
    wanted = sorted(set(days))
    if not set(wanted) < set(range(7)):
        raise UsageError("workdays.none")
    with s.step("workdays.rest") as doing:
        settings.write(doing.uow, _REST, None if set(wanted) == WEEKEND else wanted)
    return doing.changes


def edited_days(s: Session) -> list[EditedDay]:
    """The days people entered, in order."""
    return [EditedDay(day, v["kind"], v["name"]) for day, v in settings.read_all(s.workspace.conn, _DAY).items()]


def set_day(s: Session, day: str, kind: DayKind, name: str = "") -> ChangeSet:
    """Makes an ISO day a day off ("off"), a worked rest day ("work") or a usual day ("").

    KhError answers.wrong_date; UsageError field.wrong.
    """
    check_day(day, "ngày")
    if not day or kind not in ("off", "work", ""):
        raise UsageError("field.wrong", field="ngày", value=day or kind)
    words = clean_line(name) or {"off": "Ngày nghỉ", "work": "Làm bù", "": ""}[kind]
    with s.step("workdays.day", day=_day_words(day)) as doing:
        settings.write(doing.uow, f"{_DAY}{day}", {"kind": kind, "name": words})
    return doing.changes


def reset_day(s: Session, day: str) -> ChangeSet:
    """Forgets what people entered for a day: the shipped data and the law count again."""
    with s.step("workdays.day", day=_day_words(day)) as doing:
        settings.write(doing.uow, f"{_DAY}{day}", None)
    return doing.changes


def _day_words(day: str) -> str:
    return f"{day[8:]}/{day[5:7]}/{day[:4]}"
