"""The page "Chỉ tiêu": the dashboard, the targets of the plan, the figures of the periods, the indicators."""

from kh_desktop.ui.indicators.page import IndicatorsPage

__all__ = ["IndicatorsPage"]
