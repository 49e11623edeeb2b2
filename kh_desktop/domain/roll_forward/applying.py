"""The new plan by the changes a person took, and what of the old year still stands in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kh_desktop.domain.citations import compose_joined
from kh_desktop.domain.model import Agency, LegalBasis, Plan, PlanState, Target, Task, UnitRef
from kh_desktop.domain.plan_texts import rewritten
from kh_desktop.domain.roll_forward.model import Change
from kh_desktop.domain.roll_forward.tasks import fresh, gone_rows, without
from kh_desktop.domain.roll_forward.years import moved_period
from kh_desktop.domain.vitext import clean, clean_line, fold
from kh_desktop.domain.year_words import YearSpot, programmes_in, years_in

_IN_TEXT = ("year", "deadline", "citation", "unit")


@dataclass(frozen=True, slots=True)
class Left:
    """A place of the new plan where the old year or an earlier one stands: ``text`` is the whole text there, the year from ``start`` to
    ``end``. ``why``: "basis", a role of ``year_words`` ("citation", "law", "standard", "programme", "goal"), "before" (the year before the
    plan, moved on), "unticked" (the change with ``key`` was not taken) or "kept" (nothing was proposed)."""

    where: str
    text: str
    start: int
    end: int
    year: int
    why: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A changed stretch of a new text: from ``start`` to ``end`` stands what the change with ``key`` put, or would have changed."""

    start: int
    end: int
    key: str
    taken: bool


def text_after(text: str, changes: Sequence[Change], taken: Collection[str], edits: Mapping[str, str]) -> tuple[str, list[Piece]]:
    """``text`` with the taken ones of its ``changes`` made, and where each of them stands now."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at = length = 0
    for change in sorted(changes, key=lambda c: c.start):
        new = edits.get(change.key, change.new) if change.key in taken else change.old
        parts += [text[at : change.start], new]
        begin = length + change.start - at
        length = begin + len(new)
        at = change.end
        pieces.append(Piece(begin, length, change.key, change.key in taken))
    parts.append(text[at:])
    return "".join(parts), pieces


def by_place(changes: Sequence[Change]) -> dict[str, list[Change]]:
    """The changes that stand in texts, by place."""
    found: dict[str, list[Change]] = {}
    for change in changes:
        if change.kind in _IN_TEXT:
            found.setdefault(change.where, []).append(change)
    return found


def plan_after(
    plan: Plan, to_year: int, changes: Sequence[Change], taken: Collection[str], edits: Mapping[str, str], agency: Agency
) -> Plan:
    """The new plan: the taken changes made, number, date and progress emptied."""
    places = by_place(changes)
    mine = {c.where: c for c in changes if c.key in taken and c.kind not in _IN_TEXT}

    def rewrite(place: str, text: str) -> str:
        if place not in places:
            return text
        new = text_after(text, places[place], taken, edits)[0]
        return new if new == text else clean(new)

    start, end = moved_period(plan, to_year)
    if "period" in mine:
        start, end = f"{to_year}-01-01", f"{to_year}-12-31"
    new = _with_tasks(rewritten(plan, rewrite), plan, mine, edits)
    return replace(
        new,
        id=0,
        year=to_year,
        period_start=start,
        period_end=end,
        number="",
        issued="",
        state=PlanState.DRAFT,
        version=1,
        previous_id=0,
        agency=agency if "agency" in mine else plan.agency,
        bases=tuple(_bases(plan.bases, mine, edits)),
        targets=tuple(_targets(plan, mine, places, taken, edits)),
        recipients=_once(new.recipients, plan.recipients),
    )


def _once(new: Sequence[str], old: Sequence[str]) -> tuple[str, ...]:
    """Recipients without those left empty, and without those that became what another one is."""
    found: list[str] = []
    for text, before in zip(new, old, strict=True):
        if text == before or (text and fold(text) not in map(fold, found)):
            found.append(text)
    return tuple(found)


def _with_tasks(new: Plan, old: Plan, mine: Mapping[str, Change], edits: Mapping[str, str]) -> Plan:
    chosen = {where: edits.get(c.key, c.new) for where, c in mine.items() if c.kind == "task"}
    gone = gone_rows(old, [where for where, note in chosen.items() if not note])
    groups = []
    for g, (group, before) in enumerate(zip(new.groups, old.groups, strict=True)):
        tasks = tuple(
            _units_once(fresh(task, clean_line(chosen.get(f"task:{g}.{t}", ""))), was)
            for t, (task, was) in enumerate(zip(group.tasks, before.tasks, strict=True))
        )
        kept = without(replace(group, tasks=tasks), {t for at, t in gone if at == g})
        if kept.tasks or not group.tasks:
            groups.append(kept)
    return replace(new, groups=tuple(groups))


def _units_once(task: Task, before: Task) -> Task:
    """Two old units that are one now are named once."""
    if task.lead == before.lead and task.coord == before.coord:
        return task
    lead = _refs_once(task.lead)
    coord = tuple(ref for ref in _refs_once(task.coord) if fold(ref.label) not in {fold(r.label) for r in lead} or ref in before.coord)
    return replace(task, lead=lead, coord=coord)


def _refs_once(refs: Sequence[UnitRef]) -> tuple[UnitRef, ...]:
    found: dict[str, UnitRef] = {}
    for ref in refs:
        found.setdefault(fold(ref.label), ref)
    return tuple(found.values())


def _bases(bases: Sequence[LegalBasis], mine: Mapping[str, Change], edits: Mapping[str, str]) -> Iterator[LegalBasis]:
    """The bases of the new plan. What takes the place of several stands once; what was chained to one left out stands by itself."""
    untouched = {_name(b) for i, b in enumerate(bases) if f"basis:{i}" not in mine} - {""}
    put: set[str] = set()
    broken = False
    for index, basis in enumerate(bases):
        change = mine.get(f"basis:{index}")
        new = basis if change is None else _basis_after(basis, change, edits.get(change.key, change.new))
        name = "" if new is None or change is None else _name(new)
        if new is None or name in put or name in untouched:
            broken = broken or not basis.joined
            continue
        put |= {name} - {""}
        yield replace(new, joined=False) if broken and new.joined else new
        broken = False


def _name(basis: LegalBasis) -> str:
    return basis.catalogue_id or ("" if "…" in basis.number else basis.number)


def _basis_after(basis: LegalBasis, change: Change, text: str) -> LegalBasis | None:
    if not clean_line(text):
        return None
    made = next((b for b in change.successors if compose_joined(b) == text), None)
    return made or LegalBasis(form=basis.form, text=clean(text), joined=basis.joined)


def _targets(
    plan: Plan, mine: Mapping[str, Change], places: Mapping[str, Sequence[Change]], taken: Collection[str], edits: Mapping[str, str]
) -> Iterator[Target]:
    for index, target in enumerate(plan.targets):
        change = mine.get(f"target:{index}")
        value = target.value if change is None else clean_line(edits.get(change.key, change.new))
        yield replace(target, id=0, value=value, sentence=_sentence(target.sentence, plan, places, taken, edits))


def _sentence(
    sentence: str, plan: Plan, places: Mapping[str, Sequence[Change]], taken: Collection[str], edits: Mapping[str, str]
) -> str:
    """The sentence a target came from, changed as it is in its text."""
    found: list[str] = []

    def look(place: str, text: str) -> str:
        at = text.find(sentence) if sentence and not found and place in places else -1
        if at >= 0:
            inside = [replace(c, start=c.start - at) for c in places[place] if at <= c.start and c.end <= at + len(sentence)]
            found.append(text_after(sentence, inside, taken, edits)[0])
        return text

    rewritten(plan, look)
    return found[0] if found else sentence


def left_in(plan: Plan, to_year: int, changes: Sequence[Change], taken: Collection[str], edits: Mapping[str, str]) -> Iterator[Left]:
    """Every place of the new plan where the old year or an earlier one stands, in the order of printing."""
    places = by_place(changes)
    chosen = [c.where for c in changes if c.kind == "task" and c.key in taken and not edits.get(c.key, c.new)]
    gone = {f"task:{g}.{t}" for g, t in gone_rows(plan, chosen)}
    found: list[Left] = []

    def look(place: str, text: str) -> str:
        if place.partition(":")[0] != "task" or ":".join(place.split(":")[:2]) not in gone:
            found.extend(_left(place, *text_after(text, places.get(place, ()), taken, edits), to_year))
        return text

    bases = {c.where: c for c in changes if c.kind == "basis"}
    rewritten(plan, look)
    yield from (x for x in found if x.where == "title")
    yield from _left_bases(plan, bases, taken, to_year)
    yield from (x for x in found if x.where != "title")


def _left(place: str, text: str, pieces: Sequence[Piece], to_year: int) -> Iterator[Left]:
    for spot in years_in(text):
        if not spot.years or max(spot.years) >= to_year:
            continue
        if spot.role == "citation":
            yield from _programmes(place, text, spot, to_year)
        year, at = max(zip(spot.years, spot.at, strict=True))
        piece = next((p for p in pieces if p.start <= at < p.end), None)
        why: str = spot.role if spot.role in ("citation", "law", "standard", "programme", "goal") else "kept"
        if piece is not None:
            why = "before" if piece.taken else "unticked"
        yield Left(place, text, at, at + (4 if text[at : at + 4].isdigit() else 2), year, why, piece.key if piece else "")


def _programmes(place: str, text: str, cited: YearSpot, to_year: int) -> Iterator[Left]:
    """Programmes that are over in the name of a cited document: what it carried out has ended."""
    for spot in programmes_in(text[cited.start : cited.end]):
        if max(spot.years) < to_year:
            at = cited.start + spot.at[-1]
            yield Left(place, text, at, at + 4, spot.years[-1], "programme")


def _left_bases(plan: Plan, changes: Mapping[str, Change], taken: Collection[str], to_year: int) -> Iterator[Left]:
    for index, basis in enumerate(plan.bases):
        change = changes.get(f"basis:{index}")
        if change is not None and change.key in taken:
            continue  # what a person has just chosen
        text = compose_joined(basis)
        spot = next((s for s in years_in(text) if s.years and max(s.years) < to_year), None)
        if spot is not None:
            last = max(zip(spot.years, spot.at, strict=True))
            why = "unticked" if change is not None else "basis"
            yield Left(f"basis:{index}", text, last[1], last[1] + 4, last[0], why, change.key if change else "")
