"""The wizard: a plan from its answers, as a page one may leave and come back to at any moment."""

from __future__ import annotations

from kh_desktop.ui.wizard.page import PlanPage

__all__ = ["PlanPage"]
