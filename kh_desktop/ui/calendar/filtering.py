"""Which entries a person wants to see: one unit, some meanings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kh_desktop.domain.schedule import Entry, Waiting
from kh_desktop.domain.vitext import fold
from kh_desktop.ui.calendar.meanings import MEANINGS, meaning_of

# On paper, which is Vietnamese in every language of the window.
_ON_PAPER = {
    "late": "quá hạn", "soon": "sắp đến hạn", "later": "chưa đến hạn", "ongoing": "việc thường xuyên", "waiting": "chưa có ngày",
    "done": "hoàn thành", "dropped": "không thực hiện",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filter:
    """``unit``: the name of a unit in charge, "" for all. ``meanings``: the ones wanted, none for all."""

    unit: str = ""
    meanings: frozenset[str] = frozenset()

    @property
    def is_on(self) -> bool:
        """Whether anything may be hidden."""
        return bool(self.unit or self.meanings)

    @property
    def closed(self) -> bool:
        """Whether a list also has what is done: only when one asked for it."""
        return bool(self.meanings)

    @property
    def words(self) -> str:
        """What a printed list says under its title: "Chỉ in: chủ trì Văn phòng; quá hạn, sắp đến hạn"."""
        meanings = ", ".join(_ON_PAPER[name] for name in MEANINGS if name in self.meanings)
        parts = [part for part in (f"chủ trì {self.unit}" if self.unit else "", meanings) if part]
        return f"Chỉ in: {'; '.join(parts)}" if parts else ""

    def keeps(self, entry: Entry) -> bool:
        """Whether an entry is shown."""
        return self.keeps_unit(entry.lead) and (not self.meanings or meaning_of(entry) in self.meanings)

    def keeps_unit(self, lead: Sequence[str]) -> bool:
        """Whether the wanted unit is among those in charge."""
        return not self.unit or any(fold(name) == fold(self.unit) for name in lead)

    def keeps_ongoing(self, entry: Entry) -> bool:
        """Whether a task that is kept up all the time is shown."""
        wanted = entry.state if entry.state in ("done", "dropped") else "ongoing"
        return self.keeps_unit(entry.lead) and (not self.meanings or wanted in self.meanings)

    def keeps_waiting(self, waiting: Waiting, lead: Sequence[str]) -> bool:
        """Whether a task that waits for somebody else is shown."""
        return self.keeps_unit(lead) and (not self.meanings or "waiting" in self.meanings)


def units_of(entries: Iterable[Entry]) -> list[str]:
    """The units in charge of something, each once, by name."""
    found: dict[str, str] = {}
    for entry in entries:
        for name in entry.lead:
            found.setdefault(fold(name), name)
    return [found[key] for key in sorted(found)]
