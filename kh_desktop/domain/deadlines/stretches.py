"""The dated statements of a phrase put in relation: which limits which, which are milestones of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kh_desktop.domain.deadlines.grammar_recurring import Recurring
from kh_desktop.domain.deadlines.grammar_timed import Timed
from kh_desktop.domain.deadlines.model import Milestone
from kh_desktop.domain.deadlines.spans import Interval, day_after
from kh_desktop.domain.deadlines.statements import Statement

_APART = ("AND", ";", ".", "OR")


class Stretch(NamedTuple):
    """``mode``: window, due (no start) or from (``end`` "" = as long as the plan, ``open_end`` = longer).

    ``apart``: separated from the statement before, or other words stand between: a milestone of its own rather than a range.
    ``bare``: after a mark and without a preposition. ``ranged``: written from one day to another. ``label``: words and no preposition,
    as in "báo cáo năm 2024": may name what is due rather than when.
    """

    mode: str
    start: str
    end: str
    apart: bool = False
    label: bool = False
    until: bool = False
    open_end: bool = False
    alternative: bool = False
    ranged: bool = False
    bare: bool = False

    @property
    def milestone(self) -> Milestone:
        """What is kept of it in a list."""
        return Milestone(None if self.mode == "due" else self.start, self.end)


def stretches(found: Sequence[Statement]) -> list[Stretch] | None:
    """All stretches, those that only narrow or name another one merged with it; None when two contradict each other."""
    rows: list[Stretch] = []
    between: tuple[str, ...] = ()
    for at, statement in enumerate(found):
        said = statement.said
        between += statement.before
        if not isinstance(said, Timed):
            between += (",",) if isinstance(said, Recurring) else ()
            continue
        after = found[at + 1].before if at + 1 < len(found) else ()
        intervals = _whole(said)
        for nth, interval in enumerate(intervals):
            here = Stretch(
                said.mode,
                "" if said.mode == "due" else interval.start,
                "" if said.mode == "from" else interval.end,
                apart=statement.words or _apart(statement.before) or (at == 0 and _apart(after)),
                label=said.plain and statement.words,
                until=said.until,
                open_end=said.open_end,
                ranged=said.ranged,
                bare=said.plain and bool(statement.before),
                alternative="OR" in statement.before or said.alternatives,
            )
            merged = _merge(rows[-1], here, between) if rows and nth == 0 and len(intervals) == 1 else [*rows[-1:], here]
            if merged is None:
                return None
            rows[-1:] = merged
        between = ()
    return rows


def _whole(said: Timed) -> tuple[Interval, ...]:
    """Its intervals, as one when they leave no day between them."""
    pairs = zip(said.intervals, said.intervals[1:], strict=False)
    if said.mode == "window" and len(said.intervals) > 1 and all(a.start <= b.start <= day_after(a.end) for a, b in pairs):
        return (Interval(said.intervals[0].start, max(i.end for i in said.intervals)),)
    return said.intervals


def _apart(separators: tuple[str, ...]) -> bool:
    return any(sep in _APART for sep in separators)


def _merge(a: Stretch, b: Stretch, separators: tuple[str, ...]) -> list[Stretch] | None:
    """``a`` and ``b`` as one stretch or two; None: they contradict each other."""
    close = not _apart(separators)
    match a.mode, b.mode:
        case "window", "due":
            if a.start <= b.end <= a.end and "AND" not in separators:
                return [b]
            if close and a.label:
                return [b]
        case "due", "window":
            if close and b.start <= a.end <= b.end:
                return [a]
        case "window", "window":
            if close and a.start <= b.start and b.end <= a.end:
                return [b]
            if close and b.start <= a.start and a.end <= b.end:
                return [a]
        case "from", "due":
            return [Stretch("window", a.start, b.end, apart=a.apart)] if close and a.start <= b.end else None
        case "from", "window":
            return [a._replace(end=b.end)] if close and b.start <= a.start <= b.end else None
        case "window", "from":
            return [b._replace(end=a.end)] if close and a.start <= b.start <= a.end else None
        case _:
            if "from" in (a.mode, b.mode):
                return None
    return [a, b] if separators else None


def touching(rows: Sequence[Stretch]) -> bool:
    """Whether windows in their order leave no day between them."""
    return all(a.mode == b.mode == "window" and a.start <= b.start <= day_after(a.end) for a, b in zip(rows, rows[1:], strict=False))
