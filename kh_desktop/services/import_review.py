"""What a person changes in a reading before it goes into the workspace: texts of the result, kept with the place they come from.

A text a person wrote belongs to a place of the source, not to a number in the plan: when a row becomes a group the texts stay where
they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kh_desktop.domain.citations import compose
from kh_desktop.domain.deadlines import read_deadline
from kh_desktop.domain.deadlines.repair import repair
from kh_desktop.domain.model import Agency, BasisForm, LegalBasis, Plan, Section, SignatureBlock, Task, UnitRef
from kh_desktop.domain.plan_json import split_units
from kh_desktop.domain.schedule import plan_period
from kh_desktop.domain.task_rows import is_covered
from kh_desktop.domain.vitext import clean, clean_line
from kh_desktop.importing.blocks import Cancelled, Cell, Notice, Paragraph, Source, Spot, Table
from kh_desktop.importing.reading import Cutoffs, Doubt, Hint, Leftover, Path, Reading

__all__ = [
    "Cancelled", "Cell", "Cutoffs", "Doubt", "Edit", "Hint", "Leftover", "Notice", "Paragraph", "Path", "Reading", "Source", "Spot",
    "Table", "can_write", "edit_of", "mended_deadline", "path_of", "text_at", "with_edits", "with_text",
]  # fmt: skip

_UNIT_FIELDS = ("lead", "coord")
_TASK_FIELDS = ("content", "detail", "lead", "coord", "product", "deadline", "note")
_PLAIN = ("title", "intro", "closing", "appendix_title")
_SINGLE = (*_PLAIN, "agency", "superior", "number", "place", "issued", "year", "recipients", "signature")
_AGENCY = re.compile(r"^(?:ubnd|[uủ][yỷ] ban nhân dân)?\s*(?P<level>xã|phường|đặc khu|thị trấn)\s+(?P<name>\S.*)$", re.IGNORECASE)
_OPENING = re.compile(r"^(?P<word>căn cứ|thực hiện)\s+(?P<rest>\S.*)$", re.IGNORECASE | re.DOTALL)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Edit:
    """The text a person wrote at ``path``. ``spot`` is the place of the source it belongs to, None for a field the source has not."""

    path: Path
    spot: Spot | None
    text: str


def can_write(path: Path) -> bool:
    """Whether the text at ``path`` can be written over."""
    kind, _, rest = path.partition(":")
    return path in _SINGLE or kind in ("basis", "section", "group") or (kind == "task" and rest.partition(":")[2] in _TASK_FIELDS)


def edit_of(reading: Reading, path: Path, text: str) -> Edit:
    """The edit that writes ``text`` at ``path`` of a reading as it is now."""
    return Edit(path, next(_spots(reading, path), None), text)


def path_of(reading: Reading, edit: Edit) -> Path:
    """Where an edit belongs in another reading of the same source; "" when its place is no longer such a field."""
    if edit.spot is None or edit.path in _SINGLE:
        return edit.path if edit.path in _SINGLE else ""
    if edit.spot in _spots(reading, edit.path):
        return edit.path
    kind = edit.path.partition(":")[0]
    tail = _tail(edit.path)
    for path, spots in reading.origins.items():
        if path.partition(":")[0] == kind and edit.spot in spots:
            found = f"{_head(path)}{tail}"
            if path == found or _tail(path) == "" or kind == "task":
                return found
    return ""


def _spots(reading: Reading, path: Path) -> Iterator[Spot]:
    """The places of a field, then those of what it is a part of."""
    for name in (path, _head(path), f"{_head(path)}:content", f"{_head(path)}:text"):
        yield from reading.origins.get(name, ())


def _head(path: Path) -> Path:
    """ "task:0.3" of "task:0.3:deadline"."""
    return ":".join(path.split(":")[:2])


def _tail(path: Path) -> str:
    return "".join(f":{part}" for part in path.split(":")[2:])


def text_at(plan: Plan, path: Path) -> str:
    """The text of a field as a person edits it: units one a line separated by "; ", a signature by lines, days ISO."""
    kind, _, rest = path.partition(":")
    place, _, part = rest.partition(":")
    match kind:
        case "task":
            group, row = map(int, place.split("."))
            return _task_text(plan.groups[group].tasks[row], part)
        case "group":
            return plan.groups[int(place)].title
        case "section":
            section = _section_at(plan.sections, tuple(map(int, place.split("."))))
            return section.text if part == "text" else section.heading
        case "basis":
            return compose(plan.bases[int(place)])
        case _:
            return _single_text(plan, path)


def _task_text(task: Task, part: str) -> str:
    if part in _UNIT_FIELDS:
        return "; ".join(ref.label for ref in getattr(task, part))
    return str(getattr(task, part)) if part in _TASK_FIELDS else ""


def _single_text(plan: Plan, path: Path) -> str:
    sign = plan.signature
    match path:
        case "agency":
            return plan.agency.short_name if plan.agency.name else ""
        case "superior" | "place":
            return str(getattr(plan.agency, path))
        case "number":
            return plan.full_number
        case "year":
            return str(plan.year or "")
        case "recipients":
            return "\n".join(plan.recipients)
        case "signature":
            return "\n".join(filter(None, (*sign.authority, sign.position, sign.name)))
        case _:
            return str(getattr(plan, path)) if path in (*_PLAIN, "issued") else ""


def _section_at(sections: tuple[Section, ...], place: tuple[int, ...]) -> Section:
    section = sections[place[0]]
    return _section_at(section.children, place[1:]) if place[1:] else section


def with_text(plan: Plan, path: Path, text: str) -> Plan:
    """The plan with another text at ``path``; what makes no sense there (a year of letters, no ISO day) changes nothing."""
    kind, _, rest = path.partition(":")
    place, _, part = rest.partition(":")
    match kind:
        case "task":
            group, row = map(int, place.split("."))
            old = plan.groups[group]
            changed = replace(old, tasks=_tasks_with(old.tasks, row, part, text))
            return replace(plan, groups=(*plan.groups[:group], changed, *plan.groups[group + 1 :]))
        case "group":
            at = int(place)
            renamed = replace(plan.groups[at], title=clean_line(text))
            return replace(plan, groups=(*plan.groups[:at], renamed, *plan.groups[at + 1 :]))
        case "section":
            numbers = tuple(map(int, place.split(".")))
            return replace(plan, sections=_sections_with(plan.sections, numbers, part, text))
        case "basis":
            at = int(place)
            return replace(plan, bases=(*plan.bases[:at], _basis_with(plan.bases[at], text), *plan.bases[at + 1 :]))
        case _:
            return _single_with(plan, path, text)


def _tasks_with(tasks: tuple[Task, ...], row: int, part: str, text: str) -> tuple[Task, ...]:
    """The rows with another text in one cell; a cell over several rows changes in all of them."""
    first, end = row, row + 1
    while is_covered(tasks, first, part):
        first -= 1
    while end < len(tasks) and is_covered(tasks, end, part):
        end += 1
    return (*tasks[:first], *(_task_with(task, part, text) for task in tasks[first:end]), *tasks[end:])


def _task_with(task: Task, part: str, text: str) -> Task:
    match part:
        case "lead":
            return replace(task, lead=_units(text))
        case "coord":
            return replace(task, coord=_units(text))
        case "content":
            return replace(task, content=clean(text))
        case "detail":
            return replace(task, detail=clean(text))
        case "product":
            return replace(task, product=clean(text))
        case "deadline":
            return replace(task, deadline=clean(text))
        case "note":
            return replace(task, note=clean(text))
        case _:
            return task


def _units(text: str) -> tuple[UnitRef, ...]:
    return tuple(UnitRef(name) for name in split_units(text))


def _sections_with(sections: tuple[Section, ...], place: tuple[int, ...], part: str, text: str) -> tuple[Section, ...]:
    at, below = place[0], place[1:]
    old = sections[at]
    if below:
        new = replace(old, children=_sections_with(old.children, below, part, text))
    else:
        new = replace(old, text=clean(text)) if part == "text" else replace(old, heading=clean_line(text))
    return (*sections[:at], new, *sections[at + 1 :])


def _basis_with(basis: LegalBasis, text: str) -> LegalBasis:
    """The citation in a person's own words, behind the word it opens with."""
    words = clean_line(text)
    found = _OPENING.match(words)
    form = basis.form
    if found:
        form = BasisForm.THUC_HIEN if found["word"].casefold() == "thực hiện" else BasisForm.CAN_CU
        words = found["rest"]
    return replace(basis, form=form, text=words.rstrip(" ;"))


def _single_with(plan: Plan, path: Path, text: str) -> Plan:
    line = clean_line(text)
    match path:
        case "title":
            return replace(plan, title=line)
        case "appendix_title":
            return replace(plan, appendix_title=line)
        case "intro":
            return replace(plan, intro=clean(text))
        case "closing":
            return replace(plan, closing=clean(text))
        case "number":
            head, slash, tail = line.partition("/")
            return replace(plan, number=head.strip(), code=(tail.strip() if slash else "") or plan.code)
        case "issued":
            return replace(plan, issued=line) if not line or _ISO.fullmatch(line) else plan
        case "year":
            return _with_year(plan, line)
        case "recipients":
            return replace(plan, recipients=tuple(filter(None, map(clean_line, text.split("\n")))))
        case "signature":
            return replace(plan, signature=_signature(text))
        case "superior":
            return replace(plan, agency=replace(plan.agency, superior=line))
        case "place":
            return replace(plan, agency=replace(plan.agency, place=line))
        case "agency":
            return replace(plan, agency=_agency(plan.agency, line))
        case _:
            return plan


def _with_year(plan: Plan, text: str) -> Plan:
    if not re.fullmatch(r"(?:19|20)\d\d", text):
        return plan
    old, year = plan.year, int(text)
    start, end = (day.replace(f"{old}-", f"{year}-", 1) if old and day.startswith(f"{old}-") else day for day in
                  (plan.period_start, plan.period_end))  # fmt: skip
    return replace(plan, year=year, period_start=start, period_end=end)


def _agency(agency: Agency, text: str) -> Agency:
    """ "UBND xã Tân Bình", "xã Tân Bình" or only the name; a letterhead of its own no longer fits another name."""
    found = _AGENCY.match(text)
    level, name = (found["level"].lower(), found["name"]) if found else (agency.level, text)
    return replace(agency, level=level, name=name, letterhead="" if name != agency.name else agency.letterhead)


def _signature(text: str) -> SignatureBlock:
    """The last line is the name, the one above it the position; a single line is the name."""
    lines = list(filter(None, map(clean_line, text.split("\n"))))
    name = lines.pop() if lines else ""
    position = lines.pop() if lines else ""
    return SignatureBlock(tuple(lines), position, name)


def with_edits(reading: Reading, edits: Sequence[Edit]) -> Reading:
    """The reading with what a person wrote; a doubt about a field somebody wrote is over, unless its day still does not exist."""
    plan, written = reading.plan, set[Path]()
    for edit in edits:
        path = path_of(reading, edit)
        if path:
            plan = with_text(plan, path, edit.text)
            written.add(path)
    doubts = tuple(d for d in reading.doubts if d.path not in written or _still(plan, d))
    return replace(reading, plan=plan, doubts=doubts)


def _still(plan: Plan, doubt: Doubt) -> bool:
    text = text_at(plan, doubt.path)
    if doubt.code == "deadline_invalid":
        return read_deadline(text, year=plan.year, period=plan_period(plan)).kind == "invalid"
    return not text


def mended_deadline(plan: Plan, path: Path) -> str:
    """A deadline with the nearest real day in the place of one that does not exist; "" when nothing can be proposed."""
    read = read_deadline(text_at(plan, path), year=plan.year, period=plan_period(plan))
    mended = repair(read, year=plan.year, period=plan_period(plan))
    return mended.phrase if mended else ""

