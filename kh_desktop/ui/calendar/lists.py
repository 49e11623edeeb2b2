"""Rows of the lists: headings and what stands under them. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kh_desktop.domain.schedule import Entry, Waiting


@dataclass(frozen=True, slots=True)
class Row:
    """A heading (``heading`` says which), an entry, a task kept up all the time (``ongoing``), one that waits, or ``count`` more of
    the part ``more`` that are not listed."""

    heading: str = ""
    count: int = 0
    entry: Entry | None = None
    ongoing: bool = False
    waiting: Waiting | None = None
    more: str = ""

    @property
    def task_id(self) -> int:
        """The task it is about; 0 for a heading or a report of the office."""
        return self.entry.task_id if self.entry else self.waiting.task_id if self.waiting else 0

    @property
    def key(self) -> str:
        """A stable name: the entry's key, "waiting:12", "more:late", or "" for a heading."""
        if self.more:
            return f"more:{self.more}"
        return self.entry.key if self.entry else f"waiting:{self.waiting.task_id}" if self.waiting else ""


Part = tuple[str, Sequence[Entry], Sequence[Waiting]]
"""What to say above, the entries and the waiting tasks below."""


def rows_of(parts: Iterable[Part], most: int = 0) -> list[Row]:
    """Rows of some parts; parts with nothing in them are left out. ``most``: list at most so many of a part (0: all) and count the rest."""
    rows: list[Row] = []
    for name, entries, waiting in parts:
        if not entries and not waiting:
            continue
        rows.append(Row(heading=name, count=len(entries) + len(waiting)))
        cut = most if most and len(entries) > most + 1 else len(entries)
        rows += [Row(entry=entry, ongoing=name == "ongoing") for entry in entries[:cut]]
        if cut < len(entries):
            rows.append(Row(more=name, count=len(entries) - cut))
        rows += [Row(waiting=one) for one in waiting]
    return rows


def by_month(entries: Iterable[Entry]) -> list[Part]:
    """Entries under the months ("2027-06") of their days."""
    months: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: e.day):
        months.setdefault(entry.day[:7], []).append(entry)
    return [(month, found, ()) for month, found in months.items()]


def by_day(entries: Iterable[Entry]) -> list[Part]:
    """Entries under their days."""
    days: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: e.day):
        days.setdefault(entry.day, []).append(entry)
    return [(day, found, ()) for day, found in days.items()]
