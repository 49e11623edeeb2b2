"""A phrase as a row of statements: what each part says, how they are separated, and whether anything was left over.

Words without meaning in time ("hoàn thành", "gửi báo cáo về huyện") may stand between statements. A number or a word of time that no rule
took makes the whole phrase unknown: it might change the date.
"""

from __future__ import annotations

from typing import NamedTuple

from kh_desktop.domain.deadlines.cursor import Cursor
from kh_desktop.domain.deadlines.grammar_conditions import Condition, condition
from kh_desktop.domain.deadlines.grammar_recurring import DayRule, Recurring, recurring, says_before
from kh_desktop.domain.deadlines.grammar_timed import Timed, following_years, timed
from kh_desktop.domain.deadlines.lexicon import KEYS

_SEPARATORS = ("(", ")", ",", ";", ".", ":", "-", "+", "&", "AND", "OR", "/")
_FILLER = (
    "WORD", "PLURAL", "NUMERAL", "REPORT", "RULE", "OF", "IS", "WORKING", "REPORTING", "AT_LEAST", "NUMBER", "WHOLE",
    "MINUTE", "TERM", "ORDINAL"
)  # fmt: skip


# A Roman number no rule took: "quỳ II/2024". "vi", "li" are syllables.
_NUMERALS = frozenset(("i", "ii", "iii", "iv", "v", "l", "il", "ll", "lll", "iiii"))


class Ongoing(NamedTuple):
    """ "thường xuyên": kept up; ``beyond``: also in the years after the plan's; ``throughout``: "cả năm", which may also end a list."""

    beyond: bool = False
    throughout: bool = False


class Once(NamedTuple):
    """ "01 lần": says nothing about when."""


class Otherwise(NamedTuple):
    """ "hoặc" before words without a date: another time is possible."""


class Statement(NamedTuple):
    """``before``: the separators since the statement before; ``words``: whether other words stood there too."""

    said: Timed | Recurring | Condition | Ongoing | Once | Otherwise
    before: tuple[str, ...]
    words: bool


def statements(c: Cursor) -> list[Statement] | None:
    """The statements of a phrase; None when a part that may carry time was not understood."""
    found: list[Statement] = []
    seps: list[str] = []
    words = False
    bullet = c.key() == "-"
    while c.key() != "END_OF_TEXT":
        before = c.at
        if c.key() in ("AND", ",") and following_years(c):
            found.append(Statement(Ongoing(True), (), False))
            continue
        if c.key() in _SEPARATORS:
            if not _harmless(c):
                return None
            if c.key() == "OR" and not _stated_after(c):
                found.append(Statement(Otherwise(), tuple(seps), words))
            seps.append(c.key())
            c.at += 1
            continue
        said = _statement(c)
        if isinstance(said, Timed) and said.days:
            said = _day_of(found[-1].said if found else None, said, c)
            if said is None:
                return None
        if isinstance(said, Timed) and _doubtful(c, before, said, words=words, bullet=bullet):
            return None
        if said is not None:
            if not isinstance(said, Once):
                found.append(Statement(said, tuple(seps), words))
                seps, words = [], False
        elif c.key() in _FILLER and not _before_date(c) and not _alike(c) and c.token().word not in _NUMERALS:
            c.at += 1
            words = True
        elif c.key() == "START" and "FROM" in c.keys[c.at : c.at + 6]:
            c.at += 1
            words = True
        elif c.key() == "TIMES" and c.key(1) == "ORDINAL":
            c.at += 1
        else:
            return None
    return found


def _doubtful(c: Cursor, start: int, said: Timed, *, words: bool, bullet: bool) -> bool:
    """A year after other words may be part of a name; a dash in a line that begins with one may be a second item."""
    if said.plain and words and c.tokens[start].key == "NUM" and c.at == start + 1:
        return True
    if said.plain and c.at == start + 3 and [t.value for t in c.tokens[start : c.at : 2]] == [24, 7]:
        return True  # round the clock rather than the 24th of July
    return bullet and start == 1 and said.ranged and "-" in c.keys[start : c.at]


def _day_of(before: object, said: Timed, c: Cursor) -> Recurring | None:
    """ "Hằng tháng, trước ngày 20": a day whose month is the recurrence before it; None when that does not say which."""
    if not isinstance(before, Recurring) or before.rule or not set(before.every) <= {"month", "quarter"} or max(said.days) > 31:
        return None
    exact = before.every == ("month",) and len(said.days) == 1
    return Recurring(before.every, 0, DayRule(said.days[0], says_before(c), "month") if exact else None)


def _statement(c: Cursor) -> Timed | Recurring | Condition | Ongoing | Once | None:
    if c.key() == "ONGOING" or (c.key() == "EACH" and c.key(1) == "DAY" and c.token(2).key != "NUM"):
        c.at += 1 if c.key() == "ONGOING" else 2
        return Ongoing(following_years(c))
    if c.key() == "WHOLE" and c.key(1) in ("MONTH", "QUARTER", "YEAR", "STAGE", "NUM"):
        c.at += 1
        return Ongoing()
    if c.take("THROUGHOUT"):
        return Ongoing(throughout=True)
    if following_years(c):
        return Ongoing(True)
    return recurring(c) or timed(c) or condition(c) or _label(c)


def _label(c: Cursor) -> Once | None:
    """ "Lần 1", "đợt II": the name of a milestone; "01 lần": how often, without a unit."""
    start = c.at
    if c.take("TIMES"):
        c.take("ORDINAL")
        if c.quarter_number() > 0 or c.take("HEAD", "TAIL"):
            return Once()
    c.at = start
    c.skip("AT_LEAST")
    if c.number(99) == 1 and c.take("TIMES"):
        return Once()
    c.at = start
    return None


def _harmless(c: Cursor) -> bool:
    """A mark between numbers is not a separator: "2024/05", "5.6"."""
    if c.key() not in ("/", ".", "-"):
        return True
    before, after = c.keys[c.at - 1] if c.at else "", c.key(1)
    touching = c.token().glued and c.token(1).glued
    if c.key() == "/":
        return after != "NUM" or before in ("ONGOING", "PERIODIC", ")")
    return not (touching and before == "NUM" and after == "NUM")


def _stated_after(c: Cursor) -> bool:
    """Whether a statement follows the "hoặc" here; words alone say that it may also be another time."""
    start = c.at
    c.at += 1
    found = False
    while c.key() not in (";", ".", "(", ")", "OR", ",", "END_OF_TEXT") and not found:
        if c.key() in ("MARK", "DOUBT"):
            break
        found = _statement(c) is not None
        if not found:
            c.at += 1
    c.at = start
    return found


def _alike(c: Cursor) -> bool:
    """Another word with the letters of a word of time before a number ("thắng 6/2024", "đền 30/6"): probably meant to be that."""
    return c.key() == "WORD" and c.token().word in KEYS and c.key(1) in ("NUM", "DAY", "MONTH", "QUARTER", "YEAR")


def _before_date(c: Cursor) -> bool:
    """An ordinal or a number word right before a unit of time would change it ("tuần thứ hai", "ba tháng")."""
    return c.key() in ("NUMERAL", "ORDINAL") and c.key(1) in ("MONTH", "QUARTER", "YEAR", "WEEK", "NUM")
