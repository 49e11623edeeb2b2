"""After a paste: the units that the unit book does not have, on one quiet line, with the way to take them in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import Banner

_NAMED, _LONGEST = 3, 40


class UnitsLine(Banner):
    """Hidden until units are told; ``take_in`` runs with their names when a person wants them in the unit book."""

    def __init__(self, take_in: Callable[[Sequence[str]], object], parent: QWidget | None = None) -> None:
        super().__init__("", "info", closable=True, slim=True, parent=parent)
        self.names: tuple[str, ...] = ()
        self.add = self.add_action(tr("Thêm vào danh sách đơn vị"), lambda: take_in(self.names))
        self.hide()

    def tell(self, names: Sequence[str]) -> None:
        """Name them; nothing hides the line."""
        self.names = tuple(names)
        shown = "; ".join(name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…" for name in self.names[:_NAMED])
        more = len(self.names) - _NAMED
        if more > 0:
            shown = tr("{names} và {count} đơn vị khác", names=shown, count=more)
        self.setToolTip("\n".join(self.names))
        self.set_text(tr("Chưa có trong danh sách đơn vị: {names}", names=shown) if self.names else "")
