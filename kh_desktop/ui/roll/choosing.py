"""What a person has ticked and written in the proposal so far."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kh_desktop.domain.plan_texts import texts_of
from kh_desktop.domain.roll_forward import Change, Group, Left, RollForward

AROUND = 34  # characters of the text shown before and behind a change

Segment = tuple[str, str]
"""A piece of a line and how it looks: "context", "plain", "old", "new", "gone" or "left"."""


class Choosing:
    """``taken``: the keys of the changes that will be made; ``edits``: texts put instead of the proposed ones."""

    def __init__(self, found: RollForward) -> None:
        self.found = found
        self.taken = set(found.ticked)
        self.edits: dict[str, str] = {}
        self.changes = {c.key: c for c in found.changes}

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts of the old plan by place."""
        return texts_of(self.found.plan)

    @property
    def touched(self) -> bool:
        """Whether a person has decided anything."""
        return bool(self.edits) or self.taken != self.found.ticked

    def keep_from(self, other: Choosing) -> None:
        """Take over what was ticked otherwise than proposed in another proposal for the same plan."""
        for key, change in other.changes.items():
            if key in self.changes and (key in other.taken) != change.ticked:
                self.take([key], key in other.taken)

    def new_of(self, change: Change) -> str:
        """The text that takes the place of the old one."""
        return self.edits.get(change.key, change.new)

    def take(self, keys: Iterable[str], on: bool) -> None:
        """Tick, or no longer."""
        if on:
            self.taken |= set(keys)
        else:
            self.taken -= set(keys)

    def edit(self, change: Change, text: str) -> None:
        """Put another text; that ticks the change."""
        self.edits.pop(change.key, None)
        if text != change.new:
            self.edits[change.key] = text
        self.taken.add(change.key)

    def of_group(self, group: Group) -> list[Change]:
        """The changes of a group."""
        return [c for c in self.found.changes if c.group == group]

    def left(self) -> tuple[Left, ...]:
        """Where the old year would still stand."""
        return self.found.left(self.taken, self.edits)


def segments_of(choosing: Choosing, change: Change, gone: str) -> list[Segment]:
    """A change in one line: what stands before, the old words, the new ones (``gone`` when there are none), what stands behind."""
    new = choosing.new_of(change)
    if change.kind == "task" and new:
        return [(_one_line(change.old), "plain"), ("  ", "context"), (_one_line(new), "new")]
    put: list[Segment] = [(_one_line(change.old), "old"), (" → ", "context"), (_one_line(new), "new") if new else (gone, "gone")]
    text = choosing.texts.get(change.where, "")
    if change.kind in ("task", "basis", "period", "agency", "target") or not text:
        return put
    before, behind = text[: change.start], text[change.end :]
    return [(_end_of(before), "context"), *put, (_start_of(behind), "context")]


def left_segments(left: Left) -> list[Segment]:
    """A year that is left, with the words around it."""
    before, year, behind = left.text[: left.start], left.text[left.start : left.end], left.text[left.end :]
    return [(_end_of(before), "context"), (year, "left"), (_start_of(behind), "context")]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _end_of(text: str) -> str:
    line = text.replace("\n", " ")
    if len(line) <= AROUND:
        return line
    cut = line[-AROUND:]
    return "…" + cut[cut.find(" ") + 1 :] if " " in cut else "…" + cut


def _start_of(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= 2 * AROUND else line[: 2 * AROUND].rsplit(" ", 1)[0] + " …"
