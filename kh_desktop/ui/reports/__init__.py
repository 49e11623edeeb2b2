"""The page "Báo cáo": a period's figures taken in, form II.06a, the narrative, the files."""

from __future__ import annotations

from kh_desktop.ui.reports.page import ReportsPage

__all__ = ["ReportsPage"]
