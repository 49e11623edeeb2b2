"""The A4 page of a plan as it will be printed: live preview and printing."""

from __future__ import annotations

from kh_desktop.ui.preview.pane import PreviewPane
from kh_desktop.ui.preview.printing import print_plan, show_pages

__all__ = ["PreviewPane", "print_plan", "show_pages"]
