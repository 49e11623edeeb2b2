"""The sample workspace: a made-up commune with a full plan, for trying the program out."""

from __future__ import annotations

from kh_desktop.resources import resource_json
from kh_desktop.services.office import office_from_json, save_office
from kh_desktop.services.plan_file import plan_from_json
from kh_desktop.services.plans import new_plan_from
from kh_desktop.services.session import Session

SAMPLE_NAME = "Dữ liệu mẫu"


def make_sample(s: Session) -> int:
    """Fills an empty workspace with the sample office and plan: one undo step; returns the plan's id."""
    with s.step("sample"):
        save_office(s, office_from_json(resource_json("sample", "office.json")))
        return new_plan_from(s, plan_from_json(resource_json("sample", "plan.json")))
