"""Charts painted by us: what is drawn on the screen is drawn as lines on paper. Each has a reading in words and a table."""

from kh_desktop.ui.widgets.charts.bullet import Bullet, paint_bullet
from kh_desktop.ui.widgets.charts.chart_list import ChartList, ChartRow
from kh_desktop.ui.widgets.charts.marks import paint_mark
from kh_desktop.ui.widgets.charts.months import MonthBar, MonthStrip, paint_months
from kh_desktop.ui.widgets.charts.palette import ChartPalette, paper_palette, screen_palette
from kh_desktop.ui.widgets.charts.spark import Spark, paint_spark
from kh_desktop.ui.widgets.charts.states import StateBar, paint_legend, paint_states
from kh_desktop.ui.widgets.charts.twin import Cells, TwinTable

__all__ = [
    "Bullet", "Cells", "ChartList", "ChartPalette", "ChartRow", "MonthBar", "MonthStrip", "Spark", "StateBar", "TwinTable",
    "paint_bullet", "paint_legend", "paint_mark", "paint_months", "paint_spark", "paint_states", "paper_palette", "screen_palette",
]  # fmt: skip
