"""What the recogniser gives back: a plan, what it is not sure of, what it could not place, and where each field came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kh_desktop.domain.model import Plan
from kh_desktop.importing.blocks import Spot

# Names of fields of the result: "agency", "superior", "number", "place", "issued", "title", "intro", "closing", "recipients",
# "signature", "appendix_title", "basis:3", "section:1.0" (its heading), "section:1.0:text", "group:0", "task:0.3:content" (group, task,
# field), "annex:0".
Path = str


@dataclass(frozen=True, slots=True)
class Hint:
    """What a person said about a place of the source; hints win over everything the recogniser thinks.

    ``role`` and ``value``:
    * "table": "tasks", "annex", "letterhead", "signature" or "text" (its cells as paragraphs);
    * "column" (``spot.col``): a field of a task ("no", "content", "lead", "coord", "product", "deadline") or "" (no field: into the notes);
    * "row" (``spot.row``): "header", "group", "task", "continues" (one more product or deadline of the task above) or "join" (text of
      the row above, cut by a page);
    * "paragraph": "letterhead", "title", "basis", "intro", "heading1", "heading2", "heading3", "text", "closing", "recipient", "signature",
      "appendix_title" or "leftover".
    """

    spot: Spot
    role: str
    value: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at. ``code`` names the sentence ("doubt." + code in the messages) with ``params``; ``path``: the
    field of the result it is about, "" for none."""

    code: str
    spot: Spot | None = None
    path: Path = ""
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text of the source that stands in no field of the plan."""

    spot: Spot
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """Numbers as the source has them, where the plan numbers by itself: whole section lines ("II.3. Nâng cao năng lực…"), group numbers,
    task numbers by group, and the plan's own ("05/KH-UBND", whose 0 the plan prints by itself)."""

    sections: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class Cutoffs:
    """The reporting rules a plan states: figures from ``from_day`` to ``to_day``, the year's first and last day ("12-15" each year, or an
    ISO day), and the sentence of when reports are due ("ngày 15 của tháng cuối quý"). Empty where the plan says nothing."""

    from_day: int = 0
    to_day: int = 0
    year_from: str = ""
    year_to: str = ""
    internal_due: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A source as a plan. ``origins``: the places each field came from; every block is in ``origins``, in ``leftovers``, or says nothing.

    ``roles``: what each place was taken for, in the words of ``Hint.value`` (rows as ``Spot(block, row)``, columns as
    ``Spot(block, -1, col)``).
    """

    plan: Plan
    doubts: tuple[Doubt, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    origins: Mapping[Path, tuple[Spot, ...]] = field(default_factory=dict)
    roles: Mapping[Spot, str] = field(default_factory=dict)
    written: Written = field(default_factory=Written)
    cutoffs: Cutoffs | None = None
