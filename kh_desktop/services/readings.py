"""Readings: what a period measured for each indicator. Typed ones count before imported ones, those before what II.06a gives."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.form06a import FORMULAS, Line06a, by_field, line_of, place_withdrawn, sum_lines
from kh_desktop.domain.indicators import Indicator, Reading, figure_of, nothing_arose, ranked
from kh_desktop.domain.numbers import number_words, of_stored, read_number, read_percent
from kh_desktop.domain.periods import period_name, period_of
from kh_desktop.domain.vitext import clean, clean_line
from kh_desktop.services.indicator_book import indicator, indicators
from kh_desktop.services.messages import Said, said
from kh_desktop.services.schedule import report_rules
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store import figures, report_rows
from kh_desktop.store import indicators as store

FORM = "06a"
# Where withdrawn dossiers count as long as nobody chose: as the systems in use count them (forms.md, A4).
WITHDRAWN_DEFAULT = "on_time"
Number = Decimal | int | str | None
# Numerator and denominator by a stated result may differ by what rounding to one decimal hides.
_ROUNDED = Decimal("0.1")


def readings(s: Session, *, period: str | None = None, indicator: str | None = None) -> list[Reading]:
    """The reading that counts for each indicator and period, with the others as its ``alternatives``; None: all.

    By period key, then in the order of the indicators.
    """
    known = {i.key: i for i in indicators(s)}
    found: dict[tuple[str, str], list[Reading]] = {}
    conn = s.workspace.conn
    computed = _computed(s, known.values(), None if period is None else [period])
    layouts = figures.layouts(conn)
    for reading in [*store.readings(conn, period=period, indicator=indicator), *computed]:
        if indicator is None or reading.indicator == indicator:
            found.setdefault((reading.period, reading.indicator), []).append(reading)
    order = {key: place for place, key in enumerate(known)}
    keys = sorted(found, key=lambda k: (k[0], order.get(k[1], len(order))))
    return [best for key in keys if (best := ranked(_summed(found[key], layouts))) is not None]


def _summed(found: list[Reading], layouts: Mapping[int, str]) -> list[Reading]:
    """Readings with those of several files of one layout as one sum before them: each system tells of its own dossiers. Files of different
    layouts tell of the same dossiers in other words and are not added."""
    of_layout: dict[str, list[Reading]] = {}
    for reading in found:
        if reading.file_id and reading.numerator is not None and reading.denominator is not None:
            of_layout.setdefault(layouts.get(reading.file_id, ""), []).append(reading)
    sums = [_sum(parts) for parts in of_layout.values() if len(parts) > 1]
    return [*found, *sums]


def _sum(parts: list[Reading]) -> Reading:
    last = max(parts, key=lambda r: (r.at, r.id))
    numerator, denominator = (sum((getattr(r, key) for r in parts), Decimal(0)) for key in ("numerator", "denominator"))
    source = "; ".join(dict.fromkeys(r.source for r in parts if r.source))
    return replace(last, id=0, numerator=numerator, denominator=denominator, source=source, file_id=0, note="")


def computed(s: Session, period: str) -> list[Reading]:
    """What the lines of II.06a of a period give for the indicators that have a formula; nothing when the form is empty."""
    return _computed(s, indicators(s), [period])


def _computed(s: Session, known: Iterable[Indicator], periods: Sequence[str] | None) -> list[Reading]:
    formulas = [(i.key, FORMULAS[i.formula]) for i in known if i.formula in FORMULAS]
    words = str(said("reading.source_06a"))
    out = []
    for period, total in totals(s, periods).items():
        for key, formula in formulas:
            numerator, denominator = formula(total)
            out.append(Reading(0, key, period, Decimal(numerator), Decimal(denominator), None, "computed", words))
    return out


def totals(s: Session, periods: Sequence[str] | None = None) -> dict[str, Line06a]:
    """The total row of II.06a of each period that has lines (None: of all), withdrawn dossiers placed as the office chose."""
    conn = s.workspace.conn
    lines: dict[str, list[Line06a]] = {}
    for row in figures.all_lines(conn, FORM, periods):
        lines.setdefault(row.period, []).append(line_of(row.field, row.counts, file_id=row.file_id))
    chosen = report_rows.withdrawn_choices(conn)
    return {p: sum_lines(place_withdrawn(by_field(found), chosen.get(p, WITHDRAWN_DEFAULT))) for p, found in lines.items()}


def set_reading(
    s: Session,
    indicator_key: str,
    period: str,
    *,
    numerator: Number = None,
    denominator: Number = None,
    value: Number = None,
    note: str = "",
    who: str = "",
) -> int:
    """Stores a typed figure, in place of the typed one that was there; returns its id. Texts are read as people type them: "1.234",
    "94,5%". A zero denominator says that nothing arose.

    UsageError indicator.missing, reading.empty, reading.half, reading.disagree, reading.none_arose, number.negative;
    KhError period.unreadable, number.unreadable, number.percent_unclear.
    """
    known = indicator(s, indicator_key)
    period_of(report_rules(s), period)
    made = checked(
        known, Reading(0, known.key, period, origin="typed", note=clean(note), at=now(), who=clean_line(who) or user()),
        numerator, denominator, value,
    )  # fmt: skip
    with s.step("reading.set", name=_name(known, period)) as doing:
        return store.write_reading(doing.uow, made)


def checked(known: Indicator, base: Reading, numerator: Number, denominator: Number, value: Number) -> Reading:
    """``base`` with its numbers read and held against each other. Errors: see ``set_reading``."""
    top, bottom = _count(numerator), _count(denominator)
    result = _share(value) if known.unit == "%" else _count(value)
    if (top is None) != (bottom is None):
        raise UsageError("reading.half")
    if top is None and result is None:
        raise UsageError("reading.empty")
    for number in (top, bottom, result):
        if number is not None and number < 0:
            raise UsageError("number.negative", value=number_words(number))
    made = replace(base, numerator=top, denominator=bottom, value=None if top is not None else result)
    if nothing_arose(made) and top:
        raise UsageError("reading.none_arose")
    computed = figure_of(made, known.unit)
    if top is not None and result is not None and computed is not None and abs(computed - result) > _ROUNDED:
        raise UsageError("reading.disagree", value=number_words(result), computed=number_words(computed))
    return made


def _count(number: Number) -> Decimal | None:
    if isinstance(number, str):
        return read_number(number) if number.strip() else None
    return None if number is None else Decimal(number)


def _share(number: Number) -> Decimal | None:
    if isinstance(number, str):
        return read_percent(number) if number.strip() else None
    return None if number is None else Decimal(number)


def remove_reading(s: Session, reading_id: int) -> ChangeSet:
    """Takes a typed or imported figure away; what was imported or computed then counts. UsageError row.gone, reading.computed."""
    if not reading_id:
        raise UsageError("reading.computed")
    found = store.reading(s.workspace.conn, reading_id)
    if found is None:
        raise UsageError("row.gone")
    known = next((i for i in indicators(s) if i.key == found.indicator), Indicator(found.indicator, found.indicator))
    with s.step("reading.remove", name=_name(known, found.period)) as doing:
        doing.uow.remove("reading", reading_id)
    return doing.changes


def _name(known: Indicator, period: str) -> str:
    return f"{known.name}, {period_name(period)}"


def doubts(known: Indicator, reading: Reading) -> list[Said]:
    """What is strange in a figure but not refused: more than 100 %."""
    value = figure_of(reading, known.unit)
    if known.unit == "%" and value is not None and value > 100:
        return [said("reading.over_hundred", name=known.name, value=number_words(value))]
    return []


def reading_log(s: Session, reading_id: int) -> list[tuple[str, str, Said]]:
    """Who set a figure to what and when: (ISO time, name, words), newest first. Undo and redo are in it as well."""
    conn = s.workspace.conn
    past, present = store.log(conn, "reading", reading_id), store.reading(conn, reading_id)
    units = {i.key: i.unit for i in indicators(s)}
    states = [_logged(p.before) for p in past] + ([present] if present is not None else [])
    out = []
    for place, state in enumerate(states):
        at = past[place - 1].at if place else state.at
        out.append((at, state.who, said_figure("reading.log_set", state, units.get(state.indicator, ""))))
    if past and present is None:
        out.append((past[-1].at, "", said_figure("reading.log_removed", states[-1], units.get(states[-1].indicator, ""))))
    return out[::-1]


def _logged(before: dict[str, str]) -> Reading:
    numbers = {key: of_stored(before[key]) for key in ("numerator", "denominator", "value")}
    return Reading(
        0, before["indicator"], before["period"], numbers["numerator"], numbers["denominator"], numbers["value"], before["origin"],
        before["source"], 0, before["note"], before["at"], before["who"],
    )  # fmt: skip


def said_figure(code: str, reading: Reading, unit: str) -> Said:
    """A sentence about a figure: "94,5% (189/200)"."""
    if nothing_arose(reading):
        return said("reading.log_none") if code == "reading.log_set" else said(code, value=str(said("reading.nothing_arose")))
    return said(code, value=figure_words(reading, unit))


def figure_words(reading: Reading, unit: str = "%") -> str:
    """ "94,5% (189/200)", "12 ngày", "" without a figure."""
    value = figure_of(reading, unit)
    if value is None:
        return ""
    words = number_words(value) + (unit if unit == "%" else f" {unit}" if unit else "")
    if reading.numerator is None or reading.denominator is None:
        return words
    return f"{words} ({number_words(reading.numerator)}/{number_words(reading.denominator)})"


def now() -> str:
    """The ISO time a figure is written."""
    return datetime.now().isoformat(timespec="seconds")


def user() -> str:
    """The name the computer knows its user by; "" where it knows none."""
    try:
        return clean_line(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return ""


def error_of(error: KhError) -> Said:
    """An expected failure as a sentence inside another."""
    return said(error.code, **error.params)
