"""What the headings and cells of the lists say."""

from __future__ import annotations

from datetime import date

from kh_desktop.domain.schedule import Entry
from kh_desktop.ui.calendar.lists import Row
from kh_desktop.ui.calendar.looks import KINDS, LOOKS, day_words, state_words
from kh_desktop.ui.calendar.meanings import meaning_of
from kh_desktop.ui.due_words import days_left, days_words, entry_name, note_words, waiting_name, waiting_words, whose
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import text_from_iso

HEADINGS: dict[str, str] = {
    "late": N_("Quá hạn"),
    "today": N_("Hôm nay"),
    "week": N_("Tuần này"),
    "month": N_("Tháng này"),
    "later": N_("Sau nữa"),
    "next": N_("Sắp tới"),
    "closed": N_("Đã xong, không thực hiện"),
    "waiting": N_("Chờ nơi khác hoặc chưa rõ thời hạn"),
    "ongoing": N_("Thường xuyên"),
}


def heading_words(row: Row) -> str:
    """ "Quá hạn (3)", "Tháng 6/2027 (4)" or "Thứ Ba, 15/06/2027 (2)"."""
    name = row.heading
    if name in HEADINGS:
        words = tr(HEADINGS[name])
    elif len(name) == 7:
        words = tr("Tháng {month}/{year}", month=int(name[5:]), year=name[:4])
    else:
        words = day_words(name)
    return f"{words} ({row.count})"


def row_meaning(row: Row) -> str:
    """The meaning a row is drawn with."""
    if row.waiting:
        return "waiting"
    if row.more:
        return row.more if row.more in LOOKS else "soon"
    if row.entry is None:
        return row.heading if row.heading in LOOKS else ""
    if row.ongoing and row.entry.state not in ("done", "dropped"):
        return "ongoing"
    return meaning_of(row.entry)


def row_state(row: Row) -> str:
    """The state in a word."""
    return state_words(row.entry) if row.entry else tr(LOOKS[row_meaning(row)].word)


def row_day(row: Row) -> str:
    """The day; "" for what waits."""
    return text_from_iso(row.entry.day) if row.entry else ""


def row_title(row: Row) -> str:
    """Number and title."""
    if row.waiting:
        return waiting_name(row.waiting)
    if row.more:
        return tr("Và {count} việc nữa", count=row.count)
    return entry_name(row.entry) if row.entry else heading_words(row)


def row_note(row: Row, today: str) -> str:
    """A quiet line: how soon, who, what kind."""
    if row.waiting:
        return waiting_words(row.waiting)
    if row.entry is None:
        return ""
    when = text_from_iso(row.entry.day)
    if row.entry.kind == "check" and row.entry.state == "late":
        return " · ".join((when, row_state(row), whose(row.entry)))
    if row.entry.open:
        when = f"{when} ({distance_words(today, row.entry)})"
    kind = tr(KINDS[row.entry.kind]) if row.entry.kind in ("check", "report") else ""
    return " · ".join(part for part in (when, kind, _who(row.entry, today)) if part)


def distance_words(today: str, entry: Entry) -> str:
    """ "hôm nay", "còn 5 ngày", "quá hạn 3 ngày"."""
    return days_words(days_left(entry, date.fromisoformat(today)))


def _who(entry: Entry, today: str) -> str:
    """Who is in charge, and why the lateness of an open entry counts from another day than the one shown."""
    words = note_words(entry, days_left(entry, date.fromisoformat(today)) if entry.open else 1)
    return words if entry.task_id else words.removeprefix(whose(entry)).removeprefix(" · ")
