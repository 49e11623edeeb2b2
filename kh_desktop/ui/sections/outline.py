"""Where sections stand and where they may go: pure functions over the sections of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kh_desktop.domain.model import Plan, Section, SectionRole
from kh_desktop.domain.outline import number_sections

_ORDER = tuple(SectionRole)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the outline. ``at`` is its place among the sections of ``parent_id`` (0: top level), all of them counted;
    ``role`` the wizard step of its top-level section."""

    section: Section
    label: str
    depth: int
    parent_id: int
    at: int
    role: SectionRole | None

    @property
    def id(self) -> int:
        """The id of the section."""
        return self.section.id


@dataclass(frozen=True, slots=True)
class Target:
    """Where a section goes: before the ``at``-th section of ``parent_id``, counted without itself."""

    parent_id: int
    at: int


def entries(plan: Plan, role: SectionRole | None) -> list[Entry]:
    """The lines of the sections of ``role`` (None: all) in print order, numbered as in the whole plan."""
    ids: dict[tuple[int, ...], int] = {}
    found = []
    for n in number_sections(plan.sections, plan.numbering):
        ids[n.path] = n.section.id
        top = plan.sections[n.path[0]].role
        if role is None or top is role:
            found.append(Entry(n.section, n.label, n.depth, ids.get(n.path[:-1], 0), n.path[-1], top))
    return found


def first_with_text(lines: Sequence[Entry]) -> int:
    """The id of the section one starts to read or write at: the first with text, else the first without parts; 0 for none."""
    best = next((line for line in lines if line.section.text), None)
    best = best or next((line for line in lines if not line.section.children), None)
    return best.id if best is not None else 0


def title_of(section: Section) -> str:
    """What the outline calls a section: its heading, else the beginning of its text."""
    return section.heading or " ".join(section.text.split())


def siblings(lines: Sequence[Entry], entry: Entry) -> list[Entry]:
    """The shown sections at the level of ``entry``, itself included, in order."""
    return [line for line in lines if line.parent_id == entry.parent_id]


def moved(lines: Sequence[Entry], entry: Entry, by: int) -> Target | None:
    """One place up (-1) or down (1) among its siblings; None at the ends."""
    level = siblings(lines, entry)
    place = level.index(entry) + by
    return Target(entry.parent_id, level[place].at) if 0 <= place < len(level) else None


def indented(lines: Sequence[Entry], entry: Entry) -> Target | None:
    """Below the sibling before it, as its last part; None for a first sibling."""
    level = siblings(lines, entry)
    place = level.index(entry)
    return Target(level[place - 1].id, len(level[place - 1].section.children)) if place else None


def outdented(lines: Sequence[Entry], entry: Entry) -> Target | None:
    """Behind its parent; None at the top level."""
    parent = next((line for line in lines if line.id == entry.parent_id), None)
    return Target(parent.parent_id, parent.at + 1) if parent is not None else None


def new_top_place(plan: Plan, role: SectionRole | None) -> int:
    """Where a new top-level section of ``role`` belongs: behind those of its own step and of the steps before it."""
    if role is None:
        return len(plan.sections)
    last = -1
    for at, section in enumerate(plan.sections):
        if section.role is None or _ORDER.index(section.role) <= _ORDER.index(role):
            last = at
    return last + 1
