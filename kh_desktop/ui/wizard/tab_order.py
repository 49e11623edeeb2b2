"""Which field Tab goes to: through the form as it is read, then "Quay lại", then "Tiếp".

Rows of a form come and go while one works, so the order is found when Tab is pressed instead of being kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

_SAME_ROW = 14
"""Fields whose tops differ by less than this many pixels stand in one row."""


def takes_tab(widget: QWidget, top: QWidget) -> bool:
    """Whether Tab can stop at ``widget``."""
    # Qt takes the Tab stop of a group from the chosen button to whichever had the focus last.
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or widget.hasFocus() or (_grouped(widget) and _is_checked(widget))
    return stops and widget.isEnabled() and widget.isVisibleTo(top) and widget.focusProxy() is None


def _grouped(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive()


def _is_checked(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.isChecked()


def as_read(form: QWidget, top: QWidget) -> list[QWidget]:
    """The fields in ``form`` row by row, each row from left to right."""
    found = [(widget.mapTo(form, QPoint(0, 0)), widget) for widget in form.findChildren(QWidget) if takes_tab(widget, top)]
    rows: list[tuple[int, list[tuple[int, QWidget]]]] = []
    for place, widget in sorted(found, key=lambda each: (each[0].y(), each[0].x())):
        if not rows or place.y() - rows[-1][0] > _SAME_ROW:
            rows.append((place.y(), []))
        rows[-1][1].append((place.x(), widget))
    return [widget for _top, row in rows for _x, widget in sorted(row, key=lambda each: each[0])]


def as_made(form: QWidget, top: QWidget) -> list[QWidget]:
    """The fields in ``form`` in the order they were made in: for panels that keep their own order."""
    found, widget = [], form.nextInFocusChain()
    while widget is not None and widget is not form:
        if form.isAncestorOf(widget) and takes_tab(widget, top):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def neighbour(chain: Sequence[QWidget], current: QWidget | None, forward: bool) -> QWidget | None:
    """The next stop of ``chain`` from ``current`` on, or before it; None at its ends or when the focus is elsewhere."""
    place = next((i for i, widget in enumerate(chain) if widget is current), None)
    if place is None and current is not None:  # in a part of a stop, such as the line of an editable list
        place = next((i for i, widget in enumerate(chain) if widget.isAncestorOf(current)), None)
    if place is None:
        return None
    place += 1 if forward else -1
    while 0 <= place < len(chain) and _left_out(chain[place], current):
        place += 1 if forward else -1
    return chain[place] if 0 <= place < len(chain) else None


def _left_out(widget: QWidget, current: QWidget | None) -> bool:
    """Of buttons that exclude each other Tab stops at one only, the chosen one; arrow keys reach the others."""
    if not isinstance(widget, QAbstractButton) or not _grouped(widget):
        return False
    if isinstance(current, QAbstractButton) and current.group() is widget.group():
        return True
    return widget.group().checkedButton() is not None and not widget.isChecked()
