"""How many findings each step of the wizard has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kh_desktop.services.review import Problem


def counts(found: Sequence[Problem], severity: str) -> Counter[str]:
    """How many findings of a severity each step has."""
    return Counter(problem.step for problem in found if problem.severity == severity)
