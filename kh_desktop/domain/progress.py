"""How far the work of a plan is: its tasks counted by state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kh_desktop.domain.model import Plan, TaskState


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of tasks; a task with its continuing rows is one."""

    todo: int = 0
    doing: int = 0
    done: int = 0
    dropped: int = 0

    @property
    def total(self) -> int:
        """All tasks, also those that will not be carried out."""
        return self.todo + self.doing + self.done + self.dropped

    @property
    def started(self) -> bool:
        """Whether anything has been said about the progress."""
        return bool(self.doing or self.done or self.dropped)


def count_states(rows: Iterable[tuple[TaskState, bool]]) -> Counts:
    """Counts rows given as (state, continues) in print order."""
    families: list[list[TaskState]] = []
    for state, continues in rows:
        if continues and families:
            families[-1].append(state)
        else:
            families.append([state])
    found = Counter(joint_state(states) for states in families)
    return Counts(found[TaskState.TODO], found[TaskState.DOING], found[TaskState.DONE], found[TaskState.DROPPED])


def joint_state(states: Iterable[TaskState]) -> TaskState:
    """The state of a task whose rows have ``states``: done when nothing is left to do, in progress when some of it is."""
    found = set(states)
    if len(found) == 1:
        return found.pop()
    return TaskState.DONE if found == {TaskState.DONE, TaskState.DROPPED} else TaskState.DOING


def plan_counts(plan: Plan) -> Counts:
    """The counts of a plan at hand."""
    return count_states((task.state, task.continues) for group in plan.groups for task in group.tasks)
