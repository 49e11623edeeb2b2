"""Mở kế hoạch có sẵn: a plan of another program is read, looked at beside its source, and put into the workspace."""

from kh_desktop.ui.importing.page import ImportPage

__all__ = ["ImportPage"]
