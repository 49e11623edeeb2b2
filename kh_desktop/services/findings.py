"""What checks report: a code, how serious, where it is mended, and the sentence people read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kh_desktop.services.messages import Said

Severity = Literal["missing", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. ``anchor`` names the field (as in the document tree); ``said`` the sentence people read."""

    code: str
    severity: Severity
    step: str
    anchor: str
    said: Said

    @property
    def text(self) -> str:
        """The sentence in Vietnamese."""
        return str(self.said)


def missing(code: str, step: str, anchor: str, **params: object) -> Problem:
    """Something a plan cannot be signed without; ``code`` is a "review.…" message."""
    return Problem(code, "missing", step, anchor, Said(f"review.{code}", params))


def doubt(code: str, step: str, anchor: str, **params: object) -> Problem:
    """Something a person should look at; ``code`` is a "review.…" message."""
    return Problem(code, "warning", step, anchor, Said(f"review.{code}", params))


def anchor_of(kind: str, id: int, *place: int) -> str:
    """The anchor of a part ("task:12"), by its place when it is not stored yet ("task:#0.2")."""
    return f"{kind}:{id}" if id else f"{kind}:#{'.'.join(map(str, place))}"
