"""Counting single dossiers into form II.06a for a period, the way the systems count them.

A dossier counts when it came by the period's last day and was not finished before its first. Received before the first day: carried over.
Days are compared without hours: returned before the day promised is early, on it or without one on time, after it late. What was returned
after the period is still open on its last day, and late when the promised day has passed by then (counting rules of ``forms.md``, A4).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kh_desktop.domain.form06a import Line06a, line_of, sum_lines
from kh_desktop.domain.vitext import clean_line, fold

# Registered only, or refused: never received.
_NOT_RECEIVED = ("moi dang ky", "khong duoc tiep nhan", "khong tiep nhan", "tu choi")
_WITHDRAWN = ("rut ho so", "xin rut", "cong dan rut", "dung xu ly", "dung giai quyet", "tra lai")
_ONLINE = ("truc tuyen", "online", "toan trinh", "mot phan", "dich vu cong")


@dataclass(frozen=True, slots=True)
class Case:
    """A dossier as it is counted; days are ISO, "" for none."""

    code: str
    field: str
    received: str
    due: str
    returned: str
    channel: str
    status: str = ""


def count_cases(cases: Iterable[Case], start: str, end: str) -> tuple[Line06a, ...]:
    """The lines of II.06a for the period from ``start`` to ``end`` (ISO days, both included), by field in the order they come first."""
    fields: dict[str, tuple[str, list[Line06a]]] = {}
    for case in cases:
        line = _line(case, start, end)
        if line is not None:
            name = clean_line(case.field)
            fields.setdefault(fold(name), (name, []))[1].append(line)
    return tuple(sum_lines(lines, name) for name, lines in fields.values())


def _line(case: Case, start: str, end: str) -> Line06a | None:
    """The dossier as a line of ones; None when it does not belong to the period."""
    status = fold(case.status)
    if case.received > end or any(words in status for words in _NOT_RECEIVED):
        return None
    finished = case.returned if case.returned and case.returned <= end else ""
    if finished and finished < start:
        return None
    came = "carried" if case.received < start else "online" if is_online(case.channel) else "direct"
    if any(words in status for words in _WITHDRAWN):
        went = "withdrawn"
    elif finished:
        went = "late" if case.due and finished > case.due else "early" if case.due and finished < case.due else "on_time"
    else:
        went = "open_late" if case.due and case.due < end else "open_in_time"
    return line_of(case.field, {came: 1, went: 1})


def is_online(channel: str) -> bool:
    """Whether the words of a register say that a dossier came online."""
    text = fold(channel)
    return any(words in text for words in _ONLINE)


def without_doubles(cases: Sequence[Case], known: set[str]) -> tuple[list[Case], list[str]]:
    """``cases`` without those whose code is in ``known`` or came before, and the codes left out; those without a code all count.

    ``known`` grows by the codes kept.
    """
    kept, doubles = [], []
    for case in cases:
        code = "".join(fold(case.code).split())
        if code and code in known:
            doubles.append(case.code)
            continue
        if code:
            known.add(code)
        kept.append(case)
    return kept, doubles
