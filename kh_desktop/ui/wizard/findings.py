"""What was found, by the step of the wizard where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from kh_desktop.services.review import Problem
from kh_desktop.ui.i18n import say


def by_step(found: Sequence[Problem]) -> dict[str, list[tuple[str, str]]]:
    """The severity and the sentence of every finding of each step."""
    steps: dict[str, list[tuple[str, str]]] = {}
    for problem in found:
        steps.setdefault(problem.step, []).append((problem.severity, say(problem.said)))
    return steps
