"""The appendix grid."""

from kh_desktop.ui.grid.page import AppendixPage
from kh_desktop.ui.grid.panel import GridPanel

__all__ = ["AppendixPage", "GridPanel"]
