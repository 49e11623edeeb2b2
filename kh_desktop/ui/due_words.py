"""How due things are said wherever they are listed: how late or how soon, whose, and the shape and colour that go with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kh_desktop.domain.schedule import Entry, Waiting
from kh_desktop.services.messages import Said
from kh_desktop.ui.i18n import N_, say, tr
from kh_desktop.ui.widgets import text_from_iso

WEEKDAYS = (N_("thứ Hai"), N_("thứ Ba"), N_("thứ Tư"), N_("thứ Năm"), N_("thứ Sáu"), N_("thứ Bảy"), N_("Chủ nhật"))
_PROVISIONAL = " (dự kiến)"  # what the domain adds to the name of a day that is not settled
_QUARTERS = {"Q1": "I", "Q2": "II", "Q3": "III", "Q4": "IV"}


@dataclass(frozen=True, slots=True)
class DueLook:
    """A meaning to the eye: icon, colour token and word, never one of them alone."""

    icon: str
    token: str
    word: str


LOOKS: dict[str, DueLook] = {
    "late": DueLook("due-late", "late", N_("Quá hạn")),
    "today": DueLook("due-soon", "soon", N_("Hôm nay")),
    "soon": DueLook("due-soon", "soon", N_("Sắp đến hạn")),
    "ongoing": DueLook("ongoing", "ongoing", N_("Thường xuyên")),
    "waiting": DueLook("due-waiting", "waiting", N_("Chờ")),
    "done": DueLook("state-done", "done", N_("Hoàn thành")),
}


def days_left(entry: Entry, today: date) -> int:
    """Days from ``today`` to the day of the entry; negative when it is late, which a day off before the day by the phrase is not yet."""
    if entry.state == "today":
        return 0
    return (date.fromisoformat(entry.limit if entry.state == "late" else entry.day) - today).days


def group_of(days: int) -> str:
    """ "late", "today" or "soon"."""
    return "late" if days < 0 else "soon" if days else "today"


def look_of_days(entry: Entry, days: int) -> DueLook:
    """The look of an entry so many days off; the quarterly look at ongoing work keeps its own, because ongoing work is never late."""
    return LOOKS[group_of_entry(entry, days)]


def group_of_entry(entry: Entry, days: int) -> str:
    """ "late", "today", "soon", or "ongoing" for the quarterly look at ongoing work."""
    return "ongoing" if entry.kind == "check" else group_of(days)


def days_words(days: int) -> str:
    """ "quá hạn 12 ngày", "hôm nay", "ngày mai", "còn 5 ngày"."""
    if days < 0:
        return tr("quá hạn {days} ngày", days=-days)
    if days < 2:
        return tr("ngày mai") if days else tr("hôm nay")
    return tr("còn {days} ngày", days=days)


def day_words(day: str) -> str:
    """ "thứ Ba, 15/06/2027" of an ISO day."""
    return f"{tr(WEEKDAYS[date.fromisoformat(day).weekday()])}, {text_from_iso(day)}"


def entry_name(entry: Entry) -> str:
    """Number and title: "II.3. Rà soát thủ tục"."""
    title = _report_name(entry) if entry.kind == "report" else " ".join(entry.title.split())
    return f"{entry.number}. {title}" if entry.number else title


def _report_name(entry: Entry) -> str:
    """ "Báo cáo quý I/2027" of the key "report:2027-Q1"; a report of another kind keeps the name it has."""
    year, _, which = entry.key.removeprefix("report:").partition("-")
    if which in _QUARTERS:
        return tr("Báo cáo quý {quarter}/{year}", quarter=_QUARTERS[which], year=year)
    if which in ("H1", "H2"):
        name = N_("Báo cáo 6 tháng đầu năm {year}") if which == "H1" else N_("Báo cáo 6 tháng cuối năm {year}")
        return tr(name, year=year)
    if which == "N9":
        return tr("Báo cáo 9 tháng đầu năm {year}", year=year)
    if which[:1] == "M" and which[1:].isdigit():
        # As NĐ 30/2020/NĐ-CP writes months: 01 and 02, then 3 to 12.
        return tr("Báo cáo tháng {month}/{year}", month=which[1:] if int(which[1:]) < 3 else int(which[1:]), year=year)
    return tr("Báo cáo năm {year}", year=year) if which == "Y" else entry.title


def phrase_words(entry: Entry) -> str:
    """The deadline as the plan prints it; of a report of the office the days its figures are of, in the language of the window."""
    days = re.findall(r"\d{2}/\d{2}/\d{4}", entry.phrase) if entry.kind == "report" else []
    return tr("Số liệu từ {start} đến {end}", start=days[0], end=days[1]) if len(days) == 2 else entry.phrase


def off_words(name: str) -> str:
    """The name of a day off: weekdays in the language of the window, holidays as they are called."""
    bare = name.removesuffix(_PROVISIONAL)
    words = tr(bare) if bare in WEEKDAYS else bare
    return f"{words} ({tr('dự kiến')})" if bare != name else words


def say_of_day(sentence: Said) -> str:
    """A sentence about the day of an entry; the name of a day off in it is said as well."""
    params = {key: off_words(value) if key == "name" and isinstance(value, str) else value for key, value in sentence.params.items()}
    return say(Said(sentence.code, params))


def waiting_name(waiting: Waiting) -> str:
    """The same of a task without a day."""
    title = " ".join(waiting.title.split())
    return f"{waiting.number}. {title}" if waiting.number else title


def whose(entry: Entry) -> str:
    """Who answers for it; of a report of the office the days its figures are of."""
    if entry.kind == "report":
        return phrase_words(entry)
    return "; ".join(entry.lead) or tr("chưa giao đơn vị")


def day_off_words(entry: Entry) -> str:
    """ "14/11/2026 là thứ Bảy" of a day by the phrase that is no working day, from which lateness counts; "" otherwise."""
    if entry.moved or not entry.day_off:
        return ""
    return tr("{day} là {name}", day=text_from_iso(entry.original), name=off_words(entry.day_off))


def note_words(entry: Entry, days: int) -> str:
    """Whose it is, and that its plan is not in force yet; once the shown day is there also why lateness counts from another one."""
    unsigned = tr("kế hoạch chưa ban hành") if entry.unsigned and entry.open else ""
    why = day_off_words(entry) if days <= 0 else ""
    return " · ".join(part for part in (whose(entry), unsigned, why) if part)


def due_words(entry: Entry, days: int) -> str:
    """How late or how soon, and the day shown everywhere: "quá hạn 12 ngày (30/04/2027)"; why one counts otherwise: ``note_words``."""
    left = tr("thiếu minh chứng") if entry.kind == "check" and days < 0 else days_words(days)
    words = f"{left} ({text_from_iso(entry.day)})"
    return tr("{due}, tùy điều kiện", due=words) if entry.conditional else words


def entry_tip(entry: Entry) -> str:
    """Everything there is to say about the day: the printed phrase, why the day is another one."""
    parts = [entry_name(entry), tr("Thời hạn ghi: {phrase}", phrase=phrase_words(entry)) if entry.phrase else ""]
    if entry.moved:
        parts.append(tr("Đã dời từ {day}: {reason}", day=text_from_iso(entry.original), reason=entry.reason))
    elif why := day_off_words(entry):
        parts.append(tr("{reason}, tính ngày làm việc trước đó", reason=why) if entry.original != entry.day else why)
    return "\n".join(part for part in parts if part)


def waiting_words(waiting: Waiting) -> str:
    """Why a task has no day."""
    if waiting.why == "open":
        return tr("Chưa định ngày: {phrase}", phrase=waiting.phrase) if waiting.phrase else tr("Chưa ghi thời hạn")
    if waiting.why == "invalid":
        words = tr("Ngày không có thật: {phrase}", phrase=waiting.phrase)
        return tr("{problem}, có lẽ là {day}", problem=words, day=text_from_iso(waiting.suggestion)) if waiting.suggestion else words
    return tr("Chưa hiểu thời hạn: {phrase}", phrase=waiting.phrase)


def days_from_text(text: str) -> list[int] | None:
    """Numbers of days in "15, 7, 3"; none in an empty text; None when something else is written."""
    parts = [part for part in re.split(r"[\s,;]+", text.strip()) if part]
    return [int(part) for part in parts] if all(part.isdecimal() for part in parts) else None


def text_from_days(days: Iterable[int]) -> str:
    """ "15, 7, 3, 1"."""
    return ", ".join(str(day) for day in days)
