"""What a plan lacks or should be looked at again: the findings of the review and the legal bases that are no longer good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kh_desktop.domain.model import Plan
from kh_desktop.services.catalogue import status_on, status_text
from kh_desktop.services.review import Problem, problems
from kh_desktop.ui.wizard.bases_step import date_of

_DOUBTFUL = ("expired", "replaced", "not_yet")


def findings(plan: Plan) -> list[Problem]:
    """Everything missing or doubtful, in the order of the steps."""
    found = problems(plan)
    said = {problem.anchor for problem in found if "status" in problem.code}
    for basis in plan.bases:
        status = status_on(basis, date_of(plan))
        anchor = f"basis:{basis.id}"
        if status.kind in _DOUBTFUL and anchor not in said:
            name = " ".join(part for part in (basis.doc_type, basis.number) if part)
            found.append(Problem("basis_status", "warning", "bases", anchor, f"{name}: {status_text(status)}"))
    return found


def counts(found: Sequence[Problem], severity: str) -> Counter[str]:
    """How many findings of a severity each step has."""
    return Counter(problem.step for problem in found if problem.severity == severity)
