"""Everything that is proposed for the plan of another year, and the plan that comes of what is taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from kh_desktop.domain.catalogue import LegalDocument
from kh_desktop.domain.deadlines.words import day_text
from kh_desktop.domain.model import Agency, Plan, Target
from kh_desktop.domain.plan_texts import texts_of
from kh_desktop.domain.renaming import Rename, renames_in
from kh_desktop.domain.roll_forward.applying import Left, left_in, plan_after
from kh_desktop.domain.roll_forward.bases import basis_changes, citation_changes
from kh_desktop.domain.roll_forward.model import Change, Span, key_of
from kh_desktop.domain.roll_forward.tasks import task_changes
from kh_desktop.domain.roll_forward.years import moved_period, year_changes
from kh_desktop.domain.year_words import years_in


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known outside the plan: names others took the place of, the legal catalogue, the office as it is now (None: as in the plan),
    why a day (ISO) is not worked ("" for a working day), the note an unfinished task is carried over with; ``read_in``: the plan came in
    from a file when it was issued already."""

    renames: tuple[Rename, ...] = ()
    documents: tuple[LegalDocument, ...] = ()
    agency: Agency | None = None
    day_off: Callable[[str], str] = field(default=lambda day: "")
    carried: str = "…"
    read_in: bool = False


@dataclass(frozen=True, slots=True)
class RollForward:
    """The changes proposed for ``plan`` to become one of ``year``, in the order of printing within each group."""

    plan: Plan
    year: int
    changes: tuple[Change, ...]
    agency: Agency

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of the changes that are taken unless a person says no."""
        return frozenset(c.key for c in self.changes if c.ticked)

    def after(self, ticked: Collection[str] | None = None, edits: Mapping[str, str] | None = None) -> Plan:
        """The new plan with the changes of these keys made (None: the ones ticked); ``edits``: by key, the text instead of ``new``."""
        return plan_after(self.plan, self.year, self.changes, self.ticked if ticked is None else ticked, edits or {}, self.agency)

    def left(self, ticked: Collection[str] | None = None, edits: Mapping[str, str] | None = None) -> tuple[Left, ...]:
        """Where the old year or an earlier one still stands in that plan."""
        return tuple(left_in(self.plan, self.year, self.changes, self.ticked if ticked is None else ticked, edits or {}))


def propose(plan: Plan, to_year: int, around: Circumstances | None = None) -> RollForward:
    """What changes when ``plan`` becomes the plan of ``to_year``. Never fails; nothing is proposed where nothing need change."""
    around = around or Circumstances()
    year = plan.year or to_year - 1
    partial = _is_partial(plan, year)
    span = Span(year, to_year, partial, plan.period_start if partial else "", around.day_off)
    agency = around.agency or plan.agency
    texts = texts_of(plan)
    found = [*_period(plan, span), *_agency(plan, agency), *basis_changes(plan.bases, around.documents, span, around.renames)]
    for place, text in texts.items():
        found += in_text(place, text, around, span)
    found += [*_targets(plan.targets, span), *task_changes(plan, span, around.carried, read_in=around.read_in)]
    return RollForward(plan, to_year, tuple(found), agency)


def in_text(place: str, text: str, around: Circumstances, span: Span) -> list[Change]:
    """The changes of one text, in order, none overlapping."""
    found = [*year_changes(place, text, span), *citation_changes(place, text, around.documents, span)]
    found += _names(place, text, around.renames, found)
    return sorted(found, key=lambda c: c.start)


def _names(place: str, text: str, renames: Sequence[Rename], others: Sequence[Change]) -> Iterator[Change]:
    """Old names, but not in the name of a document or a law: those are called what they were called."""
    is_label = place.rpartition(":")[2].startswith(("lead.", "coord."))
    hits = list(renames_in(text, renames, is_label=is_label))
    if not hits:
        return
    kept = [(s.start, s.end) for s in years_in(text) if s.role in ("citation", "law")] + [(c.start, c.end) for c in others]
    for hit in hits:
        if any(hit.start < end and start < hit.end for start, end in kept):
            continue
        old = text[hit.start : hit.end]
        if old != hit.new:
            reason = "roll.name" if hit.by.why else "roll.unit_book"
            yield Change(
                key_of("unit", place, hit.start), "unit", place, hit.start, old, hit.new, hit.by.sure, reason, {"why": hit.by.why}
            )


def _is_partial(plan: Plan, year: int) -> bool:
    return bool(plan.period_start and plan.period_end) and (plan.period_start, plan.period_end) != (f"{year}-01-01", f"{year}-12-31")


def _period(plan: Plan, span: Span) -> Iterator[Change]:
    if not span.partial or not span.by:
        return
    start, end = moved_period(plan, span.to)
    whole = f"{day_text(f'{span.to}-01-01')} – {day_text(f'{span.to}-12-31')}"
    old = f"{day_text(plan.period_start)} – {day_text(plan.period_end)}"
    same = f"{day_text(start)} – {day_text(end)}"
    yield Change(key_of("period", "period"), "period", "period", 0, old, whole, True, "roll.period", {"same": same})


def _agency(plan: Plan, agency: Agency) -> Iterator[Change]:
    if not agency.name or agency == plan.agency or not plan.agency.name:
        return
    old, new = (f"{a.short_name}, cấp trên: {a.superior}" if a.superior else a.short_name for a in (plan.agency, agency))
    if old == new:
        return
    yield Change(key_of("agency", "agency"), "agency", "agency", 0, old, new, True, "roll.agency")


def _targets(targets: Sequence[Target], span: Span) -> Iterator[Change]:
    """Levels that grow each year ("tăng 20% mỗi năm"), raised by as many years, at most to their ceiling."""
    for index, target in enumerate(targets):
        raised = raised_value(target, span.by)
        if raised and raised != target.value:
            where = f"target:{index}"
            params = {"growth": target.growth, "ceiling": target.ceiling}
            yield Change(key_of("target", where), "target", where, 0, target.value, raised, True, "roll.target", params)


def raised_value(target: Target, years: int) -> str:
    """The level of a growing target so many years on, as a decimal text; "" when it has no level or does not grow."""
    try:
        value, percent = Decimal(target.value), target.growth.endswith("%")
        growth = Decimal(target.growth.rstrip("%"))
        ceiling = Decimal(target.ceiling) if target.ceiling else None
    except InvalidOperation:
        return ""
    if target.comparator != "+" or years <= 0:
        return ""
    for _ in range(years):
        value += value * growth / 100 if percent else growth
    if ceiling is not None:
        value = min(value, ceiling) if growth >= 0 else max(value, ceiling)
    text = f"{value.quantize(Decimal('0.01')):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
