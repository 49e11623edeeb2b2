"""The controls of the window. Text fields are built only here, because only these are safe for Vietnamese typing.

What people type in is loaded when a page first asks for it: the window opens on a page without fields.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from kh_desktop.ui.widgets.banner import Banner
from kh_desktop.ui.widgets.buttons import NextStepButton, danger_button, icon_button, plain_button, primary_button, quiet_button
from kh_desktop.ui.widgets.cards import choice_card
from kh_desktop.ui.widgets.date_text import iso_from_text, text_from_iso
from kh_desktop.ui.widgets.due_line import DueLine, ElidedButton, ElidedLabel
from kh_desktop.ui.widgets.focus import paint_focus
from kh_desktop.ui.widgets.layout import card, clear_layout, heading, icon_label, muted, rule, scroll_page, text_label
from kh_desktop.ui.widgets.said_line import SaidLine
from kh_desktop.ui.widgets.states import EmptyState, StateStepper, Step

if TYPE_CHECKING:
    from kh_desktop.ui.widgets.choice import ComboBox
    from kh_desktop.ui.widgets.completer import PopupCompleter
    from kh_desktop.ui.widgets.dates import DateField, date_problem, not_before
    from kh_desktop.ui.widgets.fields import LineEdit, TextEdit
    from kh_desktop.ui.widgets.form import Field, FormTable
    from kh_desktop.ui.widgets.notes import NoteLine
    from kh_desktop.ui.widgets.reader import TextReader
    from kh_desktop.ui.widgets.rows import EditRows, RowColumn
    from kh_desktop.ui.widgets.search import SearchField
    from kh_desktop.ui.widgets.years import YearField, year_problem

__all__ = [
    "Banner",
    "ComboBox",
    "DateField",
    "DueLine",
    "EditRows",
    "ElidedButton",
    "ElidedLabel",
    "EmptyState",
    "Field",
    "FormTable",
    "LineEdit",
    "NextStepButton",
    "NoteLine",
    "PopupCompleter",
    "RowColumn",
    "SaidLine",
    "SearchField",
    "StateStepper",
    "Step",
    "TextEdit",
    "TextReader",
    "YearField",
    "card",
    "choice_card",
    "clear_layout",
    "danger_button",
    "date_problem",
    "heading",
    "icon_button",
    "icon_label",
    "iso_from_text",
    "muted",
    "not_before",
    "paint_focus",
    "plain_button",
    "primary_button",
    "quiet_button",
    "rule",
    "scroll_page",
    "text_from_iso",
    "text_label",
    "year_problem",
]

# The modules loaded when one of these names is first used (PEP 562).
_LATER = {
    "ComboBox": "choice",
    "PopupCompleter": "completer",
    "DateField": "dates",
    "date_problem": "dates",
    "not_before": "dates",
    "LineEdit": "fields",
    "TextEdit": "fields",
    "Field": "form",
    "FormTable": "form",
    "NoteLine": "notes",
    "TextReader": "reader",
    "EditRows": "rows",
    "RowColumn": "rows",
    "SearchField": "search",
    "YearField": "years",
    "year_problem": "years",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = found
    return found
