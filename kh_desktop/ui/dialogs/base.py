"""The frame of the dialogs of this folder; pages of features take it from ``kh_desktop.ui.sheets``."""

from kh_desktop.ui.sheets import Sheet, ask, ask_sheet

__all__ = ["Sheet", "ask", "ask_sheet"]
