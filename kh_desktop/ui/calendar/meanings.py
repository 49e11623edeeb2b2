"""What an entry of the calendar means to a person at a glance: one of a few meanings, each with its place in the order of worry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kh_desktop.domain.schedule import Entry

MEANINGS = ("late", "soon", "later", "ongoing", "waiting", "done", "dropped")
"""From what needs a person first to what needs nobody."""


def meaning_of(entry: Entry) -> str:
    """The meaning of an entry. The quarterly look at ongoing work is never late: it asks for evidence, nothing has run out."""
    if entry.state in ("done", "dropped"):
        return entry.state
    if entry.kind == "check":
        return "ongoing"
    return {"late": "late", "today": "soon", "soon": "soon"}.get(entry.state, "later")


def by_worry(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of one day, the one that needs a person first at the head."""
    return sorted(entries, key=lambda e: (MEANINGS.index(meaning_of(e)), e.kind == "check"))


def count_meanings(entries: Iterable[Entry]) -> Counter[str]:
    """How many entries of each meaning."""
    return Counter(meaning_of(entry) for entry in entries)
