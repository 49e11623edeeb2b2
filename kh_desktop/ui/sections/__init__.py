"""Editing the sections (mục) of a plan."""

from kh_desktop.ui.sections.editor import SectionEditor

__all__ = ["SectionEditor"]
