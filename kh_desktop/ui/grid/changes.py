"""How one list of keys becomes another by removing, inserting and moving runs, so that a view keeps its place, selection and editor."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Step:
    """``count`` rows from ``at`` are removed, inserted (taken from the wanted list at the same place), or moved to stand at ``to``.

    Moves only go up (``to`` < ``at``): that is enough to reach any order.
    """

    kind: Literal["remove", "insert", "move"]
    at: int
    count: int
    to: int = 0


def steps_between(old: Sequence[K], new: Sequence[K]) -> Iterator[Step]:
    """The steps that turn ``old`` into ``new``, each valid after those before it. Keys are unique in each list."""
    if list(old) == list(new):
        return
    current = list(old)
    yield from _removals(current, set(new))
    present = set(current)
    place = 0
    while place < len(new):
        if place < len(current) and current[place] == new[place]:
            place += 1
            continue
        if new[place] in present:
            step = _move(current, new, place)
        else:
            count = _fresh_run(new, place, present)
            current[place:place] = new[place : place + count]
            step = Step("insert", place, count)
        yield step
        place += step.count


def apply(step: Step, current: list[K], new: Sequence[K]) -> None:
    """Carry out ``step`` on ``current``; ``new`` supplies what is inserted."""
    if step.kind == "remove":
        del current[step.at : step.at + step.count]
    elif step.kind == "insert":
        current[step.at : step.at] = new[step.at : step.at + step.count]
    else:
        run = current[step.at : step.at + step.count]
        del current[step.at : step.at + step.count]
        current[step.to : step.to] = run


def _removals(current: list[K], wanted: set[K]) -> Iterator[Step]:
    end = len(current)
    while end > 0:
        if current[end - 1] in wanted:
            end -= 1
            continue
        start = end
        while start > 0 and current[start - 1] not in wanted:
            start -= 1
        del current[start:end]
        yield Step("remove", start, end - start)
        end = start


def _move(current: list[K], new: Sequence[K], place: int) -> Step:
    start = current.index(new[place], place)
    count = 1
    while start + count < len(current) and place + count < len(new) and current[start + count] == new[place + count]:
        count += 1
    run = current[start : start + count]
    del current[start : start + count]
    current[place:place] = run
    return Step("move", start, count, place)


def _fresh_run(new: Sequence[K], place: int, present: set[K]) -> int:
    end = place + 1
    while end < len(new) and new[end] not in present:
        end += 1
    return end - place
