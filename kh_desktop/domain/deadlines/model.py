"""What a deadline phrase means (DESIGN section 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["due", "window", "ongoing", "recurring", "open", "invalid", "unknown"]

KINDS: tuple[Kind, ...] = ("due", "window", "ongoing", "recurring", "open", "invalid", "unknown")

# How often a recurring deadline comes back, in printing order. "scheduled" = at dates somebody has laid down (``milestones`` when known).
EVERY = ("week", "month", "quarter", "half_year", "year", "scheduled")

# What a person may say a phrase means.
EXPLAINED: tuple[Kind, ...] = ("due", "window", "ongoing", "recurring", "open")


class Milestone(NamedTuple):
    """One of several dates in one phrase: to be done by ``end``, not before ``start`` when there is one. ISO days."""

    start: str | None
    end: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A phrase and how it is understood; ``text`` is kept letter for letter, for it is what gets printed. Days are ISO strings.

    ``conditional``: it also, or only, depends on an event or on somebody else. ``suggestion``: the nearest day that exists when the
    phrase names one that does not (kind "invalid"; a person decides). ``milestones``: the dates of a phrase that names several,
    or of a recurrence whose day is named ("trước ngày 15 hằng tháng"), those of the deadline's range only. ``misspelt``: the phrase
    was understood in spite of a probable slip of typing.
    """

    text: str
    kind: Kind
    start: str | None = None
    end: str | None = None
    every: tuple[str, ...] = ()
    conditional: bool = False
    suggestion: str | None = None
    milestones: tuple[Milestone, ...] = ()
    misspelt: bool = False
