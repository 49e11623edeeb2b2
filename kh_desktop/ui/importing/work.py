"""What a person has said about a source so far, with a way back; the reading that follows from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from kh_desktop.services.import_places import Places
from kh_desktop.services.import_review import Doubt, Edit, Hint, Leftover, Reading, Source, Spot, edit_of, path_of, with_edits

Understand = Callable[[Source, tuple[Hint, ...]], Reading]
# Something a person should look at, and a name for it that stays when the source is read again.
Item = Doubt | Leftover
Mark = tuple[str, Spot | None, str]
# Doubts that speak of all that stands in no field; without one each such text is looked at, but for lines and marks.
_FOR_ALL_LEFT = ("left_over", "table_lost")
_FEW_WORDS = 2


@dataclass(frozen=True, slots=True)
class Said:
    """Everything a person said: hints and texts in the order they came, and what was looked at and found right."""

    hints: tuple[Hint, ...] = ()
    edits: tuple[Edit, ...] = ()
    seen: frozenset[Mark] = frozenset()


@dataclass(slots=True)
class Work:
    """A source that is being looked at. ``path``: the file, None for the clipboard; ``raw``: the reading without the person's texts."""

    source: Source
    path: Path | None
    raw: Reading
    understand: Understand
    said: Said = field(default_factory=Said)
    _back: list[Said] = field(default_factory=list)
    _forth: list[Said] = field(default_factory=list)
    _reading: Reading | None = None
    _places: Places | None = None

    @property
    def reading(self) -> Reading:
        """The reading with everything the person said."""
        if self._reading is None:
            self._reading = with_edits(self.raw, self.said.edits)
        return self._reading

    @property
    def places(self) -> Places:
        """The words for places of the source."""
        if self._places is None:
            self._places = Places(self.source, self.reading)
        return self._places

    @property
    def touched(self) -> bool:
        """Whether a person has said anything here."""
        return bool(self.said.hints or self.said.edits)

    @property
    def can_undo(self) -> bool:
        """Whether something said can be taken back."""
        return bool(self._back)

    @property
    def can_redo(self) -> bool:
        """Whether something taken back can be said again."""
        return bool(self._forth)

    # --- saying

    def say(self, hint: Hint) -> None:
        """A hint; an earlier one of its kind about the same place is forgotten."""
        rest = tuple(h for h in self.said.hints if (h.spot, h.role) != (hint.spot, hint.role))
        if hint.role == "column" and hint.value:
            # A field has one column: the last one said to be it.
            rest = tuple(h for h in rest if (h.role, h.spot.block, h.value) != ("column", hint.spot.block, hint.value))
        self._turn(replace(self.said, hints=(*rest, hint)))

    def forget(self, hint: Hint) -> None:
        """Takes a hint back, wherever it stands among the others."""
        self._turn(replace(self.said, hints=tuple(h for h in self.said.hints if h != hint)))

    def write(self, path: str, text: str) -> None:
        """Another text of a field."""
        edit = edit_of(self.reading, path, text)
        self._turn(replace(self.said, edits=(*(e for e in self.said.edits if path_of(self.raw, e) != path), edit)))

    def unwrite(self, edit: Edit) -> None:
        """The text as it was read."""
        self._turn(replace(self.said, edits=tuple(e for e in self.said.edits if e != edit)))

    def mark_seen(self, item: Item) -> None:
        """A person looked at it and it is right."""
        self._turn(replace(self.said, seen=self.said.seen | {mark_of(item)}))

    def undo(self) -> None:
        """As before the last thing said."""
        if self._back:
            self._forth.append(self.said)
            self._show(self._back.pop())

    def redo(self) -> None:
        """What was taken back last is said again."""
        if self._forth:
            self._back.append(self.said)
            self._show(self._forth.pop())

    def _turn(self, said: Said) -> None:
        before = self.said
        self._show(said)
        self._back.append(before)
        self._forth.clear()

    def _show(self, said: Said) -> None:
        if said.hints != self.said.hints:
            self.raw = self.understand(self.source, said.hints)
        self.said, self._reading, self._places = said, None, None

    # --- what is left to look at

    def items(self) -> list[Item]:
        """What a person should look at, in the order of the source; things about the whole file first."""
        found: list[Item] = list(self.reading.doubts)
        if not any(d.code in _FOR_ALL_LEFT for d in self.reading.doubts):
            places = {d.spot for d in self.reading.doubts}
            found += [x for x in self.reading.leftovers if x.spot not in places and len(x.text.split()) > _FEW_WORDS]
        found.sort(key=lambda item: item.spot or Spot(-1))
        return found

    def open_items(self) -> list[Item]:
        """Those nobody has found right yet."""
        return [item for item in self.items() if mark_of(item) not in self.said.seen]


def mark_of(item: Item) -> Mark:
    """A name for a doubt or a leftover."""
    if isinstance(item, Leftover):
        return ("leftover", item.spot, item.text)
    return (item.code, item.spot, item.path if item.spot is None else "")
