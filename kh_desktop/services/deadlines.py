"""Deadline phrases for the window and the command line: reading them, one or many, and the answer as plain data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kh_desktop.domain.deadlines import Deadline, compose, describe, read_deadline
from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.model import Plan

__all__ = ["Deadline", "Question", "answer", "ask", "compose", "describe", "of_plan", "questions", "read_deadline"]

FIRST_YEAR, LAST_YEAR = 1990, 2100
UNREAD = ("invalid", "unknown")


@dataclass(frozen=True, slots=True)
class Question:
    """A phrase and the plan it stands in: its year and, unless that is the calendar year, its period (ISO days)."""

    phrase: str
    year: int
    period: tuple[str, str] | None = None


def ask(phrase: str, *, year: int, period: Iterable[str] | None = None) -> Question:
    """A question from what a person typed; UsageError when the year or the period makes no sense."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UsageError("deadline.year", value=year)
    days = tuple(period) if period is not None else ()
    if period is not None and not _is_period(days):
        raise UsageError("deadline.period", value=" ".join(map(str, days)))
    return Question(phrase, year, (days[0], days[1]) if days else None)


def questions(lines: Iterable[str]) -> Iterator[Question]:
    """The questions of JSON objects, one a line; KhError names the first line that cannot be read."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise KhError("deadline.not_json", line=number) from error
        yield _question(data, number)


def answer(question: Question) -> dict[str, Any]:
    """The reading as JSON data, with ``understood`` for people."""
    read = read_deadline(question.phrase, year=question.year, period=question.period)
    return {
        "phrase": read.text, "kind": read.kind, "start": read.start, "end": read.end, "every": list(read.every),
        "conditional": read.conditional, "suggestion": read.suggestion, "milestones": [list(m) for m in read.milestones],
        "misspelt": read.misspelt, "understood": describe(read),
    }  # fmt: skip


def of_plan(plan: Plan, phrase: str) -> Deadline:
    """A phrase read as one of ``plan``."""
    period = (plan.period_start, plan.period_end)
    return read_deadline(phrase, year=plan.year, period=period if _is_period(period) else None)


def _question(data: object, number: int) -> Question:
    if not isinstance(data, dict) or not isinstance(data.get("phrase"), str):
        raise KhError("deadline.no_phrase", line=number)
    year, period = data.get("year"), data.get("period")
    if not isinstance(year, int) or isinstance(year, bool) or not FIRST_YEAR <= year <= LAST_YEAR:
        raise KhError("deadline.line_year", line=number)
    if period is None:
        return Question(data["phrase"], year)
    if not isinstance(period, list) or not _is_period(tuple(period)):
        raise KhError("deadline.line_period", line=number)
    return Question(data["phrase"], year, (period[0], period[1]))


def _is_period(days: tuple[object, ...]) -> bool:
    if len(days) != 2:
        return False
    return _is_day(days[0]) and _is_day(days[1]) and str(days[0]) <= str(days[1])


def _is_day(day: object) -> bool:
    if not isinstance(day, str) or len(day) != 10:
        return False
    try:
        return FIRST_YEAR <= date.fromisoformat(day).year <= LAST_YEAR
    except ValueError:
        return False
