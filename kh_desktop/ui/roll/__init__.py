"""Lập kế hoạch năm sau: the changes proposed for the plan of the next year, to be ticked and edited before the draft is made."""

from kh_desktop.ui.roll.dialog import RollDialog

__all__ = ["RollDialog"]
