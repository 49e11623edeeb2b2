"""The sample workspace: a made-up commune with a full plan, for trying the program out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kh_desktop.resources import resource_json
from kh_desktop.services.figures import set_line
from kh_desktop.services.form_lines import set_form_line
from kh_desktop.services.office import office_from_json, save_office
from kh_desktop.services.plan_file import plan_from_json
from kh_desktop.services.plans import new_plan_from
from kh_desktop.services.readings import set_reading
from kh_desktop.services.session import Session
from kh_desktop.services.targets import found_targets, take_targets

# Who typed the figures of the sample.
WHO = "Cán bộ mẫu"


def make_sample(s: Session, *, figures: bool = True) -> int:
    """Fills an empty workspace with the sample office and plan and, with ``figures``, the plan's targets and the figures of three
    quarters: one undo step; returns the plan's id."""
    with s.step("sample"):
        save_office(s, office_from_json(resource_json("sample", "office.json")))
        plan_id = new_plan_from(s, plan_from_json(resource_json("sample", "plan.json")))
        if figures:
            take_targets(s, plan_id, [found for found in found_targets(s, plan_id) if found.sure])
            shipped: Any = resource_json("sample", "figures.json")
            for period, parts in shipped.items():
                _figures(s, period, parts)
        return plan_id


def _figures(s: Session, period: str, parts: Mapping[str, Any]) -> None:
    for line in parts["lines"]:
        set_line(s, period, line["field"], who=WHO, **line["counts"])
    for reading in parts["readings"]:
        set_reading(s, reading["indicator"], period, numerator=reading["numerator"], denominator=reading["denominator"], who=WHO)
    for line in parts.get("pakn", ()):
        set_form_line(s, period, "pakn", line["label"], **line["counts"])
