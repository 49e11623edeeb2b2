"""What the commands of the grid need of the panel they belong to."""

from __future__ import annotations

from typing import Protocol

from kh_desktop.domain.model import Plan
from kh_desktop.ui.grid.block import Changes
from kh_desktop.ui.grid.commands import GridCommands
from kh_desktop.ui.grid.footer import GridFooter
from kh_desktop.ui.grid.model import GridModel
from kh_desktop.ui.grid.rows import GridRow
from kh_desktop.ui.grid.selection import GridSelection
from kh_desktop.ui.grid.units_line import UnitsLine
from kh_desktop.ui.grid.view import GridView


class Host(Protocol):
    """The panel as its commands see it."""

    model: GridModel
    view: GridView
    selection: GridSelection
    commands: GridCommands
    footer: GridFooter
    units_line: UnitsLine

    def begin(self) -> bool:
        """Before a change: store typing; False when nothing may be changed."""

    def done(self) -> None:
        """After a change: show it."""

    def commit(self) -> None:
        """Store typing."""

    def plan(self) -> Plan | None:
        """The plan as shown."""

    def current_row(self) -> GridRow | None:
        """The row the user is at."""

    def carry_out(self, changes: Changes, label: str) -> None:
        """Do changes of cells and new rows as one step."""
