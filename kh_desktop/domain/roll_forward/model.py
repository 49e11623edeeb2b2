"""One proposed change of a plan, and what the finders of changes share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kh_desktop.domain.legal_status import BasisStatus
from kh_desktop.domain.model import LegalBasis

Kind = Literal["year", "deadline", "period", "target", "basis", "citation", "task", "unit", "agency"]
Group = Literal["years", "bases", "tasks", "units"]

GROUPS: tuple[Group, ...] = ("years", "bases", "tasks", "units")
GROUP_OF: dict[Kind, Group] = {
    "year": "years", "deadline": "years", "period": "years", "target": "years", "basis": "bases", "citation": "bases", "task": "tasks",
    "unit": "units", "agency": "units",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A change that is offered. ``where`` is a place of ``domain.plan_texts``, or "period", "agency", "basis:2", "target:0", "task:0.3".

    In a text, ``old`` stands at ``start`` and ``new`` takes its place. For a basis the two are whole citations, "" as ``new`` leaves it
    out; for a task ``old`` is its content and ``new`` the note it gets, "" leaves it out. ``ticked``: taken unless a person says no.
    ``choices``: other texts that make sense instead of ``new``. ``reason`` names a sentence with ``params``, "" where the change speaks
    for itself; ``status`` is why a document is replaced.
    """

    key: str
    kind: Kind
    where: str
    start: int
    old: str
    new: str
    ticked: bool = True
    reason: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    status: BasisStatus | None = None
    successors: tuple[LegalBasis, ...] = ()

    @property
    def end(self) -> int:
        """Where ``old`` ends in its text."""
        return self.start + len(self.old)

    @property
    def group(self) -> Group:
        """The group it is shown in."""
        return GROUP_OF[self.kind]


@dataclass(frozen=True, slots=True)
class Span:
    """From which year to which, and what that means: ``partial`` for a plan that was not for a whole year, which began on ``begin``.
    ``day_off(ISO day)``: why nobody works then, "" for a working day."""

    year: int
    to: int
    partial: bool
    begin: str
    day_off: Callable[[str], str]

    @property
    def by(self) -> int:
        """How many years on."""
        return self.to - self.year


def key_of(kind: Kind, where: str, start: int = 0) -> str:
    """The name of a change, the same each time it is proposed."""
    return f"{kind}@{where}@{start}"
