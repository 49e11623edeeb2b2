"""Units of the selected cells that the unit book does not have are offered to be added to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QMenu

from kh_desktop.services.session import Session
from kh_desktop.services.unit_book import add_unit, add_units
from kh_desktop.ui.grid.host import Host
from kh_desktop.ui.grid.rows import UNIT_FIELDS
from kh_desktop.ui.i18n import tr

_MOST = 6


def unknown_units(host: Host) -> list[str]:
    """Units of the selected cells that are not in the unit book, each once."""
    found: dict[str, None] = {}
    for row, key in host.selection.cells():
        if key in UNIT_FIELDS and row.kind == "task":
            unknown = set(row.texts.get("unknown", "").split("\n"))
            found.update({unit: None for unit in row.texts.get(key, "").split("\n") if unit and unit in unknown})
    return list(found)


def add_entries(menu: QMenu, session: Session, host: Host) -> None:
    """An entry for each of these units at the top of ``menu``."""
    if host.model.read_only:
        return
    for name in unknown_units(host)[:_MOST]:
        shown = name if len(name) <= 40 else name[:38] + "…"
        action = menu.addAction(tr("Thêm “{unit}” vào danh sách đơn vị", unit=shown.replace("&", "&&")))
        action.triggered.connect(lambda _checked=False, unit=name: take_in(session, host, unit))


def take_in_all(session: Session, host: Host, names: Sequence[str]) -> None:
    """Add several units to the unit book and link the tasks that name them."""
    plan = host.plan()
    if plan is not None and host.begin() and host.commands.attempt(lambda: add_units(session, names, plan.id)):
        host.done()
        host.footer.say(tr("Đã thêm {count} đơn vị vào danh sách.", count=len(names)), undo=True)


def take_in(session: Session, host: Host, name: str) -> None:
    """Add one unit to the unit book and link the tasks that name it."""
    plan = host.plan()
    if plan is not None and host.begin() and host.commands.attempt(lambda: add_unit(session, name, plan.id)):
        host.done()
        host.footer.say(tr("Đã thêm “{unit}” vào danh sách đơn vị.", unit=name), undo=True)
