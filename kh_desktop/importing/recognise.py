"""Blocks of a file read into a plan, with everything a person should look at. Pure: the same source and hints give the same reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kh_desktop.domain.columns import COLUMN_SETS
from kh_desktop.domain.model import Agency, Annex, Numbering, Plan, Section, SectionRole, Shape
from kh_desktop.importing.blocks import Source
from kh_desktop.importing.lines import Findings, Item, Line, roles_of
from kh_desktop.importing.names import iso_day, period_of, year_of
from kh_desktop.importing.reading import Hint, Reading, Written
from kh_desktop.importing.recognise_appendix import read_appendices
from kh_desktop.importing.recognise_assign import Assigned
from kh_desktop.importing.recognise_audit import leave_lost
from kh_desktop.importing.recognise_body import Body, read_body
from kh_desktop.importing.recognise_head import Head, agency_from_text, read_letterhead, take_date, take_number
from kh_desktop.importing.recognise_lost import trace_of_table, without_lost_table
from kh_desktop.importing.recognise_opening import Opening, read_opening
from kh_desktop.importing.recognise_reports import cutoffs_of
from kh_desktop.importing.recognise_tail import Tail, read_tail, starts_tail
from kh_desktop.importing.recognise_zones import Zones, items_of, split_unnamed, zones_of
from kh_desktop.importing.tables_join import Tables, groups_of, read_tables

# Notices that say how a file is made, or what the recogniser says better itself.
_QUIET = frozenset(("sheet", "repeated_header", "page_number", "guessed_table", "picture", "header", "footer"))


@dataclass(slots=True)
class _Parts:
    """Everything that was read, before it is put together."""

    zones: Zones
    head: Head
    opening: Opening
    body: Body
    tail: Tail
    tables: Tables
    texts: list[str]
    appendix_title: str = ""
    annexes: list[Annex] = field(default_factory=list)


def recognise(source: Source, hints: Sequence[Hint] = (), *, today: str = "") -> Reading:
    """The plan in ``source``. ``hints``: what a person said about its places, the last word on each counts. ``today``: an ISO day, for the
    year of a plan that names none."""
    hints = tuple(hints)
    found = Findings()
    items = _without_leftovers(items_of(source, hints, found), found)
    lossy = source.kind in ("text", "pdf", "html")
    if lossy:
        items = without_lost_table(items, found)
    zones = zones_of(items)
    split_unnamed(zones, found)
    parts = _read(zones, [item.whole for item in items if isinstance(item, Line)], hints, found)
    plan, written = _plan(parts, found, today)
    for notice in (n for n in source.notices if n.code not in _QUIET):
        found.doubt(f"source_{notice.code}", notice.spot, count=notice.count, text=notice.text)
    if lossy and not plan.groups and not any(doubt.code == "table_lost" for doubt in found.doubts):
        trace = trace_of_table(items)
        if trace is not None:
            found.doubt("table_lost", trace.spot)
    leave_lost(source, plan, written, found)
    _doubt_leftovers(found, hints)
    return Reading(
        plan=plan,
        doubts=tuple(found.doubts),
        leftovers=tuple(sorted(found.leftovers, key=lambda left: left.spot)),
        origins={path: tuple(spots) for path, spots in found.origins.items()},
        roles=dict(found.roles),
        written=written,
        cutoffs=cutoffs_of(parts.texts, plan.year),
    )


def _doubt_leftovers(found: Findings, hints: Sequence[Hint]) -> None:
    """One doubt for all that stands in no field, at its first place; what a person left out, or another doubt tells of, asks nothing."""
    told = {doubt.spot for doubt in found.doubts} | {hint.spot for hint in hints}
    left = sorted((x for x in found.leftovers if x.spot not in told and len(x.text.split()) > 2), key=lambda x: x.spot)
    if left and not any(doubt.code == "table_lost" for doubt in found.doubts):
        found.doubt("left_over", left[0].spot, count=len(left), text=left[0].text[:80])


_STAMP = re.compile(
    r"^(?:Ký bởi|Người ký|Ký số bởi|Ký điện tử bởi|Được ký bởi|Digitally signed by|Signature (?:Not )?Valid|Signature Not Verified|"
    r"Thời gian ký|Ngày ký)\b",
    re.IGNORECASE,
)


def _without_leftovers(items: Sequence[Item], found: Findings) -> list[Item]:
    """The items without the lines a person said to leave out, and without the words of an electronic signature."""
    kept: list[Item] = []
    for item in items:
        if isinstance(item, Line) and (item.role == "leftover" or (not item.role and _STAMP.match(item.text))):
            found.leave(item.spot, item.whole)
        else:
            kept.append(item)
    return kept


def _read(zones: Zones, texts: list[str], hints: tuple[Hint, ...], found: Findings) -> _Parts:
    head = read_letterhead(zones.head, texts, found)
    opening = read_opening(zones.opening, zones.cover, found, titled=zones.titled)
    body = read_body(zones.body, found)
    opening.intro += body.before
    tail = _tail(zones, found)
    for line in opening.belongs:
        _belonging(head, line, found, "title")
    appendices = read_appendices(zones.appendices, found)
    for line in appendices.belongs:
        _belonging(head, line, found, "appendix_title")
    tables = read_tables([*body.tables, *appendices.tables], roles_of(hints, "column"), roles_of(hints, "row"), found)
    for line in tail.rest:
        found.leave(line.spot, line.whole)
    first = tables.first.zone if tables.first else ""
    title = appendices.titles.get(first, "")
    for zone, spot in appendices.title_spots:
        if zone == first:
            found.origin("appendix_title", spot, "appendix_title")
    for at, (_, spots) in enumerate(appendices.annexes, start=len(tables.annexes)):
        for spot in spots:
            found.origin(f"annex:{at}", spot, "annex")
    annexes = [*tables.annexes, *(annex for annex, _ in appendices.annexes)]
    return _Parts(zones, head, opening, body, tail, tables, texts, title, annexes)


def _tail(zones: Zones, found: Findings) -> Tail:
    """Nơi nhận and signature of the plan; those of the decision that issues it when the plan itself has none."""
    at = next((i for i, line in enumerate(zones.cover) if starts_tail(line)), len(zones.cover))
    issued = zones.cover[:at]
    if zones.cover:
        found.doubt("decision_cover", zones.cover[0].spot)
    for line in issued:
        if not any(line.spot in spots for path, spots in found.origins.items() if path.startswith("basis:")):
            found.leave(line.spot, line.whole)
    own = read_tail(zones.tail, found)
    if own.signature.name or own.recipients or not zones.cover[at:]:
        for line in zones.cover[at:]:
            found.leave(line.spot, line.whole)
        return own
    return read_tail(zones.cover[at:], found)


def _belonging(head: Head, line: Line, found: Findings, path: str) -> None:
    """ "(Kèm theo Kế hoạch số 8/KH-UBND ngày 23/01/2024 …)": number and day count when the head has none."""
    known = bool(head.code), head.dated
    other = Head(code=head.code if known[0] and head.number else "", dated=head.dated and bool(head.issued))
    quiet = Findings()
    take_number(other, line, line.whole, quiet)
    take_date(other, line, line.whole, quiet)
    found.origin(path, line.spot, "appendix_title" if path == "appendix_title" else "title")
    _differs(head, line, found, path)
    if not head.number and other.number:
        head.number, head.written, head.code = other.number, other.written, other.code
        found.origin("number", line.spot)
        found.doubt("number_from_appendix", line.spot, "number", number=f"{other.number}/{other.code}")
    elif not head.code and other.code:
        head.code = other.code
        found.origin("number", line.spot)
    if not head.issued and other.issued and not head.dated:
        head.issued = other.issued
        found.origin("issued", line.spot)


def _differs(head: Head, line: Line, found: Findings, path: str) -> None:
    """Number and day beside an appendix that are not those of the head are said, with the words of the line."""
    other, quiet = Head(), Findings()
    take_number(other, line, line.whole, quiet)
    take_date(other, line, line.whole, quiet)
    number = head.number and other.number and (head.number, head.code) != (other.number, other.code)
    day = head.issued and other.issued and head.issued != other.issued
    if number or day or any(doubt.code == "date_invalid" for doubt in quiet.doubts):
        found.doubt("appendix_differs", line.spot, path, text=line.whole)
        found.leave(line.spot, line.whole)


def _plan(parts: _Parts, found: Findings, today: str) -> tuple[Plan, Written]:
    head, opening, body, tables = parts.head, parts.opening, parts.body, parts.tables
    groups, group_numbers, row_numbers = groups_of(tables.rows, found)
    assigned: Assigned | None = body.assigned if not groups else None
    sections = body.sections
    if assigned:
        groups, group_numbers, row_numbers = assigned.groups, assigned.group_numbers, assigned.row_numbers
    shape = _shape(tables, assigned)
    if shape in (Shape.ASSIGNMENTS, Shape.TABLE_IN_BODY):
        path = assigned.holder if assigned else tables.first.path if tables.first else ()
        sections = _holding(sections, path)
    year = _year(parts, found, today)
    start, end = period_of(opening.title or parts.appendix_title, year)
    columns = assigned.columns if assigned else tables.columns
    title = opening.title
    if not title and parts.appendix_title:
        title = parts.appendix_title  # a sheet often holds the appendix alone
        found.doubt("title_from_appendix", next(iter(found.origins.get("appendix_title", ())), None), "title")
    plan = Plan(
        year=year, period_start=start, period_end=end, title=title, shape=shape, numbering=body.numbering,
        agency=_agency(parts, found), code=head.code or "KH-UBND", number=head.number, issued=head.issued,
        intro="\n".join(opening.intro), closing=body.closing, appendix_title=parts.appendix_title,
        columns=columns or COLUMN_SETS["assignment"], bases=tuple(opening.bases), sections=sections, groups=groups,
        annexes=tuple(parts.annexes), recipients=parts.tail.recipients, signature=parts.tail.signature,
    )  # fmt: skip
    _missing(plan, parts, found)
    _check_days(plan, found)
    written = f"{head.written}/{plan.code}" if head.written else ""
    return plan, Written(body.written, group_numbers, row_numbers, written)


def _shape(tables: Tables, assigned: Assigned | None) -> Shape:
    if tables.first is not None:
        return Shape.TABLE_IN_BODY if tables.first.zone == "body" else Shape.APPENDIX
    return Shape.ASSIGNMENTS if assigned else Shape.SECTIONS


def _holding(sections: tuple[Section, ...], path: tuple[int, ...]) -> tuple[Section, ...]:
    """The sections with the one at ``path`` holding the tasks; the content section when the path is not known."""
    if not path:
        at = next((i for i, s in enumerate(sections) if s.role is SectionRole.CONTENT), None)
        if at is None:
            return sections
        path = (at,)
    first, rest = path[0], path[1:]
    section = sections[first]
    changed = replace(section, children=_holding(section.children, rest)) if rest else replace(section, holds_tasks=True)
    return (*sections[:first], changed, *sections[first + 1 :])


def _year(parts: _Parts, found: Findings, today: str) -> int:
    year = year_of(parts.opening.title or parts.appendix_title)
    if year:
        return year
    for text in (parts.appendix_title, *parts.opening.intro, parts.head.issued[:4], *parts.texts):
        if year := year_of(text):
            found.doubt("year_guessed", None, "year", year=year)
            return year
    year = int(today[:4]) if today[:4].isdigit() else 0
    found.doubt("year_missing", None, "year", year=year)
    return year


def _agency(parts: _Parts, found: Findings) -> Agency:
    head = parts.head
    agency = head.agency
    if not head.has_agency:
        ordered = [*parts.opening.intro, parts.body.closing, *parts.texts]
        guess = agency_from_text(ordered, head.place)
        if guess is None:
            found.doubt("agency_missing", None, "agency")
            return replace(agency, place=head.place)
        agency = guess
        found.doubt("agency_from_text", None, "agency", name=guess.short_name)
    return replace(agency, place=head.place)


def _missing(plan: Plan, parts: _Parts, found: Findings) -> None:
    if not plan.title:
        found.doubt("title_missing", None, "title")
    if not plan.number:
        found.doubt("number_missing", None, "number")
    if not parts.head.dated and not plan.issued:
        found.doubt("date_missing", None, "issued")
    if not plan.signature.name:
        found.doubt("signer_missing", None, "signature")
    if not plan.sections and not plan.groups:
        found.doubt("nothing_found", None)
    if plan.numbering is not Numbering.LETTER and parts.body.nodes and parts.body.nodes[0].kind not in ("roman", "upper"):
        found.doubt("numbering_changes", parts.body.nodes[0].line.spot, "section:0")


_DAY = re.compile(r"\b(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\b")


def _check_days(plan: Plan, found: Findings) -> None:
    """Days in deadlines that no calendar has ("31/9/2025")."""
    for g, group in enumerate(plan.groups):
        for t, task in enumerate(group.tasks):
            for day in _DAY.finditer(task.deadline):
                try:
                    iso_day(day[3], day[2], day[1])
                except ValueError:
                    path = f"task:{g}.{t}:deadline"
                    found.doubt("deadline_invalid", next(iter(found.origins.get(path, ())), None), path, text=day.group())
