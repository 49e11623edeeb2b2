"""The line under a deadline: what was understood, or what needs a person. Read once for each phrase of a plan."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, cast

from kh_desktop.domain.deadlines import Deadline, Kind, read_deadline
from kh_desktop.domain.deadlines.repair import Repair, repair
from kh_desktop.domain.model import Plan, Task
from kh_desktop.domain.occurrences import occurrences
from kh_desktop.domain.schedule import last_moves, plan_period
from kh_desktop.ui.deadline_words import reading_words
from kh_desktop.ui.i18n import tr
from kh_desktop.ui.widgets import text_from_iso

Frame = tuple[int, tuple[str, str]]

_FEW_DAYS = 2


class Line(NamedTuple):
    """What stands under a phrase; ``short`` is as much of ``text`` as a cell has room for.

    ``needs``: "invalid" or "unknown" when a person is needed, "" otherwise; ``repair``: the way out of an invalid one;
    ``explained``: a person said what it means; ``kind``: that of the reading.
    """

    text: str
    short: str
    kind: Kind
    needs: str = ""
    repair: Repair | None = None
    explained: bool = False


class Readings:
    """The readings of one plan. ``on``: whether the lines are shown; ``take_plan`` begins anew when its year or period is another."""

    def __init__(self) -> None:
        self.on = True
        self._frame: Frame = (2000, ("2000-01-01", "2000-12-31"))
        self._lines: dict[tuple[str, str], Line] = {}

    def take_plan(self, plan: Plan) -> bool:
        """Read deadlines as those of ``plan`` from now on; whether that may change what was read."""
        frame = (plan.year, plan_period(plan))
        if frame == self._frame:
            return False
        self._frame = frame
        self._lines.clear()
        return True

    def line(self, phrase: str, meaning: str = "") -> Line | None:
        """The line for ``phrase``, explained and moved as ``meaning`` says (``said_text``); None for an empty one."""
        if not phrase:
            return None
        key = (phrase, meaning)
        known = self._lines.get(key)
        if known is None:
            known = self._lines[key] = self._read(phrase, meaning)
        return known

    def shown(self, phrase: str, meaning: str = "") -> Line | None:
        """``line``, or None while the lines are hidden."""
        return self.line(phrase, meaning) if self.on else None

    def _read(self, phrase: str, said: str) -> Line:
        meaning, _, moves = said.partition("@")
        line = self._read_phrase(phrase, meaning)
        if not moves or line.needs:
            return line
        read = explained(phrase, meaning, self._frame[1]) if meaning else read_deadline(phrase, year=self._frame[0], period=self._frame[1])
        words = moved_words([d.original for d in occurrences(read, *self._frame[1])], moves)
        # The day that counts comes first where there is little room.
        return line._replace(text=f"{line.text}; {words}", short=f"{words}; {line.short}") if words else line

    def _read_phrase(self, phrase: str, meaning: str) -> Line:
        year, period = self._frame
        if meaning:
            read = explained(phrase, meaning, period)
            full, short = (tr("{reading} (đã giải thích)", reading=words) for words in (reading_words(read), short_words(read)))
            return Line(full, short, read.kind, explained=True)
        read = read_deadline(phrase, year=year, period=period)
        if read.kind == "invalid":
            mended = repair(read, year=year, period=period)
            words = wrong_words(read, mended)
            return Line(words, words, read.kind, "invalid", mended)
        return Line(reading_words(read), short_words(read), read.kind, "unknown" if read.kind == "unknown" else "")


def short_words(read: Deadline) -> str:
    """What was understood in a few words: the first of many dates, a condition only hinted at."""
    if read.kind == "open":
        return tr("chưa có ngày")
    words = reading_words(replace(read, conditional=False))
    if len(read.milestones) > _FEW_DAYS:
        words = f"{words.split('; ', 1)[0]}; …"
    return tr("{reading}, tùy sự việc", reading=words) if read.conditional else words


def wrong_words(read: Deadline, mended: Repair | None) -> str:
    """What is said of a day that does not exist."""
    if mended is None:
        return reading_words(read)
    return tr("không có ngày {wrong} – sửa thành {right}?", wrong=mended.wrong, right=mended.right)


def said_text(task: Task) -> str:
    """What was said of the task's deadline, as one text: ``meaning_text``, and after "@" the days that were moved and where to."""
    moves = " ".join(f"{original}>{move.moved_to}" for original, move in last_moves(task).items())
    return f"{meaning_text(task)}@{moves}" if moves else meaning_text(task)


def moved_words(days: list[str], moves: str) -> str:
    """ "dời sang 29/11/2026"; how many of several days were moved; "" when the phrase names none of them any more."""
    moved = dict(move.split(">") for move in moves.split())
    counting = [moved[day] for day in days if day in moved]
    if not counting:
        return ""
    return tr("dời sang {day}", day=text_from_iso(counting[0])) if len(days) == 1 else tr("đã dời {count} ngày", count=len(counting))


def meaning_text(task: Task) -> str:
    """What a person said the task's deadline means, as one text; "" when nothing, or when the phrase was changed since."""
    meaning = task.meaning
    if meaning is None or meaning.phrase != task.deadline:
        return ""
    return "|".join((meaning.kind, meaning.start, meaning.end, " ".join(meaning.every)))


def explained(phrase: str, meaning: str, period: tuple[str, str]) -> Deadline:
    """The reading a ``meaning_text`` stands for; what comes back or goes on does so for the whole plan unless days are given."""
    kind, start, end, every = meaning.split("|")
    read = Deadline(phrase, cast(Kind, kind), start or None, end or None, tuple(every.split()))
    if kind in ("ongoing", "recurring"):
        return replace(read, start=read.start or period[0], end=read.end or period[1])
    return replace(read, start=read.start or period[0]) if kind == "window" else read
