"""The indicators of the office: those shipped, as the office words them, and its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, cast

from kh_desktop.domain.errors import UsageError
from kh_desktop.domain.form06a import FORMULAS
from kh_desktop.domain.indicators import Indicator
from kh_desktop.domain.vitext import clean_line
from kh_desktop.resources import resource_json
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store import indicators as store
from kh_desktop.store.unit_of_work import Value

_OWN = "rieng_"
_WORDED = ("name", "numerator", "denominator", "unit", "source")


@cache
def shipped() -> Mapping[str, Indicator]:
    """The indicators as they are shipped, by key."""
    data = cast(dict[str, Any], resource_json("indicators.json"))
    return {item["key"]: Indicator(**{**item, "words": tuple(item["words"])}) for item in data["indicators"]}


def indicators(s: Session) -> list[Indicator]:
    """All indicators, hidden ones too: the shipped ones in their order, then the office's own."""
    rows = {row["key"]: row for row in store.indicator_rows(s.workspace.conn)}
    worded = [_worded(i, rows[i.key]) if i.key in rows else i for i in shipped().values()]
    return worded + [_worded(Indicator(key, "", own=True), row) for key, row in rows.items() if key not in shipped()]


def indicator(s: Session, key: str) -> Indicator:
    """One indicator. UsageError "indicator.missing"."""
    found = next((i for i in indicators(s) if i.key == key), None)
    if found is None:
        raise UsageError("indicator.missing", key=key[:60])
    return found


def _worded(base: Indicator, row: Mapping[str, Any]) -> Indicator:
    words = {key: row[key] for key in _WORDED}
    return replace(base, **words, direction=row["direction"], formula=row["formula"], hidden=bool(row["hidden"]))


def save_indicator(s: Session, indicator: Indicator) -> str:
    """Stores how an indicator is worded, or a new one of the office's own (empty key); returns its key.

    UsageError indicator.no_name, indicator.missing, field.wrong.
    """
    words: dict[str, Any] = {key: clean_line(getattr(indicator, key)) for key in _WORDED}
    made = replace(indicator, **words)
    if not made.name:
        raise UsageError("indicator.no_name")
    if made.direction not in ("up", "down"):
        raise UsageError("field.wrong", field="direction", value=made.direction)
    if made.formula and made.formula not in FORMULAS:
        raise UsageError("field.wrong", field="formula", value=made.formula)
    known = {i.key for i in indicators(s)}
    if made.key and made.key not in known:
        raise UsageError("indicator.missing", key=made.key[:60])
    key = made.key or _new_key(known)
    with s.step("indicator.edit" if made.key else "indicator.add", name=made.name) as doing:
        base = shipped().get(key)
        if base is not None and _values(made) == _values(base):
            store.remove_indicator(doing.uow, key)
        else:
            store.write_indicator(doing.uow, key, _values(made))
    return key


def _new_key(known: set[str]) -> str:
    numbers = [int(found[1]) for key in known if (found := re.fullmatch(rf"{_OWN}(\d+)", key))]
    return f"{_OWN}{max(numbers, default=0) + 1}"


def _values(i: Indicator) -> dict[str, Value]:
    words: dict[str, Value] = {key: getattr(i, key) for key in _WORDED}
    return {**words, "direction": i.direction, "formula": i.formula, "hidden": int(i.hidden)}


def hide_indicator(s: Session, key: str, hidden: bool = True) -> ChangeSet:
    """Leaves an indicator out of lists and reports, or shows it again; its figures stay."""
    found = replace(indicator(s, key), hidden=hidden)
    with s.step("indicator.hide" if hidden else "indicator.show", name=found.name) as doing:
        if key in shipped() and _values(found) == _values(shipped()[key]):
            store.remove_indicator(doing.uow, key)
        else:
            store.write_indicator(doing.uow, key, _values(found))
    return doing.changes


def reset_indicator(s: Session, key: str) -> ChangeSet:
    """A shipped indicator is worded as it was shipped again; one of the office's own is removed.

    UsageError indicator.missing; indicator.used for an own one with readings or targets.
    """
    found = indicator(s, key)
    if found.own and store.is_used(s.workspace.conn, key):
        raise UsageError("indicator.used", name=found.name)
    with s.step("indicator.remove" if found.own else "indicator.reset", name=found.name) as doing:
        store.remove_indicator(doing.uow, key)
    return doing.changes
