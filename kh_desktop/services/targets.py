"""What a plan promises: its targets, those found in its text and those typed.

In an issued plan value and sentence stay as they were signed; which indicator a target belongs to, its denominator, the level it grows
from and a number given from above follow the work, like the state of a task, and may be set.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.model import COMPARATORS, PlanState, Target
from kh_desktop.domain.numbers import read_number, stored
from kh_desktop.domain.target_finder import FoundTarget, find_targets, ordinal, same_sentence
from kh_desktop.domain.vitext import clean, clean_line
from kh_desktop.services.indicator_book import indicator, indicators
from kh_desktop.services.plans import get_plan
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store import indicators as store
from kh_desktop.store.plans import rows_where
from kh_desktop.store.rows import target_values

_FOLLOWING = frozenset({"indicator", "denominator", "base"})


def targets(s: Session, plan_id: int) -> tuple[Target, ...]:
    """The targets of a plan, in order. UsageError "plan.missing"."""
    _state(s, plan_id)
    return store.targets(s.workspace.conn, plan_id)


def _state(s: Session, plan_id: int) -> PlanState:
    """The state of a plan. UsageError "plan.missing"."""
    rows = rows_where(s.workspace.conn, "plan", "id = ?", (plan_id,), order="id")
    if not rows:
        raise UsageError("plan.missing", id=plan_id)
    return PlanState(rows[0]["state"])


def found_targets(s: Session, plan_id: int) -> tuple[FoundTarget, ...]:
    """What the program finds in the text of a plan and is not among its targets yet. UsageError "plan.missing"."""
    plan = get_plan(s, plan_id)
    found = find_targets(plan, [i for i in indicators(s) if not i.hidden])
    return tuple(f for f in found if not any(_same(f.target, t) for t in plan.targets))


def _same(found: Target, taken: Target) -> bool:
    """Whether a found target was taken before, perhaps with another indicator or wording of its own."""
    if not same_sentence(found.sentence, taken.sentence):
        return False
    if found.anchor and taken.anchor:
        return ordinal(found.anchor) == ordinal(taken.anchor)
    return (found.value, found.growth) == (taken.value, taken.growth)


def take_targets(s: Session, plan_id: int, found: Iterable[FoundTarget]) -> ChangeSet:
    """Makes found targets targets of the plan, one step; also of an issued one, for they only say what it says.

    UsageError plan.missing, indicator.missing.
    """
    given = [f.target for f in found]
    _state(s, plan_id)
    with s.step("target.take", count=len(given)) as doing:
        for target in given:
            store.add_target(doing.uow, plan_id, _checked(target))
    return doing.changes


def add_target(s: Session, plan_id: int, target: Target) -> int:
    """A typed target of a plan; returns its id. In an issued plan only with the sentence it was signed with.

    UsageError plan.missing, plan.frozen, indicator.missing, target.unnamed, target.empty, target.base, field.wrong; KhError
    number.unreadable.
    """
    made = _checked(replace(target, **_typed({key: str(text) for key, text in target_values(target).items()})))
    if not (made.indicator or made.sentence.strip()):
        raise UsageError("target.unnamed")
    if made.indicator:
        indicator(s, made.indicator)
    issued = _state(s, plan_id) is PlanState.ISSUED
    with s.step("target.add", plan_id=0 if issued and made.sentence else plan_id) as doing:
        return store.add_target(doing.uow, plan_id, made)


def update_target(s: Session, target_id: int, **fields: str) -> ChangeSet:
    """Changes fields of a target (all but id). Of an issued plan: indicator, denominator, base, and the value of an "assigned" one.

    UsageError row.gone, field.unknown, target.frozen and as in ``add_target``.
    """
    before = store.target(s.workspace.conn, target_id)
    if before is None:
        raise UsageError("row.gone")
    if unknown := fields.keys() - target_values(before).keys():
        raise UsageError("field.unknown", field=", ".join(sorted(unknown)))
    made = _checked(replace(before, **_typed(fields)))
    if fields.get("indicator"):  # one that came with a plan of another office and is unknown here may stay
        indicator(s, made.indicator)
    changed = {key for key, value in target_values(made).items() if value != target_values(before)[key]}
    plan_id = store.plan_of_target(s.workspace.conn, target_id)
    if _state(s, plan_id) is PlanState.ISSUED:
        following = _FOLLOWING | ({"value"} if before.comparator == "assigned" else set())
        if changed - following:
            raise UsageError("target.frozen")
    with s.step("target.edit") as doing:
        doing.uow.update("target", target_id, target_values(made))
    return doing.changes


def remove_targets(s: Session, target_ids: Iterable[int]) -> ChangeSet:
    """Takes targets off their plans, one step; the text of the plan stays. Also of issued plans: nothing that was signed changes."""
    ids = list(dict.fromkeys(target_ids))
    with s.step("target.remove", count=len(ids)) as doing:
        for target_id in ids:
            doing.uow.remove("target", target_id)
    return doing.changes


def _checked(t: Target) -> Target:
    """``t`` when it makes sense; its fields are in stored form already."""
    if t.comparator not in COMPARATORS:
        raise UsageError("field.wrong", field="comparator", value=t.comparator)
    if t.comparator == "+":
        t = replace(t, value="")
    if not (t.growth if t.comparator == "+" else t.value or t.comparator == "assigned"):
        raise UsageError("target.empty")
    return t


def _typed(fields: Mapping[str, str]) -> dict[str, Any]:
    """Typed fields of a target in stored form. UsageError target.base, number.negative; KhError number.unreadable."""
    forms: dict[str, Callable[[str], str]] = {"value": _number, "ceiling": _number, "growth": _growth, "base": _base, "sentence": clean}
    return {key: forms.get(key, clean_line)(text) for key, text in fields.items()}


def _number(text: str) -> str:
    plain = clean_line(text).removesuffix("%").rstrip()
    if not plain:
        return ""
    value = read_number(plain)
    if value < 0:
        raise UsageError("number.negative", value=plain)
    return stored(value)


def _growth(text: str) -> str:
    """Points a year, or with "%" a share of the level before; it may fall."""
    plain = clean_line(text)
    return stored(read_number(plain.removesuffix("%"))) + ("%" if plain.endswith("%") else "") if plain else ""


def _base(text: str) -> str:
    plain = clean_line(text)
    if not plain:
        return ""
    found = re.fullmatch(r"(\d{4})\s*:\s*(\S+)", plain)
    if not found:
        raise UsageError("target.base", value=plain[:40])
    return f"{found[1]}:{_number(found[2])}"
