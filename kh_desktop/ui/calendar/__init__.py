"""The page "Lịch": month, quarter, year and list of what is due."""

from kh_desktop.ui.calendar.page import CalendarPage

__all__ = ["CalendarPage"]
